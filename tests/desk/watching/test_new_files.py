import os
import shutil
import sys
from pathlib import Path

import pytest

from dateline.desk.watching.folders import Look, Seen, new_files
from dateline.desk.watching.states import Met

STORY = "Engineers found cracks in the bridge, the mayor said on Monday."


class Looking:
    """Looks at a folder again and again."""

    def __init__(self, folder: Path, *leave_out: str) -> None:
        self.folder = folder
        self.leave_out = leave_out
        self.seen = Seen()
        self.last = Look()

    def __call__(self) -> list[str]:
        self.last = new_files(str(self.folder), self.seen, self.leave_out)
        return [Path(file.path).relative_to(self.folder).as_posix() for file in self.last.files]


@pytest.fixture
def looking(tmp_path: Path) -> Looking:
    return Looking(tmp_path)


def write(folder: Path, name: str, text: str = STORY, modified: int = 1_700_000_000) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (modified, modified))
    return path


def test_a_file_is_given_once_it_has_settled(looking: Looking) -> None:
    path = write(looking.folder, "a.txt")
    assert looking() == []
    assert looking() == ["a.txt"]
    (file,) = looking.last.files
    assert file.met == Met(path.as_posix(), f"{len(STORY)} 1700000000000000000")
    assert looking() == []


def test_a_file_that_grows_is_waited_for(looking: Looking) -> None:
    write(looking.folder, "a.txt", STORY[:10])
    assert looking() == []
    write(looking.folder, "a.txt", STORY[:20])
    assert looking() == []
    write(looking.folder, "a.txt", STORY)
    assert looking() == []
    assert looking() == ["a.txt"]


@pytest.mark.parametrize(("text", "modified"), [(STORY + "!", 1_700_000_000), (STORY, 1_700_000_001)])
def test_a_changed_file_is_given_again(looking: Looking, text: str, modified: int) -> None:
    write(looking.folder, "a.txt")
    write(looking.folder, "b.txt")
    looking(), looking()
    write(looking.folder, "a.txt", text, modified)
    assert looking() == []
    assert looking() == ["a.txt"]


def test_a_file_that_came_back_is_given_again(looking: Looking) -> None:
    path = write(looking.folder, "a.txt")
    looking(), looking()
    path.unlink()
    assert looking() == []
    assert looking.seen.files == {}
    write(looking.folder, "a.txt")
    looking()
    assert looking() == ["a.txt"]


def test_folders_within_in_the_order_of_names(looking: Looking) -> None:
    for name in ("b/2.txt", "a.txt", "b/1/x.txt", "c.html"):
        write(looking.folder, name)
    looking()
    assert looking() == ["a.txt", "b/1/x.txt", "b/2.txt", "c.html"]


@pytest.mark.parametrize(
    "name",
    [
        *(".hidden.txt", ".git/a.txt", "a.txt.part", "a.TMP", "b.crdownload", "a.txt~", "~$report.docx", "Thumbs.db"),
        "c.txt.filepart",
    ],
)
def test_what_is_hidden_or_not_finished_is_left_alone(looking: Looking, name: str) -> None:
    write(looking.folder, name)
    write(looking.folder, "parting.txt")
    looking()
    assert looking() == ["parting.txt"]


def test_a_file_that_is_renamed_when_it_is_whole(looking: Looking) -> None:
    part = write(looking.folder, "a.txt.part")
    looking(), looking()
    part.rename(looking.folder / "a.txt")
    looking()
    assert looking() == ["a.txt"]


def test_the_desk_in_the_folder_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    looking = Looking(tmp_path, "news.db")
    for name in ("news.db", "news.db-wal", "news.db.schema-1.backup", "news.db.txt", "other/news.db"):
        write(tmp_path, name)
    looking()
    assert looking() == ["news.db.txt", "other/news.db"]


def test_a_folder_that_vanishes_for_a_while(looking: Looking) -> None:
    write(looking.folder, "inner/a.txt")
    looking.folder /= "inner"
    looking(), looking()
    away = looking.folder.rename(looking.folder.with_name("away"))
    assert looking() == []
    assert looking.last.troubles == (f"{looking.folder.as_posix()}: no file or folder is here; check the path",)
    away.rename(looking.folder)
    assert looking() == []
    assert looking.last == Look()
    write(looking.folder, "b.txt")
    looking()
    assert looking() == ["b.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_in_a_circle(looking: Looking) -> None:
    write(looking.folder, "inner/a.txt")
    (looking.folder / "inner" / "back").symlink_to(looking.folder)
    (looking.folder / "nowhere.txt").symlink_to(looking.folder / "missing.txt")
    looking()
    assert looking() == ["inner/a.txt"]
    assert looking.last.troubles == ()


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes there")
def test_a_pipe_is_no_file(looking: Looking) -> None:
    os.mkfifo(looking.folder / "pipe.txt")
    looking()
    assert looking() == []


def test_a_file_that_cannot_be_opened_is_waited_for(looking: Looking, monkeypatch: pytest.MonkeyPatch) -> None:
    write(looking.folder, "a.txt")
    write(looking.folder, "b.txt")
    looking()
    plain = Path.open

    def held(path: Path, mode: str = "r") -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return plain(path, mode)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", held)
        assert looking() == ["b.txt"]
        (trouble,) = looking.last.troubles
        assert trouble.endswith("a.txt: permission denied; ask for the right to read it")
    assert looking() == ["a.txt"]
    assert looking.last.troubles == ()


def test_a_folder_in_trouble_is_as_it_was(looking: Looking) -> None:
    write(looking.folder, "a/1.txt")
    looking(), looking()
    shutil.move(looking.folder / "a", looking.folder.parent / "kept")
    looking()
    shutil.move(looking.folder.parent / "kept", looking.folder / "a")
    looking()
    assert looking() == ["a/1.txt"]  # it was away, and nobody said that there was trouble
