"""The versions of an article that a desk has, and what each changed."""

import sqlite3

from msgspec import Struct

from dateline.desk.asking.limits import LARGEST, checked_limit, whole_number
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.versions.fact_changes import Changed, fact_changes
from dateline.desk.asking.versions.sentences import Passage, passages
from dateline.desk.saving.restoring import record_of
from dateline.desk.storage.transactions import snapshot
from dateline.record import Record

__all__ = ["PAGE", "Version", "versions"]

PAGE = 10
"""Versions of an answer: each is unpacked and compared with the one before."""


class Version(Struct, frozen=True, kw_only=True):
    """An article as it was read once."""

    number: int
    """1 for the first one."""
    version: str
    """Follows the text: the same words are the same version."""
    read: str
    """When it was read, ISO 8601; nobody but the publisher knows when it was changed."""
    headline: str | None
    current: bool
    """Whether it is the newest one, which is asked."""
    passages: tuple[Passage, ...]
    """What its text says otherwise than the version before; empty of the first one."""
    facts: Changed | None
    """Which facts came and went since the version before; None of the first one."""


def versions(
    connection: sqlite3.Connection, article: str, *, limit: int | None = PAGE, before: int | None = None
) -> Rows[Version]:
    """The versions of an article, the newest first; `total` counts all. `before` is the number to go on below.

    Raises NotInDesk, and BadQuestion for a limit that is none.
    """
    most = checked_limit(limit)
    top = LARGEST if before is None else whole_number("before", before, 0) - 1
    with snapshot(connection):
        newest = record_of(connection, article)
        rows = connection.execute(
            "SELECT versions.number, versions.version, versions.read FROM versions "
            "JOIN articles ON articles.key = versions.article WHERE articles.id = ? ORDER BY versions.number DESC",
            (article,),
        ).fetchall()
        shown = [row for row in rows if row[0] <= top][: most if most is None else most + 1]
        records = [newest if row == rows[0] else record_of(connection, article, row[0]) for row in shown]
    found = [
        _version(row, record, earlier, current=row == rows[0])
        for row, record, earlier in zip(shown, records, [*records[1:], None], strict=False)
    ]
    return Rows(Version, found[:most], total=len(rows))


def _version(row: tuple[int, str, str], record: Record, earlier: Record | None, *, current: bool) -> Version:
    number, version, read = row
    return Version(
        number=number,
        version=version,
        read=read,
        headline=_headline(record),
        current=current,
        passages=passages(earlier.text, record.text) if earlier else (),
        facts=fact_changes(earlier, record) if earlier else None,
    )


def _headline(record: Record) -> str | None:
    publications = record.of("publication")
    return getattr(publications[0].value, "headline", None) if publications else None
