"""How titles come as words: their stops and hyphens, heads, endings of time, posts and ranks."""

import pytest

from dateline.languages.titles import spellings, title_words

TITLES = title_words("en")


@pytest.mark.parametrize(
    ("title", "spelt"),
    [
        ("mayor", ["mayor"]),
        ("lt. gov.", ["lt. gov.", "lt . gov .", "lt gov", "lt. gov"]),
        ("vice-president", ["vice - president", "vice-president"]),
    ],
)
def test_how_a_title_comes_as_words(title: str, spelt: list[str]) -> None:
    found = {" ".join(words) for words in spellings(title, ())}
    assert set(spelt) <= found


def test_an_ending_may_be_joined_to_a_title() -> None:
    assert ("mayor", "-", "elect") in set(spellings("mayor", ("elect",)))


@pytest.mark.parametrize(
    ("text", "is_post"), [("mayor", True), ("minister", True), ("general", False), ("colonel", False), ("door", False)]
)
def test_posts_are_no_ranks(text: str, is_post: bool) -> None:
    assert TITLES.is_post(text) is is_post


@pytest.mark.parametrize("title", ["mayor", "lt. gen.", "editor-in-chief", "vice-president of ports", "sgt. maj."])
def test_every_spelling_has_the_titles_letters(title: str) -> None:
    letters = [letter for letter in title if letter.isalpha()]
    for words in spellings(title, ()):
        assert all(words)
        assert [letter for word in words for letter in word if letter.isalpha()] == letters


@pytest.mark.parametrize(
    ("words", "apart", "size"),
    [
        ("a fellow", True, 1),
        ("a fellow", False, 0),
        ("a senior judge", True, 1),
        ("the door", True, 0),
        ("chief of the door", True, 0),
    ],
)
def test_what_ends_a_title(words: str, apart: bool, size: int) -> None:
    parts = words.split()
    last = len(parts) - 1
    assert (TITLES.ends_apart(parts, last) if apart else TITLES.ends(parts, last)) == size
    assert not apart or TITLES.size_of(parts) == size


@pytest.mark.parametrize(
    ("words", "full"),
    [
        ("gen .", "general"),
        ("lt . col .", "lieutenant colonel"),
        ("vice - mayor", "vice mayor"),
        ("sen.", "senator"),
        ("", ""),
    ],
)
def test_short_forms_are_small_letters(words: str, full: str) -> None:
    assert " ".join(TITLES.in_full(words.split())) == full


def test_no_title_is_empty_and_no_head_a_stop() -> None:
    assert all(words and all(words) for words in TITLES.sectors)
    assert not TITLES.heads & {".", "-", ""}
    assert TITLES.heads <= TITLES.apart_heads
    assert TITLES.ranks
    assert max(map(len, TITLES.sectors)) == TITLES.longest


def test_kin_have_no_sector_of_a_state() -> None:
    assert all(TITLES.sector(words) not in ("GOV", "MIL", "COP", "LEG") for words in TITLES.kin)
