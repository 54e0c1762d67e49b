"""Average linkage over millions of ties at once: in each round all pairs of groups join that are each other's best.

For average linkage that gives the groups that `clusters` finds, which joins the best pair of all, one by one (F.
Murtagh, "A Survey of Recent Advances in Hierarchical Clustering Algorithms", 1983); and it works on columns.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.merging.batch.columns import Columns
from dateline.merging.clusters import COMPARED

__all__ = ["linked"]

Whole = NDArray[np.int64]
Pairs = Sequence[tuple[int, int]]


def linked(count: int, ties: Columns, *, line: float, density: float, bound: Pairs = (), apart: Pairs = ()) -> Whole:
    """For each of `count` nodes the smallest node of its group; what the others mean is told at `clusters`."""
    found = np.arange(count)
    sizes = np.ones(count)
    bonds = _bonds(ties, apart)
    while True:
        likely = bonds.likely(sizes, density) >= line
        likely &= ~bonds.apart
        bonds = bonds.of_active(likely, count)
        best = bonds.best(sizes, line, density, count)
        if not len(best):
            return _bound(found, bound, apart)
        into = np.arange(count)
        left, right = bonds.left[best], bonds.right[best]
        into[right] = left
        sizes[left] += sizes[right]
        found = into[found]
        bonds = bonds.joined(into)


class _Bonds(NamedTuple):
    """What is known between groups, `left` smaller than `right`, each pair once."""

    left: Whole
    right: Whole
    total: NDArray[np.float64]
    ties: NDArray[np.float64]
    apart: NDArray[np.bool_]

    def where(self, rows: NDArray[np.bool_]) -> "_Bonds":
        return _Bonds(self.left[rows], self.right[rows], self.total[rows], self.ties[rows], self.apart[rows])

    def likely(self, sizes: NDArray[np.float64], density: float) -> NDArray[np.float64]:
        """The mean score between each two groups."""
        one, other = sizes[self.left], sizes[self.right]
        expected = density * np.minimum(one, other) * np.minimum(np.maximum(one, other), COMPARED)
        return self.total / np.maximum(np.maximum(self.ties, expected), 1e-9)

    def of_active(self, likely: NDArray[np.bool_], count: int) -> "_Bonds":
        """Those of groups that may still join something: of all others nothing comes any more."""
        active = np.zeros(count, np.bool_)
        active[self.left[likely]] = active[self.right[likely]] = True
        return self.where(active[self.left] & active[self.right])

    def best(self, sizes: NDArray[np.float64], line: float, density: float, count: int) -> NDArray[np.intp]:
        """The rows of pairs that are each other's best; of equals the smaller nodes go first."""
        mean = self.likely(sizes, density)
        rows = np.flatnonzero((mean >= line) & ~self.apart)
        rows = rows[np.lexsort((self.right[rows], self.left[rows], -mean[rows]))]
        rank = np.arange(len(rows))
        first = np.full(count, len(rows))
        np.minimum.at(first, self.left[rows], rank)
        np.minimum.at(first, self.right[rows], rank)
        mutual = (first[self.left[rows]] == rank) & (first[self.right[rows]] == rank)
        return np.asarray(rows[mutual])

    def joined(self, into: Whole) -> "_Bonds":
        """The same between the groups that some have joined."""
        one, other = into[self.left], into[self.right]
        return _summed(np.minimum(one, other), np.maximum(one, other), self.total, self.ties, self.apart)


def _bonds(ties: Columns, apart: Pairs) -> _Bonds:
    pairs = np.array(apart, np.int64).reshape(-1, 2)
    left = np.concatenate((ties.left.astype(np.int64), pairs[:, 0]))
    right = np.concatenate((ties.right.astype(np.int64), pairs[:, 1]))
    none = np.zeros(len(pairs))
    return _summed(
        np.minimum(left, right),
        np.maximum(left, right),
        np.concatenate((np.round(ties.score.astype(np.float64), 6), none)),
        np.concatenate((np.ones(len(ties.left)), none)),
        np.concatenate((ties.apart, none == 0)),
    )


def _summed(
    left: Whole, right: Whole, total: NDArray[np.float64], ties: NDArray[np.float64], apart: NDArray[np.bool_]
) -> _Bonds:
    """One row for each pair of different groups."""
    packed = (left << 32) | right
    order = np.argsort(packed, kind="stable")
    order = order[left[order] != right[order]]
    packed = packed[order]
    if not len(packed):
        return _Bonds(left[:0], right[:0], total[:0], ties[:0], apart[:0])
    starts = np.flatnonzero(np.concatenate(([True], packed[1:] != packed[:-1])))
    return _Bonds(
        packed[starts] >> 32,
        packed[starts] & 0xFFFFFFFF,
        np.add.reduceat(total[order], starts),
        np.add.reduceat(ties[order], starts),
        np.logical_or.reduceat(apart[order], starts),
    )


def _bound(found: Whole, bound: Pairs, apart: Pairs) -> Whole:
    """Joins the whole groups of what a person bound, unless that would join what a person keeps apart."""
    for left, right in sorted(bound):
        one, other = sorted((int(found[left]), int(found[right])))
        parted = any({one, other} == {int(found[a]), int(found[b])} for a, b in apart)
        if one != other and not parted:
            found = np.where(found == other, one, found)
    return found
