"""Zones of the clock, and the summer time of the United States."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.understanding.times.time_lexicon import lexicon
from dateline.understanding.times.zones import american_summer, nth_weekday, offset

WORDS = lexicon("en")
WINTER, SUMMER = date(2015, 1, 14), date(2015, 7, 14)


@pytest.mark.parametrize(
    ("zone", "day", "expected"),
    [
        ("gmt", WINTER, "Z"),
        ("utc", None, "Z"),
        ("est", SUMMER, "-05:00"),
        ("edt", None, "-04:00"),
        ("et", WINTER, "-05:00"),
        ("et", SUMMER, "-04:00"),
        ("pacific time", SUMMER, "-07:00"),
        ("et", None, ""),
        ("et", date(1980, 7, 1), ""),
        ("bst", SUMMER, "+01:00"),
        ("bst", WINTER, ""),
        ("bst", None, ""),
        ("cst", WINTER, ""),
        ("ist", WINTER, ""),
        ("npt", WINTER, "+05:45"),
        ("gmt+3", WINTER, "+03:00"),
        ("utc -4:30", WINTER, "-04:30"),
        ("gmt +8", None, "+08:00"),
        ("gmt+19", WINTER, ""),
        ("local time", WINTER, ""),
        ("", WINTER, ""),
    ],
)
def test_a_zone_tells_its_offset_or_nothing(zone: str, day: date | None, expected: str) -> None:
    assert offset(WORDS, zone, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2015, 3, 7), False),
        (date(2015, 3, 8), True),
        (date(2015, 10, 31), True),
        (date(2015, 11, 1), False),
        (date(1998, 4, 4), False),
        (date(1998, 4, 5), True),
        (date(1998, 10, 24), True),
        (date(1998, 10, 25), False),
    ],
)
def test_american_summer_begins_and_ends_on_its_sundays(day: date, expected: bool) -> None:
    assert american_summer(day) is expected


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_each_day_is_some_nth_of_its_month(day: date) -> None:
    nth = (day.day - 1) // 7 + 1
    assert nth_weekday(day.year, day.month, day.weekday(), nth) == day
    last = nth_weekday(day.year, day.month, day.weekday(), -1)
    assert last is not None
    assert day <= last < day + timedelta(days=29)
    assert (last + timedelta(days=7)).month != day.month


def test_no_month_has_a_sixth_monday() -> None:
    assert nth_weekday(2015, 3, 0, 6) is None
    assert nth_weekday(2015, 2, 0, 5) is None
