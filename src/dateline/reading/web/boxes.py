"""What stands around a story on a web page, and in the middle of it: taken out before the story is read."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from dateline.reading.plain.pieces import ends_sentence

KEPT = 60
"""Large elements with a suspicious name that are looked into; a page with more of them is left as it is."""
MOST = 0.3
"""An element with a larger part of the page's running text is no box, whatever its name."""
RUNNING = 80
"""Characters of a piece of running text: labels and links are shorter."""
LINK = 8
"""Words of a line that is nothing but a link, from which on it is the headline of another story."""
ROW = 3
"""Links that make a row of them."""

_TAGS = frozenset(("nav", "form", "dialog", "aside", "button", "select", "menu", "footer", "noscript", "template"))
_WORDS = (
    r"related|newsletters?|promos?|promoted|share|sharing|shares|social|socials|comments|respond|recirc|recommended"
    r"|recommendations?|recommend|subscribe|subscription|sign-?up|paywall|sponsored|adverts?|advertisement|advertising"
    r"|trending|breadcrumbs?|cookies?|consent|pagination|toolbar|(?:author-?)bio|(?:most|more)-(?:read|popular|viewed|news"
    r"|stories|articles|on|from)|(?:read|see)-?(?:more|also|next)|also-?(?:read|like)|latest-(?:news|stories|articles|posts)"
    r"|recent-(?:news|posts|articles|stories)|(?:recent|latest|popular)News|disclosure|disclaimer|screen-reader-text"
    r"|sr-only|visually-hidden|sidebar|side-bar|menu|navigation|navbar|likes?|about-?author|author-?box"
    r"|reading-?time|read-?time|tags"
)
_NAME = re.compile(rf"(?:^|[-_ ])(?:{_WORDS})(?:$|[-_ ])", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_STORY = re.compile(
    r"(?:entry|article|post|story|page|site|main)[-_]*(?:content|body|text|main|wrapper)|embed", re.IGNORECASE
)
"""Names of what holds the story, or of posts that are quoted in it: no box, whatever else they are called."""
_LONG = XPath(f".//text()[string-length() > {RUNNING}]", smart_strings=False)
_SILENT = ("script", "style")
_CARD = ("h2", "h3", "h4", "h5", "h6", "p")
"""A link around a heading or a paragraph is the card of another story."""
_LINES = frozenset(("p", "h2", "h3", "h4", "h5", "h6"))


def take_boxes(tree: HtmlElement) -> None:
    """Take out what is not the story: navigation, forms, boxes of links, share bars, what is hidden.

    A box is told by its tag, by a whole word of its class or id, or by being nothing but links. What holds much of
    the page's running text stays, whatever it is called.
    """
    for silent in list(tree.iter(*_SILENT)):
        silent.drop_tree()
    for quoted in tree.iter("blockquote"):
        _unmark(quoted)
    whole = running(tree) or 1
    kept = 0
    for element in _boxes(tree):
        if kept < KEPT and running(element) <= MOST * whole:
            element.drop_tree()
        else:
            kept += 1


def _unmark(quoted: HtmlElement) -> None:
    """A post that the story quotes is part of it: the class of its embedding would have it taken for a share bar."""
    for element in (quoted, *islice(quoted.iterancestors(), 2)):
        if element is quoted or "embed" in (element.get("class") or ""):
            element.attrib.pop("class", None)


def running(element: HtmlElement) -> int:
    """Characters of running text in the element."""
    return sum(map(len, _LONG(element)))


def _boxes(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Boxes from the outside in; what is inside a box that was taken out is not looked at."""
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        if element is not tree and _is_box(element):
            yield element
            if element.getparent() is None:
                continue
        waiting.extend(element)


def _is_box(element: HtmlElement) -> bool:
    tag = element.tag
    if tag in _TAGS:
        return True
    attributes = element.attrib
    if not attributes:
        return _is_link_box(element)
    if tag in ("body", "main", "article"):
        return False
    name = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    if len(name) > 1 and _NAME.search(name := _CAMEL.sub("-", name)) and not _STORY.search(name):
        return True
    return _is_link_box(element)


def _is_link_box(element: HtmlElement) -> bool:
    if element.tag == "a":
        return next(element.iter(*_CARD), None) is not None and next(element.iter("h1"), None) is None
    if element.tag in _LINES:
        return _is_headline_link(element)
    if element.tag in ("ul", "ol"):
        items = [child for child in element if child.tag == "li"]
        return len(items) > 1 and all(_is_link(item) for item in items)
    return _is_link_row(element)


def _is_link_row(element: HtmlElement) -> bool:
    """Whether the element is nothing but links, one beside or below the other, with signs between them."""
    if len(element) < ROW or any(child.tag not in ("a", "br") for child in element):
        return False
    between = (element.text or "", *(child.tail or "" for child in element))
    if any(char.isalnum() for words in between for char in words):
        return False
    return sum(1 for child in element if child.tag == "a" and _is_link(child)) >= ROW


def _is_headline_link(element: HtmlElement) -> bool:
    if not _is_link(element):
        return False
    words = element.text_content()
    return len(words.split()) >= LINK and not ends_sentence(words.strip())


def _is_link(element: HtmlElement) -> bool:
    """Whether all words of the element are those of one link to another page."""
    link = element
    while len(link) == 1 and link.tag != "a" and not (link.text or "").strip():
        link = link[0]
        if (link.tail or "").strip():
            return False
    return link.tag == "a" and not (link.get("href") or "#").startswith("#")
