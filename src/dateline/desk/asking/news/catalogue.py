"""A desk's articles as columns of numbers: when each was, and what it is filed under, so that counting is quick."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from dateline.desk.asking.news.columns import Codes, Column, Mask, Numbers, Packed, numbers
from dateline.desk.asking.question.filters import Filters

_LAST = 1 << 62
Moment = tuple[str, int]
"""When an article is dated, "" where it is not, and its key: pages are cut between two of these."""


class Events(NamedTuple):
    """What articles tell, but for what people judged wrong: a line for each event and each country that it was in.

    Types, statuses and countries are codes; -1 for no country.
    """

    facts: Numbers
    rows: Numbers
    types: Numbers
    statuses: Numbers
    countries: Numbers

    @classmethod
    def empty(cls) -> "Events":
        """No events."""
        return cls(*(numbers() for _ in cls._fields))


class Killed(NamedTuple):
    """At least how many were killed, by each count that says so; how it is told is a code."""

    facts: Numbers
    """The event; 0 where the count belongs to none."""
    rows: Numbers
    lows: Numbers
    statuses: Numbers

    @classmethod
    def empty(cls) -> "Killed":
        """No counts."""
        return cls(*(numbers() for _ in cls._fields))


class Catalogue(Struct, frozen=True, kw_only=True, eq=False):
    """One moment of a desk. An article is known by its row; rows of what was taken out stay empty.

    It holds some hundred bytes an article. `kept` remembers what was asked of this moment.
    """

    version: int = 0
    """Counts the moments; others than this one have other numbers."""
    keys: Numbers
    """Of the articles, ascending; by their place a key's row is found."""
    dated: tuple[str | None, ...] = ()
    days: Numbers
    """The ordinal of each article's day; 0 where none is known."""
    present: Mask
    moments: tuple[Moment, ...] = ()
    """Of those that are present, the oldest first."""
    in_time: Numbers
    """Their rows, in the same order."""
    outlets: Column
    people: Column
    """By the keys of identities."""
    organisations: Column
    findings: Column
    countries: Column
    """Of the places that the articles name."""
    events: Events
    killed: Killed
    types: Codes
    statuses: Codes
    last_fact: int = 0
    last_told: int = 0
    """Stands for what the article of the last fact told."""
    wrong: frozenset[int] = frozenset()
    """Facts that people judged wrong."""
    masks: dict[tuple[str, Filters], Packed]
    """Which articles, or events, filters hold of."""

    @property
    def newest(self) -> int:
        """The key of the article that came in last; 0 where there is none."""
        return int(self.keys[-1]) if len(self.keys) else 0

    def rows_of(self, keys: Numbers) -> Numbers:
        """The rows of those of these articles that are here."""
        if not len(self.keys):
            return numbers()
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        found: Numbers = at[self.keys[at] == keys]
        return found

    def mask(self, rows: Numbers) -> Mask:
        """Yes for these rows."""
        found = np.zeros(len(self.keys), np.bool_)
        found[rows] = True
        return found

    def between(self, since: str | None, until: str | None) -> Mask:
        """The articles of these days; the bounds are those of `Filters`. Without bounds all, with or without a day."""
        if not (since or until):
            return self.present
        first = bisect_left(self.moments, (since or " ", 0))
        end = bisect_right(self.moments, (until, _LAST)) if until else len(self.moments)
        return self.mask(self.in_time[first:end])


def nothing() -> Catalogue:
    """The catalogue of an empty desk."""
    return Catalogue(
        keys=numbers(), days=numbers(), present=np.zeros(0, np.bool_), in_time=numbers(), outlets=Column.empty(),
        people=Column.empty(), organisations=Column.empty(), findings=Column.empty(), countries=Column.empty(),
        events=Events.empty(), killed=Killed.empty(), types=Codes(), statuses=Codes(), masks={},
    )  # fmt: skip
