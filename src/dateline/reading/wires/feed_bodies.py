"""The text of a feed's item: the story or its summary, without what points back to the site."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from lxml import etree

from dateline.reading.assembly import Part
from dateline.reading.plain.headlines import is_prose, is_repeated
from dateline.reading.plain.pieces import ends_sentence
from dateline.reading.plain.shapes import shapes_of
from dateline.reading.wires.feed_items import Item, inner, key_of
from dateline.reading.wires.fragments import fragment_parts, text_parts, words_of

FULL, SUMMARY = "full text", "summary"
STORY = 3
"""Paragraphs of prose from which on a description is the story itself."""
DECK = 60
"""Words of the longest deck."""
POINTER = 8
"""Words that stand around the title in a line that says where the post first stood."""
TAIL = 80
"""Characters of the longest invitation to read on."""

_ENCODED = ("content:encoded", "content", "atom:content", "xhtml:body", "body")
_SHORT = ("description", "summary", "atom:summary", "dcterms:abstract", "dc:description", "itunes:summary")
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|br|div|span|a|img|b|i|em|strong|ul|ol|li|h\d|blockquote|figure)\b", re.I)
_MARKUP = re.compile(r"<[a-zA-Z!/]")
_HREF = re.compile(r"""\shref\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_REST = re.compile(r"(?:\s|</?\w[^<>]*>|&nbsp;|&#\w+;|&[lr]?aquo;|[\].…»›→])*\Z")
_TAIL = re.compile(rf"(?:(?<=[.!?…\]])|\.\.\.)\s+(\S[^.!?…\n]{{2,{TAIL}}})$")
_CUT = re.compile(r"(?:…|\.\.\.|\[\s?(?:…|\.\.\.)\s?\]|\(\s?(?:…|\.\.\.)\s?\))\W*$")
_SPACES = re.compile(r"\W+")


class Body(NamedTuple):
    """The parts of an item's text, whether they are all of it ("full text", "summary"), and where they stood."""

    parts: list[Part]
    extent: str
    path: str
    deck: tuple[str, str] | None = None


def body_of(item: Item, title: str, url: str) -> Body | None:
    """The story where the feed gives it, else its summary; None where it gives neither."""
    full = _first(item, [*_ENCODED, *_full_text_keys(item)], title, url)
    short = _first(item, _SHORT, title, url)
    if full is None or (short is not None and _weight(short.parts) > _weight(full.parts)):
        if short is None:
            return None
        story = short.extent == FULL and sum(is_prose(part.words) for part in short.parts) >= STORY
        return short._replace(extent=FULL if story else SUMMARY)
    return full._replace(deck=_deck(short, full)) if short else full


def _full_text_keys(item: Item) -> Iterator[str]:
    """Extensions of several search engines call it so."""
    keys = (key_of(child) for child in item.element)
    return (key for key in keys if key.endswith((":full-text", ":fulltext")))


def _first(item: Item, keys: Iterable[str], title: str, url: str) -> Body | None:
    for key in keys:
        for element in item.all(key):
            markup, linked = _without_link(_markup(element), url)
            parts, pointed = _without_pointers(_parts(markup, element), title)
            if any(part.role == "paragraph" for part in parts):
                cut = linked or pointed or _CUT.search(parts[-1].words) is not None
                return Body(parts, SUMMARY if cut else FULL, item.path(key))
    return None


def _markup(element: etree._Element) -> str:
    """The markup in an element; "" where it lies elsewhere or is no text. Escaped once too often, it is mended."""
    kind = (element.get("type") or "").lower()
    binary = "/" in kind and not kind.startswith("text/") and not kind.endswith(("xml", "html"))
    if element.get("mode") == "base64" or binary:
        return ""
    markup = inner(element)
    return unescape(markup) if not _MARKUP.search(markup) and _ESCAPED_TAG.search(markup) else markup


def _parts(markup: str, element: etree._Element) -> list[Part]:
    is_text = element.get("type") in ("text", "text/plain") and not len(element)
    return text_parts(markup) if is_text and not _MARKUP.search(markup) else fragment_parts(markup)


def _without_link(markup: str, url: str) -> tuple[str, bool]:
    """Without a link to the whole story at the very end, and whether there was one."""
    end = markup.rfind("</a>")
    start = max(markup.rfind("<a ", 0, max(end, 0)), markup.rfind("<a\n", 0, max(end, 0)))
    if end < 0 or start < 0 or not url or len(markup) - end > 1000 or not _REST.match(markup, end + len("</a>")):
        return markup, False
    href = _HREF.search(markup, start, end)
    if href is None or _bare(href[1]) != _bare(url):
        return markup, False
    return markup[:start] + markup[end + len("</a>") :], True


def _bare(address: str) -> str:
    """An address without what only counts its readers."""
    return re.split(r"[?#]", unescape(address), maxsplit=1)[0].rstrip("/").partition("://")[2]


def _without_pointers(parts: list[Part], title: str) -> tuple[list[Part], bool]:
    """Without the headline said again, the line that says where the post first stood, and an invitation to read on."""
    kept = [part for part in parts if not _is_echo(part.words, title)]
    while kept and kept[-1].role == "paragraph" and _is_pointer(kept[-1].words, title, len(kept) == 1):
        kept.pop()
    if not kept:
        return kept, False
    last = kept[-1]
    tail = _TAIL.search(last.words, max(0, len(last.words) - TAIL - 10))
    if tail and shapes_of("en").role(tail[1]) == "furniture":
        return [*kept[:-1], last._replace(words=last.words[: tail.start(1)].rstrip())], True
    return kept, False


def _is_echo(words: str, title: str) -> bool:
    return bool(title) and is_repeated(words, title)


def _is_pointer(words: str, title: str, alone: bool) -> bool:
    """A line around the title, in any language: "The post ... appeared first on ..."."""
    said, named = f" {_plain(words)} ", f" {_plain(title)} "
    if not title or len(title.split()) < 2 or named not in said:
        return False
    around = len(said.replace(named, " ", 1).split())
    return around <= POINTER and not (alone and ends_sentence(words))


def _deck(short: Body, full: Body) -> tuple[str, str] | None:
    """A summary beside the story, unless it is cut off or only the story's beginning."""
    words = words_of(" ".join(part.words for part in short.parts if part.role == "paragraph"))
    bare = "" if _CUT.search(words) else _plain(words)
    story = _plain(" ".join(part.words for part in full.parts[:8]))
    return None if len(words.split()) > DECK or not bare or bare in story else (words, short.path)


def _weight(parts: list[Part]) -> int:
    """Words of running text; of a list of links there are none."""
    return sum(len(part.words.split()) for part in parts if part.role == "paragraph" and is_prose(part.words))


def _plain(words: str) -> str:
    return _SPACES.sub(" ", words.casefold()).strip()
