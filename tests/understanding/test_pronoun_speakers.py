"""Whom "he", "she" and "they" mean as sources: whoever spoke last speaks on, and doubt is told."""

from collections.abc import Callable

import pytest

from dateline.model import Fact
from dateline.record import Record
from dateline.values import Statement

Told = Callable[..., Record]


def speaker(record: Record, fact: Fact) -> str | None:
    assert isinstance(fact.value, Statement)
    found = record.get(fact.value.speaker)
    return getattr(found.value, "name", None) if found else None


LEADER = "President Pavel Novak left Porto. Novak had slept badly. Novak ate and Novak drank. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (LEADER + "Ivan Brek said that Novak was well. He added that the pier was old.", "Ivan Brek"),
        (LEADER + 'Ivan Brek said that Novak was well.\n"The pier is old," he said.', "Ivan Brek"),
        (LEADER + "Novak's lawyer Ivan Brek said that Novak was well.\n'It is old,' he said.", "Ivan Brek"),
        (LEADER + 'Ana Lund said that Novak was well.\n"The pier is old," he said.', "Pavel Novak"),
        (LEADER + 'Ana Lund said that Novak was well.\n"The pier is old," she said.', "Ana Lund"),
    ],
)
def test_whoever_spoke_last_speaks_on(told: Told, text: str, name: str) -> None:
    record = told(text, upto="statements")
    assert speaker(record, record.of("statement")[-1]) == name


def test_who_is_asked_does_not_speak_on(told: Told) -> None:
    text = 'Ana Lund said the pier was old.\nIvan Brek was told. "If he is asked, he will lie," she said.'
    record = told(text, upto="statements")
    assert speaker(record, record.of("statement")[-1]) == "Ana Lund"


def test_a_second_candidate_is_named_and_costs_confidence(told: Told) -> None:
    sure = told("Pavel Novak left. He said the pier was old.", upto="statements").of("statement")[-1]
    text = "Pavel Novak said that Ivan Brek was right when he said the pier was old."
    record = told(text, upto="statements")
    doubtful = record.of("statement")[-1]
    names = {"Pavel Novak", "Ivan Brek"}
    assert speaker(record, doubtful) in names
    if doubtful.reason is not None:
        (other,) = names - {speaker(record, doubtful)}
        assert doubtful.reason == f'"he" may also be {other}'
        assert doubtful.confidence < sure.confidence


def test_a_ministry_is_not_the_paper_that_was_named(told: Told) -> None:
    text = "Ana Lund gave an interview to Dagposten.\nThe ministry's spokeswoman said the pier was old."
    record = told(text, upto="statements")
    assert speaker(record, record.of("statement")[-1]) != "Dagposten"


@pytest.mark.parametrize("noun", ["city", "campaign", "court"])
def test_a_body_or_a_place_is_not_the_man_whose_title_names_it(told: Told, noun: str) -> None:
    text = f"{noun.title()} manager Pavel Novak slept.\nThe {noun} said the pier was old."
    record = told(text, upto="statements")
    assert speaker(record, record.of("statement")[-1]) != "Pavel Novak"


def test_a_denial_is_of_whoever_was_spoken_of(told: Told) -> None:
    text = "Pavel Novak was held at the port, police chief Greta Holm said. He denied the charges through his lawyer."
    record = told(text, upto="statements")
    assert speaker(record, record.of("statement")[-1]) == "Pavel Novak"
