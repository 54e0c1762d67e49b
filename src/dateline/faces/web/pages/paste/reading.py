"""Reading what somebody pasted: one at a time, in a process of its own, so that every other page stays quick."""

import json
from collections.abc import Iterator, Mapping, Sequence
from threading import Lock
from typing import Any

import anyio
from msgspec import Struct
from msgspec.structs import replace

from dateline.errors import DatelineError
from dateline.model import Field, Page, Refused
from dateline.settings import Settings
from dateline.workers import Pool

WAITING = 4
"""Stories that may wait while another one is read."""
_OPTIONS = ("published", "outlet")

Document = bytes | Mapping[str, Any]
"""The bytes of a document, or a row with "text" or "html"."""


class Busy(DatelineError):
    """Too many stories are waiting to be read."""


class Read(Struct, frozen=True):
    """What came of a document: the record of its first article as JSON, and whether there are more in it."""

    record: bytes
    more: bool = False


class Readings:
    """The process that reads, started for the first story, and the line in front of it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pool: Pool[Read | Refused] | None = None
        self._lock = Lock()
        self._turn = anyio.CapacityLimiter(1)
        self._inside = 0  # being read, and waiting

    async def read(self, document: Document, options: Mapping[str, str]) -> Read | Refused:
        """What came of it. `options` are what the document may leave open: published, outlet.

        Whoever waits holds none of the threads in which pages are made. Raises Busy, and MissingPart.
        """
        if self._inside > WAITING:
            raise Busy("other stories are being read just now; try again in a moment")
        self._inside += 1
        try:
            return await anyio.to_thread.run_sync(self._read, _page(document, options), limiter=self._turn)
        finally:
            self._inside -= 1

    def close(self) -> None:
        """Ends the process at once."""
        with self._lock:
            if self._pool is not None:
                self._pool.close()
                self._pool = None

    def _read(self, page: Page) -> Read | Refused:
        with self._lock:
            pool = self._pool = self._pool or Pool(self._settings, 1, read_documents)
        ((_, outcome),) = pool.outcomes(iter([page]))
        return outcome


def read_documents(batch: Sequence[Page], settings: Settings) -> Iterator[Read | Refused]:
    """The work of the process: to open each document, and to read the first article in it."""
    from dateline.reader import read_by_page

    if not batch:
        list(read_by_page((), settings))
    for page in batch:
        yield _first(*_unpacked(page), settings)


def _first(document: Document, options: Mapping[str, str], settings: Settings) -> Read | Refused:
    from dateline.reader import read_many

    refused: list[Refused] = []
    records = read_many([document], replace(settings, limit=2, **options), refused=refused.append)
    first = next(records, None)
    if first is not None:
        return Read(first.to_json(), more=next(records, None) is not None)
    return refused[0] if refused else Refused("pasted", "sources", "there is no story in it")


def _page(document: Document, options: Mapping[str, str]) -> Page:
    """A document on its way to the process, unopened: opening a hostile one may take as long as reading it.

    It travels as a field, since a page's patience grows with its content, and nobody waits for hours here.
    """
    if isinstance(document, bytes):
        kind, words = "bytes", document.decode("latin-1")
    else:
        kind, words = "row", json.dumps(document)
    fields = (Field(kind, words, ""), *(Field(name, value, "") for name, value in options.items()))
    return Page(id="pasted", location="pasted", media_type="text/plain", content="", fields=fields)


def _unpacked(page: Page) -> tuple[Document, dict[str, str]]:
    sent, *options = page.fields
    document: Document = sent.value.encode("latin-1") if sent.name == "bytes" else json.loads(sent.value)
    return document, {option.name: option.value for option in options}
