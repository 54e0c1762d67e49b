"""The captions and credits of a page's pictures, with the paragraph that each picture stands below."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from dateline.reading.assembly import Part
from dateline.reading.web.sight import words_of

PICTURES = 30
"""Pictures that are kept of one page."""
LONGEST = 600
"""Characters of the longest caption: what is longer is a story of its own."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CAPTION = re.compile(r"(?:^|[-_ ])caption(?:[-_]*(?:text|content|title))?(?:$|[-_ ])")
_CREDIT = re.compile(r"(?:^|[-_ ])(?:credit|copyright|photographer|photo-?_*(?:source|by|author))(?:s|$|[-_ ])")
_CREDITED = frozenset(("creditText", "copyrightHolder", "copyrightNotice"))
_MARKED = ("figcaption", "p", "div", "span", "dd", "cite", "small", "em")
_WORDS = ("blockquote", "pre", "table")
"""What a figure shows that is no picture."""


class Picture(NamedTuple):
    """What is said of one picture: its caption, then its credit; and the paragraph above it, "" where there is none."""

    parts: tuple[Part, ...]
    above: str


def take_pictures(tree: HtmlElement, scope: HtmlElement) -> list[Picture]:
    """What is said of the pictures in `scope`, in the order of the page; all captions are taken out of the tree.

    A picture that stands twice in one place is there for screens of two sizes, and one of the two is kept. A caption is
    told by its tag (figcaption), by its class, by schema.org's properties, or by a picture's data-caption. An alt
    attribute is no caption: readers do not see it.
    """
    for figure in tree.iter("figure"):
        if next(figure.iter(*_WORDS), None) is not None:
            _unframe(figure)
    found = [Picture(parts, above) for holder, above in _holders(scope) if (parts := tuple(_parts(holder)))]
    for element in list(tree.iter("figcaption")):
        element.drop_tree()
    return list(dict.fromkeys(found))[:PICTURES]


def _holders(scope: HtmlElement) -> list[tuple[HtmlElement, str]]:
    """Figures, and captions and pictures that stand in none, each with the paragraph above."""
    found: list[tuple[HtmlElement, str]] = []
    inside: set[HtmlElement] = set()
    above: HtmlElement | None = None
    for element in scope.iter("figure", "img", *_MARKED):
        if element in inside:
            continue
        if _is_holder(element):
            inside.update(element.iter("img", *_MARKED))
            found.append((element, "" if above is None else words_of(above)))
        elif element.tag == "p":
            above = element
    return found


def _is_holder(element: HtmlElement) -> bool:
    if element.tag == "figure":
        return element.find(".//figure") is None
    if element.tag == "img":
        return bool(element.get("data-caption"))
    return _is_caption(element)


def _unframe(figure: HtmlElement) -> None:
    """A figure of words, such as a quotation or a table, is a part of the story like any other."""
    figure.tag = "div"
    for element in figure.iter("figcaption"):
        element.tag = "p"


def _parts(holder: HtmlElement) -> Iterator[Part]:
    """Caption and credit, taken out of the page: the credit first, since it may stand inside the caption."""
    marked = list(holder.iter(*_MARKED))
    signed = _taken(element for element in marked if element is not holder and _is_credit(element))
    said = _taken(element for element in marked if _is_caption(element)) or _attached(holder)
    if said and len(said) <= LONGEST:
        yield Part("caption", said)
    if signed and signed != said and len(signed) <= LONGEST:
        yield Part("credit", signed)


def _taken(elements: Iterator[HtmlElement]) -> str:
    """The words of the first of the elements that has any; all of them are taken out."""
    found = ""
    for element in list(elements):
        words = words_of(element)
        found = found or (words if _has_letters(words) else "")
        if element.getparent() is not None:
            element.drop_tree()
    return found


def _attached(holder: HtmlElement) -> str:
    """The caption that a picture carries as an attribute."""
    told = (" ".join((each.get("data-caption") or "").split()) for each in holder.iter("figure", "a", "img"))
    return next((words for words in told if _has_letters(words) and "<" not in words), "")


def _is_caption(element: HtmlElement) -> bool:
    if element.tag == "figcaption" or element.get("itemprop") == "caption":
        return True
    return _CAPTION.search(_class(element)) is not None and element.find(".//img") is None


def _is_credit(element: HtmlElement) -> bool:
    if element.get("itemprop") in _CREDITED:
        return True
    return _CREDIT.search(_class(element)) is not None


def _class(element: HtmlElement) -> str:
    """Its class in small letters, "imageCaption" as "image-caption"."""
    return _CAMEL.sub("-", element.get("class") or "").lower()


def _has_letters(words: str) -> bool:
    return any(char.isalnum() for char in words)
