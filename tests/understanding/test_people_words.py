"""Words for people."""

from collections.abc import Callable

import pytest

from dateline.annotated import Annotation, Token
from dateline.record import Record
from dateline.understanding.harm.people_words import people_words

Told = Callable[..., Record]
WORDS = people_words("en")


def at(told: Told, text: str, word: str) -> tuple[Annotation, Token]:
    annotation = told(text, upto="places").annotation
    return annotation, next(token for token in annotation.tokens if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "person"),
    [
        ("The soldier left.", "soldier", True),
        ("The soldiers left.", "soldiers", True),
        ("The fisherwoman left.", "fisherwoman", True),
        ("Two pianists left.", "pianists", True),
        ("Maria Lopez left.", "Lopez", True),
        ("Two Norwegians left.", "Norwegians", True),
        ("The Norwegian ship left.", "Norwegian", False),
        ("The bridge fell.", "bridge", False),
        ("Lisbon slept.", "Lisbon", False),
        ("Soldiers killed rebels.", "killed", False),
        ("The specimen broke.", "specimen", False),
        ("The artist left.", "artist", True),
        ("Two passers-by left.", "passers", True),
        ("The list is long.", "list", False),
        ("He left.", "left", False),
    ],
)
def test_is_person(told: Told, text: str, word: str, person: bool) -> None:
    assert WORDS.is_person(*at(told, text, word)) is person


@pytest.mark.parametrize(
    ("text", "word", "parts"),
    [
        ("Her brother-in-law left.", "brother", ["brother", "-", "in", "-", "law"]),
        ("A passer-by left.", "passer", ["passer", "-", "by"]),
        ("Her brother - a nurse - left.", "brother", ["brother"]),
        ("Her brother left.", "brother", ["brother"]),
        ("A 12-year-old left.", "left", ["left"]),
    ],
)
def test_hyphenated(told: Told, text: str, word: str, parts: list[str]) -> None:
    assert [token.text for token in WORDS.hyphenated(*at(told, text, word))] == parts


def test_a_hyphen_at_the_end_joins_nothing(told: Told) -> None:
    annotation = told("Her brother-", upto="places").annotation
    for token in annotation.tokens:
        assert WORDS.hyphenated(annotation, token)[0] is token


def test_the_words_are_made_once() -> None:
    assert people_words("en") is WORDS


def test_the_rest_are_loose_words_too() -> None:
    assert WORDS.rest <= WORDS.loose and "another" in WORDS.one
