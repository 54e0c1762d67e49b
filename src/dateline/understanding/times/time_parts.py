"""The parts that forms of time are made of, as patterns over a language's words."""

import re
from collections.abc import Iterable

from dateline.languages.sections import Moments

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"


def parts(words: Moments) -> dict[str, str]:
    """What each <name> of a form stands for."""
    captured = {name: f"(?P<{name}>{pattern})" for name, pattern in _captured(words).items()}
    return captured | _modifiers(words) | _joints(words) | _days_and_hours(words) | _comparisons(words) | _counts(words)


def _captured(w: Moments) -> dict[str, str]:
    """Parts that keep their own name."""
    return {
        "month": _months(w),
        "month2": _months(w),
        "day": _DAY,
        "day2": _DAY,
        "day3": _DAY,
        "month3": _months(w),
        "year": _year(w),
        "year2": _year(w),
        "weekday": _choice(names[0] for names in w.weekdays),
        "weekday2": _choice(names[0] for names in w.weekdays),
        "part": _choice(_flat(w.parts.values())),
        "part2": _choice(_flat(w.parts.values())),
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
    } | _captured_of_accounts(w)


def _captured_of_accounts(w: Moments) -> dict[str, str]:
    """Of feasts, of accounts and of what is counted from elsewhere."""
    return {
        "holiday": _choice(_flat(w.holidays.values())),
        "pointing": _choice(w.pointing),
        "year_ago": _choice(w.year_ago),
        "latest": _choice(w.latest),
        "whole": _choice(w.whole),
        "later_half": _choice(w.later_halves),
        "often": _choice(w.often),
        "recurring": _choice(w.recurring_days),
        "year_end": _choice(w.year_ends),
        "since": _choice(w.since_words),
        "until": _choice(w.until_words),
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
        "fiscal": rf"(?P<fiscal>{_choice(w.fiscal_words)})",
        "a_year": _choice(w.units["year"]),
        "a_quarter": _choice(w.units["quarter"]),
        "a_century": _choice(w.units["century"]),
        "a_week": _choice(w.units["week"]),
        "a_weekend": _choice(w.weekend),
    }


def _comparisons(w: Moments) -> dict[str, str]:
    """Words of accounts, of feasts and of days that recur."""
    return {
        "a_half": _choice(w.half_words),
        "compared_time": "(?:(?P<kind><a_quarter>)|<a_period>)",
        "of_year": r"(?: of (?:(?P<rel><rel_words>)|the) <a_year>|(?: of)? <year>)",
        "ended_with": r"(?=,? (?:that |which )?(?:(?P<over>ended)|ending) <month> <day>(?:,? <year>)?)",
        "a_period": _choice(w.periods),
        "compared": _choice(w.compared),
        "accounts": _choice(w.accounts),
        "final": _choice(w.last),
        "rates": _choice(w.rate_words),
        "times": _choice(w.times_words),
        "single": rf"(?P<unit>{_choice(names[0] for names in w.units.values())})(?!\w)",
        "units": _choice(names[-1] for names in w.units.values()) + r"(?!\w)",
        "historic_event": _choice(w.historic_events),
        "historic_day": rf"(?P<historic>{_choice(w.historic_days)})",
        "historic_name": rf"(?P<historic>{_choice(w.historic_names)})(?![\d/])",
    }


def _counts(w: Moments) -> dict[str, str]:
    return {
        "between_unit": rf"(?:[ -]| (?:{_choice(w.unit_adjectives)}) )",
        "part_mod": rf"(?:(?P<mod>{_choice(_flat(w.part_mods.values()))})[ -]?)",
        "clock_mod": rf"(?:(?P<mod>{_choice(_flat(w.clock_mods.values()))})[ ])?",
    }


def _joints(w: Moments) -> dict[str, str]:
    return {
        "between": _after(w.range_openers),
        "clock_lead": _after(w.clock_leads),
        "within": _after(w.season_leads),
        "over_lead": _after(w.over_leads),
        "lasting": rf"(?P<lasting>{_choice(w.lasting)})",
        "for_lead": _after(w.tenses["appointed_for"]),
        "joint": rf"(?P<joined>{_choice(w.range_joints)})",
        "dash": rf"(?P<dashed>{_choice(w.range_dashes)})",
    }


def _after(words: Iterable[str]) -> str:
    """Where one of the words stands before; they are no part of the time."""
    return "(?:" + "|".join(rf"(?<={re.escape(word)}[ ])" for word in words) + ")"


def _days_and_hours(w: Moments) -> dict[str, str]:
    weekdays, deictics = _choice(names[0] for names in w.weekdays), _choice(w.deictics)
    short_weekdays = _choice(_flat(names[1:] for names in w.weekdays))
    zones = rf"(?:(?:{_choice(('gmt', 'utc'))}) ?[+-]\d{{1,2}}(?::?\d\d)?|{_choice(w.clock_zones)})"
    twelve = rf"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?(?: ?{_choice(w.oclock)})? ?"
    am, pm = _choice((*w.before_noon, *w.of_morning)), _choice((*w.after_noon, *w.of_later_day))
    halves = rf"(?:(?P<am>{am})|(?P<pm>{pm}))"
    twenty_four = rf"(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:])(?: (?P<zone>{zones}))?"
    excessive = r"(?P<hour24>1[3-9]|2[0-3])(?:[:.](?P<minute24>[0-5]\d))? ?"
    halves_again = rf"(?:(?P<am2>{_choice(w.before_noon)})|(?P<pm2>{_choice(w.after_noon)}))"
    parts_of_day = _choice(_flat(w.parts.values()))
    return {
        "named_day": rf"(?:(?P<weekday>{weekdays}|{short_weekdays}\.?),? (?:the )?)?",
        "deictic_words": deictics,
        "day_point": rf"(?:(?P<weekday>{weekdays})|(?P<deictic>{deictics}))(?: (?P<part>{parts_of_day}))?",
        "day_part": rf"(?P<rel>{_choice((*w.this, *w.last))}) (?P<day_part>{parts_of_day})",
        "old_year": r"(?P<year>1\d{3})(?!\d)",
        "zone": zones,
        "in_zone": rf"(?: (?P<zone2>{zones})| \( ?(?P<zone3>{zones}) ?\))",
        "on_date": r",?(?: on)? <named_day>(?:<month> <day>|<day3> <month3>)(?:,? <year>)?",
        "iso_clock": r"(?:t(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d(?:\.\d+)?)?"
        r"(?P<offset>z|[+-]\d\d:?\d\d)?)?",
        "four_figures": r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)",
        "clock": rf"(?:{twelve}{halves}|{twenty_four}|(?P<clock_word>{_choice(w.clock_words)}))",
        "bad_clock": rf"(?:{excessive}{halves_again})",
        "hours": r"(?:(?P<hour1>1[0-2]|0?[1-9])(?:[:.](?P<minute1>[0-5]\d))?)",
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
    many = rf"(?:{ones}|an?|\d+)[ ]{_choice(w.multipliers)}"
    return rf"(?:\d{{1,4}}(?:\.\d+|[ ]1/2|½)?|{many}|{tens}(?:[ -]{ones})?|{_choice(words)})(?!\w)"


def _year(w: Moments) -> str:
    """Four figures, or in words: "nineteen ninety-four", "two thousand and five"."""
    tens = _choice(word for word, number in w.number_words.items() if 20 <= number < 100)
    ones = _choice(word for word, number in w.number_words.items() if 1 <= number < 10 and len(word) > 2)
    teens = _choice(word for word, number in w.number_words.items() if 10 <= number < 20 and " " not in word)
    after = rf"(?:{tens}(?:[ -]{ones})?|{teens})"
    spelled = rf"{_choice(w.century_numbers)}[ -]{after}|{_choice(w.thousand_years)}(?:[ ](?:{ones}|{teens}))?"
    return rf"(?:(?:1[89]\d\d|20\d\d|2100)(?!\d)|(?:{spelled})(?!\w))"
