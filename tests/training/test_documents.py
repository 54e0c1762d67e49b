"""Documents and their labels: rows of files, spans that touch, spans that lie in longer ones."""

import gzip
import json
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.encoder.documents import Document, Label, flat, rows, touch

ROWS = [{"id": "1", "text": "Ruiz left Łódź.\nNobody waved."}, {"id": "2", "text": ""}]


def labels(*spans: tuple[int, int]) -> list[Label]:
    return [Label(*span, "person") for span in spans]


@pytest.mark.parametrize("packed", [False, True])
def test_rows_are_read_packed_or_not(tmp_path: Path, packed: bool) -> None:
    content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS).encode()
    path = tmp_path / ("rows.jsonl.gz" if packed else "rows.jsonl")
    path.write_bytes(gzip.compress(content) if packed else content)
    assert list(rows(path)) == ROWS


def test_a_document_has_nothing_that_was_not_annotated() -> None:
    document = Document("invented", "1", "Ruiz left.")
    assert (document.layers, document.links, document.bag) == ({}, {}, None)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0, 4), (3, 6), True),
        ((0, 9), (3, 6), True),
        ((3, 6), (3, 6), True),
        ((0, 3), (3, 6), False),
        ((0, 2), (3, 6), False),
    ],
)
def test_spans_touch_where_they_share_a_letter(one: tuple[int, int], other: tuple[int, int], expected: bool) -> None:
    a, b = labels(one, other)
    assert touch(a, b) is touch(b, a) is expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ([(5, 9), (0, 4)], [(0, 4), (5, 9)]),
        ([(0, 4), (0, 14), (8, 14)], [(0, 14)]),
        ([(0, 6), (4, 9)], [(0, 6)]),
        ([(0, 5), (3, 8)], [(0, 5)]),
        ([(0, 4), (4, 8)], [(0, 4), (4, 8)]),
        ([(0, 4), (0, 4)], [(0, 4)]),
        ([], []),
    ],
)
def test_spans_within_longer_ones_are_left_out(marked: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    assert list(flat(labels(*marked))) == labels(*expected)


def test_of_two_types_of_one_span_the_same_one_stays_always() -> None:
    kept = [flat([Label(0, n, "person"), Label(0, n, "place")])[0].type for n in range(1, 40)]
    assert len(set(kept)) == 1


SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda x: (x[0], x[0] + x[1])), max_size=8)


@given(SPANS)
def test_what_stays_is_in_order_and_apart(spans: list[tuple[int, int]]) -> None:
    found = flat(labels(*spans))
    assert list(found) == sorted(found, key=lambda x: x.start)
    assert not any(touch(a, b) for a, b in combinations(found, 2))


@given(SPANS)
def test_what_goes_touches_something_as_long(spans: list[tuple[int, int]]) -> None:
    marked = labels(*spans)
    found = flat(marked)
    assert set(found) <= set(marked)
    assert all(any(touch(x, kept) and kept.end - kept.start >= x.end - x.start for kept in found) for x in marked)


@given(SPANS, st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_does_not_count(spans: list[tuple[int, int]], chance: Random) -> None:
    shuffled = labels(*spans)
    chance.shuffle(shuffled)
    assert flat(shuffled) == flat(labels(*spans))
