"""Times of accounts: halves, the quarter of the report and the one that it is held against, fiscal years, year-ends."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from dateline.understanding.times import timex
from dateline.understanding.times.calendar_times import nearest_day, nearest_month_year
from dateline.understanding.times.tense import AHEAD
from dateline.understanding.times.time_expression import NO_DAY, NO_YEAR, Expression
from dateline.understanding.times.timex import Reading

_FROM_REPORT = 0.75
"""How sure a quarter is that the story named earlier."""


def _half(e: Expression) -> Reading | None:
    """ "The first half of 2013", "the second half of the year", "first-half profit"."""
    number = e.number("figure") if "figure" in e.found else e.lexicon.ordinals.get(e.found["ordinal"], 2)
    if number > 2:
        return None
    if "year" in e.found:
        return timex.half(e.year_of("year"), number)
    if e.today is None:
        return e.unread(f"XXXX-H{number}", "year", NO_YEAR)
    year = e.year()
    if year is None:
        year = e.today.year - (6 * number - 5 > e.today.month and e.way != AHEAD)
    return replace(timex.half(year, number), counted="story", confidence=0.8)


def _ended(e: Expression) -> Reading | None:
    """ "The quarter ended Sept. 30": three months, which need not be a quarter of the calendar."""
    told = e.year()
    if told is None and e.today is None:
        return e.unread(None, "quarter", NO_YEAR)
    end = None if told else _ending(e, e.month(), 1)
    year = told or (end.year if end else nearest_month_year(e, e.month()))
    counted = None if told else "story"
    if e.month() % 3 == 0:
        reading = timex.quarter(year, e.month() // 3)
    else:
        first = timex.month(*timex.shifted_month(date(year, e.month(), 1), -2))
        reading = replace(timex.spanning(first, timex.month(year, e.month())), precision="quarter")
    return replace(reading, counted="story" if counted else None)


def _report(e: Expression) -> date | None:
    """The first day of the quarter that the story reports on."""
    return date.fromisoformat(e.quarter.earliest[:10]) if e.quarter and e.quarter.earliest else None


def _year_ago(e: Expression) -> Reading | None:
    """ "The year-earlier quarter", "year-ago results", "the 1988 period": held against the quarter of the report."""
    if "unit" in e.found:
        return replace(timex.duration(e.amount(), e.unit()), confidence=0.8)
    report = _report(e)
    ordinal = e.lexicon.ordinals.get(e.found["ordinal"])
    if ordinal is not None and ordinal > 4:
        return None
    if report is not None:
        year = e.year_of("year") if "year" in e.found else report.year - 1
        number = ordinal or (report.month + 2) // 3
        return replace(timex.quarter(year, number), counted="quarter", confidence=_FROM_REPORT)
    if "year" in e.found:
        year = e.year_of("year")
        if "kind" in e.found and ordinal is None:
            return replace(e.unread(f"{year}-QX", "quarter", "the story does not tell which quarter"), confidence=0.7)
        return replace(timex.quarter(year, ordinal) if ordinal else timex.year(year), confidence=0.8)
    if e.today is None:
        return e.unread(None, "year", NO_DAY)
    if "kind" in e.found and ordinal is None and "rel" not in e.found:
        return None
    year = e.today.year - 1
    if ordinal is not None:
        return replace(timex.quarter(year, ordinal), counted="story", confidence=0.6)
    return replace(timex.year(year), counted="story", confidence=0.7)


def _latest(e: Expression) -> Reading | None:
    """ "The latest quarter", "the quarter": the one of the report, else the last one that had ended."""
    if e.found["kind"].endswith("s"):
        return None
    report = _report(e)
    if report is not None:
        return replace(timex.away(report, "quarter", 0), counted="quarter", confidence=_FROM_REPORT)
    if e.today is None or "latest" not in e.found or "kind" not in e.found:
        return None
    reason = "the story names no quarter; taken as the last one that had ended"
    return replace(timex.away(e.today, "quarter", -1), counted="story", confidence=0.6, reason=reason)


def _whole(e: Expression) -> Reading | None:
    """ "The full year" of accounts: the year of the report, else the story's own."""
    begin = _report(e) or e.today
    if begin is None:
        return e.unread(None, "year", NO_DAY)
    return replace(timex.year(begin.year), counted="quarter" if _report(e) else "story", confidence=0.6)


def _accounts_year(e: Expression) -> Reading | None:
    """ "The year ended March 31": the twelve months that end with that day."""
    told = e.year()
    if told is None and e.today is None:
        return replace(timex.duration(1, "year"), confidence=0.7)
    month, number = e.month(), e.number("day")
    end = timex.real_day(told, month, number) if told else _ending(e, month, number)
    if end is None:
        return None
    begin = timex.days_away(end, 1)
    begin = timex.real_day(begin.year - 1, begin.month, begin.day) or timex.days_away(begin, -366)
    return replace(
        timex.duration(1, "year"), earliest=begin.isoformat(), latest=end.isoformat(), counted=None if told else "story"
    )


def _ending(e: Expression, month: int, number: int) -> date | None:
    """The day on which accounts ended, which lies behind the story, or will be ending."""
    if "over" not in e.found:
        return nearest_day(e, month, number)
    return max((day for day in e.days_of(month, number) if e.today and day <= e.today), default=None)


def _fiscal_year(e: Expression) -> Reading | None:
    """ "The current fiscal year", "for the year": which one is a guess, and its months more so."""
    if e.today is None:
        return e.unread(None, "year", NO_DAY)
    begin = _report(e) or e.today
    year = begin.year + (e.step() if "rel" in e.found else -1 if "latest" in e.found else 0)
    if "fiscal" not in e.found:
        return replace(timex.year(year), counted="quarter" if _report(e) else "story", confidence=0.6)
    return replace(timex.fiscal_year(year), counted="quarter" if _report(e) else "story", confidence=0.6)


def _year_end(e: Expression) -> Reading | None:
    """ "Year-end": the nearest last of December that the tense allows."""
    if e.today is None:
        return e.unread("XXXX-12-31", "day", NO_YEAR)
    behind = e.way < 0 or (e.way == 0 and e.today.month <= 3)
    day = date(e.today.year - behind, 12, 31)
    return replace(timex.day(day), counted="story", confidence=0.7)


ACCOUNT_TIMES: dict[str, Callable[[Expression], Reading | None]] = {
    "half": _half,
    "ended": _ended,
    "year_ago": _year_ago,
    "latest": _latest,
    "whole": _whole,
    "accounts_year": _accounts_year,
    "fiscal_year": _fiscal_year,
    "year_end": _year_end,
}
"""How each form of them is read."""
