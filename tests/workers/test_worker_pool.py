"""The pool: order, how far it reads ahead, and that no process stays behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count, islice
from multiprocessing import active_children
from pathlib import Path

import errands
import pytest
from errands import errand, pages_of

from dateline.model import Page
from dateline.settings import Settings
from dateline.workers import outcomes
from dateline.workers.pool import AHEAD, KEPT


def endless() -> Iterator[Page]:
    for i in count():
        yield from pages_of(f"page {i}")


def is_gone(process: int) -> bool:
    """Whether there is no such process, or only what its parent has not taken note of."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z"


def assert_gone(processes: set[int]) -> None:
    """Soon: it takes a process a moment to notice."""
    for _ in range(200):
        if all(map(is_gone, processes)):
            return
        time.sleep(0.1)
    raise AssertionError(f"still there: {[each for each in processes if not is_gone(each)]}")


def test_outcomes_come_in_the_order_of_the_pages() -> None:
    pages = pages_of("wait 0.4", *[f"page {i}" for i in range(30)], "wait 0.2", *[f"page {i}" for i in range(30, 60)])
    found = list(outcomes(iter(pages), Settings(batch=5), 3, errand))
    assert [page.id for page, _ in found] == [str(i) for i in range(62)]
    assert [outcome[0] for _, outcome in found if outcome] == [f"page {i}" for i in range(60)]  # type: ignore[index]


def test_without_pages_no_process_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.workers.tender.Worker", None)
    assert list(outcomes(iter(()), Settings(), 4, errand)) == []


def test_what_raises_in_the_source_comes_through_and_ends_the_processes() -> None:
    def broken() -> Iterator[Page]:
        yield from pages_of("a")
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(outcomes(broken(), Settings(), 1, errand))
    assert active_children() == []


def test_it_reads_no_further_ahead_than_it_must_and_ends_with_its_iterator() -> None:
    taken: list[Page] = []
    source = (taken.append(page) or page for page in endless())  # type: ignore[func-returns-value]
    found = outcomes(source, Settings(batch=2), 2, errand)
    processes = {outcome[1] for _, outcome in islice(found, 50)}  # type: ignore[index]
    assert len(taken) <= 50 + 2 * KEPT
    found.close()  # type: ignore[attr-defined]
    assert active_children() == []
    assert_gone(processes)


def test_others_go_on_while_a_page_hangs_but_not_for_ever() -> None:
    taken: list[Page] = []
    source = (taken.append(page) or page for page in (*pages_of("hang"), *islice(endless(), 500)))  # type: ignore[func-returns-value]
    found = outcomes(source, Settings(batch=1, patience=2), 2, errand)
    assert "not read within 2 seconds" in str(next(found)[1])
    assert 2 * AHEAD < len(taken) <= KEPT + 1
    found.close()  # type: ignore[attr-defined]


def test_closing_does_not_wait_for_a_page_that_hangs() -> None:
    found = outcomes(iter(pages_of("a", "spin", "hang", "b")), Settings(batch=1), 2, errand)
    process = next(found)[1][1]  # type: ignore[index]
    found.close()  # type: ignore[attr-defined]
    assert active_children() == []
    assert_gone({process})


def parent() -> "subprocess.Popen[str]":
    command = [sys.executable, errands.__file__]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def children_of(process: int) -> set[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return set(map(int, found.stdout.split()))


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks /proc which processes there are")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_process_outlives_a_parent_that_is_ended(how: int) -> None:
    with parent() as running:
        assert running.stdout is not None
        assert running.stdout.readline().startswith("a (")
        children = children_of(running.pid)
        assert len(children) >= 2
        os.killpg(running.pid, how) if how == signal.SIGINT else running.send_signal(how)
        told = running.communicate(timeout=60)[1]
    assert_gone(children)
    assert told.count("Traceback") == (1 if how == signal.SIGINT else 0), told
