"""What two tellings have in common, as numbers: each has a name and a weight (`learnt.py`)."""

from math import log, sqrt
from typing import NamedTuple

from dateline.merging.sameness import places
from dateline.merging.sameness.families import HARM
from dateline.merging.sameness.prepared import Prepared, Telling

__all__ = ["EVIDENCE", "GROUND", "PAIR", "Ground", "evidence", "gap", "ground", "named_alike", "too_late"]

_STORY = 4.0
"""The most that the story counts, as log-odds."""
GROUND = (
    "constant",
    "story",  # log-odds that the two articles tell one story
    "one_report",  # both stand in one article
    "no_shared_town",  # both articles name towns, none in common
    "no_shared_country",
    "same_names",  # cosine, of all people and bodies of the articles
)
"""What is the same for all pairs of two reports."""
PAIR = (
    "other_type",
    "other_harm",  # of two types, both of which do harm: a death and an attack
    "same_mode",
    "other_mode",
    "same_trigger",  # a word that tells of it
    "denied_once",
    "rivals",  # log of how many tellings of the same kind the two reports have
    "same_rare_words",  # cosine, names and numbers of the telling sentences
    "same_number",  # in the telling sentences
    "other_number",
    "same_words",  # cosine, all other words of them
    "same_actor",
    "other_actor",
    "same_recipient",
    "other_recipient",
    "other_person",  # each befell one person, of another name
    "same_group",  # those without a name: "climber"
    "same_place",
    "inside",  # a place and what it lies in
    "other_place",
    "same_day",
    "meeting_days",  # longer times that meet
    "days_apart",  # log of the days between them
    "same_weekday",
    "other_weekday",
    "other_yearly",  # another day of the year
    "published_apart",  # log of the days between the articles, where a time is unknown
    "same_near_day",  # days that the sentences name
    "other_near_day",
    "same_effect",  # both count killed, or wounded, and so on
    "same_toll",
    "other_toll",  # log of how far apart
)
EVIDENCE = GROUND + PAIR


class Ground(NamedTuple):
    """What holds for all pairs of two reports."""

    numbers: tuple[float, ...]
    """In the order of the first names of `EVIDENCE`."""
    published: float
    """Log of the days between the articles."""


def _likelihood(story: float) -> float:
    """The log-odds of the likelihood of one story, bounded."""
    return max(-_STORY, min(_STORY, log(max(story, 1e-4) / max(1.0 - story, 1e-4))))


def ground(one: Prepared, other: Prepared, story: float) -> Ground:
    """What holds for all pairs of two reports, which tell one story as likely as `story` says."""
    numbers = (
        1.0,
        _likelihood(story) if one is not other else 0.0,
        float(one is other),
        float(bool(one.towns and other.towns and one.towns.isdisjoint(other.towns))),
        float(bool(one.countries and other.countries and one.countries.isdisjoint(other.countries))),
        _cosine(one.known, other.known),
    )
    return Ground(numbers, log(1 + abs(one.day - other.day)) if one.day and other.day else 0.0)


def evidence(one: Prepared, a: Telling, other: Prepared, b: Telling, shared: Ground) -> tuple[float, ...]:
    """The numbers of a pair, in the order of the other names of `EVIDENCE`."""
    same_type = a.type == b.type
    modes = a.modes and b.modes and same_type
    same_mode = modes and not a.modes.isdisjoint(b.modes)
    return (
        0.0 if same_type or a.families & HARM else 1.0,
        0.0 if same_type or not a.families & HARM else 1.0,
        1.0 if same_mode else 0.0,
        1.0 if modes and not same_mode else 0.0,
        0.0 if a.triggers.isdisjoint(b.triggers) else 1.0,
        1.0 if a.denied != b.denied else 0.0,
        a.rivals + b.rivals,
        _cosine(a.rare, b.rare),
        *(_shared(a.numbers, b.numbers) if a.numbers and b.numbers else (0.0, 0.0)),
        _common(a, b),
        *_parties(a, b),
        *(_places(a, b) if a.sites and b.sites else (0.0, 0.0, 0.0)),
        *_times(one, a, other, b, shared.published),
        *(_shared(a.days, b.days) if a.days and b.days else (0.0, 0.0)),
        *(_tolls(a, b) if a.tolls and b.tolls else (0.0, 0.0, 0.0)),
    )


def named_alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How much the names of two sides are one: 1.0 most, 0.0 where one has none, -1.0 where nothing is shared."""
    if not one or not other:
        return 0.0
    shared = len(one & other)
    if not shared:
        return -1.0
    return 1.0 if shared >= 2 or shared == min(len(one), len(other)) else 0.5


def _cosine(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    return len(one & other) / sqrt(len(one) * len(other))


def _common(a: Telling, b: Telling) -> float:
    shared = a.common.keys() & b.common.keys()
    if not shared:
        return 0.0
    weights = a.common
    return sum([weights[word] for word in shared]) / (a.size * b.size)


def _parties(a: Telling, b: Telling) -> tuple[float, ...]:
    actors, recipients = named_alike(a.actors, b.actors), named_alike(a.recipients, b.recipients)
    one, other = a.person, b.person
    return (
        actors if actors > 0 else 0.0,
        1.0 if actors < 0 else 0.0,
        recipients if recipients > 0 else 0.0,
        1.0 if recipients < 0 else 0.0,
        1.0 if recipients < 0 and one and other and set(one.words).isdisjoint(other.words) else 0.0,
        0.0 if a.groups.isdisjoint(b.groups) else 1.0,
    )


def _places(a: Telling, b: Telling) -> tuple[float, float, float]:
    where = places.lie(a.sites, b.sites)
    return float(where >= places.NEAR), float(where == places.INSIDE), float(where == places.APART)


def gap(a: Telling, b: Telling) -> int:
    """Days between two known times: 0 where they meet."""
    return max(0, a.first - b.last, b.first - a.last)


def _times(one: Prepared, a: Telling, other: Prepared, b: Telling, published: float) -> tuple[float, ...]:
    if a.first and b.first:
        days = gap(a, b)
        exact = days <= 1 and a.last - a.first <= 2 and b.last - b.first <= 2
        return float(exact), float(not exact and not days), log(days) if days > 1 else 0.0, 0.0, 0.0, 0.0, 0.0
    same = other_day = other_yearly = 0.0
    if a.weekday and b.weekday:
        turn = (a.weekday - b.weekday) % 7
        same, other_day = float(turn == 0), float(turn not in (0, 1, 6))
    if a.yearly and b.yearly:
        other_yearly = float(a.yearly != b.yearly)
    late = too_late(one, a, other, b) if one.day and other.day else 0
    return 0.0, 0.0, log(late) if late > 1 else 0.0, same, other_day, other_yearly, published


def too_late(one: Prepared, a: Telling, other: Prepared, b: Telling) -> int:
    """By how many days the known time of one comes after the other report was published; planned ones may come."""
    if a.first and other.day and not b.planned:
        return a.first - other.day
    if b.first and one.day and not a.planned:
        return b.first - one.day
    return 0


def _shared(one: frozenset[str], other: frozenset[str]) -> tuple[float, float]:
    same = not one.isdisjoint(other)
    return float(same), float(not same)


def _tolls(a: Telling, b: Telling) -> tuple[float, float, float]:
    """Whether both count one effect, one figure of two or more, and how far apart the figures are."""
    both, equal, apart = 0.0, 0.0, 0.0
    for effect, (low, high) in a.tolls.items():
        if (its := b.tolls.get(effect)) is None:
            continue
        both = 1.0
        if low > its[1] or its[0] > high:
            apart = max(apart, log(max(low, its[0], 1) / max(1, min(high, its[1]))))
        elif max(low, its[0]) > 1:
            equal = 1.0
    return both, equal, 0.0 if equal else min(apart, 3.0)
