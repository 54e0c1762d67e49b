"""Times counted from a moment of the story itself: the one told before them, or the one of an event."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from dateline.understanding.times import timex
from dateline.understanding.times.tense import AHEAD, BACK
from dateline.understanding.times.time_expression import NO_DAY, Expression
from dateline.understanding.times.timex import Reading

_TOO_ROUGH = "the moment that it is counted from is told too roughly"
_EXACT = ("hour", "minute", "second")


def _pointing(e: Expression) -> Reading | None:
    """ "That June", "the same day", "later that year"."""
    if e.then is None:
        return None
    if "unit" in e.found:
        return _same_period(e, e.unit())
    year = e.since("year")
    if year is None:
        return None
    if "month" in e.found:
        return _told_then(timex.month(year.year, e.month()))
    if "season" in e.found:
        return _told_then(timex.season(year.year, e.lexicon.seasons[e.found["season"]]))
    return _same_day(e)


def _same_period(e: Expression, unit: str) -> Reading | None:
    since = e.since(unit) if unit not in (*_EXACT, "part") else None
    return _told_then(timex.away(since, unit, 0)) if since else None


def _same_day(e: Expression) -> Reading | None:
    """ "That night" is the one of the day before it; "that Friday" the one of its week."""
    if "weekday" in e.found:
        week = e.since("week")
        if week is None:
            return None
        monday = timex.weekday_near(week, 0, BACK)
        day = timex.days_away(monday, e.lexicon.weekdays[e.found["weekday"]])
    else:
        day = e.since()  # type: ignore[assignment]
    if day is None:
        return None
    code = e.lexicon.parts.get(e.found["part"] or e.found["part2"])
    return _told_then(timex.part(day, code) if code else timex.day(day))


def _told_then(reading: Reading) -> Reading:
    return replace(reading, counted="reference", confidence=0.8)


def counted_from_then(e: Expression, unit: str, count: int) -> Reading | None:
    """So many units from the moment told before, else from the story's day."""
    precision = timex.precision_of(unit)
    if unit in _EXACT:
        return _hours_from_then(e, unit, count)
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


def _hours_from_then(e: Expression, unit: str, count: int) -> Reading:
    """Hours are counted from an hour only."""
    if e.then is None or e.then.precision not in _EXACT or e.then.earliest is None or e.then.latest is None:
        return timex.away(date.min, unit, count)
    first, last = (timex.clock_away(end, unit, count) for end in (e.then.earliest, e.then.latest))
    return Reading(
        type="TIME",
        timex=first,
        earliest=first,
        latest=last,
        precision=e.then.precision,
        counted="reference",
        confidence=0.75,
    )


def _since(e: Expression) -> Reading | None:
    """ "Two days after the vote": from the vote's own moment (`then`), or else a length that nobody can place."""
    sign = -1 if "until" in e.found else 1
    counted = "n" in e.found or "vague" in e.found or "half_a" in e.found
    amount = e.amount() if counted else 1
    if "part" in e.found:
        return _part_since(e, sign)
    unit = e.unit()
    length = timex.duration(amount, unit)
    if amount is None or amount != int(amount) or e.then is None:
        mod = e.lexicon.duration_mods.get(e.found["mod"])
        return replace(length, mod=mod, confidence=0.7) if counted else None  # "the day after" is no length
    reading = counted_from_then(e, unit, sign * int(amount))
    if reading is None or reading.earliest is None:
        return replace(length, confidence=0.6, reason=_TOO_ROUGH) if counted else None
    return reading


def _part_since(e: Expression, sign: int) -> Reading | None:
    """ "The night before the vote", "the morning after the attack"."""
    since = e.since()
    if since is None:
        return None
    day = timex.days_away(since, sign)
    return replace(timex.part(day, e.lexicon.parts[e.found["part"]]), counted="reference", confidence=0.7)


POINTING_TIMES: dict[str, Callable[[Expression], Reading | None]] = {"pointing": _pointing, "since": _since}
"""How each form of them is read."""
