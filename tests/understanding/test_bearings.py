"""Where a fact stands among the others."""

from collections.abc import Callable

import pytest

from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.bearings import Bearings
from dateline.values import Event, Person, Span

Told = Callable[..., Record]
HARMFUL = ("ASSAULT", "ACCIDENT", "DISASTER", "DEATH")


def span_of(record: Record, words: str) -> Span:
    at = record.text.index(words)
    return Span(at, at + len(words))


def event_of(record: Record, words: str, weak: tuple[str, ...] = ()) -> tuple[str | None, str | None]:
    fact, reason = Bearings(record).event_of(span_of(record, words), HARMFUL, weak)
    return (record.words(fact.value.trigger) if fact and isinstance(fact.value, Event) else None), reason


def whom(told: Told, text: str, word: str) -> Fact | None:
    record = told(text, upto="events")
    return Bearings(record).whom(next(token for token in record.annotation.tokens if token.text == word))


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Maria Lopez left.", "Lopez", "Maria Lopez"),
        ("The mayor's wife, Maria Lopez, left.", "wife", "Maria Lopez"),
        ("Maria Lopez sang. She left.", "She", "Maria Lopez"),
    ],
)
def test_whom(told: Told, text: str, word: str, name: str) -> None:
    found = whom(told, text, word)
    assert found is not None and isinstance(found.value, Person) and found.value.name == name


@pytest.mark.parametrize(
    ("text", "word"), [("A bridge fell.", "bridge"), ("The bridges, Maria Lopez said, fell.", "bridges")]
)
def test_nobody(told: Told, text: str, word: str) -> None:
    assert whom(told, text, word) is None


def test_the_own_event_comes_first(told: Told) -> None:
    record = told("A fire broke out and rebels killed a guard.", upto="events")
    assert event_of(record, "killed") == ("killed", None)


def test_an_event_of_the_sentence(told: Told) -> None:
    record = told("Two guards are missing after rebels attacked a base.", upto="events")
    assert event_of(record, "missing") == ("attacked", None)


def test_an_event_of_the_paragraph(told: Told) -> None:
    record = told("Rebels attacked a base. Two guards are missing.", upto="events")
    assert event_of(record, "missing") == ("attacked", None)


def test_the_first_event_of_the_story_is_doubtful(told: Told) -> None:
    record = told("Rebels attacked a base.\nTwo guards are missing.", upto="events")
    trigger, reason = event_of(record, "missing")
    assert trigger == "attacked" and reason is not None and "first fitting event" in reason


def test_no_event(told: Told) -> None:
    record = told("Two guards are missing.", upto="events")
    assert event_of(record, "missing") == (None, "no event is named that could have had this effect")


def test_what_may_come_has_hurt_nobody(told: Told) -> None:
    record = told("Rebels will attack a base. Two guards are missing.", upto="events")
    assert event_of(record, "missing")[0] is None


def test_events_of_other_types_do_not_count(told: Told) -> None:
    record = told("The minister met the mayor. Two guards are missing.", upto="events")
    assert event_of(record, "missing")[0] is None


def test_before_the_first_word_there_is_nothing(told: Told) -> None:
    record = told("  Rebels attacked a base.", upto="events")
    assert Bearings(record).event_of(Span(0, 1), HARMFUL) == (None, None)


def test_each_place_that_tells_of_an_event_is_near(told: Told) -> None:
    text = "Rebels attacked a base near Bergen.\nMinisters met.\nThe attack was long. Two guards are missing."
    record = told(text, upto="events")
    assert event_of(record, "missing") == ("attacked", None)
