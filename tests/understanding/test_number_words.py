"""The words that numbers are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.understanding.harm.number_words import lexicon_of, match

ENGLISH = lexicon_of("en")


def test_it_is_made_once() -> None:
    assert lexicon_of("en") is ENGLISH


@pytest.mark.parametrize("word", ["twelve", "dozens", "a", "at", "half", "between", "$", "several", "million", "both"])
def test_a_number_may_start_with(word: str) -> None:
    assert word in ENGLISH.starts


@pytest.mark.parametrize("word", ["soldier", "of", "usd", "killed", "more-over", ""])
def test_no_number_starts_with(word: str) -> None:
    assert word not in ENGLISH.starts


@pytest.mark.parametrize(
    ("words", "hedge", "end"),
    [
        ("at least nine", "at_least", 2),
        ("no fewer than nine", "at_least", 3),
        ("no more than nine", "up_to", 3),
        ("more than nine", "more_than", 2),
        ("as many as nine", "up_to", 3),
        ("nearly nine", "nearly", 1),
        ("some nine", "about", 1),
        ("nine", None, 0),
        ("at nine", None, 0),
        ("at", None, 0),
    ],
)
def test_hedges(words: str, hedge: str | None, end: int) -> None:
    assert match(words.split(), 0, ENGLISH.hedges) == (hedge, end)


@pytest.mark.parametrize(
    ("words", "ends", "last"),
    [
        ("tens of thousands of men", (20_000, 99_999), 3),
        ("thousands of men", (2_000, 9_999), 1),
        ("a few men", (3, 9), 2),
        ("no one came", (0, 0), 2),
        ("tens of men", None, 0),
    ],
)
def test_the_longest_phrase_wins(words: str, ends: tuple[int, int] | None, last: int) -> None:
    assert match(words.split(), 0, ENGLISH.vague) == (ends, last)


def test_beyond_the_end_is_nothing() -> None:
    assert match(["nine"], 1, ENGLISH.hedges) == (None, 1)
    assert match([], 0, ENGLISH.hedges) == (None, 0)


def test_every_vague_number_is_an_interval() -> None:
    for rows in ENGLISH.vague.values():
        assert all(0 <= low <= high for _, (low, high) in rows)


@given(
    st.lists(st.sampled_from(("at", "least", "no", "more", "than", "a", "few", "tens", "of", "thousands")), max_size=6)
)
def test_a_match_ends_inside_the_words(words: list[str]) -> None:
    for i in range(len(words)):
        for table in (ENGLISH.hedges, ENGLISH.vague, ENGLISH.after):
            found, end = match(words, i, table)
            assert i <= end <= len(words) and (found is None) == (end == i)
