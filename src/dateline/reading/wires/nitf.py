"""NITF 3 (IPTC): a story marked up for print and wire, alone or within another format."""

from collections.abc import Iterator

from lxml import etree

from dateline.errors import BadMarkup
from dateline.model import Article, Page, Refused
from dateline.reading.assembly import Part
from dateline.reading.wires.fragments import element_parts
from dateline.reading.wires.items import Item
from dateline.reading.wires.xml import first, found, name_of, phrases_in, words_in, xml_root

_NO_BODY = frozenset(
    ("body.head", "body.end", "dateline", "copyrite", "abstract", "datasource", "byline", "distributor")
)
"""Told by other means, or not part of the story."""
_LEGAL = frozenset(("cpyrt", "copydisclaim", "trademark", "hd"))
"""Classes of notes that speak to lawyers."""


def nitf(page: Page) -> Iterator[Article | Refused]:
    """The story of a NITF document. Raises BadMarkup."""
    root = xml_root(page.content)
    if name_of(root) != "nitf":
        raise BadMarkup(f"it is no NITF: its root is {name_of(root)!r}")
    item = Item()
    tell_nitf(item, root, "nitf: ")
    yield item.article(page)


def tell_nitf(item: Item, root: etree._Element, path: str) -> None:
    """Tells an item what a `nitf` element says; `path` is what leads to the element. What is known already stays."""
    if (docdata := first(root, "head", "docdata")) is not None:
        _tell_docdata(item, docdata, f"{path}head/docdata")
    _tell_head(item, root, path)
    _tell_body(item, root, path)
    item.line("headline", words_in(first(root, "head", "title")), f"{path}head/title")


def _tell_docdata(item: Item, docdata: etree._Element, path: str) -> None:
    status = docdata.get("management-status")
    for element in docdata:
        name = name_of(element)
        here = f"{path}/{name}"
        if name == "doc-id":
            item.id = item.id or (element.get("id-string") or "").strip()
            item.tell("agency", element.get("regsrc"), here)
        elif name == "correction":
            item.standing("correction", here)
            item.note(element.get("info"))
        elif name == "ed-msg":
            item.note(element.get("info"))
        elif name == "du-key":
            item.tell("revision", element.get("version"), here)
        elif name == "doc.copyright":
            item.tell("copyright", element.get("holder"), here)
        elif name == "doc-scope":
            item.tell("tag", element.get("scope"), here)
    for name in ("date.issue", "date.release"):
        item.moment("published", _attribute(docdata, "norm", name), f"{path}/{name}")
    item.standing(status, path)
    if (status or "").lower() in ("embargoed", "withheld"):
        item.embargo(_attribute(docdata, "norm", "date.release"), f"{path}/date.release", None)
    for keyword in found(docdata, "key-list", "keyword"):
        item.tell("tag", keyword.get("key"), f"{path}/key-list/keyword")


def _tell_head(item: Item, root: etree._Element, path: str) -> None:
    item.tell("language", root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("lang"), f"{path}@lang")
    for pubdata in found(root, "head", "pubdata"):
        item.moment("published", pubdata.get("date.publication"), f"{path}head/pubdata")
        item.tell("outlet", pubdata.get("name"), f"{path}head/pubdata")
        item.tell("section", pubdata.get("position.section"), f"{path}head/pubdata")
    revisions = [element.get("norm") for element in found(root, "head", "revision-history") if element.get("norm")]
    item.moment("updated", max(revisions, default=None), f"{path}head/revision-history")
    for subject in found(root, "head", "tobject", "tobject.subject"):
        for key in ("type", "matter", "detail"):
            item.tell("tag", subject.get(f"tobject.subject.{key}"), f"{path}head/tobject/tobject.subject")


def _tell_body(item: Item, root: etree._Element, path: str) -> None:
    body = first(root, "body")
    if body is None:
        return
    head, content = first(body, "body.head"), first(body, "body.content")
    content = body if content is None else content
    if head is not None:
        _tell_lines(item, head, f"{path}body/body.head")
    for dateline in content.iter("{*}dateline"):
        item.line("dateline", phrases_in(dateline), f"{path}body/body.content/dateline")
    for picture in content.iter("{*}media-reference"):
        item.tell("image", picture.get("source"), f"{path}body/body.content/media/media-reference")
    item.body += element_parts(content, _NO_BODY)
    for tagline in found(body, "body.end", "tagline"):
        item.body += [Part("note", words_in(tagline))]


def _tell_lines(item: Item, head: etree._Element, path: str) -> None:
    item.line("headline", words_in(first(head, "hedline", "hl1")), f"{path}/hedline/hl1")
    item.line("deck", words_in(first(head, "hedline", "hl2")), f"{path}/hedline/hl2")
    item.line("deck", words_in(first(head, "abstract")), f"{path}/abstract")
    bylines = [words for element in found(head, "byline") if (words := _byline(element))]
    item.line("byline", ", ".join(dict.fromkeys(bylines)), f"{path}/byline")
    item.line("dateline", phrases_in(first(head, "dateline")), f"{path}/dateline")
    item.moment("published", _attribute(head, "norm", "dateline", "story.date"), f"{path}/dateline/story.date")
    for note in found(head, "note"):
        if (note.get("noteclass") or "").lower() not in _LEGAL:
            item.note(words_in(note))
    for distributor in found(head, "distributor"):
        item.tell("agency", phrases_in(distributor), f"{path}/distributor")


def _byline(element: etree._Element) -> str:
    """Name and post, with a comma between them."""
    words = phrases_in(element)
    for post in filter(None, map(phrases_in, found(element, "byttl"))):
        name, title, rest = words.rpartition(post)
        words = f"{name.rstrip(' ,')}, {title}{rest}" if name and title else words
    return words


def _attribute(element: etree._Element, name: str, *names: str) -> str | None:
    there = first(element, *names)
    return None if there is None else there.get(name)
