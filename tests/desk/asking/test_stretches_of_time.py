"""Days in stretches, as a slider has them: at the ends of the calendar, of one day, of what is no day."""

from datetime import date, timedelta

import pytest

from dateline.desk.asking.maps.calendar import MOST, Calendar, Stretch, calendar_by_day, calendar_of

LAST = date.max.isoformat()


def whole(calendar: Calendar) -> bool:
    """Whether stretches follow each other without a gap, each with its last day at or after its first."""
    ends = [date.fromisoformat(each.last) for each in calendar.stretches]
    starts = [date.fromisoformat(each.first) for each in calendar.stretches]
    joined = all(after - before == timedelta(1) for before, after in zip(ends, starts[1:], strict=False))
    return joined and all(start <= end for start, end in zip(starts, ends, strict=True))


def test_without_a_day_there_is_no_stretch() -> None:
    for calendar in (calendar_of({}), calendar_by_day([]), calendar_of({"": 3, "someday": 1, "2031-02-30": 1})):
        assert (calendar.unit, calendar.stretches) == ("day", ())
        assert calendar.place("2031-04-02") is None and not calendar.spans("2031-04-02", "2031-04-03")


def test_one_day_is_one_stretch() -> None:
    assert calendar_of({"2031-04-02": 5}).stretches == (Stretch("2031-04-02", "2031-04-02", 5),)


@pytest.mark.parametrize(
    ("first", "unit"),
    [
        ("9999-12-31", "day"),
        ("9999-12-30", "day"),
        ("9999-10-01", "day"),
        ("9999-06-01", "week"),
        ("9997-10-10", "week"),
        ("9992-02-02", "month"),
        ("9975-01-01", "quarter"),
        ("9950-01-01", "year"),
        ("9500-01-01", "decade"),
        ("0001-01-01", "century"),
    ],
)
def test_the_last_day_of_all_has_a_stretch_that_ends_with_it(first: str, unit: str) -> None:
    calendar = calendar_of({first: 1, LAST: 2} if first != LAST else {LAST: 3})
    assert calendar.unit == unit and whole(calendar)
    assert calendar.stretches[-1].last == LAST
    assert calendar.place(LAST) == len(calendar.stretches) - 1
    assert sum(each.incidents for each in calendar.stretches) == 3


@pytest.mark.parametrize("last", ["0001-01-01", "0001-01-07", "0001-12-31", "0009-12-31", "0099-12-31", "0999-01-01"])
def test_the_first_day_of_all_begins_a_stretch(last: str) -> None:
    calendar = calendar_of({"0001-01-01": 1, last: 1} if last != "0001-01-01" else {last: 2})
    assert whole(calendar) and calendar.stretches[0].first == "0001-01-01" and calendar.place("0001-01-01") == 0
    assert sum(each.incidents for each in calendar.stretches) == 2


@pytest.mark.parametrize("days", [1, 119, 120, 121, 839, 841, 4000, 12_000, 44_000, 400_000, 3_000_000])
@pytest.mark.parametrize("begin", ["0001-01-01", "1582-10-15", "1999-12-31"])
def test_there_are_never_too_many_stretches_and_none_lacks(days: int, begin: str) -> None:
    first = date.fromisoformat(begin)
    last = first + timedelta(days - 1) if (date.max - first).days >= days else date.max
    calendar = calendar_of(dict.fromkeys((first.isoformat(), last.isoformat()), 1))
    assert whole(calendar) and len(calendar.stretches) <= MOST + 1
    assert calendar.stretches[0].first <= begin and last.isoformat() <= calendar.stretches[-1].last


def test_a_week_begins_on_a_monday_and_ends_on_a_sunday() -> None:
    calendar = calendar_of({"2031-01-01": 1, "2031-06-01": 1})
    assert calendar.unit == "week"
    assert {date.fromisoformat(each.first).weekday() for each in calendar.stretches} == {0}
    assert {date.fromisoformat(each.last).weekday() for each in calendar.stretches} == {6}


def test_a_leap_day_lies_in_its_february() -> None:
    calendar = calendar_of({"2024-01-31": 1, "2024-02-29": 7, "2028-02-29": 1})
    assert calendar.unit == "month"
    assert calendar.stretches[1] == Stretch("2024-02-01", "2024-02-29", 7)


def test_days_of_one_stretch_are_counted_together() -> None:
    calendar = calendar_by_day([("2031-04-02", 2), ("2031-04-02T06:30", 3), ("2031-04-02T23:59:59-11:00", 1)])
    assert calendar.stretches == (Stretch("2031-04-02", "2031-04-02", 6),)


def test_a_moment_lies_in_its_day_by_the_clock_of_its_place() -> None:
    calendar = calendar_of({"2031-04-01": 1, "2031-04-03": 1})
    assert [calendar.place(f"2031-04-02T{clock}") for clock in ("00:00+13:00", "23:59-11:00", "12:00Z")] == [1, 1, 1]


@pytest.mark.parametrize("moment", [None, "", "2031", "2031-04", "soon", "-0044-03-15", "2031-04-31", "2031-03-31"])
def test_what_is_no_day_of_the_calendar_lies_nowhere(moment: str | None) -> None:
    calendar = calendar_by_day([("2031-04-01", 1), (moment, 0), ("2031-04-09", 1)])
    lies = calendar.place(moment)
    assert lies == (0 if moment == "2031-03-31" else None)
    assert sum(each.incidents for each in calendar.stretches) == 2


def test_days_before_and_behind_lie_nowhere() -> None:
    calendar = calendar_of({"2031-04-01": 1, "2031-04-03": 1})
    assert [calendar.place(f"2031-{day}") for day in ("03-31", "04-01", "04-03", "04-04")] == [None, 0, 2, None]


@pytest.mark.parametrize(
    ("earliest", "latest", "spans"),
    [
        (None, None, False),
        (None, "2031-04-02", False),
        ("2031-04-01", None, False),
        ("2031-04-01", "2031-04-01", False),
        ("2031-04-01T06:00", "2031-04-01T23:00", False),
        ("2031-04-01", "2031-04-02", True),
        ("2031-04-01", "2099-01-01", True),
        ("1990-01-01", "2031-04-02", False),
    ],
)
def test_a_time_spans_stretches_where_it_ends_in_another(earliest: str | None, latest: str | None, spans: bool) -> None:
    assert calendar_of({"2031-04-01": 1, "2031-04-03": 1}).spans(earliest, latest) is spans
