"""One stream into its Pages: a document, or the rows in it."""

from collections.abc import Iterator

from msgspec import Struct

from dateline.errors import BadRow, Empty, TooLarge
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources.decoding import refuse_known_binary, text_of
from dateline.sources.fields import fields
from dateline.sources.media import JSON, JSONL, is_row, json_if_any, json_of, media_type, suffix_of
from dateline.sources.rows import line_pages, refuse_unfit, row_pages, too_many_bytes
from dateline.sources.streams import Stream


class Origin(Struct, frozen=True, kw_only=True):
    """Where a stream comes from, and what is known of it beforehand.

    `name` is a file's, for its ending; `size` the bytes on disk; `media_type` and `charset` are a server's words.
    """

    location: str
    id: str | None = None
    name: str = ""
    size: int | None = None
    media_type: str | None = None
    charset: str | None = None
    fetched: str | None = None


def stream_pages(stream: Stream, origin: Origin, settings: Settings) -> Iterator[Page | Refused]:
    """The Pages of a file, of standard input or of bytes: its rows where it has any. Raises CannotRead."""
    suffix = suffix_of(origin.name)
    first = stream.readline(settings.max_bytes + 1)
    refuse_known_binary(first)
    if suffix in JSONL or is_row(json_if_any(first)):
        yield from line_pages(first, stream, origin.location, settings)
        return
    raw = first + _rest(first, stream, origin, settings)
    rows = _rows(raw, suffix)
    if rows is None:
        yield document_page(raw, origin, settings)
    else:
        yield from row_pages(rows, origin.location, settings)


def document_page(raw: bytes, origin: Origin, settings: Settings) -> Page:
    """The Page of one document. Raises Empty, NotText or TooLarge."""
    content = text_of(raw, origin.charset) if raw else ""
    kind = media_type(content, origin.name, origin.media_type)
    refuse_unfit(content, kind, settings)
    return Page(
        id=origin.id or origin.location,
        location=origin.location,
        media_type=kind,
        content=content,
        fetched=origin.fetched,
        fields=fields(settings),
    )


def _rest(first: bytes, stream: Stream, origin: Origin, settings: Settings) -> bytes:
    """What follows the first line. One byte beyond the limit is enough to know that it is too much."""
    room = settings.max_bytes + 1 - len(first)
    rest = stream.read(room) if room > 0 else b""
    if len(rest) == room or room <= 0:
        raise TooLarge(too_many_bytes(settings, None if stream.zipped else origin.size))
    return rest


def _rows(raw: bytes, suffix: str) -> list[object] | None:
    """The rows of a JSON document, None where it is another kind of document."""
    if suffix not in JSON:
        value = json_if_any(raw)
        first = value[0] if isinstance(value, list) and value else value
        return _as_list(value) if is_row(first) else None
    if not raw.strip():
        raise Empty("there is no text in it")
    try:
        value = json_of(raw)
    except ValueError as error:
        raise BadRow(f"it is no JSON: {error}; give one row, a list of rows, or JSONL") from error
    if value == []:
        raise Empty("it holds no row")
    return _as_list(value)


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
