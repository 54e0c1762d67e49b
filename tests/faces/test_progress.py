"""Counting, telling refusals, and showing a bar only to people who wait."""

import io
import signal
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from invented_story import story

from dateline.faces import progress
from dateline.faces.bar import Bar
from dateline.faces.progress import Progress
from dateline.model import Refused
from dateline.record import Record

BAD = Refused(location="bad.txt", stage="sources", reason="empty")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def attach(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Terminal]:
    """Called by the test itself, since pytest sets `sys.stderr` anew between a fixture and its test."""

    def attached() -> Terminal:
        stderr = Terminal()
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.setattr(sys, "stderr", stderr)
        return stderr

    return attached


def _slowly(count: int, refusing: Progress | None = None) -> Iterator[Record]:
    drawn = threading.Event()
    for _ in range(count):
        drawn.wait(0.3)
        if refusing:
            refusing.refuse(BAD)
        yield story()


def test_records_are_counted_and_passed_on(capsys: pytest.CaptureFixture[str]) -> None:
    run = Progress()
    assert len(list(run.watch(iter([story(), story()])))) == 2
    run.refuse(BAD)
    run.count()
    assert capsys.readouterr().err == "refused bad.txt: empty\n2 read, 1 refused\n"


def test_a_person_who_waits_for_several_articles_sees_the_count(attach: Callable[[], Terminal]) -> None:
    terminal = attach()
    run = Progress()
    list(run.watch(_slowly(4)))
    assert "2 read" in terminal.getvalue()
    assert "4 read" not in terminal.getvalue().split("3 read")[0]


def test_a_single_quick_article_shows_nothing_readable(attach: Callable[[], Terminal]) -> None:
    terminal = attach()
    run = Progress()
    list(run.watch(_slowly(1)))
    run.count()
    assert "read" not in terminal.getvalue()


def test_a_single_slow_article_shows_that_something_happens(
    attach: Callable[[], Terminal], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = attach()
    monkeypatch.setattr(progress, "PATIENCE", 0.1)
    list(Progress().watch(_slowly(1)))
    assert "0 read" in terminal.getvalue()


def test_refusals_stand_above_the_bar(attach: Callable[[], Terminal]) -> None:
    terminal = attach()
    run = Progress(shared=True)
    list(run.watch(_slowly(3, run)))
    assert terminal.getvalue().count("refused bad.txt: empty") == 3


def test_quiet_and_pipes_have_no_bar(attach: Callable[[], Terminal], monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = attach()
    list(Progress(quiet=True).watch(_slowly(2)))
    assert terminal.getvalue() == ""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    list(Progress().watch(_slowly(2)))
    assert sys.stderr.getvalue() == ""


def test_the_bar_knows_how_far_it_is_where_there_is_a_total(attach: Callable[[], Terminal]) -> None:
    terminal = attach()
    bar = Bar(total=4)
    bar.start(lambda: "2 read")
    bar.stop()
    assert "━" in terminal.getvalue() and "2 read" in terminal.getvalue()


def test_an_interrupt_while_a_record_is_written_lets_it_be_finished() -> None:
    run, written = Progress(), 0
    for _ in run.watch(iter([story(), story()])):
        signal.raise_signal(signal.SIGINT)
        written += 1
    assert (written, run.interrupted) == (1, True)


def test_a_second_interrupt_ends_at_once() -> None:
    run = Progress()
    with pytest.raises(KeyboardInterrupt):
        for _ in run.watch(iter([story()])):
            signal.raise_signal(signal.SIGINT)
            signal.raise_signal(signal.SIGINT)


def test_other_threads_than_the_main_one_can_run() -> None:
    run, got = Progress(), []
    thread = threading.Thread(target=lambda: got.extend(run.watch(iter([story()]))))
    thread.start()
    thread.join()
    assert len(got) == 1
