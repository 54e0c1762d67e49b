"""The parser's text and the way back to the story's own offsets."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.annotation.normal import normal_text
from dateline.annotation.quotes.in_words import slipped_marks


def test_nothing_to_do_costs_no_table() -> None:
    normal = normal_text("xx The army left.", 3, 17)
    assert normal.text == "The army left."
    assert normal.starts == ()
    assert normal.origin(4, 8) == (7, 11)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("an\u00a0armed group", "an armed group"),
        ("Porto\u2019s mayor", "Porto's mayor"),
        ("\u201cNo,\u201d she said", '"No," she said'),
        ("one\ntwo", "one two"),
        ("\u00abNo\u00bb", '"No"'),
        ("co\u2011operate", "co-operate"),
    ],
)
def test_one_character_for_another(raw: str, clean: str) -> None:
    normal = normal_text(raw, 0, len(raw))
    assert normal.text == clean
    assert normal.origin(3, 4) == (3, 4)


@pytest.mark.parametrize(
    ("raw", "clean", "word", "origin"),
    [
        ("wide   gap here", "wide gap here", "gap", (7, 10)),
        ("``No,'' she said", '"No," she said', "she", (8, 11)),
        ("the &quot;army&quot; left", 'the "army" left', "army", (10, 14)),
        ("Ram &amp; Co. left", "Ram & Co. left", "left", (14, 18)),
        ("co\u00adoperate now", "cooperate now", "cooperate", (0, 10)),
        ("line\n   indented", "line indented", "indented", (8, 16)),
    ],
)
def test_what_shrinks_finds_its_way_back(raw: str, clean: str, word: str, origin: tuple[int, int]) -> None:
    normal = normal_text(raw, 0, len(raw))
    assert normal.text == clean
    at = clean.index(word)
    assert normal.origin(at, at + len(word)) == origin


def test_an_entity_stands_for_all_its_letters() -> None:
    normal = normal_text("&quot;No", 0, 8)
    assert normal.origin(0, 1) == (0, 6)


@given(st.text(alphabet="aB \n\u00a0\u2019\u201c`'&;quotamp\u00ad\u200b.", max_size=60), st.integers(0, 20))
def test_origins_rise_and_stay_inside(text: str, start: int) -> None:
    start = min(start, len(text))
    normal = normal_text(text, start, len(text))
    last = start
    for i in range(len(normal.text)):
        begin, end = normal.origin(i, i + 1)
        assert last <= begin < end <= len(text)
        last = end


@given(st.text(max_size=80))
def test_letters_are_never_changed(text: str) -> None:
    normal = normal_text(text, 0, len(text))
    for i, letter in enumerate(normal.text):
        begin, end = normal.origin(i, i + 1)
        if letter.isalpha():
            assert text[begin:end] == letter


@pytest.mark.parametrize("text", ["", " ", "a", "\u2019", "\u00ad", "''", "&amp;"])
def test_the_smallest_texts(text: str) -> None:
    normal = normal_text(text, 0, len(text))
    assert len(normal.text) <= len(text)
    if normal.text:
        assert normal.origin(0, len(normal.text)) == (0, len(text))


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("&lt;army&gt;", "&lt;army&gt;"),
        ("don't", "don't"),
        ("a - b", "a - b"),
        ("1,000", "1,000"),
        ("\u2014No\u2014", "\u2014No\u2014"),
        ("caf\u00e9", "caf\u00e9"),
        ("\U0001f600 left", "\U0001f600 left"),
    ],
)
def test_what_stays_as_it_is(raw: str, clean: str) -> None:
    assert normal_text(raw, 0, len(raw)).text == clean


def test_a_slice_knows_nothing_of_the_rest() -> None:
    text = "one  two  three"
    normal = normal_text(text, 3, 10)
    assert normal.text == " two "
    assert normal.origin(1, 4) == (5, 8)


@example("B``B")
@given(st.text(alphabet="aB \n\u2019`'&;ampquot\u00ad", max_size=40))
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    once = normal_text(text, 0, len(text)).text
    slipped = slipped_marks(once, 0, len(once))  # only what one character spells counts as slipped into a word
    if not slipped and not any(mark in once for mark in ("''", '""', "``", "&quot;", "&amp;", "&#39;")):
        assert normal_text(once, 0, len(once)).text.split() == once.split()
