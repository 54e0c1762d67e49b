"""Ties into groups: what belongs together joins, and two certain strangers never do, whoever stands between them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple, TypeVar

__all__ = ["Bond", "clusters", "components"]

Node = TypeVar("Node", str, int)


class Bond(NamedTuple):
    """What is known between two groups: the sum of the scores of their ties, how many, whether they must stay apart."""

    total: float
    ties: int
    apart: int
    """0: they may join; 1: the scores say that they are strangers; 2: a person said so."""
    bound: bool
    """Whether a person said that they are one."""

    @property
    def mean(self) -> float:
        """The mean score of the ties; what nobody compared says nothing."""
        return self.total / self.ties


def clusters(
    nodes: Iterable[Node],
    ties: Iterable[tuple[Node, Node, float, bool]],
    *,
    line: float,
    bound: Iterable[tuple[Node, Node]] = (),
    apart: Iterable[tuple[Node, Node]] = (),
) -> list[tuple[Node, ...]]:
    """Groups of nodes, by average linkage over the ties that are known, the best first.

    `ties` are pairs with a score and whether they are certain strangers; two groups join where the mean of the scores
    between them reaches `line` and no two members are strangers. `bound` and `apart` are a person's judgements: the
    first join whatever the scores, unless that would join what is `apart`. The outcome does not depend on the order of
    nodes and ties.
    """
    order = {node: place for place, node in enumerate(sorted(set(nodes)))}
    groups: dict[int, set[Node]] = {place: {node} for node, place in order.items()}
    bonds: dict[int, dict[int, Bond]] = defaultdict(dict)
    for left, right, score, strangers in sorted(ties):
        _tie(bonds, order, (left, right), Bond(score, 1, int(strangers), False))
    for left, right in apart:
        _tie(bonds, order, (left, right), Bond(0.0, 0, 2, False))
    for left, right in bound:
        _tie(bonds, order, (left, right), Bond(0.0, 0, 0, True))
    _agglomerate(groups, bonds, line)
    return sorted(tuple(sorted(group)) for group in groups.values())


def _tie(bonds: dict[int, dict[int, Bond]], order: Mapping[Node, int], pair: tuple[Node, Node], bond: Bond) -> None:
    if pair[0] not in order or pair[1] not in order or pair[0] == pair[1]:
        return
    left, right = order[pair[0]], order[pair[1]]
    joined = _sum(bonds[left][right], bond) if right in bonds[left] else bond
    bonds[left][right] = bonds[right][left] = joined


def _sum(one: Bond, other: Bond) -> Bond:
    return Bond(one.total + other.total, one.ties + other.ties, max(one.apart, other.apart), one.bound or other.bound)


def _rank(bond: Bond, line: float) -> float | None:
    """The smaller, the sooner two groups join; None where they do not."""
    if bond.bound and bond.apart < 2:
        return -2.0  # a person's word goes before every stranger that the scores see
    if bond.apart or not bond.ties or bond.mean < line:
        return None
    return -bond.mean


def _agglomerate(groups: dict[int, set[Node]], bonds: dict[int, dict[int, Bond]], line: float) -> None:
    queue = [
        (rank, left, right)
        for left, others in bonds.items()
        for right, bond in others.items()
        if left < right and (rank := _rank(bond, line)) is not None
    ]
    heapify(queue)
    while queue:
        rank, left, right = heappop(queue)
        bond = bonds.get(left, {}).get(right)
        if bond is None or _rank(bond, line) != rank:
            continue  # one of them has joined another group since
        groups[left] |= groups.pop(right)
        del bonds[left][right]
        for other, its in bonds.pop(right).items():
            if other == left:
                continue
            del bonds[other][right]
            joined = _sum(bonds[left][other], its) if other in bonds[left] else its
            bonds[left][other] = bonds[other][left] = joined
            if (new := _rank(joined, line)) is not None:
                heappush(queue, (new, min(left, other), max(left, other)))


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
