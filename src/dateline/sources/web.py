"""Addresses into Pages: what a server must answer to be read, and the visit that asks for it."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import PurePosixPath

import httpx
from msgspec.structs import replace

from dateline.errors import FetchFailed
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources.documents import Origin, stream_pages
from dateline.sources.media import FORMATS, HTML, TEXT
from dateline.sources.streams import Stream
from dateline.sources.visits import Answer, Visitor

_PAGES = (HTML, "application/xhtml+xml", TEXT, "")
_FILES = (
    "application/pdf",
    "application/zip",
    "application/x-zip-compressed",
    "application/x-tar",
    "application/gzip",
    "application/x-gzip",
    "application/warc",
    "message/rfc822",
    "application/mbox",
    "application/octet-stream",
)
"""What their own first bytes tell, whatever the server calls them."""
_ROWS = {
    "application/vnd.iptc.ninjs+json": ".json",
    "application/json": ".json",
    "application/jsonl": ".jsonl",
    "application/x-jsonlines": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/ndjson": ".jsonl",
}
_ADVICE = {
    401: "the server lets nobody in without a login; save the page in a browser and give the file",
    402: "the server wants to be paid; save the page in a browser and give the file",
    403: "the server refuses us; save the page in a browser and give the file",
    404: "no page is there; check the address",
    410: "the page was taken away; look for it in an archive",
    429: "we asked too often; wait and try again",
    451: "the server may not show it; look for it in an archive",
}


class Web:
    """Fetches pages one after the other and remembers each server's robots.txt."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._visitor = Visitor(settings)

    def pages(self, address: str) -> Iterator[Page | Refused]:
        """The Page at an address, or those of the rows there. Raises FetchFailed or another CannotRead."""
        if (rest := self._visitor.pause(address, most=self._settings.timeout)) > 0:
            time.sleep(rest)
        answer = self._visitor.visit(address, fit=page_origin)
        yield from answer_pages(answer, replace(page_origin(answer), id=address), self._settings)


def answer_pages(answer: Answer, origin: Origin, settings: Settings) -> Iterator[Page | Refused]:
    """The Pages in an answer's body. Raises CannotRead."""
    yield from stream_pages(Stream(iter([answer.body])), origin, settings)


def page_origin(answer: Answer) -> Origin:
    """What the server said of its page. Raises FetchFailed where that is no page, or none that we read."""
    status = answer.status
    if status != HTTPStatus.OK:
        advice = _ADVICE.get(status, "try again later" if status >= 500 else "check the address")
        raise FetchFailed(f"{answered(answer)}; {advice}")
    refuse_packing(answer)
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (*_PAGES, *_FILES, *_ROWS) and not kind.endswith(("/xml", "+xml")):
        raise FetchFailed(f"this is {kind}, no page; give an address of {FORMATS}")
    name = PurePosixPath(httpx.URL(answer.address).path).name if kind in (TEXT, "") else ""
    return Origin(
        location=answer.address,
        name=f"rows{_ROWS[kind]}" if kind in _ROWS else name,
        media_type=None if kind in _FILES else kind or None,
        charset=answer.charset,
        fetched=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def answered(answer: Answer) -> str:
    """A server's status as a sentence: "the server answered 404 Not Found"."""
    return f"the server answered {answer.status} {answer.phrase}".rstrip()


def refuse_packing(answer: Answer) -> None:
    """Raises FetchFailed where the body is packed in a way that we did not ask for."""
    coding = answer.headers.get("content-encoding", "identity").lower()
    if coding not in ("identity", "gzip", "x-gzip"):
        raise FetchFailed(f"the server packed it as {coding}, which we did not ask for; save the page, give the file")
