"""Triggers with their marks and the words that take part."""

from math import exp

import pytest
from builders import SURE, Link, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotation.encoder.layers import MARKS
from dateline.annotation.encoder.scores import Scores
from dateline.annotation.encoder.triggers import REACH, Happening, triggers

RAID = "Guards raided the pier before Lund resigned on Monday"
ROLES = ("actor", "recipient", "place")


def happenings(*links: Link, text: str = RAID, **layers: dict[str, str] | list[str]) -> list[Happening]:
    scores = reading(text, links, ROLES, **({"trigger": ["raided"]} | layers))
    return list(triggers(scores, ROLES))


def parts(*links: Link, text: str = RAID) -> dict[str, str]:
    """The word of each role that has one, for the only trigger."""
    [found] = happenings(*links, text=text)
    return {role: text.split()[word] for role, word, _ in found.arguments}


def test_triggers_are_told_in_the_order_of_the_text() -> None:
    assert [x.trigger.first for x in happenings(trigger=["resigned", "raided"])] == [1, 6]


def test_a_text_without_triggers_tells_of_nothing() -> None:
    assert happenings(trigger=[]) == []
    assert list(triggers(Scores(("trigger", "status"), ROLES, [], []), ROLES)) == []


# Marks


def test_a_trigger_has_the_likeliest_mark_of_each_layer() -> None:
    first, second = happenings(
        trigger=["raided", "resigned"],
        status={"raided": "denied", "resigned": "planned"},
        kind={"raided": "ASSAULT", "resigned": "CAREER"},
    )
    assert {layer: mark for layer, (mark, _) in first.marks.items()} == {"status": "denied", "kind": "ASSAULT"}
    assert {layer: mark for layer, (mark, _) in second.marks.items()} == {"status": "planned", "kind": "CAREER"}


def test_only_layers_of_the_model_are_marked() -> None:
    assert happenings()[0].marks == {}
    assert happenings(status={"raided": "denied"})[0].marks.keys() == {"status"}


def test_the_first_word_of_a_trigger_has_its_mark() -> None:
    text = "Guards took over the pier"
    [found] = happenings(text=text, trigger=["took over"], status={"took": "asserted", "over": "denied"})
    assert found.marks["status"][0] == "asserted"


def test_the_score_of_a_mark_is_its_chance() -> None:
    [found] = happenings(status={"raided": "possible"})
    assert found.marks["status"][1] == pytest.approx(exp(SURE) / (exp(SURE) + len(MARKS["status"]) - 1), rel=1e-4)


# Arguments


def test_each_role_has_its_word() -> None:
    assert parts(("actor", "raided", "Guards", 3.0), ("place", "raided", "pier", 2.0)) == {
        "actor": "Guards",
        "place": "pier",
    }


def test_the_likeliest_word_takes_the_role() -> None:
    assert parts(("actor", "raided", "Lund", 1.0), ("actor", "raided", "Guards", 2.0)) == {"actor": "Guards"}


def test_a_role_stays_empty_where_that_is_likelier() -> None:
    assert parts(("actor", "raided", "Guards", -0.1)) == {}
    assert parts(("actor", "raided", "Guards", 0.1)) == {"actor": "Guards"}


def test_one_word_may_have_two_roles() -> None:
    links: list[Link] = [("recipient", "raided", "pier", 2.0), ("place", "raided", "pier", 2.0)]
    assert parts(*links) == {"recipient": "pier", "place": "pier"}


def test_roles_are_told_in_the_order_they_are_asked_for() -> None:
    scores = reading(RAID, [(role, "raided", "pier", 2.0) for role in reversed(ROLES)], trigger=["raided"])
    [found] = triggers(scores, ("place", "actor"))
    assert [role for role, _, _ in found.arguments] == ["place", "actor"]


def test_each_trigger_has_its_own_arguments() -> None:
    links: list[Link] = [("actor", "raided", "Guards", 2.0), ("actor", "resigned", "Lund", 2.0)]
    first, second = happenings(*links, trigger=["raided", "resigned"])
    assert [first.arguments[0][:2], second.arguments[0][:2]] == [("actor", 0), ("actor", 5)]


@pytest.mark.parametrize("weight", [0.5, 2.0, 300.0])
def test_the_score_is_a_share_of_all_that_could_be(weight: float) -> None:
    [found] = happenings(("actor", "raided", "Guards", weight), ("actor", "raided", "Lund", 0.25))
    [(_, _, score)] = found.arguments
    assert score == pytest.approx(1 / (1 + exp(0.25 - weight) + exp(-weight)), abs=0.005)


@pytest.mark.parametrize(("between", "linked"), [(REACH - 1, True), (REACH, False)])
def test_no_word_takes_part_from_afar(between: int, linked: bool) -> None:
    far = "far " * between
    assert parts(("actor", "raided", "Guards", 3.0), text=f"Guards {far}raided it") == (
        {"actor": "Guards"} if linked else {}
    )
    assert parts(("actor", "raided", "Guards", 3.0), text=f"They raided {far}Guards") == (
        {"actor": "Guards"} if linked else {}
    )


@settings(max_examples=50)
@given(st.lists(st.floats(-6, 6, width=32), min_size=9, max_size=9))
def test_any_weights_give_arguments_within_the_text(weights: list[float]) -> None:
    links = [("actor", "raided", word, weight) for word, weight in zip(RAID.split(), weights, strict=True)]
    [found] = happenings(*links)
    assert bool(found.arguments) == (max(weights) > 0)
    for role, word, score in found.arguments:
        assert role == "actor"
        assert weights[word] == max(weights)
        assert 0 < score < 1
