"""XML from strangers: parsed without entities, external files or endless depth, or refused."""

import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree

from dateline.errors import BadMarkup

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_ENTITIES = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(\w{2,31});")
_BEFORE_MARK = re.compile(r"\s+([,;.)])")
PROLOGUE = 100_000
"""Characters in which a document type may declare entities; none that is honest is longer."""


def xml_root(content: str) -> etree._Element:
    """The root of an XML document. HTML's named entities, which feeds use without declaring them, are understood.

    Raises BadMarkup: the document declares entities (the way of XML bombs), is nested too deeply, or holds no element.
    A document that ends too early, or has a stray sign, gives what could be read of it.
    """
    if _ENTITIES.search(content, 0, PROLOGUE):
        raise BadMarkup("it declares entities of its own, as XML bombs do; send it without a document type")
    plain = _NAMED.sub(_character, _DECLARATION.sub("", content.lstrip("\ufeff"), count=1))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(plain.replace("\x00", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadMarkup(f"it is no XML: {error}") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise BadMarkup("its elements are nested too deeply")
    if root is None:
        raise BadMarkup("it is no XML: no element is in it")
    return root


def name_of(element: etree._Element) -> str:
    """The element's name without its namespace, "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def found(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The elements at the end of a path of names, in the order of the document; namespaces do not count."""
    if not names:
        yield element
        return
    for child in element:
        if name_of(child) == names[0]:
            yield from found(child, *names[1:])


def first(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first element at the end of a path of names."""
    return None if element is None else next(found(element, *names), None)


def words_in(element: etree._Element | None) -> str:
    """All the words within an element, with single spaces between them; where an element begins, a word may go on."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def phrases_in(element: etree._Element | None) -> str:
    """All the words within an element whose parts are phrases of their own: a name, a post, a place, a date."""
    words = "" if element is None else " ".join(" ".join(element.itertext()).split())
    return _BEFORE_MARK.sub(r"\1", words)


def _character(match: re.Match[str]) -> str:
    return html5.get(f"{match[1]};", match[0].replace("&", "&amp;", 1))
