"""How many an incident befell: range, figures and course."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merging.incidents.counts import counts_of
from dateline.merging.outcomes import Count
from dateline.merging.parts import Part
from dateline.merging.tolling import tallies_of
from merging.reported import Tolled, telling_of, toll

DAY = [f"2031-05-{day:02}" for day in range(1, 29)]


def told(article: str, published: str | None, *tolls: Tolled, **fields: Any) -> Part:
    return telling_of(article, published, tolls=tolls, outlet=f"The {article} Post", **fields)


def count(*parts: Part, effect: str = "killed") -> Count:
    return counts_of(tallies_of(parts))[effect]


def ends(of: Count) -> tuple[int | None, int | None, int | None]:
    return of.low, of.best, of.high


def course(of: Count) -> list[tuple[str, int | None]]:
    return [(step.published, step.best) for step in of.over_time]


@pytest.mark.parametrize(
    ("tolls", "expected"),
    [
        ([toll("killed", 9)], (9, 9, 9)),
        ([toll("killed", 9), toll("killed", 12)], (9, 9, 12)),
        ([toll("killed", 9, low=9, high=None), toll("killed", 9)], (9, 9, 9)),
        ([toll("killed", 7, low=7, high=None)], (7, 7, None)),
        ([toll("killed", low=3, high=9)], (3, None, 9)),
        ([toll("killed", low=3, high=9), toll("killed", 8)], (8, 8, 8)),
        ([toll("killed", 9), toll("killed", 20, low=20, high=None)], (9, 9, None)),
        ([toll("killed", high=9)], (None, None, 9)),
        ([toll("killed", 0)], (0, 0, 0)),
        ([toll("killed", 9), toll("killed", 9), toll("killed", 900)], (9, 9, 9)),
    ],
)
def test_range_and_best(tolls: list[Tolled], expected: tuple[int | None, ...]) -> None:
    assert ends(count(*(told(f"a{at}", DAY[0], each) for at, each in enumerate(tolls)))) == expected


def test_a_toll_that_rises_has_steps_and_no_range() -> None:
    rising = [told(f"a{at}", DAY[at], toll("killed", best)) for at, best in enumerate((9, 9, 12, 12, 15))]
    found = count(*rising)
    assert ends(found) == (15, 15, 15)
    assert course(found) == [(DAY[0], 9), (DAY[2], 12), (DAY[4], 15)]
    assert [step.articles for step in found.over_time] == [("a0", "a1"), ("a2", "a3"), ("a4",)]


def test_what_stands_against_makes_no_step() -> None:
    found = count(*(told(f"a{at}", DAY[at], toll("killed", best)) for at, best in enumerate((9, 20, 9, 9))))
    assert (ends(found), course(found)) == ((9, 9, 20), [(DAY[0], 9)])


def test_a_correction_is_a_step_down() -> None:
    first, later = told("a", DAY[0], toll("killed", 12), source="x"), told("b", DAY[1], toll("killed", 9), source="x")
    assert course(count(first, later)) == [(DAY[0], 12), (DAY[1], 9)]


def test_at_least_seven_after_nine_is_no_news() -> None:
    found = count(told("a", DAY[0], toll("killed", 9)), told("b", DAY[1], toll("killed", 7, low=7, high=None)))
    assert (ends(found), course(found)) == ((9, 9, 9), [(DAY[0], 9)])


def test_the_missing_grow_fewer_step_by_step() -> None:
    found = count(*(told(f"a{at}", DAY[at], toll("missing", n)) for at, n in enumerate((40, 22, 7))), effect="missing")
    assert course(found) == [(DAY[0], 40), (DAY[1], 22), (DAY[2], 7)]


def test_every_report_has_its_figure_with_who_said_it_and_when() -> None:
    found = count(
        told("a", DAY[1], toll("killed", 9, said_by="the ministry", words="nine villagers", group="villagers")),
        told("b", DAY[0], toll("killed", 8), toll("killed", 2, part=True)),
        told("c", DAY[2], toll("killed", 9), copy_of="b", source="b"),
    )
    assert [(figure.article, figure.best, figure.said_by, figure.copy) for figure in found.by_source] == [
        ("b", 8, None, False), ("a", 9, "the ministry", False), ("c", 9, None, True),
    ]  # fmt: skip
    figure = found.by_source[1]
    assert (figure.fact, figure.outlet, figure.published) == ("a:t0", "The a Post", DAY[1])
    assert (figure.words, figure.group, figure.low, figure.high) == ("nine villagers", "villagers", 9, 9)


def test_without_dates_there_is_no_course() -> None:
    assert count(told("a", None, toll("killed", 9))).over_time == ()


TOLLS = st.lists(
    st.tuples(
        st.sampled_from(DAY[:4]) | st.none(), st.integers(0, 200), st.sampled_from(("exact", "open", "vague", "to"))
    ),
    min_size=1,
    max_size=8,
)


def parts_of(rows: list[tuple[str | None, int, str]]) -> list[Part]:
    kinds = {
        "exact": lambda n: toll("killed", n),
        "open": lambda n: toll("killed", n, low=n, high=None),
        "vague": lambda n: toll("killed", low=n, high=n + 30),
        "to": lambda n: toll("killed", high=n),
    }
    return [told(f"a{at}", day, kinds[kind](n)) for at, (day, n, kind) in enumerate(rows)]


@settings(deadline=None)
@given(TOLLS)
def test_best_lies_in_the_range(rows: list[Any]) -> None:
    found = count(*parts_of(rows))
    ordered = [end for end in ends(found) if end is not None]
    assert ordered == sorted(ordered)


@settings(deadline=None)
@given(TOLLS, st.randoms())
def test_any_order_gives_the_same_counts(rows: list[Any], chance: Any) -> None:
    parts = parts_of(rows)
    mixed = parts.copy()
    chance.shuffle(mixed)
    assert count(*mixed) == count(*parts)


@settings(deadline=None)
@given(TOLLS, st.integers(0, 7))
def test_a_copy_widens_nothing(rows: list[Any], which: int) -> None:
    parts = parts_of(rows)
    at = which % len(parts)
    copy = parts_of([(DAY[9], *rows[at][1:])])[0]
    of = parts[at]
    again = told("copy", DAY[9], Tolled(copy.happening.tolls[0], ()), copy_of=of.report.article, source=of.source)
    before, after = count(*parts), count(*parts, again)
    assert (ends(after), after.over_time) == (ends(before), before.over_time)
    assert [figure.article for figure in after.by_source if figure.copy] == ["copy"]
