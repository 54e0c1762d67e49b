"""The parts that forms of time are made of, as patterns over a language's words."""

import re
from collections.abc import Iterable

from dateline.languages.sections import Moments

_YEAR = r"(?:1[89]\d\d|20\d\d|2100)(?!\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"


def parts(words: Moments) -> dict[str, str]:
    """What each <name> of a form stands for."""
    captured = {name: f"(?P<{name}>{pattern})" for name, pattern in _captured(words).items()}
    return captured | _modifiers(words) | _joints(words) | _days_and_hours(words)


def _captured(w: Moments) -> dict[str, str]:
    """Parts that keep their own name."""
    return {
        "month": _months(w),
        "month2": _months(w),
        "day": _DAY,
        "day2": _DAY,
        "year": _YEAR,
        "year2": _YEAR,
        "weekday": _choice(names[0] for names in w.weekdays),
        "weekday2": _choice(names[0] for names in w.weekdays),
        "part": _choice(_flat(w.parts.values())),
        "season": _choice(_flat(w.seasons.values())),
        "unit": _choice(_flat(w.units.values())) + r"(?!\w)",
        "ordinal": _choice(_flat(w.ordinals)),
        "decade": _choice(w.decade_words),
        "every": _choice(w.every),
        "alternate": _choice(w.alternate),
        "half": _choice(w.and_a_half),
        "half2": _choice(w.and_a_half),
        "half_a": _choice(w.half_a),
        "frequency": _choice(_flat(w.frequencies.values())),
        "ago": _choice(w.ago),
        "ahead": _choice(w.ahead),
        "earlier": _choice(w.earlier),
        "later": _choice(w.later),
        "stretch": _choice((*w.past_stretch, *w.next_stretch)),
        "present": _choice(w.present),
        "past": _choice(w.past),
        "future": _choice(w.future),
    }


def _modifiers(w: Moments) -> dict[str, str]:
    mods = _choice(_flat(w.date_mods.values()))
    numbers = _numbers(w)
    return {
        "mod": rf"(?:(?P<mod>{mods})[ -])?",
        "some_mod": rf"(?P<mod>{mods})[ ]",
        "duration_mod": rf"(?:(?P<mod>{_choice(_flat(w.duration_mods.values()))})[ ])?",
        "amount": rf"(?:(?P<vague>{_choice(w.vague_numbers)})|(?P<n>{numbers}))",
        "numbers": numbers,
        "length": r"<amount>(?:[ -]<half>)?[ -]<unit>(?: <half2>)?",
        "rel_words": _choice((*w.last, *w.this, *w.next)),
        "year_words": _choice(w.year_words),
        "a_year": _choice(w.units["year"]),
        "a_quarter": _choice(w.units["quarter"]),
        "a_century": _choice(w.units["century"]),
        "a_week": _choice(w.units["week"]),
        "a_weekend": _choice(w.weekend),
    }


def _joints(w: Moments) -> dict[str, str]:
    return {
        "between": _after(w.range_openers),
        "clock_lead": _after(w.clock_leads),
        "joint": _choice(w.range_joints),
        "dash": _choice(w.range_dashes),
    }


def _after(words: Iterable[str]) -> str:
    """Where one of the words stands before; they are no part of the time."""
    return "(?:" + "|".join(rf"(?<={re.escape(word)}[ ])" for word in words) + ")"


def _days_and_hours(w: Moments) -> dict[str, str]:
    weekdays, deictics = _choice(names[0] for names in w.weekdays), _choice(w.deictics)
    short_weekdays, zones = _choice(_flat(names[1:] for names in w.weekdays)), _choice(w.clock_zones)
    twelve = r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))? ?"
    halves = rf"(?:(?P<am>{_choice(w.before_noon)})|(?P<pm>{_choice(w.after_noon)}))"
    twenty_four = rf"(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:])(?: (?P<zone>{zones}))?"
    return {
        "named_day": rf"(?:(?P<weekday>{weekdays}|{short_weekdays}\.?),? (?:the )?)?",
        "deictic_words": deictics,
        "day_point": rf"(?:(?P<weekday>{weekdays})|(?P<deictic>{deictics}))",
        "zone": zones,
        "iso_clock": r"(?:t(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d(?:\.\d+)?)?"
        r"(?P<offset>z|[+-]\d\d:?\d\d)?)?",
        "four_figures": r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)",
        "clock": rf"(?:{twelve}{halves}|{twenty_four}|(?P<clock_word>{_choice(w.clock_words)}))",
    }


def _choice(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " ") for word in longest_first) + ")"


def _flat(lists: Iterable[Iterable[str]]) -> list[str]:
    return [word for words in lists for word in words]


def _months(words: Moments) -> str:
    short = _choice(_flat(names[1:] for names in words.months))
    return rf"(?:{_choice(names[0] for names in words.months)}|{short}\.?)(?!\w)"


def _numbers(w: Moments) -> str:
    words = [word for word, number in w.number_words.items() if number < 20 or number >= 100 or " " in word]
    tens = _choice(word for word, number in w.number_words.items() if 20 <= number < 100)
    ones = _choice(word for word, number in w.number_words.items() if 1 <= number < 10 and len(word) > 2)
    return rf"(?:\d{{1,4}}(?:\.\d+)?|{tens}(?:[ -]{ones})?|{_choice(words)})(?!\w)"
