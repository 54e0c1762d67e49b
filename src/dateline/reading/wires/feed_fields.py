"""What a feed says of its items outside their text."""

import re
from collections.abc import Iterator
from itertools import chain
from urllib.parse import urljoin

from lxml import etree

from dateline.model import Field
from dateline.reading.wires.feed_dates import feed_moment
from dateline.reading.wires.feed_items import BASE, LANG, Item, key_of, plain
from dateline.reading.wires.fragments import words_of

_PUBLISHED = ("published", "pubDate", "issued", "dc:date", "dcterms:issued", "dcterms:created", "pubdate", "date")
_UPDATED = ("updated", "modified", "atom:updated", "dcterms:modified")
_BYLINE = ("author", "dc:creator", "creator", "atom:author", "dc:contributor")
_SIGNED = re.compile(r"\S+@\S+\s*\((?P<name>[^()]+)\)\s*$")
_ADDRESS = re.compile(r"\(?<?(?:mailto:)?[^\s<>()]+@[^\s<>()]+>?\)?")


def item_fields(item: Item, title: str, url: str) -> Iterator[Field]:
    """The fields of an item, best first for each name."""
    if title:
        yield Field("headline", title, item.path("title"))
    if url:
        yield Field("url", url, item.path("link" if item.all("link") else "guid"))
    yield from _moments(item)
    yield from (Field("byline", name, path) for name, path in _bylines(item))
    yield from _outlets(item)
    yield from _categories(item)
    yield from _languages(item)
    yield from (Field("image", address, path) for address, path in images(item))


def channel_fields(channel: Item) -> Iterator[Field]:
    """What the feed says of all its items."""
    if found := channel.first("title"):
        yield Field("outlet", plain(found[0]), found[1])
    yield from _languages(channel)
    if channel.dialect == "atom":
        yield from (Field("byline", name, path) for name, path in _bylines(channel))


def url_of(item: Item, base: str) -> str:
    """The item's address: the publisher's own, else the link, else an identifier that is one, else ""."""
    origin = item.first("feedburner:origLink")
    links = [link.get("href") for link in item.all("link") if link.get("rel", "alternate") == "alternate"]
    told = origin[0] if origin else next((link for link in links if link), None) or next(item.each("link"), ("", ""))[0]
    if told:
        return _joined(item.element.get(BASE) or base, told.strip())
    for guid in item.all("guid"):
        words = words_of(guid.text)
        if guid.get("isPermaLink", "true") != "false" and words.startswith(("http://", "https://")):
            return words
    return ""


def id_of(item: Item, feed: str) -> str:
    """What the feed calls the item; "" where it does not.

    What is no URI ("12345") is a name within this feed alone and gets the feed's own id before it.
    """
    found = item.first("guid", "id")
    name = found[0] if found else next((value for key, value in item.element.attrib.items() if _is_about(key)), "")
    return name if not name or ":" in name or name.startswith(f"{feed}#") else f"{feed}#{name}"


def images(item: Item) -> Iterator[tuple[str, str]]:
    """The addresses of the item's pictures, each with its path."""
    for media in item.media():
        kind = media.element.get("type") or media.element.get("medium") or "image"
        if kind.startswith("image") and (address := media.element.get("url")):
            yield address.strip(), media.place
    for enclosure in chain(item.all("enclosure"), item.all("link")):
        address = enclosure.get("url") or (enclosure.get("href") if enclosure.get("rel") == "enclosure" else None)
        if address and (enclosure.get("type") or "").startswith("image/"):
            yield address.strip(), item.path("enclosure")
    if found := item.first("image"):
        address = next((each for each in found[0].split() if "://" in each), "")
        if address:
            yield address, found[1]


def _is_about(key: str) -> bool:
    return key.endswith("}about")


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:  # brackets that hold no address of IPv6
        return address


def _moments(item: Item) -> Iterator[Field]:
    """The first moment that can be read; what cannot is kept as "unreadable"."""
    for name, keys in (("published", _PUBLISHED), ("updated", _UPDATED)):
        told = list(item.each(*keys))
        read = next(((moment, path) for words, path in told if (moment := feed_moment(words))), None)
        if read:
            yield Field(name, *read)
        elif told:
            yield Field("unreadable", *told[0])


def _bylines(item: Item) -> Iterator[tuple[str, str]]:
    """Names of people, without their addresses; of several elements the first kind that names one."""
    for key in _BYLINE:
        names = [name for element in item.all(key) if (name := _name(element))]
        if names:
            yield from ((name, item.path(key)) for name in dict.fromkeys(names))
            return


def _name(element: etree._Element) -> str:
    inside = element.find("{*}name")
    words = words_of("".join((element if inside is None else inside).itertext()))
    signed = _SIGNED.match(words)
    name = plain(signed["name"] if signed else _ADDRESS.sub("", words)).strip(" ,;<>()")
    return "" if "://" in name or not any(char.isalpha() for char in name) else name


def _outlets(item: Item) -> Iterator[Field]:
    """Of an item taken over from another feed the first outlet, else the feed's own."""
    for source in item.all("source"):
        title = source.find("{*}title")
        if words := plain("".join((source if title is None else title).itertext())):
            yield Field("outlet", words, item.path("source"))
    if found := item.first("dc:publisher"):
        yield Field("outlet", plain(found[0]), found[1])


def _categories(item: Item) -> Iterator[Field]:
    """One category is the section, several are tags: nothing tells which of them the section is."""
    told = [plain(each.get("label") or each.get("term") or each.text or "") for each in item.all("category")]
    words = [word for word in dict.fromkeys(told) if word]
    name = "section" if len(words) == 1 else "tag"
    yield from (Field(name, word, item.path("category")) for word in words)
    yield from (Field("tag", plain(word), path) for word, path in item.each("dc:subject") if word not in words)


def _languages(item: Item) -> Iterator[Field]:
    if found := item.first("language", "dc:language"):
        yield Field("language", *found)
    for holder in chain([item.element], item.element.iterancestors()):
        if language := holder.get(LANG):
            yield Field("language", language, f"{item.dialect}: {key_of(holder).removeprefix('atom:')}[xml:lang]")
            return
