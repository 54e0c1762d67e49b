import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from feed_site import (
    NOON,
    PROXIES,
    STORY,
    TITLE,
    Clock,
    Memory,
    Site,
    answer,
    conditional,
    rss,
    serving,
    summed_up,
    whole,
)

from dateline.desk.watching import Told, watch
from dateline.desk.watching.states import moment
from dateline.errors import BadSettings, DatelineError, FetchFailed, NoSuchPath
from dateline.model import Page, Refused
from dateline.settings import Settings

WORDS = "Engineers found cracks in the bridge, the mayor said on Monday."


class Enough(Exception):
    """A test has seen enough."""


class Watching:
    """Watches with a clock of its own; `pages` came in, `told` was heard."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.memory = Memory()
        self.pages: list[Page] = []
        self.refused: list[Refused] = []
        self.told: list[Told] = []
        self.until = float("inf")

    def __call__(self, *sources: str | Path, **options: Any) -> None:
        watch(
            sources,
            self.memory,
            self.ingest,
            Settings(timeout=2),
            **{"once": True, **options},
            told=self.told.append,
            clock=self.clock,
            sleep=self.sleep,
            chance=lambda: 0.0,
        )

    def ingest(self, pages: Iterable[Page | Refused]) -> None:
        for page in pages:
            (self.pages if isinstance(page, Page) else self.refused).append(page)  # type: ignore[arg-type]
        self.memory.done.append("ingest")

    def sleep(self, seconds: float) -> None:
        self.clock.sleep(seconds)
        if self.clock.now > self.until:
            raise Enough

    def through(self, hours: float, *sources: str | Path, **options: Any) -> None:
        """Watches for so many hours."""
        self.until = self.clock.now + 3600 * hours
        with pytest.raises(Enough):
            self(*sources, once=False, **options)

    @property
    def sentences(self) -> list[str]:
        return [told.sentence for told in self.told]


@pytest.fixture
def watching() -> Watching:
    return Watching()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
    with serving() as found:
        yield found


def test_what_is_new_is_told_and_kept(site: Site, watching: Watching) -> None:
    site.answers["/feed"] = answer(rss(whole("1"), whole("2")))
    feed = f"{site.address}/feed"
    watching(feed)
    assert watching.told == [
        Told(
            address=feed,
            sentence="2 new; next in 15 minutes",
            status="ok",
            new=2,
            due=moment(NOON + 900),
        )
    ]
    assert [page.id for page in watching.pages] == [feed, feed]
    assert watching.memory.done == ["ingest", "remember", "save"]


def test_once_asks_only_what_is_due(site: Site, watching: Watching) -> None:
    site.answers["/feed"] = answer(rss(whole("1")))
    watching(f"{site.address}/feed")
    watching(f"{site.address}/feed")
    watching.clock.sleep(901)
    watching(f"{site.address}/feed")
    assert watching.sentences == ["1 new; next in 15 minutes", "next in 15 minutes", "1 known; next in 15 minutes"]
    assert site.paths == ["/feed", "/feed"]


def test_an_hour_of_a_feed(site: Site, watching: Watching) -> None:
    site.answers["/feed"] = conditional(rss(whole("1")), '"a"')
    watching.through(1, f"{site.address}/feed")
    assert watching.sentences == ["1 new; next in 15 minutes", *["nothing new; next in 15 minutes"] * 4]
    assert max(watching.clock.slept) == 60


def test_every_is_the_least_time_between_two_polls(site: Site, watching: Watching) -> None:
    site.answers["/feed"] = answer(rss())
    watching.through(2, f"{site.address}/feed", every=3600)
    assert len(watching.told) == 3
    assert watching.sentences[0] == "nothing new; next in 60 minutes"


def test_a_day_of_a_feed_that_fails(site: Site, watching: Watching) -> None:
    site.answers["/feed"] = answer(status=500)
    watching.through(24, f"{site.address}/feed")
    assert len(site.paths) == 7
    assert watching.sentences[1] == "the server answered 500 Internal Server Error; next in 30 minutes"
    assert watching.pages == []


def test_a_clock_that_calls_a_little_early_misses_no_round(site: Site, watching: Watching) -> None:
    site.answers["/feed"] = answer(rss(whole("1")))
    for asked in (1, 1, 2):
        watching(f"{site.address}/feed")
        assert site.paths == ["/feed"] * asked
        watching.clock.sleep(425)


def test_slow_servers_do_not_hold_up_a_folder(site: Site, tmp_path: Path, watching: Watching) -> None:
    def slow(name: str) -> Any:
        def give(request: Any) -> None:
            watching.clock.now += 15
            answer(rss(whole(name)))(request)

        return give

    site.answers |= {"/one": slow("1"), "/two": slow("2")}
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "story.txt").write_text(WORDS, encoding="utf-8")
    watching(tmp_path / "in", f"{site.address}/one", f"{site.address}/two")
    assert [page.location.rpartition("/")[2] for page in watching.pages] == ["one", "story.txt", "two"]


def test_what_moved_is_told_once(site: Site, watching: Watching) -> None:
    site.answers["/feed"] = answer(status=301, Location="/new")
    site.answers["/new"] = answer(rss())
    watching.through(0.5, f"{site.address}/feed")
    moved = f"it has moved for good to {site.address}/new"
    assert watching.sentences == [f"{moved}; nothing new; next in 15 minutes", *["nothing new; next in 15 minutes"] * 2]


def test_it_ends_when_all_feeds_are_gone(site: Site, watching: Watching) -> None:
    site.answers["/feed"] = answer(status=410)
    watching(f"{site.address}/feed", once=False)
    watching(f"{site.address}/feed", once=False)
    gone = "the server answered 410 Gone; it is not asked for again"
    assert watching.sentences == [gone, gone]
    assert site.paths == ["/feed"]


def test_one_bad_feed_does_not_keep_the_others_waiting(site: Site, watching: Watching) -> None:
    site.answers["/good"] = answer(rss(whole("1")))
    site.answers["/broken"] = answer(rss(whole("2"))[:-40])
    watching(f"{site.address}/slow", f"{site.address}/broken", f"{site.address}/good")
    assert [told.status for told in watching.told] == ["missing", "failing", "ok"]
    assert len(watching.pages) == 1


def test_stories_and_reasons_reach_the_desk(site: Site, watching: Watching) -> None:
    site.answers["/one"] = answer(STORY.format(title=TITLE), "text/html")
    links = [f"{site.address}/{name}" for name in ("one", "two")]
    site.answers["/feed"] = answer(rss(*(summed_up(link, link) for link in links)))
    watching(f"{site.address}/feed")
    assert [page.id for page in watching.pages] == ["tag:courier," + links[0], f"{site.address}/feed"]
    assert [refused.location for refused in watching.refused] == [links[1]]
    assert watching.sentences == ["2 new, 1 refused; next in 15 minutes"]


@pytest.mark.parametrize("moment_of_death", ["ingest", "remember", "save"])
def test_what_was_not_safe_is_given_again(site: Site, watching: Watching, moment_of_death: str) -> None:
    site.answers["/feed"] = conditional(rss(whole("1")), '"a"')
    with pytest.MonkeyPatch.context() as patch:
        holder = watching if moment_of_death == "ingest" else watching.memory

        def die(*_: object) -> None:
            raise KeyboardInterrupt

        patch.setattr(holder, moment_of_death, die)
        with pytest.raises(KeyboardInterrupt):
            watching(f"{site.address}/feed")
    assert watching.memory.states == {}
    watching(f"{site.address}/feed")
    assert len(watching.pages) == {"ingest": 1, "remember": 2, "save": 1}[moment_of_death]
    watching.clock.sleep(900)
    watching(f"{site.address}/feed")
    assert watching.sentences[-1] == "nothing new; next in 15 minutes"


def test_a_desk_in_trouble_stops_the_watch(site: Site, watching: Watching) -> None:
    def full(_: object) -> None:
        raise DatelineError("there is no room left on the disk")

    watching.ingest = full  # type: ignore[method-assign,assignment]
    site.answers["/feed"] = answer(rss(whole("1")))
    with pytest.raises(DatelineError, match="no room"):
        watching(f"{site.address}/feed")
    assert watching.memory.done == []


def test_a_folder_once(tmp_path: Path, watching: Watching) -> None:
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    watching(tmp_path)
    assert [page.content for page in watching.pages] == [WORDS]
    assert watching.sentences == ["1 new, 1 refused"]
    assert watching.clock.slept == [2]
    watching(tmp_path)
    assert watching.sentences == ["1 new, 1 refused"]
    assert len(watching.pages) == 1


def test_a_folder_over_time(tmp_path: Path, watching: Watching) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    steps = iter(
        [
            lambda: (inbox / "a.txt").write_text(WORDS, encoding="utf-8"),
            lambda: None,
            lambda: None,
            lambda: inbox.rename(tmp_path / "away"),
            lambda: None,
            lambda: (tmp_path / "away").rename(inbox),
            lambda: (inbox / "b.txt").write_text(WORDS, encoding="utf-8"),
            lambda: None,
        ]
    )
    plain = watching.sleep

    def step(seconds: float) -> None:
        plain(seconds)
        next(steps, lambda: None)()

    watching.sleep = step  # type: ignore[method-assign]
    watching.through(0.05, inbox)
    away = f"{inbox.as_posix()}: no file or folder is here; check the path"
    assert watching.sentences == ["1 new", away, "it can be looked at again", "1 new"]
    assert [told.status for told in watching.told] == ["ok", "failing", "ok", "ok"]
    assert watching.memory.states[inbox.as_posix()].status == "ok"
    assert set(watching.clock.slept) == {10}


def test_a_folder_that_was_known_may_be_away(tmp_path: Path, watching: Watching) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    watching(inbox)
    inbox.rmdir()
    watching(inbox)
    assert watching.sentences == [f"{inbox.as_posix()}: no file or folder is here; check the path"]


def test_many_files_are_handed_on_a_hundred_at_a_time(tmp_path: Path, watching: Watching) -> None:
    for number in range(250):
        (tmp_path / f"{number:03}.txt").write_text(f"{WORDS} {number}", encoding="utf-8")
    watching(tmp_path)
    assert watching.memory.done == ["save", *["ingest", "remember"] * 3, "save"]
    assert watching.sentences == ["250 new"]


def test_feeds_and_folders_together(site: Site, tmp_path: Path, watching: Watching) -> None:
    site.answers["/feed"] = answer(rss(whole("1")))
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "news.db").write_text("no news", encoding="utf-8")
    watching.through(0.5, f"{site.address}/feed", tmp_path, f"{site.address}/feed", leave_out=[tmp_path / "news.db"])
    assert watching.sentences == ["1 new; next in 15 minutes", "1 new", *["1 known; next in 15 minutes"] * 2]


@pytest.mark.parametrize(
    ("source", "error", "reason"),
    [
        ("ftp://courier.example/feed", FetchFailed, "give http, https or a folder"),
        ("feed://courier.example/feed", FetchFailed, "give http, https or a folder"),
        ("http://", FetchFailed, "no feed can be polled there"),
        ("http://127.0.0.1:x/", FetchFailed, "check the address"),
        ("/no/such/folder", NoSuchPath, "no folder is here"),
        (__file__, NoSuchPath, "it is a file"),
    ],
)
def test_sources_that_make_no_sense(watching: Watching, source: str, error: type[Exception], reason: str) -> None:
    with pytest.raises(error, match=reason):
        watching(source)


@pytest.mark.parametrize("every", [0, -1, float("inf"), float("nan")])
def test_every_must_make_sense(watching: Watching, every: float) -> None:
    with pytest.raises(BadSettings, match="give 1 second or more"):
        watching(every=every)


def test_passwords_are_not_told(site: Site, watching: Watching) -> None:
    site.answers["/feed"] = answer(rss())
    watching(site.address.replace("://", "://ann:secret@") + "/feed")
    assert watching.told[0].address == f"{site.address}/feed"


PROGRAM = """
import sys
from dateline.desk.watching import watch
from dateline.settings import Settings
sys.path.insert(0, sys.argv[2])
from feed_site import Memory
memory = Memory()
try:
    watch([sys.argv[1]], memory, lambda pages: list(pages), Settings(timeout=60))
except KeyboardInterrupt:
    print(memory.states, "stopped")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_ctrl_c_does_not_wait_for_a_slow_server(site: Site) -> None:
    site.answers["/feed"] = lambda _: time.sleep(60)
    here = str(Path(__file__).parent)
    environment = {name: value for name, value in os.environ.items() if name not in PROXIES}
    command = [sys.executable, "-c", PROGRAM, f"{site.address}/feed", here]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        while "/feed" not in site.paths and child.poll() is None:
            time.sleep(0.01)
        child.send_signal(signal.SIGINT)
        out, _ = child.communicate(timeout=20)
    assert out == "{} stopped\n"
