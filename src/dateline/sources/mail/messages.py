"""E-mail into Pages: one message (EML, message/rfc822) or a mailbox of them (mbox, RFC 4155)."""

import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from dateline.errors import BadRow, CannotRead, Empty
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources.fields import fields
from dateline.sources.mail.body import Body, body_of, parts_of
from dateline.sources.mail.headers import header_fields, message_id
from dateline.sources.rows import refuse_unfit

HEAD = 8192
"""Bytes in which the headers that tell a message stand."""

_HEADER = re.compile(rb"([!-9;-~]+):[ \t\r\n]|[ \t]+\S")
# A press release may begin with "From:" and "Date:" as well; only programs write the second kind.
_PEOPLE = (b"from", b"date", b"subject", b"to")
_PROGRAMS = re.compile(
    rb"received|mime-version|message-id|return-path|delivered-to|content-type|content-transfer-encoding"
    rb"|dkim-signature|list-id|x-[\w-]+"
)
# What stands above each message of a mailbox; "From here to 12:30 ..." in a letter has no header below it.
_POSTMARK = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From [^\r\n]*\d\d:\d\d[^\r\n]*\r?\n(?=[!-9;-~]+:)")
_STUFFED = re.compile(rb"^>(>*From )", re.MULTILINE)
DEPTH = 50
"""Parts within parts; no honest message comes near it."""


def looks_like_mail(head: bytes) -> bool:
    """Whether a document that begins so is an e-mail or a mailbox: headers first, those of programs among them."""
    postmark = _POSTMARK.match(head.lstrip(b"\xef\xbb\xbf"))
    names: list[bytes] = []
    lines = head[postmark.end() if postmark else 0 : HEAD].lstrip(b"\xef\xbb\xbf").splitlines(keepends=True)
    for line in lines if len(head) < HEAD else lines[:-1]:  # the last line may be cut off
        found = _HEADER.match(line)
        if not line.strip() or found is None:
            if line.strip():
                return False
            break
        if found[1]:
            names.append(found[1].lower())
    if not names:
        return False
    by_program = any(_PROGRAMS.fullmatch(name) for name in names)
    return by_program and any(name in names for name in _PEOPLE)


def mail_page(raw: bytes, location: str, id: str, settings: Settings) -> Page:  # noqa: A002
    """The Page of one message: its story, and what its headers say of it. `id` stands in for a Message-ID.

    The content is the part's own text, signature and all. Raises Empty, NotText, TooLarge or BadRow.
    """
    body = _read(raw)
    refuse_unfit(body.content, body.kind, settings)
    told = header_fields(body.message)
    names = {field.name for field in told}
    return Page(
        id=message_id(body.message) or id,
        location=location,
        media_type=body.kind,
        content=body.content,
        fields=told + tuple(option for option in fields(settings) if option.name not in names),
    )


def mail_pages(raw: bytes, location: str, settings: Settings) -> Iterator[Page | Refused]:
    """The Pages of a mailbox, numbered from 1; of a message that stands alone, its one Page."""
    raw = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    marks = list(_POSTMARK.finditer(raw)) if raw.startswith(b"From ") else []
    if len(marks) < 2:
        yield _page_or_refusal(raw[marks[0].end() if marks else 0 :], location, settings)
        return
    ends = [mark.start() for mark in marks[1:]] + [len(raw)]
    for number, (mark, end) in enumerate(zip(marks, ends, strict=True), 1):
        yield _page_or_refusal(_STUFFED.sub(rb"\1", raw[mark.end() : end]), f"{location}#{number}", settings)


def _page_or_refusal(raw: bytes, location: str, settings: Settings) -> Page | Refused:
    try:
        return mail_page(raw, location, location, settings)
    except CannotRead as error:
        return Refused(location, error.stage, str(error))


def _read(raw: bytes) -> Body:
    if not raw.strip():
        raise Empty("there is no text in it")
    try:
        # The older policy: the newer one's parser of headers fails on broken ones, this one keeps them as they came.
        message: Message = BytesParser(policy=compat32).parsebytes(raw)
    except RecursionError as error:
        raise BadRow("its parts are nested too deeply for an e-mail") from error
    if not message.keys():
        raise BadRow("it has no headers, as an e-mail has; give it as plain text")
    if _depth(message) > DEPTH:
        raise BadRow("its parts are nested too deeply for an e-mail")
    return body_of(message)


def _depth(message: Message) -> int:
    """How many parts lie within each other, counted no further than one beyond the limit."""
    level, depth = [message], 0
    while level and depth <= DEPTH:
        level = [child for part in level for child in parts_of(part)]
        depth += 1
    return depth
