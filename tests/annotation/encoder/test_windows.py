"""Texts into windows: the words, their shapes, and where a window ends."""

from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dateline.annotation import encoder
from dateline.annotation.encoder import windows as module
from dateline.annotation.encoder.windows import FIRST, LAST, OVERLAP, SHAPES, WINDOW, Window, shape, windows, words_of

TOKENIZER = Tokenizer.from_file(str(Path(encoder.__file__).parent / "tokenizer.json"))
TOKENIZER.no_truncation()
TOKENIZER.no_padding()

FERRY = "The ferry left the old pier on a cold morning and nobody waved. "
"""14 words, a piece each."""


def cut(text: str) -> list[Window]:
    return list(windows(text, TOKENIZER))


def cut_small(text: str) -> list[Window]:
    """The same in windows of 12 pieces, so that short texts have several."""
    with patch.multiple(module, WINDOW=12, OVERLAP=4):
        return cut(text)


def words(text: str, window: Window) -> list[str]:
    return [text[start:end] for start, end in window.spans.tolist()]


def told(text: str) -> list[str]:
    return [text[start:end] for start, end in words_of(text, TOKENIZER).spans.tolist()]


# Words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruiz left.", ["Ruiz", "left", "."]),
        ("Ruiz's co-owner", ["Ruiz", "'", "s", "co", "-", "owner"]),
        ("the U.S. “pier”", ["the", "U", ".", "S", ".", "“", "pier", "”"]),
        ("  Two\n\nlines ", ["Two", "lines"]),
        ("Çelik and Łódźka", ["Çelik", "and", "Łódźka"]),
        ("zxqwvk ferryboats", ["zxqwvk", "ferryboats"]),
        ("[MASK] [SEP]", ["[MASK]", "[SEP]"]),
        ("x" * 300 + " left", ["x" * 300, "left"]),
    ],
)
def test_words_are_cut_at_white_space_and_punctuation(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n\t"])
def test_a_text_without_words_has_no_window(text: str) -> None:
    assert told(text) == []
    assert cut(text) == []


def test_the_pieces_of_a_word_are_one_word() -> None:
    found = words_of("zxqwvk left", TOKENIZER)
    assert len(found.spans) == 2
    assert found.opens.tolist() == [0, len(found.ids) - 1, len(found.ids)]


# Shapes


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("pier", 0),
        ("4th", 0),
        ("Pier", 1),
        ("A", 1),
        ("É", 1),
        ("NATO", 2),
        ("B2", 2),
        ("McRuiz", 3),
        ("iPier", 3),
        ("1984", 4),
        (".", 5),
        ("—", 5),
        ("", 5),
    ],
)
def test_the_shape_of_a_word(word: str, expected: int) -> None:
    assert shape(word) == expected


def shapes(text: str) -> list[int]:
    [window] = cut(text)
    return window.shapes[window.words].tolist()


@pytest.mark.parametrize(
    "text", ['He said "We left" then', "He said “We left” then", "He said «We left» then", "He said „We left” then"]
)
def test_words_within_quotation_marks_have_shapes_of_their_own(text: str) -> None:
    assert shapes(text) == [1, 0, 5, 1 + SHAPES, 0 + SHAPES, 5, 0]


def test_straight_marks_open_and_close_in_turn() -> None:
    assert [i for i, each in enumerate(shapes('"We" or "you" left')) if each >= SHAPES] == [1, 5]


def test_a_new_paragraph_closes_the_marks() -> None:
    assert [i for i, each in enumerate(shapes('"We left\nnobody waved')) if each >= SHAPES] == [1, 2]


def test_an_apostrophe_quotes_nothing() -> None:
    assert all(each < SHAPES for each in shapes("the pilots' ferry 'left' Ruiz’s pier"))


def test_every_piece_of_a_word_has_its_shape() -> None:
    [window] = cut("Zxqwvk left")
    inner = window.shapes[1:-1].tolist()
    assert inner == [1] * (len(inner) - 1) + [0]


# Windows


def test_a_short_text_is_one_window_between_two_marks() -> None:
    [window] = cut("Ruiz left the pier.")
    assert window.ids[0] == FIRST
    assert window.ids[-1] == LAST
    assert len(window.ids) == len(window.shapes) == 7
    assert window.words.tolist() == [1, 2, 3, 4, 5]
    assert window.shapes[[0, -1]].tolist() == [SHAPES - 1] * 2


def test_words_are_the_positions_of_their_first_pieces() -> None:
    text = "Zxqwvk left unputdownable quayside ferryboats to Qwxyz."
    [window] = cut(text)
    openers = [TOKENIZER.id_to_token(int(i)) for i in window.ids[window.words]]
    rest = np.delete(window.ids, [0, *window.words, len(window.ids) - 1])
    assert not any(token.startswith("##") for token in openers)
    assert all(TOKENIZER.id_to_token(int(i)).startswith("##") for i in rest)


def test_paragraphs_stand_side_by_side_as_far_as_they_fit() -> None:
    text = "\n".join([FERRY.strip()] * 20)
    found = cut(text)
    assert [len(window.ids) for window in found] == [2 + 13 * 14, 2 + 7 * 14]
    assert words(text, found[1])[:2] == ["The", "ferry"]


def test_whole_paragraphs_share_nothing() -> None:
    text = "\n".join([FERRY.strip()] * 20)
    assert all(a.spans[-1, 1] <= b.spans[0, 0] for a, b in pairwise(cut(text)))


def test_a_paragraph_that_does_not_fit_begins_a_window() -> None:
    text = f"Nobody waved to the crew of the ferry on that day.\n{(FERRY * 13).strip()}\nNobody came."
    found = cut(text)
    assert [words(text, window)[0] for window in found] == ["Nobody", "The"]
    assert words(text, found[1])[-3:] == ["Nobody", "came", "."]


def test_a_long_paragraph_is_cut_with_an_overlap() -> None:
    found = cut(FERRY * 30)
    assert len(found) == 3
    for before, after in pairwise(found):
        assert len(before.ids) == WINDOW
        assert np.count_nonzero(before.spans[:, 0] >= after.spans[0, 0]) == OVERLAP


def test_what_follows_a_long_paragraph_begins_anew() -> None:
    text = f"{(FERRY * 20).strip()}\nNobody came."
    assert words(text, cut(text)[-1]) == ["Nobody", "came", "."]


def test_a_word_longer_than_a_window_has_one_of_its_own() -> None:
    text = "Ruiz saw zxqwvkzxqwvkzxqwvk there"
    assert ["zxqwvkzxqwvkzxqwvk"] in [words(text, window) for window in cut_small(text)]


# Any text

WORDS = st.sampled_from(
    ["Ruiz", "left", "the", "zxqwvk", "unputdownable", '"', "“", ".", "\n", "U.S.", "x" * 25, "東京"]
)
ANY = st.text(max_size=60) | st.lists(WORDS, max_size=60).map(" ".join)


@settings(max_examples=80)
@given(ANY)
def test_every_word_lies_in_a_window(text: str) -> None:
    inside = {tuple(span) for window in cut_small(text) for span in window.spans.tolist()}
    assert inside == {tuple(span) for span in words_of(text, TOKENIZER).spans.tolist()}


@settings(max_examples=80)
@given(ANY)
def test_spans_are_in_order_and_within_the_text(text: str) -> None:
    for window in cut_small(text):
        spans = window.spans.tolist()
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert all(text[start:end].strip() for start, end in spans)


@settings(max_examples=80)
@given(ANY)
def test_no_window_is_too_long_but_for_a_single_word(text: str) -> None:
    assert all(len(window.ids) <= 12 or len(window.words) == 1 for window in cut_small(text))


@settings(max_examples=60)
@given(ANY)
def test_windows_go_on_through_the_text(text: str) -> None:
    found = cut_small(text)
    for before, after in pairwise(found):
        assert before.spans[0, 0] < after.spans[0, 0]
        assert before.spans[-1, 1] <= after.spans[-1, 1]


@settings(max_examples=60)
@given(ANY)
def test_the_parts_of_a_window_fit_together(text: str) -> None:
    for window in cut_small(text):
        assert len(window.ids) == len(window.shapes)
        assert len(window.words) == len(window.spans)
        assert np.all(np.diff(window.words) > 0)
        assert window.words[0] == 1
        assert window.words[-1] < len(window.ids) - 1
        assert np.all((window.shapes >= 0) & (window.shapes < 2 * SHAPES))
