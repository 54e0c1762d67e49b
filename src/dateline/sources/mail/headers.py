"""The headers of an e-mail as fields: RFC 5322, with RFC 2047's encoded words and what real programs make of both."""

import re
from collections.abc import Iterator
from datetime import UTC
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from dateline.model import Field
from dateline.sources.fields import UNREADABLE

_ADDRESS = re.compile(r"\S+@\S+")
_FORWARDED = re.compile(r"(?:fwd?|re|wg|aw|tr|rv|enc|i|vs|pd)\s?:\s*", re.IGNORECASE)
_BRACKETED = re.compile(r"\[([^\[\]]{1,60})\]\s*")
_LIST_NAME = re.compile(r"[a-z0-9][a-z0-9_.]*[-_.][a-z0-9_.-]+$")
_VIA = re.compile(r"\s+via\s+\S.*$")
_LATIN = re.compile(r"(?:us-ascii|iso-8859-1|latin-?1|unknown-8bit)$", re.IGNORECASE)
"""Names under which Windows-1252 is sent."""
_ANGLED = re.compile(r"<([^<>]+)>")
_NOT_A_LIST = ("list-unsubscribe", "list-unsubscribe-post", "list-help")
LONGEST = 1000
"""Characters of a header that are kept; only attacks and tables of addresses have more."""


def header_fields(message: Message) -> tuple[Field, ...]:
    """What the headers say of the story, best first for each name. Paths are such as "mail: Subject"."""
    return tuple(_told(message))


def message_id(message: Message) -> str | None:
    """The Message-ID without its angles; None where there is none."""
    words = header(message, "Message-ID").strip()
    found = _ANGLED.search(words)
    return (found[1] if found else words).strip() or None


def header(message: Message, name: str) -> str:
    """The words of a header on one line, decoded; "" where there is none."""
    return decoded(_raw(message, name))


def decoded(words: str) -> str:
    """RFC 2047's encoded words as what they stand for; what is broken stays as it came."""
    parts: list[str] = []
    try:
        for piece, charset in decode_header(words):
            parts.append(piece if isinstance(piece, str) else _text(piece, charset))
    except (HeaderParseError, ValueError):  # base64 that is none
        return " ".join(words.split())
    return " ".join("".join(parts).split())


def _told(message: Message) -> Iterator[Field]:
    if subject := _subject(message):
        yield Field("headline", subject, "mail: Subject")
    if published := header(message, "Date"):
        moment = _moment(published)
        yield Field("published" if moment else UNREADABLE, moment or published, "mail: Date")
    yield from (Field("byline", name, "mail: From") for name in _names(_raw(message, "From")))
    if outlet := header(message, "Organization") or header(message, "Organisation"):
        yield Field("outlet", outlet, "mail: Organization")
    if listed := _list_name(header(message, "List-Id")):
        yield Field("outlet", listed, "mail: List-Id")
    if (address := _ANGLED.search(header(message, "Archived-At"))) and "://" in address[1]:
        yield Field("url", address[1].strip(), "mail: Archived-At")
    if language := header(message, "Content-Language").partition(",")[0].strip():
        yield Field("language", language, "mail: Content-Language")
    keywords = (word.strip() for word in header(message, "Keywords").split(","))
    yield from (Field("tag", word, "mail: Keywords") for word in keywords if word)


def _raw(message: Message, name: str) -> str:
    """The first header of this name as it came, without line breaks; bytes that are no ASCII are read."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            raw = str(value).encode("ascii", "surrogateescape") if _is_escaped(str(value)) else None
            words = str(value) if raw is None else _text(raw, None)
            return re.sub(r"[\r\n]+", "", words)[:LONGEST]
    return ""


def _is_escaped(words: str) -> bool:
    return any("\udc80" <= char <= "\udcff" for char in words)


def _text(raw: bytes, charset: str | None) -> str:
    """Bytes of a header: UTF-8 more often than what is declared, and Windows-1252 where nothing is."""
    for codec in ("utf-8", "cp1252" if not charset or _LATIN.match(charset) else charset):
        try:
            return raw.decode(codec)
        except (LookupError, UnicodeError):
            continue
    return raw.decode("latin-1")


def _moment(words: str) -> str | None:
    """RFC 5322's date as ISO 8601 with its zone. -0000 is a moment in UTC whose local zone nobody tells."""
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return (moment.replace(tzinfo=UTC) if "-0000" in words else moment).isoformat()


def _subject(message: Message) -> str:
    """Without the marks of forwarding and the name of a mailing list in front of it."""
    subject = header(message, "Subject")
    is_list = any(key.lower().startswith("list-") and key.lower() not in _NOT_A_LIST for key in message.keys())  # noqa: SIM118
    while True:
        bracket, mark = _BRACKETED.match(subject), _FORWARDED.match(subject)
        if mark:
            subject = subject[mark.end() :]
        elif bracket and bracket.end() < len(subject) and (is_list or _LIST_NAME.match(bracket[1])):
            subject, is_list = subject[bracket.end() :], False
        else:
            return subject


def _names(raw: str) -> Iterator[str]:
    """The display names of a From; an address alone names nobody."""
    for name, _ in getaddresses([raw]):
        plain = _VIA.sub("", decoded(name)).strip(" '\"")
        if plain and not _ADDRESS.search(plain):
            yield plain


def _list_name(words: str) -> str:
    """The list's name before its identifier, else the identifier: `River wire <wire.example.org>`."""
    name, angle, rest = words.partition("<")
    return name.strip(" \"'") or rest.strip(" >") if angle else words
