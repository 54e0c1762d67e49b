"""IPTC 7901, ANPA 1312 and their kin: plain wire messages between control characters, or between ZCZC and NNNN.

The text of each message stays as it came but for control characters; the line of its header, its slug, its options
and the day and time at its end become fields. Sources: IPTC 7901, "The IPTC Recommended Message Format" (1992), and
ANPA 1312 (1989).
"""

import re
from collections.abc import Iterator

from dateline.errors import CannotRead, NoArticle
from dateline.model import Article, Block, Field, Page, Refused, Source
from dateline.reading.assembly import by_trust
from dateline.reading.languages import furniture_language
from dateline.reading.plain.pieces import ends_sentence
from dateline.reading.plain.shapes import shapes_of
from dateline.reading.plain.wire import blocks_of
from dateline.reading.wires.day_time import day_time
from dateline.reading.wires.envelopes import Envelope, envelopes_of
from dateline.reading.wires.slugs import Slug, option_in, slug_of, status_of, until
from dateline.values import Span

_HEADER = re.compile(
    r"(?P<source>[^\W\d_]{1,4})[ -]?(?P<number>\d{1,5})\s+(?P<priority>[1-9]|[A-Za-z])\s+(?P<category>[A-Za-z]{1,3})"
    r"(?:\s+(?P<words>\d{1,5}))?(?:\s+(?P<rest>.*))?$"
)
_LINE = re.compile(r"[^\r\n]+")
_INITIALS = re.compile(r"[a-z]{2,5}(?:[ /-][a-z]{1,4}){1,5}$")
"""What a desk signs with: the service and those who wrote and edited, all in small letters."""
_TYPESET = "^<=> \t"
"""Marks of ANPA 1312 for lines that are set large or to the left; they stay in the text and belong to no block."""
OPENING = 12
"""Lines in which the slug and the options of the desk stand, above the story."""


def iptc7901(page: Page) -> Iterator[Article | Refused]:
    """The messages of a wire file, one article each. Raises NoArticle where no message is in it."""
    envelopes = envelopes_of(page.content)
    if not envelopes:
        raise NoArticle("no message of a wire is in it")
    for number, envelope in enumerate(envelopes, 1):
        suffix = f"#{number}" if len(envelopes) > 1 else ""
        try:
            yield _article(page, envelope, page.id + suffix)
        except CannotRead as error:
            yield Refused(page.location + suffix, error.stage, str(error))


def _article(page: Page, envelope: Envelope, id: str) -> Article:  # noqa: A002
    text = envelope.text
    lines = list(_lines(text))
    slug = slug_of(text[slice(*lines[0])]) if len(lines) > 1 else None
    desk = list(_desk_lines(text, lines[1:] if slug else lines))
    if slug:
        desk.insert(0, Block("furniture", *lines[0]))
    own = tuple(dict.fromkeys(_fields(envelope, slug, [text[b.start : b.end] for b in desk if b.role == "note"])))
    fields = by_trust(page.fields, own)
    blocks = sorted([*desk, *blocks_of(_masked(text, desk), fields)], key=lambda block: block.start)
    if not blocks:
        raise NoArticle("the message holds no text")
    is_story = any(block.role not in ("note", "furniture") for block in blocks)
    if not is_story and not any(field.name == "status" for field in own):
        raise NoArticle("the message holds no story, only words of the desk")
    source = Source(location=page.location, media_type=page.media_type, fetched=page.fetched)
    return Article(id=id, source=source, text=text, blocks=tuple(blocks), fields=fields)


def _lines(text: str) -> Iterator[Span]:
    """The lines that hold something, without blanks and typesetting marks around them."""
    for match in _LINE.finditer(text):
        words = match[0]
        start = match.start() + len(words) - len(words.lstrip(_TYPESET))
        end = match.start() + len(words.rstrip(_TYPESET))
        if any(char.isalnum() for char in words):
            yield Span(start, end)


def _desk_lines(text: str, lines: list[Span]) -> Iterator[Block]:
    """Lines for other desks (URGENT, /EDS/, (MORE)), centred bylines, initials, and the day and time at the end."""
    shapes, signed = shapes_of(furniture_language(text)), False
    stamped = bool(lines[1:]) and day_time(text[slice(*lines[-1])], whole=True) is not None
    last = len(lines) - 1 - stamped
    for i, line in enumerate(lines):
        words = text[slice(*line)]
        centred = text[line.end : line.end + 1] == "="
        signed = centred and i < OPENING and (signed or shapes.is_byline(words))
        if (i < OPENING or i >= len(lines) - 3) and option_in(words):
            yield Block("note", *line)
        elif signed:
            yield Block("byline", *line)
        elif i == last > 0 and _INITIALS.match(words) and ends_sentence(text[slice(*lines[i - 1])]):
            yield Block("note", *line)
        elif stamped and i > last:
            yield Block("furniture", *line)


def _masked(text: str, blocks: list[Block]) -> str:
    """The text without its blocks and typesetting marks, every offset as it was; no paragraph goes on over a block."""
    masked = list(text)
    for block in blocks:
        masked[block.start : block.end] = "\n" * (block.end - block.start)
    for match in _LINE.finditer(text):
        words = match[0]
        inner = len(words.lstrip(_TYPESET))
        for at in (*range(len(words) - inner), *range(len(words.rstrip(_TYPESET)), len(words))):
            masked[match.start() + at] = " "
    return "".join(masked)


def _fields(envelope: Envelope, slug: Slug | None, notes: list[str]) -> Iterator[Field]:
    header = _HEADER.match(envelope.header.strip())
    said = (header["rest"] or "") if header else envelope.header
    if header:
        yield Field("section", header["category"], "iptc7901: header")
    if moment := day_time(envelope.tail) or day_time(_last_line(envelope.text), whole=True) or day_time(said):
        yield Field("published", moment, "iptc7901: day and time")
    if slug:
        yield from (Field("tag", word, "iptc7901: keywords") for word in slug.keywords)
        if slug.revision:
            yield Field("revision", slug.revision, "iptc7901: keywords")
    told = [(slug_of(said) or Slug()).options, slug.options if slug else (), *((note,) for note in notes)]
    paths = ["iptc7901: header", "iptc7901: keywords", *("iptc7901: note" for _ in notes)]
    found = [(status_of(options), path) for options, path in zip(told, paths, strict=True)]
    graded = sorted((status, path) for status, path in found if status is not None)
    if graded:
        status, path = graded[0]
        yield Field("status", status.name, path)
    for note in notes:
        if (moment := until(note)) is not None:
            yield Field("embargoed", moment, "iptc7901: note")


def _last_line(text: str) -> str:
    return text.rstrip().rpartition("\n")[2]
