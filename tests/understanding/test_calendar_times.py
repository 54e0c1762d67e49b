"""Calendar times read without a parser: the words, the story's day and the way the tense looks are given."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.understanding.times.tense import AHEAD, BACK, OPEN
from dateline.understanding.times.time_expression import NO_YEAR, Expression
from dateline.understanding.times.time_forms import forms, plain
from dateline.understanding.times.time_lexicon import lexicon
from dateline.understanding.times.time_readings import reading
from dateline.understanding.times.timex import Reading

TODAY = date(2015, 9, 16)  # a Wednesday
NEW_YEAR = date(2024, 1, 1)
LEAP_DAY = date(2024, 2, 29)
DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))
WAYS = st.sampled_from([BACK, OPEN, AHEAD])
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")


def read(text: str, today: date | None = TODAY, way: int = BACK) -> Reading | None:
    """The reading of the one expression that the whole text is."""
    (found,) = forms("en").find(plain(text), 0, len(text))
    assert (found.start, found.end) == (0, len(text)), found
    return reading(Expression(lexicon("en"), found, today, None, way))


def interval(found: Reading | None) -> tuple[str | None, str | None]:
    assert found is not None
    return found.earliest, found.latest


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("25/12/2001", "2001-12-25"),
        ("12/25/2001", "2001-12-25"),
        ("12/25/01", "2001-12-25"),
        ("25/12/87", "1987-12-25"),
        ("7/7/2005", "2005-07-07"),
    ],
)
def test_figures_with_slashes_have_one_order(text: str, timex: str) -> None:
    found = read(text)
    assert found is not None
    assert found.timex == timex


@pytest.mark.parametrize("text", ["3/4/1985", "12/11/10", "31/31/2001", "0/5/2001", "13/13/13"])
def test_figures_of_two_orders_or_none_are_not_read(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    ["31 June 2014", "Feb. 29, 2015", "February 30", "31 November", "2014-13-01", "2014-02-30", "31-32 May 2014"],
)
def test_a_day_that_no_calendar_has_is_not_read(text: str) -> None:
    small = plain(text)
    found = [
        reading(Expression(lexicon("en"), each, TODAY, None, BACK)) for each in forms("en").find(small, 0, len(text))
    ]
    assert [each.timex for each in found if each and each.precision == "day"] == []


@pytest.mark.parametrize(
    ("text", "today", "way", "timex"),
    [
        ("2 January", NEW_YEAR, BACK, "2024-01-02"),  # a paper of the day after
        ("5 January", NEW_YEAR, BACK, "2023-01-05"),
        ("31 December", NEW_YEAR, BACK, "2023-12-31"),
        ("31 December", NEW_YEAR, AHEAD, "2023-12-31"),  # "is due on December 31", told the day after
        ("28 December", NEW_YEAR, AHEAD, "2024-12-28"),
        ("February 29", TODAY, BACK, "2015-02"),  # the nearest is years away: no such day
        ("February 29", TODAY, AHEAD, "2016-02-29"),
        ("February 29", LEAP_DAY, BACK, "2024-02-29"),
        ("October 4", TODAY, AHEAD, "2015-10-04"),
        ("October 4", TODAY, OPEN, "2015-10-04"),
        ("October 4", TODAY, BACK, "2014-10-04"),
        ("September 16", TODAY, OPEN, "2015-09-16"),
        ("June 1", TODAY, OPEN, "2015-06-01"),
    ],
)
def test_the_tense_picks_the_year(text: str, today: date, way: int, timex: str) -> None:
    found = read(text, today, way)
    assert found is not None
    assert (found.timex, found.counted) == (timex, "story")


@pytest.mark.parametrize("year", ["2014", "1899", "2100"])
def test_a_year_that_is_told_is_not_counted_from_the_story(year: str) -> None:
    found = read(f"4 October {year}")
    assert found is not None
    assert (found.timex, found.counted) == (f"{year}-10-04", None)
    assert found.confidence > 0.95


@pytest.mark.parametrize("text", ["4 October", "October 4", "October", "October 4-6", "the third quarter"])
def test_without_a_story_s_day_the_year_stays_open(text: str) -> None:
    found = read(text, None)
    assert found is not None
    assert found.timex is not None
    assert found.timex.startswith("XXXX-")
    assert interval(found) == (None, None)
    assert found.reason == NO_YEAR
    assert found.confidence <= 0.7


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("3-5 March", "2015-03-03", "2015-03-05"),
        ("March 3-5, 2011", "2011-03-03", "2011-03-05"),
        ("March 3 to 5", "2015-03-03", "2015-03-05"),
        ("30 to 31 August", "2015-08-30", "2015-08-31"),
        ("December 30-January 2", "2014-12-30", "2015-01-02"),
        ("December 30, 2013-January 2, 2014", "2013-12-30", "2014-01-02"),
        ("June-August 1999", "1999-06-01", "1999-08-31"),
        ("November-February 1999", "1998-11-01", "1999-02-28"),
        ("1992-95", "1992-01-01", "1995-12-31"),
        ("1992-1995", "1992-01-01", "1995-12-31"),
        ("1914–18", "1914-01-01", "1918-12-31"),
        ("2012/13", "2012-01-01", "2013-12-31"),
        ("1999/2000", "1999-01-01", "2000-12-31"),
    ],
)
def test_a_range_goes_from_its_first_day_to_its_last(text: str, earliest: str, latest: str) -> None:
    assert interval(read(text)) == (earliest, latest)


@pytest.mark.parametrize("text", ["5-3 March", "March 5-3, 2011", "1995-1992", "1995-92", "1999-99", "2014/09"])
def test_figures_that_run_backwards_are_no_range(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "words", "timex", "earliest", "latest"),
    [
        ("from 7 to 3 May", "7 to 3 May", "2015-05-03/2015-05-07", "2015-05-03", "2015-05-07"),
        ("from March 5 to 3, 2011", "March 5 to 3, 2011", "2011-03-03/2011-03-05", "2011-03-03", "2011-03-05"),
        ("from 1995 to 1992", "1995 to 1992", "1992/1995", "1992-01-01", "1995-12-31"),
    ],
)
def test_a_range_that_runs_backwards_holds_both_and_is_doubted(
    text: str, words: str, timex: str, earliest: str, latest: str
) -> None:
    (found,) = forms("en").find(plain(text), 0, len(text))
    read = reading(Expression(lexicon("en"), found, TODAY, None, BACK))
    assert text[found.start : found.end] == words
    assert read is not None
    assert (read.timex, read.earliest, read.latest) == (timex, earliest, latest)
    assert read.confidence <= 0.5
    assert "before it begins" in (read.reason or "")


@pytest.mark.parametrize(
    ("text", "timex", "latest"),
    [
        ("31 June", "2015-06", "2015-07-01"),
        ("February 30, 2012", "2012-02", "2012-03-01"),
        ("29 February 2015", "2015-02", "2015-03-01"),
    ],
)
def test_a_day_that_no_calendar_has_leaves_the_month(text: str, timex: str, latest: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.timex, found.precision, found.latest) == (timex, "month", latest)
    assert "days and no" in (found.reason or "")


@pytest.mark.parametrize(
    ("text", "timex", "earliest", "latest"),
    [
        ("the 1980s", "198", "1980-01-01", "1989-12-31"),
        ("the eighties", "198", "1980-01-01", "1989-12-31"),
        ("'80s", "198", "1980-01-01", "1989-12-31"),
        ("the 2000s", "200", "2000-01-01", "2009-12-31"),
        ("the 1800s", "18", "1800-01-01", "1899-12-31"),
        ("the 1900s", "19", "1900-01-01", "1999-12-31"),
        ("the 19th century", "18", "1800-01-01", "1899-12-31"),
        ("the twenty-first century", "20", "2000-01-01", "2099-12-31"),
        ("the first century", "00", "0001-01-01", "0099-12-31"),
    ],
)
def test_decades_and_centuries(text: str, timex: str, earliest: str, latest: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.timex, *interval(found)) == (timex, earliest, latest)


@pytest.mark.parametrize(
    ("text", "today", "timex"),
    [
        ("the third quarter", TODAY, "2015-Q3"),
        ("the fourth quarter", TODAY, "2014-Q4"),
        ("the fourth quarter", NEW_YEAR, "2023-Q4"),
        ("the first quarter of this year", TODAY, "2015-Q1"),
        ("the first quarter of last year", TODAY, "2014-Q1"),
        ("the first quarter of the year", TODAY, "2015-Q1"),
        ("the first quarter of 1999", TODAY, "1999-Q1"),
        ("1999 first quarter", TODAY, "1999-Q1"),
        ("last year's fourth quarter", TODAY, "2014-Q4"),
    ],
)
def test_quarters(text: str, today: date, timex: str) -> None:
    found = read(text, today)
    assert found is not None
    assert found.timex == timex


def test_there_is_no_fifth_quarter() -> None:
    assert read("the fifth quarter") is None


@pytest.mark.parametrize(
    ("text", "way", "timex"),
    [
        ("September", BACK, "2015-09"),
        ("September", AHEAD, "2015-09"),
        ("October", BACK, "2014-10"),
        ("October", AHEAD, "2015-10"),
        ("August", AHEAD, "2016-08"),
        ("October", OPEN, "2015-10"),
        ("July", OPEN, "2015-07"),
        ("June '98", BACK, "1998-06"),
        ("June of last year", BACK, "2014-06"),
        ("June next year", AHEAD, "2016-06"),
    ],
)
def test_months(text: str, way: int, timex: str) -> None:
    found = read(text, TODAY, way)
    assert found is not None
    assert found.timex == timex


@pytest.mark.parametrize(
    ("text", "timex", "latest"),
    [
        ("winter 2011", "2011-WI", "2012-02-29"),
        ("the summer of 2011", "2011-SU", "2011-08-31"),
        ("the autumn of last year", "2014-FA", "2014-11-30"),
        ("fall 1999", "1999-FA", "1999-11-30"),
    ],
)
def test_seasons(text: str, timex: str, latest: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.timex, found.latest) == (timex, latest)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2014-09-12", "2014-09-12"),
        ("2014-09-12T10:30", "2014-09-12T10:30"),
        ("2014-09-12T10:30:05Z", "2014-09-12T10:30Z"),
        ("2014-09-12T10:30:05.123+02:00", "2014-09-12T10:30+02:00"),
    ],
)
def test_iso_keeps_its_zone(text: str, value: str) -> None:
    found = read(text)
    assert found is not None
    assert found.timex == value
    assert found.earliest == found.latest == value


@pytest.mark.parametrize("text", ["2014-09-12T25:30", "2014-09-12T10:75", "2014-09-12-13", "12014-09-12"])
def test_figures_like_iso_that_are_none(text: str) -> None:
    assert [found for found in forms("en").find(plain(text), 0, len(text)) if found.form == "iso"] == []


@pytest.mark.parametrize(
    ("short", "today", "year"),
    [
        ("90", None, 1990),
        ("41", None, 1941),
        ("40", None, 2040),
        ("05", None, 2005),
        ("90", date(1989, 5, 1), 1990),
        ("20", date(1929, 5, 1), 1920),
        ("99", date(2000, 1, 1), 1999),
        ("05", date(1999, 1, 1), 2005),
        ("60", date(2055, 1, 1), 2060),
    ],
)
def test_two_digits_go_with_the_story_and_not_with_the_reader_s_day(short: str, today: date | None, year: int) -> None:
    found = read(f"4 FEB {short}", today)
    assert found is not None
    assert found.timex == f"{year}-02-04"


def test_a_weekday_beside_the_wrong_date_widens_the_interval() -> None:
    found = read("Friday, September 4, 2015")
    assert found is not None
    assert (*interval(found), found.reason) == ("2015-09-04", "2015-09-04", None)
    found = read("Friday, September 5, 2015")
    assert found is not None
    assert interval(found) == ("2015-09-04", "2015-09-05")
    assert found.reason is not None
    assert "2015-09-05 was no Friday" in found.reason
    found = read("Monday, September 5, 2015")
    assert interval(found) == ("2015-09-05", "2015-09-07")


@given(DAYS, st.sampled_from(MONTHS), st.integers(1, 28), WAYS)
def test_a_day_lies_on_the_side_that_the_tense_tells(today: date, month: str, number: int, way: int) -> None:
    found = read(f"{month} {number}", today, way)
    assert found is not None
    assert found.earliest is not None
    day = date.fromisoformat(found.earliest)
    assert (day.day, f"{day:%B}") == (number, month)
    assert abs((day - today).days) <= 369
    if way == BACK:
        assert day <= today + timedelta(days=3)
    if way == AHEAD:
        assert day >= today - timedelta(days=3)


@given(DAYS, st.sampled_from(MONTHS), WAYS)
def test_a_month_lies_on_the_side_that_the_tense_tells(today: date, month: str, way: int) -> None:
    found = read(month, today, way)
    assert found is not None
    first, last = interval(found)
    assert first is not None
    assert last is not None
    assert way != BACK or first <= today.isoformat()
    assert way != AHEAD or last >= today.isoformat()
    assert abs(date.fromisoformat(first).year - today.year) <= 1


@given(st.dates(date(1801, 1, 1), date(2099, 12, 31)), DAYS | st.none(), WAYS)
def test_a_full_date_means_itself_whatever_the_story_s_day(day: date, today: date | None, way: int) -> None:
    texts = (
        f"{day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        day.isoformat(),
        f"{day:%A}, {day:%B} {day.day}, {day.year}",
    )
    for text in texts:
        found = read(text, today, way)
        assert interval(found) == (day.isoformat(), day.isoformat())


@given(st.integers(1800, 2099), st.integers(0, 99))
def test_years_joined_are_read_only_forwards(year: int, short: int) -> None:
    found = read(f"{year}-{short:02d}")
    if short > year % 100:
        assert interval(found) == (f"{year}-01-01", f"{year // 100}{short:02d}-12-31")
    else:
        assert found is None


@pytest.mark.parametrize(
    ("text", "timex", "earliest", "latest"),
    [
        ("July 4, 1776", "1776-07-04", "1776-07-04", "1776-07-04"),
        ("3 May 1666", "1666-05-03", "1666-05-03", "1666-05-03"),
        ("Q3 2014", "2014-Q3", "2014-07-01", "2014-09-30"),
        ("3Q 2013", "2013-Q3", "2013-07-01", "2013-09-30"),
        ("H1 2013", "2013-H1", "2013-01-01", "2013-06-30"),
        ("2H 2013", "2013-H2", "2013-07-01", "2013-12-31"),
        ("FY2014", "2014", "2013-07-01", "2015-06-30"),
        ("30 June-2 July", "2015-06-30/2015-07-02", "2015-06-30", "2015-07-02"),
        ("28 August to 3 September 2014", "2014-08-28/2014-09-03", "2014-08-28", "2014-09-03"),
        ("nineteen ninety-four", "1994", "1994-01-01", "1994-12-31"),
        ("January nineteen ninety-seven", "1997-01", "1997-01-01", "1997-01-31"),
        ("the year two thousand and five", "2005", "2005-01-01", "2005-12-31"),
        ("Feb. 29", "2015-02", "2015-02-01", "2015-03-01"),
    ],
)
def test_old_days_figures_of_accounts_and_years_in_words(text: str, timex: str, earliest: str, latest: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.timex, found.earliest, found.latest) == (timex, earliest, latest)


@pytest.mark.parametrize(
    ("text", "timex"), [("9/10/15", "2015-09-10"), ("10/9/15", "2015-09-10"), ("7/8/13", None), ("9/8/14", None)]
)
def test_figures_in_either_order_are_read_where_one_lies_at_the_story(text: str, timex: str | None) -> None:
    found = read(text)
    assert (found.timex if found else None) == timex
    assert found is None or "either" in (found.reason or "")


@pytest.mark.parametrize(("way", "timex"), [(BACK, "2015-SU"), (AHEAD, "2016-SU"), (OPEN, "2015-SU")])
def test_the_summer_lies_where_the_tense_looks(way: int, timex: str) -> None:
    (found,) = forms("en").find("over the summer", 0, 15)
    read = reading(Expression(lexicon("en"), found, TODAY, None, way))
    assert read is not None
    assert (read.timex, read.counted) == (timex, "story")


@pytest.mark.parametrize(
    ("text", "timex", "begin", "end"),
    [
        ("the night of 12 March", "2015-03-12TNI", "2015-03-12T18:00", "2015-03-13T05:59"),
        ("evening of March 12, 2014", "2014-03-12TEV", "2014-03-12T18:00", "2014-03-12T23:59"),
        ("the morning of Thursday, 12 March 2015", "2015-03-12TMO", "2015-03-12T06:00", "2015-03-12T11:59"),
    ],
)
def test_a_part_of_a_date(text: str, timex: str, begin: str, end: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.type, found.timex, found.precision) == ("TIME", timex, "part")
    assert interval(found) == (begin, end)
