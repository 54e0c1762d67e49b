"""Forms without a verb of saying beside those with one: no words are told twice."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Statement

Told = Callable[..., Record]

TEXT = "\n".join(
    [
        "Reporter Tom Alder spoke with Minister Lena Marsh in Porto.",
        "ALDER: What did the union say?",
        "MARSH: The union said that the pier was safe.",
        "ALDER: And you?",
        "MARSH: I think that we were right.",
        '"The pier was a ruin." — Pavel Novak',
        'And from Ida Berg: "It was our pier."',
        "Berg wrote:",
        "We will miss the pier, and we will build another.",
        "It was the best of piers. — Ida Berg (@idaberg) May 3, 2019",
    ]
)


def statements(record: Record) -> list[Statement]:
    return [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]


@pytest.mark.parametrize("model", [False, True])
def test_each_form_is_read_once(told: Told, ruled: Told, model: bool) -> None:
    record = (told if model else ruled)(TEXT, upto="statements")
    top = [fact for fact in record.of("statement") if fact.said_by is None]
    said = [record.words(span) for fact in top for span in fact.value.content]  # type: ignore[attr-defined]
    assert said == [
        "What did the union say?",
        "The union said that the pier was safe.",
        "And you?",
        "I think that we were right.",
        "The pier was a ruin.",
        "It was our pier.",
        "We will miss the pier, and we will build another.",
        "It was the best of piers.",
    ]


def test_what_others_said_within_a_turn_is_said_by_the_speaker(ruled: Told) -> None:
    record = ruled(TEXT, upto="statements")
    (inner,) = [fact for fact in record.of("statement") if fact.said_by is not None]
    assert record.words(inner.value.content[0]) == "that the pier was safe"  # type: ignore[attr-defined]


def test_what_a_form_holds_is_taken_from_others(ruled: Told) -> None:
    record = ruled('"The pier was a ruin." — Pavel Novak\nHe said he left, Ida Berg said.', upto="statements")
    contents = [span for value in statements(record) for span in value.content]
    ruin = [span for span in contents if record.words(span).startswith("The pier")]
    assert len(ruin) == 1


def test_nobody_speaks_in_an_empty_text(ruled: Told) -> None:
    assert statements(ruled("", upto="statements")) == []
