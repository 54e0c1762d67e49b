"""Which reports are compared: against pairs counted one by one."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.merging.batch import pairing
from dateline.merging.batch.grouping import groups, labels


def _pairs(rows: list[tuple[int, int]]) -> set[tuple[int, int]]:
    keys = np.array([key for key, _ in rows], np.int64)
    reports = np.array([report for _, report in rows], np.int64)
    order = np.arange(max(reports, default=0) + 1)
    return {(int(left), int(right)) for left, right in pairing.pairs_of(keys, reports, order)}


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 8)), max_size=40))
def test_reports_of_one_key_are_paired_once(rows: list[tuple[int, int]]) -> None:
    expected = {(min(a, b), max(a, b)) for (k, a), (j, b) in combinations(rows, 2) if k == j and a != b}
    assert _pairs(rows) == expected


def test_no_rows_no_pairs() -> None:
    assert _pairs([]) == set()


def test_in_a_crowd_only_the_nearest_in_time_are_paired() -> None:
    many = pairing.NEAREST * 3
    pairs = _pairs([(key, report) for key in (7, 8) for report in range(many)])
    assert (0, pairing.NEAREST) in pairs and (0, pairing.NEAREST + 1) not in pairs
    assert len(pairs) < many * pairing.NEAREST


def test_keys_of_many_make_a_pair_together() -> None:
    crowd = [(key, report) for key in (7, 8) for report in range(0, 2 * pairing.RARE + 2, key - 6)]
    pairs = _pairs(crowd)
    assert (2, 4) in pairs and (1, 3) not in pairs


def test_a_key_of_everybody_tells_nothing() -> None:
    crowd = [(7, report) for report in range(pairing.CROWD + 1)]
    assert _pairs([*crowd, (8, 3), (8, 900)]) == {(3, 900)}


@given(
    st.integers(1, 12).flatmap(
        lambda n: st.tuples(st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=20))
    )
)
def test_labels_say_what_hangs_together(graph: tuple[int, list[tuple[int, int]]]) -> None:
    count, ties = graph
    left, right = (np.array([tie[end] for tie in ties], np.int64) for end in (0, 1))
    found = labels(count, left, right)
    parts = {node: {node} for node in range(count)}
    for a, b in ties:
        joined = parts[a] | parts[b]
        parts.update(dict.fromkeys(joined, joined))
    assert [int(label) for label in found] == [min(parts[node]) for node in range(count)]


def test_a_long_chain_has_one_label() -> None:
    chain = np.arange(999)
    assert set(labels(1000, chain + 1, chain)) == {0}


def test_groups_are_the_nodes_of_each_label() -> None:
    assert list(groups(np.array([0, 0, 2, 0, 4, 2]))) == [[0, 1, 3], [2, 5], [4]]
    assert list(groups(np.empty(0, np.int64))) == []


def test_all_pairs_of_a_small_group_are_compared() -> None:
    label = np.array([0, 0, 2, 0, 4, 2, 4, 4, 4])
    known = np.array([[0, 1], [1, 3], [4, 6]], np.int32)
    missing = {(int(left), int(right)) for left, right in pairing.missing_pairs(label, known)}
    assert missing == {(0, 3), (4, 7), (4, 8), (6, 7), (6, 8), (7, 8)}


def test_no_pairs_are_missing_in_a_crowd() -> None:
    label = np.zeros(pairing.SMALL + 1, np.int64)
    assert len(pairing.missing_pairs(label, np.empty((0, 2), np.int32))) == 0
