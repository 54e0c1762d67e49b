"""Words of time: those that every reader takes for one, and none that is more often something else."""

import pytest

from dateline.annotation.time_words import is_time, time_words
from dateline.errors import UnknownLanguage


@pytest.mark.parametrize(
    "word",
    [
        *("Monday", "Thurs", "February", "Sept", "May"),
        *("week", "weeks", "decade", "centuries"),
        *("morning", "night", "noon", "midnight"),
        *("winter", "autumn", "Winter"),
        *("today", "yesterday", "tonight"),
        *("1994", "2026", "1789"),
    ],
)
def test_words_of_time_are_known(word: str) -> None:
    assert is_time(word, "en")


@pytest.mark.parametrize(
    "word", ["may", "march", "sat", "wed", "sun", "pier", "Ruiz", "old", "the", "second", "fall", "312", "2500", "19th"]
)
def test_other_words_and_numbers_are_none(word: str) -> None:
    assert not is_time(word, "en")


@pytest.mark.parametrize(("word", "known"), [("monday", True), ("january", True), ("march", False), ("june", False)])
def test_copy_in_capitals_has_days_and_months_in_small_letters(word: str, known: bool) -> None:
    assert is_time(word, "en") is known


def test_words_are_in_small_letters() -> None:
    assert all(word == word.lower() and word.strip() == word for word in time_words("en"))


def test_words_of_a_language_are_gathered_once() -> None:
    assert time_words("en") is time_words("en")


def test_a_language_without_a_pack_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        time_words("xx")
