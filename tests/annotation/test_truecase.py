"""Capitals copy in newspaper letters, character by character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotation.truecase import common_words, is_capitals, truecased

COMMON = {"the", "president", "said", "that", "army", "in", "new", "national", "water", "council", "of", "man", "a"}
PLACES = {"new york", "san marco"}


def cased(text: str) -> str:
    return truecased(text, COMMON.__contains__, lambda name: name.lower() in PLACES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE PRESIDENT SAID THAT ORLENA BRUM", "The president said that Orlena Brum"),
        ("SAID. THE ARMY", "Said. The army"),
        ('SAID: "THE ARMY', 'Said: "the army'),
        ("THE ARMY IN NEW YORK", "The army in New York"),
        ("A NEW MAN", "A new man"),
        ("THE NATIONAL WATER COUNCIL (NWC) SAID", "The National Water Council (NWC) said"),
        ("THE NATIONAL COUNCIL OF WATER (NCW)", "The National Council of Water (NCW)"),
        ("THE FPMR SAID", "The FPMR said"),
        ("THE U.S. ARMY", "The U.S. army"),
    ],
)
def test_newspaper_letters(text: str, expected: str) -> None:
    assert cased(text) == expected


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("THE ARMY LEFT THE TOWN", True),
        ("The army left the town", False),
        ("UN", False),
        ("THE ARMY LEFT THE McKAY TOWN", True),
        ("12 345 678 901 234", False),
        ("", False),
    ],
)
def test_what_counts_as_capitals(text: str, capitals: bool) -> None:
    assert is_capitals(text) is capitals


def test_learnt_words_are_single_small_words() -> None:
    words = common_words("en")
    assert len(words) > 5_000
    assert all(word.isalpha() and word.islower() for word in words)
    assert {"said", "the", "police"} <= words


def test_a_language_without_a_list_has_none() -> None:
    assert common_words("xx") == frozenset()


@given(st.text(max_size=80))
def test_length_never_changes(text: str) -> None:
    assert len(cased(text.upper())) == len(text.upper())


@given(st.text(alphabet="ABC ().\"'- ", max_size=60))
def test_only_the_case_changes(text: str) -> None:
    assert cased(text).upper() == text.upper()
