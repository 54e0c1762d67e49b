"""Since when and until when: what users type, as bounds of text."""

from datetime import UTC, date, datetime

import pytest

from dateline.desk.asking.question.days import bounds, since, until
from dateline.errors import BadQuestion

TODAY = date(2031, 3, 31)


@pytest.mark.parametrize("given", ["2015", "2015-09", "2015-09-14", "2015-09-14T06", "2015-09-14T06:30"])
def test_iso_of_any_precision(given: str) -> None:
    assert since(given) == given
    assert until(given) == given + "~"


def test_a_bound_holds_the_whole_of_its_day_or_month() -> None:
    assert since("2015-09") <= "2015-09-01" <= "2015-09-30T23:59:59+05:00" <= until("2015-09")
    assert until("2015-09") < "2015-10-01"
    assert not since("2015-09-14") <= "2015-09-13T23:59"
    assert until("2015-09-14") >= "2015-09-14T23:59Z"


def test_a_blank_for_the_t() -> None:
    assert since("2015-09-14 06:30") == since("2015-09-14T0630") == "2015-09-14T06:30"


def test_dates_of_python() -> None:
    assert since(date(2015, 9, 14)) == "2015-09-14"
    assert since(datetime(2015, 9, 14, 6, 30, 5)) == "2015-09-14T06:30"
    with pytest.raises(BadQuestion, match="a moment without a time zone"):
        since(datetime(2015, 9, 14, 6, 30, tzinfo=UTC))


def test_a_year_may_be_a_number() -> None:
    assert since(2015) == "2015"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("today", "2031-03-31"),
        ("Yesterday", "2031-03-30"),
        ("7 days ago", "2031-03-24"),
        ("a week ago", "2031-03-24"),
        ("1 month ago", "2031-02-28"),
        ("2 years ago", "2029-03-31"),
        ("3d", "2031-03-28"),
        ("2w", "2031-03-17"),
        ("13 months ago", "2030-02-28"),
    ],
)
def test_days_that_are_counted_from_today(given: str, day: str) -> None:
    assert since(given, TODAY) == day


@pytest.mark.parametrize(
    "given",
    ["soon", "2015-13", "2015-00", "2015-02-30", "14.9.2015", "2015-09-14T25", "0000", "9999 years ago", "٢٠١٥", "",
     "2015-09-14T06:30Z", "2015-09-14T06:30+05:00"],
)  # fmt: skip
def test_no_day(given: str) -> None:
    with pytest.raises(BadQuestion, match=r"since cannot be .*give a day, a month or a year"):
        since(given, TODAY)
    with pytest.raises(BadQuestion, match="until cannot be"):
        until(given, TODAY)


def test_days_that_cannot_be() -> None:
    assert bounds("2030", None) == ("2030", None)
    assert bounds(None, "2031") == (None, "2031~")
    with pytest.raises(BadQuestion, match="nothing is since 2031-02 and until 2030; exchange the two"):
        bounds("2031-02", "2030")
