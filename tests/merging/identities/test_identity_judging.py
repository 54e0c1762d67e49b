"""What a person said of two facts, above what the machine found."""

from dateline.merging.identities.judging import judged
from dateline.merging.identities.profiles import Profile, profiles_of
from merging.reported import person, report


def told(name: str) -> Profile:
    profile = profiles_of(report("a1", "2031-05-02", names=[person(name)]))[0]
    assert profile is not None
    return profile


PROFILES = {fact: told("Ola Brekke") for fact in "abcdef"}
GROUPS = [("a", "b", "c"), ("d", "e"), ("f",)]


def test_without_a_word_nothing_changes() -> None:
    assert judged(GROUPS, PROFILES, [], []) == GROUPS


def test_two_groups_become_one() -> None:
    assert judged(GROUPS, PROFILES, [("b", "e")], []) == [("a", "b", "c", "d", "e"), ("f",)]


def test_one_group_becomes_two_and_the_rest_takes_the_first_of_like_sides() -> None:
    assert judged(GROUPS, PROFILES, [], [("a", "c")]) == [("a", "b"), ("c",), ("d", "e"), ("f",)]


def test_the_rest_takes_the_side_that_it_is_like() -> None:
    profiles = {**PROFILES, "a": told("Ola Brekke"), "b": told("Ida Salmi"), "c": told("Ida Salmi")}
    assert judged(GROUPS, profiles, [], [("a", "c")])[:2] == [("a",), ("b", "c")]


def test_two_that_are_two_never_meet_through_a_third() -> None:
    found = judged(GROUPS, PROFILES, [("a", "d"), ("d", "f")], [("a", "f")])
    assert not any({"a", "f"} <= set(group) for group in found)


def test_a_judgement_does_not_tear_apart_what_it_does_not_name() -> None:
    found = judged(GROUPS, PROFILES, [], [("a", "d")])
    assert found == GROUPS
