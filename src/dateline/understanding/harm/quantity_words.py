"""The words that tell what a number counts: units, currencies, things, and words of change."""

from functools import cache

from msgspec import Struct

from dateline.languages import load
from dateline.understanding.harm.people_words import people_words


class QuantityWords(Struct, frozen=True):
    """The words of the section `quantities`, ready to be asked."""

    signs: dict[str, str]
    units: dict[str, tuple[str, float]]
    longest: int
    things: dict[str, str]
    rise: frozenset[str]
    fall: frozenset[str]
    moves: frozenset[str]
    changes: frozenset[str]
    raising: frozenset[str]
    steady: frozenset[str]
    holding: frozenset[str]
    seating: frozenset[str]
    rooms: frozenset[str]
    nations: frozenset[str]
    classes: frozenset[str]
    halves: frozenset[str]
    of: frozenset[str]
    worth: frozenset[str]
    money: frozenset[str]
    measures: frozenset[str]
    crowds: frozenset[str]
    old: frozenset[str]
    years: frozenset[str]
    aged: frozenset[str]
    magnitudes: frozenset[str]
    minus: frozenset[str]
    loose: frozenset[str]


@cache
def quantity_words(code: str) -> QuantityWords:
    """The words of a language."""
    words = load(code).quantities
    units = {word: (unit, 0.9) for word, unit in {**words.units, **words.currencies}.items()}
    units |= {word: (word, 0.6) for word in words.vague_currencies if word not in units}
    return QuantityWords(
        signs=words.currencies,
        units=units,
        longest=max(len(word.split()) for word in units),
        things={noun: unit for unit, nouns in words.things.items() for noun in nouns},
        rise=frozenset(words.rise),
        fall=frozenset(words.fall),
        moves=frozenset((*words.rise, *words.fall)),
        changes=frozenset(words.changes),
        raising=frozenset(words.raising),
        steady=frozenset(words.steady),
        holding=frozenset((*words.holding, *words.seating)),
        seating=frozenset(words.seating),
        rooms=frozenset(words.rooms),
        nations=frozenset(words.nations),
        classes=frozenset(words.classes),
        halves=frozenset(load(code).casualties.hedges.half),
        of=frozenset(words.of),
        worth=frozenset(words.worth),
        money=frozenset(words.currencies.values()),
        measures=frozenset(words.measures),
        crowds=frozenset(words.crowds),
        old=frozenset(words.ages.old),
        years=frozenset(words.ages.years),
        aged=frozenset(words.ages.before),
        magnitudes=frozenset(words.magnitudes),
        minus=frozenset(words.minus),
        loose=people_words(code).loose,
    )
