"""Whether two tellings can have one time and one place: arithmetic over intervals, countries and distances."""

import re

from dateline.model import Fact
from dateline.understanding.acts.parties.participants import is_country
from dateline.understanding.acts.sameness.parties import Verdict
from dateline.understanding.geography.globe import kilometres
from dateline.values import Moment, Place

NEAR = 25.0
"""So many kilometres apart two points may be one place: a village and the town beside it."""
_WIDE = ("country", "region", "admin1", "admin2", "unresolved")
"""How exactly a place is known that others may lie in."""
_DAY_OF_NO_YEAR = re.compile(r"XXXX-(?:WXX-\d|\d\d-\d\d)")
"""TIMEX3 of a weekday or a date whose year the story leaves open."""
_DAY = ("second", "minute", "hour", "part", "day")


def times(one: Fact | None, other: Fact | None) -> Verdict:
    """Whether two moments can be one: apart where their intervals are, the same where both are a day's and meet."""
    if one is None or other is None or not (isinstance(one.value, Moment) and isinstance(other.value, Moment)):
        return "open"
    first, second = one.value, other.value
    if not (first.earliest and first.latest and second.earliest and second.latest):
        alike = first.timex == second.timex and _DAY_OF_NO_YEAR.fullmatch(first.timex or "")
        return "same" if one.id == other.id or alike else "open"
    if _after(first.earliest, second.latest) or _after(second.earliest, first.latest):
        return "apart"
    return "same" if first.precision in _DAY and second.precision in _DAY else "open"


def _after(start: str, end: str) -> bool:
    """Whether an interval begins after another one's end, as exactly as both are told."""
    size = min(len(start), len(end))
    return start[:size] > end[:size]


def places(one: tuple[Fact, ...], other: tuple[Fact, ...]) -> Verdict:
    """Whether two lists of places can be one scene: one lies in, or near, one of the others."""
    if not one or not other:
        return "open"
    pairs = [(a, b) for a in one for b in other]
    if any(a.id == b.id and not is_country(a) for a, b in pairs):
        return "same"
    return "open" if any(_may_be_one(a, b) for a, b in pairs) else "apart"


def _may_be_one(one: Fact, other: Fact) -> bool:
    first, second = one.value, other.value
    if one.id == other.id or not (isinstance(first, Place) and isinstance(second, Place)):
        return True
    if "unresolved" in (first.precision, second.precision):
        return True
    if first.country and second.country and first.country != second.country:
        return False
    if first.precision in _WIDE or second.precision in _WIDE:
        states = (first.admin1, second.admin1)
        return "country" in (first.precision, second.precision) or None in states or states[0] == states[1]
    return _distance(first, second) <= NEAR


def _distance(one: Place, other: Place) -> float:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    return kilometres((one.lat, one.lon), (other.lat, other.lon))


def is_more_exact(one: Fact, other: Fact) -> bool:
    """Whether a moment lies within another one and is told more exactly, or a place in a land or province."""
    mine, theirs = one.value, other.value
    if isinstance(mine, Moment) and isinstance(theirs, Moment):
        ends = (mine.earliest, mine.latest, theirs.earliest, theirs.latest)
        if not all(ends):
            return False
        mine_start, mine_end, start, end = (str(each) for each in ends)
        within = not _after(start, mine_start) and not _after(mine_end, end)
        return within and (mine_start, mine_end) != (start, end)
    if isinstance(mine, Place) and isinstance(theirs, Place):
        return theirs.precision in _WIDE[:-1] and mine.precision not in _WIDE and _may_be_one(one, other)
    return False
