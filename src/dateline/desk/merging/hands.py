"""What people decided, as clustering obeys it."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from dateline.desk.merging.rows import KEYS, keys_cell

__all__ = ["Hands", "hands_on", "wrong_facts", "wrong_in"]

Pair = tuple[int, int]

_ANY = "SELECT 1 FROM judgement_pairs LIMIT 1"
_PAIRS = (
    "SELECT own.key, other.key, judgements.verdict, judgements.key FROM {nodes} AS own "
    'JOIN judgement_pairs AS pair ON pair."{near}" = own.id JOIN judgements ON judgements.key = pair.judgement '
    'JOIN {nodes} AS other ON other.id = pair."{far}" WHERE own.key IN ' + KEYS
)
_WRONG = (
    "SELECT facts.key, facts.id, facts.article FROM judgements AS told JOIN facts ON facts.id = told.left "
    "WHERE told.right IS NULL AND told.verdict = 'wrong' AND NOT EXISTS (SELECT 1 FROM judgements AS later "
    "WHERE later.left = told.left AND later.right IS NULL AND later.key > told.key)"
)


class Hands(NamedTuple):
    """Pairs of nodes that people decided on, the smaller key first."""

    bound: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    unsure: frozenset[Pair] = frozenset()

    def reach(self, nodes: Iterable[int]) -> set[int]:
        """What is bound to one of these nodes."""
        own = set(nodes)
        return {end for pair in self.bound if own & set(pair) for end in pair}

    def overrule(self, left: int, right: int) -> bool:
        """Whether a person has decided on these two, so that the machine's score counts for nothing."""
        pair = (min(left, right), max(left, right))
        return pair in self.bound or pair in self.apart or pair in self.unsure


def hands_on(connection: sqlite3.Connection, nodes: Iterable[int], table: str) -> Hands:
    """What was decided on these nodes and any others; `table` has keys and ids: articles or facts."""
    if connection.execute(_ANY).fetchone() is None:
        return Hands()
    cell = keys_cell(nodes)
    last: dict[Pair, tuple[int, str]] = {}
    for near, far in (("left", "right"), ("right", "left")):
        asked = _PAIRS.format(nodes=table, near=near, far=far)
        for own, other, verdict, judgement in connection.execute(asked, (cell,)):
            pair = (min(own, other), max(own, other))
            last[pair] = max(last.get(pair, (0, "")), (judgement, verdict))
    return Hands(*(frozenset(p for p, (_, v) in last.items() if v == each) for each in ("same", "different", "unsure")))


def wrong_facts(connection: sqlite3.Connection) -> set[int]:
    """The keys of all facts that a person judged to be wrong."""
    return {fact for fact, _, _ in connection.execute(_WRONG)}


def wrong_in(connection: sqlite3.Connection, article: int) -> set[str]:
    """The ids of those in this article."""
    return {name for _, name, its in connection.execute(_WRONG) if its == article}
