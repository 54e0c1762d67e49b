"""A feed cut into its items, each as a page of its own that says of the feed what all items share."""

from collections.abc import Iterator
from hashlib import blake2b
from urllib.parse import urljoin

import msgspec
from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from dateline.errors import BadMarkup
from dateline.model import Article, Field, Page, Refused
from dateline.reading import read_page
from dateline.reading.wires.feed_fields import channel_fields, id_of, item_fields, url_of
from dateline.reading.wires.feed_items import Item, key_of, plain
from dateline.reading.wires.xml import name_of

ATOM, RSS = "application/atom+xml", "application/rss+xml"
ITEMS = 2000
"""Items of a feed that are read; it gives the newest first."""
HEAD = 50_000
"""Characters that a feed may say of itself: they are repeated with each of its items."""

_TOMBSTONE = "at:deleted-entry"
_NAME = {"item": "guid", "entry": "id"}
_TELLING = ("headline", "published", "updated")


class FeedItem(Struct, frozen=True, kw_only=True):
    """An item of a feed: its id, its link ("" for none), and a digest that follows what the feed says of it.

    `fields` are what the feed says of it outside its text, and of all its items.
    `page` is the feed with this item alone, `read` what reading makes of it. With `told_only` its
    reason is all there is to it: it is a tombstone.
    """

    id: str
    url: str
    digest: str
    page: Page
    read: Article | Refused
    fields: tuple[Field, ...] = ()
    told_only: bool = False


def items_of(page: Page, root: etree._Element) -> Iterator[FeedItem]:
    """The items of a feed and the tombstones in it, in its order, 2,000 at most. `root` is the page's content; it is
    emptied. Raises BadMarkup.
    """
    cutter = _Cutter(page, root)
    for element in cutter.elements():
        if (item := cutter.item(element)) is not None:
            yield item
    if (more := len(cutter.places) - ITEMS) > 0:
        reason = f"the feed has {more:,} items more than the {ITEMS:,} that are read"
        refused = Refused(page.location, "reading", reason)
        yield FeedItem(id=f"{page.id}#more", url="", digest=_digest(more), page=page, read=refused, told_only=True)


class _Cutter:
    """A feed while its items are taken out, and what they were called."""

    def __init__(self, page: Page, root: etree._Element) -> None:
        self.page = page
        self.root = root
        self.dialect = "atom" if name_of(root) in ("feed", "entry") else "rss"
        channel = Item(next((each for each in root.iter() if key_of(each) == "channel"), root), self.dialect)
        self.base = "" if name_of(root) == "entry" else url_of(channel, "")
        self.shared = () if name_of(root) == "entry" else tuple(channel_fields(channel))
        self.seen: dict[str, str] = {}
        wanted = ("entry" if self.dialect == "atom" else "item", _TOMBSTONE)
        found = [each for each in root.iter() if _key(each) in wanted]
        within = set(found)
        self.places = [(each, each.getparent()) for each in found if within.isdisjoint(each.iterancestors())]

    def elements(self) -> Iterator[etree._Element]:
        """Each item or tombstone while it stands alone in the feed. Items within items stay where they are."""
        for element, parent in self.places:
            if parent is not None:
                parent.remove(element)
        if self.places and self.places[0][1] is not None:
            self._prune()
        for element, parent in self.places[:ITEMS]:
            if parent is None:
                yield element
            else:
                parent.append(element)
                yield element
                parent.remove(element)

    def _prune(self) -> None:
        """Drops the table of contents of RSS 1.0. Raises BadMarkup where what is left is too long."""
        for contents in list(self.root.iter("{http://purl.org/rss/1.0/}items")):
            parent = contents.getparent()
            if parent is not None:
                parent.remove(contents)
        if len(etree.tostring(self.root, encoding="unicode")) > HEAD:
            raise BadMarkup(f"what the feed says of itself is longer than {HEAD:,} characters")

    def item(self, element: etree._Element) -> FeedItem | None:
        """The item; None where the feed said the very same before. Two of one name do not take each other's place."""
        if _key(element) == _TOMBSTONE:
            return self._tombstone(element)
        item = Item(element, self.dialect)
        title = next((plain(words) for words, _ in item.each("title", "media:title", "dc:title")), "")
        url = url_of(item, self.base)
        page, read = self._read()
        fields = (*item_fields(item, title, url), *self.shared)
        told = [field.value for field in fields if field.name in _TELLING]
        digest = _digest(url, told, read.text if isinstance(read, Article) else "")
        name = id_of(item, self.page.id) or url
        if not name or self.seen.get(name, digest) != digest:
            name = url if url and url not in self.seen else f"{self.page.id}#{digest}"
            _name(element, name)
            page, read = self._read()
        if name in self.seen:
            return None
        self.seen[name] = digest
        address = _joined(self.page.location, url)
        return FeedItem(id=name, url=address, digest=digest, page=page, read=read, fields=fields)

    def _tombstone(self, element: etree._Element) -> FeedItem | None:
        """The tombstone of an item, under a name that the item itself does not have."""
        name, digest = f"withdrawn {element.get('ref') or ''}", _digest(element.get("when"))
        if name in self.seen:
            return None
        self.seen[name] = digest
        page, read = self._read()
        return FeedItem(id=name, url="", digest=digest, page=page, read=read, told_only=True)

    def _read(self) -> tuple[Page, Article | Refused]:
        page = replace(self.page, content=etree.tostring(self.root, encoding="unicode"))
        return page, next(read_page(page))


def _key(element: etree._Element) -> str:
    return key_of(element).removeprefix("atom:")


def _name(element: etree._Element, name: str) -> None:
    """Gives an item a name of its own, in the place of the one it shares."""
    for child in [each for each in element if _key(each) in ("guid", "id")]:
        element.remove(child)
    own = etree.SubElement(element, _NAME[_key(element)])  # written out, it is in the feed's own namespace
    own.text = name
    if _key(element) == "item":
        own.set("isPermaLink", "false")


def _digest(*told: object) -> str:
    return blake2b(msgspec.json.encode(told), digest_size=16).hexdigest()


def _joined(base: str, url: str) -> str:
    try:
        return urljoin(base, url) if url else ""
    except ValueError:  # brackets that hold no address of IPv6
        return url
