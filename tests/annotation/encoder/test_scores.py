"""Windows put together again: which window speaks for a word, and what it says."""

from collections.abc import Sequence

import numpy as np
import pytest
from builders import reading, window_of
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotation.encoder.layers import LAYERS, MARKS, POINTER_SIZE, POINTERS, tag_count
from dateline.annotation.encoder.scores import Answer, Scores

PIER = "The clerk told Ruiz that the old pier had fallen into the harbour on Monday night"


def scores_of(text: str, ranges: Sequence[tuple[int, int]]) -> Scores:
    """Each window says of each of its words which window it is, and begins and ends links with that number."""
    windows = [window_of(text, *each) for each in ranges]
    answers = []
    for k, window in enumerate(windows):
        said = np.zeros((len(window.ids), tag_count("source")), dtype=np.float32)
        said[:, 1] = k
        sides = np.full((len(window.ids), POINTER_SIZE), k + 1, dtype=np.float32)
        answers.append(Answer(said, sides, sides))
    return Scores(("source",), ("cue",), windows, answers)


def speakers(scores: Scores) -> list[int]:
    """The number of the window that speaks for each word."""
    chances = scores.chances("source")
    return [round(float(each)) for each in chances[:, 1] - chances[:, 0]]


# Layers


@pytest.mark.parametrize(
    ("layer", "count"), [("name", 9), ("nominal", 7), ("source", 3), ("trigger", 3), ("status", 4), ("kind", 22)]
)
def test_how_many_tags_a_layer_has(layer: str, count: int) -> None:
    assert tag_count(layer) == count


def test_no_layer_has_two_meanings() -> None:
    assert not LAYERS.keys() & MARKS.keys()
    assert len(set(POINTERS)) == len(POINTERS)
    assert all(len(set(types)) == len(types) for types in (LAYERS | MARKS).values())


# One window


def test_there_is_a_row_for_each_word() -> None:
    scores = reading(PIER, name={"Ruiz": "person"})
    assert len(scores) == len(PIER.split()) == len(scores.chances("name"))
    assert [PIER[start:end] for start, end in scores.spans.tolist()] == PIER.split()


def test_layers_and_links_are_those_of_the_model() -> None:
    scores = reading(PIER, [("cue", "the old", "told", 1.0)], name={}, status={})
    assert [layer for layer in (*LAYERS, *MARKS) if scores.has(layer)] == ["name", "status"]
    assert [kind for kind in POINTERS if scores.has_link(kind)] == ["cue"]


def test_each_layer_keeps_to_its_own_columns() -> None:
    scores = reading(PIER, name={"Ruiz": "person"}, status={"told": "denied"}, source=["The clerk"])
    assert scores.chances("name").argmax(axis=1).tolist() == [0, 0, 0, 1] + [0] * 12
    assert scores.chances("source").argmax(axis=1).tolist() == [1, 2] + [0] * 14
    assert int(scores.chances("status")[2].argmax()) == MARKS["status"].index("denied")


def test_pieces_within_a_word_say_nothing() -> None:
    window = window_of("Ruiz left")
    wide = type(window)(np.array([101, 7, 8, 9, 102]), np.zeros(5, dtype=np.int64), np.array([1, 3]), window.spans)
    said = np.zeros((5, 3), dtype=np.float32)
    said[2, 1] = 9
    scores = Scores(("source",), (), [wide], [Answer(said, np.zeros((5, 0)), np.zeros((5, 0)))])
    assert np.allclose(scores.chances("source"), np.log(1 / 3))


@settings(max_examples=50)
@given(st.lists(st.floats(-1e4, 1e4, width=32), min_size=6, max_size=6))
def test_chances_add_up_to_one(row: list[float]) -> None:
    window = window_of("Ruiz left")
    said = np.zeros((4, 3), dtype=np.float32)
    said[1:3] = np.array(row).reshape(2, 3)
    chances = Scores(("source",), (), [window], [Answer(said, said[:, :0], said[:, :0])]).chances("source")
    assert np.all(chances <= 1e-9)
    assert np.allclose(np.exp(chances).sum(axis=1), 1)


# Links


def test_a_link_is_as_strong_as_its_weight() -> None:
    scores = reading(PIER, [("cue", "that", "told", 2.5), ("cue", "that", "fallen", -1.0)])
    assert scores.links("cue", 4, [2, 9]) == pytest.approx([2.5, -1.0])


def test_a_link_is_weighed_against_none() -> None:
    window = window_of("Ruiz left")
    begins, ends = (np.zeros((4, POINTER_SIZE), dtype=np.float32) for _ in range(2))
    begins[1, 0], ends[:, 0] = 1, [3, 5, 4, 0]
    scores = Scores((), ("cue",), [window], [Answer(np.zeros((4, 0)), begins, ends)])
    assert scores.links("cue", 0, [0, 1]) == pytest.approx([2, 1])
    assert scores.links("cue", 1, [0, 1]) == pytest.approx([0, 0])


def test_each_kind_of_link_has_its_own_numbers() -> None:
    drawn = [("cue", "that", "told", 2.0), ("source", "that", "Ruiz", 3.0), ("source", "fallen", "Ruiz", 1.0)]
    scores = reading(PIER, drawn)
    assert scores.links("cue", 4, [2])[0] == pytest.approx(2)
    assert scores.links("source", 4, [3])[0] == pytest.approx(3)
    assert scores.links("source", 9, [3])[0] == pytest.approx(1)
    assert scores.links("cue", 9, [2])[0] == pytest.approx(0)


def test_no_ends_have_no_weights() -> None:
    assert len(reading(PIER, [("cue", "that", "told", 2.0)]).links("cue", 4, [])) == 0


def test_a_link_may_lead_into_another_window() -> None:
    scores = scores_of(PIER, [(0, 8), (8, 16)])
    assert scores.links("cue", 2, [1, 12]) == pytest.approx([0, POINTER_SIZE])
    assert scores.links("cue", 12, [1, 13]) == pytest.approx([-2 * POINTER_SIZE, 0])


# Several windows


def test_a_text_without_windows_has_no_rows() -> None:
    scores = Scores(("name", "status"), ("cue",), [], [])
    assert len(scores) == 0
    assert len(scores.chances("name")) == len(scores.chances("status")) == 0
    assert scores.has_link("cue")


def test_windows_that_share_nothing_stand_one_behind_the_other() -> None:
    scores = scores_of(PIER, [(0, 5), (5, 16)])
    assert speakers(scores) == [0] * 5 + [1] * 11


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([(0, 10), (6, 16)], [0] * 8 + [1] * 8),
        ([(0, 10), (7, 16)], [0] * 9 + [1] * 7),
        ([(0, 10), (9, 16)], [0] * 10 + [1] * 6),
        ([(0, 8), (4, 12), (8, 16)], [0] * 6 + [1] * 4 + [2] * 6),
        ([(0, 10), (6, 12), (12, 16)], [0] * 8 + [1] * 4 + [2] * 4),
    ],
)
def test_each_window_has_the_half_nearer_its_middle(ranges: list[tuple[int, int]], expected: list[int]) -> None:
    assert speakers(scores_of(PIER, ranges)) == expected


@pytest.mark.parametrize(
    "ranges", [[(0, 10), (1, 10), (2, 16)], [(0, 10), (1, 10), (2, 10), (10, 16)], [(0, 1), (1, 16)]]
)
def test_windows_within_windows_say_nothing_twice(ranges: list[tuple[int, int]]) -> None:
    scores = scores_of(PIER, ranges)
    assert [PIER[start:end] for start, end in scores.spans.tolist()] == PIER.split()


@settings(max_examples=60)
@given(st.lists(st.integers(1, 16), min_size=3, max_size=3, unique=True).map(sorted))
def test_the_window_with_more_company_speaks(borders: list[int]) -> None:
    start, end, last = borders
    ranges = [(0, end), (start, last)]
    for word, speaker in enumerate(speakers(scores_of(PIER, ranges))):
        company = [min(word - a, b - 1 - word) for a, b in ranges]
        assert company[speaker] == max(company)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), max_size=6), st.integers(1, 5))
def test_every_word_has_one_row(steps: list[tuple[int, int]], size: int) -> None:
    ranges = [(0, size)]
    for step, growth in steps:
        start, end = ranges[-1]
        ranges.append((min(start + step, end), end + growth))
    text = " ".join([PIER] * 2)
    scores = scores_of(text, ranges)
    assert [text[start:end] for start, end in scores.spans.tolist()] == text.split()[: ranges[-1][1]]
