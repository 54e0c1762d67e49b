"""`dateline watch`: what it asks for, what it tells, how it ends."""

import signal
import sys
from pathlib import Path
from typing import Any

import pytest
import quick_dateline
import typer
from newsroom import run

import dateline
from dateline.desk.ingesting import work
from dateline.desk.watching import rounds
from dateline.desk.watching.watched import Told
from dateline.faces.desk.watch import seconds_of
from dateline.faces.exits import INTERRUPTED, READ, SOME_REFUSED, USAGE
from dateline.model import Refused

FEED = "https://courier.example/feed.xml"


class FakeWatch:
    """Stands in for `Desk.watch`: remembers what it is asked for, and tells what it was given."""

    def __init__(self) -> None:
        self.rounds: list[Told] = []
        self.refusals: list[Refused] = []
        self.interrupted = False
        self.asked: dict[str, Any] = {}

    def __call__(self, _desk: Any, sources: Any, settings: Any, *, told: Any, refused: Any, **asked: Any) -> None:
        self.asked = {"sources": sources, "outlet": settings.outlet, **asked}
        for each in self.rounds:
            told(each)
        for refusal in self.refusals:
            refused(refusal)
        if self.interrupted:
            signal.raise_signal(signal.SIGINT)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeWatch:
    fake = FakeWatch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("dateline.desk.desk.Desk.watch", lambda *given, **named: fake(*given, **named), raising=False)
    return fake


def test_what_is_asked_for_reaches_the_desk(watched: FakeWatch) -> None:
    done = run("watch", FEED, "in", "--desk", "news.db", "--every", "2h", "--once", "--workers", 2, "--outlet", "Post")
    assert (done.exit_code, done.output) == (READ, "")
    expected = {"sources": [FEED, "in"], "every": 7200.0, "once": True, "workers": 2, "outlet": "Post"}
    assert watched.asked == expected
    assert Path("news.db").exists()


def test_without_a_terminal_only_news_and_trouble_are_told(watched: FakeWatch) -> None:
    watched.rounds = [
        Told(address=FEED, sentence="nothing new; next in 15 min", status="ok"),
        Told(address=FEED, sentence="3 new; next in 15 min", status="ok", new=3),
    ]
    done = run("watch", FEED, "--desk", "news.db")
    assert done.exit_code == READ
    assert [line[7:] for line in done.stderr.splitlines()] == [f"{FEED}: 3 new; next in 15 min"]
    assert run("watch", FEED, "--desk", "news.db", "-q").stderr == ""


def test_trouble_is_told_in_any_case_and_counts_in_the_end(watched: FakeWatch) -> None:
    watched.rounds = [Told(address=FEED, sentence="answered \x1b[2J404; next in 1 h", status="missing")]
    done = run("watch", FEED, "--once", "--desk", "news.db", "-q")
    assert done.exit_code == SOME_REFUSED
    assert done.stderr[7:] == f"{FEED}: answered ␛[2J404; next in 1 h\n"


def test_refusals_are_told_and_count(watched: FakeWatch) -> None:
    watched.refusals = [Refused("in/photo.jpg", "sources", "it is\na picture")]
    done = run("watch", "in", "--once", "--desk", "news.db")
    assert done.exit_code == SOME_REFUSED
    assert done.stderr[7:] == "refused in/photo.jpg: it is a picture\n"


def test_ctrl_c_ends_it_and_says_that_nothing_is_lost(watched: FakeWatch) -> None:
    watched.interrupted = True
    done = run("watch", FEED, "--desk", "news.db")
    assert (done.exit_code, done.stderr) == (INTERRUPTED, "stopped; run the same again: it goes on from here\n")


def test_what_lies_in_a_folder_is_in_the_desk_after_one_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "ReadIntoRows", quick_dateline.QuickRead)
    monkeypatch.setattr(rounds, "SETTLE", 0.1)
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/story.txt").write_text("Anna Lund met Brod\nabout case 1\n")
    done = run("watch", "in", "--once", "--desk", "in/news.db")
    assert (done.exit_code, done.stderr[7:]) == (READ, "in: 1 new\n")
    again = run("watch", "in", "--once", "--desk", "in/news.db")
    assert (again.exit_code, again.stderr) == (READ, "")
    with dateline.open("in/news.db") as desk:
        assert desk.search().total == 1


@pytest.mark.parametrize(
    ("words", "seconds"), [("90s", 90), ("15m", 900), ("15 min", 900), ("1.5h", 5400), ("2 days", 172_800)]
)
def test_lengths_of_time(words: str, seconds: float) -> None:
    assert seconds_of(words) == seconds


@pytest.mark.parametrize("words", ["15", "soon", "0m", "-5m", ""])
def test_what_is_no_length_of_time_is_wrong_usage(words: str, watched: FakeWatch) -> None:
    with pytest.raises(typer.BadParameter, match="give 90s, 15m, 2h or 1d"):
        seconds_of(words)
    assert run("watch", FEED, "--desk", "news.db", f"--every={words}").exit_code == USAGE
    assert not watched.asked


def test_it_is_quiet_about_rounds_at_a_terminal_only_when_asked(
    watched: FakeWatch, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from dateline.faces.desk.watch import _Teller

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    _Teller(quiet=False).begin(2)
    _Teller(quiet=True).begin(2)
    assert capsys.readouterr().err == "watching 2 sources; Ctrl-C stops\n"
    nothing = Told(address=FEED, sentence="nothing new", status="ok")
    _Teller(quiet=False).tell(nothing)
    _Teller(quiet=True).tell(nothing)
    assert capsys.readouterr().err[7:] == f"{FEED}: nothing new\n"
