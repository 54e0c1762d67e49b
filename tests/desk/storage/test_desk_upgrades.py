"""An older desk becomes one of this version whole, with a copy of how it was, or stays as it is."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from stored import ids, stored

import dateline
from dateline.desk.storage import opening, upgrades
from dateline.desk.storage.opening import APPLICATION, VERSION, writing
from dateline.desk.storage.upgrades import SCRIPTS, run_script, upgrade
from dateline.errors import DeskBusy, DeskDamaged, DeskError, NewerDesk, NoSuchDesk, NotADesk, OlderDesk

FIRST = """-- Something to remember of each article.
CREATE TABLE notes (article INTEGER NOT NULL REFERENCES articles (key), note TEXT NOT NULL);
CREATE TRIGGER noted AFTER INSERT ON notes BEGIN
    UPDATE articles SET outlet = 'noted; once' WHERE key = new.article;
END;
INSERT INTO notes SELECT key, 'kept; as it was' FROM articles;
-- That is all."""


def second(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE notes SET note = upper(note)")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk of the version that was current until now; two more follow, and a view is told otherwise."""
    path = stored(tmp_path / "news.db", "a", "b")
    views = opening.views() + "CREATE VIEW notes_flat AS SELECT note FROM notes;\n"
    monkeypatch.setattr(opening, "VERSION", VERSION + 2)
    monkeypatch.setattr(opening, "views", lambda: views)
    monkeypatch.setattr(upgrades, "SCRIPTS", {VERSION: FIRST, VERSION + 1: second})
    return path


def asked(path: Path, question: str) -> list[object]:
    connection = sqlite3.connect(path)
    found = connection.execute(question).fetchall()
    connection.close()
    return found


def as_it_was(path: Path, script: str | Callable[[sqlite3.Connection], None], error: type[BaseException]) -> None:
    """An upgrade by this script fails with this error; the desk is as it was, and no copy lies beside it."""
    schema, rows = (asked(path, question) for question in ("SELECT sql FROM sqlite_master", "SELECT * FROM articles"))
    upgrades.SCRIPTS[VERSION + 1] = script
    with pytest.raises(error):
        upgrade(path)
    assert asked(path, "SELECT sql FROM sqlite_master") == schema
    assert asked(path, "SELECT * FROM articles") == rows
    assert asked(path, "PRAGMA user_version") == [(VERSION,)]
    assert not list(path.parent.glob("*backup*"))
    with pytest.raises(OlderDesk):
        dateline.open(path)


def test_all_scripts_run_one_after_the_other_and_a_copy_is_kept(desk: Path) -> None:
    with pytest.raises(OlderDesk, match=r"doctor .*news\.db --upgrade`, which keeps a copy"):
        dateline.open(desk)
    copy = upgrade(desk)
    assert copy == Path(f"{desk}.schema-{VERSION}.backup")
    with dateline.open(desk) as opened:
        assert len(opened) == 2 and opened.record("a").text == "Quill of a"
        assert opened.reader.execute("SELECT note FROM notes_flat").fetchall() == [("KEPT; AS IT WAS",)] * 2
        assert opened.reader.execute("SELECT DISTINCT outlet FROM articles").fetchall() == [("noted; once",)]
    assert ids(copy) == ids(desk) == ["a", "b"]
    assert asked(copy, "PRAGMA user_version") == [(VERSION,)]
    assert asked(copy, "PRAGMA application_id") == [(APPLICATION,)]
    assert {each.name for each in desk.parent.iterdir()} <= {f"news.db{end}" for end in ("", "-wal", "-shm")} | {
        copy.name
    }


def test_the_copy_has_what_was_still_in_the_log(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as then:
        then.setattr(opening, "VERSION", VERSION)
        writer = writing(desk)
    writer.execute("DELETE FROM articles WHERE id = 'b'")
    copy = upgrade(desk)
    writer.close()
    assert copy and ids(copy) == ids(desk) == ["a"]


def test_there_is_nothing_to_do_twice(desk: Path) -> None:
    assert upgrade(desk)
    before = desk.read_bytes()
    assert upgrade(desk) is None
    assert desk.read_bytes() == before


def test_an_older_copy_is_not_overwritten(desk: Path) -> None:
    Path(f"{desk}.schema-{VERSION}.backup").write_text("precious")
    assert upgrade(desk) == Path(f"{desk}.schema-{VERSION}.backup1")
    assert Path(f"{desk}.schema-{VERSION}.backup").read_text() == "precious"


def raises(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM articles")
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("script", "error"),
    [
        ("DELETE FROM articles;\nALTER TABLE nowhere ADD COLUMN x;", DeskError),
        ("DELETE FROM facts;\nCREATE TABLE articles (x);", DeskError),
        ("PRAGMA foreign_keys = ON;\nINSERT INTO notes VALUES (99, 'of nothing');", DeskDamaged),
        ("CREATE TABLE unfinished (", DeskError),
        (raises, KeyboardInterrupt),
    ],
)
def test_a_script_that_fails_half_way_leaves_the_desk_as_it_was(
    desk: Path, script: str | Callable[[sqlite3.Connection], None], error: type[BaseException]
) -> None:
    as_it_was(desk, script, error)


def test_a_version_that_nobody_knows_how_to_upgrade(desk: Path) -> None:
    del upgrades.SCRIPTS[VERSION + 1]
    with pytest.raises(NotADesk, match=f"nobody knows how to upgrade schema {VERSION + 1}; ingest its sources anew"):
        upgrade(desk)
    assert not list(desk.parent.glob("*backup*"))


def test_another_writer_is_waited_for_and_told_of(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    other = sqlite3.connect(desk, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DeskBusy):
        upgrade(desk)
    other.close()
    assert upgrade(desk)


def test_no_room_for_the_copy(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(opening, "to_read", full)
    with pytest.raises(DeskError):
        upgrade(desk)
    assert not list(desk.parent.glob("*backup*"))
    monkeypatch.undo()
    assert ids(desk) == ["a", "b"]


def test_what_is_no_desk_is_no_older_desk(tmp_path: Path, desk: Path) -> None:
    with pytest.raises(NoSuchDesk):
        upgrade(tmp_path / "none.db")
    (tmp_path / "text.db").write_text("A choir sang in Hesselund. " * 100)
    with pytest.raises(NotADesk):
        upgrade(tmp_path / "text.db")
    asked(tmp_path / "birds.db", "CREATE TABLE birds (name TEXT)")
    with pytest.raises(NotADesk):
        upgrade(tmp_path / "birds.db")
    connection = sqlite3.connect(desk)
    connection.execute(f"PRAGMA user_version = {VERSION + 9}")
    connection.close()
    with pytest.raises(NewerDesk, match="install a newer Dateline"):
        upgrade(desk)


def test_each_older_version_has_its_script() -> None:
    assert sorted(SCRIPTS) == list(range(1, VERSION))


def test_the_schema_itself_can_be_run_statement_by_statement(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    connection.execute("BEGIN")
    run_script(connection, opening.schema())
    run_script(connection, opening.views())
    assert connection.in_transaction
    made = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
    connection.close()
    stored(tmp_path / "b.db", "a")
    assert asked(tmp_path / "b.db", "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2") == made
