"""What happened to somebody, or somewhere, as all the articles of a desk tell it."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TypedDict

from dateline.desk.asking.copies import once
from dateline.desk.asking.countries import country_name
from dateline.desk.asking.limits import checked_limit, latest, one_of
from dateline.desk.asking.question import days
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.timelines.gathered import gathered
from dateline.desk.asking.timelines.happenings import charges_of, events_of, posts_of
from dateline.desk.asking.timelines.timeline_rows import TimelineRow, rows_of
from dateline.desk.asking.who.names import NAME_KINDS, Bearer, NameKind, meant
from dateline.desk.asking.who.territories import Division, territory
from dateline.desk.storage.transactions import snapshot

__all__ = ["PAGE", "TimelineAsked", "TimelineRow", "timeline"]

PAGE = 100
_SHOWN = 5


class TimelineAsked(TypedDict, total=False):
    """What `timeline` takes beside a name."""

    kinds: Sequence[NameKind]
    since: str | date | None
    until: str | date | None
    limit: int | None


def timeline(
    connection: sqlite3.Connection,
    name: str,
    *,
    kinds: Sequence[NameKind] = NAME_KINDS,
    since: str | date | None = None,
    until: str | date | None = None,
    limit: int | None = PAGE,
) -> Rows[TimelineRow]:
    """What happened, in the order of time; of more than `limit` the latest, and `total` counts all.

    `name` is a person, a body or a place, in any spelling, or a part of it; `kinds` says which of these is meant, else
    those are that most articles name. Of a country or a province, events at places within it are given too. `since` and
    `until` are about when it was; what has no time of its own stands at its article's day. An event that several
    articles tell of stands there once, at the time that they tell together, with how many they are and what they
    disagree on. What people judged wrong is left out. Raises BadQuestion.
    """
    for kind in kinds:
        one_of("kinds", kind, NAME_KINDS)
    first, last = days.bounds(since, until)
    with snapshot(connection):
        bearers = meant(connection, name, kinds)
        keys = [bearer.fact for bearer in bearers]
        inside = territory(connection, name, bearers) if "place" in kinds else []
        told = [*posts_of(connection, keys), *charges_of(connection, keys)]
        told += gathered(connection, list(events_of(connection, keys, inside)))
        found = once(each for each in told if each.within(first, last))
        rows = rows_of(connection, latest(found, checked_limit(limit)))
    return Rows(TimelineRow, rows, total=len(found), notes=_notes(name, bearers, inside))


def _notes(asked: str, bearers: Sequence[Bearer], inside: Sequence[Division]) -> list[str]:
    """Who is meant, where the name says less than that."""
    spelt = {bearer.name.casefold(): bearer.name for bearer in reversed(bearers)}
    names = Counter(bearer.name.casefold() for bearer in bearers)
    shown = ", ".join(spelt[name] for name, _ in names.most_common(_SHOWN))
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    notes = [f"meant: {shown}{more}"] if len(names) > 1 else []
    within = "; ".join(_called(asked, *division) for division in inside)
    return [*notes, f"with places in: {within}"] if within else notes


def _called(asked: str, code: str, admin1: str | None) -> str:
    """A country by its name; a province by the name that was asked for, with its country."""
    country = country_name(code)
    return f"{asked.strip()}, {country}" if admin1 else country
