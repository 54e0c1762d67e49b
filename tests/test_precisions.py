"""Codes of UCDP and ACLED for how exactly a time or a place is known."""

from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import precisions
from dateline.precisions import (
    acled_geo_precision,
    acled_time_precision,
    ucdp_date_precision,
    ucdp_where_precision,
)
from dateline.values import Moment, Place, PlacePrecision

DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))


def moment(first: str | None, last: str | None, kind: Any = "DATE") -> Moment:
    return Moment(type=kind, earliest=first, latest=last)


def lasting(first: date, days: int) -> Moment:
    """A moment of so many days."""
    return moment(first.isoformat(), (first + timedelta(days - 1)).isoformat())


def place(precision: PlacePrecision, country: str | None = None, feature: str | None = None) -> Place:
    return Place(name="Karsvik", precision=precision, country=country, feature=feature)


@pytest.mark.parametrize(
    ("first", "last", "ucdp", "acled"),
    [
        ("2023-05-03", "2023-05-03", 1, 1),
        ("2023-05-03T08:00:00", "2023-05-03T11:59:59", 1, 1),
        ("2023-05-03", "2023-05-04", 2, 2),
        ("2023-05-01", "2023-05-06", 2, 2),
        ("2023-05-01", "2023-05-07", 3, 2),
        ("2023-05-01", "2023-05-08", 4, 3),
        ("2023-02-01", "2023-02-28", 4, 3),
        ("2023-05-01", "2023-05-31", 4, 3),
        ("2023-05-01", "2023-06-01", 5, None),
        ("2023-06-01", "2023-08-31", 5, None),
        ("2023-01-01", "2023-12-31", 5, None),
        ("2024-01-01", "2024-12-31", 5, None),
        ("2023-01-01", "2024-12-31", None, None),
        ("1990-01-01", "1999-12-31", None, None),
        (None, "2023-05-03", None, None),
        ("2023-05-03", None, None, None),
        (None, None, None, None),
    ],
)
def test_times(first: str | None, last: str | None, ucdp: int | None, acled: int | None) -> None:
    found = moment(first, last)
    assert (ucdp_date_precision(found), acled_time_precision(found)) == (ucdp, acled)


def test_a_night_is_one_day() -> None:
    night = moment("2023-05-03T18:00:00", "2023-05-04T06:00:00", "TIME")
    assert (ucdp_date_precision(night), acled_time_precision(night)) == (1, 1)


def test_two_days_are_no_night() -> None:
    days = moment("2023-05-03", "2023-05-04", "DURATION")
    assert (ucdp_date_precision(days), acled_time_precision(days)) == (2, 2)


@given(DAYS, DAYS)
@settings(deadline=None)
def test_any_two_dates_have_a_code_in_range_or_none(one: date, other: date) -> None:
    found = moment(min(one, other).isoformat(), max(one, other).isoformat())
    assert ucdp_date_precision(found) in (1, 2, 3, 4, 5, None)
    assert acled_time_precision(found) in (1, 2, 3, None)


@given(DAYS, DAYS, st.integers(1, 800), st.integers(1, 800))
@settings(deadline=None)
def test_what_is_shorter_is_never_rougher(one: date, other: date, days: int, longer: int) -> None:
    short, long = lasting(one, min(days, longer)), lasting(other, max(days, longer))
    for code in (ucdp_date_precision, acled_time_precision):
        assert (code(short) or 9) <= (code(long) or 9)


@given(DAYS, st.integers(1, 800))
@settings(deadline=None)
def test_acled_codes_nothing_that_ucdp_leaves_out(first: date, days: int) -> None:
    found = lasting(first, days)
    assert acled_time_precision(found) is None or ucdp_date_precision(found) is not None


@pytest.mark.parametrize(
    ("precision", "ucdp", "acled"),
    [
        ("exact", 1, 1),
        ("near", 2, 2),
        ("admin2", 3, 2),
        ("admin1", 4, 3),
        ("region", 5, 3),
        ("country", 6, None),
        ("unresolved", None, None),
    ],
)
def test_places(precision: PlacePrecision, ucdp: int | None, acled: int | None) -> None:
    found = place(precision)
    assert (ucdp_where_precision(found), acled_geo_precision(found)) == (ucdp, acled)


def test_a_place_of_which_only_the_country_is_known() -> None:
    found = place("unresolved", country="NOR")
    assert (ucdp_where_precision(found), acled_geo_precision(found)) == (6, None)


@pytest.mark.parametrize("feature", ["SEA", "GULF", "OCN", "STRT", "BAY"])
def test_at_sea(feature: str) -> None:
    assert ucdp_where_precision(place("region", feature=feature)) == 7


@pytest.mark.parametrize("feature", ["STM", "LK", "MT", "ISL", "PPL", "ADM1", None])
def test_on_land(feature: str | None) -> None:
    assert ucdp_where_precision(place("region", feature=feature)) == 5


@given(st.sampled_from(get_args(PlacePrecision)), st.sampled_from([None, "NOR"]), st.sampled_from([None, "SEA", "PPL"]))
@settings(deadline=None)
def test_any_place_has_a_code_in_range_or_none(precision: Any, country: str | None, feature: str | None) -> None:
    found = place(precision, country, feature)
    assert ucdp_where_precision(found) in (1, 2, 3, 4, 5, 6, 7, None)
    assert acled_geo_precision(found) in (1, 2, 3, None)


def test_whatever_is_public_is_a_code() -> None:
    assert {name for name in precisions.__all__ if callable(getattr(precisions, name))} == set(precisions.__all__)
