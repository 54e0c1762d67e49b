"""RSS 0.9x, 1.0 and 2.0, and Atom: every item with a text is an article.

Sources: the RSS 2.0 specification, RFC 4287 (Atom), RFC 6721 (its tombstones), Media RSS 1.5.1.
"""

from collections.abc import Iterator
from itertools import chain

from lxml import etree

from dateline.errors import CannotRead, NoArticle
from dateline.model import Article, Field, Page, Refused
from dateline.reading.assembly import Part, article_of
from dateline.reading.plain.headlines import is_repeated
from dateline.reading.wires.feed_bodies import Body, body_of
from dateline.reading.wires.feed_fields import channel_fields, id_of, images, item_fields, url_of
from dateline.reading.wires.feed_items import Item, inner, key_of, plain
from dateline.reading.wires.fragments import fragment_parts
from dateline.reading.wires.xml import name_of, xml_root

_HEADLINE_ONLY = "the feed gives a headline only; give the address of the story"


def feed(page: Page) -> Iterator[Article | Refused]:
    """The items of a feed in its order: articles, and a Refused for each that has no text or was withdrawn.

    Field "extent" says whether an item gives its "full text" or a "summary". Raises BadMarkup, or NoArticle where the
    feed has no item.
    """
    root = xml_root(page.content)
    channel = _Channel(page, root)
    found = chain.from_iterable(channel.outcomes(element) for element in root.iter())
    first = next(found, None)
    if first is None:
        raise NoArticle(f"no item of a feed is in it; its outermost element is <{name_of(root)}>")
    yield first
    yield from found


class _Channel:
    """A feed while its items are read: what it says of all of them, and which it gave already."""

    def __init__(self, page: Page, root: etree._Element) -> None:
        self.page = page
        self.dialect = "atom" if name_of(root) in ("feed", "entry") else "rss"
        about = Item(next((each for each in root.iter() if key_of(each) == "channel"), root), self.dialect)
        is_item = name_of(root) == "entry"
        self.fields = () if is_item else tuple(channel_fields(about))
        self.address = "" if is_item else url_of(about, "")
        self.count = 0
        self.seen: set[str] = set()

    def outcomes(self, element: etree._Element) -> Iterator[Article | Refused]:
        """What an element of the feed gives: nothing, unless it is an item or the tombstone of one."""
        key = key_of(element).removeprefix("atom:")
        if key == "at:deleted-entry":
            when = element.get("when")
            reason = f"the feed has withdrawn it{f' on {when}' if when else ''}"
            yield Refused(element.get("ref") or self.page.location, "reading", reason)
        elif key == ("entry" if self.dialect == "atom" else "item"):
            self.count += 1
            place = f"{self.page.location}#{self.count}"
            try:
                article = self._article(Item(element, self.dialect))
                yield article or Refused(place, "reading", _HEADLINE_ONLY)
            except CannotRead as error:
                yield Refused(place, error.stage, str(error))

    def _article(self, item: Item) -> Article | None:
        title = next((plain(words) for words, _ in item.each("title", "media:title", "dc:title")), "")
        url = url_of(item, self.address)
        body = body_of(item, title, url)
        if body is None:
            return None
        own = tuple(item_fields(item, title, url))
        fields = _unique((*own, *_of_body(body), *self._inherited(item, own)))
        parts = [*_header(title, body, own), *_captions(item, title, body), *body.parts]
        article = article_of(self.page, parts, fields, self._id(item, url))
        return article if article.blocks_of("paragraph") else None

    def _inherited(self, item: Item, own: tuple[Field, ...]) -> Iterator[Field]:
        """What the feed says where the item does not; its writers wrote nothing that was taken from elsewhere."""
        named = {field.name for field in own} - {"outlet"} | ({"byline"} if item.all("source") else set())
        return (field for field in self.fields if field.name not in named)

    def _id(self, item: Item, url: str) -> str:
        """The item's own name, else its address, else its number; what another item had already does not count."""
        numbered = f"{self.page.id}#{self.count}"
        chosen = next((each for each in (id_of(item, self.page.id), url) if each and each not in self.seen), numbered)
        self.seen.add(chosen)
        return chosen


def _of_body(body: Body) -> Iterator[Field]:
    yield Field("extent", body.extent, body.path)
    if body.deck:
        yield Field("deck", *body.deck)


def _unique(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Each value of a name once."""
    kept: dict[tuple[str, str], Field] = {}
    for field in fields:
        kept.setdefault((field.name, field.value), field)
    return tuple(kept.values())


def _header(title: str, body: Body, fields: tuple[Field, ...]) -> Iterator[Part]:
    if title:
        yield Part("headline", title)
    if body.deck:
        yield Part("deck", body.deck[0])
    if names := [field.value for field in fields if field.name == "byline"]:
        yield Part("byline", ", ".join(names))


def _captions(item: Item, title: str, body: Body) -> Iterator[Part]:
    """The captions and credits of the item's pictures; some feeds give the summary again instead of a caption."""
    if next(images(item), None) is None:
        return
    said = {title, body.deck[0] if body.deck else "", *(part.words for part in body.parts)}
    for holder in (item, *(Item(group, item.dialect) for group in item.all("media:group")), *item.media()):
        for element in holder.all("media:description"):
            words = " ".join(part.words for part in fragment_parts(inner(element)))
            if words and not any(is_repeated(words, each) for each in said):
                said.add(words)
                yield Part("caption", words)
        for credit, _ in holder.each("media:credit"):
            yield Part("credit", plain(credit))
