"""What SQLite and the system complain of, as errors that say what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import BadQuestion, DeskBusy, DeskDamaged, DeskError, DeskFull, DeskReadOnly, NoSuchDesk, NotADesk

_PRIMARY = 0xFF
"""The low byte of an extended result code is the primary one."""
_NEAR = 20
"""Characters that are told on either side of what is wrong."""

_BUSY = (DeskBusy, "another process is writing to this desk; wait until it ends, then try again")
_MOVED = (NoSuchDesk, "the desk was deleted or moved while it was open; put it back, or make another, and run it again")
_READ_ONLY = (
    DeskReadOnly,
    "it may not be written to; ask for the right to write the file and its folder, or copy the desk elsewhere",
)
_FULL = (
    DeskFull,
    "there is no room left for it; what was acknowledged is kept: make room on the disk, then run the same again",
)
_NO_MORE = (
    DeskFull,
    "the disk took no more of it; what was acknowledged is kept: make room (a quota and a limit on the size of files "
    "count too), see that the disk is still there, then run the same again",
)
_NOT_OPENED = (NoSuchDesk, "it cannot be opened; check the path, and that you may write in its folder")
_DAMAGED = (
    DeskDamaged,
    "the file is damaged; run `dateline doctor` to see how far, and restore a copy, or save what is left with "
    "`sqlite3 DESK .recover`",
)
_ERRORS: dict[int, tuple[type[DeskError], str]] = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: (
        DeskDamaged,
        "the disk could not be read or written; what was acknowledged is kept: look at the disk (is it still there?), "
        "then run `dateline doctor`",
    ),
    sqlite3.SQLITE_IOERR_WRITE: _NO_MORE,
    sqlite3.SQLITE_IOERR_FSYNC: _NO_MORE,
    sqlite3.SQLITE_IOERR_SHMSIZE: _NO_MORE,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_READONLY_DBMOVED: _MOVED,
    sqlite3.SQLITE_PERM: (DeskReadOnly, "access was refused; ask for the right to read and write the file"),
    sqlite3.SQLITE_CANTOPEN: _NOT_OPENED,
    sqlite3.SQLITE_NOTADB: (NotADesk, "this file is no desk; give the file that `dateline ingest --desk` wrote"),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FORMAT: _DAMAGED,
}
"""By extended or primary result code; the extended one goes before."""


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turns what SQLite raises inside into a DeskError that names the desk and says what to do.

    Words that no file can hold are BadQuestion: a terminal gives half a character for bytes that are no UTF-8.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise error_of(error, path) from error
    except UnicodeEncodeError as error:
        near = error.object[max(0, error.start - _NEAR) : error.end + _NEAR]
        raise BadQuestion(f"half of a character (a lone surrogate) is in {near!r}; type it anew") from error
    except UnicodeDecodeError as error:
        if b"malformed" not in error.object:
            raise
        kind, sentence = _DAMAGED  # SQLite's own words, with what it found in the file in them
        raise kind(f"{path}: {sentence}") from error


def error_of(error: sqlite3.Error, path: Path) -> DeskError:
    """The DeskError for what SQLite raised."""
    code = getattr(error, "sqlite_errorcode", 0)
    unknown = (DeskError, f"SQLite says {str(error)!r}; run `dateline doctor {path}`, and report this")
    kind, sentence = _ERRORS.get(code) or _ERRORS.get(code & _PRIMARY) or unknown
    if code & _PRIMARY == sqlite3.SQLITE_CANTOPEN and path.is_file():
        kind, sentence = _READ_ONLY
    if not code and "decode" in str(error):  # text that is no UTF-8 any more has no code of its own
        kind, sentence = _DAMAGED
    return kind(f"{path}: {sentence}")
