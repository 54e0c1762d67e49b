"""Certain strangers: two events that cannot be one, however alike they look."""

from functools import lru_cache

from dateline.merging.reports.report import Named
from dateline.merging.sameness import places
from dateline.merging.sameness.evidence import gap, named_alike, too_late
from dateline.merging.sameness.prepared import Prepared, Telling
from dateline.names import same_name

__all__ = ["strangers"]

_SLACK = 1
"""Days by which two exact times of one event may differ: midnight, and clocks of other countries."""
_LONG = 31
"""Days between two rough times, such as years, that make them two."""
_LATE = 2
"""Days after a report was published from which it cannot tell of what happened then."""
_OTHER = 0.5
"""The likeness below which two names are of two people."""


def strangers(one: Prepared, a: Telling, other: Prepared, b: Telling) -> str | None:
    """Why two events are certainly two, in a sentence; None where they may be one."""
    alike = a.person is not None and b.person is not None and named_alike(a.recipients, b.recipients) > 0.5
    return (
        _other_person(one, a, other, b)
        or (None if alike else _other_time(a, b))
        or (None if alike else _other_place(a, b))
        or ("told before the other happened" if too_late(one, a, other, b) > _LATE else None)
    )


def _other_person(one: Prepared, a: Telling, other: Prepared, b: Telling) -> str | None:
    if a.person is None or b.person is None or not set(a.person.words).isdisjoint(b.person.words):
        return None
    if any(high > 1 for told in (a, b) for _, high in told.tolls.values()):
        return None  # each report may name another one of several
    if _passing(a.person, other) or _passing(b.person, one) or _one_name(a.person, b.person):
        return None
    return f"befell others: {' and '.join(sorted((a.person.name, b.person.name)))}"


def _passing(person: Named, report: Prepared) -> bool:
    """Whether a report names somebody to whom nothing happens there: it may have been misread."""
    return not report.known.isdisjoint(person.words) and report.befallen.isdisjoint(person.words)


def _one_name(one: Named, other: Named) -> bool:
    return any(
        _likeness(*sorted((name, its))) >= _OTHER
        for name in (one.name, *one.aliases[:2])
        for its in (other.name, *other.aliases[:2])
    )


@lru_cache(maxsize=16384)
def _likeness(one: str, other: str) -> float:
    return same_name(one, other, "person").score


def _other_time(a: Telling, b: Telling) -> str | None:
    if a.first and b.first:
        days = gap(a, b)
        exact = a.last - a.first <= 2 and b.last - b.first <= 2
        return f"{days} days apart" if days > (_SLACK if exact else _LONG) else None
    if a.weekday and b.weekday and (a.weekday - b.weekday) % 7 not in (0, 1, 6):
        return "another day of the week"
    return None


def _other_place(a: Telling, b: Telling) -> str | None:
    if not a.sites or not b.sites or places.lie(a.sites, b.sites) != places.APART:
        return None
    return f"another place: {' and '.join(sorted((a.sites[0].name, b.sites[0].name)))}"
