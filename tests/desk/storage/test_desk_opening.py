"""What may stand at the path of a desk: each gets its sentence, and is left as it is."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from stored import ids, in_process, stored

import dateline
from dateline.desk.storage.opening import APPLICATION, VERSION, reading, writing
from dateline.errors import DeskBusy, DeskError, DeskReadOnly, NewerDesk, NoSuchDesk, NotADesk, OlderDesk

TEXT = b"The mayor of Hesselund said no more to the press. " * 200


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def refused(path: Path, kind: type[DeskError], words: str) -> None:
    """Neither read nor written, with the same sentence; the file is as it was."""
    before = path.read_bytes() if path.is_file() else None
    for way in (reading, writing):
        with pytest.raises(kind, match=words) as caught:
            way(path)
        assert type(caught.value) is kind and str(path) in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_nothing_at_all(tmp_path: Path) -> None:
    refused(tmp_path / "none.db", NoSuchDesk, "no desk is here; check the path, or make one: dateline ingest")
    assert not list(tmp_path.iterdir())


def test_a_missing_folder(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "news.db"
    refused(path, NoSuchDesk, "no desk is here")
    with pytest.raises(NoSuchDesk, match=r"the folder .*gone does not exist; make it"):
        writing(path, create=True)


@pytest.mark.parametrize("content", [TEXT, b"short", b"SQLite format 3\0" + b"\0" * 50, b"\0" * 4096])
def test_a_file_of_another_kind(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "news.db"
    path.write_bytes(content)
    refused(path, NotADesk, "no desk; give the file that `dateline ingest --desk` wrote")
    with pytest.raises(NotADesk):
        writing(path, create=True)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_desk_only_when_one_is_to_be_made(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    path.touch()
    refused(path, NotADesk, "the file is empty")
    stored(path, "a")
    assert ids(path) == ["a"]


@pytest.mark.parametrize("script", ["CREATE TABLE birds (name TEXT)", "PRAGMA application_id = 77; VACUUM"])
def test_another_programs_database(tmp_path: Path, script: str) -> None:
    path = tmp_path / "birds.db"
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    refused(path, NotADesk, "this file is no desk")
    with pytest.raises(NotADesk):
        writing(path, create=True)
    assert path.read_bytes()[18:20] == b"\x01\x01"  # no write-ahead log was turned on


def test_a_folder_a_pipe_and_a_device(tmp_path: Path) -> None:
    refused(tmp_path, NotADesk, r"this is a folder; give the file of a desk, such as .*news\.db")
    os.mkfifo(tmp_path / "pipe")
    refused(tmp_path / "pipe", NotADesk, "this is a pipe or a device")
    with pytest.raises(NotADesk, match="this is a pipe or a device"):
        writing(Path("/dev/null"), create=True)


@pytest.mark.parametrize(
    ("version", "kind", "words"),
    [(VERSION - 1, OlderDesk, "--upgrade`, which keeps a copy"), (VERSION + 1, NewerDesk, "install a newer Dateline")],
)
def test_another_schema(tmp_path: Path, version: int, kind: type[DeskError], words: str) -> None:
    path = stored(tmp_path / "news.db", "a")
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    refused(path, kind, words)


@pytest.mark.parametrize(
    "name",
    ["what?mode=memory", "a#b", "50%", "%41.db", "two words", "ещё", "新聞.db", "a&b=c", "'q\"", "-x", ":memory:"],
)
def test_odd_names_are_names(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    stored(Path(name), "a")
    assert name in names(tmp_path) and all(each.startswith(name) for each in names(tmp_path))
    with dateline.open(name) as desk:
        assert "a" in desk


def test_a_name_that_is_no_text_is_a_name(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.db"))
    try:
        stored(path, "a")
    except OSError:  # some file systems have names of text only
        return
    with dateline.open(path) as desk:
        assert len(desk) == 1


def test_two_slashes_and_names_that_no_file_has(tmp_path: Path) -> None:
    stored(tmp_path / "news.db", "a")
    reading(Path(f"/{tmp_path}/news.db")).close()
    for name in ("null\0.db", "x" * 5000):
        with pytest.raises(NoSuchDesk, match="check"):
            reading(tmp_path / name)
        with pytest.raises(NoSuchDesk, match="check"):
            writing(tmp_path / name, create=True)
    assert all(each.startswith("news.db") for each in names(tmp_path))


def test_a_link_is_the_desk_that_it_leads_to(tmp_path: Path) -> None:
    real = tmp_path / "real" / "news.db"
    real.parent.mkdir()
    link = tmp_path / "link.db"
    link.symlink_to(real)
    refused(link, NoSuchDesk, "no desk is here")
    stored(link, "a")
    assert ids(real) == ["a"] and link.is_symlink()
    assert not [each for each in tmp_path.iterdir() if each.name not in ("real", "link.db")]
    (tmp_path / "round.db").symlink_to(tmp_path / "round.db")
    refused(tmp_path / "round.db", NoSuchDesk, "check")


def test_another_writer_is_told_of_and_readers_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.desk.storage.opening.PATIENCE", 0.05)
    path = stored(tmp_path / "news.db", "a")
    first = writing(path)
    try:
        first.execute("BEGIN IMMEDIATE")
        with dateline.open(path) as desk:
            assert len(desk) == 1
            with pytest.raises(DeskBusy, match="another process is writing to this desk; wait until it ends"):
                desk.forget("a")
        first.execute("ROLLBACK")
        with dateline.open(path) as desk:
            desk.forget("a")
    finally:
        first.close()
    assert ids(path) == []


def test_two_who_make_a_desk_at_once_both_have_it(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    first, second = (sqlite3.connect(path) for _ in range(2))
    first.close()
    second.close()
    one = writing(path, create=True)
    other = writing(path, create=True)
    assert other.execute("PRAGMA application_id").fetchone()[0] == APPLICATION
    one.close()
    other.close()


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that other users can see."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for each in (folder, *folder.rglob("*")):
        each.chmod(0o755)
    shutil.rmtree(folder)


def test_a_desk_that_may_only_be_read_is_read(public: Path) -> None:
    """Nothing may be made beside it: as on a read-only disk."""
    path = stored(public / "news.db", "a", "b")
    path.chmod(0o444)
    public.chmod(0o555)
    before = path.read_bytes()
    read, written = in_process("read write", path)
    assert read == "2 Quill of a"
    assert written.startswith(f"DeskReadOnly: {path}: it may not be written to; ask for the right")
    assert path.read_bytes() == before and names(public) == {"news.db"}


def test_commits_that_nobody_may_take_over_are_told_of(public: Path) -> None:
    path = stored(public / "desk.db", "a")
    writer = writing(path)
    writer.execute("UPDATE runs SET verb = 'watch'")
    for ending in ("", "-wal"):  # a desk whose process was killed
        shutil.copy(f"{path}{ending}", public / f"news.db{ending}")
        (public / f"news.db{ending}").chmod(0o444)
    writer.close()
    public.chmod(0o555)
    (told,) = in_process("read", public / "news.db")
    assert told.startswith("DeskReadOnly: ") and "its last commits are in news.db-wal" in told
    assert "copy both files into a folder of your own" in told


def test_a_folder_that_may_not_be_written_to(public: Path) -> None:
    path = stored(public / "news.db", "a")
    path.chmod(0o666)
    public.chmod(0o555)
    read, written = in_process("read write", path)
    assert read == "1 Quill of a"
    assert written.startswith("DeskReadOnly: ") and "ask for the right to write the file and its folder" in written


def test_a_file_that_may_not_be_read(public: Path) -> None:
    path = stored(public / "news.db", "a")
    path.chmod(0o200)
    (told,) = in_process("read", path)
    assert told.endswith("it may not be read; ask for the right to read the file")


def test_a_folder_that_may_not_be_looked_into(public: Path) -> None:
    path = stored(public / "news.db", "a")
    public.chmod(0o600)
    read, written = in_process("read write", path)
    assert read == written and read.startswith(f"NoSuchDesk: {path}: nothing can be seen here (Permission denied)")


def test_what_may_not_be_written_is_not_written(tmp_path: Path) -> None:
    path = stored(tmp_path / "news.db", "a")
    with dateline.open(path) as desk, pytest.raises(sqlite3.OperationalError, match="readonly"):
        desk.reader.execute("DELETE FROM articles")
    assert issubclass(DeskReadOnly, DeskError)


def test_a_desk_that_cannot_be_read_is_not_held_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[sqlite3.Connection] = []

    def writing_held(path: Path, *, create: bool = False) -> sqlite3.Connection:
        held.append(writing(path, create=create))
        return held[0]

    def refused(path: Path) -> None:
        raise DeskReadOnly(str(path))

    monkeypatch.setattr("dateline.desk.opened.writing", writing_held)
    monkeypatch.setattr("dateline.desk.opened.reading", refused)
    with pytest.raises(DeskReadOnly):
        dateline.open(tmp_path / "news.db", create=True)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        held[0].execute("SELECT 1")
