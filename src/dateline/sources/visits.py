"""Polite visits to web servers: robots.txt is asked first, pauses are kept; time, size and redirects are bounded."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from http import HTTPStatus
from ssl import SSLContext
from typing import Any, TypeVar
from urllib.robotparser import RobotFileParser

import httpx
from msgspec import Struct

from dateline.errors import FetchFailed, NoAnswer, TooLarge
from dateline.settings import Settings
from dateline.sources.hosts import Bounds, bounded_client
from dateline.sources.rows import too_many_bytes

REDIRECTS = 5
ROBOTS_BYTES = 500_000
"""As much of a robots.txt as RFC 9309 asks everybody to read."""
SERVERS = 1000
"""Servers that are remembered: those that were dealt with last."""
ROBOTS_AGE = 86_400.0
"""Seconds after which a robots.txt is asked for again, as RFC 9309 has it."""

_PERMANENT = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
Result = TypeVar("Result")


class Answer(Struct, frozen=True, kw_only=True):
    """What a server answered at last: its status with its phrase, its headers, and the body as it was sent.

    `address` is where redirects ended, `moved` where those alone led that are for good ("" where there were none).
    `charset` is the server's word. Only an answer of status 200 has its body.
    """

    address: str
    moved: str
    status: int
    phrase: str
    headers: Mapping[str, str]
    charset: str | None
    body: bytes = b""


def _any(answer: Answer) -> None:
    """Every answer will do."""


class Visitor:
    """Asks servers, one after the other, and remembers what each wishes: its robots.txt, and when it was asked last.

    `clock` tells seconds, of which only differences count.
    """

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._settings = settings
        self._clock = clock
        self._rules: dict[str, tuple[RobotFileParser, float]] = {}
        self._asked: dict[str, float] = {}
        self._held: dict[str, float] = {}

    def visit(
        self,
        address: str,
        *,
        headers: Mapping[str, str] | None = None,
        fit: Callable[[Answer], object] = _any,
        bounds: Bounds | None = None,
    ) -> Answer:
        """The answer at an address. `fit` sees it before its body comes and may raise; `bounds` keep us from hosts.

        Raises NoAnswer where nobody answers, or not in time, TooLarge, and FetchFailed where robots.txt says no, where
        redirects do not end, or where the address is none.
        """
        try:
            return _run(self._answer(address, headers or {}, fit, bounds))
        except (TimeoutError, httpx.TimeoutException) as error:
            limit = self._settings.timeout
            raise NoAnswer(f"no whole answer within {limit:g} seconds; try again later or raise timeout") from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
            raise FetchFailed(_no_answer(error)) from error
        except (httpx.HTTPError, OSError, ExceptionGroup) as error:
            raise NoAnswer(_no_answer(error)) from error

    def pause(self, address: str, *, least: float = 0.0, most: float = float("inf")) -> float:
        """Seconds to wait before this server is visited again, by its robots.txt and by what `hold` was told of it.

        The pause between two visits is `least` seconds even where no robots.txt asks for one, and `most` at most.
        """
        try:
            origin = origin_of(address)
        except (httpx.InvalidURL, UnicodeError):
            return 0.0  # the visit will say what is wrong
        rules = self._rules.get(origin)
        delay = float(rules[0].crawl_delay(self._settings.user_agent) or 0) if rules else 0.0
        due = self._asked[origin] + min(max(delay, least), most) if origin in self._asked else 0.0
        return max(0.0, due - self._clock(), self._held.get(origin, 0.0) - self._clock())

    def hold(self, address: str, seconds: float) -> None:
        """Leaves a server alone for so long, since it asked for it."""
        _remember(self._held, origin_of(address), self._clock() + seconds)

    async def _answer(
        self, address: str, headers: Mapping[str, str], fit: Callable[[Answer], object], bounds: Bounds | None
    ) -> Answer:
        # httpx bounds each wait; a server that gives a byte a second needs a bound on the whole.
        async with asyncio.timeout(self._settings.timeout), self._client(bounds) as client:
            request, moved, for_good = client.build_request("GET", address, headers=headers), "", True
            for _ in range(REDIRECTS + 1):
                if request.url.scheme not in ("http", "https") or not request.url.host:
                    raise FetchFailed(_no_answer(httpx.UnsupportedProtocol(f"{request.url} is no address of the web")))
                _remember(self._asked, origin_of(request.url), self._clock())
                await self._ask_robots(client, request.url)
                response = await client.send(request, stream=True)
                try:
                    if response.next_request is None:
                        answer = _head(response, moved)
                        fit(answer)
                        return await self._with_body(answer, response)
                finally:
                    await response.aclose()
                request, for_good = response.next_request, for_good and response.status_code in _PERMANENT
                moved = str(request.url) if for_good else moved
        raise FetchFailed(f"it redirects more than {REDIRECTS} times; give the address where it ends")

    def _client(self, bounds: Bounds | None) -> httpx.AsyncClient:
        # Only gzip, which is unzipped in bounded pieces later.
        headers = {"user-agent": self._settings.user_agent, "accept-encoding": "gzip", "accept": "text/html, */*;q=0.5"}
        timeout = self._settings.timeout
        if bounds:
            return bounded_client(bounds, _certificates(), headers=headers, timeout=timeout, max_redirects=REDIRECTS)
        return httpx.AsyncClient(headers=headers, timeout=timeout, max_redirects=REDIRECTS, verify=_certificates())

    async def _with_body(self, answer: Answer, response: httpx.Response) -> Answer:
        if answer.status != HTTPStatus.OK:
            return answer
        limit = self._settings.max_bytes
        stated = response.headers.get("content-length", "")
        size = int(stated) if stated.isdecimal() and len(stated) < 19 else 0
        if size > limit:
            raise TooLarge(too_many_bytes(self._settings, size))
        body = await _up_to(limit + 1, response.aiter_raw())
        if len(body) > limit:
            raise TooLarge(too_many_bytes(self._settings))
        return _head(response, answer.moved, body)

    async def _ask_robots(self, client: httpx.AsyncClient, url: httpx.URL) -> None:
        """Raises FetchFailed where the server does not want this page to be read by programs."""
        origin = origin_of(url)
        known = self._rules.get(origin)
        if known is None or self._clock() - known[1] > ROBOTS_AGE:
            known = (await _rules(client, f"{origin}/robots.txt"), self._clock())
            _remember(self._rules, origin, known)
        if not known[0].can_fetch(self._settings.user_agent, str(url)):
            raise FetchFailed("its robots.txt asks programs not to read it; save the page in a browser, give the file")


def _remember(servers: dict[str, Result], origin: str, what: Result) -> None:
    """What holds of a server. A watch goes on for ever, and feeds name new servers all the time."""
    servers.pop(origin, None)
    servers[origin] = what
    while len(servers) > SERVERS:
        del servers[next(iter(servers))]


def origin_of(address: str | httpx.URL) -> str:
    """The server of an address. Raises httpx.InvalidURL or UnicodeError for what is none."""
    url = httpx.URL(address)
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


@cache
def _certificates() -> SSLContext:
    """Read once: it takes longer than many a page."""
    return httpx.create_ssl_context()


def _run(work: Coroutine[Any, Any, Result]) -> Result:
    """In a thread of its own: a notebook or a server already runs a loop in this one. Ctrl-C does not wait for it."""
    begun: Future[tuple[asyncio.AbstractEventLoop, asyncio.Task[Any] | None]] = Future()

    async def cancellable() -> Result:
        begun.set_result((asyncio.get_running_loop(), asyncio.current_task()))
        return await work

    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(lambda: asyncio.run(cancellable()))
        try:
            return done.result()
        except KeyboardInterrupt:
            loop, task = begun.result()
            if task is not None and not loop.is_closed():
                loop.call_soon_threadsafe(task.cancel)
            raise


def _no_answer(error: Exception) -> str:
    """What went wrong first. Groups come from connecting to several addresses of one name at once."""
    while isinstance(error, ExceptionGroup):
        error = error.exceptions[0]
    return f"no answer: {str(error) or type(error).__name__}; check the address and the connection"


def _head(response: httpx.Response, moved: str, body: bytes = b"") -> Answer:
    return Answer(
        address=str(response.url),
        moved=moved,
        status=response.status_code,
        phrase=response.reason_phrase,
        headers=response.headers,
        charset=response.charset_encoding,
        body=body,
    )


async def _rules(client: httpx.AsyncClient, address: str) -> RobotFileParser:
    """As RFC 9309 has it: no robots.txt forbids nothing, a server in trouble forbids all."""
    rules = RobotFileParser(address)
    lines: list[str] = []
    try:
        async with client.stream("GET", address, follow_redirects=True) as response:
            if response.status_code >= 500:
                raise NoAnswer(f"the server answered {response.status_code} for its robots.txt; try again later")
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
