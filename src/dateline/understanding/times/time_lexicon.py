"""A language's words of time, each with what it stands for."""

from functools import cache

from msgspec import Struct

from dateline.languages import load


class Lexicon(Struct, frozen=True):
    """A language's words of time, from the word to what it stands for."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    parts: dict[str, str]
    seasons: dict[str, str]
    ordinals: dict[str, int]
    numbers: dict[str, int]
    decades: dict[str, int]
    deictics: dict[str, int]
    deictic_parts: dict[str, str]
    frequencies: dict[str, str]
    date_mods: dict[str, str]
    duration_mods: dict[str, str]
    clock_words: dict[str, int]
    steps: dict[str, int]
    stretches: frozenset[str]
    references: frozenset[str]
    universal_zones: frozenset[str]
    weekend: frozenset[str]
    every: frozenset[str]
    zone_offsets: dict[str, str]
    changing_zones: dict[str, int]
    clock_mods: dict[str, str]
    part_mods: dict[str, str]
    multipliers: dict[str, int]
    centuries: dict[str, int]
    thousands: dict[str, int]
    fiscal: frozenset[str]
    later_halves: frozenset[str]
    holidays: dict[str, str]
    historic_days: dict[str, str]
    often: dict[str, int]
    recurring: dict[str, str]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, made once."""
    w = load(language).moments
    steps = dict.fromkeys(w.this, 0) | dict.fromkeys(w.last, -1) | dict.fromkeys(w.next, 1)
    return Lexicon(
        months={name: i for i, names in enumerate(w.months, 1) for name in names},
        weekdays={name: i for i, names in enumerate(w.weekdays) for name in names},
        units=_inverted(w.units),
        parts=_inverted(w.parts),
        seasons=_inverted(w.seasons),
        ordinals={name: i for i, names in enumerate(w.ordinals, 1) for name in names},
        numbers=w.number_words,
        decades=w.decade_words,
        deictics=w.deictics,
        deictic_parts=w.deictic_parts,
        frequencies=_inverted(w.frequencies),
        date_mods=_inverted(w.date_mods),
        duration_mods=_inverted(w.duration_mods),
        clock_words=w.clock_words,
        steps=steps | dict.fromkeys(w.past_stretch, -1) | dict.fromkeys(w.next_stretch, 1),
        stretches=frozenset(w.stretch_words),
        references=frozenset(w.reference_words),
        universal_zones=frozenset(w.universal_zones),
        weekend=frozenset(w.weekend),
        every=frozenset(w.every),
        zone_offsets=w.zone_offsets,
        changing_zones=w.changing_zones,
        clock_mods=_inverted(w.clock_mods),
        part_mods=_inverted(w.part_mods),
        multipliers=w.multipliers,
        centuries=w.century_numbers,
        thousands=w.thousand_years,
        fiscal=frozenset(w.fiscal_words),
        later_halves=frozenset(w.later_halves),
        holidays=_inverted(w.holidays),
        historic_days=w.historic_days | w.historic_names,
        often=w.often,
        recurring=w.recurring_days,
    )


def _inverted(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: code for code, words in table.items() for word in words}
