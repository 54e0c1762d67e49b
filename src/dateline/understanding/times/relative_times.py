"""Times counted from the day of the story or the moment before: days, hours, periods, durations, sets."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from dateline.understanding.times import timex
from dateline.understanding.times.tense import AHEAD, BACK, OPEN
from dateline.understanding.times.time_expression import NO_DAY, Expression
from dateline.understanding.times.timex import Reading
from dateline.understanding.times.told_before import counted_from_then


def _weekday(e: Expression) -> Reading | None:
    weekday = e.lexicon.weekdays[e.found["weekday"]]
    if e.today is None:
        return e.unread(f"XXXX-WXX-{weekday + 1}", "day", NO_DAY)
    return _in_part(e, replace(timex.day(weekday_meant(e, e.today, weekday)), counted="story"))


def weekday_meant(e: Expression, today: date, weekday: int) -> date:
    """Which day with this name: bare, it may be the story's own day; "last Friday" and "next Friday" are others."""
    if "of_week" in e.found:
        monday = timex.weekday_near(today, 0, BACK)
        return timex.days_away(monday, 7 * e.step() + weekday)
    if "rel" in e.found and e.step() != 0:
        return timex.weekday_near(today, weekday, e.step(), include=False)
    if "rel" in e.found:
        return timex.weekday_near(today, weekday, BACK if e.way == BACK else AHEAD)
    return timex.weekday_near(today, weekday, AHEAD if e.way == AHEAD else BACK)


def _weekdays(e: Expression) -> Reading | None:
    """ "From Monday to Friday": of the last such week or the next; without a tense it may be any week."""
    first, last = (e.lexicon.weekdays[e.found[name]] for name in ("weekday", "weekday2"))
    if e.today is None or e.way == OPEN:
        value = f"XXXX-WXX-{first + 1}/XXXX-WXX-{last + 1}"
        return e.unread(value, "day", NO_DAY if e.today is None else "no tense tells which week is meant")
    if e.way == AHEAD:
        begin = timex.weekday_near(e.today, first, AHEAD)
        end = timex.weekday_near(begin, last, AHEAD)
    else:
        end = timex.weekday_near(e.today, last, BACK)
        begin = timex.weekday_near(end, first, BACK)
    return replace(timex.spanning(timex.day(begin), timex.day(end)), counted="story", confidence=0.85)


def _in_part(e: Expression, day: Reading) -> Reading:
    """The day's morning or night where the words name it."""
    code = e.lexicon.parts.get(e.found["part"]) or e.lexicon.parts.get(
        e.lexicon.deictic_parts.get(e.found["deictic"], "")
    )
    if code is None or day.earliest is None:
        return day
    part = timex.part(date.fromisoformat(day.earliest), code)
    return replace(part, counted=day.counted, mod=e.lexicon.part_mods.get(e.found["mod"]), confidence=day.confidence)


def _deictic(e: Expression) -> Reading | None:
    if e.today is None:
        return e.unread(None, "day", NO_DAY)
    day = timex.away(e.today, "day", e.lexicon.deictics[e.found["deictic"]])
    return _in_part(e, replace(day, counted="story", confidence=0.95))


def _part(e: Expression) -> Reading | None:
    """ "This morning", "last night"."""
    if e.today is None:
        return e.unread(None, "part", NO_DAY)
    if "deictic" in e.found:
        return _deictic(e)
    if e.step() > 0 or e.found["rel"] in e.lexicon.references:
        day = counted_from_then(e, "day", e.step())
        return _in_part(e, day) if day and day.earliest and day.counted == "reference" else None
    return _in_part(e, replace(timex.away(e.today, "day", e.step()), counted="story"))


def _relative(e: Expression) -> Reading | None:
    """ "Last month", "next April", "this summer", "the following year"."""
    if "month" in e.found or "season" in e.found:
        return _relative_month(e)
    unit, step = e.unit(), e.step()
    if e.found["unit"].endswith("s") and step != 0:
        return replace(timex.duration(None, unit), confidence=0.7)
    if unit in ("second", "minute", "hour"):
        return None
    if e.found["rel"] in e.lexicon.references or (unit == "day" and step > 0):
        return counted_from_then(e, unit, step)
    if unit == "day" or e.today is None:
        return None if unit == "day" else e.unread(None, timex.precision_of(unit), NO_DAY)
    if e.found["rel"] in e.lexicon.stretches:
        return timex.stretch(e.today, unit, step)
    return replace(timex.away(e.today, unit, step), counted="story")


def _relative_month(e: Expression) -> Reading | None:
    step, today = e.step(), e.today
    if today is None:
        return e.unread(None, "season" if "season" in e.found else "month", NO_DAY)
    if "month" in e.found:
        month = e.month()
        return replace(timex.month(_relative_year(e, today, month, step), month), counted="story")
    code = e.lexicon.seasons[e.found["season"]]
    first = timex.SEASON_MONTHS[code]
    return replace(timex.season(_relative_year(e, today, first, step), code), counted="story")


def _relative_year(e: Expression, today: date, month: int, step: int) -> int:
    """The year of the last, the next, or (with "this") the month of the story's own year."""
    if step < 0:
        return today.year - (month >= today.month)
    return today.year + (month <= today.month) if step > 0 else today.year


_IN_MONTHS = {"year": 12, "decade": 120}
"""Units whose half is counted in months."""


def _same_quarter(e: Expression, quarters: int) -> Reading | None:
    """Figures are held against the same quarter of another year: the report's, or the one told just before."""
    if e.quarter and e.quarter.earliest:
        since = date.fromisoformat(e.quarter.earliest[:10])
        return replace(timex.away(since, "quarter", quarters), counted="quarter", confidence=0.8)
    if "ago" in e.found or abs(quarters) != 4 or e.then is None or e.then.precision != "quarter":
        return None
    if told := e.since("quarter"):
        return replace(timex.away(told, "quarter", quarters), counted="reference")
    return None


def _ago(e: Expression) -> Reading | None:
    """ "Two weeks ago", "three days later"."""
    amount, unit = e.amount(), e.unit()
    sign = -1 if "ago" in e.found or "earlier" in e.found else 1
    if amount is None and "ago" in e.found:
        return Reading(timex="PAST_REF", precision=timex.precision_of(unit), confidence=0.75)
    if amount is not None and amount % 1 == 0.5 and unit in _IN_MONTHS:
        amount, unit = amount * _IN_MONTHS[unit], "month"
    if amount is None or amount != int(amount):
        return replace(timex.duration(amount, unit), mod=e.lexicon.duration_mods.get(e.found["mod"]), confidence=0.7)
    count = sign * int(amount)
    if unit == "year" and (quarter := _same_quarter(e, 4 * count)):
        return _modified(e, quarter)
    if "earlier" in e.found or "later" in e.found:
        return _modified(e, _or_length(counted_from_then(e, unit, count), abs(count), unit))
    if e.today is None:
        return e.unread(None, timex.precision_of(unit), NO_DAY)
    return _modified(e, replace(timex.away(e.today, unit, count), counted="story"))


def _or_length(reading: Reading | None, count: int, unit: str) -> Reading | None:
    """What cannot be counted from anything is a length of time, and says why it is no more."""
    if reading is None or reading.timex is not None:
        return reading
    return replace(timex.duration(count, unit), confidence=reading.confidence, reason=reading.reason)


def _modified(e: Expression, reading: Reading | None) -> Reading | None:
    mod = e.lexicon.duration_mods.get(e.found["mod"])
    if reading is None or mod is None:
        return reading
    reason = reading.reason if mod == "APPROX" else "the words give a bound, and the interval is that of the bound"
    return replace(reading, mod=mod, confidence=min(reading.confidence, 0.7), reason=reason)


def _stretch(e: Expression) -> Reading | None:
    """ "The past five years"."""
    amount, unit = e.amount(), e.unit()
    sign = e.lexicon.steps[e.found["stretch"]]
    if amount is None or amount != int(amount) or e.today is None:
        return timex.duration(amount, unit)
    return timex.stretch(e.today, unit, sign * int(amount))


def _duration(e: Expression) -> Reading | None:
    amount, unit = e.amount(), e.unit()
    if "lasting" in e.found and not e.found["unit"].endswith("s"):
        amount = 1  # "day-long"
    if amount == 0.5 and unit in timex.HALVES:
        amount, unit = timex.HALVES[unit]
    return replace(timex.duration(amount, unit), mod=e.lexicon.duration_mods.get(e.found["mod"]))


def _weekend(e: Expression) -> Reading | None:
    if e.today is None:
        return e.unread(None, "week", NO_DAY)
    step = e.step() if "rel" in e.found else 0
    back = step == 0 and e.way != AHEAD and "rel" not in e.found and e.today.weekday() < 5
    shifted = timex.days_away(e.today, 7 * step - (7 if back else 0))
    return replace(timex.weekend(shifted), counted="story", confidence=0.8)


def _ending(e: Expression) -> Reading | None:
    """ "The end of the month"."""
    if e.unit() in ("second", "minute", "hour", "day"):
        return None
    if e.today is None:
        return e.unread(None, timex.precision_of(e.unit()), NO_DAY)
    return replace(timex.away(e.today, e.unit(), 0), counted="story", confidence=0.75)


RELATIVE_TIMES: dict[str, Callable[[Expression], Reading | None]] = {
    "weekday": _weekday,
    "weekdays": _weekdays,
    "deictic": _deictic,
    "part": _part,
    "relative": _relative,
    "ago": _ago,
    "stretch": _stretch,
    "duration": _duration,
    "weekend": _weekend,
    "ending": _ending,
}
"""How each form of them is read."""
