"""Titles of a language, looked up by their last word."""

import pytest

from dateline.languages import load
from dateline.languages.titles import NO_SECTOR, TitleWords, title_words

TITLES = title_words("en")
WORDS = load("en").titles


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("minister", 1),
        ("the prime minister", 2),
        ("deputy prime minister", 2),
        ("chief of the general staff", 5),
        ("police chief", 2),
        ("a secretary of state", 3),
        ("state", 0),
        ("staff", 0),
        ("general staff", 0),
        ("water", 0),
        ("the officer", 0),
        ("police officer", 2),
    ],
)
def test_the_longest_title_that_ends_there(words: str, size: int) -> None:
    parts = words.split()
    assert TITLES.ends(parts, len(parts) - 1) == size


def test_a_title_ends_where_asked_and_nowhere_else() -> None:
    words = ["prime", "minister", "of", "state"]
    assert [TITLES.ends(words, i) for i in range(4)] == [0, 2, 0, 0]


@pytest.mark.parametrize(
    ("title", "sector"),
    [
        ("minister", "GOV"),
        ("deputy water minister", "GOV"),
        ("police chief", "COP"),
        ("rebel commander", "REB"),
        ("commander", "MIL"),
        ("opposition leader", "PTY"),
        ("chief justice", "JUD"),
        ("chief", None),
        ("village head", None),
        ("water", None),
        ("minister of water", None),
    ],
)
def test_the_sector_goes_by_the_longest_ending(title: str, sector: str | None) -> None:
    assert TITLES.sector(tuple(title.split())) == sector


def test_nothing_has_no_sector() -> None:
    assert TITLES.sector(()) is None


@pytest.mark.parametrize(
    ("word", "state"),
    [("former", "former"), ("ex", "former"), ("incoming", "future"), ("elect", "future"), ("deputy", None)],
)
def test_words_that_tell_when(word: str, state: str | None) -> None:
    assert TITLES.states.get(word) == state


@pytest.mark.parametrize(
    ("word", "gender"), [("mr", "male"), ("queen", "female"), ("spokeswoman", "female"), ("minister", None)]
)
def test_words_that_tell_the_gender(word: str, gender: str | None) -> None:
    assert TITLES.genders.get(word) == gender


def test_acting_is_neither_former_nor_future() -> None:
    assert "acting" in TITLES.acting
    assert TITLES.acting.isdisjoint(TITLES.states)


def test_no_word_tells_two_times_or_two_genders() -> None:
    assert set(WORDS.former).isdisjoint(WORDS.future)
    assert set(WORDS.male).isdisjoint(WORDS.female)


def test_a_title_has_one_sector() -> None:
    every = [title for titles in WORDS.by_sector.values() for title in titles]
    allowed = {"imam", "mullah", "sheikh", "ayatollah"}
    assert {title for title in every if every.count(title) > 1} <= allowed


def test_titles_are_small_and_sectors_are_codes() -> None:
    for sector, titles in WORDS.by_sector.items():
        assert sector.isupper()
        assert 3 <= len(sector) <= len(NO_SECTOR)
        assert all(title == title.lower() == " ".join(title.split()) for title in titles)


def test_every_head_ends_a_title_of_its_own_words() -> None:
    for title in TITLES.sectors:
        assert title[-1] in TITLES.heads
        assert TITLES.ends(title, len(title) - 1) == len(title)


def test_titles_are_prepared_once() -> None:
    assert title_words("en") is title_words("en")
    assert isinstance(TITLES, TitleWords)
