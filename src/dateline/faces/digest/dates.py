"""Moments as people write them: "14 Sep 2015", "1992 to 1995", "about 4 years"."""

import re
from datetime import datetime

from dateline.values import Moment

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_MODS = {
    "BEFORE": "before",
    "AFTER": "after",
    "ON_OR_BEFORE": "by",
    "ON_OR_AFTER": "from",
    "LESS_THAN": "less than",
    "MORE_THAN": "more than",
    "EQUAL_OR_LESS": "at most",
    "EQUAL_OR_MORE": "at least",
    "START": "early",
    "MID": "mid",
    "END": "late",
    "APPROX": "about",
}
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}
_LENGTH = re.compile(r"P(?P<days>(?:[\d.]+[YMWD])*)(?:T(?P<hours>(?:[\d.]+[HMS])+))?")
_PART_OF_DAY = re.compile(r"\d{4}-\d\d-\d\dT[A-Z]{2}")
_STEP = re.compile(r"([\d.]+)([YMWDHS])")


def written(moment: Moment, words: str) -> str:
    """The moment in writing. `words` stand in where it has no resolved time."""
    if moment.type == "SET":
        return words
    if moment.type == "DURATION" and (length := duration(moment.timex)):
        return " ".join(filter(None, (_MODS.get(moment.mod or ""), length)))
    return _dated(moment) or words


def duration(timex: str | None) -> str | None:
    """A TIMEX3 duration in words: "P1Y6M" is "1 year 6 months"; None where the value leaves a number open."""
    match = _LENGTH.fullmatch(timex or "")
    if not match:
        return None
    steps = [(n, _UNITS[unit]) for n, unit in _STEP.findall(match["days"] or "")]
    steps += [(n, "minute" if unit == "M" else _UNITS[unit]) for n, unit in _STEP.findall(match["hours"] or "")]
    return " ".join(f"{n} {unit}" + ("" if n == "1" else "s") for n, unit in steps) or None


def _dated(moment: Moment) -> str | None:
    first, last = _end(moment, moment.earliest), _end(moment, moment.latest)
    mod = _MODS.get(moment.mod or "", "")
    if first and moment.precision == "part" and _PART_OF_DAY.fullmatch(moment.timex or ""):
        last = first  # a night runs into the next day
    if first and last:
        return " ".join(filter(None, (mod, _range(first, last))))
    if first:
        return f"{mod or 'from'} {first}"
    return f"{mod or 'until'} {last}" if last else None


def _range(first: str, last: str) -> str:
    if first == last:
        return last
    year = last[-5:]
    return f"{first.removesuffix(year) if year.startswith(' ') else first} to {last}"


def _end(moment: Moment, iso: str | None) -> str | None:
    if iso is None:
        return None
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:  # a year alone, or a date before the common era: shown as it stands
        return iso
    return _by_precision(at, moment)


def _by_precision(at: datetime, moment: Moment) -> str:
    day, timex = f"{at.day} {_MONTHS[at.month - 1]} {at.year}", moment.timex or ""
    match moment.precision:
        case "second" | "minute" | "hour":
            return f"{day}, {at:%H:%M}"
        case "part":
            return ", ".join(filter(None, (day, _PARTS.get(timex[-2:]))))
        case "week":
            return day if moment.earliest != moment.latest else f"week of {day}"
        case "month":
            return f"{_MONTHS[at.month - 1]} {at.year}"
        case "season":
            season = _SEASONS.get(timex[-2:])
            return f"{season} {timex[:4]}" if season else f"{_MONTHS[at.month - 1]} {at.year}"
        case "quarter":
            return f"Q{(at.month + 2) // 3} {at.year}"
        case "year":
            return str(at.year)
        case "decade":
            return f"{at.year // 10}0s"
        case "century":
            return f"{_ordinal((at.year - 1) // 100 + 1)} century"
        case _:
            return day


def _ordinal(n: int) -> str:
    last = 0 if n % 100 in (11, 12, 13) else n % 10
    return f"{n}{('th', 'st', 'nd', 'rd')[last] if last < 4 else 'th'}"
