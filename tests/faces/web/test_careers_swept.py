"""Posts on an axis of any length, and in words, where ends are missing, wrong or before our era."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from dateline.desk.asking.profiles.coverage import Citation
from dateline.desk.asking.profiles.intervals import Interval
from dateline.desk.asking.profiles.tenures import Tenure
from dateline.desk.asking.who.identities import Who
from dateline.faces.web.pages.who.careers import MOST, Stroke, career_of
from dateline.faces.web.pages.who.wording import (
    POINTS,
    PRECISIONS,
    country_name,
    interval_told,
    sector_words,
    term_told,
    time_told,
)

START = date(1987, 3, 5)


def post(*days: str, **cells: Any) -> Tenure:
    told = {
        "title": "harbour master", "person": Who("Ada Roe", "person"), "organisation": None, "country": None,
        "acting": False, "rank": False, "since": None, "until": None, "held_first": None, "held_last": None,
        "over_by": None, "articles": 1, "first": None, "last": None, "state": "current",
        "sources": tuple(Citation(article=day, headline=None, outlet=None, day=day, fact="f") for day in days),
    }  # fmt: skip
    return Tenure(**{**told, **cells})


def strokes(*posts: Tenure, kind: str, row: int = 0) -> list[Stroke]:
    return [each for each in career_of(posts).rows[row] if each.kind == kind]


def test_an_axis_of_any_length_has_a_few_ticks_in_order_and_inside() -> None:
    for long in (*range(1, 130), *range(130, 4000, 61), *range(4000, 360_000, 7919)):
        last = (START + timedelta(long)).isoformat()
        ticks = career_of([post(held_first=START.isoformat(), held_last=last)]).ticks
        assert 1 <= len(ticks) <= MOST, long
        assert all(0 <= tick.at <= 100 for tick in ticks), long
        assert all(before.at < after.at for before, after in pairwise(ticks)), long
        assert len({tick.label for tick in ticks}) == len(ticks), long


@pytest.mark.parametrize("day", ["0001-01-01", "0001-01-20", "9999-12-31", "9999-12-10", "2032-02-29"])
def test_a_single_day_stands_in_the_middle(day: str) -> None:
    (held,) = strokes(post(held_first=day, held_last=day), kind="held")
    assert held.start == held.end == 50.0


def test_every_line_lies_on_the_axis_and_runs_forward() -> None:
    year, later = Interval("2029-01-01", "2029-12-31", "year"), Interval("2031-05-01", "2031-05-31", "month")
    for state in ("current", "former", "future"):
        for since in (None, year, later):
            for until in (None, year, later):
                for held in (None, "2030-06-01", "2035-01-01"):
                    told = post(since=since, until=until, held_first=held, held_last=held, over_by="2032-01-01",
                                first="2030-06-01", last="2032-01-01", state=state)  # fmt: skip
                    for each in career_of([told]).rows[0]:
                        assert 0 <= each.start <= each.end <= 100, (state, since, until, held, each)


def test_a_term_that_ends_before_it_begins_is_still_drawn_forward() -> None:
    wrong = post(since=Interval("2031-01-01", "2031-01-01", "day"), until=Interval("2029-01-01", "2029-01-01", "day"))
    (held,) = strokes(wrong, kind="held")
    assert held.start < held.end and strokes(wrong, kind="open") == []


def test_an_interval_that_is_turned_round_is_a_point() -> None:
    turned = post(since=Interval("2031-05-01", "2029-05-01"), held_last="2032-01-01", held_first="2032-01-01")
    assert strokes(turned, kind="within") == []


def test_a_post_that_is_over_has_no_open_end_ahead() -> None:
    over = post(over_by="2031-04-02", state="former", held_first="2031-01-01", held_last="2031-02-01")
    assert all(each.end <= 93.0 for each in strokes(over, kind="open"))
    (mark,) = strokes(over, kind="over")
    assert mark.start == mark.end == 93.0


def test_held_after_it_was_over_leaves_no_line_that_runs_back() -> None:
    odd = post(over_by="2031-01-01", state="former", held_first="2031-01-05", held_last="2031-03-01")
    assert all(each.start <= each.end for each in career_of([odd]).rows[0])


def test_a_post_to_come_has_no_open_beginning() -> None:
    assert [each.start > 0 for each in strokes(post(state="future", last="2031-04-02"), kind="open")] == [True]


def test_dots_are_days_and_each_once() -> None:
    told = post("2031-01-01", "2031-01-01", "2031-02-01", "2031-09-01", held_first="2031-01-01", held_last="2031-02-01")
    assert [each.start for each in strokes(told, kind="told")] == [7.0, 93.0], "what is told after it is no dot"


def test_posts_share_one_axis() -> None:
    early, late = (
        post(held_first="2001-01-01", held_last="2001-01-01"),
        post(held_first="2031-01-01", held_last="2031-01-01"),
    )
    assert strokes(early, late, kind="held")[0].start == 7.0
    assert strokes(early, late, kind="held", row=1)[0].start == 93.0


def test_one_post_without_days_keeps_its_empty_row() -> None:
    career = career_of([post(), post(held_first="2031-01-01", held_last="2031-02-01"), post(held_first="-0310-02-01")])
    assert career.rows[0] == career.rows[2] == () and career.rows[1] and career.ticks


def test_a_moment_counts_as_its_day() -> None:
    with_clock = post(held_first="2031-01-01T23:59+05:00", held_last="2031-02-01T00:00Z")
    assert strokes(with_clock, kind="held") == strokes(
        post(held_first="2031-01-01", held_last="2031-02-01"), kind="held"
    )


def test_labels_name_a_year_again_only_where_it_changes() -> None:
    across = career_of([post(held_first="2031-12-30", held_last="2032-01-02")]).ticks
    assert [tick.label for tick in across] == ["30 Dec 2031", "31 Dec", "1 Jan 2032", "2 Jan"]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"state": "former"}, "since when is not told · over"),
        ({}, "since when is not told · told as held"),
        ({"held_first": "2031-01-01", "held_last": "2031-01-01"},
         "since when is not told · told as held on 1 January 2031"),
        ({"state": "future", "last": "2031-01-01"}, "to come, as told on 1 January 2031"),
        ({"state": "future", "since": Interval("2033", "2033", "year")}, "since 2033 · to come"),
        ({"until": Interval("2033-01-01", "2033-03-31")},
         "until some time from 1 January 2033 to 31 March 2033, from when is not told"),
    ],
)  # fmt: skip
def test_what_no_article_tells_of_a_term_is_said(cells: dict[str, Any], words: str) -> None:
    assert term_told(post(**cells)).striptags() == words


def test_years_before_our_era_keep_their_digits() -> None:
    assert interval_told(Interval("-0310", "-0310", "year")).striptags() == "-0310"
    assert interval_told(Interval("-0310-02-01", "-0310-02-28", "month")).striptags() == "-0310-02"
    assert interval_told(Interval("-0310-02-01", "-0310-02-01")).striptags() == "-0310-02-01"


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "words"),
    [
        ("2031-01-01T06:00", "2031-01-01T11:59", "part", "1 January 2031"),
        ("2031-01-01", None, None, "1 January 2031"),
        ("2031-01-01", "2031-01-31", None, "some time from 1 January 2031 to 31 January 2031"),
        ("2031-01-01", "2032-12-31", "year", "some time from 2031 to 2032"),
        ("2031-01-01", "2031-01-07", "week", "1 January 2031 to 7 January 2031"),
    ],
)
def test_a_time_is_no_more_exact_than_it_is_told(
    earliest: str, latest: str | None, precision: str | None, words: str
) -> None:
    assert time_told(earliest, latest, precision).striptags() == words


def test_hostile_intervals_are_text() -> None:
    assert "<b>" not in interval_told(Interval("<b>", "</b>x")) and "<b>" not in time_told("<b>", None, None)


def test_codes_that_nobody_knows_are_told_as_they_are_and_none_as_nothing() -> None:
    assert country_name("ZZX") == "ZZX"
    assert sector_words([]) == "" and sector_words(["GOV", "GOV"]) == "government"


def test_what_has_a_point_is_told_how_exact_it_is() -> None:
    assert set(POINTS) < set(PRECISIONS)
    assert all("no point" in PRECISIONS[each] or "on no map" in PRECISIONS[each] for each in PRECISIONS.keys() - POINTS)
