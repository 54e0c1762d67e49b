"""Average linkage on columns: the groups that joining one by one gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.merging.batch.columns import Columns
from dateline.merging.batch.linking import linked
from dateline.merging.clusters import clusters

Row = tuple[int, int, float, bool]


def _groups(count: int, ties: list[Row], **told: list[tuple[int, int]]) -> list[tuple[int, ...]]:
    rows = Columns(
        np.array([tie[0] for tie in ties], np.int64),
        np.array([tie[1] for tie in ties], np.int64),
        np.array([tie[2] for tie in ties], np.float32),
        np.array([tie[3] for tie in ties], np.bool_),
    )
    label = linked(count, rows, line=0.5, density=0.0, **told).tolist()
    return sorted(tuple(node for node in range(count) if label[node] == each) for each in set(label))


_TIES = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 1000), st.sampled_from([False] * 9 + [True])),
    max_size=40,
    unique_by=(lambda tie: frozenset(tie[:2]), lambda tie: tie[2]),
)


@given(_TIES)
def test_it_gives_the_groups_that_joining_one_by_one_gives(ties: list[tuple[int, int, int, bool]]) -> None:
    rows = [(left, right, score / 1000, apart) for left, right, score, apart in ties]
    assert _groups(10, rows) == clusters(range(10), rows, line=0.5)


def test_nothing_is_tied() -> None:
    assert _groups(3, []) == [(0,), (1,), (2,)]


def test_two_strangers_are_not_chained() -> None:
    ties = [(0, 1, 0.9, False), (1, 2, 0.8, False), (0, 2, 0.0, True)]
    assert _groups(3, ties) == [(0, 1), (2,)]


def test_a_persons_word_goes_before_scores() -> None:
    ties = [(0, 1, 0.9, False), (2, 3, 0.9, False), (1, 2, 0.1, True)]
    assert _groups(4, ties, bound=[(0, 3)]) == [(0, 1, 2, 3)]
    assert _groups(4, ties, apart=[(0, 1)]) == [(0,), (1,), (2, 3)]
    assert _groups(4, ties, bound=[(0, 3)], apart=[(1, 2)]) == [(0, 1), (2, 3)]


def test_a_big_group_joins_in_few_rounds() -> None:
    ties = [(left, right, 0.9, False) for left in range(60) for right in range(left)]
    assert _groups(60, ties) == [tuple(range(60))]
