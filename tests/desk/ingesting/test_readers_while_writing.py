"""Many may read a desk while one writes; and where two write, nothing is doubled."""

import subprocess
import sys
import threading
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
import quick_reading
from desk_contents import assert_sound, contents, state
from ingests import Ingest, desk_path, taken_in

import dateline
from dateline.desk import Tally
from dateline.desk.storage import opening
from dateline.errors import DeskBusy

__all__ = ["desk_path", "taken_in"]  # fixtures

READERS = 4


def rows(many: int, words: str = "of case") -> list[dict[str, Any]]:
    return [{"id": str(n), "text": f"Anna Lund met Brod\nIvo told Varde {words} {n}"} for n in range(many)]


def folder_of(path: Path, many: int) -> Path:
    path.mkdir()
    for number in range(many):
        words = f"Anna Lund met Brod\nwait 0.003\nIvo told Varde of case {number}"
        (path / f"{number:04}.txt").write_text(words, encoding="utf-8")
    return path


def reading_over_and_over(path: Path, over: threading.Event, troubles: list[BaseException], seen: list[int]) -> None:
    """Asks in turn how many articles there are, for some words, and for a whole record, until it is over."""
    try:
        with closing(dateline.open(path)) as desk:
            most = 0
            while not over.is_set():
                found = len(desk)
                assert found >= most, "an article was there and is gone"
                most = found
                hits = desk.search("told", limit=None)
                assert hits.total is not None and len(hits) == hits.total >= found
                for hit in list(hits)[:2]:
                    record = desk.record(hit.id)
                    assert len(record.of("statement")) >= 2, "half of a record"
                seen.append(found)
    except BaseException as trouble:
        troubles.append(trouble)


def test_readers_meet_no_error_and_no_half_of_an_article(taken_in: Ingest, desk_path: Path) -> None:
    over, troubles, seen = threading.Event(), list[BaseException](), list[int]()
    arguments = (desk_path, over, troubles, seen)
    readers = [threading.Thread(target=reading_over_and_over, args=arguments) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    try:
        for part in range(5):
            many = rows(300)[part * 50 : part * 50 + 100]  # a half of them is known, and then changed
            assert taken_in(*many).added >= 50
            taken_in(*(row | {"text": row["text"] + " again"} for row in many[:10]))
    finally:
        over.set()
        for reader in readers:
            reader.join()
    assert troubles == []
    assert len(seen) >= READERS
    assert_sound(desk_path)


def test_a_reader_that_holds_on_to_a_moment_disturbs_nobody(taken_in: Ingest, desk_path: Path) -> None:
    taken_in(*rows(3))
    with closing(opening.reading(desk_path)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM articles").fetchone() == (3,)
        assert taken_in(*rows(200)) == Tally(added=197, known=3)
        assert reader.execute("SELECT count(*) FROM articles").fetchone() == (3,)
        reader.execute("COMMIT")
        assert reader.execute("SELECT count(*) FROM articles").fetchone() == (200,)


def test_what_is_written_ahead_grows_only_while_somebody_holds_a_moment(taken_in: Ingest, desk_path: Path) -> None:
    ahead = desk_path.with_name(desk_path.name + "-wal")
    long = "of the case\nIvo told Varde " * 40
    with closing(opening.reading(desk_path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM articles").fetchone()
        taken_in(*rows(90, long))
        held = ahead.stat().st_size
        reader.execute("COMMIT")
    for again in ("once", "twice", "thrice"):
        taken_in(*rows(90, f"{long} {again}"))
    assert ahead.stat().st_size < 2.5 * held


def test_two_ingests_at_once_keep_everything_once(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "stories", 150)
    desk = tmp_path / "news.db"
    command = [sys.executable, quick_reading.__file__, str(desk), "1", str(folder)]
    with ExitStack() as stack:
        both = [
            stack.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
            for _ in range(2)
        ]
        said = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert all("done 150" in out for out, _ in said)
    assert state(desk) == ["done", "done"]
    assert_sound(desk)
    with closing(dateline.open(tmp_path / "alone.db", create=True)) as alone:
        subprocess.run([*command[:2], str(alone.path), *command[3:]], check=True, stdout=subprocess.DEVNULL)
    assert contents(desk) == contents(tmp_path / "alone.db")


def test_another_writer_that_never_ends_is_told(
    taken_in: Ingest, desk_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_in(*rows(3))
    monkeypatch.setattr(opening, "PATIENCE", 0.1)
    with writer_who_stays(desk_path), pytest.raises(DeskBusy, match="another process is writing to this desk"):
        taken_in(*rows(5))
    assert taken_in(*rows(5)) == Tally(added=2, known=3)


def writer_who_stays(path: Path) -> Any:
    connection = opening.writing(path)
    connection.execute("BEGIN IMMEDIATE")
    return closing(connection)


def test_an_ingest_waits_for_another_writer(taken_in: Ingest, desk_path: Path) -> None:
    began, ends = threading.Event(), threading.Event()

    def write() -> None:
        with writer_who_stays(desk_path) as connection:
            began.set()
            ends.wait(0.5)
            connection.execute("COMMIT")

    other = threading.Thread(target=write)
    other.start()
    began.wait()
    assert taken_in(*rows(5)) == Tally(added=5)
    other.join()


def test_a_clock_that_goes_backwards_changes_no_order(
    taken_in: Ingest, desk_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline.desk.ingesting import ingest, runs
    from dateline.desk.saving import writing

    for year in (2031, 2029, 2027):
        for module in (ingest, runs, writing):
            monkeypatch.setattr(module, "now", lambda year=year: f"{year}-01-01T00:00:00+00:00")
        taken_in({"id": "a", "text": f"Anna met Ivo in {year}"})
    with closing(dateline.open(desk_path)) as desk:
        assert [desk.record("a", n).text[-4:] for n in (1, 2, 3)] == ["2031", "2029", "2027"]
        assert desk.record("a").text.endswith("2027")
        assert desk.reader.execute("SELECT verb FROM runs ORDER BY key").fetchall() == [("ingest",)] * 3
