"""One stream into its Pages: a document, the rows in it, or the files of an archive."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from dateline.errors import BadRow, Empty, TooLarge
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources.decoding import refuse_known_binary, text_of
from dateline.sources.fields import fields
from dateline.sources.mail.messages import HEAD as MAIL_HEAD
from dateline.sources.mail.messages import looks_like_mail, mail_pages
from dateline.sources.media import (
    JSON,
    JSONL,
    MAIL,
    container_of,
    is_item,
    is_wire,
    json_if_any,
    json_of,
    media_type,
    suffix_of,
)
from dateline.sources.packed.allowance import Allowance
from dateline.sources.packed.compression import CHUNK
from dateline.sources.rows import line_pages, refuse_unfit, row_pages, too_many_bytes
from dateline.sources.streams import HEAD, Stream

Outcome = Page | Refused


class Origin(Struct, frozen=True, kw_only=True):
    """Where a stream comes from, and what is known of it beforehand.

    `name` is a file's, for its ending; `size` the bytes on disk; `media_type` and `charset` are a server's words.
    `depth` counts the archives that it lies in, `allowance` is what they may still unpack to.
    """

    location: str
    id: str | None = None
    name: str = ""
    size: int | None = None
    media_type: str | None = None
    charset: str | None = None
    fetched: str | None = None
    depth: int = 0
    allowance: Allowance | None = None


Opener = Callable[[Stream, Origin, Settings], Iterator[Outcome]]


def stream_pages(stream: Stream, origin: Origin, settings: Settings) -> Iterator[Outcome]:
    """The Pages of a file, of standard input or of bytes: its rows, messages or members where it has any.

    What it is, its first bytes tell, and not its name. Raises CannotRead.
    """
    opener = _opener(container_of(stream.head)) or _text_pages
    yield from opener(stream, origin, settings)


def document_page(raw: bytes, origin: Origin, settings: Settings) -> Page:
    """The Page of one document. Raises Empty, NotText, TooLarge or UnknownFormat."""
    wire = is_wire(raw[:HEAD])
    content = text_of(raw, origin.charset, controls=wire) if raw else ""
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


def whole(stream: Stream, origin: Origin, settings: Settings, first: bytes = b"") -> bytes:
    """All of a stream, of which `first` was read already. Raises TooLarge, without reading on, beyond the limit."""
    raw = bytearray(first)
    # A chunk at a time: room for the largest document would be made for each.
    while len(raw) <= settings.max_bytes and (chunk := stream.read(CHUNK)):
        raw += chunk
    if len(raw) > settings.max_bytes:
        raise TooLarge(too_many_bytes(settings, None if stream.zipped else origin.size))
    return bytes(raw)


def _opener(container: str | None) -> Opener | None:
    """What opens this kind of container. Most runs meet none and need not wait for these imports."""
    if container == "pdf":
        from dateline.sources.pdf.text_layer import pdf_pages

        return pdf_pages
    if container == "warc":
        from dateline.sources.packed.warc import warc_pages

        return warc_pages
    if container is None:
        return None
    from dateline.sources.packed.archives import tar_pages, zip_pages

    return zip_pages if container == "zip" else tar_pages


def _text_pages(stream: Stream, origin: Origin, settings: Settings) -> Iterator[Outcome]:
    suffix = suffix_of(origin.name)
    first = stream.readline(settings.max_bytes + 1)
    refuse_known_binary(first)
    if suffix in JSONL or is_item(json_if_any(first)):
        yield from line_pages(first, stream, origin.location, settings)
        return
    raw = whole(stream, origin, settings, first)
    rows = _rows(raw, suffix)
    if rows is not None:
        yield from row_pages(rows, origin.location, settings)
    elif suffix == ".eml" or origin.media_type == MAIL or looks_like_mail(raw[:MAIL_HEAD]):
        yield from mail_pages(raw, origin.location, settings)
    else:
        yield document_page(raw, origin, settings)


def _rows(raw: bytes, suffix: str) -> list[object] | None:
    """The rows of a JSON document, None where it is another kind of document."""
    if suffix not in JSON:
        value = json_if_any(raw)
        first = value[0] if isinstance(value, list) and value else value
        return _as_list(value) if is_item(first) else None
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
