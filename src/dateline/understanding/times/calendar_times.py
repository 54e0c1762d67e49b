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

PULL = 2
"""Where no tense tells, a day ahead must be so many times nearer than the one behind: news looks back."""


def _iso(e: Expression) -> Reading | None:
    day = date(int(e.found["year"]), e.number("number"), e.number("day"))
    if "hour" not in e.found:
        return timex.day(day)
    return timex.clock(day, e.number("hour"), e.number("minute"), e.found["offset"].upper())


def _slashes(e: Expression) -> Reading | None:
    """Day and month in figures, where only one order is possible."""
    first, second, year = e.number("first"), e.number("second"), e.year()
    if year is None or (first <= 12 and second <= 12 and first != second):
        return None
    return timex.day(date(year, first, second) if first <= 12 else date(year, second, first))


def _date(e: Expression) -> Reading | None:
    month, number = e.month(), e.number("day")
    told = e.year()
    weekday = e.lexicon.weekdays.get(e.found["weekday"].rstrip("."))
    if told is None and e.today is None:
        timex.real_day(2000, month, number)
        return replace(timex.open_day(month, number), confidence=0.7, reason=NO_YEAR)
    day = date(told, month, number) if told else nearest_day(e, month, number, weekday)
    if day is None:
        return None
    reading = replace(timex.day(day), counted=None if told else "story", confidence=0.97 if told else 0.9)
    return reading if weekday in (None, day.weekday()) else _with_doubt(reading, day, weekday, e.found["weekday"])


def nearest_day(e: Expression, month: int, number: int, weekday: int | None = None) -> date | None:
    """The day in the year that the tense asks for, seen from the story's day."""
    today = e.today
    if today is None:
        return None
    days = [day for year in range(today.year - 4, today.year + 5) if (day := timex.real_day(year, month, number))]
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
        begin = begin.replace(year=int(e.found["year2"]))
    elif begin > end and "month2" in e.found:
        begin = begin.replace(year=end.year - 1)
    spanned = timex.spanning(timex.day(begin), timex.day(end))
    return None if begin > end else replace(spanned, counted=None if told else "story")


def _months(e: Expression) -> Reading | None:
    """ "Between June and August"."""
    if (year := e.year()) is not None:
        first, last, counted = e.month(), e.month("month2"), None
    elif e.today is None:
        value = f"XXXX-{e.month():02d}/XXXX-{e.month('month2'):02d}"
        return e.unread(value, "month", NO_YEAR)
    else:
        first, last, counted = e.month(), e.month("month2"), "story"
        year = _nearest_month(e, last)
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
    return replace(timex.month(_nearest_month(e, e.month()), e.month()), counted="story", confidence=0.85)


def _nearest_month(e: Expression, month: int) -> int:
    """The year in which the month lies the way that the tense looks; the story's own month is both."""
    if e.today is None:
        return 0
    since, until = (e.today.month - month) % 12, (month - e.today.month) % 12
    if e.way == AHEAD or (e.way == OPEN and since > PULL * until):
        return e.today.year + (month < e.today.month)
    return e.today.year - (month > e.today.month)


def _years(e: Expression) -> Reading | None:
    first = int(e.found["year"])
    last = int(e.found["year2"]) if "year2" in e.found else first // 100 * 100 + int(e.found["short"])
    return timex.spanning(timex.year(first), timex.year(last)) if first < last else None


def _year(e: Expression) -> Reading | None:
    return timex.year(int(e.found["year"]))


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
    number = e.lexicon.ordinals[e.found["ordinal"]]
    if number > 4:
        return None
    if (year := e.year()) is not None:
        return replace(timex.quarter(year, number), counted="story" if "rel" in e.found else None)
    if e.today is None:
        return e.unread(f"XXXX-Q{number}", "quarter", NO_YEAR)
    year = e.today.year - (3 * number - 2 > e.today.month)
    return replace(timex.quarter(year, number), counted="story", confidence=0.75)


def _season(e: Expression) -> Reading | None:
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
