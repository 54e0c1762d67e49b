"""Times counted from the story's day or from the moment told before, read without a parser."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.understanding.times.tense import AHEAD, BACK, OPEN
from dateline.understanding.times.time_expression import NO_DAY, Expression
from dateline.understanding.times.time_forms import forms, plain
from dateline.understanding.times.time_lexicon import lexicon
from dateline.understanding.times.time_readings import reading
from dateline.understanding.times.timex import Reading, day, month, quarter, year
from dateline.values import Moment

TODAY = date(2015, 9, 16)  # a Wednesday
DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))
SHARED = ("type", "timex", "earliest", "latest", "precision")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def read(text: str, way: int = BACK, today: date | None = TODAY, then: Reading | None = None) -> Reading:
    found = read_or_none(text, way, today, then)
    assert found is not None
    return found


def read_or_none(text: str, way: int = BACK, today: date | None = TODAY, then: Reading | None = None) -> Reading | None:
    """The reading of the one expression that the whole text is."""
    (found,) = forms("en").find(plain(text), 0, len(text))
    assert (found.start, found.end) == (0, len(text)), found
    before = Moment(**{name: getattr(then, name) for name in SHARED}) if then else None
    return reading(Expression(lexicon("en"), found, today, before, way))


@pytest.mark.parametrize(
    ("text", "way", "timex"),
    [
        ("Monday", BACK, "2015-09-14"),
        ("Monday", OPEN, "2015-09-14"),
        ("Monday", AHEAD, "2015-09-21"),
        ("Wednesday", BACK, "2015-09-16"),
        ("Wednesday", AHEAD, "2015-09-16"),
        ("last Wednesday", BACK, "2015-09-09"),
        ("next Wednesday", AHEAD, "2015-09-23"),
        ("last Monday", BACK, "2015-09-14"),
        ("this Monday", BACK, "2015-09-14"),
        ("this Friday", AHEAD, "2015-09-18"),
        ("this Friday", OPEN, "2015-09-18"),
        ("this coming Friday", AHEAD, "2015-09-18"),
        ("Monday of last week", BACK, "2015-09-07"),
        ("Friday of this week", AHEAD, "2015-09-18"),
        ("Tuesday of next week", AHEAD, "2015-09-22"),
        ("Sunday of last week", BACK, "2015-09-13"),
    ],
)
def test_a_weekday(text: str, way: int, timex: str) -> None:
    found = read(text, way)
    assert (found.timex, found.counted) == (timex, "story")


@pytest.mark.parametrize(
    ("text", "way", "earliest", "latest"),
    [
        ("Monday to Friday", BACK, "2015-09-07", "2015-09-11"),
        ("Monday through Wednesday", BACK, "2015-09-14", "2015-09-16"),
        ("Saturday-Monday", BACK, "2015-09-12", "2015-09-14"),
        ("Monday to Friday", AHEAD, "2015-09-21", "2015-09-25"),
        ("Saturday to Monday", AHEAD, "2015-09-19", "2015-09-21"),
    ],
)
def test_days_of_one_week_end_after_they_begin(text: str, way: int, earliest: str, latest: str) -> None:
    found = read(text, way)
    assert (found.earliest, found.latest) == (earliest, latest)


def test_opening_days_are_of_no_week() -> None:
    found = read("Monday to Friday", OPEN)
    assert (found.timex, found.earliest) == ("XXXX-WXX-1/XXXX-WXX-5", None)
    assert "no tense" in (found.reason or "")


@pytest.mark.parametrize(
    ("text", "timex", "earliest", "latest"),
    [
        ("yesterday", "2015-09-15", "2015-09-15", "2015-09-15"),
        ("the day before yesterday", "2015-09-14", "2015-09-14", "2015-09-14"),
        ("the day after tomorrow", "2015-09-18", "2015-09-18", "2015-09-18"),
        ("tonight", "2015-09-16TNI", "2015-09-16T18:00", "2015-09-17T05:59"),
        ("yesterday morning", "2015-09-15TMO", "2015-09-15T06:00", "2015-09-15T11:59"),
        ("last night", "2015-09-15TNI", "2015-09-15T18:00", "2015-09-16T05:59"),
        ("this evening", "2015-09-16TEV", "2015-09-16T18:00", "2015-09-16T23:59"),
        ("Tuesday afternoon", "2015-09-15TAF", "2015-09-15T12:00", "2015-09-15T17:59"),
    ],
)
def test_days_and_their_parts(text: str, timex: str, earliest: str, latest: str) -> None:
    found = read(text)
    assert (found.timex, found.earliest, found.latest) == (timex, earliest, latest)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("two days ago", "2015-09-14"),
        ("a week ago", "2015-W37"),
        ("five months ago", "2015-04"),
        ("nine months ago", "2014-12"),
        ("twenty-one years ago", "1994"),
        ("a decade ago", "200"),
        ("two centuries ago", "18"),
        ("10 days from now", "2015-09-26"),
        ("four months hence", "2016-01"),
    ],
)
def test_so_long_ago_or_ahead(text: str, timex: str) -> None:
    found = read(text)
    assert (found.timex, found.counted) == (timex, "story")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a few days ago", "PAST_REF"),
        ("several years ago", "PAST_REF"),
        ("2.5 years ago", "2013-03"),
        ("two and a half years ago", "2013-03"),
    ],
)
def test_a_vague_count_gives_no_day_and_a_half_gives_a_month(text: str, value: str) -> None:
    found = read(text)
    assert (found.type, found.timex) == ("DATE", value)


def test_a_bound_is_no_exact_moment() -> None:
    found = read("more than 20 years ago")
    assert (found.timex, found.mod) == ("1995", "MORE_THAN")
    assert found.confidence <= 0.7
    assert "bound" in (found.reason or "")
    assert read("about 20 years ago").mod == "APPROX"
    assert read("20 years ago").reason is None


@pytest.mark.parametrize(
    ("text", "then", "timex"),
    [
        ("two days later", day(date(2013, 3, 8)), "2013-03-10"),
        ("three days earlier", day(date(2013, 3, 8)), "2013-03-05"),
        ("a week later", day(date(2013, 3, 8)), "2013-W11"),
        ("a month later", day(date(2013, 1, 31)), "2013-02"),
        ("a month later", month(2013, 12), "2014-01"),
        ("two years later", month(2013, 6), "2015"),
        ("two years later", year(2013), "2015"),
        ("a decade later", year(1995), "200"),
        ("a year earlier", quarter(2015, 2), "2014-Q2"),
        ("the previous year", year(1998), "1997"),
        ("the following month", month(2013, 12), "2014-01"),
        ("the following day", day(date(2013, 2, 28)), "2013-03-01"),
        ("the next day", day(date(2013, 12, 31)), "2014-01-01"),
    ],
)
def test_counted_from_the_moment_before(text: str, then: Reading, timex: str) -> None:
    found = read(text, then=then)
    assert (found.timex, found.counted) == (timex, "reference")
    assert found.confidence <= 0.9


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("two days later", month(2013, 6)),
        ("two days earlier", year(2013)),
        ("a month later", year(2013)),
        ("the following week", quarter(2013, 2)),
        ("the previous month", year(1998)),
    ],
)
def test_a_rough_moment_is_no_ground_to_count_from(text: str, then: Reading) -> None:
    found = read(text, then=then)
    assert found.earliest is None
    assert found.timex is None or found.type == "DURATION"
    assert "too rough" in (found.reason or "")


@pytest.mark.parametrize(
    ("text", "length"),
    [("a day later", "P1D"), ("two years later", "P2Y"), ("the following week", None), ("the next day", None)],
)
@pytest.mark.parametrize("way", [BACK, OPEN])
def test_later_than_nothing_is_a_length_and_not_later_than_the_story(text: str, length: str | None, way: int) -> None:
    found = read(text, way)
    assert (found.timex, found.earliest) == (length, None)
    assert "no moment" in (found.reason or "")


def test_what_lies_ahead_may_be_counted_from_the_story() -> None:
    assert read("the following week", AHEAD).timex == "2015-W39"
    assert read("three days earlier", BACK).timex == "2015-09-13"


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("last month", "2015-08"),
        ("this month", "2015-09"),
        ("next month", "2015-10"),
        ("last week", "2015-W37"),
        ("last year", "2014"),
        ("last quarter", "2015-Q2"),
        ("last decade", "200"),
        ("this century", "20"),
        ("last April", "2015-04"),
        ("last September", "2014-09"),
        ("last October", "2014-10"),
        ("next September", "2016-09"),
        ("next October", "2015-10"),
        ("this October", "2015-10"),
        ("last winter", "2014-WI"),
        ("last spring", "2015-SP"),
        ("next summer", "2016-SU"),
    ],
)
def test_last_this_and_next(text: str, timex: str) -> None:
    assert read(text).timex == timex


@pytest.mark.parametrize("text", ["last hour", "this minute", "this day", "next evening", "the following morning"])
def test_words_that_tell_no_day(text: str) -> None:
    found = [
        reading(Expression(lexicon("en"), each, TODAY, None, BACK)) for each in forms("en").find(text, 0, len(text))
    ]
    assert [each for each in found if each and each.earliest] == []


@pytest.mark.parametrize(
    ("text", "today", "way", "timex"),
    [
        ("the weekend", TODAY, BACK, "2015-W37-WE"),
        ("the weekend", TODAY, AHEAD, "2015-W38-WE"),
        ("the weekend", date(2015, 9, 20), BACK, "2015-W38-WE"),
        ("last weekend", TODAY, BACK, "2015-W37-WE"),
        ("this weekend", TODAY, BACK, "2015-W38-WE"),
        ("next weekend", TODAY, AHEAD, "2015-W39-WE"),
        ("the weekend", date(2016, 1, 1), BACK, "2015-W52-WE"),
    ],
)
def test_weekends(text: str, today: date, way: int, timex: str) -> None:
    assert read(text, way, today).timex == timex


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("three weeks", "P3W", None),
        ("a hundred years", "P100Y", None),
        ("ninety-nine days", "P99D", None),
        ("a couple of hours", "PT2H", None),
        ("five-year", "P5Y", None),
        ("two more days", "P2D", None),
        ("ten full days", "P10D", None),
        ("a year and a half", "P1Y6M", None),
        ("one and a half hours", "PT1H30M", None),
        ("two-and-a-half years", "P2Y6M", None),
        ("half an hour", "PT30M", None),
        ("half a year", "P6M", None),
        ("half a century", "P50Y", None),
        ("half a day", "PT12H", None),
        ("nearly half an hour", "PT30M", "APPROX"),
        ("at least three weeks", "P3W", "EQUAL_OR_MORE"),
        ("less than ten minutes", "PT10M", "LESS_THAN"),
        ("some weeks", "PXW", None),
    ],
)
def test_a_duration(text: str, value: str, mod: str | None) -> None:
    found = read(text)
    assert (found.type, found.timex, found.mod, found.earliest) == ("DURATION", value, mod, None)


@pytest.mark.parametrize(
    ("text", "value", "quant"),
    [
        ("every day", "P1D", "EVERY"),
        ("every ten minutes", "PT10M", "EVERY"),
        ("every few weeks", "PXW", "EVERY"),
        ("every other day", "P2D", "EVERY OTHER"),
        ("every second week", "P2W", "EVERY OTHER"),
        ("every other Friday", "XXXX-WXX-5", "EVERY OTHER"),
        ("each Friday night", "XXXX-WXX-5TNI", "EVERY"),
        ("every summer", "XXXX-SU", "EVERY"),
        ("every June", "XXXX-06", "EVERY"),
        ("Mondays", "XXXX-WXX-1", None),
        ("Friday nights", "XXXX-WXX-5TNI", None),
        ("monthly", "P1M", None),
    ],
)
def test_a_set(text: str, value: str, quant: str | None) -> None:
    found = read(text)
    assert (found.type, found.timex, found.quant, found.earliest) == ("SET", value, quant, None)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("0700 GMT on Tuesday", "2015-09-15T07:00Z"),
        ("0700 GMT Tuesday", "2015-09-15T07:00Z"),
        ("0700 GMT on 3 May", "2015-05-03T07:00Z"),
        ("0700 local time on May 3, 2011", "2011-05-03T07:00"),
        ("noon on Tuesday", "2015-09-15T12:00"),
        ("12 a.m. Tuesday", "2015-09-15T00:00"),
        ("12 p.m. Tuesday", "2015-09-15T12:00"),
        ("7.30pm on Tuesday", "2015-09-15T19:30"),
        ("yesterday at 7 p.m.", "2015-09-15T19:00"),
        ("23:59 on 3 May 2011", "2011-05-03T23:59"),
    ],
)
def test_an_hour_with_its_day(text: str, timex: str) -> None:
    found = read(text)
    assert (found.type, found.timex, found.reason) == ("TIME", timex, None)


@pytest.mark.parametrize(
    "text",
    ["Monday", "yesterday", "last night", "two days ago", "a year earlier", "last month", "the weekend", "last April"],
)
def test_without_a_story_s_day_nothing_is_counted(text: str) -> None:
    found = read(text, today=None)
    assert (found.earliest, found.latest, found.reason) == (None, None, NO_DAY)
    assert found.confidence <= 0.6


@given(DAYS, st.sampled_from(WEEKDAYS), st.sampled_from([BACK, OPEN, AHEAD]))
def test_a_weekday_is_within_a_week_of_the_story(today: date, weekday: str, way: int) -> None:
    found = read(weekday, way, today)
    assert found.earliest is not None
    gap = (date.fromisoformat(found.earliest) - today).days
    assert f"{date.fromisoformat(found.earliest):%A}" == weekday
    assert (0 <= gap <= 6) if way == AHEAD else (-6 <= gap <= 0)


@given(DAYS, st.sampled_from(WEEKDAYS), st.sampled_from(WEEKDAYS), st.sampled_from([BACK, AHEAD]))
def test_a_range_of_weekdays_is_shorter_than_a_week(today: date, first: str, last: str, way: int) -> None:
    found = read(f"{first} to {last}", way, today)
    assert found.earliest is not None
    assert found.latest is not None
    begin, end = date.fromisoformat(found.earliest), date.fromisoformat(found.latest)
    assert 0 <= (end - begin).days <= 6
    assert (f"{begin:%A}", f"{end:%A}") == (first, last)
    assert end <= today if way == BACK else begin >= today


@given(DAYS, st.integers(1, 400), st.sampled_from(["day", "week", "month", "year"]))
def test_ago_lies_behind_and_hence_ahead(today: date, count: int, unit: str) -> None:
    behind, ahead = read(f"{count} {unit}s ago", today=today), read_or_none(f"{count} {unit}s from now", today=today)
    assert behind.latest is not None
    assert behind.latest < today.isoformat()
    assert ahead is not None
    assert ahead.earliest is not None
    assert ahead.earliest > today.isoformat()


@given(st.integers(1, 9999), st.sampled_from(["day", "week", "month", "year", "decade", "century"]))
def test_any_count_is_read_or_refused(count: int, unit: str) -> None:
    plural = {"century": "centuries"}.get(unit, f"{unit}s")
    found = read_or_none(f"{count} {plural} ago")
    assert found is None or (found.earliest or "") <= (found.latest or "")
