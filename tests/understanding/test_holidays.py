"""Feasts and holidays: known days of known years, and what holds in every year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.languages import load
from dateline.understanding.times.holidays import (
    FIXED,
    FROM_EASTER,
    NTH_WEEKDAY,
    OF_COUNTRIES,
    canadian_thanksgiving,
    easter,
    election_day,
    holiday,
    orthodox_easter,
    victoria_day,
)

YEARS = st.integers(1900, 2099)
OTHERS = {"orthodox_easter", "election_day", "victoria_day"}


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1943, 4, 25), (1990, 4, 15), (2000, 4, 23), (2008, 3, 23), (2015, 4, 5), (2024, 3, 31)],
)
def test_easter_sunday(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1983, 5, 8), (2010, 4, 4), (2015, 4, 12), (2016, 5, 1), (2024, 5, 5)]
)
def test_orthodox_easter_sunday(year: int, month: int, day: int) -> None:
    assert orthodox_easter(year) == date(year, month, day)


@given(YEARS)
def test_both_easters_are_sundays_and_the_orthodox_one_is_never_first(year: int) -> None:
    assert easter(year).weekday() == orthodox_easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)
    assert easter(year) <= orthodox_easter(year) <= date(year, 5, 8)


@pytest.mark.parametrize(
    ("code", "year", "expected"),
    [
        ("christmas", 2013, "2013-12-25"),
        ("good_friday", 2015, "2015-04-03"),
        ("easter_monday", 2015, "2015-04-06"),
        ("ash_wednesday", 2015, "2015-02-18"),
        ("pentecost", 2015, "2015-05-24"),
        ("king_day", 2015, "2015-01-19"),
        ("presidents_day", 2015, "2015-02-16"),
        ("memorial_day", 2015, "2015-05-25"),
        ("labor_day", 2015, "2015-09-07"),
        ("columbus_day", 2015, "2015-10-12"),
        ("thanksgiving", 2015, "2015-11-26"),
        ("thanksgiving", 2018, "2018-11-22"),
        ("election_day", 2016, "2016-11-08"),
        ("election_day", 2011, "2011-11-08"),
        ("victoria_day", 2015, "2015-05-18"),
        ("mothers_day", 2015, "2015-05-10"),
    ],
)
def test_days_that_are_known(code: str, year: int, expected: str) -> None:
    day = holiday(code, year)
    assert day is not None
    assert day.isoformat() == expected


@pytest.mark.parametrize(
    ("code", "country", "expected"),
    [
        ("thanksgiving", "CAN", "2015-10-12"),
        ("thanksgiving", "USA", "2015-11-26"),
        ("labor_day", "CAN", "2015-09-07"),
        ("labor_day", "AUS", None),
        ("memorial_day", "ISR", None),
        ("mothers_day", "GBR", None),
        ("independence_day", "IND", "2015-08-15"),
        ("independence_day", "USA", "2015-07-04"),
        ("independence_day", None, None),
        ("independence_day", "FRA", None),
        ("no_such_feast", None, None),
    ],
)
def test_a_name_may_mean_another_day_elsewhere(code: str, country: str | None, expected: str | None) -> None:
    day = holiday(code, 2015, country)
    assert (day.isoformat() if day else None) == expected


def test_canada_has_had_its_second_monday_since_1957() -> None:
    assert canadian_thanksgiving(1956) is None
    assert canadian_thanksgiving(1957) == date(1957, 10, 14)


@given(YEARS)
def test_rules_give_the_weekday_they_name(year: int) -> None:
    for code, (month, weekday, nth) in NTH_WEEKDAY.items():
        day = holiday(code, year)
        assert day is not None
        assert (day.month, day.weekday()) == (month, weekday)
        if nth > 0:
            assert (day.day - 1) // 7 == nth - 1
        else:
            assert (day + timedelta(days=7)).month != month
    assert election_day(year).weekday() == 1
    assert 2 <= election_day(year).day <= 8
    assert victoria_day(year).weekday() == 0
    assert 18 <= victoria_day(year).day <= 24


def test_each_feast_has_a_name_and_each_name_a_feast() -> None:
    computed = FIXED.keys() | FROM_EASTER.keys() | NTH_WEEKDAY.keys() | OF_COUNTRIES.keys() | OTHERS
    assert load("en").moments.holidays.keys() == computed
