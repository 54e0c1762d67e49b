"""To whom, on what occasion, when and where something was said: of the saying, not of what is said."""

from collections.abc import Callable

import pytest

from dateline.model import Fact
from dateline.record import Record
from dateline.values import Statement

Told = Callable[..., Record]


def first(told: Told, text: str, **given: str) -> tuple[Record, Fact, Statement]:
    record = told(text, upto="statements", **given)
    fact = record.of("statement")[0]
    assert isinstance(fact.value, Statement)
    return record, fact, fact.value


def named(record: Record, identity: str | None) -> str | None:
    fact = record.get(identity)
    return getattr(fact.value, "name", None) if fact else None


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Marta Ruiz said in an interview that the pier was safe.", "in an interview"),
        ("In a statement, Marta Ruiz said that the pier was safe.", "In a statement"),
        ("Marta Ruiz told a news conference that the pier was safe.", "a news conference"),
        ("Speaking at a rally in Porto, Marta Ruiz said that the pier was safe.", "at a rally in Porto"),
        ("Marta Ruiz said during a debate that the pier was safe.", "during a debate"),
        ("Marta Ruiz said after a meeting with Pavel Novak that it was safe.", "after a meeting with Pavel Novak"),
        ("Marta Ruiz told reporters after the talks that the pier was safe.", "after the talks"),
        ("Marta Ruiz said that a rally in Porto was safe.", None),
        ("Marta Ruiz said after a week that the pier was safe.", None),
        ("Marta Ruiz said in fact that the pier was safe.", None),
        ("Marta Ruiz told Radio Porto that the pier was safe.", None),
        ("Marta Ruiz said on March 3 that the pier was safe.", None),
    ],
)
def test_the_words_for_the_occasion(told: Told, text: str, occasion: str | None) -> None:
    record, _, value = first(told, text)
    assert (record.words(value.occasion) if value.occasion else None) == occasion


def test_an_occasion_holds_nothing_that_is_said(told: Told) -> None:
    _, _, value = first(told, 'Marta Ruiz said in an interview with Pavel Novak: "In a speech he lied."')
    assert value.occasion is not None
    assert all(not (span.start < value.occasion.end and value.occasion.start < span.end) for span in value.content)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Marta Ruiz told Pavel Novak that the pier was safe.", "Pavel Novak"),
        ("Marta Ruiz said to Pavel Novak that the pier was safe.", "Pavel Novak"),
        ("Marta Ruiz warned Pavel Novak that the pier was old.", "Pavel Novak"),
        ("Marta Ruiz said Pavel Novak was old.", None),
        ("Marta Ruiz told everybody that the pier was safe.", None),
        ('"Is it safe?" Marta Ruiz asked Pavel Novak.', "Pavel Novak"),
        ("Marta Ruiz urged Pavel Novak to leave the pier.", "Pavel Novak"),
        ("Marta Ruiz said in an interview with Pavel Novak that the pier was safe.", "Pavel Novak"),
        ("In a letter to Pavel Novak, Marta Ruiz wrote that the pier was safe.", "Pavel Novak"),
        ("Speaking to Pavel Novak, Marta Ruiz said that the pier was safe.", "Pavel Novak"),
        ("Pavel Novak was told that the pier was safe.", "Pavel Novak"),
        ("Marta Ruiz said at a meeting with Pavel Novak that the pier was safe.", None),
        ("According to Marta Ruiz, Pavel Novak was old.", None),
    ],
)
def test_who_is_spoken_to(told: Told, text: str, addressee: str | None) -> None:
    record, _, value = first(told, text)
    assert named(record, value.addressee) == addressee


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Marta Ruiz said on Monday the pier was safe.", "Monday"),
        ("The pier fell on Friday, Marta Ruiz said on Monday.", "Monday"),
        ("In an interview on Monday, Marta Ruiz said the pier was safe.", "Monday"),
        ("Marta Ruiz told Pavel Novak on Monday that the pier fell on Friday.", "Monday"),
        ("A report released on Monday said the pier was safe.", "Monday"),
        ("Marta Ruiz said the pier fell on Friday.", None),
        ("Marta Ruiz said the pier was safe.", None),
        ("Marta Ruiz, who was elected in 2015, said the pier was safe.", None),
        ("Marta Ruiz praised Monday's vote on the pier.", None),
    ],
)
def test_the_day_of_speaking_is_not_the_day_of_the_deed(told: Told, text: str, day: str | None) -> None:
    record, _, value = first(told, text, published="2024-03-05")
    moment = record.get(value.when)
    assert (record.words(moment.spans[0]) if moment else "").endswith(day or "")
    assert (moment is None) is (day is None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Marta Ruiz told reporters in Lyon that the pier was safe.", "Lyon"),
        ("Marta Ruiz said in Lyon that the pier was safe.", "Lyon"),
        ("Speaking at a rally in Lyon, Marta Ruiz said that the pier was safe.", "Lyon"),
        ("Marta Ruiz said after talks with ministers in Lyon that the pier was safe.", "Lyon"),
        ("Marta Ruiz said in a letter about Lyon that the pier was safe.", None),
        ("Marta Ruiz said that the pier in Lyon was safe.", None),
        ("Marta Ruiz of Lyon said that the pier was safe.", None),
    ],
)
def test_the_place_of_speaking_is_not_the_place_spoken_of(told: Told, text: str, place: str | None) -> None:
    record, _, value = first(told, text)
    assert named(record, value.where) == place
