"""A web server on loopback that answers feeds and stories by path, a clock that only sleep moves, and a keeper."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from dateline.desk.watching import FeedState, Met
from dateline.desk.watching.polls import Polled, Poller
from dateline.desk.watching.states import seconds
from dateline.model import Article
from dateline.reading import read_page
from dateline.settings import Settings

Answer = Callable[[BaseHTTPRequestHandler], None]
PROXIES = ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
MINUTE = 60
NOON = 1_709_640_000.0
"""2024-03-05, 12:00 UTC, a Tuesday."""
BRIDGE = "Engineers found deep cracks in two pillars of the old bridge over the Tarn on Monday, the mayor said."
TITLE = "Old bridge over the Tarn closed"
STORY = (
    "<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
    f"<p>{BRIDGE}</p><p>Ferries will carry people over the river until the pillars are mended, she told reporters.</p>"
    "<p>Around nine thousand people cross the river at this place on a working day, and most of them walk.</p>"
    "</article></body></html>"
)


def answer(body: bytes | str = b"", kind: str = "application/rss+xml", status: int = 200, **headers: str) -> Answer:
    raw = body if isinstance(body, bytes) else body.encode()

    def give(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", kind)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(raw)

    return give


def conditional(body: str, etag: str, modified: str = "") -> Answer:
    """Gives its text once, then 304 to whoever knows it."""

    def give(request: BaseHTTPRequestHandler) -> None:
        same = request.headers.get("If-None-Match") == etag
        since = request.headers.get("If-Modified-Since") == modified if modified else True
        extra = {"Last_Modified": modified} if modified else {}
        answer("" if same and since else body, status=304 if same and since else 200, ETag=etag, **extra)(request)

    return give


def trickle(request: BaseHTTPRequestHandler) -> None:
    """A byte now and then: no single wait is long, the whole takes five seconds."""
    request.send_response(200)
    request.end_headers()
    for _ in range(100):
        request.wfile.write(b"<")
        time.sleep(0.05)


def endless(request: BaseHTTPRequestHandler) -> None:
    """A feed that never ends."""
    answer("<rss><channel>")(request)
    while True:
        request.wfile.write(b"<item><title>More</title></item>" * 1000)


def rss(*items: str, head: str = "") -> str:
    about = "<title>Tarn Courier</title><link>http://courier.example/</link>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{about}{head}{"".join(items)}</channel></rss>'


def whole(name: str, words: str = BRIDGE) -> str:
    """An item that gives its whole story."""
    body = f"<p>{words}</p><p>The council meets on Friday to choose who builds the new one.</p>"
    body += "<p>Nobody was hurt.</p>"
    return (
        f"<item><title>Bridge closed, part {name}</title><guid isPermaLink='false'>tag:courier,{name}</guid>"
        f"<content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'><![CDATA[{body}]]>"
        "</content:encoded></item>"
    )


def summed_up(name: str, link: str, words: str = f"{BRIDGE[:60]}...", title: str = TITLE) -> str:
    """An item that sums its story up."""
    told = f"<description>{words}</description>" if words else ""
    return (
        f"<item><title>{title}</title><guid isPermaLink='false'>tag:courier,{name}</guid><link>{link}</link>"
        f"<pubDate>Tue, 05 Mar 2024 09:30:00 GMT</pubDate>{told}</item>"
    )


class Site:
    """Answers by path, and what it was asked."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False


@contextmanager
def serving() -> Iterator[Site]:
    """A site that stops by itself."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            try:
                site.answers.get(self.path, answer("none", status=404))(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the reader had enough

        def log_message(self, *_: object) -> None:
            pass

    with Server(("127.0.0.1", 0), Handler) as server:
        site = Site(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = NOON
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class Memory:
    """A keeper that forgets when the test ends, and a list of what it was asked to do."""

    def __init__(self) -> None:
        self.states: dict[str, FeedState] = {}
        self.met: dict[tuple[str, str], str] = {}
        self.done: list[str] = []

    def load(self, address: str) -> FeedState | None:
        return self.states.get(address)

    def save(self, state: FeedState) -> None:
        self.done.append("save")
        self.states[state.address] = state

    def known(self, address: str, met: Met) -> bool:
        return self.met.get((address, met.item)) == met.digest

    def remember(self, address: str, met: Iterable[Met]) -> None:
        self.done.append("remember")
        self.met |= {(address, each.item): each.digest for each in met}


class Polling:
    """Polls one feed of a site again and again, as a keeper would have it."""

    def __init__(self, site: Site, path: str = "/feed", **settings: object) -> None:
        self.site = site
        self.clock = Clock()
        self.memory = Memory()
        given = Settings(**{"timeout": 5.0, **settings})  # type: ignore[arg-type]
        self.poller = Poller(given, clock=self.clock, sleep=self.clock.sleep, chance=lambda: 0.0)
        self.state = FeedState(address=site.address + path)

    def __call__(self) -> Polled:
        polled = self.poller.poll(self.state, lambda met: self.memory.known(self.state.address, met))
        self.memory.remember(self.state.address, polled.met)
        self.state = polled.state
        return polled

    @property
    def pause(self) -> float:
        """Minutes until the next poll."""
        return (seconds(self.state.due) - self.clock.now) / MINUTE


def articles(polled: Polled) -> list[Article]:
    found = [outcome for page in polled.pages for outcome in read_page(page)]
    assert all(isinstance(each, Article) for each in found), found
    return found  # type: ignore[return-value]
