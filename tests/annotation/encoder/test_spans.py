"""Scores into spans: the best tags that go together, and how sure they are."""

from itertools import pairwise, product

import numpy as np
import pytest
from builders import reading, window_of
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotation.encoder.layers import LAYERS
from dateline.annotation.encoder.scores import Answer, Scores
from dateline.annotation.encoder.spans import CERTAIN, Found, best_path, spans

TAGS = ("O", *(f"{letter}-{type_}" for type_ in LAYERS["name"] for letter in "BI"))


def scores_of(*rows: dict[str, float]) -> Scores:
    """A word for each row, with the scores of some tags of the layer of names; the others have 0."""
    window = window_of(" ".join("pier" for _ in rows))
    said = np.zeros((len(rows) + 2, len(TAGS)), dtype=np.float32)
    for i, row in enumerate(rows):
        for tag, score in row.items():
            said[i + 1, TAGS.index(tag)] = score
    none = np.zeros((len(said), 0), dtype=np.float32)
    return Scores(("name",), (), [window], [Answer(said, none, none)])


def told(*rows: dict[str, float], outside: float = 0.0) -> list[tuple[int, int, str]]:
    return [(each.first, each.last, each.type) for each in spans(scores_of(*rows), "name", outside)]


# Spans


def test_spans_are_told_in_the_order_of_the_text() -> None:
    text = "Judge Marta Lund left Oslo for the River Bank"
    scores = reading(text, name={"River Bank": "organisation", "Marta Lund": "person", "Oslo": "place"})
    words = text.split()
    assert [(" ".join(words[x.first : x.last]), x.type) for x in spans(scores, "name")] == [
        ("Marta Lund", "person"),
        ("Oslo", "place"),
        ("River Bank", "organisation"),
    ]


def test_a_layer_without_spans_has_none() -> None:
    assert spans(reading("Nobody left the pier", name={}), "name") == []


def test_a_text_without_words_has_none() -> None:
    assert spans(Scores(("name",), (), [], []), "name") == []


@pytest.mark.parametrize(
    ("sure", "expected"),
    [
        (["B-person", "I-person", "I-person"], [(0, 3, "person")]),
        (["B-person", "B-person"], [(0, 1, "person"), (1, 2, "person")]),
        (["B-person", "B-place", "I-place"], [(0, 1, "person"), (1, 3, "place")]),
        (["O", "B-place", "O", "B-place"], [(1, 2, "place"), (3, 4, "place")]),
        (["O", "O"], []),
        (["B-other"], [(0, 1, "other")]),
    ],
)
def test_tags_make_spans(sure: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert told(*({tag: 9.0} for tag in sure)) == expected


def test_an_inner_tag_opens_nothing() -> None:
    assert told({"I-person": 9.0, "B-person": 5.0, "O": 4.0}) == [(0, 1, "person")]
    assert told({"I-person": 9.0, "O": 5.0, "B-person": 4.0}) == []


def test_an_inner_tag_goes_on_with_its_own_type() -> None:
    assert told({"B-person": 5.0, "B-place": 4.0}, {"I-place": 9.0}) == [(0, 2, "place")]
    assert told({"B-person": 9.0}, {"I-place": 5.0, "I-person": 4.0}) == [(0, 2, "person")]


def test_the_score_is_the_mean_of_its_words() -> None:
    [found] = spans(scores_of({"B-person": 3.0}, {"I-person": 5.0}), "name")
    each = [np.exp(score) / (np.exp(score) + len(TAGS) - 1) for score in (3.0, 5.0)]
    assert found == Found(0, 2, "person", pytest.approx(sum(each) / 2))


def test_a_span_may_be_asked_for_more_or_less() -> None:
    doubtful = {"O": 3.0, "B-person": 2.0}
    assert told(doubtful) == []
    assert told(doubtful, outside=-2.0) == [(0, 1, "person")]
    assert told({"B-person": 3.0, "O": 2.0}, outside=2.0) == []


def test_what_is_asked_for_leaves_the_score_alone() -> None:
    scores = scores_of({"B-person": 6.0, "O": 1.0})
    assert spans(scores, "name", outside=2.0) == spans(scores, "name")


def test_what_is_all_but_certainly_outside_is_not_looked_at() -> None:
    certain = {"O": 12.0, "I-person": 6.0}
    assert scores_of(certain).chances("name")[0, 0] > CERTAIN
    assert told({"B-person": 9.0}, certain, {"I-person": 9.0, "O": 2.0}) == [(0, 1, "person")]


# Any scores

ROWS = st.lists(st.lists(st.floats(-9, 9), min_size=5, max_size=5), min_size=1, max_size=5)


def chances_of(rows: list[list[float]]) -> np.ndarray:
    scores = np.array(rows)
    return scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))


def is_legal(path: tuple[int, ...]) -> bool:
    """Whether each I (an even number) follows its own B or itself."""
    return all(not tag or tag % 2 or before in (tag - 1, tag) for before, tag in zip((0, *path), path, strict=False))


@given(ROWS)
def test_an_inner_tag_follows_its_own_only(rows: list[list[float]]) -> None:
    assert is_legal(tuple(best_path(chances_of(rows)).tolist()))


@settings(max_examples=40)
@given(ROWS.filter(lambda rows: len(rows) < 5))
def test_no_other_path_is_better(rows: list[list[float]]) -> None:
    chances = chances_of(rows)
    open_ = [range(1) if row[0] >= CERTAIN else range(5) for row in chances]
    words = np.arange(len(rows))
    best = max(float(chances[words, path].sum()) for path in product(*open_) if is_legal(path))
    assert float(chances[words, best_path(chances)].sum()) == pytest.approx(best)


@given(ROWS)
def test_spans_do_not_touch_each_other(rows: list[list[float]]) -> None:
    found = spans(scores_of(*(dict(zip(TAGS, row, strict=False)) for row in rows)), "name")
    assert all(a.last <= b.first for a, b in pairwise(found))
    assert all(0 <= x.first < x.last <= len(rows) and 0 < x.score <= 1 for x in found)
