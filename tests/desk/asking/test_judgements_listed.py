"""What people decided, and what of it holds."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from put_together import Together, newsdesk

from dateline.desk.asking.judgements.homes import homes
from dateline.desk.asking.judgements.judgements import judgements
from dateline.errors import BadQuestion


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(newsdesk(tmp_path)) as connection:
        together = Together.__new__(Together)
        together.desk = connection
        together.judged("incident-mill", "incident-second", "different", "another week", "Nora")
        together.judged("first", "march", "same", who="ivo")
        together.judged("march", "first", "undo", who="ivo")
        yield connection


def test_the_last_comes_first_with_words(desk: sqlite3.Connection) -> None:
    undo, same, different = judgements(desk)
    assert (different.left_words, different.right_words) == (
        "A blast tore through the old mill in Varde on Monday.",
        "A second blast shook Varde.",
    )
    assert (same.left_words, same.right_words) == ("Blast at the Varde mill", "March in Lund")
    assert [each.holds for each in (undo, same, different)] == [False, False, True]


def test_by_whom_what_and_on_what(desk: sqlite3.Connection) -> None:
    assert [each.verdict for each in judgements(desk, who="nora")] == ["different"]
    assert [each.who for each in judgements(desk, verdict="same")] == ["ivo"]
    assert len(judgements(desk, about="first")) == 2
    limited = judgements(desk, limit=1)
    assert (len(limited), limited.total) == (1, 3)
    with pytest.raises(BadQuestion, match="verdict cannot be 'maybe'"):
        judgements(desk, verdict="maybe")  # type: ignore[arg-type]


def test_what_the_desk_has_no_more_has_no_words(desk: sqlite3.Connection) -> None:
    desk.execute("UPDATE judgements SET \"left\" = 'gone' WHERE who = 'Nora'")
    assert judgements(desk, who="Nora")[0].left_words is None


def test_where_ids_belong(desk: sqlite3.Connection) -> None:
    count, event = (
        desk.execute("SELECT id FROM facts WHERE kind = ? ORDER BY key", (kind,)).fetchone()[0]
        for kind in ("casualties", "event")
    )
    assert homes(desk, [count]) == homes(desk, [event]) == {"incident-mill"}
    assert homes(desk, ["march", "incident-second", "story-second"]) == {
        "story-mill",
        "incident-second",
        "story-second",
    }
    assert homes(desk, ["nothing"]) == set()
