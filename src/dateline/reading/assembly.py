"""Parts with their roles put together into an article; its fields in the order of trust."""

from collections.abc import Iterable
from typing import NamedTuple

from dateline.errors import NoArticle
from dateline.model import Article, Block, BlockRole, Field, Page, Source
from dateline.reading.languages import SAMPLE, furniture_language
from dateline.reading.plain.cuts import Cut
from dateline.reading.plain.datelines import datelines_of
from dateline.reading.plain.headlines import is_prose
from dateline.reading.plain.shapes import Shapes, shapes_of
from dateline.values import Span

ABOVE = 4
"""Lines that may stand above a story's first sentence, its dateline among them; below, a label looks like one."""


class Part(NamedTuple):
    """A piece of an article before it has a place in a text: its role, and its words on one line.

    A "paragraph" is looked at again: a sign-off, a note or a credit among paragraphs gets its own role, and what is
    furniture is left out. Every other role is kept as it is.
    """

    role: BlockRole
    words: str


def article_of(page: Page, parts: Iterable[Part], fields: tuple[Field, ...], id: str | None = None) -> Article:  # noqa: A002
    """The article whose text is its parts, blank lines between them. `id` is for one of several items on a page.

    `fields` are what the item says of itself; those of the page come with them. Raises NoArticle where nothing is left.
    """
    parts, fields = list(parts), by_trust(page.fields, fields)
    code = furniture_language(" ".join(words for role, words in parts if role == "paragraph")[:SAMPLE], fields)
    text, blocks = assembled(parts, code)
    if not blocks:
        raise NoArticle("there is no text in it")
    source = Source(location=page.location, media_type=page.media_type, fetched=page.fetched)
    return Article(id=id or page.id, source=source, text=text, blocks=blocks, fields=fields)


def by_trust(given: tuple[Field, ...], own: tuple[Field, ...]) -> tuple[Field, ...]:
    """What the row says of the page, what the page says of itself, and last what an option says of all pages."""
    options = tuple(field for field in given if field.path.startswith("option:"))
    return tuple(field for field in given if field not in options) + own + options


def assembled(parts: Iterable[Part], code: str) -> tuple[str, tuple[Block, ...]]:
    """The text with its blocks; furniture that got among the paragraphs is left out. `code` is the words' language."""
    shapes, datelines = shapes_of(code), datelines_of(code)
    looked = [(shapes.role(words) or role if role == "paragraph" else role, words) for role, words in parts if words]
    kept, last = _signed([(role, words) for role, words in looked if role != "furniture"], shapes)
    text = "\n\n".join(words for _, words in kept)
    blocks: list[Block] = []
    start, above, opened = 0, 0, False
    for number, (role, words) in enumerate(kept):
        span, dateline = Span(start, start + len(words)), None
        if role == "paragraph" and not opened:
            found = datelines.find(text, *span) or datelines.find_bare(text, *span)
            above += 1
            opened = found is not None or is_prose(words) or above == ABOVE
            dateline = found.end if found else None
        credit = shapes.credit_in(words) if role in ("caption", "paragraph") and dateline is None else None
        if credit is not None:
            role, credit = "caption", Span(start + credit.start, start + credit.end)
        signoff = shapes.signoff_in(words) if number == last and credit is None else None
        blocks += Cut(span, role, dateline, credit, None if signoff is None else start + signoff).blocks(text)
        start += len(words) + 2
    return text, tuple(blocks)


def _signed(parts: list[tuple[BlockRole, str]], shapes: Shapes) -> tuple[list[tuple[BlockRole, str]], int | None]:
    """The parts with what signs the story below it as notes, and the number of the last paragraph."""
    for number in reversed(range(len(parts))):
        role, words = parts[number]
        if role == "paragraph" and not (number and shapes.is_signoff(words)):
            return parts, number
        if role == "paragraph":
            parts[number] = ("note", words)
    return parts, None
