"""Which reports are compared: those that share a key, the nearest in time where many do."""

from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

__all__ = ["missing_pairs", "pairs_of"]

Whole = NDArray[np.int64]

NEAREST = 24
"""Reports of one key with which a report is compared, at most, on each side in time."""
SMALL = 60
"""Reports of a group whose pairs are all compared, at most."""
RARE, CROWD = 25, 500
"""Reports of one key up to which it makes pairs alone, and beyond which it tells nothing."""


def pairs_of(keys: Whole, reports: Whole, order: Whole) -> NDArray[np.int32]:
    """Pairs of reports, each once, the smaller number first, in the order of the first.

    `keys` and `reports` are rows: this report has this key. `order` ranks the reports in time. One rare key makes a
    pair, of keys that many have it takes two. Within one key a report is paired with the `NEAREST` that follow it, so
    the work grows with the rows and not with the squares of crowds.
    """
    rows = np.lexsort((order[reports], keys))
    keys, reports = keys[rows], reports[rows]
    crowd = _crowds(keys)
    rare = _steps(keys, reports, crowd <= RARE)
    common = _steps(keys, reports, (crowd > RARE) & (crowd <= CROWD))
    packed, times = np.unique(np.concatenate((rare, common)), return_counts=True)
    return _rows(packed[(times > 1) | np.isin(packed, rare)])


def missing_pairs(label: Whole, pairs: NDArray[np.int32]) -> NDArray[np.int32]:
    """The pairs of small groups that are not among `pairs`; `label` is the same for all reports of a group.

    Two reports of one story need not share a key; whoever stands between them has brought them together.
    """
    order = np.argsort(label, kind="stable")
    ends = np.flatnonzero(np.diff(label[order], append=-1)) + 1
    found = [np.empty(0, np.int64)]
    for first, end in pairwise([0, *ends.tolist()]):
        if 2 < end - first <= SMALL:
            members = np.sort(order[first:end])
            left, right = _triangle(end - first)
            found.append((members[left] << 32) | members[right])
    known = (pairs[:, 0].astype(np.int64) << 32) | pairs[:, 1]
    return _rows(np.setdiff1d(np.concatenate(found), known))


@cache
def _triangle(size: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """All pairs of so many places."""
    return np.triu_indices(size, 1)


def _rows(packed: Whole) -> NDArray[np.int32]:
    """Pairs that were packed into one number each."""
    return np.stack((packed >> 32, packed & 0xFFFFFFFF), axis=1).astype(np.int32)


def _crowds(keys: Whole) -> Whole:
    """For each row, how many rows have its key; `keys` are sorted."""
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.empty(0, np.int64)
    sizes = np.diff(np.append(starts, len(keys)))
    return np.repeat(sizes, sizes)


def _steps(keys: Whole, reports: Whole, which: NDArray[np.bool_]) -> Whole:
    """The pairs within the keys of these rows: first of rows side by side, then of rows two apart, and so on."""
    keys, reports = keys[which], reports[which]
    pairs = [np.empty(0, np.int64)]
    for step in range(1, NEAREST + 1):
        same = keys[step:] == keys[:-step]
        if not same.any():
            break
        left, right = reports[:-step][same], reports[step:][same]
        pairs.append(((np.minimum(left, right) << 32) | np.maximum(left, right))[left != right])
    return np.concatenate(pairs)
