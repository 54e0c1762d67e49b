"""Ties into groups: by the mean, never over strangers, obedient to people, whatever the order."""

import random

from hypothesis import given
from hypothesis import strategies as st

from dateline.merging.clusters import clusters, components

Row = tuple[str, str, float, bool]


def found(nodes: str, ties: list[Row], density: float = 0.0, **decided: list[tuple[str, str]]) -> list[str]:
    return ["".join(group) for group in clusters(nodes, ties, line=0.5, density=density, **decided)]


def test_what_is_tied_joins() -> None:
    assert found("abc", [("a", "b", 0.9, False)]) == ["ab", "c"]


def test_a_weak_tie_does_not_join() -> None:
    assert found("ab", [("a", "b", 0.4, False)]) == ["a", "b"]


def test_two_strangers_are_not_chained() -> None:
    ties = [("a", "b", 0.9, False), ("b", "c", 0.8, False), ("a", "c", 0.0, True)]
    assert found("abc", ties) == ["ab", "c"]


def test_strangers_deep_in_two_groups_keep_them_apart() -> None:
    ties = [("a", "b", 0.9, False), ("c", "d", 0.9, False), ("b", "c", 0.8, False), ("a", "d", 0.1, True)]
    assert found("abcd", ties) == ["ab", "cd"]


def test_the_mean_decides_between_groups() -> None:
    ties = [("a", "b", 0.9, False), ("b", "c", 0.6, False), ("a", "c", 0.3, False)]
    assert found("abc", ties) == ["ab", "c"]


def test_a_chain_of_thousands_takes_no_time_worth_telling() -> None:
    ties = [(node, node + 1, 0.9, False) for node in range(5000)]
    assert clusters(range(5001), ties, line=0.5) == [tuple(range(5001))]


def test_what_nobody_compared_says_nothing() -> None:
    assert found("abc", [("a", "b", 0.9, False), ("b", "c", 0.6, False)]) == ["abc"]


def test_with_a_density_one_lucky_tie_joins_no_big_groups() -> None:
    pairs = ["ab", "ac", "bc", "de", "df", "ef"]
    ties: list[Row] = [(pair[0], pair[1], 0.9, False) for pair in pairs] + [("c", "d", 0.8, False)]
    assert found("abcdef", ties) == ["abcdef"]
    assert found("abcdef", ties, density=0.3) == ["abc", "def"]
    assert found("abcdef", [*ties, ("a", "e", 0.9, False), ("b", "f", 0.9, False)], density=0.3) == ["abcdef"]


def test_a_persons_word_goes_before_scores_and_strangers() -> None:
    assert found("ab", [("a", "b", 0.0, True)], bound=[("a", "b")]) == ["ab"]
    assert found("ab", [("a", "b", 1.0, False)], apart=[("a", "b")]) == ["a", "b"]


def test_of_what_a_person_binds_the_whole_groups_join() -> None:
    ties = [("a", "b", 0.9, False), ("b", "c", 0.1, True), ("c", "d", 0.9, False)]
    assert found("abcd", ties, bound=[("a", "c")]) == ["abcd"]


def test_a_binding_does_not_bring_along_what_a_person_keeps_apart() -> None:
    ties = [("a", "b", 0.9, False), ("c", "d", 0.9, False)]
    assert found("abcd", ties, bound=[("a", "c")], apart=[("b", "d")]) == ["ab", "cd"]


def test_what_a_person_keeps_apart_is_joined_by_no_detour() -> None:
    assert found("abc", [], bound=[("a", "b"), ("b", "c")], apart=[("a", "c")]) in (["ab", "c"], ["a", "bc"])


def test_ties_of_unknown_nodes_are_passed_over() -> None:
    assert found("ab", [("a", "z", 0.9, False), ("a", "a", 0.9, False)]) == ["a", "b"]


_TIES = st.lists(
    st.tuples(
        st.sampled_from("abcdefg"),
        st.sampled_from("abcdefg"),
        st.sampled_from([0.1, 0.4, 0.6, 0.7, 0.95]),
        st.booleans(),
    ),
    max_size=25,
)


@given(_TIES, st.randoms(use_true_random=False))
def test_the_order_of_ties_does_not_matter(ties: list[Row], chance: random.Random) -> None:
    shuffled = list(ties)
    chance.shuffle(shuffled)
    for density in (0.0, 0.4):
        assert found("gfedcba", shuffled, density) == found("abcdefg", ties, density)


@given(_TIES)
def test_every_node_is_in_one_group_and_no_strangers_share_one(ties: list[Row]) -> None:
    groups = found("abcdefg", ties)
    assert sorted("".join(groups)) == list("abcdefg")
    assert not any(
        left != right and left in group and right in group
        for group in groups
        for left, right, _, apart in ties
        if apart
    )


def test_components_hang_together() -> None:
    assert sorted(map(sorted, components([("a", "b"), ("c", "d"), ("b", "e")]))) == [["a", "b", "e"], ["c", "d"]]
