"""Checks of dates: wrong weekdays, datelines without a year, datelines after publication."""

import pytest

from conftest import Told
from dateline.checks.dates import contradictory_time, dateline_year, future_date, weekday_and_date
from dateline.record import Record

BODY = "The mayor resigned on Monday.\nThe vote against her had been held on 31 August 2015."


def read(told: Told, line: str, published: str | None = None) -> Record:
    return told(f"{line}\n{BODY}", upto="publications", published=published, dateline=line)


def test_a_weekday_that_does_not_fit(told: Told) -> None:
    record = told("He was dismissed on Friday, September 5.", upto="moments", published="2015-09-14")
    (finding,) = weekday_and_date(record)
    assert finding.message == "5 September 2015 was a Saturday, not a Friday"
    assert (finding.check, finding.severity) == ("weekday_and_date", "warning")
    assert [record.words(span) for span in finding.spans] == ["Friday, September 5"]
    assert finding.facts == (record.of("moment")[1].id,)


def test_it_is_found_with_a_year_and_without_tokens_too(told: Told) -> None:
    record = told("He was dismissed on Fri., 5 September 2015.", upto="moments")
    again = Record.from_json(record.to_json())
    assert [finding.message for finding in weekday_and_date(again)] == ["5 September 2015 was a Saturday, not a Friday"]


@pytest.mark.parametrize(
    "text",
    [
        "He was dismissed on Saturday, September 5.",
        "He was dismissed on Friday.",
        "He was dismissed on Friday at 10 a.m. in Porto.",
        "He was dismissed on Friday night at 2 a.m.",
        "He was dismissed on September 5.",
        "He worked every Friday for 5 years.",
    ],
)
def test_weekdays_that_fit(told: Told, text: str) -> None:
    assert list(weekday_and_date(told(text, upto="moments", published="2015-09-14"))) == []


def test_a_weekday_without_a_known_year_is_not_judged(told: Told) -> None:
    assert list(weekday_and_date(told("He was dismissed on Friday, September 5.", upto="moments"))) == []


def test_a_dateline_without_a_year_is_noted_with_the_reason(told: Told) -> None:
    record = read(told, "LISBON, September 14 (Lusa) -")
    (finding,) = dateline_year(record)
    assert finding.severity == "note"
    assert finding.message.startswith("the dateline gives no year; 2015 fits best: ")
    assert "Monday" in finding.message
    assert [record.words(span) for span in finding.spans] == ["September 14"]


def test_an_open_year_is_noted(told: Told) -> None:
    record = told("LISBON, September 14 -\nNothing.", upto="datelines", dateline="LISBON, September 14 -")
    (finding,) = dateline_year(record)
    assert finding.message.startswith("the dateline gives no year; it stays open")


@pytest.mark.parametrize(
    "line", ["LISBON, 14 September 2015 (Lusa) -", "LISBON, 14 SEP 15 (LUSA) --", "LISBON (Lusa) -"]
)
def test_a_dateline_with_its_year_or_without_a_day_is_fine(told: Told, line: str) -> None:
    assert list(dateline_year(read(told, line))) == []


def test_a_dateline_after_publication(told: Told) -> None:
    (finding,) = future_date(read(told, "LISBON, 14 September 2015 (Lusa) -", "2015-09-10"))
    assert "2015-09-14" in finding.message
    assert "2015-09-10" in finding.message


def test_a_dateline_before_publication_is_fine(told: Told) -> None:
    assert list(future_date(read(told, "LISBON, 14 September 2015 (Lusa) -", "2015-09-14"))) == []
    assert list(future_date(read(told, "LISBON, 14 September 2015 (Lusa) -"))) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("HE WAS DISMISSED ON FRIDAY, 5 SEPTEMBER 2015.", "5 September 2015 was a Saturday, not a Friday"),
        ("He was dismissed on Monday the 29th of February 2012.", "29 February 2012 was a Wednesday, not a Monday"),
        ("He was dismissed at 10 a.m. on Fri., Sept. 5, 2015.", "5 September 2015 was a Saturday, not a Friday"),
    ],
)
def test_other_ways_of_writing_a_wrong_weekday(told: Told, text: str, message: str) -> None:
    assert [finding.message for finding in weekday_and_date(told(text, upto="moments"))] == [message]


def test_each_wrong_weekday_is_reported_once(told: Told) -> None:
    text = "He left on Friday, 5 September 2015. She left on Sunday, 6 September 2015, or on Monday, 8 September 2015."
    messages = [finding.message for finding in weekday_and_date(told(text, upto="moments"))]
    assert messages == ["5 September 2015 was a Saturday, not a Friday", "8 September 2015 was a Tuesday, not a Monday"]


@pytest.mark.parametrize(
    "text",
    [
        "He was dismissed from Monday to Friday.",
        "He was dismissed on Friday of last week.",
        "He was dismissed on Friday night.",
        "He was dismissed at 0700 GMT on Tuesday.",
        "He was dismissed on the second Monday of May 2015.",
        "He was dismissed every other Friday.",
    ],
)
def test_weekdays_without_a_date_are_not_judged(told: Told, text: str) -> None:
    assert list(weekday_and_date(told(text, upto="moments", published="2015-09-14"))) == []


@pytest.mark.parametrize(
    ("published", "found"),
    [("2015-09-12", 1), ("2015-09-13", 0), ("2015-09-14", 0), ("2015-10-14", 0), ("2014-09-14", 1)],
)
def test_a_dateline_may_lie_one_day_ahead(told: Told, published: str, found: int) -> None:
    # The day after the day of publication may have begun where the story was written.
    assert len(list(future_date(read(told, "LISBON, 14 September 2015 (Lusa) -", published)))) == found


def test_no_checks_without_datelines(told: Told) -> None:
    record = told(BODY, upto="publications", published="2015-09-16")
    assert [*dateline_year(record), *future_date(record), *weekday_and_date(record)] == []


@pytest.mark.parametrize(
    ("text", "words", "message"),
    [
        ("The fair opened on 31 June 2014.", "31 June 2014", "June 2014 has 30 days and no 31"),
        ("The fair opened on February 29, 2015.", "February 29, 2015", "February 2015 has 28 days and no 29"),
        ("The bus left at 14 a.m. on Monday.", "14 a.m. on Monday", '"14 a.m.": a clock with these letters'),
        ("The bus left at 13:30 p.m.", "13:30 p.m.", '"13:30 p.m.": a clock with these letters'),
        ("The fair ran from 7 to 3 May.", "7 to 3 May", "the range ends before it begins"),
        ("He led it from 1995 to 1992.", "1995 to 1992", "the range ends before it begins"),
        ("They met on Monday night at 3 p.m.", "Monday night at 3 p.m.", "that hour is not in the night"),
    ],
)
def test_a_time_that_contradicts_itself_is_found(told: Told, text: str, words: str, message: str) -> None:
    record = told(text, upto="moments", published="2015-09-14")
    (finding,) = contradictory_time(record)
    assert (finding.check, finding.severity) == ("contradictory_time", "warning")
    assert message in finding.message
    assert [record.words(span) for span in finding.spans] == [words]
    assert record.get(finding.facts[0]) is not None


@pytest.mark.parametrize(
    "text",
    [
        "The fair opened on 30 June 2014 and closed in June 2014.",
        "The fair ran from 3 to 7 May, and from 28 April to 2 May, and between November and February.",
        "He led it from 1992 to 1995, in 2012-14 and in the 1990s.",
        "They met on Monday night at 11 p.m., at 2 p.m. on Tuesday afternoon and at 14:30 GMT.",
        "The port opened in June 31 years ago.",
        "It rained from 10 p.m. to 2 a.m. on Monday, and from 9 to 11 a.m. on Sunday.",
    ],
)
def test_times_that_hold_together(told: Told, text: str) -> None:
    assert list(contradictory_time(told(text, upto="moments", published="2015-09-14"))) == []
