"""What hangs together by chains of ties; and groups out of labels."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["groups", "labels"]

Ends = NDArray[np.signedinteger[Any]]


def labels(count: int, left: Ends, right: Ends) -> NDArray[np.int64]:
    """For each of `count` nodes the smallest node that it hangs together with."""
    found = np.arange(count)
    while True:
        least = np.minimum(found[left], found[right])
        before = found.copy()
        np.minimum.at(found, left, least)
        np.minimum.at(found, right, least)
        np.minimum.at(found, before[left], least)  # the roots too, so that long chains shrink fast
        np.minimum.at(found, before[right], least)
        found = found[found]
        if np.array_equal(found, before):
            return found


def groups(label: NDArray[np.int64]) -> Iterator[list[int]]:
    """The nodes of each label, both in order."""
    order = np.argsort(label, kind="stable")
    ends = np.flatnonzero(np.diff(label[order], append=-1)) + 1
    nodes = order.tolist()
    yield from (nodes[first:end] for first, end in pairwise([0, *ends.tolist()]))
