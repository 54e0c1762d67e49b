"""Days, months, years and moments in words: never more exact than what is told, and whatever is told never fails."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html
from markupsafe import Markup

from dateline.faces.web.dates import clock, day, when, written

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(timezones=st.one_of(st.none(), ZONES))


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2031", "2031"),
        ("2031-04", "April 2031"),
        ("2031-04-02", "2 April 2031"),
        ("2031-12-31", "31 December 2031"),
        ("0987-01-01", "1 January 0987"),
        ("2031-04-02T06:30", "2 April 2031, 06:30"),
        ("2031-04-02T06:30:59", "2 April 2031, 06:30"),
        ("2031-04-02T00:00:00+00:00", "2 April 2031, 00:00 UTC"),
        ("2031-04-02T06:30:00Z", "2 April 2031, 06:30 UTC"),
        ("2031-04-02T06:30:00+05:45", "2 April 2031, 06:30 +05:45"),
        ("2031-04-02T23:59:59.999-03:30", "2 April 2031, 23:59 -03:30"),
    ],
)
def test_a_moment_is_as_exact_in_words_as_it_is_told(moment: str, words: str) -> None:
    assert written(moment) == words


@pytest.mark.parametrize(
    "moment",
    [
        "2031-00", "2031-00-05", "2031-04-00", "2031-13", "2031-13-01", "yesterday", "-5", "2031-", "2031-04-",
        "2031-04-02T25:00", "2031-04-02Tnoon", "2031-04-02T", "2031-W14-3", "<b>", " ",
    ],
)  # fmt: skip
def test_what_is_no_moment_is_given_back_and_no_month_is_invented(moment: str) -> None:
    assert written(moment) == moment


@given(st.text(max_size=40))
@example("0000-00-00")
@example("9999-99-99T99:99")
def test_whatever_is_told_never_fails(moment: str) -> None:
    for shown in (written(moment), day(moment), when(moment), when(moment, brief=True), clock(moment)):
        assert isinstance(shown, str)


@given(MOMENTS)
def test_every_moment_keeps_its_own_clock_and_zone(moment: datetime) -> None:
    told = written(moment.isoformat())
    assert f", {moment:%H:%M}" in told and told.startswith(f"{moment.day} ")
    if moment.tzinfo is None:
        assert told.endswith(f"{moment:%H:%M}"), "no zone is told, so none is shown"
    elif not moment.utcoffset():
        assert told.endswith(" UTC")
    else:
        hours = f"{moment:%z}"
        assert told.endswith(f" {hours[:3]}:{hours[3:5]}")


@given(st.dates())
def test_every_day_is_told_with_its_weekday_and_found_again(known: date) -> None:
    told = day(known.isoformat())
    assert told.startswith(f"{known:%A}, {known.day} ") and told.endswith(f" {known.year}")
    assert day(f"{known.isoformat()}T23:30:00-11:00") == told, "the story's own day, whatever its zone"
    assert written(known.isoformat()).split()[:2] == told.split()[1:3]


@pytest.mark.parametrize("moment", [None, "", "2031", "2031-04", "2031-02-30", "someday", "2031-00-01"])
def test_what_is_no_day_is_given_back(moment: str | None) -> None:
    assert day(moment) == (moment or "")


@pytest.mark.parametrize("moment", [None, "", "2031", "2031-04-02", "2031-04-02T", "2031-04-02 at noon", "x" * 40])
def test_where_no_clock_is_told_none_is_shown(moment: str | None) -> None:
    assert clock(moment) == ""


def test_the_clock_stands_alone_and_the_whole_moment_is_for_the_browser() -> None:
    (element,) = html.fragments_fromstring(str(clock("2031-04-02T06:30:00+05:00")))
    assert (element.tag, element.text) == ("time", "06:30 +05:00")
    assert element.get("datetime") == "2031-04-02T06:30:00+05:00" and "data-clock" in element.attrib


def test_a_brief_moment_has_no_time_of_day_in_either_place() -> None:
    assert when("2031-04-02T06:30:00Z", brief=True) == '<time datetime="2031-04-02">2 April 2031</time>'
    assert when("2031-04", brief=True) == '<time datetime="2031-04">April 2031</time>'


@pytest.mark.parametrize("moment", [None, ""])
def test_no_moment_leaves_no_element(moment: str | None) -> None:
    assert when(moment) == "" and when(moment, brief=True) == ""


@pytest.mark.parametrize("moment", ['"><script>alert(1)</script>', "2031' onclick='x", "<img src=x>", "&amp;"])
def test_markup_in_a_moment_is_text(moment: str) -> None:
    (element,) = html.fragments_fromstring(str(when(moment)))
    assert (element.tag, list(element.attrib), len(element)) == ("time", ["datetime"], 0)
    assert element.text == element.get("datetime") == moment


def test_what_is_drawn_is_marked_safe_once() -> None:
    shown = when(datetime(2031, 4, 2, 6, 30, tzinfo=UTC).isoformat())
    assert isinstance(shown, Markup) and Markup("{}").format(shown) == shown
