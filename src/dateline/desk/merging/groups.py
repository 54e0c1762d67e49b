"""The neighbourhood of what has changed, grouped anew: articles into stories, events into incidents."""

import sqlite3
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from dateline.desk.merging.hands import Hands, hands_on
from dateline.desk.merging.rows import KEYS, column, keys_cell, pairs
from dateline.merging.clusters import clusters
from dateline.merging.sameness import sameness
from dateline.merging.stories import likeness

__all__ = ["EVENTS", "STORIES", "Grouping", "Regrouped", "regrouped"]

MOST = 160
"""Nodes that are clustered anew one by one. Where more hang together, big groups that are there stay whole."""
SMALL = 16
"""Nodes of a group that never stays whole."""

_ARTICLES = f"SELECT key FROM articles WHERE key IN {KEYS} ORDER BY coalesce(dated, '9'), id"
_FACTS = (
    "SELECT facts.key FROM facts JOIN articles ON articles.key = facts.article "
    f"WHERE facts.key IN {KEYS} ORDER BY coalesce(articles.dated, '9'), articles.id, facts.key"
)
_KEYS = KEYS.replace("?", "?1")
Pairs = list[tuple[int, int]]


class Grouping(NamedTuple):
    """Where nodes, their ties and their groups stand: tables, and columns of `members`."""

    nodes: str
    ties: str
    groups: str
    members: str
    node: str
    group: str
    line: float
    density: float
    in_time: str
    """A query for nodes, in the order in which they were told."""


STORIES = Grouping(
    "articles", "story_ties", "stories", "story_articles", "article", "story",
    likeness.LINE, likeness.DENSITY, _ARTICLES,
)  # fmt: skip
EVENTS = Grouping(
    "facts", "event_ties", "incidents", "incident_facts", "fact", "incident",
    sameness.LINE, sameness.DENSITY, _FACTS,
)  # fmt: skip


class Regrouped(NamedTuple):
    """The groups of a neighbourhood, and for each of its nodes the group that it was in."""

    groups: list[tuple[int, ...]]
    before: dict[int, int]


def regrouped(
    connection: sqlite3.Connection, grouping: Grouping, seeds: Collection[int], left_out: Collection[int] = ()
) -> Regrouped:
    """Groups these nodes anew, with all that hang together with them. `left_out` nodes are in no group any more."""
    near = _Near(connection, grouping, set(left_out))
    rest, crowded = set(seeds), set[int]()
    nodes = near.lone(rest)
    rest -= nodes
    while rest:
        seed = min(rest)
        found = near.whole(seed)
        if found is None:
            crowded.add(seed)
        else:
            nodes |= found
        rest -= (found or set()) | {seed}
    one, other = near.clustered(nodes), near.attached(crowded)
    return Regrouped([*one.groups, *other.groups], one.before | other.before)


class _Near:
    """Asks a desk for what lies around some nodes."""

    def __init__(self, connection: sqlite3.Connection, grouping: Grouping, left_out: set[int]) -> None:
        self.left_out = left_out
        """What is in no group any more, whatever ties it has."""
        self._connection, self._of, self._line, self._density = connection, grouping, grouping.line, grouping.density
        strong = "score >= ?2 AND verdict != 'different'"
        self._strong = (
            f'SELECT "right" FROM {grouping.ties} WHERE "left" IN {_KEYS} AND {strong} '
            f'UNION SELECT "left" FROM {grouping.ties} WHERE "right" IN {_KEYS} AND {strong}'
        )
        self._tied = (
            f'SELECT "left" FROM {grouping.ties} WHERE "left" IN {_KEYS} AND {strong} '
            f'UNION SELECT "right" FROM {grouping.ties} WHERE "right" IN {_KEYS} AND {strong}'
        )
        both = f'SELECT "left", "right", score, verdict FROM {grouping.ties} WHERE '
        self._among = f'{both} "left" IN {_KEYS} AND "right" IN {_KEYS}'
        self._around = f'{both} "left" IN {_KEYS} UNION {both} "right" IN {_KEYS}'
        self._in_time = grouping.in_time
        table, node, group = grouping.members, grouping.node, grouping.group
        self._groups = f"SELECT {node}, {group} FROM {table} WHERE {node} IN {KEYS}"
        self._members = f"SELECT {node}, {group} FROM {table} WHERE {group} IN {KEYS}"

    def lone(self, seeds: set[int]) -> set[int]:
        """Those of the seeds that are in no group yet, and have no strong tie to anything."""
        cell = keys_cell(seeds)
        tied = set(column(self._connection, self._tied, cell, self._line))
        return seeds - tied - set(pairs(self._connection, self._groups, cell)) - self._hands(seeds).reach(seeds)

    def whole(self, seed: int) -> set[int] | None:
        """All that hang together with a seed by strong ties and groups, itself included; None where it is too much."""
        nodes: set[int] = set()
        level = {seed}
        while level:
            groups = set(pairs(self._connection, self._groups, keys_cell(level)).values())
            level |= set(pairs(self._connection, self._members, keys_cell(groups)))
            nodes |= level
            if len(nodes) > MOST:
                return None
            level -= self.left_out
            found = set(column(self._connection, self._strong, keys_cell(level), self._line))
            found |= self._hands(level).reach(level)
            level = found - nodes - self.left_out
        return nodes

    def clustered(self, nodes: set[int]) -> Regrouped:
        """These nodes, each by itself. Those that are left out are in no group, but it is told in which they were."""
        cell, hands = keys_cell(nodes), self._hands(nodes)
        # Of equal scores the first one counts, so nodes stand in an order that does not depend on when they came in.
        nodes -= self.left_out
        order = [node for node in column(self._connection, self._in_time, cell) if node in nodes]
        place = {node: number for number, node in enumerate(order)}
        rows = self._connection.execute(self._among, (cell,))
        ties = [
            (*sorted((place[a], place[b])), score, verdict == "different")
            for a, b, score, verdict in rows
            if a in place and b in place and not hands.overrule(a, b)
        ]
        bound, apart = (self._standing(each, place) for each in (hands.bound, hands.apart))
        found = clusters(place.values(), ties, line=self._line, density=self._density, bound=bound, apart=apart)
        groups = [tuple(sorted(order[number] for number in group)) for group in found]
        return Regrouped(groups, pairs(self._connection, self._groups, cell))

    def attached(self, seeds: set[int]) -> Regrouped:
        """The seeds and the small groups that they have strong ties to, by nodes; big groups stay whole and apart."""
        if not seeds:
            return Regrouped([], {})
        cell = keys_cell(seeds)
        reached = set(column(self._connection, self._strong, cell, self._line)) | self._hands(seeds).reach(seeds)
        groups = set(pairs(self._connection, self._groups, keys_cell(reached | seeds)).values())
        before = pairs(self._connection, self._members, keys_cell(groups))
        sizes = Counter(before.values())
        singles = seeds | reached.difference(before) | {node for node in before if sizes[before[node]] <= SMALL}
        # A big group stands for its members as a node of its own: its key, with a minus.
        stand = {node: -group for node, group in before.items() if node not in singles} | {n: n for n in singles}
        stand = {node: its for node, its in stand.items() if node not in self.left_out}
        hands = self._hands(stand)
        rows = self._connection.execute(self._around, (keys_cell(singles),)).fetchall()
        ties = [
            (stand[a], stand[b], score, verdict == "different")
            for a, b, score, verdict in rows
            if a in stand and b in stand and not hands.overrule(a, b)
        ]
        bound, apart = (self._standing(each, stand) for each in (hands.bound, hands.apart))
        whole = sorted({its for its in stand.values() if its < 0})
        ties += [(one, other, 0.0, True) for one, other in combinations(whole, 2)]
        found = clusters(set(stand.values()), ties, line=self._line, bound=bound, apart=apart)
        return Regrouped(_spread(found, stand), before)

    def _hands(self, nodes: Collection[int]) -> Hands:
        return hands_on(self._connection, nodes, self._of.nodes)

    @staticmethod
    def _standing(ends: Collection[tuple[int, int]], stand: Mapping[int, int]) -> Pairs:
        return [(stand[a], stand[b]) for a, b in ends if a in stand and b in stand and stand[a] != stand[b]]


def _spread(found: Sequence[tuple[int, ...]], stand: Mapping[int, int]) -> list[tuple[int, ...]]:
    """The groups with the nodes that each stands for."""
    nodes: dict[int, list[int]] = {}
    for node, its in stand.items():
        nodes.setdefault(its, []).append(node)
    return [tuple(sorted(node for its in group for node in nodes[its])) for group in found]
