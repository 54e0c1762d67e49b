"""Where somebody is at home: behind an age, behind what somebody is, and behind nothing else."""

import pytest

from dateline.annotated import Token
from dateline.annotation.homes import LONGEST_DESCRIPTION, OLDEST, is_home

TITLES = frozenset({"banker", "mayor"})
TAGS = {"a": "DT", "the": "DT"}


def home(text: str) -> bool:
    """Whether the last word of a text, parted by blanks, is somebody's home."""
    words = text.split()
    fields = {"pos": "X", "dep": "dep", "sentence": 0, "block": 0}
    tokens = [
        Token(
            i=i, text=word, lemma=word, tag=TAGS.get(word, "NN"), head=i, start=9 * i, end=9 * i + len(word), **fields
        )  # type: ignore[arg-type]
        for i, word in enumerate(words)
    ]
    return is_home(tokens, len(tokens) - 1, TITLES)


@pytest.mark.parametrize(
    "text",
    [
        "Berg , 34 , of Lund",
        "Berg , 34-year-old , of Lund",
        "Berg , 34 - year - old , of Lund",
        "Berg ( 34 ) of Lund",
        "Berg , a banker , of Lund",
        "Berg , the former mayor , of Lund",
        f"Berg , {OLDEST} , of Lund",
    ],
)
def test_an_age_or_a_description_stands_before_a_home(text: str) -> None:
    assert home(text)


@pytest.mark.parametrize(
    "text",
    [
        "34 , of Lund",
        "sold 34 , of Lund",
        "sold , 34 , of Lund",
        "Berg , 2,000 , of Lund",
        f"Berg , {OLDEST + 1} , of Lund",
        "Berg , 0 , of Lund",
        "Berg , 34 , in Lund",
        "Berg ( 34 , of Lund",
        "Berg , 34 ) of Lund",
        "Berg , banker , of Lund",
        "Berg , a boat , of Lund",
        "Berg , the mayor of Oslo and of all the rest , of Lund",
        "Berg of Lund",
        "of Lund",
        "Lund",
    ],
)
def test_what_is_no_home(text: str) -> None:
    assert not home(text)


def test_a_description_is_short() -> None:
    assert home("Berg , a " + "kind " * (LONGEST_DESCRIPTION - 3) + "banker , of Lund")
    assert not home("Berg , a " + "kind " * LONGEST_DESCRIPTION + "banker , of Lund")
