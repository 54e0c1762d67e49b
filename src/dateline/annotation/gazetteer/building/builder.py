"""One build: the package's places, then the dump's, then all names in order; the file appears when it is whole."""

import errno
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from dateline.annotation.gazetteer import FILE, Gazetteer
from dateline.annotation.gazetteer.building.alternates import other_name
from dateline.annotation.gazetteer.building.dump import parsed
from dateline.annotation.gazetteer.building.opened import Progress, dated, lines_of
from dateline.annotation.gazetteer.building.places import Places
from dateline.annotation.gazetteer.building.runs import Runs
from dateline.annotation.gazetteer.compiling.file import SCHEMA, about
from dateline.annotation.truecase import common_words
from dateline.errors import CannotBuild

_CACHE = 64 << 10
"""Kibibytes of pages that SQLite keeps while it writes."""

_FULL = "there is no room for it on this disk; make room beside {}, or name a file elsewhere with --to"


class Built(Struct, frozen=True, kw_only=True):
    """What was built: the file, its places and names, and the broken rows of the dump that were left out."""

    path: Path
    places: int
    names: int
    skipped: int
    size: int
    """Bytes."""


def default_target() -> Path:
    """Where a gazetteer is built unless told otherwise: `dateline/gazetteer.sqlite` in the user's folder for data."""
    home = os.environ.get("XDG_DATA_HOME") or (os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None)
    return (Path(home) if home else Path.home() / ".local" / "share") / "dateline" / "gazetteer.sqlite"


def build(
    dump: str | Path,
    alternates: str | Path | None = None,
    to: str | Path | None = None,
    progress: Progress = lambda _what, _done, _total: None,
) -> Built:
    """Builds a gazetteer of the package's places and all those of a dump of GeoNames, and says what it holds.

    `dump` is allCountries.zip, a country's zip, or the text file in one; `alternates` is alternateNamesV2.zip, whose
    names then stand for those of the main table. The file goes `to` a path (default: `default_target()`), where it
    replaces an older gazetteer in one move at the very end. Raises CannotBuild or NoSuchPath, with what to do.
    """
    source, others = Path(dump).expanduser(), Path(alternates).expanduser() if alternates else None
    target = _target(Path(to).expanduser() if to else None)
    for given in (source, others):
        if given is not None:
            dated(given)  # so that a file that is not there is told before an hour's work
    with _unfinished(target) as folder:
        unfinished = folder / target.name
        with closing(_opened(unfinished)) as connection:
            skipped, names, places = _filled(connection, folder, source, others, progress)
        with unfinished.open("rb+") as written:
            os.fsync(written.fileno())
        unfinished.replace(target)
    return Built(path=target, places=places, names=names, skipped=skipped, size=target.stat().st_size)


def _target(to: Path | None) -> Path:
    """The file to write. Raises CannotBuild where something is in the way."""
    target = (to or default_target()).resolve()
    if target == FILE.resolve():
        raise CannotBuild(f"{target} came with the package; name another file with --to")
    if target.is_dir():
        raise CannotBuild(f"{target} is a folder; name a file in it with --to")
    if target.exists() and not _is_gazetteer(target):
        raise CannotBuild(f"{target} is no gazetteer and is left alone; name another file with --to")
    if to is None:
        target.parent.mkdir(parents=True, exist_ok=True)
    elif not target.parent.is_dir():
        raise CannotBuild(f"there is no folder {target.parent}; make it first")
    return target


def _is_gazetteer(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path.as_uri() + "?mode=ro", uri=True)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error:
        return False
    return {"place", "name", "country", "demonym"} <= tables


@contextmanager
def _unfinished(target: Path) -> Iterator[Path]:
    """A folder beside the target for all that is not finished; gone in the end, whatever happens."""
    folder = target.with_name(target.name + ".unfinished")
    _clear(folder, target)
    folder.mkdir()
    try:
        yield folder
    except sqlite3.OperationalError as error:
        if "full" in str(error) or "disk I/O" in str(error):
            raise CannotBuild(_FULL.format(target)) from error
        raise CannotBuild(f"{target} cannot be written ({error}); name another file with --to") from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise CannotBuild(_FULL.format(target)) from error
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear(folder: Path, target: Path) -> None:
    """Removes what a build that was killed left behind. Raises CannotBuild where a build is still at work."""
    left = folder / target.name
    if left.is_file():
        try:
            with closing(sqlite3.connect(left, timeout=0)) as connection:
                connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise CannotBuild(f"another build is writing {target}; wait for it, or name another file") from error
        except sqlite3.DatabaseError:
            pass  # not even a database yet
    if folder.is_dir():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)


def _opened(unfinished: Path) -> sqlite3.Connection:
    """The file to be, empty, locked, with the package's file attached."""
    Gazetteer(FILE).about()  # raises MissingPart where the package's file is not there
    connection = sqlite3.connect(unfinished, uri=True, isolation_level=None)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(SCHEMA)
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    connection.execute("ATTACH ? AS package", (FILE.resolve().as_uri() + "?mode=ro&immutable=1",))
    connection.execute("BEGIN")
    return connection


def _filled(
    connection: sqlite3.Connection, folder: Path, dump: Path, alternates: Path | None, progress: Progress
) -> tuple[int, int, int]:
    """Writes everything; gives the numbers of broken rows, of names and of places."""
    runs = Runs(folder)
    places = Places(connection, runs, other_names=alternates is None, ordinary=common_words("en"))
    skipped = _read_dump(places, dump, progress)
    if alternates:
        _read_alternates(places, alternates, progress)
    names = _write_names(connection, runs, progress)
    source = f"{dump.name} {dated(dump)}".rstrip() + (f" and {alternates.name}" if alternates else "")
    made = datetime.now(UTC).isoformat(timespec="seconds")
    rows = about(source, made, places.kinds, names, skipped)
    connection.executemany("INSERT INTO about VALUES (?, ?)", rows)
    connection.execute("COMMIT")
    return skipped, names, places.kinds.total()


def _read_dump(places: Places, dump: Path, progress: Progress) -> int:
    read = skipped = 0
    with lines_of(dump, progress) as lines:
        for line in lines:
            if row := parsed(line, places.iso3):
                places.add(row)
                read += 1
            elif line.strip():
                skipped += 1
    if not read:
        raise CannotBuild(
            f"no line of {dump} is a place of GeoNames (19 columns with tabs between them); "
            "take allCountries.zip or a country's from download.geonames.org/export/dump"
        )
    places.settle()
    return skipped


def _read_alternates(places: Places, alternates: Path, progress: Progress) -> None:
    known = 0
    with lines_of(alternates, progress) as lines:
        for line in lines:
            if (other := other_name(line)) and places.name(other):
                known += 1
    if not known:
        raise CannotBuild(
            f"no line of {alternates} names a place of the dump; take alternateNamesV2.zip from the same day"
        )


def _write_names(connection: sqlite3.Connection, runs: Runs, progress: Progress) -> int:
    rows = runs.names(lambda done, total: progress("sorting names", done, total))
    return connection.executemany("INSERT INTO name VALUES (?, ?)", rows).rowcount
