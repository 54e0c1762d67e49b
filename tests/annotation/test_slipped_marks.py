"""A quotation mark that slipped into a word: the parser reads the word, and everybody finds it where it stands."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotation.normal import normal_text
from dateline.annotation.quotes.in_words import slipped_marks
from dateline.record import Record
from dateline.values import Person, Statement

Told = Callable[..., Record]


def normal(text: str) -> str:
    return normal_text(text, 0, len(text)).text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('The har"bour was closed.', "The harbour was closed."),
        ("The har»bour was closed.", "The harbour was closed."),
        ("The “har“bour” was closed.", 'The "harbour" was closed.'),
        ('T"he har"bour was closed.', "The harbour was closed."),
        ('THE HAR"BOUR WAS CLOSED.', "THE HARBOUR WAS CLOSED."),
        ('Ma"rta Ruiz said: "We left."', 'Marta Ruiz said: "We left."'),
    ],
)
def test_a_word_is_read_without_the_mark_in_it(text: str, read: str) -> None:
    assert normal(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('It didn"t rain.', "It didn't rain."),
        ('It"s the mayor"s boat.', "It's the mayor's boat."),
        ("WE”LL SEE, THEY”VE LEFT.", "WE'LL SEE, THEY'VE LEFT."),
    ],
)
def test_it_is_an_apostrophe_before_the_rest_of_a_short_word(text: str, read: str) -> None:
    assert normal(text) == read


@pytest.mark.parametrize(
    "text",
    [
        'The mayor said"We leave" and left.',
        'The mayor said "we leave"and left.',
        'The pier is 5"x 7" long.',
        'The "pier" was closed.',
        'The mayor said"We leave and left.',
        "The pier's end",
        "",
    ],
)
def test_other_marks_stay(text: str) -> None:
    assert normal(text) == text
    assert slipped_marks(text, 0, len(text)) == frozenset()


def test_offsets_are_the_texts_own() -> None:
    text = 'xx. The har"bour fell.'
    assert slipped_marks(text, 4, len(text)) == {text.index('"')}
    found = normal_text(text, 4, len(text))
    at = found.text.index("harbour")
    first, last = found.origin(at, at + len("harbour"))
    assert text[first:last] == 'har"bour'


@given(st.text(alphabet="aB \"“”«»'.,", max_size=30))
def test_only_marks_between_letters_slip(text: str) -> None:
    for at in slipped_marks(text, 0, len(text)):
        assert text[at] in '"“”«»'
        assert text[at - 1].isalpha() and text[at + 1].isalpha()


def the_statement(record: Record) -> Statement:
    (value,) = [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]
    return value


@pytest.mark.parametrize(
    "text",
    [
        'The police chief, Marta Ruiz, said the pier was clo"sed on Monday.',
        'The police chief, Mar"ta Ruiz, said the pier was closed on Monday.',
        "The po»lice chief, Marta Ruiz, said the pier was closed on Monday.",
    ],
)
def test_what_is_said_is_what_would_be_without_it(told: Told, text: str) -> None:
    record = told(text, upto="statements")
    value = the_statement(record)
    (content,) = value.content
    assert record.words(content).replace('"', "") == "the pier was closed on Monday"
    speaker = record.get(value.speaker)
    assert speaker is not None and isinstance(speaker.value, Person) and speaker.value.name == "Marta Ruiz"
    assert len(record.annotation.stray_marks) == 1
