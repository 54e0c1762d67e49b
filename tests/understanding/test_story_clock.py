"""The year of a dateline that has none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.understanding.times.story_clock import FAR, NEAR, Hints, year_guess

TODAY = date(2024, 6, 1)


def test_the_weekday_picks_the_year_after_the_latest_named() -> None:
    # 14 March was a Monday in 2016, a Saturday in 2015, a Friday in 2014.
    guess = year_guess(3, 14, Hints(0, "monday", (1998, 2014)), TODAY)
    assert guess.year == 2016
    told = "14 March was a Monday in 2016 as the text says Monday"
    assert guess.reason == f"no year in the dateline; {told}, and the latest year named is 2014"
    assert guess.confidence == 0.5


def test_the_year_named_is_surer_when_the_weekday_fits_at_once() -> None:
    # 14 March 2014 was a Friday.
    guess = year_guess(3, 14, Hints(4, "friday", (2014,)), TODAY)
    assert (guess.year, guess.confidence) == (2014, 0.75)


def test_a_story_may_tell_of_the_day_before() -> None:
    guess = year_guess(3, 14, Hints(3, "thursday", (2014,)), TODAY)
    assert (guess.year, guess.confidence) == (2014, 0.5)
    assert "the day before 14 March was a Thursday in 2014" in guess.reason


def test_no_year_from_a_weekday_alone() -> None:
    guess = year_guess(3, 14, Hints(0, "monday"), TODAY)
    assert guess.year is None
    assert "the text names no year" in guess.reason


def test_the_latest_year_alone_is_no_guess() -> None:
    guess = year_guess(3, 14, Hints(years=(2011, 2014)), TODAY)
    assert guess.year is None
    assert "2014" in guess.reason


def test_years_to_come_do_not_count() -> None:
    assert year_guess(3, 14, Hints(4, "friday", (2014, 2050)), TODAY).year == 2014


def test_a_full_date_shortly_before_tells_the_year() -> None:
    guess = year_guess(1, 4, Hints(years=(2013,), days=(date(2013, 12, 20),)), TODAY)
    assert guess.year == 2014
    assert "20 December 2013" in guess.reason


@pytest.mark.parametrize("named", [date(2013, 6, 1), date(2014, 2, 1)])
def test_a_full_date_far_away_or_after_tells_nothing(named: date) -> None:
    assert year_guess(1, 4, Hints(years=(named.year,), days=(named,)), TODAY).year is None


def test_a_full_date_before_a_later_year_tells_nothing() -> None:
    assert year_guess(1, 4, Hints(years=(2013, 2019), days=(date(2013, 12, 20),)), TODAY).year is None


def test_a_leap_day_needs_a_leap_year() -> None:
    # 29 February 2016 was a Monday.
    assert year_guess(2, 29, Hints(0, "monday", (2014,)), TODAY).year == 2016


@given(
    st.dates(date(1900, 1, 1), date(2024, 12, 31)),
    st.integers(0, 6),
    st.lists(st.integers(1850, 2060), max_size=4),
    st.lists(st.dates(date(1900, 1, 1), date(2040, 12, 31)), max_size=3),
)
def test_a_guess_is_never_after_today_and_never_long_after_its_hints(
    day: date, weekday: int, years: list[int], days: list[date]
) -> None:
    guess = year_guess(day.month, day.day, Hints(weekday, "a day", tuple(years), tuple(days)), TODAY)
    assert 0 <= guess.confidence <= 1
    assert guess.reason
    if guess.year is not None:
        past = [year for year in years if year <= TODAY.year]
        near = [abs((date(guess.year, day.month, min(day.day, 28)) - other).days) for other in days]
        assert guess.year <= TODAY.year
        assert any(0 <= guess.year - year <= FAR for year in past) or min(near) <= NEAR + 3
