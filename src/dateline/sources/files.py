"""Files and folders into Pages."""

import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from dateline.errors import CannotRead, Empty, NoSuchPath
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources.documents import Origin, stream_pages
from dateline.sources.packed.compression import CHUNK
from dateline.sources.refusals import refusing
from dateline.sources.streams import Stream

Outcome = Page | Refused
_SPECIAL = (
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a disk"),
)


def path_pages(path: str, settings: Settings) -> Iterator[Outcome]:
    """The Pages of a file, or of all files in a folder. Raises CannotRead or OSError for the path itself."""
    try:
        status = Path(path).stat()
    except ValueError as error:
        raise NoSuchPath("no path can have these characters; check it") from error
    if stat.S_ISDIR(status.st_mode):
        yield from _folder_pages(path, settings, ())
    elif stat.S_ISSOCK(status.st_mode) or stat.S_ISBLK(status.st_mode):
        raise CannotRead(_special(status.st_mode))
    else:  # a pipe too: a shell's <(command) is one
        yield from _file_pages(path, settings)


def location_of(path: str) -> str:
    """The path as it was given, with forward slashes, and with nothing in it that no JSON can hold."""
    return path.replace(os.sep, "/").encode("utf-8", "backslashreplace").decode()


def _file_pages(path: str, settings: Settings) -> Iterator[Outcome]:
    with Path(path).open("rb", buffering=0) as file:
        status = os.fstat(file.fileno())
        origin = Origin(location=location_of(path), name=Path(path).name, size=status.st_size)
        chunks = iter(partial(file.read, CHUNK), b"")
        yield from stream_pages(Stream(chunks, file), origin, settings)


def _folder_pages(folder: str, settings: Settings, above: tuple[tuple[int, int], ...]) -> Iterator[Outcome]:
    """Its files in the order of their names, those of folders in it too. Hidden ones stay hidden."""
    status = Path(folder).stat()
    here = (status.st_dev, status.st_ino)
    if here in above:
        raise CannotRead("this is a link to a folder that it lies in; its files were read there")
    with os.scandir(folder) as found:
        entries = sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)
    if not entries and not above:
        raise Empty("the folder has no files; hidden ones do not count")
    for entry in entries:
        yield from refusing(location_of(entry.path), _entry_pages(entry, settings, (*above, here)))


def _entry_pages(
    entry: "os.DirEntry[str]", settings: Settings, above: tuple[tuple[int, int], ...]
) -> Iterator[Outcome]:
    if entry.is_dir():
        yield from _folder_pages(entry.path, settings, above)
    elif stat.S_ISREG(mode := entry.stat().st_mode):
        yield from _file_pages(entry.path, settings)
    else:  # opening a pipe that nobody writes to would wait for ever
        raise CannotRead(_special(mode))


def _special(mode: int) -> str:
    kind = next((name for is_kind, name in _SPECIAL if is_kind(mode)), "a special file")
    return f"this is {kind}; give a file or a folder"
