"""Statements within statements: which of them are told."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Statement

Told = Callable[..., Record]


def cues(record: Record) -> list[str]:
    """The cues of all statements."""
    values = [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]
    return [record.words(value.cue) for value in values if value.cue]


def test_what_somebody_named_says_within_anothers_words_is_told_with_who_reports_it(ruled: Told) -> None:
    record = ruled("The agency reported that the ministry said the pier was safe.", upto="statements")
    outer, inner = record.of("statement")
    assert cues(record) == ["reported", "said"]
    assert inner.said_by == outer.id
    assert outer.said_by is None


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz said she thinks the pier is safe.",
        "Ruiz said he refused to pay.",
        "Ruiz said the union might demand a new pier.",
        "Ruiz said she wants to close the pier.",
    ],
)
def test_what_goes_on_with_the_speakers_words_is_no_statement_of_its_own(ruled: Told, text: str) -> None:
    assert cues(ruled(text, upto="statements")) == ["said"]


def test_quoted_words_within_anothers_are_told(ruled: Told) -> None:
    record = ruled('The agency reported that Ruiz said "we will close the pier on Monday".', upto="statements")
    assert cues(record) == ["reported", "said"]


def test_an_order_to_speak_is_not_speech(ruled: Told) -> None:
    record = ruled("The judge ordered Novak to explain why the pier fell.", upto="statements")
    assert cues(record) == ["ordered"]
