"""Halves, quarters of a report, fiscal years and year-ends, read without a parser; and in a report, with one."""

from datetime import date

import pytest

from conftest import Told
from dateline.understanding.times.tense import AHEAD, BACK, OPEN
from dateline.understanding.times.time_expression import Expression
from dateline.understanding.times.time_forms import forms, plain
from dateline.understanding.times.time_lexicon import lexicon
from dateline.understanding.times.time_readings import reading
from dateline.understanding.times.timex import Reading, quarter
from dateline.values import Moment

TODAY = date(2015, 10, 20)
REPORT = quarter(2015, 3)


def read(text: str, report: Reading | None = None, way: int = BACK, today: date | None = TODAY) -> Reading | None:
    found = next(iter(forms("en").find(plain(text), 0, len(text))))
    fields = ("type", "timex", "earliest", "latest", "precision")
    told = Moment(**{name: getattr(report, name) for name in fields}) if report else None
    return reading(Expression(lexicon("en"), found, today, None, way, told))


def timex_of(text: str, report: Reading | None = None, way: int = BACK, today: date | None = TODAY) -> str | None:
    found = read(text, report, way, today)
    assert found is not None
    return found.timex


@pytest.mark.parametrize(
    ("text", "timex", "earliest", "latest"),
    [
        ("the first half of 2013", "2013-H1", "2013-01-01", "2013-06-30"),
        ("the second half of last year", "2014-H2", "2014-07-01", "2014-12-31"),
        ("the latter half of 2013", "2013-H2", "2013-07-01", "2013-12-31"),
        ("the first half of the year", "2015-H1", "2015-01-01", "2015-06-30"),
        ("first-half profit", "2015-H1", "2015-01-01", "2015-06-30"),
    ],
)
def test_a_half(text: str, timex: str, earliest: str, latest: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.timex, found.earliest, found.latest) == (timex, earliest, latest)


def test_the_second_half_is_last_years_early_in_the_year_and_a_third_half_is_none() -> None:
    early = date(2015, 2, 1)
    assert timex_of("second-half profit", today=early) == "2014-H2"
    assert timex_of("second-half profit", way=AHEAD, today=early) == "2015-H2"
    assert timex_of("first-half profit", today=None) == "XXXX-H1"
    assert read("the third half of 2013") is None
    assert list(forms("en").find("the first half of the match", 0, 27)) == []


@pytest.mark.parametrize(
    ("text", "with_report", "without"),
    [
        ("the year-earlier quarter", "2014-Q3", None),
        ("the year-ago period", "2014-Q3", "2014"),
        ("year-earlier results", "2014-Q3", "2014"),
        ("the year-ago second quarter", "2014-Q2", "2014-Q2"),
        ("the 2014 quarter", "2014-Q3", "2014-QX"),
        ("the 2014 period", "2014-Q3", "2014"),
        ("the latest quarter", "2015-Q3", "2015-Q3"),
        ("the quarter", "2015-Q3", None),
        ("the latest period", "2015-Q3", None),
        ("last year's quarter", "2014-Q3", "2014"),
        ("a year earlier", "2014-Q3", "2014"),
        ("the full year", "2015", "2015"),
    ],
)
def test_accounts_are_held_against_the_quarter_of_the_report(text: str, with_report: str, without: str | None) -> None:
    assert timex_of(text, REPORT) == with_report
    found = read(text)
    assert (found.timex if found else None) == without


def test_what_no_report_tells_is_less_sure() -> None:
    sure, guess = read("the latest quarter", REPORT), read("the latest quarter")
    assert sure is not None
    assert guess is not None
    assert sure.counted == "quarter"
    assert (guess.counted, guess.confidence) == ("story", 0.6)
    assert "names no quarter" in (guess.reason or "")


@pytest.mark.parametrize(
    ("text", "timex", "earliest", "latest"),
    [
        ("the quarter ended Sept. 30", "2015-Q3", "2015-07-01", "2015-09-30"),
        ("the quarter ended June 30, 2013", "2013-Q2", "2013-04-01", "2013-06-30"),
        ("the quarter ended July 31", "2015-05/2015-07", "2015-05-01", "2015-07-31"),
        ("the year ended March 31", "P1Y", "2014-04-01", "2015-03-31"),
        ("the fiscal year ended Jan. 31, 2014", "P1Y", "2013-02-01", "2014-01-31"),
        ("the year ended Dec. 31", "P1Y", "2014-01-01", "2014-12-31"),
        ("fiscal 2014", "2014", "2013-07-01", "2015-06-30"),
        ("the current fiscal year", "2015", "2014-07-01", "2016-06-30"),
        ("the last fiscal year", "2014", "2013-07-01", "2015-06-30"),
    ],
)
def test_years_and_quarters_of_accounts(text: str, timex: str, earliest: str, latest: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.timex, found.earliest, found.latest) == (timex, earliest, latest)


@pytest.mark.parametrize(
    ("way", "today", "timex"),
    [
        (BACK, TODAY, "2014-12-31"),
        (AHEAD, TODAY, "2015-12-31"),
        (OPEN, TODAY, "2015-12-31"),
        (OPEN, date(2015, 2, 1), "2014-12-31"),
        (OPEN, None, "XXXX-12-31"),
    ],
)
def test_the_year_end_lies_where_the_tense_looks(way: int, today: date | None, timex: str) -> None:
    assert timex_of("year-end", way=way, today=today) == timex


def test_a_report_keeps_its_quarter_through_its_paragraphs(told: Told) -> None:
    text = (
        "Profit in the third quarter rose to 5 million euros from 4 million euros a year earlier.\n"
        "In the latest quarter the firm sold 300 ships. The year-earlier quarter had been weak.\n"
        "It was founded 20 years earlier than its rival, and hired a year ago.\n"
        "In the first nine months sales rose to 9 million euros from 8 million euros a year earlier."
    )
    record = told(text, upto="moments", published="2015-10-20")
    values = {record.words(f.spans[0]): f.value for f in record.of("moment") if f.spans}
    found = {words: value.timex for words, value in values.items() if isinstance(value, Moment)}
    assert found["the latest quarter"] == "2015-Q3"
    assert found["The year-earlier quarter"] == "2014-Q3"
    assert found["a year ago"] == "2014"
    earlier = [f.value for f in record.of("moment") if f.spans and record.words(f.spans[0]) == "a year earlier"]
    assert [value.timex for value in earlier if isinstance(value, Moment)] == ["2014-Q3", "2014"]
