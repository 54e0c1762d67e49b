"""Times of a story: which words are one, what they mean, and what they are counted from."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from conftest import Told, article_of
from dateline.annotation.annotate import annotate
from dateline.model import Fact, Field
from dateline.pipeline import STEPS, run_step
from dateline.record import Record
from dateline.understanding.times.time_forms import forms, plain
from dateline.values import Moment

ANCHOR = "2015-09-16"  # a Wednesday


def moment_of(record: Record, words: str) -> Fact:
    found = [fact for fact in record.of("moment") if any(record.words(span) == words for span in fact.spans)]
    assert found, [record.words(fact.spans[0]) for fact in record.of("moment") if fact.spans]
    return found[0]


def value_of(record: Record, words: str) -> Moment:
    value = moment_of(record, words).value
    assert isinstance(value, Moment)
    return value


def words_told(record: Record) -> list[str]:
    return [record.words(fact.spans[0]) for fact in record.of("moment") if fact.spans]


DATES = [
    ("The bridge fell on 14 September 2015.", "14 September 2015", "2015-09-14"),
    ("The bridge fell on September 14, 2015, officials said.", "September 14, 2015", "2015-09-14"),
    ("The bridge fell on Sept. 5.", "Sept. 5", "2015-09-05"),
    ("The bridge fell on the 5th of September.", "5th of September", "2015-09-05"),
    ("The bridge fell on 1997-02-17.", "1997-02-17", "1997-02-17"),
    ("The bridge fell on Saturday, September 5, in Porto.", "Saturday, September 5", "2015-09-05"),
    ("The port opened in June 1997.", "June 1997", "1997-06"),
    ("The port opened in June of last year.", "June of last year", "2014-06"),
    ("The port opened in 2014.", "2014", "2014"),
    ("The port, closed since 1986, opened.", "1986", "1986"),
    ("The port was closed in the 1990s.", "the 1990s", "199"),
    ("The port was closed in the '80s.", "the '80s", "198"),
    ("The port was closed in the twentieth century.", "the twentieth century", "19"),
    ("The war began in spring 2011.", "spring 2011", "2011-SP"),
    ("Exports fell in the third quarter of 2013.", "the third quarter of 2013", "2013-Q3"),
    ("Exports fell in the second quarter.", "the second quarter", "2015-Q2"),
    ("The man was arrested on Monday.", "Monday", "2015-09-14"),
    ("The man was arrested on Wednesday.", "Wednesday", "2015-09-16"),
    ("The man was arrested last Wednesday.", "last Wednesday", "2015-09-09"),
    ("The court will meet on Friday.", "Friday", "2015-09-18"),
    ("The court will meet next Tuesday.", "next Tuesday", "2015-09-22"),
    ("The talks are due to open on Thursday.", "Thursday", "2015-09-17"),
    ("The man was arrested yesterday.", "yesterday", "2015-09-15"),
    ("The court meets tomorrow.", "tomorrow", "2015-09-17"),
    ("The court met today.", "today", "2015-09-16"),
    ("The talks failed last month.", "last month", "2015-08"),
    ("The talks failed this week.", "this week", "2015-W38"),
    ("The talks will resume next year.", "next year", "2016"),
    ("The talks failed two weeks ago.", "two weeks ago", "2015-W36"),
    ("The talks failed three years ago.", "three years ago", "2012"),
    ("The talks failed 10 days ago.", "10 days ago", "2015-09-06"),
    ("The talks failed last April.", "last April", "2015-04"),
    ("The talks failed in November.", "November", "2014-11"),
    ("The talks will resume in November.", "November", "2015-11"),
    ("The talks failed over the weekend.", "the weekend", "2015-W37-WE"),
    ("The post must be filled by October 3.", "October 3", "2015-10-03"),
]


@pytest.mark.parametrize(("text", "words", "timex"), DATES)
def test_a_date_is_resolved_against_the_day_of_publication(told: Told, text: str, words: str, timex: str) -> None:
    value = value_of(told(text, upto="moments", published=ANCHOR), words)
    assert (value.type, value.timex) == ("DATE", timex)


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        ("The siege lasted for six months.", "six months", "P6M"),
        ("A two-hour strike followed.", "two-hour", "PT2H"),
        ("It was the worst storm in twenty-five years.", "twenty-five years", "P25Y"),
        ("It took three decades.", "three decades", "P30Y"),
        ("They waited for several weeks.", "several weeks", "PXW"),
        ("He was held for a week.", "a week", "P1W"),
        ("Prices rose over the past five years.", "the past five years", "P5Y"),
    ],
)
def test_a_duration_has_a_length(told: Told, text: str, words: str, timex: str) -> None:
    value = value_of(told(text, upto="moments", published=ANCHOR), words)
    assert (value.type, value.timex) == ("DURATION", timex)


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        ("They march every Friday.", "every Friday", "XXXX-WXX-5"),
        ("They march on Sundays.", "Sundays", "XXXX-WXX-7"),
        ("They meet every two years.", "every two years", "P2Y"),
        ("They march each May.", "each May", "XXXX-05"),
        ("They are fed daily.", "daily", "P1D"),
    ],
)
def test_a_set_recurs(told: Told, text: str, words: str, timex: str) -> None:
    value = value_of(told(text, upto="moments", published=ANCHOR), words)
    assert (value.type, value.timex, value.earliest) == ("SET", timex, None)


@pytest.mark.parametrize(
    ("text", "words", "timex", "precision"),
    [
        ("Shots were heard on Monday night.", "Monday night", "2015-09-14TNI", "part"),
        ("Shots were heard last night.", "last night", "2015-09-15TNI", "part"),
        ("Shots were heard this morning.", "this morning", "2015-09-16TMO", "part"),
        ("Shots were heard at 10 a.m. on Monday.", "10 a.m. on Monday", "2015-09-14T10:00", "hour"),
        ("Shots were heard on Monday at 9:40 p.m. in Faro.", "Monday at 9:40 p.m.", "2015-09-14T21:40", "minute"),
        ("Shots were heard at noon on Tuesday.", "noon on Tuesday", "2015-09-15T12:00", "hour"),
        ("Shots were heard at 12:30 a.m. on Tuesday.", "12:30 a.m. on Tuesday", "2015-09-15T00:30", "minute"),
        ("Shots were heard at 2030 GMT.", "2030 GMT", "2015-09-16T20:30Z", "minute"),
        ("The court will meet at 10 a.m. on October 3.", "10 a.m. on October 3", "2015-10-03T10:00", "hour"),
    ],
)
def test_a_time_of_day(told: Told, text: str, words: str, timex: str, precision: str) -> None:
    value = value_of(told(text, upto="moments", published=ANCHOR), words)
    assert (value.type, value.timex, value.precision) == ("TIME", timex, precision)


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        ("The war of 1992-1995 cost much.", "1992-1995", "1992-01-01", "1995-12-31"),
        ("He led it from 1992 to 1995.", "1992 to 1995", "1992-01-01", "1995-12-31"),
        ("He led it in 1992-95.", "1992-95", "1992-01-01", "1995-12-31"),
        ("It rained between June and August.", "June and August", "2015-06-01", "2015-08-31"),
        ("The fair was held on March 3-5.", "March 3-5", "2015-03-03", "2015-03-05"),
        ("It ran from 28 February 2012 to 2 March 2012.", "28 February 2012", "2012-02-28", "2012-02-28"),
        ("It ran from February 28 to March 2, 2012.", "February 28 to March 2, 2012", "2012-02-28", "2012-03-02"),
        ("Prices rose over the past five years.", "the past five years", "2010-09-16", "2015-09-16"),
        ("The port opened in June 1997.", "June 1997", "1997-06-01", "1997-06-30"),
        ("The talks failed this week.", "this week", "2015-09-14", "2015-09-20"),
        ("The war began in winter 2011.", "winter 2011", "2011-12-01", "2012-02-29"),
    ],
)
def test_a_moment_is_an_interval(told: Told, text: str, words: str, earliest: str, latest: str) -> None:
    value = value_of(told(text, upto="moments", published=ANCHOR), words)
    assert (value.earliest, value.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "words", "mod"),
    [
        ("He left in early 2014.", "early 2014", "START"),
        ("He left in mid-2014.", "mid-2014", "MID"),
        ("He left in late June 2014.", "late June 2014", "END"),
        ("He left later this year.", "later this year", "END"),
        ("He left in the late 1970s.", "the late 1970s", "END"),
        ("He will leave at the end of the month.", "the end of the month", "END"),
        ("He waited more than four hours.", "more than four hours", "MORE_THAN"),
        ("He waited about two weeks.", "about two weeks", "APPROX"),
    ],
)
def test_a_modifier_is_kept(told: Told, text: str, words: str, mod: str) -> None:
    assert value_of(told(text, upto="moments", published=ANCHOR), words).mod == mod


@pytest.mark.parametrize(
    "text",
    [
        "Some 2014 people marched in Braga.",
        "The rebels may march on the town.",
        "They saw the sun set behind the second hill.",
        "The dam may 5 of them have seen.",
        "He ran 3:15 behind the winner.",
        "Her son, a 12-year-old, was hurt.",
        "The driver was 25 years old.",
        "The fund pays 50 euros a month.",
        "A quarter of the voters stayed at home.",
        "Flight 1987 was delayed.",
        "June Almeida and April Reis sang.",
    ],
)
def test_words_that_are_no_time(told: Told, text: str) -> None:
    assert words_told(told(text, upto="moments", published=ANCHOR)) == []


def test_a_year_names_what_follows_it(told: Told) -> None:
    assert words_told(told("He broke the 1992 treaty.", upto="moments")) == ["1992"]


def test_the_first_moment_is_the_publication(told: Told) -> None:
    record = told("The man was arrested on Monday.", upto="moments", published="2015-09-16T18:20:00+02:00")
    first, monday = record.of("moment")
    assert isinstance(first.value, Moment)
    assert (first.value.type, first.value.timex) == ("TIME", "2015-09-16T18:20+02:00")
    assert (first.field, first.spans) == ("row: published", ())
    assert isinstance(monday.value, Moment)
    assert monday.value.anchor == first.id


@pytest.mark.parametrize("written", ["16 September 2015", "Wed, 16 Sep 2015 10:00:00 GMT", "2015-09-16"])
def test_a_field_may_be_written_in_words(told: Told, written: str) -> None:
    record = told("The man was arrested yesterday.", upto="moments", published=written)
    assert value_of(record, "yesterday").timex == "2015-09-15"


def test_a_field_that_is_no_date_is_left_out(told: Told) -> None:
    record = told("The man was arrested yesterday.", upto="moments", published="the other day")
    assert [fact.field for fact in record.of("moment")] == [None]


def test_updated_is_a_moment_too() -> None:
    article = article_of("Nothing happened.", "2015-09-16")
    fields = (*article.fields, Field("updated", "2015-09-17T08:00:00Z", "meta[name='updated']"))
    record = Record(type(article)(**{**{n: getattr(article, n) for n in article.__struct_fields__}, "fields": fields}),
                    next(annotate([article])))  # fmt: skip
    run_step(record, next(step for step in STEPS if step.name == "moments"))
    assert [fact.value.timex for fact in record.of("moment") if isinstance(fact.value, Moment)] == [
        "2015-09-16",
        "2015-09-17T08:00Z",
    ]


DATELINE = "FARO, September 14 (Lusa) -"
CAREER = "The man was arrested on Monday.\nHe joined the council in 2009, left it in 2012 and was mayor from 2014."


def test_the_dateline_is_the_anchor_and_takes_its_year_from_the_publication(told: Told) -> None:
    record = told(f"{DATELINE}\nThe man was arrested on Sunday.", upto="moments", published=ANCHOR, dateline=DATELINE)
    published, dateline, sunday = record.of("moment")
    assert value_of(record, "September 14").timex == "2015-09-14"
    assert dateline.because == (published.id,)
    assert isinstance(sunday.value, Moment)
    assert (sunday.value.timex, sunday.value.anchor) == ("2015-09-13", dateline.id)


def test_a_january_story_of_a_december_dateline(told: Told) -> None:
    line = "FARO, December 30 (Lusa) -"
    record = told(f"{line}\nThe man was arrested.", upto="moments", published="2016-01-01", dateline=line)
    assert value_of(record, "December 30").timex == "2015-12-30"


def test_a_year_of_the_dateline_is_inferred_from_its_weekday(told: Told) -> None:
    record = told(f"{DATELINE}\n{CAREER}", upto="moments", dateline=DATELINE)
    fact = moment_of(record, "September 14")
    assert value_of(record, "September 14").timex == "2015-09-14"
    assert fact.confidence < 0.9
    assert fact.reason is not None
    assert "Monday" in fact.reason
    assert "2014" in fact.reason
    assert value_of(record, "Monday").timex == "2015-09-14"
    assert moment_of(record, "Monday").confidence <= fact.confidence


def test_a_year_that_nothing_tells_stays_open(told: Told) -> None:
    record = told(f"{DATELINE}\nThe man was arrested on Monday.", upto="moments", dateline=DATELINE)
    assert value_of(record, "September 14") == Moment(type="DATE", timex="XXXX-09-14", precision="day")
    assert "no year" in (moment_of(record, "September 14").reason or "")
    assert value_of(record, "Monday").timex == "XXXX-WXX-1"
    assert value_of(record, "Monday").earliest is None


def test_a_two_digit_year_in_a_dateline(told: Told) -> None:
    line = "PORTO, 4 FEB 90 (LUSA) --"
    record = told(f"{line}\nTHE MINISTER DENIED TODAY THAT THE PORT WAS CLOSED.", upto="moments", dateline=line)
    assert value_of(record, "4 FEB 90").timex == "1990-02-04"
    assert value_of(record, "TODAY").timex == "1990-02-04"


def test_a_weekday_that_does_not_fit_its_date_never_moves_the_year(told: Told) -> None:
    # 5 September 2015 was a Saturday; it was a Friday in 2014.
    record = told("He was dismissed on Friday, September 5.", upto="moments", published="2015-09-14")
    fact, value = moment_of(record, "Friday, September 5"), value_of(record, "Friday, September 5")
    assert (value.timex, value.earliest, value.latest) == ("2015-09-05", "2015-09-04", "2015-09-05")
    assert fact.confidence < 0.7
    assert fact.reason is not None
    assert "Friday" in fact.reason


def test_a_weekday_settles_a_year_where_no_tense_does(told: Told) -> None:
    # Of the two 3 May around it, 2016 had it on a Tuesday and 2015 on a Sunday.
    assert value_of(told("Next: Tuesday, May 3.", upto="moments", published="2015-11-03"), "Tuesday, May 3").timex == (
        "2016-05-03"
    )


def test_earlier_and_later_count_from_the_moment_before(told: Told) -> None:
    record = told(
        "The vote was held on March 8, 2013. Two days later the mayor resigned.", upto="moments", published=ANCHOR
    )
    later = moment_of(record, "Two days later")
    assert value_of(record, "Two days later").timex == "2013-03-10"
    assert value_of(record, "Two days later").anchor == moment_of(record, "March 8, 2013").id
    assert later.confidence < 0.9


def test_earlier_without_a_moment_before_counts_from_the_story(told: Told) -> None:
    record = told("The mayor had resigned three days earlier.", upto="moments", published=ANCHOR)
    assert value_of(record, "three days earlier").timex == "2015-09-13"
    assert "no moment" in (moment_of(record, "three days earlier").reason or "")


def test_an_hour_lies_on_the_day_told_in_its_sentence(told: Told) -> None:
    record = told("On Monday the train left at 10 a.m. for Braga.", upto="moments", published=ANCHOR)
    assert value_of(record, "10 a.m.").timex == "2015-09-14T10:00"


def test_an_hour_without_a_day_is_doubtful(told: Told) -> None:
    record = told("The train left at 10 a.m. for Braga.", upto="moments", published=ANCHOR)
    assert value_of(record, "10 a.m.").timex == "2015-09-16T10:00"
    assert moment_of(record, "10 a.m.").reason is not None


def test_without_any_day_nothing_is_invented(told: Told) -> None:
    record = told("The port closed last year, on September 5.", upto="moments")
    assert value_of(record, "last year").timex is None
    assert value_of(record, "September 5").timex == "XXXX-09-05"
    assert all(fact.reason for fact in record.of("moment"))
    assert all(fact.confidence < 0.8 for fact in record.of("moment"))


def test_curly_marks_and_hard_spaces_are_read(told: Told) -> None:
    text = "The port’s first ship came on 14\u00a0September\u00a02015, after 1992–1995 and the ’80s."
    record = told(text, upto="moments")
    assert words_told(record) == ["14\u00a0September\u00a02015", "1992–1995", "the ’80s"]


def test_capitals_copy_is_read(told: Told) -> None:
    record = told("THE MAYOR SAID ON MONDAY THAT THE PORT CLOSED IN JUNE 1997.", upto="moments", published=ANCHOR)
    assert {value_of(record, "MONDAY").timex, value_of(record, "JUNE 1997").timex} == {"2015-09-14", "1997-06"}


def test_a_headline_in_the_present_tense_looks_back(told: Told) -> None:
    line = "Ferry sinks off Faro on Monday"
    assert value_of(told(line, upto="moments", published=ANCHOR, headline=line), "Monday").timex == "2015-09-14"


def test_a_name_is_no_time(told: Told) -> None:
    assert "Sunday" not in words_told(told("He wrote for the Sunday Herald in Faro.", upto="moments", published=ANCHOR))


def test_a_page_of_news_takes_few_milliseconds(told: Told) -> None:
    sentence = "The mayor said on Monday that the port closed in June 1997 and will open next year after six months. "
    record = told(sentence * 25, upto="places", published=ANCHOR)
    step = next(step for step in STEPS if step.name == "moments")
    list(step.run(record))
    best = min(_seconds(lambda: list(step.run(record))) for _ in range(5))
    assert best < 0.05


def _seconds(run: object) -> float:
    start = time.perf_counter()
    run()  # type: ignore[operator]
    return time.perf_counter() - start


WORDS = st.sampled_from(
    (
        *("the", "last", "next", "Monday", "March", "May", "5", "31", "2014", "'80s", "1992-95", "a", "two", "weeks"),
        *("ago", "night", "at", "10", "p.m.", "of", "quarter", "third", "99", ".", ",", "İ", "0", "later", "years"),
    )
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=12).map(" ".join)))
def test_any_text_gives_forms_within_it(text: str) -> None:
    small = plain(text)
    assert len(small) == len(text)
    ends = [(found.start, found.end) for found in forms("en").find(small, 0, len(small))]
    assert all(0 <= start < end <= len(text) for start, end in ends)
    assert all(a[1] <= b[0] for a, b in pairwise(ends))


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12).map(" ".join))
def test_any_words_are_read_without_a_crash(text: str) -> None:
    article = article_of(text, ANCHOR)
    record = Record(article, next(annotate([article])))
    run_step(record, next(step for step in STEPS if step.name == "moments"))
    assert record.findings == []
    for fact in record.of("moment"):
        assert isinstance(fact.value, Moment)
        assert (fact.value.earliest is None) == (fact.value.latest is None)
        assert (fact.value.earliest or "") <= (fact.value.latest or "")


@pytest.mark.parametrize(
    ("fetched", "timex"), [("2015-09-15T10:00:00Z", "2015-09-14"), ("2015-09-12T10:00:00Z", "XXXX-09-14")]
)
def test_a_page_s_story_was_not_written_after_it_was_fetched(fetched: str, timex: str) -> None:
    article = article_of(f"{DATELINE}\n{CAREER}", dateline=DATELINE)
    source = replace(article.source, fetched=fetched)
    record = Record(replace(article, source=source), next(annotate([article])))
    run_step(record, next(step for step in STEPS if step.name == "moments"))
    assert value_of(record, "September 14").timex == timex
