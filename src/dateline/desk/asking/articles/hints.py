"""What to say beside an empty answer: that the desk knows no such outlet, or no such finding."""

import sqlite3
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from dateline.desk.asking.question.filters import ANY, Filters


def hints(connection: sqlite3.Connection, filters: Filters) -> tuple[str, ...]:
    """Sentences for people about what was asked for and is nowhere in the desk, with what is near."""
    return (*_outlet(connection, filters.outlet), *_check(connection, filters.has_finding))


def _outlet(connection: sqlite3.Connection, outlet: str | None) -> Iterator[str]:
    if outlet is None:
        return
    if connection.execute("SELECT 1 FROM articles WHERE outlet = ? COLLATE NOCASE LIMIT 1", (outlet,)).fetchone():
        return
    outlets = _all(connection, "SELECT DISTINCT outlet FROM articles INDEXED BY articles_outlet WHERE outlet NOTNULL")
    by_folded = {each.casefold(): each for each in outlets}
    near = [by_folded[each] for each in get_close_matches(outlet.casefold(), by_folded, n=3)]
    near += [each for each in outlets if outlet.casefold() in each.casefold() and each not in near][:3]
    yield f"no article is by {outlet!r}" + (f"; did you mean {_either(near)}?" if near else "")
    if many := _all(connection, "SELECT count(*) FROM datelines WHERE agency = ? COLLATE NOCASE", outlet)[0]:
        datelines = f"{many:,} dateline{'' if many == 1 else 's'}"
        yield f"it is the agency of {datelines}; who published them is said with `dateline ingest --outlet`"


def _check(connection: sqlite3.Connection, check: str | None) -> Iterator[str]:
    if check in (None, ANY):
        return
    checks = _all(connection, 'SELECT DISTINCT "check" FROM findings ORDER BY 1')
    if check not in checks:
        there = f"; there are findings of {', '.join(checks)}" if checks else "; there are no findings at all"
        yield f"there is no finding of a check {check!r}{there}"


def _all(connection: sqlite3.Connection, query: str, *cells: object) -> list[Any]:
    return [each for (each,) in connection.execute(query, cells)]


def _either(names: list[str]) -> str:
    return " or ".join(map(repr, names))
