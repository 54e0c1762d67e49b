"""A document that kills its worker, or hangs, is lost alone; one whose worker is killed by others is not."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from desk_contents import assert_sound, contents
from quick_reading import QuickRead

import dateline
from dateline.desk import Tally
from dateline.desk.ingesting import work
from dateline.model import Refused
from dateline.settings import Settings

HASTY = Settings(patience=3.0, batch=4)


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[dateline.Desk]:
    monkeypatch.setattr(work, "ReadIntoRows", QuickRead)
    with closing(dateline.open(tmp_path / "news.db", create=True)) as opened:
        yield opened


def rows(*texts: str) -> list[dict[str, Any]]:
    return [{"id": f"{number}", "text": f"Anna told Brod\n{text}"} for number, text in enumerate(texts)]


def ids(desk: dateline.Desk) -> list[str]:
    return [name for (name,) in desk.reader.execute("SELECT id FROM articles ORDER BY key")]


def test_only_the_documents_that_do_harm_are_lost(desk: dateline.Desk, tmp_path: Path) -> None:
    told: list[Refused] = []
    once = f"kill once {tmp_path / 'marker'}"
    texts = ["of a", "kill always", "of b", once, "of c", "hang on", "of d", "raise it", "of e"]
    assert desk.ingest(rows(*texts), HASTY, workers=2, refused=told.append) == Tally(added=6, refused=3)
    assert ids(desk) == ["0", "2", "3", "4", "6", "8"]
    assert [(each.location, each.stage) for each in told] == [(f"row#{n}", "reading") for n in (2, 6, 8)]
    killed, hung, raised = (each.reason for each in told)
    assert "killed by signal 9" in killed and "not read within" in hung and "KeyError" in raised
    assert_sound(desk.path)
    assert desk.ingest(rows(*texts), HASTY, workers=2) == Tally(known=9)


def test_a_lost_document_is_read_when_it_is_asked_for_again(desk: dateline.Desk, tmp_path: Path) -> None:
    marker = tmp_path / "first"
    texts = ["of a", f"killunless {marker}"]
    assert desk.ingest(rows(*texts), HASTY) == Tally(added=1, refused=1)
    marker.touch()
    assert desk.ingest(rows(*texts), HASTY) == Tally(known=2)
    assert desk.ingest(rows(*texts), HASTY, retry=True) == Tally(added=1, known=1)
    assert desk.reader.execute("SELECT count(*) FROM refusals").fetchone() == (0,)


def test_versions_keep_their_order_with_several_workers(desk: dateline.Desk) -> None:
    """The first one takes longest to read, and is the first version all the same."""
    texts = ["wait 0.6\nof day 0", *(f"of day {number}" for number in range(1, 24))]
    same = [row | {"id": "story"} for row in rows(*texts)]
    assert desk.ingest(same, Settings(batch=1), workers=3) == Tally(added=1, updated=23)
    found = [desk.record("story", number + 1).text.split()[-1] for number in range(24)]
    assert found == [str(number) for number in range(24)]


def test_several_workers_keep_what_one_keeps(desk: dateline.Desk, tmp_path: Path) -> None:
    many = rows(*(f"of case {number % 40}\nwait 0.001" for number in range(100)))
    many += [row | {"text": row["text"] + " again"} for row in many[:10]]
    desk.ingest(many, Settings(batch=3), workers=3)
    with closing(dateline.open(tmp_path / "one.db", create=True)) as other:
        other.ingest(many, Settings(batch=16), workers=1)
    assert contents(desk.path) == contents(tmp_path / "one.db")


def test_no_worker_outlives_an_error_in_a_source(desk: dateline.Desk) -> None:
    def broken() -> Iterator[dict[str, Any]]:
        yield from rows(*["of a"] * 30)
        raise RuntimeError("the source broke")

    with pytest.raises(RuntimeError) as raised:
        desk.ingest(broken(), Settings(batch=2), workers=2)
    assert children() == []  # while somebody still holds the error
    assert raised.tb is not None


def children() -> list[int]:
    from multiprocessing import active_children

    return [child.pid for child in active_children() if child.pid and child.name == "dateline"]


def test_a_worker_killed_from_outside_costs_nothing(desk: dateline.Desk) -> None:
    killed: list[int] = []

    def kill_one(_: Tally) -> None:
        if not killed and (found := children()):
            killed.append(found[0])
            os.kill(found[0], signal.SIGKILL)

    many = rows(*(f"of case {number}\nwait 0.01" for number in range(150)))
    assert desk.ingest(many, Settings(batch=4), workers=2, told=kill_one) == Tally(added=150)
    assert killed and ids(desk) == [str(number) for number in range(150)]
