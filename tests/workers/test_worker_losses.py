"""What a document does to its process costs that document alone."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest
from errands import errand, lazy, listed, not_installed, pages_of, starts_badly

from dateline.errors import BadLexicon, MissingPart
from dateline.model import Refused
from dateline.settings import Settings
from dateline.workers import outcomes
from dateline.workers.worker import cause, ending

PATIENCE = 1.0


def run(work: Any, *contents: str, workers: int = 1, **given: Any) -> list[Any]:
    settings = Settings(patience=PATIENCE, **given)
    return [outcome for _, outcome in outcomes(iter(pages_of(*contents)), settings, workers, work)]


def reasons(found: list[Any]) -> list[str]:
    return [outcome.reason for outcome in found if isinstance(outcome, Refused)]


def test_pages_that_end_or_hang_their_process_are_refused_and_only_they(tmp_path: Path) -> None:
    found = run(errand, "a", "exit 3", "b", f"once {tmp_path / 'marker'}", "c", "hang", "d", workers=2)
    assert [outcome[0] for outcome in found if isinstance(outcome, tuple)] == ["a", "b", "c", "d"]
    assert found[3] == "read in the end"
    assert [outcome for outcome in found if isinstance(outcome, Refused)] == [
        Refused("page 1", "reading", "its reading ended the worker process (exit code 3)"),
        Refused("page 5", "reading", "it was not read within 1 seconds; raise patience or split it"),
    ]


@pytest.mark.slow
def test_neither_signals_nor_loops_in_c_cost_another_page() -> None:
    found = run(errand, "a", "kill 9", "kill 9", "b", f"kill {int(signal.SIGSEGV)}", "spin", "spin", "c", workers=2)
    assert [outcome[0] for outcome in found if isinstance(outcome, tuple)] == ["a", "b", "c"]
    slow = "it was not read within 1 seconds; raise patience or split it"
    assert reasons(found) == [ending(-9), ending(-9), ending(-signal.SIGSEGV), slow, slow]


def test_how_a_process_ended_is_told_in_words() -> None:
    assert ending(3) == "its reading ended the worker process (exit code 3)"
    assert ending(-9) == "its reading ended the worker process (killed by signal 9, as when memory runs out)"
    assert cause(-signal.SIGSEGV) == "killed by signal 11, SIGSEGV"
    assert cause(-99) == "killed by signal 99"
    assert cause(None) == "it ended"


def test_what_raises_is_refused_and_the_process_lives_on() -> None:
    found = run(errand, "a", "b", "raise no such verb", "c", "unpicklable x", "d", "leave 2", "e")
    read = [outcome for outcome in found if isinstance(outcome, tuple)]
    assert [words for words, _ in read] == ["a", "b", "c", "d", "e"]
    assert len({process for _, process in read[:4]}) == 1
    raised, unpicklable, left = reasons(found)
    assert raised == "its reading failed (KeyError: 'no such verb'); please report this"
    assert unpicklable.startswith("its reading failed (") and "pickle" in unpicklable
    assert left == "its reading ended the worker process (exit code 2)"


def test_work_that_gives_all_at_once_loses_no_more() -> None:
    found = run(listed, "a", "b", "raise x", "kill 9", "c", "hang", "d")
    assert [outcome[0] for outcome in found if isinstance(outcome, tuple)] == ["a", "b", "c", "d"]
    assert len(reasons(found)) == 3


def test_work_that_forgets_pages_is_asked_for_each() -> None:
    found = run(lazy, "a", "b", "c", "forgotten", "d")
    assert [outcome for outcome in found if isinstance(outcome, str)] == ["a", "b", "c", "d"]
    assert reasons(found) == ["its reading failed (nothing came of it); please report this"]


def test_an_installation_without_its_parts_is_told_as_a_whole() -> None:
    with pytest.raises(MissingPart, match="the model is not here; install it"):
        run(not_installed, "a", "b", workers=2)


def test_an_error_that_every_page_would_meet_ends_the_run_after_what_came_before() -> None:
    found = outcomes(iter(pages_of("a", "b", "lexicon row 3 has no type")), Settings(), 1, errand)
    assert [next(found)[1][0], next(found)[1][0]] == ["a", "b"]  # type: ignore[index]
    with pytest.raises(BadLexicon, match="row 3 has no type"):
        next(found)


def test_a_process_that_cannot_start_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(MissingPart, match=r"could not start \(exit code 1\).*__main__"):
        run(starts_badly, "a", outlet="raise in the beginning")
    assert "in the beginning" in capfd.readouterr().err


def test_a_process_that_is_killed_while_it_starts_is_started_again(tmp_path: Path) -> None:
    (found,) = run(starts_badly, "a", outlet=f"once {tmp_path / 'marker'}")
    assert found[0] == "a"


@pytest.mark.slow
def test_processes_that_are_killed_whenever_they_start_end_the_run() -> None:
    with pytest.raises(MissingPart, match=r"could not start \(killed by signal 9, .*\); try fewer workers"):
        run(starts_badly, "a", outlet="kill 9")


def test_a_worker_that_somebody_kills_costs_nothing() -> None:
    contents = [f"page {i}" for i in range(40)]
    found: list[Any] = []
    for _, outcome in outcomes(iter(pages_of("x", *contents, "wait 0.1")), Settings(batch=4), 1, errand):
        if not found:
            os.kill(outcome[1], signal.SIGKILL)  # type: ignore[index]
        found.append(outcome)
    assert [outcome[0] for outcome in found[1:-1]] == contents


def test_a_worker_keeps_to_one_core() -> None:
    assert run(errand, "environment OMP_NUM_THREADS", "environment OPENBLAS_NUM_THREADS") == ["1", "1"]
