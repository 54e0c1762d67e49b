"""`dateline ingest` as a process: what it tells, its exit codes, the meter at a terminal, Ctrl-C."""

import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import quick_dateline
from newsroom import run

import dateline
from dateline.desk.ingesting import work
from dateline.faces.exits import CANNOT, INTERRUPTED, READ, SOME_REFUSED, USAGE


def command(*arguments: object) -> list[str]:
    return [sys.executable, quick_dateline.__file__, *map(str, arguments)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three stories, in a folder of their own."""
    (tmp_path / "stories").mkdir()
    for number in range(3):
        (tmp_path / "stories" / f"{number}.txt").write_text(f"Anna Lund met Brod\nabout case {number}\n")
    return tmp_path


@pytest.fixture
def here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, for commands in this process; reading takes no models."""
    monkeypatch.setattr(work, "ReadIntoRows", quick_dateline.QuickRead)
    monkeypatch.chdir(folder)
    return folder


def test_it_says_at_the_end_what_was_added_and_the_second_time_that_all_is_known(here: Path) -> None:
    first = run("ingest", "stories", "--desk", "news.db")
    assert (first.exit_code, first.stdout) == (READ, "")
    assert re.fullmatch(r"3 added in .* s( \(.* a second\))?; news\.db has 3 articles, \d+ kB\n", first.stderr)
    (here / "stories" / "0.txt").write_text("Anna Lund met Varde\nabout case 0\n")
    second = run("ingest", "stories", "nowhere.txt", DATELINE_DESK="news.db")
    assert second.exit_code == SOME_REFUSED
    assert second.stderr.startswith(
        "refused nowhere.txt: no file or folder is here; check the path\n0 added, 1 updated"
    )
    assert "1 updated, 2 known, 1 refused in" in second.stderr


def test_quiet_tells_refusals_only_and_not_more_of_them_than_a_person_reads(here: Path) -> None:
    done = run("ingest", *(f"nowhere-{number}" for number in range(30)), "--desk", "news.db", "-q")
    told = done.stderr.splitlines()
    assert told[:20] == [f"refused nowhere-{n}: no file or folder is here; check the path" for n in range(20)]
    assert told[20:] == [
        "further refusals are counted and not told; all are in the desk: "
        "sqlite3 news.db 'SELECT location, reason FROM refusals'"
    ]
    assert done.exit_code == SOME_REFUSED


def test_without_a_desk_it_says_how_to_name_one() -> None:
    done = run("ingest", "story.txt", COLUMNS="300")
    assert done.exit_code == USAGE
    assert "give --desk news.db, or set it for all commands: DATELINE_DESK=news.db" in done.stderr


def test_a_file_that_is_no_desk_stays_as_it_is(here: Path) -> None:
    (here / "notes.txt").write_text("Rain.\n" * 400)
    done = run("ingest", "stories", "--desk", "notes.txt")
    assert done.exit_code == CANNOT
    assert done.stderr.startswith("dateline: notes.txt: this file is no desk")
    assert (here / "notes.txt").read_text() == "Rain.\n" * 400


class Terminal:
    """A pseudo terminal: standard error of a process, and what was written to it so far."""

    def __init__(self) -> None:
        self.own, self.theirs = pty.openpty()
        self.text = ""

    def read(self, until: str = "") -> str:
        """Reads until these words were shown, or to the end."""
        while not until or until not in self.text:
            try:
                piece = os.read(self.own, 1 << 16)
            except OSError:  # Linux's way to say that nobody has the other end any more
                break
            if not piece:
                break
            self.text += piece.decode()
        return self.text


@contextmanager
def at_a_terminal(folder: Path, *arguments: object) -> Iterator[tuple[Terminal, "subprocess.Popen[bytes]"]]:
    terminal = Terminal()
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "100", "NO_COLOR": "1"}
    with subprocess.Popen(
        command(*arguments), cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=terminal.theirs,
        env=environment,
    ) as process:  # fmt: skip
        os.close(terminal.theirs)
        try:
            yield terminal, process
        finally:
            process.kill()
            os.close(terminal.own)


def test_a_terminal_shows_how_far_it_is_and_how_long_it_takes_yet(folder: Path) -> None:
    for number in range(3, 60):
        (folder / "stories" / f"{number}.txt").write_text(f"Anna Lund met Brod\nwait 0.05\nabout case {number}\n")
    with at_a_terminal(folder, "ingest", "stories", "--desk", "news.db") as (terminal, process):
        shown = terminal.read()
        assert process.wait() == READ
    assert "getting ready" in shown
    assert re.search(r"\d+ %  \d+ added  [\d.]+/s  about \d+ s left", shown)
    assert "60 added in " in shown.splitlines()[-1]
    assert shown.endswith("\r\n")
    assert shown.count("\x1b[?25l") == shown.count("\x1b[?25h") == 1  # the cursor is back


@pytest.fixture
def slow(folder: Path) -> Path:
    """Many stories, of which each takes a while."""
    for number in range(3, 200):
        (folder / "stories" / f"{number:03}.txt").write_text(f"Anna Lund met Brod\nwait 0.1\nabout case {number}\n")
    return folder


def test_ctrl_c_stops_at_once_and_says_what_is_kept(slow: Path) -> None:
    with at_a_terminal(slow, "ingest", "stories", "--desk", "news.db") as (terminal, process):
        terminal.read(" added")
        process.send_signal(signal.SIGINT)
        shown = terminal.read()
        assert process.wait() == INTERRUPTED
    assert shown.endswith("run the same again: it goes on from here\r\n")
    (added,) = re.findall(r"stopped: (\d+) added in ", shown)
    assert 0 < int(added) < 200
    with dateline.open(slow / "news.db") as desk:
        assert len(desk) == int(added)


def test_a_second_ctrl_c_ends_the_process_and_leaves_the_terminal_as_it_was(slow: Path) -> None:
    with at_a_terminal(slow, "ingest", "stories", "--desk", "news.db") as (terminal, process):
        terminal.read(" added")
        while process.poll() is None:
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.02)
        shown = terminal.read()
        assert process.returncode in (INTERRUPTED, -signal.SIGINT)
    assert shown.count("\x1b[?25l") == shown.count("\x1b[?25h") == 1
    with dateline.open(slow / "news.db") as desk:
        assert len(desk) < 200
