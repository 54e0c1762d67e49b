"""The record's one door, its look-ups, and the way to JSON and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from conftest import Told, article_of
from dateline.errors import BadConfidence, BadRecord, NoEvidence, SpanOutsideText, UnknownReference
from dateline.record import Record
from dateline.references import references_of, spans_of
from dateline.values import Casualties, Dateline, Event, Gist, Mention, Organisation, Person, Place, Role, Span

TEXT = "Ana Lund met Pedro Rojas in Porto."


@pytest.fixture
def record() -> Record:
    return Record(article_of(TEXT))


def lund(record: Record) -> Person:
    return Person(name="Ana Lund", mentions=(Mention(start=0, end=8),))


def test_a_fact_is_kept_under_the_hash_of_its_claim(record: Record) -> None:
    fact = record.add(record.fact(lund(record), Span(0, 8)))
    assert record.get(fact.id) == fact
    assert fact.id.startswith("person-")
    assert record.of("person") == [fact]


def test_the_id_forgets_method_and_confidence(record: Record) -> None:
    sure = record.fact(lund(record), Span(0, 8), confidence=0.9)
    unsure = record.fact(lund(record), Span(0, 8), confidence=0.2)
    assert sure.id == unsure.id == replace(sure, method="elsewhere").id


def test_the_id_follows_value_and_evidence(record: Record) -> None:
    one = record.fact(lund(record), Span(0, 8))
    assert one.id != record.fact(lund(record), Span(0, 3)).id
    assert one.id != record.fact(Person(name="Ana"), Span(0, 8)).id
    other_article = Record(replace(article_of(TEXT), id="other"))
    assert one.id != other_article.fact(lund(record), Span(0, 8)).id


def test_reading_again_updates_and_never_doubles(record: Record) -> None:
    record.add(record.fact(lund(record), Span(0, 8), confidence=0.5))
    record.add(record.fact(lund(record), Span(0, 8), confidence=0.8))
    assert [fact.confidence for fact in record.facts] == [0.8]


@pytest.mark.parametrize("span", [Span(0, len(TEXT) + 1), Span(-1, 3), Span(5, 5), Span(6, 2)])
def test_a_span_outside_the_text_is_refused(record: Record, span: Span) -> None:
    with pytest.raises(SpanOutsideText, match="slice spans from matches"):
        record.add(record.fact(Person(name="Ana Lund"), span))


def test_a_span_inside_a_value_is_checked_too(record: Record) -> None:
    with pytest.raises(SpanOutsideText):
        record.add(record.fact(Person(name="X", mentions=(Mention(start=30, end=99),)), Span(0, 3)))
    with pytest.raises(SpanOutsideText):
        record.add(record.fact(Gist(who=Span(4, 400)), Span(0, 3)))


def test_a_fact_without_evidence_is_refused(record: Record) -> None:
    with pytest.raises(NoEvidence, match="give spans, a field, or the facts"):
        record.add(record.fact(Person(name="Ana Lund")))


def test_a_field_or_an_earlier_fact_is_evidence(record: Record) -> None:
    first = record.add(record.fact(Person(name="Ana Lund"), field="json-ld: author"))
    second = record.add(record.fact(Person(name="A. Lund"), because=(first.id,)))
    assert second.evidence.because == (first.id,)


@pytest.mark.parametrize(
    "value",
    [
        Role(person="person-0", title="mayor"),
        Dateline(raw="PORTO -", place="place-0"),
        Event(type="AGREE", trigger=Span(9, 12), actors=("person-0",)),
        Casualties(effect="killed", event="event-0"),
    ],
)
def test_a_reference_to_nothing_is_refused(record: Record, value: Role | Dateline | Event | Casualties) -> None:
    with pytest.raises(UnknownReference, match="add that fact first"):
        record.add(record.fact(value, Span(0, 8)))


def test_said_by_and_because_are_references(record: Record) -> None:
    with pytest.raises(UnknownReference):
        record.add(record.fact(lund(record), Span(0, 8), said_by="statement-0"))
    with pytest.raises(UnknownReference):
        record.add(record.fact(lund(record), because=("event-0",)))


@pytest.mark.parametrize("confidence", [-0.1, 1.01, float("nan")])
def test_confidence_is_a_probability(record: Record, confidence: float) -> None:
    with pytest.raises(BadConfidence, match=r"outside 0\.\.1"):
        record.add(record.fact(lund(record), Span(0, 8), confidence=confidence))


def test_a_refused_fact_leaves_no_trace(record: Record) -> None:
    with pytest.raises(NoEvidence):
        record.add(record.fact(Person(name="Ana Lund")))
    assert record.facts == []
    assert record.who(Span(0, 8)) is None


def test_findings_are_kept_once(record: Record) -> None:
    for _ in range(2):
        record.keep(record.report("quotes", "warning", "a mark is missing", Span(0, 3)))
    assert len(record.findings) == 1


def test_references_and_spans_are_found_by_type() -> None:
    event = Event(
        type="AGREE", trigger=Span(1, 2), actors=("a", "b"), where=("c",), when="d", instruments=(Span(3, 4),)
    )
    assert references_of(event) == ["a", "b", "d", "c"]
    assert spans_of(event) == [Span(1, 2), Span(3, 4)]


def test_who_goes_by_the_head_of_the_phrase(told: Told) -> None:
    record = told("A militia headed by Pedro Rojas crossed the border near Porto.", upto="people")
    phrase = Span(0, record.text.index(" crossed"))
    found = record.who(phrase, "person", "organisation")
    assert found is not None and isinstance(found.value, Organisation)
    leader = record.who(Span(phrase.end - len("Pedro Rojas"), phrase.end), "person")
    assert leader is not None and isinstance(leader.value, Person) and leader.value.name == "Pedro Rojas"


def test_a_country_is_not_its_army(told: Told) -> None:
    record = told("Portugal's army denied the report.", upto="people")
    country = record.who(Span(0, 8), "organisation", "place")
    assert country is not None and isinstance(country.value, Place) and country.value.country == "PRT"


def test_everyone_in_the_order_of_the_text(told: Told) -> None:
    record = told("Pedro Rojas and Marta Oliveira met.", upto="people")
    names = [
        fact.value.name
        for fact in record.everyone(Span(0, len(record.text)), "person")
        if isinstance(fact.value, Person)
    ]
    assert names == ["Pedro Rojas", "Marta Oliveira"]


def test_json_keeps_the_contract(record: Record) -> None:
    record.add(record.fact(lund(record), Span(0, 8)))
    raw = json.loads(record.to_json())
    assert list(raw) == [
        "format", "id", "version", "source", "language", "text", "blocks", "facts", "findings", "made_by",
    ]  # fmt: skip
    assert raw["format"] == "dateline/1"
    assert list(raw["facts"][0]) == [
        "id", "kind", "value", "spans", "field", "because", "confidence", "method", "status", "said_by", "reason",
    ]  # fmt: skip
    assert raw["facts"][0]["spans"] == [[0, 8]]
    assert raw["facts"][0]["value"]["mentions"][0] == {
        "start": 0, "end": 8, "form": "name", "rule": "name", "role": None,
    }  # fmt: skip
    assert raw["text"] == TEXT


def test_there_and_back(told: Told) -> None:
    record = told("Ana Lund, the mayor of Porto, said on Monday that two men were killed.", published="2024-03-05")
    again = Record.from_json(record.to_json())
    assert again.to_json() == record.to_json()
    assert again.facts == record.facts


@given(st.text(min_size=1))
def test_any_text_survives_json(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    record = Record(article_of(text))
    assert Record.from_json(record.to_json()).text == text


@pytest.mark.parametrize(
    "line",
    ["", "[]", "{}", '{"format": "other/9"}', "not json"],
)
def test_what_is_no_record_says_so(line: str) -> None:
    with pytest.raises(BadRecord, match="dateline/1"):
        Record.from_json(line)


def test_an_unknown_kind_says_which_kinds_there_are(record: Record) -> None:
    record.add(record.fact(lund(record), Span(0, 8)))
    with pytest.raises(BadRecord, match="the kinds are dateline, publication"):
        Record.from_json(record.to_json().replace(b'"kind":"person"', b'"kind":"alien"'))


def test_a_loaded_record_has_no_tokens(record: Record) -> None:
    with pytest.raises(BadRecord, match="read the article again"):
        _ = Record.from_json(record.to_json()).annotation
