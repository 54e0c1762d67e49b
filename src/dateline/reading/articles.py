"""A page read as an article, by the reader that accepts its media type."""

from collections.abc import Callable
from functools import cache
from importlib.metadata import entry_points

from msgspec.structs import replace

from dateline.errors import Empty, UnknownFormat
from dateline.model import Article, Page
from dateline.reading.html import html
from dateline.reading.languages import SAMPLE, language_of
from dateline.reading.wire import wire_text

Reader = Callable[[Page], Article]

READERS: dict[str, Reader] = {
    "text/plain": wire_text,
    "text/html": html,
    "application/xhtml+xml": html,
}
"""The reader of each media type."""

READER_PLUGINS = "dateline.readers"
"""Entry points of this group add readers: the name is the media type, the object a function from Page to Article."""


def read_page(page: Page) -> Article:
    """The article on a page, with its language and outlet. Raises CannotRead: UnknownFormat, Empty or NoArticle."""
    if not page.content or page.content.isspace():
        raise Empty("nothing is in it")
    article = _reader(page)(page)
    outlet = article.field("outlet")
    source = article.source if outlet is None else replace(article.source, outlet=outlet.value)
    language = article.language or language_of(_sample(article), article.fields)
    return replace(article, source=source, language=language)


@cache
def readers() -> dict[str, Reader]:
    """Our readers with the plug-ins', which may replace ours."""
    return READERS | {entry.name: entry.load() for entry in entry_points(group=READER_PLUGINS)}


def _reader(page: Page) -> Reader:
    media_type = page.media_type.partition(";")[0].strip().lower()
    try:
        return readers()[media_type]
    except KeyError:
        known = ", ".join(sorted(readers()))
        raise UnknownFormat(f"no reader accepts {page.media_type!r}; there are {known}") from None


def _sample(article: Article) -> str:
    """The beginning of the body, else of the text: furniture speaks another language at times."""
    body = article.blocks_of("paragraph") or article.blocks
    taken, parts = 0, []
    for block in body:
        parts.append(article.text[block.start : min(block.end, block.start + SAMPLE)])
        taken += len(parts[-1])
        if taken > SAMPLE:
            break
    return "\n".join(parts)
