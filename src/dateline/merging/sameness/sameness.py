"""How likely an event of one report is an event of another."""

from collections.abc import Iterable, Iterator
from functools import reduce
from math import exp
from operator import mul, or_
from typing import NamedTuple

from dateline.merging.reports.report import Report
from dateline.merging.sameness.evidence import GROUND, PAIR, Ground, evidence, ground
from dateline.merging.sameness.families import families_of
from dateline.merging.sameness.keying import keys_between, keys_of
from dateline.merging.sameness.learnt import WEIGHTS
from dateline.merging.sameness.prepared import Prepared, Telling, prepared
from dateline.merging.sameness.reasons import event_reasons
from dateline.merging.sameness.strangers import strangers
from dateline.merging.ties import Tie

__all__ = [
    "DENSITY",
    "LINE",
    "event_reasons",
    "event_ties",
    "keys_between",
    "keys_of",
    "own_ties",
    "ties_between",
    "ties_within",
]

LINE = 0.5
"""The score from which two events are one."""
DENSITY = 0.2
"""Where two groups of events join, at least this share of their pairs speaks for it: see `clusters`."""
_KEPT = 0.1
"""The least likelihood of a tie that is told of two events neither of which is likely to be any other."""
_GROUND = tuple(WEIGHTS[name] for name in GROUND)
_PAIR = tuple(WEIGHTS[name] for name in PAIR)
_TYPE, _MODE, _TRIGGER, _RIVALS = (WEIGHTS[name] for name in ("other_type", "same_mode", "same_trigger", "rivals"))
_REACH = 100
"""Events of one article that are compared with each one that follows: chronicles of thousands are no story of one."""
_MOST = 2.5
"""What all other evidence adds at most, in all but few pairs, as log-odds."""
_LEAST = -2.2
"""Log-odds below which a pair is not looked at: `_KEPT`."""


class _Pair(NamedTuple):
    a: Telling
    b: Telling
    score: float
    strangers: bool


def event_ties(one: Report, other: Report, story: float) -> list[Tie]:
    """The ties between the events of two reports, whose likelihood to tell one story is `story`."""
    if not _families(one) & _families(other):
        return []
    return ties_between(prepared(one), prepared(other), story)


def own_ties(report: Report) -> list[Tie]:
    """The ties between the events of one report: some are told twice, most are not."""
    return ties_within(prepared(report))


def ties_within(ready: Prepared) -> list[Tie]:
    """The ties between the events of a report that is ready, all that may be one: the unlikely keep two apart."""
    return [
        Tie(a.happening.fact, b.happening.fact, round(score, 4), "different" if apart else "unsure")
        for a, b, score, apart in _compared(ready, ready, ground(ready, ready, 0.5))
    ]


def ties_between(one: Prepared, other: Prepared, story: float) -> list[Tie]:
    """The ties between the events of two reports that are ready.

    Pairs that are too unlike are left out, unless one of the two is likely an event of the other report: what speaks
    against joining it to others must be known too.
    """
    if not one.families & other.families:
        return []
    pairs = list(_compared(one, other, ground(one, other, story)))
    taken = {fact for pair in pairs if pair.score >= LINE for fact in (pair.a.happening.fact, pair.b.happening.fact)}
    return [
        Tie(a.happening.fact, b.happening.fact, round(score, 4), "different" if apart else "unsure")
        for a, b, score, apart in pairs
        if score >= _KEPT or a.happening.fact in taken or b.happening.fact in taken
    ]


def _families(report: Report) -> int:
    return reduce(or_, [families_of(happening.type) for happening in report.happenings], 0)


def _compared(one: Prepared, other: Prepared, shared: Ground) -> Iterator[_Pair]:
    base = sum(map(mul, _GROUND, shared.numbers))
    if base + _MODE + _TRIGGER + _MOST < _LEAST and one is not other:
        return
    for a, b in _pairs(one, other):
        if not a.families & b.families:
            continue
        least = base + (a.rivals + b.rivals) * _RIVALS + (_MODE if a.type == b.type else _TYPE)
        if one is not other and least + _MOST + (0.0 if a.triggers.isdisjoint(b.triggers) else _TRIGGER) < _LEAST:
            continue
        odds = base + sum(map(mul, _PAIR, evidence(one, a, other, b, shared)))
        apart = odds >= _LEAST and strangers(one, a, other, b) is not None
        yield _Pair(a, b, 1.0 / (1.0 + exp(-odds)), apart)


def _pairs(one: Prepared, other: Prepared) -> Iterable[tuple[Telling, Telling]]:
    if one is other:
        return ((a, b) for place, a in enumerate(one.tellings) for b in one.tellings[place + 1 : place + 1 + _REACH])
    return ((a, b) for a in one.tellings for b in other.tellings)
