"""Calendar arithmetic: values and intervals of days, weeks, months, seasons, parts of days, durations."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.understanding.times import timex
from dateline.understanding.times.timex import Reading

DAY = date(2016, 2, 29)
DAYS = st.dates(date(1850, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("reading", "value", "earliest", "latest"),
    [
        (timex.day(DAY), "2016-02-29", "2016-02-29", "2016-02-29"),
        (timex.week(date(2016, 1, 1)), "2015-W53", "2015-12-28", "2016-01-03"),
        (timex.weekend(DAY), "2016-W09-WE", "2016-03-05", "2016-03-06"),
        (timex.month(2016, 2), "2016-02", "2016-02-01", "2016-02-29"),
        (timex.quarter(2016, 4), "2016-Q4", "2016-10-01", "2016-12-31"),
        (timex.season(2015, "WI"), "2015-WI", "2015-12-01", "2016-02-29"),
        (timex.season(2015, "SU"), "2015-SU", "2015-06-01", "2015-08-31"),
        (timex.year(1997), "1997", "1997-01-01", "1997-12-31"),
        (timex.decade(1990), "199", "1990-01-01", "1999-12-31"),
        (timex.century(20), "19", "1900-01-01", "1999-12-31"),
        (timex.part(DAY, "MO"), "2016-02-29TMO", "2016-02-29T06:00", "2016-02-29T11:59"),
        (timex.part(DAY, "NI"), "2016-02-29TNI", "2016-02-29T18:00", "2016-03-01T05:59"),
        (timex.clock(DAY, 22, None), "2016-02-29T22:00", "2016-02-29T22:00", "2016-02-29T22:59"),
        (timex.clock(DAY, 7, 5, "Z"), "2016-02-29T07:05Z", "2016-02-29T07:05Z", "2016-02-29T07:05Z"),
        (timex.clock(None, 7, 5), "XXXX-XX-XXT07:05", None, None),
        (timex.open_day(9, 5), "XXXX-09-05", None, None),
    ],
)
def test_a_period_has_a_value_and_an_interval(
    reading: Reading, value: str, earliest: str | None, latest: str | None
) -> None:
    assert (reading.timex, reading.earliest, reading.latest) == (value, earliest, latest)


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (2, "hour", "PT2H"),
        (1, "minute", "PT1M"),
        (90, "second", "PT90S"),
        (1, "month", "P1M"),
        (3, "quarter", "P9M"),
        (2, "decade", "P20Y"),
        (1, "century", "P100Y"),
        (2.5, "year", "P2Y6M"),
        (1.5, "hour", "PT1H30M"),
        (1.5, "day", "P1DT12H"),
        (2.5, "decade", "P25Y"),
        (2.5, "week", "P2.5W"),
        (None, "day", "PXD"),
        (None, "decade", "PXY"),
    ],
)
def test_a_duration_is_written_as_timex_writes_it(amount: float | None, unit: str, value: str) -> None:
    reading = timex.duration(amount, unit)
    assert (reading.type, reading.timex, reading.earliest) == ("DURATION", value, None)


@pytest.mark.parametrize(
    ("unit", "count", "value"),
    [
        ("day", -1, "2016-02-28"),
        ("week", 1, "2016-W10"),
        ("month", -2, "2015-12"),
        ("quarter", -1, "2015-Q4"),
        ("quarter", 3, "2016-Q4"),
        ("year", -16, "2000"),
        ("decade", -1, "200"),
        ("century", -1, "19"),
    ],
)
def test_periods_are_counted_from_a_day(unit: str, count: int, value: str) -> None:
    assert timex.away(DAY, unit, count).timex == value


def test_hours_cannot_be_counted_from_a_day() -> None:
    reading = timex.away(DAY, "hour", -3)
    assert (reading.timex, reading.earliest) == (None, None)
    assert reading.reason is not None


@pytest.mark.parametrize(
    ("unit", "count", "earliest", "latest"),
    [
        ("year", -1, "2015-02-28", "2016-02-29"),
        ("week", 2, "2016-02-29", "2016-03-14"),
        ("month", 3, "2016-02-29", "2016-05-29"),
        ("decade", -1, "2006-02-28", "2016-02-29"),
    ],
)
def test_a_stretch_ends_or_begins_with_the_day(unit: str, count: int, earliest: str, latest: str) -> None:
    reading = timex.stretch(DAY, unit, count)
    assert (reading.type, reading.earliest, reading.latest) == ("DURATION", earliest, latest)


def test_a_stretch_of_hours_has_no_interval() -> None:
    assert timex.stretch(DAY, "hour", -24).earliest is None


def test_spanning_two_periods() -> None:
    reading = timex.spanning(timex.year(1992), timex.year(1995))
    assert (reading.timex, reading.earliest, reading.latest) == ("1992/1995", "1992-01-01", "1995-12-31")


def test_days_that_no_calendar_has() -> None:
    assert timex.real_day(2015, 2, 29) is None
    assert timex.real_day(2016, 2, 29) == DAY


@given(DAYS, st.integers(0, 6), st.sampled_from([-1, 1]), st.booleans())
def test_the_nearest_weekday_is_within_a_week(when: date, weekday: int, direction: int, include: bool) -> None:
    found = timex.weekday_near(when, weekday, direction, include)
    gap = (found - when).days * direction
    assert found.weekday() == weekday
    assert (0 if include else 1) <= gap <= (6 if include else 7)


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"]))
def test_the_period_of_no_distance_holds_the_day(when: date, unit: str) -> None:
    reading = timex.away(when, unit, 0)
    assert reading.earliest is not None
    assert reading.latest is not None
    assert reading.earliest <= when.isoformat() <= reading.latest


@given(DAYS, st.integers(-600, 600))
def test_months_shift_there_and_back(when: date, months: int) -> None:
    year, month = timex.shifted_month(when, months)
    assert timex.shifted_month(date(year, month, 1), -months) == (when.year, when.month)
