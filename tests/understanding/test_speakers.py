"""Whom a source phrase refers to, and when, where and to whom it was said."""

from collections.abc import Callable

import pytest

from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.speech.speakers import (
    NO_SOURCE,
    PLACE_SPEAKS,
    SAME_PRONOUN,
    SPOKEN_FOR,
    UNKNOWN_SOURCE,
)
from dateline.values import Statement

Told = Callable[..., Record]


def statements(told: Told, text: str, **given: str) -> tuple[Record, list[Fact]]:
    record = told(text, upto="statements", **given)
    return record, record.of("statement")


def value_of(fact: Fact) -> Statement:
    assert isinstance(fact.value, Statement)
    return fact.value


def named(record: Record, identity: str | None) -> str | None:
    fact = record.get(identity)
    return getattr(fact.value, "name", None) if fact else None


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("Marta Ruiz said the pier was safe.", "Marta Ruiz", None),
        ("Pavel Novak, the mayor's spokesman, said the pier was safe.", "Pavel Novak", None),
        ("The mayor's spokesman, Pavel Novak, said the pier was safe.", "Pavel Novak", None),
        ("Oslo said the pier was safe.", "Oslo", PLACE_SPEAKS),
        ("It was reported that the pier was safe.", None, NO_SOURCE),
        ("Somebody at the pier said it was safe.", None, UNKNOWN_SOURCE),
    ],
)
def test_whom_the_source_refers_to(told: Told, text: str, name: str | None, reason: str | None) -> None:
    record, (fact,) = statements(told, text)
    assert named(record, value_of(fact).speaker) == name
    assert fact.reason == reason


def test_a_spokesman_speaks_for_his_body(told: Told) -> None:
    record, (fact,) = statements(told, "A spokesman for the Harbour Ministry said the pier was safe.")
    assert named(record, value_of(fact).speaker) == "Harbour Ministry"
    assert fact.reason == SPOKEN_FOR
    assert record.words(fact.spans[0]) == "A spokesman for the Harbour Ministry"


def test_an_enemy_of_a_body_does_not_speak_for_it(told: Told) -> None:
    record, (fact,) = statements(told, "A critic of the Harbour Ministry said the pier was old.")
    assert named(record, value_of(fact).speaker) != "Harbour Ministry"


def test_doubt_costs_confidence(told: Told) -> None:
    def trust(text: str) -> float:
        return statements(told, text)[1][0].confidence

    sure = trust("Marta Ruiz said the pier was safe.")
    body = trust("A spokesman for the Harbour Ministry said the pier was safe.")
    place = trust("Oslo said the pier was safe.")
    assert sure > body > place


def test_he_said_again_is_the_same_man(told: Told) -> None:
    text = (
        "President Pavel Novak left Porto.\n"
        '"We waited," he said after a meeting with President Marta Ruiz.\n"Then we left," he said.'
    )
    record, facts = statements(told, text)
    assert [named(record, value_of(fact).speaker) for fact in facts] == ["Pavel Novak", "Pavel Novak"]
    assert all(fact.reason in (None, SAME_PRONOUN) for fact in facts)


def test_she_is_not_he(told: Told) -> None:
    text = 'President Pavel Novak came.\n"We waited," he said.\n"Then we left," she said.'
    record, facts = statements(told, text)
    assert named(record, value_of(facts[0]).speaker) == "Pavel Novak"
    assert value_of(facts[1]).speaker is None


# to whom, when and where


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Marta Ruiz told Pavel Novak that the pier was safe.", "Pavel Novak"),
        ("Marta Ruiz said to Pavel Novak that the pier was safe.", "Pavel Novak"),
        ("Marta Ruiz warned Pavel Novak that the pier was old.", "Pavel Novak"),
        ("Marta Ruiz said Pavel Novak was old.", None),
        ("Marta Ruiz told everybody that the pier was safe.", None),
        ('"Is it safe?" Marta Ruiz asked Pavel Novak.', "Pavel Novak"),
    ],
)
def test_who_is_spoken_to(told: Told, text: str, addressee: str | None) -> None:
    record, (fact,) = statements(told, text)
    assert named(record, value_of(fact).addressee) == addressee


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Marta Ruiz said on Monday the pier was safe.", "Monday"),
        ("The pier fell on Friday, Marta Ruiz said on Monday.", "Monday"),
        ("Marta Ruiz said the pier fell on Friday.", None),
        ("Marta Ruiz said the pier was safe.", None),
    ],
)
def test_the_day_of_speaking_is_not_the_day_of_the_deed(told: Told, text: str, day: str | None) -> None:
    record, (fact,) = statements(told, text, published="2024-03-05")
    moment = record.get(value_of(fact).when)
    assert (record.words(moment.spans[0]) if moment else "").endswith(day or "")
    assert (moment is None) is (day is None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Marta Ruiz told reporters in Lyon that the pier was safe.", "Lyon"),
        ("Marta Ruiz said in Lyon that the pier was safe.", "Lyon"),
        ("Marta Ruiz said that the pier in Lyon was safe.", None),
        ("Marta Ruiz of Lyon said that the pier was safe.", None),
    ],
)
def test_the_place_of_speaking_is_not_the_place_spoken_of(told: Told, text: str, place: str | None) -> None:
    record, (fact,) = statements(told, text)
    assert named(record, value_of(fact).where) == place
