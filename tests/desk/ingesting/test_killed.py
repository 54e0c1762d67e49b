"""An ingest that is killed: what it acknowledged is there, the rest is read next time, and nothing is doubled."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
import quick_reading
from desk_contents import assert_sound, contents, state

import dateline

DOCUMENTS = 160
SEED = 9
Process = subprocess.Popen[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Stories of three lines; some are the same, and one cannot be read."""
    made = tmp_path / "stories"
    made.mkdir()
    for number in range(DOCUMENTS):
        same = number - 5 if number % 10 == 9 else number
        words = f"Anna Lund met Brod\nwait 0.005\nIvo told Varde of case {same}\n"
        (made / f"story-{number:03}.txt").write_text(words, encoding="utf-8")
    (made / "story-050b.txt").write_text("Anna told Brod\nraise a question\n", encoding="utf-8")
    return made


@contextmanager
def ingesting(desk: Path, *sources: Path, workers: int = 2) -> Iterator[Process]:
    """An ingest as a process with a group of its own; whatever is left of it at the end is killed."""
    command = [sys.executable, quick_reading.__file__, str(desk), str(workers), *map(str, sources)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            yield process
        finally:
            kill_group(process)


def kill_group(process: Process) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.kill(process.pid, signal.SIGKILL)
        os.killpg(process.pid, signal.SIGKILL)


def told(process: Process, many: int = 0) -> Iterator[int]:
    """How many documents each commit acknowledged, as it is told; ends after so many documents, or with the process."""
    assert process.stdout is not None
    for line in process.stdout:
        verb, number, *_ = line.split()
        if verb == "told":
            yield int(number)
            if many and int(number) >= many:
                return


def group_is_gone(group: int, seconds: float = 20.0) -> bool:
    """Whether no process of the group is left, or only such as nobody has reaped yet."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not living(group):
            return True
        time.sleep(0.05)
    return False


def living(group: int) -> list[int]:
    """The processes of a group that run; the first is the oldest."""
    found = subprocess.run(["ps", "-eo", "pid=,pgid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in found.splitlines()]
    return sorted(int(pid) for pid, own, status in rows if int(own) == group and not status.startswith("Z"))


def killed_at(desk: Path, folder: Path, seconds: float) -> int:
    """Kills an ingest after so many seconds, parent first; gives what it had acknowledged by then."""
    with ingesting(desk, folder) as process:
        time.sleep(seconds)
        kill_group(process)
        return max(told(process), default=0)


def finished(desk: Path, folder: Path, workers: int = 2) -> float:
    """Lets an ingest finish; gives the seconds it took."""
    began = time.monotonic()
    with ingesting(desk, folder, workers=workers) as process:
        list(told(process))
        assert process.wait() == 0
    return time.monotonic() - began


def kept(desk: Path) -> int:
    """Documents that are in the desk, or were refused for good."""
    if not desk.exists():
        return 0
    with closing(dateline.open(desk)) as opened:
        both = "SELECT (SELECT count(*) FROM documents) + (SELECT count(*) FROM refusals)"
        return int(opened.reader.execute(both).fetchone()[0])


def written_down(desk: Path) -> int:
    """What a desk of one run counts, all of it there."""
    with closing(dateline.open(desk)) as opened:
        added, refused, all_of_it = opened.reader.execute(
            "SELECT added, refused, added + known + refused FROM runs"
        ).fetchone()
        assert len(opened) == added
        assert opened.reader.execute("SELECT count(*) FROM refusals").fetchone()[0] == refused
        return int(all_of_it)


def kill_at_random(tmp_path: Path, folder: Path, rounds: int, kills: int) -> None:
    chance = random.Random(SEED)
    lasted = finished(tmp_path / "calm.db", folder)
    calm = contents(tmp_path / "calm.db")
    assert_sound(tmp_path / "calm.db")
    for number in range(rounds):
        desk = tmp_path / f"killed-{number}.db"
        for _ in range(kills):
            before = kept(desk)
            killed_at(desk, folder, chance.uniform(0.1, lasted))
            assert not desk.exists() or kept(desk) >= before
        finished(desk, folder)
        assert contents(desk) == calm, f"round {number}, seed {SEED}"
        assert_sound(desk)


def test_killed_at_random_moments_and_finished_it_is_as_if_undisturbed(tmp_path: Path, folder: Path) -> None:
    kill_at_random(tmp_path, folder, rounds=2, kills=3)


@pytest.mark.slow
def test_killed_fifty_times(tmp_path: Path, folder: Path) -> None:
    kill_at_random(tmp_path, folder, rounds=10, kills=5)


def test_what_was_acknowledged_is_there(tmp_path: Path, folder: Path) -> None:
    desk = tmp_path / "news.db"
    with ingesting(desk, folder) as process:
        acknowledged = max(told(process, many=60))
        kill_group(process)
        acknowledged = max(told(process), default=acknowledged)
    assert state(desk) == ["running"]
    assert written_down(desk) >= acknowledged >= 60
    assert_sound(desk)


def test_workers_end_by_themselves_when_their_parent_is_killed(tmp_path: Path, folder: Path) -> None:
    with ingesting(tmp_path / "news.db", folder) as process:
        list(told(process, many=1))
        assert len(living(process.pid)) > 1
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert group_is_gone(process.pid)


@pytest.mark.slow
def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path, folder: Path) -> None:
    with ingesting(tmp_path / "news.db", folder) as process:
        list(told(process, many=1))
        for worker in living(process.pid)[1:]:
            os.kill(worker, signal.SIGKILL)
        list(told(process))
        assert process.wait() == 0
    finished(tmp_path / "calm.db", folder)
    assert contents(tmp_path / "news.db") == contents(tmp_path / "calm.db")


def test_ctrl_c_ends_it_at_once_and_keeps_what_was_read(tmp_path: Path, folder: Path) -> None:
    desk = tmp_path / "news.db"
    (folder / "story-100.txt").write_text("Anna told Brod\nhang on\n", encoding="utf-8")
    with ingesting(desk, folder) as process:
        acknowledged = max(told(process, many=60))
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        acknowledged = max(told(process), default=acknowledged)
        process.wait()
        assert group_is_gone(process.pid)
    assert state(desk) == ["stopped"]
    assert written_down(desk) >= acknowledged >= 60
    (folder / "story-100.txt").write_text("Anna told Brod\nof case 100\n", encoding="utf-8")
    finished(desk, folder)
    assert state(desk) == ["stopped", "done"]
    finished(tmp_path / "calm.db", folder)
    assert contents(desk) == contents(tmp_path / "calm.db")
