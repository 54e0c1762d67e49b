"""XML from strangers: parsed without entities, external files or endless depth, or refused."""

import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree

from dateline.errors import BadMarkup

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_ENTITIES = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(\w{2,31});")
_HALF = re.compile(
    r"&#(?:x0*d[89a-f][0-9a-f]{2}|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));", re.I
)
"""A reference to half a character (U+D800 to U+DFFF), which libxml2 takes and gives back as bytes that are no UTF-8."""
_BEFORE_MARK = re.compile(r"\s+([,;.)])")
TAIL = 2000
"""Characters at the end of a document in which its root closes."""
PROLOGUE = 100_000
"""Characters in which a document type may declare entities; none that is honest is longer."""


def xml_root(content: str) -> etree._Element:
    """The root of an XML document. HTML's named entities, which feeds use without declaring them, are understood.

    Raises BadMarkup: the document declares entities (the way of XML bombs), is nested too deeply, or holds no element.
    So does one that ends too early: half a story may be the wrong half. A stray sign costs only itself.
    """
    if _ENTITIES.search(content, 0, PROLOGUE):
        raise BadMarkup("it declares entities of its own, as XML bombs do; send it without a document type")
    plain = _NAMED.sub(_character, _DECLARATION.sub("", content.lstrip("\ufeff"), count=1))
    plain = _HALF.sub("\ufffd", plain)
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
    if len(parser.error_log) and not _is_closed(root, plain):
        raise BadMarkup(f"it ends in the middle, before </{name_of(root)}>; get it again, whole")
    return root


def _is_closed(root: etree._Element, content: str) -> bool:
    """Whether the root's end stands where the document ends, give or take a comment."""
    end = content.rfind(">", 0, len(content.rstrip())) + 1
    tail = content[max(0, end - TAIL) : end]
    if len(root) == 0 and tail.endswith("/>"):
        return True
    return re.search(rf"</(?:[\w.-]+:)?{re.escape(name_of(root))}\s*>", tail) is not None


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
