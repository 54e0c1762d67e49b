"""Rows into Pages: a mapping, a JSON document of rows, or JSONL line by line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from numbers import Integral
from typing import Any, cast

from dateline.errors import BadRow, CannotRead, Empty, TooLarge
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources.fields import fields
from dateline.sources.media import HTML, NINJS, PROSE, TEXT, is_ninjs, json_of
from dateline.sources.packed.compression import CHUNK
from dateline.sources.streams import Stream


def row_page(row: object, location: str, settings: Settings) -> Page:
    """The Page of one row: `{"id", "text"}` or `{"id", "html", "url"}`, its text verbatim, or of an item in ninjs.

    The url is the id where none is given: read again with another text, it is a new version of the same article.
    Raises CannotRead.
    """
    if is_ninjs(row):
        return _ninjs_page(cast(Mapping[str, Any], row), location, settings)
    if not isinstance(row, Mapping):
        raise BadRow('it is no object; a row is {"id": ..., "text": ...}')
    key, content = _content(row)
    refuse_unfit(content, TEXT if key == "text" else HTML, settings)
    page = Page(
        id=_id(row.get("id"), _address(row) or location),
        location=location,
        media_type=TEXT if key == "text" else HTML,
        content=content,
        fields=fields(settings, row),
    )
    return _without_half_characters(page)


def _ninjs_page(item: Mapping[str, Any], location: str, settings: Settings) -> Page:
    content = json.dumps(item, ensure_ascii=False)
    refuse_unfit(content, NINJS, settings)
    name = item["uri"].strip() or location
    page = Page(id=name, location=location, media_type=NINJS, content=content, fields=fields(settings))
    return _without_half_characters(page)


def row_pages(rows: Iterable[object], location: str, settings: Settings) -> Iterator[Page | Refused]:
    """The Pages of rows in a list, numbered from 1."""
    for number, row in enumerate(rows, 1):
        yield _page_or_refusal(row, f"{location}#{number}", settings)


def line_pages(first: bytes, stream: Stream, location: str, settings: Settings) -> Iterator[Page | Refused]:
    """The Pages of JSONL, one line in memory at a time. `first` is its first line, already read."""
    number, found, line = 0, False, first
    while line:
        number += 1
        if len(line) > settings.max_bytes and not line.endswith(b"\n"):
            _skip_line(stream)
            yield Refused(f"{location}#{number}", "sources", too_many_bytes(settings))
            found = True
        elif not line.isspace():
            yield _line_page(line, f"{location}#{number}", settings)
            found = True
        line = stream.readline(settings.max_bytes + 1)
    if not found:
        raise Empty("it holds no row")


def refuse_unfit(content: str, media_type: str, settings: Settings) -> None:
    """Raises Empty, or TooLarge where the text is longer than `max_chars`.

    Markup is no text yet and may be longer; there `max_bytes` counts.
    """
    if not content.strip():
        raise Empty("there is no text in it")
    if media_type not in PROSE:
        if len(content) > settings.max_bytes:
            raise TooLarge(too_many_bytes(settings, len(content)))
    elif len(content) > settings.max_chars:
        raise TooLarge(
            f"it has {len(content):,} characters and the limit is {settings.max_chars:,}; raise max_chars or split it"
        )


def too_many_bytes(settings: Settings, size: int | None = None) -> str:
    """The sentence for a document beyond `max_bytes`; `size` where it is known."""
    figure = f"{size:,}" if size and size > settings.max_bytes else f"more than {settings.max_bytes:,}"
    return f"it has {figure} bytes and the limit is {settings.max_bytes:,}; raise max_bytes or split it"


def _skip_line(stream: Stream) -> None:
    while (piece := stream.readline(CHUNK)) and not piece.endswith(b"\n"):
        pass


def _line_page(line: bytes, location: str, settings: Settings) -> Page | Refused:
    try:
        row = json_of(line)
    except ValueError as error:
        return Refused(location, "sources", f"the line is no JSON: {error}")
    return _page_or_refusal(row, location, settings)


def _page_or_refusal(row: object, location: str, settings: Settings) -> Page | Refused:
    try:
        return row_page(row, location, settings)
    except CannotRead as error:
        return Refused(location, error.stage, str(error))


def _content(row: Mapping[str, Any]) -> tuple[str, str]:
    given = [(key, row[key]) for key in ("text", "html") if row.get(key) is not None]
    if not given:
        keys = ", ".join(str(key)[:40] for key in list(row)[:8]) or "nothing"
        raise BadRow(f'a row has a "text" or an "html"; this one has {keys}')
    for key, content in given:
        if not isinstance(content, str):
            raise BadRow(f'"{key}" is of type {type(content).__name__}; give a string')
    return next((pair for pair in given if pair[1].strip()), given[0])


def _id(given: object, location: str) -> str:
    if given is None or given == "":
        return location
    if isinstance(given, bool) or not isinstance(given, str | Integral):
        raise BadRow(f'"id" is of type {type(given).__name__}; give a string or a whole number')
    try:
        return str(given)
    except ValueError as error:  # Python writes out no number of more than 4300 digits
        raise BadRow(f'"id" is too long a number ({error}); give a string') from error


def _address(row: Mapping[str, Any]) -> str | None:
    address = row.get("url")
    return address.strip() if isinstance(address, str) else None


def _without_half_characters(page: Page) -> Page:
    for words in (page.id, page.content, *(field.value for field in page.fields)):
        _refuse_half_characters(words)
    return page


def _refuse_half_characters(words: str) -> None:
    try:
        words.encode()
    except UnicodeEncodeError as error:
        raise BadRow(f"half of a character (a lone surrogate) stands at offset {error.start}; mend the row") from error
