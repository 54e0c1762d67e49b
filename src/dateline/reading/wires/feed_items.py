"""The elements of a feed under one name each, whatever its dialect calls them or forgets to declare."""

import re
from collections.abc import Iterator
from html import unescape

from lxml import etree

from dateline.reading.wires.fragments import words_of

_PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://search.yahoo.com/mrss": "media:",
    "http://www.w3.org/2005/Atom": "atom:",
    "http://purl.org/atom/ns#": "atom:",
    "http://purl.org/atompub/tombstones/1.0": "at:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
}
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
LANG, BASE = (f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("lang", "base"))


def key_of(element: etree._Element) -> str:
    """The element's name with the usual prefix of its namespace: "title", "dc:creator", "media:content"."""
    if not isinstance(element.tag, str):
        return ""
    namespace, _, name = element.tag.removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(namespace)
    if prefix is None:
        prefix = f"{element.prefix}:" if namespace and element.prefix else ""
    return f"{prefix}{name}"


class Item:
    """An item, an entry, or the channel itself: what stands right in it, by key."""

    def __init__(self, element: etree._Element, dialect: str, above: str = "") -> None:
        own = "atom:" if dialect == "atom" else ""
        self.element = element
        self.dialect = dialect
        self.place = f"{above}/{key_of(element)}" if above else f"{dialect}: {key_of(element).removeprefix(own)}"
        self._children: dict[str, list[etree._Element]] = {}
        for child in element:
            self._children.setdefault(key_of(child).removeprefix(own), []).append(child)

    def all(self, key: str) -> list[etree._Element]:
        """Its children of this name, in order."""
        return self._children.get(key, [])

    def first(self, *keys: str) -> tuple[str, str] | None:
        """The words of the first child that has any, and the path it stands at."""
        return next(self.each(*keys), None)

    def each(self, *keys: str) -> Iterator[tuple[str, str]]:
        """The words of all children of these names that have any, each with its path."""
        for key in keys:
            for child in self.all(key):
                if words := words_of("".join(child.itertext())):
                    yield words, self.path(key)

    def path(self, key: str) -> str:
        """Where a child of this name stands: "rss: item/pubDate"."""
        return f"{self.place}/{key}"

    def media(self) -> Iterator["Item"]:
        """Its pictures and films: the media elements in it or in a group of it."""
        for group in (self.element, *self.all("media:group")):
            for child in group:
                if key_of(child) in ("media:content", "media:thumbnail"):
                    yield Item(child, self.dialect, self.place)


def plain(words: str) -> str:
    """A title without markup or entities; senders escape them once too often, and then again."""
    for _ in range(3):
        seen = unescape(words)
        if seen == words:
            break
        words = seen
    return words_of(_TAG.sub(" " if "<br" in words else "", words))


def inner(element: etree._Element) -> str:
    """What stands in an element, as markup: its own elements written out, or the words that hide them."""
    if len(element):
        parts = [_escaped(element.text), *(etree.tostring(child, encoding="unicode") for child in element)]
        return "".join(parts)
    return element.text or ""


def _escaped(words: str | None) -> str:
    return (words or "").replace("&", "&amp;").replace("<", "&lt;")
