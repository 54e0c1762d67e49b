"""Days that go by a name or a place in their month: feasts, "the first Monday of May", "the week of 6 March"."""

from collections.abc import Callable, Iterable
from datetime import date

from msgspec.structs import replace

from dateline.understanding.times import timex
from dateline.understanding.times.calendar_times import nearest_of
from dateline.understanding.times.holidays import OF_COUNTRIES, holiday
from dateline.understanding.times.time_expression import NO_DAY, NO_YEAR, Expression
from dateline.understanding.times.timex import Reading
from dateline.understanding.times.zones import nth_weekday

_YEARS_AROUND = range(-2, 3)
_SUNDAY = 6
_AT_THE_DOOR, _NEARER = 10, 10
"""Days within which a coming feast lies, and how many times nearer it must be than the last one, to be meant."""


def _historic(e: Expression) -> Reading | None:
    """ "The Sept. 11 attacks": none in a story that was written before."""
    day = date.fromisoformat(e.lexicon.historic_days[e.found["historic"]])
    return None if e.today and e.today < day else replace(timex.day(day), confidence=0.9)


def _holiday(e: Expression) -> Reading | None:
    code = e.lexicon.holidays[e.found["holiday"]]
    if "year" in e.found:
        day, counted = holiday(code, e.year_of("year"), e.country), None
    elif e.today is None:
        return e.unread(None, "day", NO_YEAR)
    else:
        days = (holiday(code, e.today.year + step, e.country) for step in _YEARS_AROUND)
        day, counted = _meant(e, e.today, days), "story"
    if day is None:
        known = "where it is kept" if code in OF_COUNTRIES else "which country's is meant"
        return e.unread(None, "day", f"its day depends on the country, and the story does not tell {known}")
    reading = _around(e, day)
    return replace(reading, counted="story" if counted else None, confidence=0.85 if counted else 0.95)


def _meant(e: Expression, today: date, days: Iterable[date | None]) -> date | None:
    """Which of the years' days: the last, the next, this year's, or the one that the tense looks at."""
    known = [day for day in days if day]
    if "rel" not in e.found:
        near = nearest_of(e, known)
        coming = min((day for day in known if day >= today), default=None)
        # Stories told in the past tense speak of the feast that is at the door, not of last year's.
        until = (coming - today).days if coming else _AT_THE_DOOR + 1
        at_the_door = until <= _AT_THE_DOOR and near is not None and (today - near).days > _NEARER * until
        return coming if at_the_door else near
    if e.step() == 0:
        return next((day for day in known if day.year == today.year), None)
    if e.step() < 0:
        return max((day for day in known if day < today), default=None)
    return min((day for day in known if day > today), default=None)


def _around(e: Expression, day: date) -> Reading:
    """The feast itself, its morning or night, its week, or the weekend that it makes long."""
    if "of_week" in e.found:
        weekend = e.found["of_week"] in e.lexicon.weekend
        return timex.weekend(timex.days_away(day, -2 if day.weekday() < 2 else 0)) if weekend else timex.week(day)
    code = e.lexicon.parts.get(e.found["part"])
    return timex.part(day, code) if code else timex.day(day)


def _nth(e: Expression) -> Reading | None:
    """ "The second Monday of May", "the last Friday in June 2014"."""
    nth = -1 if "last_one" in e.found else e.lexicon.ordinals[e.found["ordinal"]]
    month, weekday = e.month(), e.lexicon.weekdays[e.found["weekday"]]
    if "year" in e.found:
        day = nth_weekday(e.year_of("year"), month, weekday, nth)
        return timex.day(day) if day else None
    if e.today is None:
        return e.unread(None, "day", NO_YEAR)
    days = (nth_weekday(e.today.year + step, month, weekday, nth) for step in _YEARS_AROUND)
    day = nearest_of(e, [day for day in days if day])
    return replace(timex.day(day), counted="story", confidence=0.85) if day else None


def _week_of(e: Expression) -> Reading | None:
    """ "The week of 6 March": the one that holds the day; a week that is named by a Sunday begins with it."""
    told = e.year()
    if told is None and e.today is None:
        return e.unread(None, "week", NO_DAY)
    if told is not None:
        day = timex.real_day(told, e.month(), e.number("day"))
    else:
        day = nearest_of(e, e.days_of(e.month(), e.number("day")))
    if day is None:
        return None
    begins = day.weekday() == _SUNDAY and "over" not in e.found
    return replace(timex.week(timex.days_away(day, 1 if begins else 0)), counted=None if told else "story")


FEAST_TIMES: dict[str, Callable[[Expression], Reading | None]] = {
    "historic": _historic,
    "holiday": _holiday,
    "nth": _nth,
    "week_of": _week_of,
}
"""How each form of them is read."""
