"""The words that numbers are made of: numerals, multipliers, hedges, and what shows that a figure counts nothing."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal, TypeVar

from msgspec import Struct

from dateline.languages import load

P = TypeVar("P")
Hedge = Literal["", "at_least", "more_than", "fewer_than", "up_to", "nearly", "about", "vague", "range"]


class Lexicon(Struct, frozen=True):
    """The number words of a language; phrases by their first word, longest first."""

    numerals: dict[str, int]
    multipliers: dict[str, int]
    vague: dict[str, list[tuple[list[str], tuple[int, int]]]]
    hedges: dict[str, list[tuple[list[str], Hedge]]]
    after: dict[str, list[tuple[list[str], Hedge]]]
    between: frozenset[str]
    link: frozenset[str]
    to: frozenset[str]
    origin: frozenset[str]
    half: frozenset[str]
    article: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    moves: frozenset[str]
    signs: frozenset[str]
    suffixes: dict[str, int]
    correlatives: dict[str, str]
    adding: frozenset[str]
    share: tuple[list[str], ...]
    starts: frozenset[str]


@cache
def lexicon_of(code: str) -> Lexicon:
    """The number words of a language, made once."""
    words = load(code).casualties
    hedge = words.hedges
    kinds: tuple[Hedge, ...] = ("at_least", "more_than", "fewer_than", "up_to", "nearly", "about")
    before: dict[str, list[tuple[list[str], Hedge]]]
    before = phrases([(phrase, kind) for kind in kinds for phrase in getattr(hedge, kind)])
    behind: list[tuple[Hedge, tuple[str, ...]]]
    behind = [("at_least", hedge.more_after), ("about", hedge.about_after), ("up_to", hedge.less_after)]
    vague = phrases(list(words.vague.items()))
    signs = frozenset(sign for sign in load(code).quantities.currencies if not sign.isalpha() and " " not in sign)
    starts = {*signs, *before, *vague, *words.numerals, *words.multipliers, *hedge.between, *hedge.half, *hedge.article}
    return Lexicon(
        numerals=words.numerals,
        multipliers=words.multipliers,
        vague=vague,
        hedges=before,
        after=phrases([(p, kind) for kind, of_kind in behind for p in of_kind]),
        between=frozenset(hedge.between),
        link=frozenset(hedge.link),
        to=frozenset(hedge.to),
        origin=frozenset(hedge.origin),
        half=frozenset(hedge.half),
        article=frozenset(hedge.article),
        not_before=frozenset(words.uncounted.before),
        not_after=frozenset(words.uncounted.after),
        moves=frozenset((*load(code).quantities.rise, *load(code).quantities.fall)),
        signs=signs,
        suffixes=words.suffixes,
        correlatives=words.correlatives,
        adding=frozenset(hedge.adding),
        share=tuple(phrase.split() for phrase in hedge.share),
        starts=frozenset(starts),
    )


def phrases(rows: Iterable[tuple[str, P]]) -> dict[str, list[tuple[list[str], P]]]:
    """Phrases by their first word, longest first, each cut into words and with what it means."""
    table: dict[str, list[tuple[list[str], P]]] = {}
    for phrase, payload in sorted(rows, key=lambda row: -len(row[0].split())):
        words = phrase.split()
        table.setdefault(words[0], []).append((words, payload))
    return table


def match(
    words: list[str], i: int, table: Mapping[str, Sequence[tuple[list[str], P]]]
) -> tuple[P, int] | tuple[None, int]:
    """What the longest phrase at this word means, and where it ends."""
    for phrase, payload in table.get(words[i], ()) if i < len(words) else ():
        if words[i : i + len(phrase)] == phrase:
            return payload, i + len(phrase)
    return None, i
