"""A page read as an article, by the reader that accepts its media type."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import entry_points

from msgspec.structs import replace

from dateline.errors import CannotRead, Empty, UnknownFormat
from dateline.model import Article, Page, Refused
from dateline.reading.languages import SAMPLE, language_of
from dateline.reading.plain.wire import wire_text
from dateline.reading.web.html import html
from dateline.reading.wires.feeds import feed
from dateline.reading.wires.iptc7901 import iptc7901
from dateline.reading.wires.newsml_1 import newsml_1
from dateline.reading.wires.newsml_g2 import newsml_g2
from dateline.reading.wires.ninjs import ninjs
from dateline.reading.wires.nitf import nitf

Reader = Callable[[Page], Article | Iterable[Article | Refused]]
"""A page in, its article out; or its articles, one after the other, where a format holds several items."""

READERS: dict[str, Reader] = {
    "text/plain": wire_text,
    "application/pdf": wire_text,
    "text/html": html,
    "application/xhtml+xml": html,
    "application/vnd.iptc.g2.newsmessage+xml": newsml_g2,
    "text/vnd.iptc.newsml": newsml_1,
    "text/vnd.iptc.nitf": nitf,
    "application/vnd.iptc.ninjs+json": ninjs,
    "application/rss+xml": feed,
    "application/atom+xml": feed,
    "text/x-iptc7901": iptc7901,
}
"""The reader of each media type."""

READER_PLUGINS = "dateline.readers"
"""Entry points of this group add readers: the name is the media type, the object a Reader."""


def read_page(page: Page) -> Iterator[Article | Refused]:
    """The articles on a page, each with its language and outlet. What cannot be read is a Refused with the reason."""
    try:
        if not page.content or page.content.isspace():
            raise Empty("nothing is in it")
        found = _reader(page)(page)
        for each in (found,) if isinstance(found, Article) else found:
            yield each if isinstance(each, Refused) else _completed(each)
    except CannotRead as error:
        yield Refused(page.location, error.stage, str(error))


def _completed(article: Article) -> Article:
    """With the outlet and the language that its fields tell, else the language its words are in."""
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
