"""Addresses into Pages, politely: robots.txt is asked first, and time, size and redirects are bounded."""

import asyncio
import time
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from http import HTTPStatus
from pathlib import PurePosixPath
from ssl import SSLContext
from typing import Any, TypeVar
from urllib.robotparser import RobotFileParser

import httpx

from dateline.errors import FetchFailed, TooLarge
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources.documents import Origin, stream_pages
from dateline.sources.media import FORMATS, HTML, TEXT
from dateline.sources.rows import too_many_bytes
from dateline.sources.streams import Stream

REDIRECTS = 5
ROBOTS_BYTES = 500_000
"""As much of a robots.txt as RFC 9309 asks everybody to read."""

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
Result = TypeVar("Result")


class Web:
    """Fetches pages one after the other and remembers each server's robots.txt."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._rules: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}

    def pages(self, address: str) -> Iterator[Page | Refused]:
        """The Page at an address, or those of the rows there. Raises FetchFailed or another CannotRead."""
        limit = self._settings.timeout
        try:
            self._wait_our_turn(_origin(httpx.URL(address)))
            origin, raw = _run(self._fetched(address))
        except (TimeoutError, httpx.TimeoutException) as error:
            raise FetchFailed(f"no whole answer within {limit:g} seconds; try again later or raise timeout") from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError, ExceptionGroup) as error:
            raise FetchFailed(f"no answer: {_reason(error)}; check the address and the connection") from error
        yield from stream_pages(Stream(iter([raw])), origin, self._settings)

    async def _fetched(self, address: str) -> tuple[Origin, bytes]:
        # httpx bounds each wait; a server that gives a byte a second needs a bound on the whole.
        async with asyncio.timeout(self._settings.timeout), self._client() as client:
            request = client.build_request("GET", address)
            for _ in range(REDIRECTS + 1):
                await self._ask_robots(client, request.url)
                response = await client.send(request, stream=True)
                try:
                    if response.next_request is None:
                        return _origin_of(response, address), await self._body(response)
                finally:
                    await response.aclose()
                request = response.next_request
        raise FetchFailed(f"it redirects more than {REDIRECTS} times; give the address where it ends")

    def _client(self) -> httpx.AsyncClient:
        # Only gzip, which is unzipped in bounded pieces here.
        headers = {"user-agent": self._settings.user_agent, "accept-encoding": "gzip", "accept": "text/html, */*;q=0.5"}
        timeout = self._settings.timeout
        return httpx.AsyncClient(headers=headers, timeout=timeout, max_redirects=REDIRECTS, verify=_certificates())

    async def _body(self, response: httpx.Response) -> bytes:
        limit = self._settings.max_bytes
        stated = response.headers.get("content-length", "")
        size = int(stated) if stated.isdecimal() and len(stated) < 19 else 0
        if size > limit:
            raise TooLarge(too_many_bytes(self._settings, size))
        body = await _up_to(limit + 1, response.aiter_raw())
        if len(body) > limit:
            raise TooLarge(too_many_bytes(self._settings))
        return body

    async def _ask_robots(self, client: httpx.AsyncClient, url: httpx.URL) -> None:
        """Raises FetchFailed where the server does not want this page to be read by programs."""
        origin = _origin(url)
        if origin not in self._rules:
            self._rules[origin] = await _rules(client, f"{origin}/robots.txt")
        if not self._rules[origin].can_fetch(self._settings.user_agent, str(url)):
            raise FetchFailed("its robots.txt asks programs not to read it; save the page in a browser, give the file")

    def _wait_our_turn(self, origin: str) -> None:
        """Keeps the pause between two pages that a robots.txt asks for, up to the timeout."""
        rules = self._rules.get(origin)
        pause = float(rules.crawl_delay(self._settings.user_agent) or 0) if rules else 0.0
        due = self._asked.get(origin, 0.0) + min(pause, self._settings.timeout)
        if pause and (rest := due - time.monotonic()) > 0:
            time.sleep(rest)
        self._asked[origin] = time.monotonic()


@cache
def _certificates() -> SSLContext:
    """Read once: it takes longer than many a page."""
    return httpx.create_ssl_context()


def _run(work: Coroutine[Any, Any, Result]) -> Result:
    """In a thread of its own: a notebook or a server already runs a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def _reason(error: Exception) -> str:
    """What went wrong first. Groups come from connecting to several addresses of one name at once."""
    while isinstance(error, ExceptionGroup):
        error = error.exceptions[0]
    return str(error) or type(error).__name__


def _origin(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _origin_of(response: httpx.Response, address: str) -> Origin:
    """What the server said of its page. Raises FetchFailed where that is no page, or none that we read."""
    status = response.status_code
    if status != HTTPStatus.OK:
        advice = _ADVICE.get(status, "try again later" if status >= 500 else "check the address")
        raise FetchFailed(f"the server answered {status} {response.reason_phrase}".rstrip() + f"; {advice}")
    if (coding := response.headers.get("content-encoding", "identity").lower()) not in ("identity", "gzip", "x-gzip"):
        raise FetchFailed(f"the server packed it as {coding}, which we did not ask for; save the page, give the file")
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (*_PAGES, *_FILES, *_ROWS) and not kind.endswith(("/xml", "+xml")):
        raise FetchFailed(f"this is {kind}, no page; give an address of {FORMATS}")
    name = PurePosixPath(response.url.path).name if kind in (TEXT, "") else ""
    return Origin(
        location=str(response.url),
        id=address,
        name=f"rows{_ROWS[kind]}" if kind in _ROWS else name,
        media_type=None if kind in _FILES else kind or None,
        charset=response.charset_encoding,
        fetched=datetime.now(UTC).isoformat(timespec="seconds"),
    )


async def _rules(client: httpx.AsyncClient, address: str) -> RobotFileParser:
    """As RFC 9309 has it: no robots.txt forbids nothing, a server in trouble forbids all."""
    rules = RobotFileParser(address)
    lines: list[str] = []
    try:
        async with client.stream("GET", address, follow_redirects=True) as response:
            if response.status_code >= 500:
                raise FetchFailed(f"the server answered {response.status_code} for its robots.txt; try again later")
            if response.is_success:
                lines = (await _up_to(ROBOTS_BYTES, response.aiter_bytes())).decode("utf-8", "replace").splitlines()
        rules.parse(lines)
    except httpx.TooManyRedirects:
        rules.parse([])
    except ValueError as error:
        raise FetchFailed(f"its robots.txt cannot be read ({error}), so nobody knows what it forbids") from error
    return rules


async def _up_to(size: int, chunks: AsyncIterator[bytes]) -> bytes:
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) >= size:
            break
    return bytes(body[:size])
