"""What kind of document this is: by how it begins, by its name, by what a server said."""

import json
import re
from mimetypes import MimeTypes
from pathlib import PurePath

import msgspec

from dateline.errors import UnknownFormat

TEXT = "text/plain"
HTML = "text/html"
PDF = "application/pdf"
MAIL = "message/rfc822"
NINJS = "application/vnd.iptc.ninjs+json"
WIRE = "text/x-iptc7901"
_XML = "application/xml"

JSONL = (".jsonl", ".ndjson")
JSON = (".json",)
PROSE = (TEXT, PDF, WIRE)
"""Media types whose content is the text itself, not markup around it."""
FORMATS = "plain text, HTML, JSONL, NewsML, NITF, ninjs, IPTC 7901, RSS, Atom, e-mail, PDF, WARC, zip and tar"

_G2 = "application/vnd.iptc.g2.newsmessage+xml"
_ROOTS = {
    "html": HTML,
    "newsMessage": _G2,
    "newsItem": _G2,
    "packageItem": _G2,
    "conceptItem": _G2,
    "NewsML": "text/vnd.iptc.newsml",
    "nitf": "text/vnd.iptc.nitf",
    "rss": "application/rss+xml",
    "RDF": "application/rss+xml",
    "feed": "application/atom+xml",
}
"""XML formats by the name of their root element, without its prefix."""
_NAMED = {".xhtml": HTML, ".rss": "application/rss+xml", ".atom": "application/atom+xml"}
_OTHER_NAMES = {"application/xhtml+xml": HTML, "text/xml": _XML}
# Python's own table and no file of the system: the same name means the same on every machine.
_KNOWN = MimeTypes().types_map[1]
_TEXTUAL = re.compile(r"text/|message/|.*[+/]xml$")
_LOOK = 4096
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_XML_START = re.compile(r"\s*<\?xml\b")
_PROLOGUE = 100_000
# One by one, so that no prologue however odd is looked through twice: white space, instruction, comment, document type.
_BEFORE_ROOT = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>", re.I | re.S)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)(?=[\s/>])")

_PDF = re.compile(rb"(?:\A|[\r\n])%PDF-\d")
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_TAR = slice(257, 262)
_WIRE = re.compile(rb"ZCZC|\x01[^\x02]{0,400}[A-Za-z0-9][^\x02]{0,400}\x02")
_PADDING = b"\0\r\n \x7f\x16"
_NINJS = {
    "body_text",
    "body_html",
    "body_xhtml",
    "bodies",
    "headline",
    "headlines",
    "versioncreated",
    "pubstatus",
    "representationtype",
}
"""Names of ninjs 1 to 3, of which an item has one at least beside its uri."""


def container_of(head: bytes) -> str | None:
    """What a stream that begins so must be opened as: "warc", "zip", "tar" or "pdf"; None for a text."""
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(_ZIPS):
        return "zip"
    if head[_TAR] == b"ustar":
        return "tar"
    return "pdf" if _PDF.search(head) else None


def is_wire(head: bytes) -> bool:
    """Whether these are the first bytes of a wire message: SOH, a header, STX; or ZCZC (IPTC 7901, ANPA 1312)."""
    return bool(_WIRE.match(head.lstrip(_PADDING)))


def is_page(said: str) -> bool:
    """Whether what a server called this may hold a story: HTML, XML, plain text, or what it had no name for."""
    if said.startswith(("image/", "application/vnd.openxmlformats")):
        return False
    return said in (HTML, TEXT, "") or said.endswith(("/xml", "+xml"))


def suffix_of(name: str) -> str:
    """ ".html" for "page.HTML.gz": the ending that tells the format."""
    return PurePath(name.lower().removesuffix(".gz").removesuffix(".bz2").removesuffix(".xz")).suffix


def media_type(text: str, name: str = "", said: str | None = None) -> str:
    """The media type of a document. `said` is a server's word for it.

    How the text begins beats the words, since pages are often saved, and served, under the name of another kind.
    Raises UnknownFormat where it is XML of a kind that nobody has a name for.
    """
    known = said or _NAMED.get(suffix_of(name)) or _KNOWN.get(suffix_of(name), TEXT)
    known = _OTHER_NAMES.get(known, known)
    if known == HTML or _HTML_START.match(text, 0, _LOOK):
        return HTML
    if is_wire(text[:_LOOK].encode("utf-8", "replace")):
        return WIRE
    root = _root(text)
    if root in _ROOTS:
        return _ROOTS[root]
    if known == _XML or (known == TEXT and _XML_START.match(text, 0, _LOOK)):
        what = f"the root of this XML is <{root}>" if root else "this XML has no root element"
        raise UnknownFormat(f"{what}, which nothing here reads; give {FORMATS}")
    return known if _TEXTUAL.match(known) else TEXT


def _root(text: str) -> str:
    """The name of an XML document's root element, without its prefix; "" where the text is no XML."""
    at, end = 0, min(len(text), _PROLOGUE)
    while found := _BEFORE_ROOT.match(text, at, end):
        at = found.end()
    root = _ROOT.match(text, at)
    return root[1] if root else ""


def is_item(value: object) -> bool:
    """Whether this is a row, or an item in ninjs."""
    return is_row(value) or is_ninjs(value)


def is_ninjs(value: object) -> bool:
    """Whether this is an item in ninjs: an object with a uri and some name that is ninjs' own."""
    return (
        isinstance(value, dict)
        and not is_row(value)
        and isinstance(value.get("uri"), str)
        and not _NINJS.isdisjoint(value)
    )


def is_row(value: object) -> bool:
    """Whether this is a row of the kind we read: an object that has a "text" or an "html"."""
    return isinstance(value, dict) and not {"text", "html"}.isdisjoint(value)


def json_of(raw: bytes) -> object:
    """The value of a JSON document or line. Raises ValueError with a reason."""
    try:
        return msgspec.json.decode(raw)
    except (ValueError, RecursionError):
        return _python_json(raw)


def _python_json(raw: bytes) -> object:
    """Slower, and takes what Python's own writers leave behind: NaN in an empty cell of a table."""
    try:
        return json.loads(raw.decode())
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start}") from error
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def json_if_any(raw: bytes) -> object:
    """The value where this is JSON, else None."""
    if raw.lstrip()[:1] not in (b"{", b"["):
        return None
    try:
        return json_of(raw)
    except ValueError:
        return None
