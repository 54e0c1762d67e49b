"""The story within an e-mail: one text or page out of alternatives, attachments and forwarded messages."""

import re
from collections.abc import Iterator
from email.message import Message
from typing import NamedTuple

from dateline.errors import Empty, NotText, UnknownFormat
from dateline.sources.decoding import text_of
from dateline.sources.media import HTML, TEXT, media_type

STUB = 60
"""A plain alternative with fewer words than this, and half those of the page beside it, only points at the page."""
_TAGS = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"<(?=/?(?:style|script)\b)", re.IGNORECASE)
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_QUOTES = re.compile(r">*")
_LINES = re.compile(r"(\r\n|\n|\r)")


class Body(NamedTuple):
    """What a message says: its media type, its text, and the message it stood in: itself or a forwarded one."""

    kind: str
    content: str
    message: Message

    @property
    def words(self) -> int:
        """How many words a reader sees."""
        if self.kind != HTML:
            return len(self.content.split())
        seen = [each for each in _UNSEEN.split(self.content) if not each[:6].lower().startswith(("style", "script"))]
        return len(_TAGS.sub(" ", "<".join(seen)).split())


def parts_of(message: Message) -> list[Message]:
    """The parts right within a message or a part of it."""
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def body_of(message: Message) -> Body:
    """The body of a message, of the one forwarded in it where that says more. Raises Empty or NotText."""
    own = _body(message, message)
    forwarded = (body for inner in _forwarded(message) if (body := _body(inner, inner)))
    best = max((body for body in (own, *forwarded) if body), key=lambda body: body.words, default=None)
    if best is not None:
        return best
    kinds = sorted({part.get_content_type() for part in message.walk() if not part.is_multipart()} - {TEXT, HTML})
    if any(part.get_content_type() in _ENCRYPTED for part in message.walk()):
        raise NotText("the message is encrypted; decrypt it and give its text")
    if kinds:
        raise Empty(f"the message has no text, only {', '.join(kinds[:3])}; save what is attached and give that")
    raise Empty("there is no text in the message")


def _forwarded(message: Message) -> Iterator[Message]:
    """Messages attached to this one, and to those."""
    for part in message.walk():
        if part.get_content_type() == "message/rfc822":
            yield from parts_of(part)[:1]


def _body(part: Message, message: Message) -> Body | None:
    """The best text of a part; what is attached as a file is none."""
    kind = part.get_content_type()
    if kind.startswith("message/"):
        return None
    if part.is_multipart():
        # Not `get_body`: that stops at the first part of a kind, and lists put a page's greeting before it.
        bodies = [body for child in parts_of(part) if (body := _body(child, message))]
        return _best(bodies) if kind == "multipart/alternative" else _together(bodies)
    if kind not in (TEXT, HTML) or part.get_content_disposition() == "attachment":
        return None
    content = _content(part)
    if not content.strip():
        return None
    return Body(_kind(content, kind), content, message)


def _kind(content: str, said: str) -> str:
    """What a part is by its look: a page, or a format of an agency, may be sent as plain text."""
    try:
        return media_type(content, "", said)
    except UnknownFormat:
        return said


def _best(bodies: list[Body]) -> Body | None:
    """The plain text, unless it is a stub that points at the page."""
    plain = next((body for body in bodies if body.kind != HTML), None)
    page = next((body for body in reversed(bodies) if body.kind == HTML), None)
    if plain is None or page is None:
        return plain or page
    return page if plain.words < min(STUB, page.words / 2) else plain


def _together(bodies: list[Body]) -> Body | None:
    """The parts of plain text below each other; one page where a page says more than they do."""
    plain = [body for body in bodies if body.kind == TEXT]
    page = max((body for body in bodies if body.kind != TEXT), key=lambda body: body.words, default=None)
    if not plain or (page is not None and sum(body.words for body in plain) < page.words):
        return page
    return plain[0]._replace(content="\n\n".join(body.content for body in plain)) if plain[1:] else plain[0]


def _content(part: Message) -> str:
    """The decoded text of one part. Raises NotText."""
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes) or not raw.strip():
        return ""
    charset = part.get_param("charset")
    text = text_of(raw, charset if isinstance(charset, str) else None)
    flowed = str(part.get_param("format") or "").lower() == "flowed"
    return _unflowed(text, str(part.get_param("delsp") or "").lower() == "yes") if flowed else text


def _unflowed(text: str, delsp: bool) -> str:
    """Lines that a mail program wrapped put together again, as RFC 3676 has it."""
    done: list[str] = []
    soft, depth = False, 0
    pieces = _LINES.split(text)
    for line, end in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        quotes = _QUOTES.match(line)[0]  # type: ignore[index]
        bare = line[len(quotes) :].removeprefix(" ")
        if soft and len(quotes) == depth and bare != "-- ":
            done.pop()  # the line end before it was only a wrap
            done.append(bare)
        else:
            done.append(f"{quotes} {bare}" if quotes else bare)
        soft, depth = bare.endswith(" ") and bare != "-- ", len(quotes)
        if soft and delsp:
            done[-1] = done[-1][:-1]
        done.append(end)
    return "".join(done)
