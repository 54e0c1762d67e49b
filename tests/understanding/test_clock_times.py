"""Hours with zones, ranges of hours, and hours that contradict themselves; with a parser where a story is needed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Told
from dateline.understanding.times.clock_hours import clock_of, full_hour, hour_of
from dateline.understanding.times.tense import BACK
from dateline.understanding.times.time_expression import Expression
from dateline.understanding.times.time_forms import Found, forms, plain
from dateline.understanding.times.time_lexicon import lexicon
from dateline.understanding.times.time_readings import reading
from dateline.understanding.times.timex import Reading
from dateline.values import Moment

TODAY = date(2015, 9, 16)  # a Wednesday
WORDS = lexicon("en")


def found_in(text: str) -> Found:
    return next(iter(forms("en").find(plain(text), 0, len(text))))


def read(text: str) -> Reading:
    found = reading(Expression(WORDS, found_in(text), TODAY, None, BACK))
    assert found is not None
    return found


def times(told: Told, text: str) -> dict[str, str | None]:
    record = told(text, upto="moments", published=TODAY.isoformat())
    facts = [fact for fact in record.of("moment") if fact.spans and isinstance(fact.value, Moment)]
    return {record.words(fact.spans[0]): fact.value.timex for fact in facts if isinstance(fact.value, Moment)}


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("9 a.m. EST on Monday", "2015-09-14T09:00-05:00"),
        ("9 a.m. ET Monday", "2015-09-14T09:00-04:00"),
        ("9 a.m. GMT+3 on Monday", "2015-09-14T09:00+03:00"),
        ("9 a.m. (GMT) on Monday", "2015-09-14T09:00Z"),
        ("14:30 CEST on Monday", "2015-09-14T14:30+02:00"),
        ("9 a.m. IST on Monday", "2015-09-14T09:00"),
        ("9 a.m. local time on Monday", "2015-09-14T09:00"),
        ("5 p.m. EST, Nov. 6, 2014", "2014-11-06T17:00-05:00"),
        ("8 p.m. on Friday, 3 April 2015", "2015-04-03T20:00"),
        ("3 in the afternoon on Monday", "2015-09-14T15:00"),
        ("4 in the morning on Monday", "2015-09-14T04:00"),
        ("9:30 this morning", "2015-09-16T09:30"),
        ("8:15 last night", "2015-09-15T20:15"),
        ("Monday night at 11 p.m.", "2015-09-14T23:00"),
    ],
)
def test_an_hour_with_its_zone_and_its_day(text: str, timex: str) -> None:
    found = read(text)
    assert (found.type, found.timex, found.earliest) == ("TIME", timex, timex)


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("about 10 a.m.", "APPROX"),
        ("around noon", "APPROX"),
        ("shortly before noon", "BEFORE"),
        ("just after 3 p.m.", "AFTER"),
    ],
)
def test_an_hour_that_is_not_exact_says_so(text: str, mod: str) -> None:
    assert read(text).mod == mod


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("from 9 to 11 a.m. on Monday", "2015-09-14T09:00", "2015-09-14T11:00"),
        ("from 10 to 2 p.m. on Monday", "2015-09-14T10:00", "2015-09-14T14:00"),
        ("4:30-7:30 p.m. Monday", "2015-09-14T16:30", "2015-09-14T19:30"),
        ("11-11:45 a.m. on 3 April 2015", "2015-04-03T11:00", "2015-04-03T11:45"),
    ],
)
def test_a_range_of_hours(text: str, earliest: str, latest: str) -> None:
    found = read(text)
    assert (found.type, found.earliest, found.latest) == ("TIME", earliest, latest)
    assert found.timex == f"{earliest}/{latest}"


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words"),
    [
        ("14 a.m. on Monday", "2015-09-14T02:00", "2015-09-14T14:59", "2 or 14"),
        ("13:30 p.m. on Monday", "2015-09-14T13:30", "2015-09-14T13:30", "twice over"),
        ("Monday night at 3 p.m.", "2015-09-14T15:00", "2015-09-15T05:59", "not in the night"),
        ("Monday morning at 4 p.m.", "2015-09-14T06:00", "2015-09-14T16:59", "not in the morning"),
    ],
)
def test_what_contradicts_itself_holds_both_readings(text: str, earliest: str, latest: str, words: str) -> None:
    found = read(text)
    assert (found.earliest, found.latest) == (earliest, latest)
    assert found.confidence <= 0.7
    assert words in (found.reason or "")


def test_an_hour_in_two_zones_tells_its_own_zone_and_the_day_of_the_other(told: Told) -> None:
    assert times(told, "The blast came at 2130 (0130 GMT) on Monday.") == {
        "2130": "2015-09-14T21:30-04:00",
        "0130 GMT": "2015-09-15T01:30Z",
        "Monday": "2015-09-14",
    }
    assert times(told, "The quake struck at 5:12 a.m. (2112 GMT).") == {
        "5:12 a.m.": "2015-09-16T05:12+08:00",
        "2112 GMT": "2015-09-15T21:12Z",
    }
    assert times(told, "It came at 1130 (1737 GMT).") == {"1130": "2015-09-16T11:30", "1737 GMT": "2015-09-16T17:37Z"}


def test_a_range_over_midnight_ends_on_the_next_day(told: Told) -> None:
    assert times(told, "A curfew ran from 8 p.m. until 6 a.m.") == {
        "8 p.m.": "2015-09-16T20:00",
        "6 a.m.": "2015-09-17T06:00",
    }
    assert times(told, "A curfew ran from 8 a.m. until 6 p.m.")["6 p.m."] == "2015-09-16T18:00"


def test_the_midnight_of_a_day_may_be_either() -> None:
    found = read("midnight Friday")
    assert (found.timex, found.earliest, found.latest) == (
        "2015-09-11T00:00",
        "2015-09-11T00:00",
        "2015-09-12T00:00",
    )
    assert "begins the day" in (found.reason or "")
    assert read("midnight").reason != found.reason


def test_hours_told_one_by_one_are_no_range(told: Told) -> None:
    assert times(told, "Tours began at 1, 3 and 4 p.m. on Monday.") == {"4 p.m. on Monday": "2015-09-14T16:00"}


@given(st.integers(1, 12), st.integers(0, 59), st.sampled_from(["a.m.", "p.m."]))
def test_twelve_hours_twice_are_a_day(hour: int, minute: int, half: str) -> None:
    found = found_in(f"{hour}:{minute:02d} {half}")
    told = hour_of(found, WORDS)
    assert told == (full_hour(found, hour), minute)
    assert clock_of(found, WORDS) == 60 * told[0] + minute
    expected = datetime.strptime(f"{hour}:{minute:02d} {half.replace('.', '')}", "%I:%M %p")
    assert told == (expected.hour, expected.minute)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("midnight last night", "2015-09-16T00:00"),
        ("Monday night at 2 a.m.", "2015-09-15T02:00"),
        ("10 p.m. last night", "2015-09-15T22:00"),
        ("Monday night at 11 p.m.", "2015-09-14T23:00"),
    ],
)
def test_a_night_goes_on_into_the_day_after(text: str, timex: str) -> None:
    found = read(text)
    assert found.timex == timex
    assert found.earliest == timex
