"""Ties into groups: what belongs together joins, and two certain strangers never do, whoever stands between them."""

from collections import defaultdict
from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from typing import NamedTuple, TypeVar

__all__ = ["clusters", "components"]

Node = TypeVar("Node", str, int)

COMPARED = 24
"""With so many others a node is compared at the least, where there are as many: see `batch.pairing`."""
_LAST = 1.0
"""A rank behind all scores: a person who says that two are one means what the machine made of each."""


def clusters(
    nodes: Iterable[Node],
    ties: Iterable[tuple[Node, Node, float, bool]],
    *,
    line: float,
    density: float = 0.0,
    bound: Iterable[tuple[Node, Node]] = (),
    apart: Iterable[tuple[Node, Node]] = (),
) -> list[tuple[Node, ...]]:
    """Groups of nodes, by average linkage over the ties that are known, the best first.

    `ties` are pairs with a score and whether they are certain strangers; two groups join where the mean of the scores
    between them reaches `line` and no two members are strangers. What nobody compared says nothing; but with a
    `density` (0 to 1) one lucky tie does not join two big groups: where less than that share of their pairs was
    compared, the rest of the share counts as zeros. `bound` and `apart` are a person's judgements: what is apart stays
    so, and of what is bound the whole groups join whatever the scores, when the scores have had their say. The outcome
    does not depend on the order of nodes and ties.
    """
    named = sorted(set(nodes))
    order = {node: place for place, node in enumerate(named)}
    groups = _Groups(len(named), line, density)
    for left, right, score, strangers in sorted(ties):
        if left in order and right in order:
            groups.tie(order[left], order[right], _Bond(score, 1, int(strangers), False))
    for pairs, bond in ((apart, _APART), (bound, _BOUND)):
        for left, right in pairs:
            if left in order and right in order:
                groups.tie(order[left], order[right], bond)
    groups.join()
    return sorted(tuple(sorted(named[place] for place in group)) for group in groups.members.values())


class _Bond(NamedTuple):
    """What is known between two groups: the sum of the scores of their ties, how many, and what must be."""

    total: float
    ties: int
    apart: int
    """0: they may join; 1: the scores say that they are strangers; 2: a person said so."""
    bound: bool
    """Whether a person said that they are one."""

    def plus(self, other: "_Bond") -> "_Bond":
        return _Bond(
            self.total + other.total, self.ties + other.ties, max(self.apart, other.apart), self.bound or other.bound
        )


_APART, _BOUND = _Bond(0.0, 0, 2, False), _Bond(0.0, 0, 0, True)


class _Groups:
    """Groups that join one by one, the surest pair first."""

    def __init__(self, count: int, line: float, density: float) -> None:
        self.members = {place: [place] for place in range(count)}
        self._bonds: dict[int, dict[int, _Bond]] = defaultdict(dict)
        self._queue: list[tuple[float, int, int]] = []
        self._line, self._density = line, density

    def tie(self, left: int, right: int, bond: _Bond) -> None:
        """What is known of two nodes."""
        if left != right:
            known = self._bonds[left].get(right)
            self._bonds[left][right] = self._bonds[right][left] = known.plus(bond) if known else bond

    def join(self) -> None:
        """Joins what belongs together, until nothing does any more."""
        self._queue = [
            entry for left, others in self._bonds.items() for right in others if (entry := self._entry(left, right))
        ]
        heapify(self._queue)
        while self._queue:
            entry = heappop(self._queue)
            if entry[2] in self._bonds.get(entry[1], ()) and self._entry(*entry[1:]) == entry:
                self._joined(*entry[1:])  # else one of them has joined another group since

    def _entry(self, left: int, right: int) -> tuple[float, int, int] | None:
        """Two groups for the queue, the sooner the smaller; None where they do not join."""
        rank = self._rank(self._bonds[left][right], len(self.members[left]), len(self.members[right]))
        return None if rank is None else (rank, min(left, right), max(left, right))

    def _rank(self, bond: _Bond, one: int, other: int) -> float | None:
        if bond.bound and bond.apart < 2:
            return _LAST
        if bond.apart or not bond.ties:
            return None
        expected = self._density * min(one, other) * min(max(one, other), COMPARED)
        mean = bond.total / max(bond.ties, expected)
        return -mean if mean >= self._line else None

    def _joined(self, left: int, right: int) -> None:
        if len(self._bonds[left]) < len(self._bonds[right]):
            left, right = right, left  # the shorter list is walked, so that big groups stay cheap
        self.members[left] += self.members.pop(right)
        del self._bonds[left][right]
        changed = self._bonds.pop(right)
        del changed[left]
        for other, bond in changed.items():
            del self._bonds[other][right]
            self.tie(left, other, bond)
        for other in self._bonds[left] if self._density else changed:  # with a density sizes count, too
            if entry := self._entry(left, other):
                heappush(self._queue, entry)


def components(ties: Iterable[tuple[Node, Node]]) -> list[set[Node]]:
    """Nodes that hang together by any chain of ties: what can be clustered apart from all others."""
    parent: dict[Node, Node] = {}

    def root(node: Node) -> Node:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for left, right in ties:
        parent[root(left)] = root(right)
    found: dict[Node, set[Node]] = defaultdict(set)
    for node in parent:
        found[root(node)].add(node)
    return list(found.values())
