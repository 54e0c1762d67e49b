"""News or background: how far an event lies before the story's day."""

from collections.abc import Callable
from datetime import date

import pytest

from dateline.record import Record
from dateline.understanding.factuality.timeline import story_day
from dateline.values import Event

Told = Callable[..., Record]


@pytest.fixture
def states(told: Told) -> Callable[..., list[tuple[str, str]]]:
    """The trigger and the status of each event."""

    def read(text: str, published: str | None = "2024-03-05") -> list[tuple[str, str]]:
        record = told(text, upto="events", published=published)
        events = [fact for fact in record.of("event") if isinstance(fact.value, Event)]
        return [(record.words(fact.spans[0]), fact.status) for fact in events]

    return read


States = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Rebels attacked soldiers in Oslo in 1998.", "historical"),
        ("In March 2019, rebels attacked soldiers in Oslo.", "historical"),
        ("Rebels attacked soldiers in Oslo in January 2024.", "asserted"),
        ("Rebels attacked soldiers in Oslo on Monday.", "asserted"),
        ("Rebels attacked soldiers in Oslo in December 2023.", "asserted"),
        ("Rebels attacked soldiers in Oslo last week.", "asserted"),
        ("Rebels attacked soldiers in Oslo.", "asserted"),
        ("Rebels attacked soldiers in Oslo in 2023.", "asserted"),
        ("Rebels have attacked soldiers in Oslo since 2019.", "asserted"),
    ],
)
def test_more_than_a_year_ago_is_history(states: States, sentence: str, status: str) -> None:
    assert states(sentence) == [("attacked", status)]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Rebels did not attack soldiers in 1998.", "denied"),
        ("Rebels may have attacked soldiers in 1998.", "possible"),
        ("Rebels planned to attack soldiers in 1998.", "planned"),
    ],
)
def test_what_never_happened_is_no_history(states: States, sentence: str, status: str) -> None:
    assert [found for _, found in states(sentence)] == [status]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Rebels meet soldiers in Oslo on 12 March 2024.", "planned"),
        ("Rebels are meeting soldiers in Oslo on 12 March 2024.", "planned"),
        ("Rebels met soldiers in Oslo on 4 March 2024.", "asserted"),
        ("Rebels are meeting soldiers in Oslo on Tuesday.", "asserted"),
    ],
)
def test_the_present_of_a_day_to_come_is_planned(states: States, sentence: str, status: str) -> None:
    assert [found for _, found in states(sentence)] == [status]


def test_the_past_reaches_the_next_sentence_only(states: States) -> None:
    text = (
        "In 1998, rebels attacked soldiers in Oslo. They raided a bank in Bergen. It rained. Rebels arrested a judge."
    )
    assert states(text) == [("attacked", "historical"), ("raided", "historical"), ("arrested", "asserted")]


def test_the_past_does_not_reach_the_next_paragraph(states: States) -> None:
    text = "In 1998, rebels attacked soldiers in Oslo.\nThey killed a nurse in Bergen."
    assert [status for _, status in states(text)] == ["historical", "asserted"]


def test_an_event_with_a_day_of_its_own_keeps_it(states: States) -> None:
    text = "In 1998, rebels attacked soldiers in Oslo. On Monday they attacked nurses in Bergen."
    assert states(text) == [("attacked", "historical"), ("attacked", "asserted")]


def test_the_present_tense_is_no_history(states: States) -> None:
    text = "Norway was at peace in 1998. Rebels attack soldiers in Oslo."
    assert all(status != "historical" for _, status in states(text))


def test_a_date_inside_a_relative_clause_stays_there(states: States) -> None:
    text = "Henrik Dahl, who was born in 1961, left. Rebels attacked his house in Oslo."
    assert [status for word, status in states(text) if word == "attacked"] == ["asserted"]


@pytest.mark.parametrize("published", [None, ""])
def test_without_a_story_day_nothing_is_history(states: States, published: str | None) -> None:
    assert states("Rebels attacked soldiers in Oslo in 1998.", published=published) == [("attacked", "asserted")]


def test_the_day_is_the_one_of_publication(told: Told) -> None:
    assert story_day(told("It rained.", published="2024-03-05")) == date(2024, 3, 5)
    assert story_day(told("It rained.", published="2024-03-05T23:59:00Z")) == date(2024, 3, 5)


@pytest.mark.parametrize("published", ["2024", "2024-13-45", "05/03/2024"])
def test_a_publication_that_is_no_date_gives_no_day(told: Told, published: str) -> None:
    assert story_day(told("It rained.", published=published)) is None


def test_nothing_is_history_in_an_empty_text(told: Told) -> None:
    record = told("", upto="events", published="2024-03-05")
    assert record.of("event") == [] or tuple(record.of("event")) == ()
