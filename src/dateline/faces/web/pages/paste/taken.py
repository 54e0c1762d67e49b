"""What was sent to be read, taken in: a form or JSON, and no more of it than may be read."""

import re
from collections.abc import Mapping
from typing import Any

from fastapi import HTTPException, Request
from msgspec import Struct
from msgspec.structs import replace
from starlette.datastructures import FormData, UploadFile

from dateline.errors import BadQuestion, BadRow, Empty
from dateline.faces.web.pages.paste.reading import Document
from dateline.settings import Settings, is_moment
from dateline.sources.media import HTML, json_of, media_type

AROUND = 100_000
"""Bytes of a request beside the story itself."""
ROW = ("text", "html", "title", "url", "published", "outlet", "language", "byline", "section", "id")
_FIELDS = ("title", "url", "published", "outlet")
_JSON = "application/json"


class Pasted(Struct, frozen=True, kw_only=True):
    """A story as somebody gave it."""

    text: str = ""
    """As it stands in the box."""
    title: str = ""
    url: str = ""
    published: str = ""
    outlet: str = ""
    name: str = ""
    """Of the file."""
    file: bytes = b""
    row: Mapping[str, Any] | None = None
    """As a program sent it."""

    @property
    def document(self) -> Document:
        """What is to be read: the row, the file, or what stands in the box. Raises Empty and UnknownFormat."""
        if self.row is not None:
            return self.row
        if self.file:
            return self.file
        if not self.text.strip():
            raise Empty("there is nothing to read; paste a story, or choose a file")
        if not (self.title or self.url):
            return self.text.encode("utf-8", "replace")  # whatever it may be: a message, an item of an agency ...
        said = {"title": self.title, "url": self.url, **self.options}
        return {"html" if media_type(self.text) == HTML else "text": self.text, **said}

    @property
    def options(self) -> dict[str, str]:
        """What is said of the story, for what does not say it itself. Raises BadQuestion."""
        if self.published and not is_moment(self.published):
            raise BadQuestion(f"published cannot be {self.published[:40]!r}; give a date in ISO 8601: '2026-03-09'")
        return {name: value for name in ("published", "outlet") if (value := getattr(self, name))}


async def taken(request: Request, settings: Settings) -> Pasted:
    """What this request brings. Raises BadQuestion, BadRow, and HTTPException of status 413, 415 and 422."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (_JSON, "multipart/form-data", "application/x-www-form-urlencoded"):
        raise HTTPException(415, "Send JSON, or a form with a text or a file.")
    body = await _body(request, settings.max_bytes)
    pasted = _of_json(body) if kind == _JSON else await _of_form(request, body)
    for words in (pasted.text, str((pasted.row or {}).get("text") or "")):
        if len(words) > settings.max_chars:
            raise HTTPException(413, _too_long(len(words), settings.max_chars, "characters"))
    return pasted


async def _body(request: Request, most: int) -> bytes:
    """The body, of which no more is taken in than may be read."""
    told = request.headers.get("content-length", "")
    if told.isascii() and told.isdigit() and int(told[:20]) > most + AROUND:
        raise HTTPException(413, _too_long(int(told[:20]), most, "bytes"))
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most + AROUND:
            raise HTTPException(413, _too_long(None, most, "bytes"))
    return bytes(body)


def _too_long(size: int | None, most: int, what: str) -> str:
    has = "It has more" if size is None else f"It has {size:,} {what}, more"
    return f"{has} than the {most:,} {what} that are read at once here. Give a part of it."


def _of_json(body: bytes) -> Pasted:
    try:
        row = json_of(body)
    except ValueError as error:
        raise BadRow(f"it is no JSON: {error}") from error
    if not isinstance(row, dict) or {"text", "html"}.isdisjoint(row):
        raise BadRow('give an object with a "text" or an "html"')
    return Pasted(row={name: value for name, value in row.items() if name in ROW})


async def _of_form(request: Request, body: bytes) -> Pasted:
    async def again() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    form = await Request(request.scope, again).form(max_files=1, max_fields=20, max_part_size=len(body) + 1)
    try:
        file = form.get("document")
        content = await file.read() if isinstance(file, UploadFile) else b""
        name = (file.filename or "") if isinstance(file, UploadFile) else ""
        text = re.sub("\r\n?", "\n", _words(form, "text"))  # browsers send a box's lines so
        title, url, published, outlet = (_words(form, field).strip() for field in _FIELDS)
        said = Pasted(title=title, url=url, published=published, outlet=outlet)
        return replace(said, text=text, file=content, name=name)
    finally:
        await form.close()


def _words(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""
