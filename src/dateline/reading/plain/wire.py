"""Wire copy and pages pasted as text: plain text cut into blocks, every character kept where it stood."""

from collections.abc import Iterator

from dateline.errors import Empty
from dateline.model import Article, Block, Field, Page, Source
from dateline.reading.languages import furniture_language
from dateline.reading.plain.pieces import pieces_of
from dateline.reading.plain.roles import Roles
from dateline.reading.plain.shapes import shapes_of


def wire_text(page: Page) -> Article:
    """Plain text as an article whose text is the page's own, character for character. Raises Empty."""
    blocks = tuple(blocks_of(page.content, page.fields))
    if not blocks:
        raise Empty(f"{page.location}: nothing but white space is in it")
    source = Source(location=page.location, media_type=page.media_type, fetched=page.fetched)
    return Article(id=page.id, source=source, text=page.content, blocks=blocks, fields=page.fields)


def blocks_of(text: str, fields: tuple[Field, ...] = ()) -> Iterator[Block]:
    """The blocks of a plain text, in order. `fields` may name its headline, deck, section and byline."""
    code = furniture_language(text, fields)
    for cut in Roles(text, pieces_of(text, shapes_of(code)), fields, code).cut():
        yield from cut.blocks(text)
