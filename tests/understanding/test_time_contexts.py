"""Which words in the form of a time are one where they stand: the same words told twice, once as none."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Told, article_of
from dateline.annotation.annotate import annotate
from dateline.model import Fact
from dateline.pipeline import STEPS, run_step
from dateline.record import Record
from dateline.values import Moment

ANCHOR = "2015-09-16"  # a Wednesday


def told_times(told: Told, text: str) -> dict[str, str | None]:
    record = told(text, upto="moments", published=ANCHOR)
    return {
        record.words(f.spans[0]): f.value.timex for f in record.of("moment") if f.spans and isinstance(f.value, Moment)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port closed in 1999.", {"1999": "1999"}),
        ("She lived at 12 Oak Lane or 1999 Elm Street.", {}),
        ("In 2014 Pedro Rojas was mayor.", {"2014": "2014"}),
        ("The town was built in 2000 BC.", {}),
        ("About 2000 people came in 2000.", {"2000": "2000"}),
        ("In 1914, 300 men left the town.", {"1914": "1914"}),
        ("She won 1,999 votes.", {}),
        ("The port opened in the year 2000.", {"the year 2000": "2000"}),
        ("Losses grew in the fiscal year 2010.", {"the fiscal year 2010": "2010"}),
        ("Call 555-2014 at once.", {}),
        ("The Boeing 2010 was late.", {}),
    ],
)
def test_a_number_is_a_year_or_none(told: Told, text: str, expected: dict[str, str]) -> None:
    assert told_times(told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shop opened on Friday.", {"Friday": "2015-09-11"}),
        ("The Black Friday sale was a success.", {}),
        ("They fast on Good Friday.", {"Good Friday": "2015-04-03"}),
        ("Friday was a good day.", {"Friday": "2015-09-11"}),
        ("It was a good Friday for the team.", {"Friday": "2015-09-11"}),
        ("The court sits on the second Monday of every month.", {"every month": "P1M"}),
        ("The court sat on the first Monday of May.", {"the first Monday of May": "2015-05-04"}),
        ("It rained every Monday and Tuesday.", {"every Monday": "XXXX-WXX-1"}),
        ("It rained on Monday and Tuesday.", {"Monday": "2015-09-14", "Tuesday": "2015-09-15"}),
        ("They spoke on Friday of a new plan.", {"Friday": "2015-09-11"}),
        ("They met on Friday of last week.", {"Friday of last week": "2015-09-11"}),
        ("The Sunday Herald was first.", {}),
    ],
)
def test_a_weekday_is_one_day_or_none(told: Told, text: str, expected: dict[str, str]) -> None:
    assert told_times(told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He waited for 25 years.", {"25 years": "P25Y"}),
        ("Aged 25 years, he left.", {}),
        ("The baby, two weeks old, was found.", {}),
        ("The wage is 5 euros per hour.", {}),
        ("The car drove 60 miles an hour.", {}),
        ("He waited half an hour.", {"half an hour": "PT30M"}),
        ("Buses leave every half an hour.", {}),
        ("They waited for a year and a half.", {"a year and a half": "P1Y6M"}),
        ("Three quarters of the town left.", {}),
        ("He came second, and a minute counts.", {}),
    ],
)
def test_a_length_is_a_duration_or_none(told: Told, text: str, expected: dict[str, str]) -> None:
    assert told_times(told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit rose in the third quarter.", {"the third quarter": "2015-Q3"}),
        ("They led in the third quarter of the match.", {}),
        ("Profit rose in the third quarter of the year.", {"the third quarter of the year": "2015-Q3"}),
        ("Profit rose in the third quarter of 2013.", {"the third quarter of 2013": "2013-Q3"}),
    ],
)
def test_a_quarter_of_a_year_or_of_a_match(told: Told, text: str, expected: dict[str, str]) -> None:
    assert told_times(told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May Lund said in May that she had won.", {"May": "2015-05"}),
        ("They may march in March.", {"March": "2016-03"}),
        ("August Berg met April Lund.", {}),
        ("The fall of the town came late.", {}),
        ("The fall of 2011 was wet.", {"The fall of 2011": "2011-FA"}),
        ("They left in the 1800s.", {"the 1800s": "18"}),
        ("He is in his twenties.", {}),
        ("He paid 3/4 of the price.", {}),
    ],
)
def test_ordinary_words_and_names_that_look_like_times(told: Told, text: str, expected: dict[str, str]) -> None:
    assert told_times(told, text) == expected


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Shots were heard between 9 a.m. and 11 a.m. on Monday.", "2015-09-14T09:00", "2015-09-14T11:00"),
        ("The port was shut from 10 p.m. to 11.30 p.m. on 3 May 2011.", "2011-05-03T22:00", "2011-05-03T23:30"),
        ("Shots were heard between 0700 GMT and 0900 GMT on Tuesday.", "2015-09-15T07:00Z", "2015-09-15T09:00Z"),
    ],
)
def test_the_first_of_two_hours_lies_on_the_day_of_the_second(told: Told, text: str, first: str, second: str) -> None:
    assert list(told_times(told, text).values()) == [first, second]


def test_hours_of_two_sentences_share_no_day(told: Told) -> None:
    found = told_times(told, "He left at 9 a.m. She came at 11 a.m. on Monday.")
    assert found == {"9 a.m.": "2015-09-16T09:00", "11 a.m. on Monday": "2015-09-14T11:00"}


def test_what_comes_later_is_counted_from_the_last_moment_told(told: Told) -> None:
    found = told_times(told, "They met in June 2013. Two years later they met again. A month later they parted.")
    assert found == {"June 2013": "2013-06", "Two years later": "2015", "A month later": "P1M"}


def test_the_next_paragraph_remembers_the_moment_before_and_the_one_after_it_does_not(told: Told) -> None:
    found = told_times(told, "They met on 3 May 2013.\nTwo days later they parted.")
    assert found == {"3 May 2013": "2013-05-03", "Two days later": "2013-05-05"}
    found = told_times(told, "They met on 3 May 2013.\nThe talks were dull.\nTwo days later they parted.")
    assert found == {"3 May 2013": "2013-05-03", "Two days later": "P2D"}


def test_nested_clauses_keep_their_own_times(told: Told) -> None:
    text = "The mayor, who was elected in 2011 and who left on Monday, said on Tuesday that he would return on Friday."
    assert told_times(told, text) == {
        "2011": "2011",
        "Monday": "2015-09-14",
        "Tuesday": "2015-09-15",
        "Friday": "2015-09-18",
    }


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("The mayor resigned on Monday.", {"MONDAY": "2015-09-14"}),
        ("The port closed on 3 May 2011.", {"3 MAY 2011": "2011-05-03"}),
        ("Shots were heard at 9 a.m. on Tuesday.", {"9 A.M. ON TUESDAY": "2015-09-15T09:00"}),
        ("The talks failed two weeks ago.", {"TWO WEEKS AGO": "2015-W36"}),
    ],
)
def test_capitals_copy_tells_the_same(told: Told, text: str, capitals: dict[str, str]) -> None:
    assert told_times(told, text.upper()) == capitals
    assert list(told_times(told, text).values()) == list(capitals.values())


@pytest.mark.parametrize("text", ["", " ", ".", "\u00a0", "2015-09-", "’", "the of and"])
def test_nothing_is_told_by_nothing(told: Told, text: str) -> None:
    assert told_times(told, f"{text}\nThe port closed.") == {}


def test_curly_quotes_do_not_hide_a_time(told: Told) -> None:
    found = told_times(told, "“I left on Monday,” he said. “This year’s third quarter was bad.”")
    assert found == {"Monday": "2015-09-14", "This year’s third quarter": "2015-Q3"}


PIECES = (
    *(
        "the",
        "last",
        "next",
        "Monday",
        "Friday",
        "to",
        "every",
        "other",
        "second",
        "and a half",
        "half an",
        "hour",
        "weeks",
    ),
    *(
        "9 a.m.",
        "and",
        "0700 GMT",
        "on",
        "between",
        "from",
        "1999",
        "BC",
        "Elm Street",
        "of",
        "later",
        "earlier",
        "ago",
    ),
    *("two", "years", "May", "2013", "3", "-", ",", ".", "The port closed", "Good", "aged", "the following", "’80s"),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(" ".join), st.sampled_from([ANCHOR, None]))
def test_any_words_give_moments_within_the_text(text: str, published: str | None) -> None:
    article = article_of(text, published)
    record = Record(article, next(annotate([article])))
    run_step(record, next(step for step in STEPS if step.name == "moments"))
    assert record.findings == []
    ends = sorted(span for fact in record.of("moment") for span in fact.spans)
    assert all(a.end <= b.start for a, b in pairwise(ends))
    for fact in record.of("moment"):
        _is_sound(fact, dated=published is not None)


def _is_sound(fact: Fact, dated: bool) -> None:
    value = fact.value
    assert isinstance(value, Moment)
    assert (value.earliest is None) == (value.latest is None)
    assert (value.earliest or "") <= (value.latest or "")
    assert 0.5 <= fact.confidence <= 1
    assert dated or value.anchor is None or fact.reason is not None or value.earliest is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank at Christmas.", {"Christmas": "2014-12-25"}),
        ("A Christmas tree fell.", {}),
        ("The Christmas and New Year sales were good.", {}),
        ("They met on Christmas Island.", {}),
        ("A new year began.", {}),
        ("The team led in the first half.", {}),
        ("The 9/11 attacks changed him.", {"9/11": "2001-09-11"}),
        ("A June treaty ended it.", {"June": "2015-06"}),
        ("June Almeida sang.", {}),
        ("His bitter 1996 campaign failed.", {"1996": "1996"}),
        ("In the past he was rich.", {"the past": "PAST_REF"}),
        ("The past leader was rich.", {}),
        ("He spoke on This Week, a radio show.", {}),
        ("He reads the daily.", {}),
        ("He pays them daily.", {"daily": "P1D"}),
        ("Over the summer it was dry.", {"the summer": "2015-SU"}),
        ("In the fall of the town many died.", {}),
        ("It lasted for years.", {"years": "PXY"}),
        ("Weeks of talks failed.", {"Weeks": "PXW"}),
        ("The last days of the war were hard.", {}),
        ("Over the years he grew rich.", {"the years": "PXY"}),
        ("A decades-long feud ended.", {"decades-long": "PXY"}),
        ("A day-long strike began.", {"day-long": "P1D"}),
        ("Stocks hit a five year low.", {"five year": "P5Y"}),
        ("They held a two day rally.", {"two day": "P2D"}),
        ("A 12 year old boy was hurt.", {}),
        ("It took eight trading days.", {"eight trading days": "P8D"}),
        ("He was put a week on hold.", {}),
        ("Prices were up from last year's quarter.", {"last year's quarter": "2014"}),
    ],
)
def test_feasts_lengths_and_accounts_are_told_from_other_words(told: Told, text: str, expected: dict[str, str]) -> None:
    assert told_times(told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the mayor resigned on monday and will return in october.", {"monday": "2015-09-14", "october": "2015-10"}),
        ("The mayor resigned on monday.", {}),
        ("they march in step and may sing.", {}),
        ("THE MAYOR RESIGNED ON MONDAY.", {"MONDAY": "2015-09-14"}),
    ],
)
def test_small_letters_are_days_and_months_only_where_all_letters_are_small(
    told: Told, text: str, expected: dict[str, str]
) -> None:
    assert told_times(told, text) == expected
