"""Times that come again and again (TIMEX3 SETs), and words that say no more than past, present or future."""

from collections.abc import Callable

from msgspec.structs import replace

from dateline.understanding.times import timex
from dateline.understanding.times.time_expression import Expression
from dateline.understanding.times.timex import Reading


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


def _often(e: Expression) -> Reading | None:
    """ "Twice a week", "three days a month", "once every two years"."""
    amount = e.lexicon.often.get(e.found["often"]) if "often" in e.found else e.amount()
    each = e.lexicon.units[e.found["per"]][0].upper() if "per" in e.found else "X"
    freq = f"{amount:g}{each}" if amount is not None else None
    if freq == "X" or ("per" in e.found and e.lexicon.units[e.found["per"]] == e.unit()):
        return None
    length = timex.duration(e.amount("length") if "length" in e.found else 1, e.unit())
    quant = "EVERY" if "every" in e.found or e.found["rate"] in e.lexicon.every else None
    return Reading(type="SET", timex=length.timex, quant=quant, freq=freq, precision=length.precision, confidence=0.85)


def _recurring(e: Expression) -> Reading | None:
    return Reading(type="SET", timex=e.lexicon.recurring[e.found["recurring"]], precision="day", confidence=0.8)


def _reference(e: Expression) -> Reading | None:
    value = "PRESENT_REF" if "present" in e.found else "PAST_REF" if "past" in e.found else "FUTURE_REF"
    return Reading(timex=value, confidence=0.8)


RECURRING_TIMES: dict[str, Callable[[Expression], Reading | None]] = {
    "set": _set,
    "frequency": _frequency,
    "often": _often,
    "recurring": _recurring,
    "reference": _reference,
}
"""How each form of them is read."""
