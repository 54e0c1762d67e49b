"""Times, places and counts of an incident in words: as intervals, with how exactly they are known."""

from markupsafe import Markup

from dateline.desk.asking.countries import country_name
from dateline.faces.web.dates import when
from dateline.faces.web.numerals import interval
from dateline.merging.outcomes import Count, Incident

HARM = ("killed", "wounded", "missing")
"""The effects that are told first."""
TIME_PRECISIONS = {
    "second": "to the second", "minute": "to the minute", "hour": "to the hour", "part": "to a part of a day",
    "day": "to the day", "week": "to the week", "month": "to the month", "quarter": "to the quarter",
    "season": "to the season", "year": "to the year", "decade": "to the decade", "century": "to the century",
}  # fmt: skip
PLACE_PRECISIONS = {
    "exact": "the place itself", "near": "somewhere near it", "admin2": "somewhere in this district",
    "admin1": "somewhere in this province", "region": "somewhere in this region",
    "country": "somewhere in this country", "unresolved": "nobody can tell which place of this name",
}  # fmt: skip
_LENGTHS = {"year": 4, "decade": 4, "century": 4, "month": 7}
"""So much of a moment is told where no more is known."""


def time_of(earliest: str | None, latest: str | None, precision: str | None = None) -> Markup | str:
    """An interval of time: "10 March 2026, between 06:00 and 11:59", "May 2014", "by 11 March 2026"; "" for none."""
    first, last = (cut(moment or "", _LENGTHS.get(precision or "")) for moment in (earliest, latest))
    if not first or not last:
        return Markup("{} {}").format("from" if first else "by", when(first or last)) if first or last else ""
    if first == last:
        return when(first)
    days = cut(first, 10), cut(last, 10)
    return _in_a_day(first, last) if days[0] == days[1] else Markup("{} to {}").format(*map(when, days))


def _in_a_day(first: str, last: str) -> Markup | str:
    """Two moments of one day, of which one may be told to the day only."""
    since, until = first[11:16], last[11:16]
    if since == until:  # they differ in seconds
        return when(first)
    if since and until:
        return Markup("{}, between {} and {}").format(when(first[:10]), since, until)
    return Markup("{}, {} {}").format(when(first[:10]), "from" if since else "by", since or until)


def cut(moment: str, length: int | None) -> str:
    """As much of a moment as is known; a year before the common era has a sign."""
    return moment if length is None else moment[: length + moment.startswith("-")]


def place_of(name: str, country: str | None) -> str:
    """A place with its country: "Varna, Bulgaria"; a country alone once."""
    land = country_name(country) if country else None
    return name if land is None or land == name else f"{name}, {land}"


def counts_of(incident: Incident) -> list[tuple[str, Count]]:
    """How many befell what: killed and wounded first, without those of which nothing is known."""
    known = [(effect, count) for effect, count in incident.casualties.items() if told(count) != "not known"]
    return sorted(known, key=lambda each: (HARM.index(each[0]) if each[0] in HARM else len(HARM), each[0]))


def told(count: Count) -> str:
    """A count as an interval: "19 or more", "7 to 9"."""
    low, high = count.low, count.high
    if low is None and high is None and count.best is not None:
        low = high = count.best
    return interval(low, high, count.best)
