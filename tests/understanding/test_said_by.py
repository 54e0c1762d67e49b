"""Who says what is told only in somebody's words: the record's one door, and the step that asks it for all facts."""

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace

from conftest import article_of
from dateline import pipeline
from dateline.model import Fact
from dateline.pipeline import Step, run_step, understand
from dateline.record import Record
from dateline.understanding.attribution import attribution
from dateline.values import Event, Mention, Person, Span, Statement

Told = Callable[..., Record]
TEXT = 'The agency reported: "Ana Lund said that rebels attacked Porto." It rained.'


def span_of(record: Record, words: str) -> Span:
    at = record.text.index(words)
    return Span(at, at + len(words))


def said(record: Record, *words: str, manner: str = "indirect", cue: str = "said") -> Fact:
    value = Statement(content=tuple(span_of(record, each) for each in words), manner=manner, cue=span_of(record, cue))  # type: ignore[arg-type]
    return record.add(record.fact(value, *value.content))


@pytest.fixture
def record() -> Record:
    return Record(article_of(TEXT))


def test_the_innermost_statement_says_it(record: Record) -> None:
    outer = said(record, "Ana Lund said that rebels attacked Porto", cue="reported")
    inner = said(record, "rebels attacked Porto")
    assert record.said(span_of(record, "attacked")) == inner
    assert record.said(span_of(record, "Ana Lund")) == outer
    assert record.said(span_of(record, "rained")) is None


def test_all_words_must_be_said(record: Record) -> None:
    outer = said(record, "Ana Lund said that rebels attacked Porto", cue="reported")
    said(record, "rebels attacked Porto")
    assert record.said(span_of(record, "attacked"), span_of(record, "Ana Lund")) == outer
    assert record.said(span_of(record, "attacked"), span_of(record, "rained")) is None
    assert record.said() is None


def test_content_in_two_pieces_is_one(record: Record) -> None:
    whole = said(record, "rebels attacked", "It rained")
    assert record.said(span_of(record, "attacked"), span_of(record, "rained")) == whole


def test_scare_quotes_say_no_facts(record: Record) -> None:
    said(record, "rebels attacked Porto", manner="scare")
    assert record.said(span_of(record, "attacked")) is None


def test_a_statement_added_again_is_the_one_that_is_found(record: Record) -> None:
    first = said(record, "rebels attacked Porto")
    surer = record.add(replace(first, confidence=0.5))
    assert record.said(span_of(record, "attacked")) == surer


def test_attribution_marks_what_is_told_only_in_somebodys_words(record: Record) -> None:
    lund, other = span_of(record, "Ana Lund"), span_of(record, "The agency")
    inside = record.add(record.fact(Person(name="Ana Lund", mentions=(Mention(start=lund.start, end=lund.end),)), lund))
    twice = Person(
        name="Lund", mentions=(Mention(start=lund.start, end=lund.end), Mention(start=other.start, end=other.end))
    )
    both = record.add(record.fact(twice, lund))
    outer = said(record, "Ana Lund said that rebels attacked Porto", manner="direct", cue="reported")
    run_step(record, Step(run=attribution, gives=()))
    found = record.get(inside.id)
    assert found is not None and found.said_by == outer.id
    assert record.get(both.id) == both and record.get(outer.id) == outer
    assert record.who(lund, "person") in (found, both)


def raids(record: Record) -> Iterator[Fact]:
    """A step of another package that knows nothing of statements."""
    span = span_of(record, "attacked")
    yield record.fact(Event(type="ASSAULT", trigger=span), span)


def stating(record: Record) -> Iterator[Fact]:
    """Says one thing."""
    value = Statement(content=(span_of(record, "rebels attacked Porto"),), manner="indirect")
    yield record.fact(value, *value.content)


def test_a_guests_facts_are_said_too_and_keep_their_method(monkeypatch: pytest.MonkeyPatch, record: Record) -> None:
    listed = (Step(run=raids, gives=("event",)), Step(run=stating, gives=("statement",)))
    monkeypatch.setattr(pipeline, "steps", lambda: (*listed, Step(run=attribution, gives=())))
    monkeypatch.setattr(pipeline, "checks", lambda: ())
    (event,) = understand(record).of("event")
    (statement,) = record.of("statement")
    assert (event.said_by, event.method) == (statement.id, "raids")


def test_a_record_whose_fact_stands_before_its_statement_comes_back(told: Told) -> None:
    read = told('Police left. "Pedro Rojas came from Porto," Ana Lund said.')
    (rojas,) = [f for f in read.of("person") if isinstance(f.value, Person) and f.value.name == "Pedro Rojas"]
    assert rojas.said_by is not None and rojas.method == "people"
    assert Record.from_json(read.to_json()).get(rojas.id) == rojas


def test_whoever_speaks_is_told_by_the_writer(told: Told) -> None:
    read = told('"Pedro Rojas came from Porto," Ana Lund said.')
    said_by = {fact.value.name: fact.said_by for fact in read.of("person") if isinstance(fact.value, Person)}
    assert said_by["Ana Lund"] is None and said_by["Pedro Rojas"] is not None


def test_a_post_is_said_with_its_words(told: Told) -> None:
    read = told('"The mayor of Porto, Pedro Rojas, left," Ana Lund said. Minister Greta Holm stayed.')
    assert {bool(fact.said_by) for fact in read.of("role")} == {True, False}


def test_what_is_said_stands_for_the_story_as_a_whole_too(told: Told) -> None:
    read = told('"Rebels attacked Porto," Ana Lund said.')
    assert {fact.said_by for kind in ("gist", "dateline", "publication") for fact in read.of(kind)} <= {None}
