"""Lists of offences and the words of a sentence."""

from collections.abc import Callable

import pytest

from dateline.annotated import Annotation, Token
from dateline.record import Record
from dateline.understanding.law.offences import offences_behind
from dateline.understanding.law.pieces import is_offence
from dateline.understanding.law.terms import term_behind

Told = Callable[..., Record]
OPENERS = ("with", "of", "for", "on charges of", "on suspicion of")


def at(told: Told, text: str, word: str) -> tuple[Annotation, Token]:
    annotation = told(text, upto="places").annotation
    return annotation, next(token for token in annotation.tokens if token.text == word)


def names(told: Told, text: str, word: str = "charged") -> tuple[str, ...]:
    found = offences_behind(*at(told, text, word), OPENERS).offences
    return found.names if found else ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana was charged with murder.", ("murder",)),
        ("Ana was charged with murder and arson.", ("murder", "arson")),
        ("Ana was charged with murder, arson and tax fraud.", ("murder", "arson", "tax fraud")),
        ("Ana was charged with murder, arson, and theft.", ("murder", "arson", "theft")),
        ("Ana was charged with the alleged murder of a guard.", ("murder of a guard",)),
        ("Ana was charged with murder after a raid.", ("murder",)),
        ("Ana was charged with murder on Monday.", ("murder",)),
        ("Ana was charged with murder in Lisbon.", ("murder",)),
        ("Ana was charged on Monday with murder.", ("murder",)),
        ("Ana was charged with two counts of murder.", ("two counts of murder",)),
        ("Ana was charged with a count of murder.", ("murder",)),
        ("Ana was charged with stealing a car.", ("stealing a car",)),
        ("Ana was charged with murder, police said.", ("murder",)),
        ("Ana was charged with involvement in a murder.", ("involvement in a murder",)),
        ("Ana was charged with murder of two nuns and a priest.", ("murder of two nuns and a priest",)),
        ("Ana was charged with murder; Ben fled.", ("murder",)),
        ("Ana was charged with “murder and arson”.", ("murder", "arson")),
        ("ANA WAS CHARGED WITH MURDER AND ARSON.", ("murder", "arson")),
        ("Ana was charged with fraud and fraud.", ("fraud",)),
    ],
)
def test_lists(told: Told, text: str, expected: tuple[str, ...]) -> None:
    assert names(told, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ana was charged with energy.",
        "Ana was charged with Ben Cole.",
        "Ana was charged for questioning.",
        "Ana was charged and Ben wrote of murder.",
        "Ana was charged.",
        "Ana was charged with",
        "Ana was charged with a",
        "Ana was charged. A film of murder followed.",
    ],
)
def test_no_list(told: Told, text: str) -> None:
    assert names(told, text) == ()


def test_another_name_opens_another_charge(told: Told) -> None:
    assert names(told, "Ana Silva was charged with fraud and Ben Cole with theft.") == ("fraud",)


def test_the_span_is_the_whole_list(told: Told) -> None:
    text = "Ana was charged with the murder of a guard and arson on Monday."
    record = told(text, upto="places")
    found = offences_behind(*at(told, text, "charged"), OPENERS).offences
    assert found is not None and record.words(found.span) == "murder of a guard and arson"


@pytest.mark.parametrize(
    ("text", "offence"),
    [("murder", True), ("running", True), ("questioning", False), ("bread", False), ("illegal weapons", True)],
)
def test_is_offence(told: Told, text: str, offence: bool) -> None:
    annotation = told(f"He spoke of {text}.", upto="places").annotation
    assert is_offence(annotation, annotation.tokens[3:-1]) is offence


def test_nothing_is_no_offence(told: Told) -> None:
    assert not is_offence(told("Ana left.", upto="places").annotation, [])


@pytest.mark.parametrize(
    ("text", "opener", "expected"),
    [
        ("Ana was sentenced to five years in prison for fraud.", "to", "five years in prison"),
        ("Ana was sentenced to death.", "to", "death"),
        ("Ana was sentenced to life imprisonment on Monday.", "to", "life imprisonment"),
        ("Ana was sentenced on Monday to 15 years and six months in jail.", "to", "15 years and six months in jail"),
        ("Ana was sentenced for six years for arson.", "for", "six years"),
        ("Ana was sentenced to a six-month term.", "to", "a six-month term"),
        ("Ana was sentenced to a fine.", "to", "a fine"),
    ],
)
def test_terms(told: Told, text: str, opener: str, expected: str) -> None:
    record = told(text, upto="places")
    span = term_behind(*at(told, text, "sentenced"), (opener,))
    assert span is not None and record.words(span) == expected


@pytest.mark.parametrize(
    "text", ["Ana was sentenced for arson.", "Ana was sentenced.", "Ana was sentenced to", "Ana was sentenced to sing."]
)
def test_no_term(told: Told, text: str) -> None:
    assert term_behind(*at(told, text, "sentenced"), ("to",)) is None


def test_the_opener_of_a_term_opens_no_offences(told: Told) -> None:
    annotation, verb = at(told, "Ana was jailed for six years for arson.", "jailed")
    term = term_behind(annotation, verb, ("for",))
    found = offences_behind(annotation, verb, ("for",), term).offences
    assert term is not None and found is not None and found.names == ("arson",)


def test_a_list_ends_with_its_sentence(told: Told) -> None:
    assert names(told, "Ana was charged with murder. Theft and arson are rare.") == ("murder",)
