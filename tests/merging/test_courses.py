"""The course that a count took from report to report."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merging.courses import Courses


def end(*moments: dict[int, float]) -> int:
    courses = Courses()
    for moment in moments:
        courses.open(set(moment))
        for figure, weight in moment.items():
            courses.add(figure, weight)
    return courses.end()


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        ([{9: 1}], 9),
        ([{9: 1}, {12: 1}, {15: 1}], 15),
        ([{9: 1}, {12: 1}, {9: 3}], 9),
        ([{12: 1}, {9: 1}], 9),
        ([{12: 2}, {9: 1}], 12),
        ([{9: 1, 12: 1}], 9),
        ([{9: 1, 20: 1}, {20: 1}], 20),
        ([{9: 4}, {90: 1}], 9),
        ([{9: 4}, {90: 1.25}], 9),
        ([{9: 4}, {90: 2}], 90),
        ([{9: 1}, {90: 1}], 90),
        ([{0: 3}, {6: 1}], 6),
    ],
)
def test_the_heaviest_row_of_figures_that_rise(moments: list[dict[int, float]], expected: int) -> None:
    assert end(*moments) == expected


def test_without_a_date_a_figure_follows_none() -> None:
    courses = Courses()
    courses.open({9})
    courses.add(9, 2.0)
    courses.open({12}, later=False)
    courses.add(12, 1.0)
    assert courses.end() == 9


MOMENTS = st.lists(st.dictionaries(st.integers(0, 8), st.sampled_from([0.25, 1.0]), min_size=1), min_size=1, max_size=7)


@settings(deadline=None)
@given(MOMENTS)
def test_it_is_what_trying_all_rows_finds(moments: list[dict[int, float]]) -> None:
    weights: dict[int, float] = {}
    for moment in moments:
        before = dict(weights)
        for figure in moment:
            if figure not in weights:
                weights[figure] = max((weight for lower, weight in before.items() if lower < figure), default=0.0)
        for figure, weight in moment.items():
            weights[figure] += weight
    found = end(*moments)
    last = {figure: next(at for at, m in enumerate(moments) if figure in m) for figure in weights}
    best = max(weights, key=lambda figure: (weights[figure], last[figure], -figure))
    assert found == best or found < best / 3
