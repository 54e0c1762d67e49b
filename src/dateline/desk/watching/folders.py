"""A folder watched by looking at it again and again, which works on network drives too: its new files, once settled."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from dateline.desk.watching.states import Met
from dateline.sources.files import location_of
from dateline.sources.refusals import sentence_of

TEMPORARY = (".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".opdownload", ".swp", "~")
"""Endings of files that are still being written, or that an editor leaves behind."""

_BESIDE = ("-wal", "-shm", "-journal", ".schema-")
_PREFIXES = (".", "~$")
_SYSTEM = ("thumbs.db", "desktop.ini")
_HIDDEN = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 2)


class File(Struct, frozen=True):
    """A file as it was found: its path, its size in bytes, when it was modified (nanoseconds)."""

    path: str
    size: int
    modified: int

    @property
    def met(self) -> Met:
        """How it is remembered."""
        return Met(location_of(self.path), f"{self.size} {self.modified}")


class Seen(Struct):
    """What earlier looks at a folder found: each file, and whether it was given away as settled."""

    files: dict[str, tuple[File, bool]] = {}


class Look(Struct, frozen=True):
    """What one look found: the files that are new or changed and have settled, and what could not be looked at."""

    files: tuple[File, ...] = ()
    troubles: tuple[str, ...] = ()


def new_files(folder: str, seen: Seen, leave_out: Iterable[str] = ()) -> Look:
    """The files in a folder, and in those within, that are new or changed and look the same as at the look before.

    So what is half written is not given, nor are hidden and temporary files, nor the databases of `leave_out` with
    what SQLite and upgrades lay beside them. `seen` is brought up to date. What cannot be looked at, the folder itself
    too, is a trouble with a sentence, and is as it was at the look before.
    """
    troubles: list[str] = []
    left_out = tuple(Path(path).resolve() for path in leave_out)
    found = {file.path: file for file in _files(folder, troubles, left_out, ())}
    settled: list[File] = []
    for path, file in found.items():
        before, given = seen.files.get(path, (None, False))
        ready = before == file and not given and _opens(path, troubles)
        if ready:
            settled.append(file)
        seen.files[path] = (file, ready or (before == file and given))
    if not troubles:
        for path in seen.files.keys() - found.keys():
            del seen.files[path]
    return Look(tuple(settled), tuple(troubles))


def _files(
    folder: str, troubles: list[str], left_out: tuple[Path, ...], above: tuple[tuple[int, int], ...]
) -> Iterator[File]:
    """The files of a folder in the order of their names; links that lead back to a folder around them are not followed.

    `troubles` gets a sentence for each folder that cannot be looked at.
    """
    try:
        status = Path(folder).stat()
        here = (status.st_dev, status.st_ino)
        if here in above:
            return
        with os.scandir(folder) as entries:
            shown = sorted((each for each in entries if _is_shown(each.name)), key=lambda entry: entry.name)
    except OSError as error:
        troubles.append(f"{location_of(folder)}: {sentence_of(error)}")
        return
    for entry in shown:
        if any(_is_of(entry.name, path.name) and Path(folder).resolve() == path.parent for path in left_out):
            continue
        try:
            is_folder, status = entry.is_dir(), Path(entry.path).stat()
        except OSError:  # taken away meanwhile, or a link to nowhere
            continue
        if getattr(status, "st_file_attributes", 0) & _HIDDEN:
            continue
        if is_folder:
            yield from _files(entry.path, troubles, left_out, (*above, here))
        elif stat.S_ISREG(status.st_mode):
            yield File(entry.path, status.st_size, status.st_mtime_ns)


def _is_of(name: str, database: str) -> bool:
    return name == database or (name.startswith(database) and name[len(database) :].startswith(_BESIDE))


def _is_shown(name: str) -> bool:
    low = name.lower()
    return not low.startswith(_PREFIXES) and not low.endswith(TEMPORARY) and low not in _SYSTEM


def _opens(path: str, troubles: list[str]) -> bool:
    """Whether a file can be opened; one that another program holds, or that is not ours to read, is waited for."""
    try:
        Path(path).open("rb").close()
    except OSError as error:
        troubles.append(f"{location_of(path)}: {sentence_of(error)}")
        return False
    return True
