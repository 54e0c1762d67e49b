"""Addresses: a local server that behaves, and one that does not."""

import asyncio
import gzip
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any, ClassVar

import pytest
from pdf_writer import pdf

from dateline.model import Field, Page, Refused
from dateline.settings import Settings
from dateline.sources import pages
from dateline.sources.media import FORMATS

STORY = "<!doctype html><p>Mayor Ines Okparo: \u201cThe bridge is closed.\u201d"
Answer = Callable[[BaseHTTPRequestHandler], None]


def answer(
    body: bytes | str = b"", kind: str | None = "text/html; charset=utf-8", status: int = 200, **headers: str
) -> Answer:
    raw = body if isinstance(body, bytes) else body.encode()

    def give(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        if kind is not None:
            request.send_header("Content-Type", kind)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(raw)

    return give


def trickle(request: BaseHTTPRequestHandler) -> None:
    """A byte now and then: no single wait is long, the whole never ends."""
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    for _ in range(100):
        request.wfile.write(b"<")
        time.sleep(0.05)


def trickle_headers(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        request.wfile.write(f"X-{number}: a\r\n".encode())
        time.sleep(0.05)


def swell(request: BaseHTTPRequestHandler) -> None:
    answer()(request)
    while True:
        request.wfile.write(b"a" * 65_536)


class Site:
    """Answers by path, and what it was asked."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def __call__(self, path: str, **settings: Any) -> Page | Refused:
        (found,) = pages([self.address + path], Settings(**{"timeout": 5, **settings}))
        return found

    def page(self, path: str, **settings: Any) -> Page:
        found = self(path, **settings)
        assert isinstance(found, Page), found
        return found

    def reason(self, path: str, **settings: Any) -> str:
        found = self(path, **settings)
        assert isinstance(found, Refused), found
        assert (found.location, found.stage) == (self.address + path, "sources")
        return found.reason

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


class Handler(BaseHTTPRequestHandler):
    site: ClassVar[Site]

    def do_GET(self) -> None:
        self.site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        try:
            self.site.answers.get(self.path, answer("none", status=404))(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the reader had enough

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with Server(("127.0.0.1", 0), Handler) as server:
        Handler.site = Site(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield Handler.site
        server.shutdown()
        thread.join()


def test_a_page(site: Site) -> None:
    site.answers["/story"] = answer(STORY)
    found = site.page("/story", outlet="Harbour Post")
    assert (found.id, found.location) == (site.address + "/story",) * 2
    assert (found.media_type, found.content) == ("text/html", STORY)
    assert found.fields == (Field("outlet", "Harbour Post", "option: --outlet"),)
    assert found.fetched is not None
    offset = datetime.fromisoformat(found.fetched).utcoffset()
    assert offset is not None
    assert not offset


def test_we_say_who_we_are(site: Site) -> None:
    site.answers["/story"] = answer(STORY)
    site.page("/story", user_agent="harbour-reader/2 (+mailto:desk@harbourpost.example)")
    assert {headers["user-agent"] for _, headers in site.asked} == {
        "harbour-reader/2 (+mailto:desk@harbourpost.example)"
    }


@pytest.mark.parametrize(
    ("path", "body", "kind", "expected"),
    [
        ("/a", "<p>x", "TEXT/HTML", "text/html"),
        ("/a", "<p>x", "application/xhtml+xml", "text/html"),
        ("/a", "words", "text/plain", "text/plain"),
        ("/a.html", "words", "text/plain", "text/plain"),
        ("/a", STORY, "text/plain; charset=utf-8", "text/html"),
        ("/a", STORY, None, "text/html"),
        ("/a.html", "<p>x", None, "text/html"),
        ("/a", "<rss/>", "application/rss+xml", "application/rss+xml"),
        ("/a", "<nitf/>", "text/xml", "text/vnd.iptc.nitf"),
    ],
)
def test_content_types(site: Site, path: str, body: str, kind: str | None, expected: str) -> None:
    site.answers[path] = answer(body, kind)
    found = site.page(path)
    assert (found.media_type, found.content) == (expected, body)


def test_the_charset_of_the_server(site: Site) -> None:
    site.answers["/a"] = answer("<p>Мост".encode("koi8-r"), "text/html; charset=koi8-r")
    assert site.page("/a").content == "<p>Мост"


def test_a_packed_answer(site: Site) -> None:
    site.answers["/a"] = answer(gzip.compress(STORY.encode()), Content_Encoding="gzip")
    assert site.page("/a").content == STORY


@pytest.mark.parametrize("kind", ["application/x-ndjson", "text/plain", "application/json"])
def test_rows_at_an_address(site: Site, kind: str) -> None:
    site.answers["/rows"] = answer('{"id": "a", "text": "one"}\n{"text": "two"}\n', kind)
    found = [page for page in pages([site.address + "/rows"], Settings()) if isinstance(page, Page)]
    assert [(page.id, page.content) for page in found] == [("a", "one"), (f"{site.address}/rows#2", "two")]


def test_redirects_end_at_the_location(site: Site) -> None:
    site.answers["/old"] = answer(status=301, Location="/newer")
    site.answers["/newer"] = answer(status=302, Location=site.address + "/new")
    site.answers["/new"] = answer(STORY)
    found = site.page("/old")
    assert (found.id, found.location) == (site.address + "/old", site.address + "/new")


@pytest.mark.parametrize(("hops", "arrives"), [(5, True), (6, False)])
def test_redirects_are_counted(site: Site, hops: int, arrives: bool) -> None:
    for hop in range(hops):
        site.answers[f"/{hop}"] = answer(status=302, Location=f"/{hop + 1}")
    site.answers[f"/{hops}"] = answer(STORY)
    assert isinstance(site("/0"), Page) == arrives


def test_a_redirect_in_a_circle(site: Site) -> None:
    site.answers["/a"] = answer(status=302, Location="/a")
    assert site.reason("/a") == "it redirects more than 5 times; give the address where it ends"


def test_a_redirect_to_what_is_no_web(site: Site) -> None:
    site.answers["/a"] = answer(status=302, Location="file:///etc/hostname")
    assert "no answer: " in site.reason("/a")


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (404, "the server answered 404 Not Found; no page is there; check the address"),
        (403, "save the page in a browser and give the file"),
        (410, "look for it in an archive"),
        (429, "wait and try again"),
        (503, "the server answered 503 Service Unavailable; try again later"),
        (204, "check the address"),
        (418, "check the address"),
    ],
)
def test_other_answers_than_200(site: Site, status: int, sentence: str) -> None:
    site.answers["/a"] = answer("x", status=status)
    assert sentence in site.reason("/a")


@pytest.mark.parametrize("kind", ["image/png", "audio/mpeg", "video/mp4", "text/css"])
def test_a_wrong_content_type(site: Site, kind: str) -> None:
    site.answers["/a"] = answer(STORY, kind)
    assert site.reason("/a") == f"this is {kind}, no page; give an address of {FORMATS}"


@pytest.mark.parametrize("kind", ["application/pdf", "application/octet-stream"])
def test_a_pdf_at_an_address(site: Site, kind: str) -> None:
    site.answers["/a"] = answer(pdf([(72, 700, 11, "The bridge is closed.")]), kind)
    found = site.page("/a")
    assert (found.media_type, found.content) == ("application/pdf", "The bridge is closed.")


def test_an_archive_at_an_address(site: Site) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("one.txt", "The bridge is closed.")
        archive.writestr("two.html", STORY)
    site.answers["/week.zip"] = answer(out.getvalue(), "application/zip")
    found = [page for page in pages([site.address + "/week.zip"], Settings()) if isinstance(page, Page)]
    assert [page.location for page in found] == [f"{site.address}/week.zip!/{name}" for name in ("one.txt", "two.html")]


def test_packing_we_did_not_ask_for(site: Site) -> None:
    site.answers["/a"] = answer(b"...", Content_Encoding="br")
    assert "packed it as br" in site.reason("/a")


def test_binary_under_a_false_name(site: Site) -> None:
    site.answers["/a"] = answer(b"\x89PNG\r\n\x1a\n...")
    assert "a PNG picture" in site.reason("/a")


def test_xml_of_another_kind_from_a_server(site: Site) -> None:
    site.answers["/a"] = answer("<x/>", "text/xml")
    assert site.reason("/a").startswith("the root of this XML is <x>, which nothing here reads")


def test_an_empty_page(site: Site) -> None:
    site.answers["/a"] = answer("")
    assert site.reason("/a") == "there is no text in it"


@pytest.mark.parametrize("slow", [trickle, trickle_headers, lambda _: time.sleep(1.5)])
def test_a_slow_answer(site: Site, slow: Answer) -> None:
    site.answers["/a"] = slow
    began = time.monotonic()
    assert site.reason("/a", timeout=0.3) == ("no whole answer within 0.3 seconds; try again later or raise timeout")
    assert time.monotonic() - began < 1.2


def test_a_slow_robots_txt_counts_too(site: Site) -> None:
    site.answers["/robots.txt"] = trickle
    assert "within 0.2 seconds" in site.reason("/a", timeout=0.2)


def test_too_large_as_announced(site: Site) -> None:
    site.answers["/a"] = answer(b"x", Content_Length="5000")
    assert "it has 5,000 bytes and the limit is 1,000; raise max_bytes" in site.reason("/a", max_bytes=1000)


def test_too_large_without_a_word(site: Site) -> None:
    site.answers["/a"] = swell
    assert "it has more than 100,000 bytes" in site.reason("/a", max_bytes=100_000)


def test_too_large_once_unpacked(site: Site) -> None:
    site.answers["/a"] = answer(gzip.compress(b"a" * 1_000_000), Content_Encoding="gzip")
    assert "it has more than 10,000 bytes" in site.reason("/a", max_bytes=10_000)


@pytest.mark.parametrize("agent", ["*", "dateline"])
def test_robots_may_say_no(site: Site, agent: str) -> None:
    site.answers["/robots.txt"] = answer(f"User-agent: {agent}\nDisallow: /private", "text/plain")
    site.answers["/private/a"] = site.answers["/public"] = answer(STORY)
    assert "its robots.txt asks programs not to read it" in site.reason("/private/a")
    assert "/private/a" not in site.paths
    assert site.page("/public").content == STORY


def test_robots_of_others_do_not_concern_us(site: Site) -> None:
    site.answers["/robots.txt"] = answer("User-agent: greedybot\nDisallow: /", "text/plain")
    site.answers["/a"] = answer(STORY)
    assert site.page("/a").content == STORY


def test_robots_are_asked_after_a_redirect_too(site: Site) -> None:
    site.answers["/robots.txt"] = answer("User-agent: *\nDisallow: /private", "text/plain")
    site.answers["/a"] = answer(status=302, Location="/private")
    assert "its robots.txt asks programs" in site.reason("/a")
    assert site.paths == ["/robots.txt", "/a"]


def test_robots_are_asked_once(site: Site) -> None:
    site.answers["/a"] = site.answers["/b"] = answer(STORY)
    assert len(list(pages([site.address + "/a", site.address + "/b"], Settings()))) == 2
    assert site.paths == ["/robots.txt", "/a", "/b"]


def test_robots_in_trouble_forbid_all(site: Site) -> None:
    site.answers["/robots.txt"] = answer("x", status=500)
    site.answers["/a"] = answer(STORY)
    assert "answered 500 for its robots.txt; try again later" in site.reason("/a")


@pytest.mark.parametrize(
    "robots",
    [
        answer("gone", status=403),
        answer(status=302, Location="/robots.txt"),
        answer(b"\xff\xfe\x00 nonsense \n:::\nDisallow\n"),
        answer("User-agent: *\nAllow: /\n" + "#" * 600_000 + "\nUser-agent: *\nDisallow: /"),
    ],
)
def test_odd_robots_forbid_nothing(site: Site, robots: Answer) -> None:
    site.answers["/robots.txt"] = robots
    site.answers["/a"] = answer(STORY)
    assert site.page("/a").content == STORY


def test_robots_nobody_can_read(site: Site) -> None:
    site.answers["/robots.txt"] = answer("User-agent: *\nDisallow: //[")
    site.answers["/a"] = answer(STORY)
    assert "its robots.txt cannot be read" in site.reason("/a")


def test_robots_sent_where_no_port_is(site: Site) -> None:
    site.answers["/robots.txt"] = answer(status=302, Location="http://127.0.0.1:99999/robots.txt")
    assert "port must be 0-65535" in site.reason("/a")


def test_the_pause_that_robots_ask_for(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    site.answers["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 3")
    site.answers["/a"] = answer(STORY)
    assert len(list(pages([site.address + "/a"] * 3, Settings(timeout=2)))) == 3
    assert len(slept) == 2
    assert all(1 < pause <= 2 for pause in slept)


@pytest.mark.parametrize(
    "address",
    [
        "http://",
        "http://[::1",
        "http://a b/",
        "http://\x00/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:1/closed",
        "http://a..b/",
        "http://" + "a" * 300 + ".example/",
        "HTTPS://127.0.0.1:1/",
        "http://\ud800/",
        "http://127.0.0.1:x/",
    ],
)
def test_addresses_that_lead_nowhere(address: str) -> None:
    (found,) = pages([address], Settings(timeout=2))
    assert isinstance(found, Refused)
    assert found.reason.startswith("no answer: ")
    found.location.encode()


@pytest.mark.parametrize("address", ["ftp://harbourpost.example/a", "file:///etc/hostname"])
def test_other_kinds_of_address(address: str) -> None:
    (found,) = pages([address], Settings())
    assert isinstance(found, Refused)
    assert "give http, https or a path" in found.reason


def test_within_a_running_loop(site: Site) -> None:
    site.answers["/a"] = answer(STORY)

    async def in_a_notebook() -> Page:
        return site.page("/a")

    assert asyncio.run(in_a_notebook()).content == STORY
