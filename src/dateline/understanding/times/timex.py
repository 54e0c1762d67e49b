"""Calendar arithmetic in TIMEX3 values: a Reading of a time expression for days, weeks, months, parts of days."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dateline.values import Precision

FIRST_YEAR, LAST_YEAR = 1800, 2100
"""A number outside these is no year in the news."""

_DAY = timedelta(days=1)
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of each season."""

_PART_HOURS = {"MO": (6, 6), "AF": (12, 6), "EV": (18, 6), "NI": (18, 12)}
_UNITS = {
    "second": ("PT", 1, "S"),
    "minute": ("PT", 1, "M"),
    "hour": ("PT", 1, "H"),
    "day": ("P", 1, "D"),
    "week": ("P", 1, "W"),
    "month": ("P", 1, "M"),
    "quarter": ("P", 3, "M"),
    "year": ("P", 1, "Y"),
    "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}
"""How TIMEX3 writes a duration of each unit: opening, factor, letter."""

HALVES = {
    "minute": (30, "second"),
    "hour": (30, "minute"),
    "day": (12, "hour"),
    "year": (6, "month"),
    "decade": (5, "year"),
}
"""What half of a unit is in whole ones of a smaller."""

Count = Literal["story", "reference", "quarter"] | None


class Reading(Struct, frozen=True, kw_only=True):
    """What a time expression means. `counted` tells what it was counted from.

    That is the story's day, an earlier moment of the story, or the quarter whose figures it reports.
    """

    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    timex: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: Precision | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    counted: Count = None
    confidence: float = 0.9
    reason: str | None = None


def _period(timex: str, first: date, last: date, precision: Precision) -> Reading:
    return Reading(timex=timex, earliest=first.isoformat(), latest=last.isoformat(), precision=precision)


def day(when: date) -> Reading:
    """One day."""
    return _period(when.isoformat(), when, when, "day")


def open_day(month: int, number: int) -> Reading:
    """A day of a year nobody knows: a value without an interval."""
    return Reading(timex=f"XXXX-{month:02d}-{number:02d}", precision="day")


def week(when: date) -> Reading:
    """The ISO week around a day."""
    year, number, weekday = when.isocalendar()
    monday = when - (weekday - 1) * _DAY
    return _period(f"{year}-W{number:02d}", monday, monday + 6 * _DAY, "week")


def weekend(when: date) -> Reading:
    """Saturday and Sunday of the ISO week around a day."""
    year, number, weekday = when.isocalendar()
    saturday = when + (6 - weekday) * _DAY
    return _period(f"{year}-W{number:02d}-WE", saturday, saturday + _DAY, "week")


def month(year: int, number: int) -> Reading:
    """One month."""
    last = monthrange(year, number)[1]
    return _period(f"{year}-{number:02d}", date(year, number, 1), date(year, number, last), "month")


def quarter(year: int, number: int) -> Reading:
    """Three months of the calendar year, `number` from 1."""
    first = 3 * number - 2
    last = monthrange(year, first + 2)[1]
    return _period(f"{year}-Q{number}", date(year, first, 1), date(year, first + 2, last), "quarter")


def half(year: int, number: int) -> Reading:
    """Six months of the calendar year, `number` 1 or 2. TIMEX3 has a value for it, and no precision of ours."""
    first, last = (date(year, 1, 1), date(year, 6, 30)) if number == 1 else (date(year, 7, 1), date(year, 12, 31))
    return _period(f"{year}-H{number}", first, last, "year")


def season(year: int, code: str) -> Reading:
    """A season of the northern year, to the month; winter runs into the year after."""
    first = SEASON_MONTHS[code]
    last_year, last = (year + 1, 2) if first == 12 else (year, first + 2)
    end = date(last_year, last, monthrange(last_year, last)[1])
    return _period(f"{year}-{code}", date(year, first, 1), end, "season")


def year(number: int) -> Reading:
    """One year."""
    return _period(f"{number:04d}", date(number, 1, 1), date(number, 12, 31), "year")


def fiscal_year(number: int) -> Reading:
    """A year of accounts, which need not begin in January: the interval holds those that are usual for its number."""
    return replace(
        year(number),
        earliest=date(number - 1, 7, 1).isoformat(),
        latest=date(number + 1, 6, 30).isoformat(),
        confidence=0.85,
        reason="a year of accounts need not begin in January; the interval holds those that are usual",
    )


def decade(first: int) -> Reading:
    """Ten years from `first`, as TIMEX3 writes them: three digits."""
    return _period(f"{first // 10:03d}", date(first, 1, 1), date(first + 9, 12, 31), "decade")


def century(number: int) -> Reading:
    """A century by its ordinal: the 20th has the TIMEX3 value "19"."""
    first = 100 * (number - 1)
    return _period(f"{number - 1:02d}", date(max(first, 1), 1, 1), date(first + 99, 12, 31), "century")


def part(when: date, code: str) -> Reading:
    """A morning, afternoon, evening or night; the night goes on until the next morning."""
    first, hours = _PART_HOURS[code]
    begin = datetime(when.year, when.month, when.day, first)
    end = begin + timedelta(hours=hours, minutes=-1)
    return Reading(
        type="TIME",
        timex=f"{when.isoformat()}T{code}",
        earliest=begin.isoformat(timespec="minutes"),
        latest=end.isoformat(timespec="minutes"),
        precision="part",
    )


def clock(when: date | None, hour: int, minute: int | None, zone: str = "") -> Reading:
    """A time of day, to the minute, or to the hour where no minute is told; of an unknown day without `when`."""
    spoken = f"T{hour:02d}:{minute or 0:02d}"
    precision: Precision = "hour" if minute is None else "minute"
    if when is None:
        return Reading(type="TIME", timex=f"XXXX-XX-XX{spoken}{zone}", precision=precision)
    latest = f"T{hour:02d}:59" if minute is None else spoken
    days = when.isoformat()
    return Reading(
        type="TIME",
        timex=days + spoken + zone,
        earliest=days + spoken + zone,
        latest=days + latest + zone,
        precision=precision,
    )


def duration(amount: float | None, unit: str) -> Reading:
    """So many units, or an unknown number of them. A duration has no place in the calendar."""
    opening, factor, letter = _UNITS[unit]
    if amount is not None and amount > 1 and amount % 1 == 0.5 and unit in HALVES:
        count, lesser = HALVES[unit]
        rest = duration(count, lesser).timex or ""
        value = f"{opening}{int(amount * factor)}{letter}" if factor == 1 else duration(amount * factor, "year").timex
        joint = rest[len(opening) :] if rest.startswith(opening) else rest[1:]
        return Reading(type="DURATION", timex=f"{value}{joint if factor == 1 else ''}", precision=precision_of(unit))
    number = "X" if amount is None else f"{amount * factor:g}"
    return Reading(type="DURATION", timex=f"{opening}{number}{letter}", precision=precision_of(unit))


def precision_of(unit: str) -> Precision:
    """The precision that a count of this unit has: units are called as precisions are."""
    return unit  # type: ignore[return-value]


def spanning(first: Reading, last: Reading) -> Reading:
    """One moment from the beginning of the first to the end of the last."""
    return Reading(
        timex=f"{first.timex}/{last.timex}",
        earliest=first.earliest,
        latest=last.latest,
        precision=first.precision,
        counted=first.counted or last.counted,
        confidence=min(first.confidence, last.confidence),
        reason=first.reason or last.reason,
    )


def shifted_month(when: date, months: int) -> tuple[int, int]:
    """Year and month so many months away."""
    count = when.year * 12 + when.month - 1 + months
    return count // 12, count % 12 + 1


def away(when: date, unit: str, count: int) -> Reading:
    """The period of this unit that lies `count` units after (or, negative, before) the day."""
    match unit:
        case "day":
            return day(when + count * _DAY)
        case "week":
            return week(when + 7 * count * _DAY)
        case "month":
            return month(*shifted_month(when, count))
        case "quarter":
            shifted = shifted_month(when, 3 * count)
            return quarter(shifted[0], (shifted[1] + 2) // 3)
        case "year":
            return year(when.year + count)
        case "decade":
            return decade((when.year + 10 * count) // 10 * 10)
        case "century":
            return century((when.year + 100 * count) // 100 + 1)
    return Reading(type="TIME", precision=precision_of(unit), confidence=0.6, reason=_NO_HOUR)


_NO_HOUR = "the story gives no hour to count from"


def stretch(when: date, unit: str, count: int) -> Reading:
    """A duration that ends at the day (`count` negative) or begins with it."""
    length = duration(abs(count), unit)
    if unit in ("second", "minute", "hour"):
        return length
    other = _days_away(when, unit, count)
    first, last = sorted((when, other))
    return Reading(
        type="DURATION",
        timex=length.timex,
        earliest=first.isoformat(),
        latest=last.isoformat(),
        precision=length.precision,
        counted="story",
    )


def _days_away(when: date, unit: str, count: int) -> date:
    if unit in ("day", "week"):
        return when + count * (7 if unit == "week" else 1) * _DAY
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    target_year, target_month = shifted_month(when, months)
    return date(target_year, target_month, min(when.day, monthrange(target_year, target_month)[1]))


def clock_away(moment: str, unit: str, count: int) -> str:
    """The minute, as ISO 8601, so many hours, minutes or seconds after an ISO 8601 moment; its zone stays."""
    away = datetime.fromisoformat(moment) + timedelta(**{f"{unit}s": count})
    return away.isoformat(timespec="minutes").replace("+00:00", "Z")


def days_away(when: date, count: int) -> date:
    """The day so many days after, or before."""
    return when + count * _DAY


def real_day(year: int, month: int, number: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def weekday_near(when: date, weekday: int, direction: int, include: bool = True) -> date:
    """The nearest day with this weekday (Monday is 0) after or before `when`, which itself counts if `include`."""
    gap = (weekday - when.weekday()) % 7 if direction > 0 else (when.weekday() - weekday) % 7
    if gap == 0 and not include:
        gap = 7
    return when + (gap if direction > 0 else -gap) * _DAY
