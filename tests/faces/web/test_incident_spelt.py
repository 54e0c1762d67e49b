"""Times, places and counts in words: no more exact than they are known, and never of another day."""

import re

import pytest

from dateline.faces.web.numerals import counted, interval
from dateline.faces.web.pages.incidents.spelling import (
    PLACE_PRECISIONS,
    TIME_PRECISIONS,
    counts_of,
    cut,
    place_of,
    time_of,
    told,
)
from dateline.merging.outcomes import Count, Incident


def plain(earliest: str | None, latest: str | None, precision: str | None = None) -> str:
    return re.sub(r"<[^>]+>", "", str(time_of(earliest, latest, precision)))


def test_two_seconds_of_one_minute_are_that_minute() -> None:
    assert plain("2033-02-01T06:30:00", "2033-02-01T06:30:59", "minute") == "1 February 2033, 06:30"


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2033-02-01T18:00", "2033-02-01", "1 February 2033, from 18:00"),
        ("2033-02-01", "2033-02-01T11:59", "1 February 2033, by 11:59"),
        ("2033-02-01T18:00", "2033-02-01T23:59", "1 February 2033, between 18:00 and 23:59"),
        ("2033-02-01T00:00", "2033-02-01T00:00", "1 February 2033, 00:00"),
    ],
)
def test_one_day_is_told_once_whichever_end_has_a_clock(earliest: str, latest: str, words: str) -> None:
    assert plain(earliest, latest, "part") == words


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "words"),
    [
        ("2033-02-01T06:30+05:00", None, None, "from 1 February 2033, 06:30 +05:00"),
        (None, "2033-02-01T06:30Z", None, "by 1 February 2033, 06:30 UTC"),
        ("2033", None, "year", "from 2033"),
        ("", "2033-02", "month", "by February 2033"),
        ("", "", "day", ""),
    ],
)
def test_an_open_end_is_told_as_open(
    earliest: str | None, latest: str | None, precision: str | None, words: str
) -> None:
    assert plain(earliest, latest, precision) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "words"),
    [
        ("2033-06-01", "2033-08-31", "season", "1 June 2033 to 31 August 2033"),
        ("2032-12-30", "2033-01-05", "week", "30 December 2032 to 5 January 2033"),
        ("2033-02-01", "2033-03-31", "month", "February 2033 to March 2033"),
        ("2001-01-01", "2100-12-31", "century", "2001 to 2100"),
        ("0987-01-01", "0987-12-31", "year", "0987"),
    ],
)
def test_long_times_are_told_by_both_ends(earliest: str, latest: str, precision: str, words: str) -> None:
    assert plain(earliest, latest, precision) == words


def test_days_before_our_era_keep_all_their_digits() -> None:
    assert plain("-0310-02-01", "-0310-02-07", "week") == "-0310-02-01 to -0310-02-07"
    assert plain("-0310-02-01", "-0310-02-28", "month") == "-0310-02"


def test_what_is_cut_keeps_the_sign_and_no_more() -> None:
    assert (cut("2033-02-01", 4), cut("-0310-02-01", 4), cut("2033", 7), cut("2033-02-01", None)) == (
        "2033", "-0310", "2033", "2033-02-01",
    )  # fmt: skip
    assert cut("", 4) == ""


def test_the_browser_gets_the_moment_that_is_told_and_no_longer_one() -> None:
    assert str(time_of("2033-01-01", "2033-12-31", "year")) == '<time datetime="2033">2033</time>'
    assert 'datetime="2033-02-01"' in str(time_of("2033-02-01T06:00", "2033-02-01T07:00", "part"))


def test_hostile_moments_are_text() -> None:
    assert "<script>" not in str(time_of("<script>", "<script>x", None))
    assert "<script>" not in str(time_of("<script>", None, None))


def test_every_word_on_exactness_fits_a_sentence() -> None:
    assert all(words.startswith("to ") for words in TIME_PRECISIONS.values())
    assert all(words and words[0].islower() and not words.endswith(".") for words in PLACE_PRECISIONS.values())


def test_a_country_is_told_by_name_and_an_odd_code_as_it_is() -> None:
    assert place_of("Brekhavn", "NOR") == "Brekhavn, Norway"
    assert place_of("Brekhavn", "") == "Brekhavn"
    assert place_of("", "NOR") == ", Norway"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(), "not known"),
        (Count(best=4), "4"),
        (Count(low=0, high=0, best=0), "0"),
        (Count(low=0, high=3), "up to 3"),
        (Count(high=3), "up to 3"),
        (Count(low=3), "3 or more"),
        (Count(low=3, high=9, best=9), "3 to 9"),
        (Count(low=3, high=9, best=5), "about 5 (3 to 9)"),
        (Count(low=1200, high=None, best=1500), "about 1,500 (1,200 or more)"),
        (Count(low=5, high=5, best=7), "5"),
    ],
)
def test_a_count_is_told_as_far_as_it_is_known(count: Count, words: str) -> None:
    assert told(count) == words


def test_counts_stand_by_weight_then_by_name_and_the_unknown_not_at_all() -> None:
    counts = {name: Count(low=1, high=1) for name in ("unharmed", "detained", "missing", "wounded", "killed")}
    incident = Incident(
        incident="i", type="DISASTER", when=None, where=None, facts=(), articles=(),
        casualties=counts | {"abducted": Count()},
    )  # fmt: skip
    assert [effect for effect, _ in counts_of(incident)] == ["killed", "wounded", "missing", "detained", "unharmed"]


def test_nobody_is_a_number_that_is_known() -> None:
    zero = {"killed": Count(low=0, high=0, best=0)}
    incident = Incident(incident="i", type="DISASTER", when=None, where=None, facts=(), articles=(), casualties=zero)
    assert [(effect, told(count)) for effect, count in counts_of(incident)] == [("killed", "0")]


def test_one_is_one_and_none_are_many() -> None:
    assert (counted(0, "report"), counted(1, "report"), counted(1000, "report")) == (
        "0 reports", "1 report", "1,000 reports",
    )  # fmt: skip
    assert (counted(1, "copy", "copies"), counted(2, "copy", "copies")) == ("1 copy", "2 copies")
    assert interval(None, 0) == "up to 0"
