"""Times that stand in the calendar: dates, months, quarters, seasons, years, decades, centuries, ranges of them."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from dateline.understanding.times import timex
from dateline.understanding.times.tense import AHEAD, BACK, OPEN
from dateline.understanding.times.time_expression import NO_DAY, NO_YEAR, Expression
from dateline.understanding.times.timex import Reading

PATIENCE = 3
"""Days that a date told in the past tense may lie after the story's own: papers are dated ahead of their day."""

_LEAP = 370
"""No date without its year is meant so many days from the story."""

_NEAR = 20
"""Days from the story within which one of two readings must lie, and the other not."""

PULL = 2
"""Where no tense tells, a day ahead must be so many times nearer than the one behind: news looks back."""


def _iso(e: Expression) -> Reading | None:
    day = date(e.year_of("year"), e.number("number"), e.number("day"))
    if "hour" not in e.found:
        return timex.day(day)
    return timex.clock(day, e.number("hour"), e.number("minute"), e.found["offset"].upper())


def _slashes(e: Expression) -> Reading | None:
    """Day and month in figures, where only one order is possible."""
    first, second, year = e.number("first"), e.number("second"), e.year()
    if year is None:
        return None
    if first <= 12 and second <= 12 and first != second:
        return _nearer(e, date(year, first, second), date(year, second, first))
    return timex.day(date(year, first, second) if first <= 12 else date(year, second, first))


def _nearer(e: Expression, first: date, second: date) -> Reading | None:
    """Day and month may be either; the one at the story's own time is meant, if the other lies far away."""
    if e.today is None:
        return None
    near, far = sorted((first, second), key=lambda day: abs((day - e.today).days) if e.today else 0)
    if abs((near - e.today).days) > _NEAR or abs((far - e.today).days) <= _NEAR:
        return None
    reason = f"day and month may be either; {near.isoformat()} lies nearer to the story than {far.isoformat()}"
    return replace(timex.day(near), confidence=0.7, reason=reason)


def _date(e: Expression) -> Reading | None:
    month, number = e.month(), e.number("day")
    told = e.year()
    weekday = e.lexicon.weekdays.get(e.found["weekday"].rstrip("."))
    if timex.real_day(2000, month, number) is None or (told and timex.real_day(told, month, number) is None):
        return _no_such_day(e, month, number)
    if told is None and e.today is None:
        return replace(timex.open_day(month, number), confidence=0.7, reason=NO_YEAR)
    day = date(told, month, number) if told else nearest_day(e, month, number, weekday)
    if day is None:
        return None
    if not told and e.today and abs((day - e.today).days) > _LEAP:
        return _no_such_day(e, month, number)  # a 29 February of a year that has none
    reading = replace(timex.day(day), counted=None if told else "story", confidence=0.97 if told else 0.9)
    if weekday not in (None, day.weekday()):
        return _with_doubt(reading, day, weekday, e.found["weekday"])
    return _in_part(e, reading, day)


def _in_part(e: Expression, whole: Reading, day: date) -> Reading:
    """ "The night of 12 March"."""
    code = e.lexicon.parts.get(e.found["part"])
    found = timex.part(day, code) if code else whole
    return replace(found, counted=whole.counted, confidence=whole.confidence)


def _no_such_day(e: Expression, month: int, number: int) -> Reading | None:
    """ "31 June": the month is kept, and the day after its last one, since one of the two figures is wrong."""
    year = e.year() or (nearest_month_year(e, month) if e.today else None)
    if year is None:
        return None
    whole = timex.month(year, month)
    last = date.fromisoformat(whole.latest or "")
    reason = f"{last:%B} {year} has {last.day} days and no {number}; the day is left open"
    return replace(
        whole,
        latest=timex.days_away(last, number - last.day).isoformat(),
        counted=None if e.year() else "story",
        confidence=0.5,
        reason=reason,
    )


def nearest_day(e: Expression, month: int, number: int, weekday: int | None = None) -> date | None:
    """The day in the year that the tense asks for, seen from the story's day."""
    return nearest_of(e, e.days_of(month, number), weekday)


def nearest_of(e: Expression, days: list[date], weekday: int | None = None) -> date | None:
    """Which of these days the tense asks for, seen from the story's."""
    today = e.today
    if today is None:
        return None
    before = max((day for day in days if (day - today).days <= (PATIENCE if e.way == BACK else 0)), default=None)
    after = min((day for day in days if (today - day).days <= (PATIENCE if e.way == AHEAD else 0)), default=None)
    if before is None or after is None or e.way != OPEN:
        return after if e.way == AHEAD else before
    if weekday is not None and (before.weekday() == weekday) != (after.weekday() == weekday):
        return before if before.weekday() == weekday else after
    return before if (today - before).days <= PULL * (after - today).days else after


def _with_doubt(reading: Reading, day: date, weekday: int | None, word: str) -> Reading:
    """The words contradict each other: the interval holds both the date and the nearest day of that name."""
    if weekday is None:
        return reading
    others = [timex.weekday_near(day, weekday, BACK), timex.weekday_near(day, weekday, AHEAD)]
    other = min(others, key=lambda near: abs((near - day).days))
    first, last = sorted((day, other))
    reason = (
        f"{day.isoformat()} was no {word.capitalize().rstrip('.')}; the nearest one was {other.isoformat()}, "
        "and the text does not tell which of the two is meant"
    )
    return replace(reading, earliest=first.isoformat(), latest=last.isoformat(), confidence=0.6, reason=reason)


def _days(e: Expression) -> Reading | None:
    """ "March 3-5", "30 March to 2 April"."""
    told = e.year()
    second = "month2" if "month2" in e.found else "month"
    if told is None and e.today is None:
        first, last = timex.open_day(e.month(), e.number("day")), timex.open_day(e.month(second), e.number("day2"))
        return replace(timex.spanning(first, last), confidence=0.7, reason=NO_YEAR)
    end = date(told, e.month(second), e.number("day2")) if told else nearest_day(e, e.month(second), e.number("day2"))
    if end is None:
        return None
    begin = date(end.year, e.month(), e.number("day"))
    if "year2" in e.found:
        begin = begin.replace(year=e.year_of("year2"))
    elif begin > end and "month2" in e.found:
        begin = begin.replace(year=end.year - 1)
    spanned = _ordered(e, timex.day(begin), timex.day(end))
    return replace(spanned, counted=None if told else "story") if spanned else None


def _ordered(e: Expression, first: Reading, last: Reading) -> Reading | None:
    """The range; where it ends before it begins, the interval holds both, and nobody knows which figure is wrong.

    Figures with no more than a hyphen between them ("5-3 March") are then no range: scores are written so.
    """
    if (first.earliest or "") <= (last.earliest or ""):
        return timex.spanning(first, last)
    if "joined" not in e.found and "dashed" not in e.found:
        return None
    reason = f"the range ends, {last.timex}, before it begins, {first.timex}; the interval holds both"
    return replace(timex.spanning(last, first), confidence=0.5, reason=reason)


def _months(e: Expression) -> Reading | None:
    """ "Between June and August"."""
    if (year := e.year()) is not None:
        first, last, counted = e.month(), e.month("month2"), None
    elif e.today is None:
        value = f"XXXX-{e.month():02d}/XXXX-{e.month('month2'):02d}"
        return e.unread(value, "month", NO_YEAR)
    else:
        first, last, counted = e.month(), e.month("month2"), "story"
        year = nearest_month_year(e, last)
    spanned = timex.spanning(timex.month(year - (first > last), first), timex.month(year, last))
    return replace(spanned, counted=counted)


def _month(e: Expression) -> Reading | None:
    if (year := e.year()) is None:
        return e.unread(None, "month", NO_DAY)
    return replace(timex.month(year, e.month()), counted="story" if "rel" in e.found else None, confidence=0.95)


def _alone(e: Expression) -> Reading | None:
    """A month without its year: the nearest the way the tense looks."""
    if e.today is None:
        return e.unread(f"XXXX-{e.month():02d}", "month", NO_YEAR)
    return replace(timex.month(nearest_month_year(e, e.month()), e.month()), counted="story", confidence=0.85)


def nearest_month_year(e: Expression, month: int) -> int:
    """The year in which the month lies the way that the tense looks; the story's own month is both."""
    if e.today is None:
        return 0
    since, until = (e.today.month - month) % 12, (month - e.today.month) % 12
    if e.way == AHEAD or (e.way == OPEN and since > PULL * until):
        return e.today.year + (month < e.today.month)
    return e.today.year - (month > e.today.month)


def _years(e: Expression) -> Reading | None:
    first = e.year_of("year")
    last = e.year_of("year2") if "year2" in e.found else first // 100 * 100 + int(e.found["short"])
    return _ordered(e, timex.year(first), timex.year(last)) if first != last else None


def _year(e: Expression) -> Reading | None:
    year = e.year_of("year")
    if e.found["kind"] not in (*e.lexicon.fiscal, "fy"):
        return timex.year(year)
    return timex.fiscal_year(year)


def _decade(e: Expression) -> Reading | None:
    told = e.found["year"]
    if told.endswith("00") and told < "2000":
        return timex.century(int(told[:2]) + 1)
    if told:
        return timex.decade(int(told))
    return timex.decade(1900 + (int(e.found["short"]) if "short" in e.found else e.lexicon.decades[e.found["decade"]]))


def _century(e: Expression) -> Reading | None:
    return timex.century(e.lexicon.ordinals[e.found["ordinal"]])


def _quarter(e: Expression) -> Reading | None:
    number = e.number("figure") if "figure" in e.found else e.lexicon.ordinals[e.found["ordinal"]]
    if number > 4:
        return None
    if (year := e.year()) is not None:
        return replace(timex.quarter(year, number), counted="story" if "rel" in e.found else None)
    if e.today is None:
        return e.unread(f"XXXX-Q{number}", "quarter", NO_YEAR)
    year = e.today.year - (3 * number - 2 > e.today.month)
    return replace(timex.quarter(year, number), counted="story", confidence=0.75)


def _season(e: Expression) -> Reading | None:
    if "rel" not in e.found and "year" not in e.found and e.today is not None:
        code = e.lexicon.seasons[e.found["season"]]
        nearest = nearest_month_year(e, timex.SEASON_MONTHS[code])
        return replace(timex.season(nearest, code), counted="story", confidence=0.7)
    if (year := e.year()) is None:
        return e.unread(None, "season", NO_DAY)
    return replace(
        timex.season(year, e.lexicon.seasons[e.found["season"]]), counted="story" if "rel" in e.found else None
    )


CALENDAR_TIMES: dict[str, Callable[[Expression], Reading | None]] = {
    "iso": _iso,
    "slashes": _slashes,
    "date": _date,
    "days": _days,
    "months": _months,
    "month": _month,
    "alone": _alone,
    "years": _years,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "season": _season,
}
"""How each form of them is read."""
