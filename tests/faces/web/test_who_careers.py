"""Posts on an axis, and in words: what is told is drawn full, what is not told stays open."""

from typing import Any

import pytest

from dateline.desk.asking.profiles.coverage import Citation
from dateline.desk.asking.profiles.intervals import Interval
from dateline.desk.asking.profiles.tenures import Tenure
from dateline.desk.asking.who.identities import Who
from dateline.faces.web.pages.who.careers import Career, career_of
from dateline.faces.web.pages.who.wording import country_name, interval_told, sector_words, term_told, time_told

YEAR = Interval("2029-01-01", "2029-12-31", "year")
LATER = Interval("2031-01-01", "2031-12-31", "year")


def post(**cells: Any) -> Tenure:
    day = cells.get("held_first") or cells.get("over_by")
    told = {
        "title": "mayor", "person": Who("Ana Brek", "person"), "organisation": None, "country": None, "acting": False,
        "rank": False, "since": None, "until": None, "held_first": None, "held_last": None, "over_by": None,
        "articles": 1, "first": day, "last": day, "state": "current",
        "sources": (Citation(article="a", headline=None, outlet=None, day=day, fact="f"),),
    }  # fmt: skip
    return Tenure(**{**told, **cells})


def kinds(career: Career, row: int = 0) -> dict[str, tuple[float, float]]:
    return {stroke.kind: (stroke.start, stroke.end) for stroke in career.rows[row] if stroke.kind != "told"}


def test_both_ends_told_leave_nothing_open() -> None:
    drawn = kinds(career_of([post(since=YEAR, until=LATER, state="former")]))
    assert "open" not in drawn
    assert drawn["held"][0] == pytest.approx(35.6, abs=0.5), "held for certain from the last day of 2029"
    assert drawn["held"][1] == pytest.approx(64.4, abs=0.5), "to the first day of 2031"
    assert drawn["within"][1] == 93.0, "left by the end of 2031"


def test_a_post_held_now_is_open_at_both_ends() -> None:
    strokes = career_of([post(held_first="2031-04-02", held_last="2031-05-02")]).rows[0]
    assert [(each.start, each.end) for each in strokes if each.kind == "open"] == [(0.0, 7.0), (93.0, 100.0)]
    assert kinds(career_of([post(held_first="2031-04-02", held_last="2031-05-02")]))["held"] == (7.0, 93.0)


def test_a_post_that_is_over_ends_by_the_day_that_tells_it() -> None:
    career = career_of(
        [post(over_by="2031-04-02", state="former"), post(since=YEAR, over_by="2031-04-02", state="former")]
    )
    assert kinds(career)["open"] == (0.0, 93.0)
    assert "held" not in kinds(career), "no article tells when it was held"
    assert kinds(career, 1)["open"][1] == kinds(career, 1)["over"][0] == 93.0


def test_articles_are_dots_where_they_tell_it_as_held() -> None:
    held, over = post(held_first="2031-04-02", held_last="2031-05-02"), post(over_by="2031-06-02", state="former")
    dots = [[each.start for each in row if each.kind == "told"] for row in career_of([held, over]).rows]
    assert dots == [[7.0], []]


def test_a_post_to_come_is_open_ahead() -> None:
    assert kinds(career_of([post(state="future", first="2031-04-02", last="2031-04-02")]))["open"][1] == 100.0


def test_without_days_there_is_no_axis() -> None:
    assert career_of([post()]) == Career((), ((),))
    assert career_of([]) == Career((), ())
    assert career_of([post(held_first="-0044-03-15")]) == Career((), ((),))


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2031-04-02", "2031-04-06", ["2 Apr 2031", "3 Apr", "4 Apr", "5 Apr", "6 Apr"]),
        ("2031-01-10", "2031-07-20", ["Apr 2031", "Jul 2031"]),
        ("1990-05-01", "2031-05-01", ["1990", "2000", "2010", "2020", "2030"]),
    ],
)  # fmt: skip
def test_ticks_fit_the_length(first: str, last: str, labels: list[str]) -> None:
    ticks = career_of([post(held_first=first, held_last=last)]).ticks
    assert [tick.label for tick in ticks] == labels
    assert all(0 < tick.at < 100 for tick in ticks)


@pytest.mark.parametrize("first", ["0001-01-01", "1066-10-14", "9999-01-01"])
def test_no_day_is_too_far(first: str) -> None:
    assert career_of([post(held_first=first, held_last="9999-12-31")]).rows[0]
    assert career_of([post(held_first=first)]).rows[0]


def test_terms_in_words() -> None:
    plain = {term_told(each).striptags() for each in (
        post(since=YEAR, until=LATER), post(since=YEAR, over_by="2031-04-02", state="former"),
        post(held_first="2031-04-02", held_last="2031-05-02"), post(until=LATER, state="former"), post(state="future"),
    )}  # fmt: skip
    assert plain == {
        "2029 to 2031",
        "since 2029 · over by 2 April 2031",
        "since when is not told · told as held from 2 April 2031 to 2 May 2031",
        "until 2031, from when is not told",
        "to come",
    }


def test_times_in_words() -> None:
    assert interval_told(YEAR).striptags() == "2029"
    assert interval_told(Interval("2029-03-01", "2029-03-31", "month")).striptags() == "March 2029"
    assert (
        interval_told(Interval("2029-03-02", "2029-04-05")).striptags() == "some time from 2 March 2029 to 5 April 2029"
    )
    assert time_told("2029-03-02", "2029-03-05", "day").striptags() == "2 March 2029 to 5 March 2029"
    assert time_told("2029-01-01", "2029-12-31", "year").striptags() == "2029"


def test_codes_in_words() -> None:
    assert (country_name("NOR"), country_name("UNO"), country_name("QQQ")) == ("Norway", "United Nations", "QQQ")
    assert sector_words(["GOVJUD", "GOV"]) == "government, judiciary"
