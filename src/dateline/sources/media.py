"""What kind of document this is: by its name, by what a server said, by how it begins."""

import json
import re
from mimetypes import MimeTypes
from pathlib import PurePath

import msgspec

TEXT = "text/plain"
HTML = "text/html"
_XML = "application/xml"

JSONL = (".jsonl", ".ndjson")
JSON = (".json",)
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


def suffix_of(name: str) -> str:
    """ ".html" for "page.HTML.gz": the ending that tells the format."""
    return PurePath(name.lower().removesuffix(".gz")).suffix


def media_type(text: str, name: str = "", said: str | None = None) -> str:
    """The media type of a document. `said` is a server's word for it.

    How the text begins beats "plain text", since pages are often saved, and served, under that name.
    """
    known = said or _NAMED.get(suffix_of(name)) or _KNOWN.get(suffix_of(name), TEXT)
    known = _OTHER_NAMES.get(known, known)
    if known == HTML or _HTML_START.match(text, 0, _LOOK):
        return HTML
    if known != TEXT and _TEXTUAL.match(known):
        return known
    return _XML if _XML_START.match(text, 0, _LOOK) else TEXT


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
