"""Feasts, the first Monday of a month, the week of a day: read without a parser."""

from datetime import date

import pytest

from conftest import Told
from dateline.understanding.times.tense import AHEAD, BACK, OPEN
from dateline.understanding.times.time_expression import Expression
from dateline.understanding.times.time_forms import forms, plain
from dateline.understanding.times.time_lexicon import lexicon
from dateline.understanding.times.time_readings import reading
from dateline.understanding.times.timex import Reading
from dateline.values import Moment

TODAY = date(2015, 9, 16)  # a Wednesday


def read(text: str, way: int = BACK, today: date | None = TODAY, country: str | None = None) -> Reading | None:
    (found,) = forms("en").find(plain(text), 0, len(text))
    assert (found.start, found.end) == (0, len(text)), found
    return reading(Expression(lexicon("en"), found, today, None, way, None, country))


@pytest.mark.parametrize(
    ("text", "way", "timex"),
    [
        ("Christmas", BACK, "2014-12-25"),
        ("Christmas", AHEAD, "2015-12-25"),
        ("Christmas Day 2012", BACK, "2012-12-25"),
        ("Christmas Eve", BACK, "2014-12-24"),
        ("last Christmas", BACK, "2014-12-25"),
        ("this Christmas", OPEN, "2015-12-25"),
        ("next Easter", AHEAD, "2016-03-27"),
        ("Easter Monday", BACK, "2015-04-06"),
        ("Good Friday", BACK, "2015-04-03"),
        ("Labor Day", BACK, "2015-09-07"),
        ("New Year's Day", AHEAD, "2016-01-01"),
        ("Bastille Day", BACK, "2015-07-14"),
        ("Fourth of July", BACK, "2015-07-04"),
        ("Halloween night", AHEAD, "2015-10-31TNI"),
        ("Easter week", BACK, "2015-W14"),
        ("Memorial Day weekend", BACK, "2015-W21-WE"),
    ],
)
def test_a_feast_lies_where_the_tense_looks(text: str, way: int, timex: str) -> None:
    found = read(text, way)
    assert found is not None
    assert found.timex == timex


def test_a_feast_at_the_door_is_meant_in_the_past_tense_too() -> None:
    found = read("Christmas", BACK, date(2015, 12, 18))
    assert found is not None
    assert (found.timex, found.counted) == ("2015-12-25", "story")
    found = read("Christmas", BACK, date(2015, 12, 28))
    assert found is not None
    assert found.timex == "2015-12-25"


def test_the_country_decides_between_feasts_of_one_name() -> None:
    canadian, open_ = read("Thanksgiving", AHEAD, country="CAN"), read("Independence Day")
    assert canadian is not None
    assert open_ is not None
    assert canadian.timex == "2015-10-12"
    assert (open_.timex, open_.earliest) == (None, None)
    assert "depends on the country" in (open_.reason or "")
    indian = read("Independence Day", country="IND")
    assert indian is not None
    assert indian.timex == "2015-08-15"


def test_without_a_day_to_count_from_a_feast_stays_open() -> None:
    found = read("Christmas", today=None)
    assert found is not None
    assert (found.timex, found.earliest) == (None, None)
    told = read("Christmas 2012", today=None)
    assert told is not None
    assert told.timex == "2012-12-25"


@pytest.mark.parametrize(
    ("text", "way", "timex"),
    [
        ("the first Monday of May", BACK, "2015-05-04"),
        ("the second Tuesday in October", AHEAD, "2015-10-13"),
        ("the last Friday of June 2014", BACK, "2014-06-27"),
        ("the 3rd Sunday in June", BACK, "2015-06-21"),
    ],
)
def test_the_nth_weekday_of_a_month(text: str, way: int, timex: str) -> None:
    found = read(text, way)
    assert found is not None
    assert (found.timex, found.precision) == (timex, "day")


def test_no_month_has_a_tenth_monday() -> None:
    assert read("the tenth Monday of May 2014") is None
    open_ = read("the first Monday of May", today=None)
    assert open_ is not None
    assert open_.earliest is None


@pytest.mark.parametrize(
    ("text", "timex", "earliest"),
    [
        ("the week of 6 July", "2015-W28", "2015-07-06"),
        ("the week of March 6, 2000", "2000-W10", "2000-03-06"),
        ("the week of Sunday, July 5", "2015-W28", "2015-07-06"),
        ("the week ended July 5", "2015-W27", "2015-06-29"),
        ("the week beginning 9 July", "2015-W28", "2015-07-06"),
    ],
)
def test_the_week_of_a_day(text: str, timex: str, earliest: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.timex, found.earliest, found.precision) == (timex, earliest, "week")


def test_the_week_of_a_day_of_no_year() -> None:
    found = read("the week of 6 July", today=None)
    assert found is not None
    assert found.earliest is None
    assert read("the week of 31 June 2014") is None


def test_a_historic_day_needs_no_year_once_it_has_been() -> None:
    found = read("9/11")
    assert found is not None
    assert found.timex == "2001-09-11"
    assert read("9/11", today=date(1998, 5, 1)) is None
    text = "Sept. 11 attacks"
    (told,) = forms("en").find(plain(text), 0, len(text))
    assert (told.form, text[told.start : told.end]) == ("historic", "Sept. 11")
    text = "Sept. 11 in Faro"
    (told,) = forms("en").find(plain(text), 0, len(text))
    assert told.form == "date"


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The premier of Canada spoke on Thanksgiving.", "2014-10-13"),
        ("The mayor spoke on Thanksgiving.", "2014-11-27"),
        ("Crowds marched through Delhi in India on Independence Day.", "2015-08-15"),
    ],
)
def test_the_story_tells_whose_feast_it_is(told: Told, text: str, timex: str) -> None:
    record = told(text, upto="moments", published="2015-09-16")
    values = [fact.value for fact in record.of("moment") if fact.spans]
    assert [value.timex for value in values if isinstance(value, Moment)] == [timex]
