"""Times counted from the day of the story or the moment before: days, hours, periods, durations, sets."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from dateline.understanding.times import timex
from dateline.understanding.times.calendar_times import nearest_day
from dateline.understanding.times.tense import AHEAD, BACK, OPEN
from dateline.understanding.times.time_expression import NO_DAY, Expression
from dateline.understanding.times.timex import Reading


def _weekday(e: Expression) -> Reading | None:
    weekday = e.lexicon.weekdays[e.found["weekday"]]
    if e.today is None:
        return e.unread(f"XXXX-WXX-{weekday + 1}", "day", NO_DAY)
    return _in_part(e, replace(timex.day(_weekday_meant(e, e.today, weekday)), counted="story"))


def _weekday_meant(e: Expression, today: date, weekday: int) -> date:
    """Bare, it may be the story's own day; "last Friday" and "next Friday" are others."""
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
    return replace(timex.part(date.fromisoformat(day.earliest), code), counted=day.counted)


def _deictic(e: Expression) -> Reading | None:
    if e.today is None:
        return e.unread(None, "day", NO_DAY)
    day = timex.away(e.today, "day", e.lexicon.deictics[e.found["deictic"]])
    return _in_part(e, replace(day, counted="story", confidence=0.95))


def _part(e: Expression) -> Reading | None:
    """ "This morning", "last night"."""
    if e.today is None:
        return e.unread(None, "part", NO_DAY)
    if e.step() > 0 or e.found["rel"] in e.lexicon.references:
        return None
    return _in_part(e, replace(timex.away(e.today, "day", e.step()), counted="story"))


def _clock(e: Expression) -> Reading | None:
    """A time of day: on the day named with it, else on the day told before, else on the story's day."""
    day, reason = _day_of_clock(e)
    if "clock_word" in e.found:
        hour, minute = e.lexicon.clock_words[e.found["clock_word"]], None
    elif "hour24" in e.found:
        hour, minute = e.number("hour24"), e.number("minute24")
    else:
        minute = e.number("minute") if "minute" in e.found else None
        hour = e.number("hour") if "am" not in e.found and "pm" not in e.found else e.number("hour") % 12
        hour += 12 if "pm" in e.found else 0
    zone = "Z" if (e.found["zone"] or e.found["zone2"]) in e.lexicon.universal_zones else ""
    reading = timex.clock(day, hour, minute, zone)
    return replace(reading, counted="story", confidence=0.6 if reason else 0.85, reason=reason)


def _day_of_clock(e: Expression) -> tuple[date | None, str | None]:
    """The day of an hour, and why it is doubtful."""
    if "month" in e.found:
        told = e.year()
        day = date(told, e.month(), e.number("day")) if told else nearest_day(e, e.month(), e.number("day"))
        return day, None if day else NO_DAY
    if "weekday" in e.found and e.today:
        return _weekday_meant(e, e.today, e.lexicon.weekdays[e.found["weekday"]]), None
    if "deictic" in e.found and e.today:
        return timex.days_away(e.today, e.lexicon.deictics[e.found["deictic"]]), None
    if since := e.since():
        return since, None
    return e.today, "no day is named with the hour; taken as the day of the story" if e.today else NO_DAY


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
        return _counted_from_then(e, unit, step)
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


def _counted_from_then(e: Expression, unit: str, count: int) -> Reading | None:
    """So many units from the moment told before, else from the story's day."""
    precision = timex.precision_of(unit)
    if since := e.since(unit):
        return replace(timex.away(since, unit, count), counted="reference", confidence=0.75)
    if e.today is None:
        return e.unread(None, precision, NO_DAY)
    if e.then:
        return e.unread(None, precision, "the moment told before it is too rough to count from")
    if count > 0 and e.way != AHEAD:  # "a day later" is seldom a day after the story
        return e.unread(None, precision, "no moment is told before it to count from")
    reason = "no moment is told before it; counted from the day of the story"
    return replace(timex.away(e.today, unit, count), counted="story", confidence=0.6, reason=reason)


def _ago(e: Expression) -> Reading | None:
    """ "Two weeks ago", "three days later"."""
    amount, unit = e.amount(), e.unit()
    sign = -1 if "ago" in e.found or "earlier" in e.found else 1
    if amount is None or amount != int(amount):
        return replace(timex.duration(amount, unit), mod=e.lexicon.duration_mods.get(e.found["mod"]), confidence=0.7)
    count = sign * int(amount)
    if unit == "year" and e.then and e.then.precision == "quarter" and (since := e.since("quarter")):
        # Figures are held against the same quarter of another year.
        return _modified(e, replace(timex.away(since, "quarter", 4 * count), counted="reference"))
    if "earlier" in e.found or "later" in e.found:
        return _modified(e, _counted_from_then(e, unit, count))
    if e.today is None:
        return e.unread(None, timex.precision_of(unit), NO_DAY)
    return _modified(e, replace(timex.away(e.today, unit, count), counted="story"))


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


_HALVES = {"minute": (30, "second"), "hour": (30, "minute"), "year": (6, "month"), "decade": (5, "year")}
"""What half of a unit is in whole ones of the next."""


def _duration(e: Expression) -> Reading | None:
    amount, unit = e.amount(), e.unit()
    if amount == 0.5 and unit in _HALVES:
        amount, unit = _HALVES[unit]
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


def _set(e: Expression) -> Reading | None:
    quant = "EVERY OTHER" if "alternate" in e.found else "EVERY" if "every" in e.found else None
    reading = Reading(type="SET", quant=quant, precision="day")
    part = e.lexicon.parts.get(e.found["part"])
    if "weekday" in e.found:
        value = f"XXXX-WXX-{e.lexicon.weekdays[e.found['weekday']] + 1}" + (f"T{part}" if part else "")
        return replace(reading, timex=value)
    if "month" in e.found:
        return replace(reading, timex=f"XXXX-{e.month():02d}", precision="month")
    if "season" in e.found:
        return replace(reading, timex=f"XXXX-{e.lexicon.seasons[e.found['season']]}", precision="season")
    counted = "n" in e.found or "vague" in e.found
    length = timex.duration(e.amount() if counted else 2 if "alternate" in e.found else 1, e.unit())
    return replace(reading, timex=length.timex, precision=length.precision)


def _frequency(e: Expression) -> Reading | None:
    return Reading(type="SET", timex=e.lexicon.frequencies[e.found["frequency"]], confidence=0.7)


def _reference(e: Expression) -> Reading | None:
    value = "PRESENT_REF" if "present" in e.found else "PAST_REF" if "past" in e.found else "FUTURE_REF"
    return Reading(timex=value, confidence=0.8)


RELATIVE_TIMES: dict[str, Callable[[Expression], Reading | None]] = {
    "weekday": _weekday,
    "weekdays": _weekdays,
    "deictic": _deictic,
    "part": _part,
    "clock": _clock,
    "military": _clock,
    "relative": _relative,
    "ago": _ago,
    "stretch": _stretch,
    "duration": _duration,
    "weekend": _weekend,
    "ending": _ending,
    "set": _set,
    "frequency": _frequency,
    "reference": _reference,
}
"""How each form of them is read."""
