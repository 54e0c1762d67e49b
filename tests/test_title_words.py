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
    assert [TITLES.ends(words, i) for i in range(4)] == [0, 2, 0, 3]


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


def test_every_title_ends_with_its_last_word() -> None:
    for title in TITLES.sectors:
        assert TITLES.ends(title, len(title) - 1) == len(title)


@pytest.mark.parametrize("word", ["state", "staff", "police", "portfolio", "elect", ".", "city"])
def test_what_only_closes_a_title_is_no_head(word: str) -> None:
    assert word not in TITLES.heads


@pytest.mark.parametrize(
    "word", ["secretary", "chief", "minister", "editor", "gov.", "gov", "capt", "general", "mayor"]
)
def test_heads(word: str) -> None:
    assert word in TITLES.heads


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("lt . gen .", 4),
        ("lt. gen.", 2),
        ("lt gen", 2),
        ("president - elect", 3),
        ("ambassador - designate", 3),
        ("editor - in - chief", 5),
        ("secretary - general", 3),
        ("the elect", 0),
        ("minister without portfolio", 3),
        ("fellow", 0),
    ],
)
def test_stops_and_hyphens(words: str, size: int) -> None:
    parts = words.split()
    assert TITLES.ends(parts, len(parts) - 1) == size


def test_some_words_are_titles_apart_from_a_name_only() -> None:
    assert TITLES.ends(["fellow"], 0) == 0
    assert TITLES.ends_apart(["fellow"], 0) == 1


@pytest.mark.parametrize(
    ("words", "full"),
    [
        (("lt", ".", "gen", "."), "lieutenant general"),
        (("lt.", "gen."), "lieutenant general"),
        (("vice", "-", "president"), "vice president"),
        (("sen.",), "senator"),
        (("mayor",), "mayor"),
    ],
)
def test_short_forms_written_out(words: tuple[str, ...], full: str) -> None:
    assert " ".join(TITLES.in_full(words)) == full


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("major general", True),
        ("army major general", True),
        ("attorney general", False),
        ("secretary - general", False),
        ("sgt. maj.", True),
        ("mayor", False),
        ("director general", False),
    ],
)
def test_ranks(words: str, rank: bool) -> None:
    assert TITLES.is_rank(tuple(words.split())) is rank


@pytest.mark.parametrize(
    ("title", "sector"),
    [
        ("lieutenant governor", "GOV"),
        ("high commissioner", "GOV"),
        ("chargé d'affaires", "GOV"),
        ("national security adviser", "GOV"),
        ("state senator", "LEG"),
        ("councillor", "LEG"),
        ("chief prosecutor", "JUD"),
        ("associate justice", "JUD"),
        ("army chief of staff", "MIL"),
        ("commander - in - chief", "MIL"),
        ("wing commander", "MIL"),
        ("detective sergeant", "COP"),
        ("chief constable", "COP"),
        ("intelligence chief", "SPY"),
        ("separatist leader", "REB"),
        ("campaign manager", "PTY"),
        ("grand ayatollah", "REL"),
        ("chief rabbi", "REL"),
        ("monsignor", "REL"),
        ("fund manager", "BUS"),
        ("vice - chancellor", "EDU"),
        ("assistant professor", "EDU"),
        ("foreign correspondent", "JRN"),
        ("neurosurgeon", "MED"),
        ("tribal elder", "SOC"),
        ("union leader", "LAB"),
        ("dairy farmer", "AGR"),
        ("drug lord", "CRM"),
        ("midfielder", "CVL"),
        ("chairman", None),
        ("secretary - general", None),
    ],
)
def test_sectors_of_many_posts(title: str, sector: str | None) -> None:
    assert TITLES.sector(tuple(title.split())) == sector


def test_titles_are_prepared_once() -> None:
    assert title_words("en") is title_words("en")
    assert isinstance(TITLES, TitleWords)
