"""Whatever a user may name: a file, a folder, standard input, bytes, a row, an address."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from dateline.errors import FetchFailed, NoSuchPath
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources.documents import Origin, stream_pages
from dateline.sources.files import location_of, path_pages
from dateline.sources.packed.compression import CHUNK
from dateline.sources.refusals import refusing
from dateline.sources.rows import row_page
from dateline.sources.streams import Stream

Outcome = Page | Refused
_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)


def pages(sources: Iterable[str | Path | bytes | Mapping[str, Any]], settings: Settings) -> Iterator[Outcome]:
    """The Pages of all sources, lazily and in their order. What cannot be read becomes a Refused with its reason.

    A source is a file (text, HTML, JSONL, wire formats, e-mail, PDF, WARC, zip and tar; each also packed with gzip,
    bzip2 or xz), a folder, "-" for standard input, an http(s) address, the bytes of a document, or a row. Raises
    TypeError where it is none of these.
    """
    if isinstance(sources, str | bytes | Mapping | PathLike):
        raise TypeError(f"pages() takes several sources; put the one {type(sources).__name__} into a list")
    return _Reader(settings).pages(sources)


class _Reader:
    """One run over sources. It remembers what servers asked of us."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._web: Any = None

    def pages(self, sources: Iterable[object]) -> Iterator[Outcome]:
        for number, source in enumerate(sources, 1):
            yield from refusing(*self._found(source, number))

    def _found(self, source: object, number: int) -> tuple[str, Iterator[Outcome]]:
        """The location to blame, and what it will give."""
        if isinstance(source, Mapping):
            return f"row#{number}", self._row(source, f"row#{number}")
        if isinstance(source, bytes):
            return "bytes", self._stream(iter([source]), "bytes")
        if source == "-":
            return "stdin", self._standard_input()
        if isinstance(source, str) and (scheme := _ADDRESS.match(source)):
            return location_of(source), self._address(source, scheme[1].lower())
        if isinstance(source, str | PathLike) and isinstance(path := fspath(source), str):
            return location_of(path), self._path(path)
        raise TypeError(f"a source is a path, an address, bytes or a row, not a {type(source).__name__}")

    def _row(self, row: Mapping[str, Any], location: str) -> Iterator[Outcome]:
        yield row_page(row, location, self._settings)

    def _stream(self, chunks: Iterator[bytes], location: str) -> Iterator[Outcome]:
        yield from stream_pages(Stream(chunks), Origin(location=location), self._settings)

    def _standard_input(self) -> Iterator[Outcome]:
        buffer = getattr(sys.stdin, "buffer", None)
        if buffer is None:
            raise NoSuchPath("there is no standard input; give a path")
        # read1 gives what is there: a row that came in is read before the next one is written.
        yield from self._stream(iter(partial(buffer.read1, CHUNK), b""), "stdin")

    def _path(self, path: str) -> Iterator[Outcome]:
        if not path:
            raise NoSuchPath("an empty path names nothing; give a file or a folder")
        yield from path_pages(path, self._settings)

    def _address(self, address: str, scheme: str) -> Iterator[Outcome]:
        if scheme not in ("http", "https"):
            raise FetchFailed(f"addresses of the kind {scheme}:// are not fetched; give http, https or a path")
        if self._web is None:
            # Most runs never touch the network and need not wait for this import.
            from dateline.sources.web import Web

            self._web = Web(self._settings)
        yield from self._web.pages(address)
