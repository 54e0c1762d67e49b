"""What a colon introduces without a verb of saying before it, and paragraphs without marks below one."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Statement

Told = Callable[..., Record]


@pytest.fixture
def told(ruled: Told) -> Told:
    """These are tests of the grammar: the encoder has no say in them."""
    return ruled


def read(record: Record) -> list[tuple[str | None, list[str]]]:
    """Source and contents of each statement."""
    found = [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]
    return [
        (
            record.words(value.speaker_span) if value.speaker_span else None,
            [record.words(span) for span in value.content],
        )
        for value in found
    ]


FIRST = "Commissioner Ida Berg runs the port.\n"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('Berg: "The pier must go."', "Berg"),
        ('Ida Berg, the commissioner: "The pier must go."', "Ida Berg, the commissioner"),
        ('Commissioner Ida Berg (Porto): "The pier must go."', "Commissioner Ida Berg (Porto)"),
        ('And from Berg: "The pier must go."', "Berg"),
        ('And this from Ida Berg: "The pier must go."', "Ida Berg"),
        ('More from Ida Berg: "The pier must go."', "Ida Berg"),
        ('A statement by Ida Berg: "The pier must go."', "Ida Berg"),
        ('From the report: "The pier must go."', "the report"),
        ('Berg on the old pier: "The pier must go."', "Berg"),
        ('The union disagrees - Ida Berg: "The pier must go."', "Ida Berg"),
        ('The union was not asked. Berg: "The pier must go."', "Berg"),
        ('And from Berg:\n"The pier must go."', "Berg"),
        ('Ida Berg, the commissioner, in reply: "The pier must go."', "Ida Berg, the commissioner, in reply"),
    ],
)
def test_a_name_and_a_colon_introduce_a_quotation(told: Told, text: str, source: str) -> None:
    assert read(told(FIRST + text, upto="statements")) == [(source, ["The pier must go."])]


@pytest.mark.parametrize(
    "text",
    [
        'The result: "a disgrace to the port of Porto".',
        'Porto: "The pier must go."',
        'The sign at the gate: "No boats beyond this point."',
        'A fisherman of the old port: "No boats beyond this point."',
        "Berg: the pier must go.",
    ],
)
def test_what_names_no_speaker_introduces_none(told: Told, text: str) -> None:
    assert all(source is None for source, _ in read(told(FIRST + text, upto="statements")))


def test_a_quotation_over_paragraphs_is_introduced_once(told: Told) -> None:
    text = FIRST + 'Berg: "We waited a week.\n"Then we left."\nThe pier was empty.'
    assert read(told(text, upto="statements")) == [("Berg", ["We waited a week.", "Then we left."])]


def test_the_next_paragraph_goes_on(told: Told) -> None:
    record = told(FIRST + 'Berg: "The pier must go."\n"It is too old for boats."', upto="statements")
    first, second = (fact.value for fact in record.of("statement"))
    assert isinstance(first, Statement)
    assert isinstance(second, Statement)
    assert first.speaker == second.speaker is not None


def test_a_verb_of_saying_goes_before(told: Told) -> None:
    assert read(told(FIRST + 'Berg said: "The pier must go."', upto="statements")) == [("Berg", ["The pier must go."])]


# paragraphs without marks


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Berg wrote on Facebook:", "Berg"),
        ("Commissioner Ida Berg said:", "Commissioner Ida Berg"),
        ("Berg released the following statement:", "Berg"),
        ("This from Ida Berg:", "Ida Berg"),
        ("Speaking in Porto, Berg said:", "Berg"),
    ],
)
def test_the_paragraph_below_is_what_is_said(told: Told, line: str, source: str) -> None:
    text = FIRST + line + "\nThe pier is old and has to go.\nThe port has another pier."
    record = told(text, upto="statements")
    assert read(record) == [(source, ["The pier is old and has to go."])]
    (fact,) = record.of("statement")
    assert isinstance(fact.value, Statement)
    assert fact.value.manner == "direct"
    assert fact.confidence <= 0.7


def test_it_goes_on_as_long_as_somebody_speaks_of_us(told: Told) -> None:
    text = FIRST + "Berg said:\nThe pier is old.\nEverybody knew.\nWe will close it in May.\nThe port has another pier."
    assert read(told(text, upto="statements")) == [
        ("Berg", ["The pier is old.", "Everybody knew.", "We will close it in May."])
    ]


def test_it_ends_where_others_are_reported_on(told: Told) -> None:
    text = FIRST + "Berg said:\nWe know the pier.\nThe union said that it was old.\nWe were not asked about it."
    assert read(told(text, upto="statements"))[0] == ("Berg", ["We know the pier."])


def test_a_list_below_is_said_to_its_end(told: Told) -> None:
    text = FIRST + "Berg said:\n- The pier is old.\n- It has to go.\nThe port has another pier."
    assert read(told(text, upto="statements")) == [("Berg", ["The pier is old.", "It has to go."])]


def test_an_indented_block_is_said_to_its_end(told: Told) -> None:
    text = FIRST + "Berg wrote:\n    The pier is old.\n    Boats must leave.\nThe port has another pier."
    record = told(text, upto="statements")
    assert [[words.strip() for words in said] for _, said in read(record)] == [
        ["The pier is old.", "Boats must leave."]
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Berg said there were three reasons:",
        "The pier has three owners:",
        "Berg spoke out against the union:",
        "What we learned in Porto:",
        "Berg asked herself:",
        "Berg wrote the story of the whole port for children:",
    ],
)
def test_not_every_colon_introduces_speech(told: Told, line: str) -> None:
    found = read(told(FIRST + line + "\nThe pier is old and has to go.", upto="statements"))
    assert all("The pier is old and has to go." not in said for _, said in found)
