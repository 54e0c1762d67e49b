"""The lines of a dump: a text file, or the one text file that matters in a zip archive."""

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as BadStream  # noqa: N812

from dateline.errors import CannotBuild, NoSuchPath

Progress = Callable[[str, int, int], None]
"""Called now and then with what is being done, how much of it is done, and of how much (bytes or names)."""

_ZIP = b"PK\x03\x04"
_GZIP = b"\x1f\x8b"
_ASIDE = ("readme.txt", "iso-languagecodes.txt")
_OFTEN = 1 << 14
"""Lines between two words of progress."""


@contextmanager
def lines_of(path: Path, progress: Progress) -> Iterator[Iterator[str]]:
    """The lines of the file, as they are read. Raises CannotBuild or NoSuchPath, with what to do."""
    with _told_plainly(path), path.open("rb") as raw:
        start = raw.read(4)
        raw.seek(0)
        if start.startswith(_GZIP):
            raise CannotBuild(f"{path} is packed with gzip; unpack it first: gunzip {path}")
        if start != _ZIP:
            with _text(raw) as text:
                yield _lines(text, raw, path.stat().st_size, path.name, progress)
            return
        with ZipFile(raw) as archive:
            member = _member(archive, path)
            with archive.open(member) as packed, _text(packed) as text:
                yield _lines(text, packed, member.file_size, member.filename, progress)


def dated(path: Path) -> str:
    """The day (ISO 8601) that the text in a zip archive was written; empty for other files."""
    with _told_plainly(path), path.open("rb") as raw:
        if raw.read(4) != _ZIP:
            return ""
        with ZipFile(raw) as archive:
            return "{:04}-{:02}-{:02}".format(*_member(archive, path).date_time)


def _member(archive: ZipFile, path: Path) -> ZipInfo:
    """The largest text that is no description: allCountries.txt, or NO.txt beside a readme.txt."""
    names = [each for each in archive.infolist() if each.filename.endswith(".txt")]
    found = [each for each in names if each.filename.rpartition("/")[2].lower() not in _ASIDE]
    if not found:
        raise CannotBuild(f"{path} has no text file in it; take allCountries.zip or a country's from GeoNames")
    return max(found, key=lambda each: each.file_size)


def _text(raw: IO[bytes]) -> io.TextIOWrapper:
    return io.TextIOWrapper(raw, encoding="utf-8", errors="replace", newline="\n")


def _lines(text: Iterable[str], raw: IO[bytes], size: int, name: str, progress: Progress) -> Iterator[str]:
    progress(f"reading {name}", 0, size)
    for number, line in enumerate(text):
        if number % _OFTEN == 0:
            progress(f"reading {name}", min(raw.tell(), size), size)
        yield line
    progress(f"reading {name}", size, size)


@contextmanager
def _told_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        if error.filename and Path(error.filename) != path:
            raise
        raise NoSuchPath(f"there is no file {path}; get allCountries.zip from download.geonames.org") from error
    except IsADirectoryError as error:
        raise CannotBuild(f"{path} is a folder; name the zip or text file of GeoNames in it") from error
    except (BadZipFile, BadStream, EOFError) as error:
        raise CannotBuild(f"{path} is damaged or cut short ({error or 'it ends early'}); download it again") from error
    except (NotImplementedError, RuntimeError) as error:  # an unknown compression, a password
        raise CannotBuild(f"{path} cannot be unpacked ({error}); unpack it and name the text file") from error
