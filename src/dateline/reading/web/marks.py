"""What a page says of its story in attributes among its visible words: microdata, RDFa, microformats, time elements."""

import re
from collections.abc import Iterator

from lxml.etree import XPath
from lxml.html import HtmlElement

from dateline.model import Field
from dateline.reading.web.sight import is_elsewhere, path_of, words_of

PROPERTIES = {
    "headline": "headline",
    "alternativeheadline": "deck",
    "datepublished": "published",
    "datecreated": "published",
    "created": "published",
    "issued": "published",
    "datemodified": "updated",
    "modified": "updated",
    "articlesection": "section",
    "author": "byline",
    "creator": "byline",
    "publisher": "outlet",
}
"""Property of schema.org or Dublin Core, in small letters -> name of our field."""
CLASSES = {
    "entry-title": "headline",
    "p-name": "headline",
    "published": "published",
    "dt-published": "published",
    "updated": "updated",
    "dt-updated": "updated",
    "p-author": "byline",
    "vcard": "byline",
}
"""Class of hAtom, h-entry or hCard -> name of our field."""
LONGEST = 300

_PROPERTY = XPath("//*[@itemprop or (@property and not(self::meta))]")
_CLASS = XPath(f"//*[{' or '.join(f'contains(@class, {name!r})' for name in CLASSES)}]")
_AUTHOR = XPath("//a[contains(concat(' ', @rel, ' '), ' author ')]")
_PERSON = XPath(".//*[@itemprop='name' or @property='name' or contains(concat(' ', @class, ' '), ' fn ')]")
_OTHERS = re.compile(
    r"/(?:Comment|UserComments|ImageObject|VideoObject|Person|Product|Review|Rating|AudioObject)$", re.IGNORECASE
)
_UPDATED = re.compile(r"updat|modif")
_OWN = re.compile(r"publ|pubdate|entry-date|post(?:ed)?-?_*(?:date|on|time)|article-?_*(?:date|time)")


def from_marks(tree: HtmlElement) -> Iterator[Field]:
    """The fields of marked elements, but of those among comments and in boxes of other stories."""
    for element in _PROPERTY(tree):
        for key in (element.get("itemprop") or element.get("property") or "").lower().split():
            name = PROPERTIES.get(key.rpartition(":")[2])
            if name and not _is_of_other(element) and (value := _value(element, name)):
                yield Field(name, value, f"{element.tag}[itemprop='{key}']")
    for element in _AUTHOR(tree):
        if not is_elsewhere(element) and (name := words_of(element)):
            yield Field("byline", name, "a[rel='author']")
    for element in _CLASS(tree):
        name = next((CLASSES[each] for each in element.get("class").split() if each in CLASSES), "")
        if not name or is_elsewhere(element) or (name == "byline" and not _is_card(element)):
            continue
        if value := _value(element, name):
            yield Field(name, value, path_of(element))
    yield from _times(tree)


def _times(tree: HtmlElement) -> Iterator[Field]:
    """Moments of time elements: those marked as the story's own first, then the others in their order."""
    found = [element for element in tree.iter("time") if not is_elsewhere(element)]
    about = [
        f"{element.get('class') or ''} {'pubdate' if element.get('pubdate') is not None else ''}".lower()
        for element in found
    ]
    for element, words in sorted(zip(found, about, strict=True), key=lambda each: not _OWN.search(each[1])):
        if moment := (element.get("datetime") or "").strip() or words_of(element):
            name = "updated" if _UPDATED.search(words or "") else "published"
            yield Field(name, moment, "time[datetime]" if element.get("datetime") else "time")


def _is_card(element: HtmlElement) -> bool:
    """Whether the element holds a name marked as one: a bare "vcard" may be anything about a person."""
    return not {"fn", "p-author"}.isdisjoint(element.get("class").split()) or bool(_PERSON(element))


def _is_of_other(element: HtmlElement) -> bool:
    """Whether the property belongs to a comment, a picture or a product, by the item it stands in."""
    scope = next(element.iterancestors("*"), None)
    while scope is not None and scope.get("itemscope") is None:
        scope = scope.getparent()
    if scope is not None and _OTHERS.search(scope.get("itemtype") or ""):
        return True
    return is_elsewhere(element)


def _value(element: HtmlElement, name: str) -> str:
    if name in ("published", "updated"):
        told = element.get("content") or element.get("datetime") or element.get("title") if element.tag != "a" else None
        if not told and (time := element.find(".//time[@datetime]")) is not None:
            told = time.get("datetime")
        return (told or words_of(element)).strip()[:LONGEST]
    if told := element.get("content"):
        return " ".join(told.split())
    if name == "outlet":
        return next((each.get("content") or words_of(each) for each in _PERSON(element)), "")[:LONGEST]
    if name == "byline":
        inner = next((each.get("content") or words_of(each) for each in _PERSON(element)), "")
        return inner or words_of(element)[:LONGEST]
    return words_of(element)[:LONGEST]
