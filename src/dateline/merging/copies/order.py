"""Which of two articles with the same words came first, and whether the later one takes the place of the other."""

from datetime import UTC, datetime

from dateline.merging.reports.report import Report

__all__ = ["days_apart", "first_of", "knows_later", "of_one_outlet", "of_one_source"]

_CHANGED = ("updated", "corrected", "killed")
"""Of a publication: it has come after another version."""


def first_of(one: Report, other: Report) -> tuple[Report, Report]:
    """The two, the one that came first before the other: by the day, the clock where both have one, what their desks
    say of versions; then the agency's own before its clients', the longer before the shorter, and by id."""
    order = _told(one, other) or _guessed(one, other)
    return (one, other) if order < 0 else (other, one)


def knows_later(one: Report, other: Report) -> bool:
    """Whether times or desks tell which of the two came first."""
    return _told(one, other) != 0


def _told(one: Report, other: Report) -> int:
    """Below 0 where the first came first, above where the other did; 0 where nothing tells."""
    left, right = _moment(one.dated), _moment(other.dated)
    if left and right and left != right:
        if _has_clock(one.dated) and _has_clock(other.dated):
            return -1 if left < right else 1
        if left.date() != right.date():
            return -1 if left.date() < right.date() else 1
    changed = (one.status in _CHANGED) - (other.status in _CHANGED)
    return changed or _by_update(_moment(one.updated), _moment(other.updated))


def _by_update(left: datetime | None, right: datetime | None) -> int:
    if left == right:
        return 0
    if left is None or right is None:
        return -1 if left is None else 1
    return -1 if left < right else 1


def _guessed(one: Report, other: Report) -> int:
    ranks = [(not _is_agency(each), -each.length, each.article) for each in (one, other)]
    return -1 if ranks[0] < ranks[1] else 1


def _is_agency(report: Report) -> bool:
    outlet = (report.outlet or "").casefold()
    return any(agency.casefold() == outlet for agency in report.agencies)


def _moment(told: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(told) if told else None
    except ValueError:  # a year or a month alone
        return None
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def _has_clock(told: str | None) -> bool:
    return told is not None and len(told) > 10


def days_apart(one: Report, other: Report) -> int | None:
    """How many days lie between two articles; None where a day is not known."""
    left, right = one.outline.day, other.outline.day
    return None if left is None or right is None else abs(left - right)


def of_one_outlet(one: Report, other: Report) -> bool:
    """Whether two articles are of one outlet, or stood at one address."""
    address = one.location == other.location and "://" in one.location
    return address or (one.outlet is not None and one.outlet == other.outlet)


def of_one_source(one: Report, other: Report) -> bool:
    """Whether they are of one outlet, at one address, or credited to one agency."""
    return of_one_outlet(one, other) or not set(one.agencies).isdisjoint(other.agencies)
