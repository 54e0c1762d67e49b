"""Whom a source phrase refers to, and when, where and to whom it was said."""

from collections.abc import Callable

import pytest

from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.speech.speakers.speakers import AS_BEFORE, PLACE_SPEAKS, SAME_PRONOUN, SPOKEN_FOR
from dateline.understanding.speech.speakers.unnamed import NOBODY, PASSIVE
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
        ("It was reported that the pier was safe.", None, PASSIVE),
        ("Somebody at the pier said it was safe.", None, NOBODY),
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Porto Council met. Its spokesman, Pavel Novak, said the pier was safe.", "Pavel Novak"),
        ("A spokesman for the Porto Council, Pavel Novak, said the pier was safe.", "Pavel Novak"),
        ("The Porto Council's spokesman Pavel Novak said the pier was safe.", "Pavel Novak"),
        ("Minister for the Middle East Pavel Novak said the pier was safe.", "Pavel Novak"),
        ("The Red Cross leadership said the pier was safe.", "Red Cross"),
        ("The airline, Lundair, said the pier was safe.", "Lundair"),
        ("Marta Ruiz left. Her lawyer said the pier was safe.", None),
        ("Marta Ruiz left. According to Marta Ruiz's lawyer, the pier was safe.", None),
        ("Marta Ruiz left. Sources close to Marta Ruiz said the pier was safe.", None),
        ("Marta Ruiz left. A friend of Marta Ruiz said the pier was safe.", None),
        ("A spokeswoman for Marta Ruiz said the pier was safe.", "Marta Ruiz"),
        ("Officials in Porto said the pier was safe.", "Officials"),
    ],
)
def test_the_one_beside_whom_a_source_stands_does_not_speak(told: Told, text: str, name: str | None) -> None:
    record, facts = statements(told, text)
    assert named(record, value_of(facts[-1]).speaker) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A report by the Red Cross said the pier was old.", "Red Cross"),
        ("A poll conducted by the Porto Institute found that most liked the pier.", "Porto Institute"),
        ("A study by Marta Ruiz found that the pier was old.", "Marta Ruiz"),
        ("Marta Ruiz's letter said the pier was old.", "Marta Ruiz"),
        ("A letter about Marta Ruiz said the pier was old.", None),
        ("A document said the pier was old.", None),
    ],
)
def test_whoever_made_a_document_speaks_through_it(told: Told, text: str, name: str | None) -> None:
    record, (fact,) = statements(told, text)
    assert named(record, value_of(fact).speaker) == name


def test_the_report_is_the_one_told_of_before(told: Told) -> None:
    text = "A report by the Red Cross said the pier was old.\nMarta Ruiz left.\nThe report said the road was new."
    record, facts = statements(told, text)
    assert named(record, value_of(facts[1]).speaker) == "Red Cross"
    assert (facts[1].reason or "").endswith(AS_BEFORE)
    assert facts[1].confidence < facts[0].confidence


def test_a_new_report_is_another_one(told: Told) -> None:
    text = (
        "A report by the Red Cross said the pier was old.\nA report said the road was new.\nThe report said it rained."
    )
    record, facts = statements(told, text)
    assert [named(record, value_of(fact).speaker) for fact in facts] == ["Red Cross", None, None]


def test_of_two_speakers_the_first_is_given_and_the_other_told(told: Told) -> None:
    record, (fact,) = statements(told, "Marta Ruiz and Pavel Novak said the pier was safe.")
    assert named(record, value_of(fact).speaker) == "Marta Ruiz"
    assert fact.reason == "said together with Pavel Novak"


def test_two_posts_of_one_woman_are_no_two_speakers(told: Told) -> None:
    _, (fact,) = statements(told, "The former mayor and senator said the pier was safe.")
    assert not (fact.reason or "").startswith("said together")


def test_an_age_tells_who_speaks_where_one_person_has_it(told: Told) -> None:
    record, facts = statements(told, "Ana Lund, 45, and Ed Moss, 52, fell. The 45-year-old said the pier was old.")
    assert named(record, value_of(facts[0]).speaker) == "Ana Lund"
    _, facts = statements(told, "Ana Lund, 45, and Ed Moss, 45, fell. The 45-year-old said the pier was old.")
    assert value_of(facts[0]).speaker is None


@pytest.mark.parametrize(
    "text", ["Visitors in Porto said the pier was safe.", "The painter from Porto said the pier was safe."]
)
def test_a_place_where_people_speak_does_not_speak(told: Told, text: str) -> None:
    record, (fact,) = statements(told, text)
    assert named(record, value_of(fact).speaker) != "Porto"


@pytest.mark.parametrize(
    "text", ["Marta Ruiz was told that the pier was old.", "Marta Ruiz was asked to leave the pier."]
)
def test_who_is_told_does_not_speak(told: Told, text: str) -> None:
    _, facts = statements(told, text)
    assert [value_of(fact).speaker for fact in facts] in ([], [None])
