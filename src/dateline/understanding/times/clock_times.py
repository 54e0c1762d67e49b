"""Hours of the day, with their zones, and what contradicts them."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from dateline.understanding.times import timex
from dateline.understanding.times.calendar_times import nearest_day
from dateline.understanding.times.clock_hours import full_hour, hour_of
from dateline.understanding.times.relative_times import weekday_meant
from dateline.understanding.times.time_expression import NO_DAY, Expression
from dateline.understanding.times.timex import Reading
from dateline.understanding.times.zones import offset

_OWN_DAY = ("weekday", "deictic", "day_part")
_NIGHT_ENDS = 6
_PART_HOURS = {"MO": range(13), "AF": range(11, 20), "EV": range(15, 25), "NI": range(16, 25)}
"""Hours, generously, that a part of the day may be said of; a night's go on until `_NIGHT_ENDS`."""


def _clock(e: Expression) -> Reading | None:
    """A time of day: on the day named with it, else on the day told before, else on the story's day."""
    day, reason = _day_of_clock(e)
    hour, minute = hour_of(e.found, e.lexicon)
    zone = offset(e.lexicon, e.found["zone"] or e.found["zone2"] or e.found["zone3"], day)
    reading = replace(timex.clock(day, hour, minute, zone), counted=_counted(e), confidence=0.6 if reason else 0.85)
    reading = replace(reading, reason=reason, mod=e.lexicon.clock_mods.get(e.found["mod"]))
    if e.found["clock_word"] and hour == 0 and _has_day(e) and day:
        return _midnight(reading, day)
    return _against_part(e, _against_half(e, reading, day, hour, minute), day, hour)


def _has_day(e: Expression) -> bool:
    return any(part in e.found for part in ("weekday", "month", "deictic"))


def _midnight(reading: Reading, day: date) -> Reading:
    """ "Midnight Friday" may be the one that Friday begins with or the one that it ends with."""
    after = timex.clock(timex.days_away(day, 1), 0, 0).earliest
    reason = "the midnight may be the one that begins the day or the one that ends it"
    return replace(reading, latest=after, confidence=0.6, reason=reading.reason or reason)


def _counted(e: Expression) -> timex.Count:
    """What the day was counted from; nothing where it is told in full."""
    if "month" in e.found:
        return None if e.year() else "story"
    return "reference" if not any(part in e.found for part in _OWN_DAY) and e.since() else "story"


def _day_of_clock(e: Expression) -> tuple[date | None, str | None]:
    """The day of an hour, and why it is doubtful; in Universal Time it may be the one after, or before."""
    day, reason = _day_named(e)
    return timex.days_away(day, int(e.found["shift"])) if day and "shift" in e.found else day, reason


def _day_named(e: Expression) -> tuple[date | None, str | None]:
    if "month" in e.found:
        told = e.year()
        day = date(told, e.month(), e.number("day")) if told else nearest_day(e, e.month(), e.number("day"))
        return day, None if day else NO_DAY
    if "weekday" in e.found and e.today:
        return weekday_meant(e, e.today, e.lexicon.weekdays[e.found["weekday"]]), None
    if "day_part" in e.found and e.today:
        return timex.days_away(e.today, e.step()), None
    if "deictic" in e.found and e.today:
        return timex.days_away(e.today, e.lexicon.deictics[e.found["deictic"]]), None
    if since := e.since():
        return since, None
    return e.today, "no day is named with the hour; taken as the day of the story" if e.today else NO_DAY


def _against_half(e: Expression, reading: Reading, day: date | None, hour: int, minute: int | None) -> Reading:
    """ "14 a.m.": no such hour. The interval holds the hour of the figures and the one of the letters."""
    if "am2" not in e.found and "pm2" not in e.found:
        return reading
    half = e.found["am2"] or e.found["pm2"]
    reason = f"{hour} {half} is no hour of the clock"
    if "pm2" in e.found or day is None:
        return replace(reading, confidence=0.7, reason=f"{reason}; the letters are taken as said twice over")
    early = timex.clock(day, hour - 12, minute)
    reason = f"{reason}, and the text does not tell whether {hour - 12} or {hour} is meant"
    return replace(reading, earliest=early.earliest, confidence=0.5, reason=reason)


def _against_part(e: Expression, reading: Reading, day: date | None, hour: int) -> Reading:
    """ "Monday night at 3 p.m.": the interval holds both the hour and the part of the day."""
    told = e.found["part"] or e.found["day_part"]
    code = e.lexicon.parts.get(told)
    if code is None or hour in _PART_HOURS[code]:
        return reading
    if code == "NI" and hour < _NIGHT_ENDS and day is not None:
        return _next_morning(reading, day)
    reason = f"{hour:02d}:00 is not in the {told}, and the text does not tell which of the two is meant"
    if day is None or reading.earliest is None or reading.latest is None:
        return replace(reading, confidence=0.5, reason=reason)
    part = timex.part(day, code)
    ends = [reading.earliest[:16], reading.latest[:16], part.earliest or "", part.latest or ""]
    return replace(reading, earliest=min(ends), latest=max(ends), confidence=0.5, reason=reason)


def _next_morning(reading: Reading, day: date) -> Reading:
    """ "Midnight last night", "Monday night at 2 a.m.": the night goes on into the day after."""
    after = timex.days_away(day, 1).isoformat()
    moved = {name: after + value[10:] for name in ("timex", "earliest", "latest") if (value := getattr(reading, name))}
    return replace(reading, **moved)


def _hours(e: Expression) -> Reading | None:
    """ "From 9 to 11 a.m.": the first hour lies in the same half of the day, unless it would come after the second."""
    day, reason = _day_of_clock(e)
    hour, minute = hour_of(e.found, e.lexicon)
    first = full_hour(e.found, e.number("hour1"))
    if first > hour and first >= 12:
        first -= 12
    if first > hour or "clock_word" in e.found:
        return None
    zone = offset(e.lexicon, e.found["zone"] or e.found["zone2"], day)
    begin = timex.clock(day, first, e.number("minute1") if "minute1" in e.found else 0, zone)
    end = timex.clock(day, hour, minute or 0, zone)
    if begin.earliest and end.latest and begin.earliest > end.latest:
        return None
    spanned = replace(timex.spanning(begin, end), type="TIME")
    return replace(spanned, counted=_counted(e), confidence=0.6 if reason else 0.85, reason=reason)


CLOCK_TIMES: dict[str, Callable[[Expression], Reading | None]] = {"clock": _clock, "military": _clock, "hours": _hours}
"""How each form of them is read."""
