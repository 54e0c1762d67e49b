"""Statements by the days on which they were made, as exactly as that is known."""

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from dateline.desk.asking.statements.contexts import Context
from dateline.desk.asking.statements.heard import Heard
from dateline.desk.asking.statements.statements import StatementRow
from dateline.faces.web.dates import day, written

_DAY, _MONTH, _YEAR = 10, 7, 4
_LENGTHS = {
    "second": _DAY,
    "minute": _DAY,
    "hour": _DAY,
    "part": _DAY,
    "day": _DAY,
    "month": _MONTH,
    "quarter": _YEAR,
    "season": _YEAR,
    "year": _YEAR,
}


class Said(Struct, frozen=True):
    """A statement as the page shows it."""

    row: StatementRow
    context: Context


class Spell(Struct, frozen=True):
    """A day with what was said on it; a month or a year where no more is known."""

    title: str
    day: str | None
    """Of a single day: the day, ISO 8601."""
    said: tuple[Said, ...]


def spells(heard: Heard) -> list[Spell]:
    """The statements of a page in their order, by days."""
    every = [Said(row, context) for row, context in zip(heard.rows, heard.contexts, strict=True)]
    return [_spell(key, list(said)) for key, said in groupby(every, key=lambda each: _when(each.row))]


def _spell(when: tuple[str, str], said: Sequence[Said]) -> Spell:
    """From the first and the last day of it."""
    first, last = when
    if not first:
        return Spell("On a day that nothing tells", None, tuple(said))
    if first == last and len(first) == _DAY:
        return Spell(day(first), first, tuple(said))
    title = written(first) if first == last else f"{written(first)} to {written(last)}"
    return Spell(title, None, tuple(said))


def _when(row: StatementRow) -> tuple[str, str]:
    length = _LENGTHS.get(row.precision or "", _DAY)
    return (row.earliest or "")[:length], (row.latest or row.earliest or "")[:length]
