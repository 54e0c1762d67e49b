"""Trouble in the middle of the work: a sentence, what was acknowledged is kept, and the next run finishes."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from stored import ReadPlainly, ids, in_process, pages_of, stored

from dateline.desk.ingesting import ingest as room
from dateline.desk.ingesting.ingest import Ingest
from dateline.desk.ingesting.runs import Tally
from dateline.desk.storage.opening import DeskFile, writing
from dateline.desk.storage.transactions import transaction
from dateline.desk.storage.trouble import error_of, plainly
from dateline.errors import DeskBusy, DeskDamaged, DeskError, DeskFull, DeskReadOnly, NoSuchDesk, NotADesk
from dateline.model import Page
from dateline.settings import Settings
from dateline.workers import Pool

NAMES = [f"story{i}" for i in range(40)]
SIZE = 20_000


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with one article; what is ingested is read without a model, and committed by twos."""
    monkeypatch.setattr(room, "MOST_PENDING", 2)
    return stored(tmp_path / "news.db", "a")


def ingest(connection: sqlite3.Connection, path: Path, pages: Iterator[Page], told: list[Tally]) -> Tally:
    with Pool(Settings(batch=4), 1, ReadPlainly(path)) as pool:
        return Ingest(path, connection, Settings(), pool=pool, told=told.append)("ingest", [], pages)  # type: ignore[arg-type]


def finished(path: Path) -> None:
    """The next ingest reads what is left, and nothing twice."""
    connection = writing(path)
    before = len(ids(path)) - 1
    found = ingest(connection, path, pages_of(*NAMES, size=SIZE), [])
    connection.close()
    assert (found.added, found.known) == (len(NAMES) - before, before)
    assert ids(path) == ["a", *NAMES]


def test_no_room_in_the_middle_of_an_ingest(desk: Path) -> None:
    connection = writing(desk)
    connection.execute("PRAGMA max_page_count = 300")
    told: list[Tally] = []
    with pytest.raises(DeskFull, match=r"news\.db: there is no room left for it; what was acknowledged is kept: make"):
        ingest(connection, desk, pages_of(*NAMES, size=SIZE), told)
    connection.close()
    assert 0 < told[-1].added < len(NAMES)
    assert ids(desk) == ["a", *NAMES[: told[-1].added]]
    finished(desk)


def test_a_limit_on_the_size_of_files(desk: Path) -> None:
    said, sentence = in_process("ingest", desk, size=1_500_000)
    assert sentence.startswith(f"DeskFull: {desk}: ")
    assert 0 < int(said) < len(NAMES)
    assert ids(desk) == ["a", *NAMES[: int(said)]]
    finished(desk)


@pytest.mark.parametrize("how", ["deleted", "moved", "replaced"])
def test_a_desk_that_goes_away_while_it_is_open(desk: Path, how: str, tmp_path: Path) -> None:
    connection = writing(desk)
    other = stored(tmp_path / "other.db", "b")

    def pages() -> Iterator[Page]:
        for number, page in enumerate(pages_of(*NAMES)):
            if number == 20:
                go_away()
            yield page

    def go_away() -> None:
        desk.unlink() if how == "deleted" else desk.rename(tmp_path / "elsewhere.db")
        if how == "replaced":
            shutil.copy(other, desk)

    told: list[Tally] = []
    with pytest.raises(NoSuchDesk, match="deleted or moved while it was open; put it back, or make another"):
        ingest(connection, desk, pages(), told)
    connection.close()
    assert told[-1].added < len(NAMES)
    if how == "moved":
        Path(tmp_path / "elsewhere.db").rename(desk)
        for ending in ("-wal", "-shm"):
            assert not Path(f"{tmp_path / 'elsewhere.db'}{ending}").exists()
        assert len(ids(desk)) == 1 + told[-1].added


def test_a_folder_that_goes_away_with_the_desk(tmp_path: Path) -> None:
    path = tmp_path / "day" / "news.db"
    path.parent.mkdir()
    connection = writing(stored(path, "a"))
    shutil.rmtree(path.parent)
    with plainly(path), pytest.raises(NoSuchDesk, match="put it back"), transaction(connection):
        connection.execute("UPDATE runs SET verb = 'watch'")
    connection.close()


def test_another_kind_of_connection_may_have_transactions_too(desk: Path) -> None:
    connection = sqlite3.connect(desk, isolation_level=None)
    with transaction(connection):
        connection.execute("UPDATE runs SET verb = 'watch'")
    assert not isinstance(connection, DeskFile)
    connection.close()


def test_a_reader_never_writes_and_says_so(desk: Path) -> None:
    connection = writing(desk)
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(DeskReadOnly, match="it may not be written to; ask for the right"), plainly(desk):
        connection.execute("DELETE FROM articles")
    connection.close()
    readonly = sqlite3.connect(f"file://{desk}?mode=ro", uri=True)
    with pytest.raises(DeskReadOnly), plainly(desk):
        readonly.execute("DELETE FROM articles")
    readonly.close()
    assert ids(desk) == ["a"]


def test_a_damaged_page_that_is_met_while_working(desk: Path) -> None:
    content = bytearray(desk.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    desk.write_bytes(content)
    with pytest.raises(DeskDamaged, match="run `dateline doctor` to see how far, and restore a copy"):
        connection = writing(desk)
        with plainly(desk):
            connection.execute("SELECT count(*) FROM articles").fetchall()
        connection.close()


CODES: list[tuple[int, type[DeskError], str]] = [
    (sqlite3.SQLITE_BUSY, DeskBusy, "wait until it ends"),
    (sqlite3.SQLITE_BUSY_SNAPSHOT, DeskBusy, "wait until it ends"),
    (sqlite3.SQLITE_LOCKED, DeskBusy, "wait until it ends"),
    (sqlite3.SQLITE_FULL, DeskFull, "make room on the disk"),
    (sqlite3.SQLITE_IOERR_WRITE, DeskFull, "a quota and a limit"),
    (sqlite3.SQLITE_IOERR_SHMSIZE, DeskFull, "a quota and a limit"),
    (sqlite3.SQLITE_IOERR_READ, DeskDamaged, "look at the disk"),
    (sqlite3.SQLITE_READONLY, DeskReadOnly, "ask for the right to write the file and its folder"),
    (sqlite3.SQLITE_READONLY_DIRECTORY, DeskReadOnly, "ask for the right"),
    (sqlite3.SQLITE_READONLY_DBMOVED, NoSuchDesk, "put it back"),
    (sqlite3.SQLITE_PERM, DeskReadOnly, "ask for the right to read and write"),
    (sqlite3.SQLITE_CANTOPEN, NoSuchDesk, "check the path"),
    (sqlite3.SQLITE_NOTADB, NotADesk, "give the file that `dateline ingest --desk` wrote"),
    (sqlite3.SQLITE_CORRUPT, DeskDamaged, "restore a copy"),
    (sqlite3.SQLITE_CORRUPT_VTAB, DeskDamaged, "restore a copy"),
    (sqlite3.SQLITE_ERROR, DeskError, "run `dateline doctor"),
]


@pytest.mark.parametrize(("code", "kind", "words"), CODES)
def test_every_code_has_its_sentence(code: int, kind: type[DeskError], words: str) -> None:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorcode = code
    found: Any = error_of(error, Path("/no/such/news.db"))
    assert type(found) is kind and words in str(found) and str(found).startswith("/no/such/news.db: ")


def test_a_file_that_is_there_but_cannot_be_opened_lacks_a_right(desk: Path) -> None:
    error = sqlite3.OperationalError("unable to open database file")
    error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
    assert isinstance(error_of(error, desk), DeskReadOnly)


def test_text_that_is_no_text_any_more_is_damage(desk: Path) -> None:
    error = sqlite3.OperationalError("Could not decode to UTF-8 column 'text' with text '\\xff'")
    assert isinstance(error_of(error, desk), DeskDamaged)
    with pytest.raises(DeskDamaged), plainly(desk):
        b"malformed database schema (\xff)".decode()
    with pytest.raises(UnicodeDecodeError), plainly(desk):
        b"\xff".decode()
