"""Answers kept while the desk does not change: what is kept, for how long, and what browsers are told of it."""

import asyncio
import gzip
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from fastapi import Response
from fastapi.testclient import TestClient
from small_desk import add, small_desk
from web_desk import client

from dateline.errors import NoSuchDesk
from dateline.faces.web import kept
from dateline.faces.web.answers import Answer
from dateline.faces.web.kept import KEEP, SAME_DESK, Kept, Key, Shelf

LONG = "All quiet on the quay. " * 40


class Page:
    """An application of one page that counts how often it is drawn."""

    def __init__(self, **headers: str) -> None:
        self.drawn = 0
        self.status = 200
        self.headers = {KEEP: SAME_DESK} | headers
        self.before: Callable[[], Any] | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.drawn += 1
        if self.before:
            await self.before()
        body = f"{LONG}{self.drawn} {scope['method']}"
        await Response(body, self.status, self.headers, media_type="text/plain")(scope, receive, send)


@pytest.fixture
def page() -> Page:
    return Page()


def serving(page: Any, state: Callable[[], tuple[int, int]] = lambda: (1, 1)) -> TestClient:
    return TestClient(Kept(page, state))


def test_a_page_is_drawn_once_while_nothing_changes(page: Page) -> None:
    asking = serving(page)
    first, second = asking.get("/a?b=1"), asking.get("/a?b=1")
    assert page.drawn == 1
    assert (first.text, first.headers) == (second.text, second.headers)
    assert first.headers["cache-control"] == "private, no-cache"
    asking.get("/a?b=2")
    asking.get("/a")
    assert page.drawn == 3


def test_what_changes_the_desk_draws_it_anew(page: Page) -> None:
    states = iter([(1, 1)] * 3 + [(1, 2)] * 3 + [(2, 2)] * 3)
    asking = serving(page, lambda: next(states))
    answers = [asking.get("/a").text[len(LONG) :] for _ in range(5)]
    assert answers == ["1 GET", "1 GET", "2 GET", "2 GET", "3 GET"]


def test_what_changes_while_it_is_drawn_makes_it_an_old_one(page: Page) -> None:
    state = [(1, 1)]

    async def commit() -> None:
        state[0] = (1, page.drawn + 1)

    page.before = commit
    asking = serving(page, lambda: state[0])
    asking.get("/a")
    asking.get("/a")
    assert page.drawn == 2


def test_a_browser_that_has_it_gets_no_body(page: Page) -> None:
    asking = serving(page)
    tag = asking.get("/a").headers["etag"]
    same = asking.get("/a", headers={"if-none-match": f'"other", {tag}'})
    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", tag)
    assert not [name for name in same.headers if name.startswith("content-")]
    assert asking.get("/a", headers={"if-none-match": '"other"'}).status_code == 200


def test_head_is_the_same_without_its_body(page: Page) -> None:
    asking = serving(page)
    head, whole = asking.head("/a"), asking.get("/a")
    assert (head.content, head.headers) == (b"", whole.headers)
    assert page.drawn == 1
    assert whole.text.endswith("1 GET")


def test_it_is_pressed_for_who_can_unpack_it(page: Page) -> None:
    asking = serving(page)
    pressed = asking.get("/a", headers={"accept-encoding": "gzip, br"})
    plain = asking.get("/a", headers={"accept-encoding": "identity"})
    assert pressed.headers["content-encoding"] == "gzip"
    assert int(pressed.headers["content-length"]) < len(plain.content) / 5
    assert "content-encoding" not in plain.headers
    assert pressed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert pressed.headers["etag"] != plain.headers["etag"]


def test_a_long_one_is_pressed_as_well(page: Page) -> None:
    async def long(scope: Any, receive: Any, send: Any) -> None:
        await Response(b"x" * 300_000, 200, page.headers, media_type="text/csv")(scope, receive, send)

    with serving(long).stream("GET", "/a", headers={"accept-encoding": "gzip"}) as answer:
        assert gzip.decompress(b"".join(answer.iter_raw())) == b"x" * 300_000


@pytest.mark.parametrize("status", [200, 404, 500])
def test_what_may_not_be_kept_is_passed_on_as_it_is(page: Page, status: int) -> None:
    page.status = status
    if status == 200:
        page.headers = {"x-other": "1"}
    asking = serving(page)
    answers = [asking.get("/a"), asking.get("/a"), asking.head("/a")]
    assert page.drawn == 3
    assert {answer.status_code for answer in answers} == {status}
    assert answers[0].text.endswith("1 GET") and not answers[2].content
    assert not {"etag", "x-dateline-keep", "content-encoding"} & {name for each in answers for name in each.headers}


def test_without_a_desk_nothing_is_kept(page: Page) -> None:
    def gone() -> tuple[int, int]:
        raise NoSuchDesk("news.db: no desk is here")

    asking = serving(page, gone)
    assert asking.get("/a").status_code == asking.get("/a").status_code == 200
    assert page.drawn == 2


def test_what_writes_goes_straight_on(page: Page) -> None:
    asking = serving(page)
    assert asking.post("/a").text.endswith("1 POST")
    assert asking.post("/a").text.endswith("2 POST")


async def _ask(app: Kept, path: str, sent: list[Any]) -> None:
    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    await app(scope, None, send)  # type: ignore[arg-type]


def test_who_asks_for_what_is_being_made_waits_for_it(page: Page) -> None:
    async def slowly() -> None:
        await asyncio.sleep(0.02)

    async def all_at_once() -> None:
        app = Kept(page, lambda: (1, 1))
        await asyncio.gather(*(_ask(app, "/a", answers) for _ in range(9)))

    answers: list[Any] = []
    page.before = slowly
    asyncio.run(all_at_once())
    assert page.drawn == 1
    assert len(answers) == 18


def test_nobody_waits_for_the_end_of_a_stream() -> None:
    """Two readers of one endless page both get its first event."""
    ends = asyncio.Event

    async def endless(scope: Any, receive: Any, send: Any) -> None:
        start = {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream")]}
        await send(start)
        await send({"type": "http.response.body", "body": b"data: 1\n\n", "more_body": True})
        await ends().wait()

    async def two_readers() -> list[list[Any]]:
        app = Kept(endless, lambda: (1, 1))
        heard: list[list[Any]] = [[], []]
        asking = [asyncio.create_task(_ask(app, "/live", each)) for each in heard]
        await asyncio.wait(asking, timeout=0.05)
        for each in asking:
            each.cancel()
        await asyncio.gather(*asking, return_exceptions=True)
        return heard

    for messages in asyncio.run(two_readers()):
        assert [message["type"] for message in messages] == ["http.response.start", "http.response.body"]


def answer(size: int) -> Answer:
    return Answer((), b"x" * size, '"tag"')


def key(name: str) -> Key:
    return Key(name, b"", False)


def put(shelf: Shelf, name: str, size: int = 1, seconds: float = 60, state: tuple[int, int] | None = (1, 1)) -> None:
    shelf.put(key(name), answer(size), seconds, state)


def test_a_full_shelf_lets_go_of_what_nobody_took_for_longest() -> None:
    shelf = Shelf(room=100, largest=60)
    put(shelf, "a", 40)
    put(shelf, "b", 40)
    assert shelf.taken(key("a"), (1, 1))
    put(shelf, "c", 40)
    assert [name for name in "abc" if shelf.taken(key(name), (1, 1))] == ["a", "c"]
    put(shelf, "a", 61)
    assert shelf.taken(key("a"), (1, 1)) is None, "too large, and the old one is gone"
    put(shelf, "d", 60)
    assert [name for name in "acd" if shelf.taken(key(name), (1, 1))] == ["c", "d"]


def test_an_answer_holds_for_its_time_and_its_state(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(kept, "monotonic", lambda: now[0])
    shelf = Shelf()
    put(shelf, "minute")
    put(shelf, "second", seconds=1, state=None)
    assert shelf.taken(key("minute"), (1, 1)) and shelf.taken(key("minute"), (1, 2)) is None
    assert shelf.taken(key("second"), (1, 1)) and shelf.taken(key("second"), (1, 2))
    now[0] = 101.5
    assert shelf.taken(key("second"), (1, 1)) is None
    now[0] = 161.0
    assert shelf.taken(key("minute"), (1, 1)) is None


def test_a_page_may_be_kept_for_a_moment_whatever_the_desk_does() -> None:
    page, states = Page(**{KEEP: "0.2"}), iter(range(99))
    asking = serving(page, lambda: (1, next(states)))
    assert asking.get("/a").text == asking.get("/a").text
    assert page.drawn == 1
    sleep(0.25)
    asking.get("/a")
    assert page.drawn == 2


def test_a_commit_of_another_connection_is_seen_at_once(tmp_path: Path) -> None:
    with client(small_desk(tmp_path)) as asking:
        before = asking.get("/statements.json")
        assert asking.get("/statements.json").headers["etag"] == before.headers["etag"]
        add(tmp_path, "later")
        after = asking.get("/statements.json")
    assert after.headers["etag"] != before.headers["etag"]
    assert len(after.json()["rows"]) == len(before.json()["rows"]) + 1
