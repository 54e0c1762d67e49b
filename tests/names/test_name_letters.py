"""Any script in plain letters, the pieces of a name as written, words in sounds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.names.folding import differing_spellings, distance, far, fold, skeleton, sounds_alike, stem, undoubled
from dateline.names.letters import korean, plain, signs
from dateline.names.tokens import LONGEST, MOST, letters_for_digits, tokens


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("Brandt", "brandt"),
        ("Brändt", "brandt"),
        ("ÅSTVIK", "astvik"),
        ("Straßer", "strasser"),
        ("Łukawa", "lukawa"),
        ("Ñandez", "nandez"),
        ("ﬁnckler", "finckler"),
        ("O’Tarry", "o'tarry"),
        ("Иван", "ivan"),
        ("Гнат", "gnat"),
        ("Гнатів", "hnativ"),
        ("Єва", "yeva"),
        ("Їжак", "yizhak"),
        ("שלום", "slwm"),
        ("박", "bag"),
        ("박하늘", "parkhanul"),
        ("정하늘", "junghanul"),
        ("王國強", "wangguoqiang"),
        ("١٢", "12"),
        ("", ""),
    ],
)
def test_plain_letters(written: str, latin: str) -> None:
    assert plain(written) == latin


def test_one_surname_is_spelt_as_its_bearers_spell_it_only_beside_a_given_name() -> None:
    assert korean("김동수") == ["kim", "dong", "su"]
    assert korean("이은") == ["lee", "un"]
    assert korean("이") == ["i"]


@pytest.mark.parametrize(
    ("shown", "kept"), [("陳", "陈"), ("陈", "陈"), ("김", "김"), ("Chen", ""), ("陳Chen", ""), ("陳-", ""), ("", "")]
)
def test_signs(shown: str, kept: str) -> None:
    assert signs(shown) == kept


@given(st.text(max_size=80))
@settings(deadline=None)
def test_plain_letters_are_small_and_ascii_and_stay_so(text: str) -> None:
    latin = plain(text)
    assert latin.isascii() and latin == latin.lower()
    assert plain(latin) == latin


@pytest.mark.parametrize(
    ("written", "pieces"),
    [
        ("Greta Holm", "greta holm"),
        ("Holm, Greta", "holm, greta"),
        ("Kim Dong-su", "kim dong- su"),
        ("김동수", "kim- dong- su-"),
        ("al-Torviki", "al- torviki"),
        ("الحرازي", "al- hrzy"),
        ("J.R. Holm", "j. r. holm"),
        ("J. R. Holm", "j. r. holm"),
        ("Brek & Sons", "brek and sons"),
        ("A&B Foods", "a b foods"),
        ("Holm/Brandt", "holm brandt"),
        ("“Torvik”", "torvik"),
        ("O'Tarry", "otarry"),
        ("Nova.Vik", "nova vik"),
        ("Holm|Brandt;Lie", "holm brandt lie"),
        ("Holm – Brandt", "holm brandt"),
        ("Greta\tHolm\n", "greta holm"),
        ("...", ""),
        ("- , -", ""),
        ("", ""),
    ],
)
def test_pieces(written: str, pieces: str) -> None:
    """A hyphen ties a piece to the next, a dot says that it is short, a comma that a pause follows."""
    found = tokens(written)
    marked = (f"{t.plain}{'-' * t.tied}{'.' * (t.dotted and not t.tied)}{',' * t.comma}" for t in found)
    assert " ".join(marked) == pieces


def test_a_comma_behind_initials_is_the_last_ones() -> None:
    assert [piece.comma for piece in tokens("J.R., Holm")] == [False, True, False]


def test_arabic_and_hebrew_pieces_say_that_vowels_are_missing() -> None:
    assert [piece.vowelless for piece in tokens("كريم Holm שלום")] == [True, False, True]
    assert not any(piece.vowelless for piece in tokens("Иван 林 Åse"))


@given(st.text(max_size=400))
@settings(deadline=None)
def test_pieces_are_few_and_bare(text: str) -> None:
    found = tokens(text)
    assert len(found) <= MOST
    assert all(piece.plain and piece.plain.isalnum() and piece.plain.isascii() and piece.shown for piece in found)
    assert found == tokens(text[:LONGEST])


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("sm1th", "smith"),
        ("b0b", "bob"),
        ("h3rman", "herman"),
        ("j0hn50n", "johnson"),
        ("vi11a", "villa"),
        ("holm", "holm"),
        ("1990", "1990"),
        ("3m", "3m"),
        ("a1", "a1"),
        ("", ""),
    ],
)
def test_digits_that_were_written_for_letters(word: str, meant: str) -> None:
    assert letters_for_digits(word) == meant


@pytest.mark.parametrize(
    ("a", "b", "sounds"),
    [
        ("torvik", "torvik", 0.0),
        ("jumaev", "dzhumaev", 0.0),
        ("berg", "borg", 0.5),
        ("batur", "badur", 0.75),
        ("vetrov", "petrov", 1.0),
        ("lindner", "lindmark", 2.5),
        ("", "", 0.0),
    ],
)
def test_in_how_many_sounds_two_words_differ(a: str, b: str, sounds: float) -> None:
    assert distance(fold(a), fold(b)) == distance(fold(b), fold(a)) == sounds


@pytest.mark.parametrize(("a", "b"), [("torvik", "ashby"), ("lie", "brandtson"), ("greta", "olav")])
def test_words_that_need_no_closer_look(a: str, b: str) -> None:
    assert far(fold(a), fold(b)) and far(fold(b), fold(a))


@pytest.mark.parametrize(("a", "b"), [("torvik", "torvig"), ("berg", "borg"), ("holm", "holms"), ("", "")])
def test_words_that_need_a_closer_look(a: str, b: str) -> None:
    assert not far(fold(a), fold(b))


@pytest.mark.parametrize(("word", "single"), [("anna", "ana"), ("aabbccca", "abca"), ("holm", "holm"), ("", "")])
def test_letters_that_stand_twice(word: str, single: str) -> None:
    assert undoubled(word) == single


@pytest.mark.parametrize(
    ("word", "other", "stems"),
    [
        ("ivanovich", "petrovich", ("ivan", "petr")),
        ("bergson", "lindson", ("berg", "lind")),
        ("bergson", "lindsen", ("bergson", "lindsen")),
        ("holm", "brandt", ("holm", "brandt")),
        ("", "", ("", "")),
    ],
)
def test_stems(word: str, other: str, stems: tuple[str, str]) -> None:
    assert stem(word, other) == stems


@pytest.mark.parametrize(
    ("word", "vowelless", "bones"),
    [("nabil", False, "nbl"), ("nbyl", True, "nbl"), ("karim", False, "grm"), ("krym", True, "grm"), ("", True, "")],
)
def test_bones(word: str, vowelless: bool, bones: str) -> None:
    assert skeleton(word, vowelless) == bones


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=20))
def test_a_word_folds_to_its_own_pieces(word: str) -> None:
    folded = fold(word)
    assert "".join(spelling for spelling, _ in folded.pieces) == word
    assert sounds_alike(folded, fold(word)) and distance(folded, fold(word)) == 0
    assert differing_spellings(folded, folded) == []
    assert len(folded.coarse) == len(folded.bones) <= len(folded.key)
