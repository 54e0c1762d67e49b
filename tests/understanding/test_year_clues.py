"""Datelines without a year, from story to record: which clues are gathered, and what becomes of them."""

from datetime import date

import pytest
from msgspec.structs import replace

from conftest import article_of
from dateline.annotation.annotate import annotate
from dateline.model import Article, Fact, Field
from dateline.pipeline import STEPS, run_step
from dateline.record import Record
from dateline.understanding.times.missing_year import Clues
from dateline.understanding.times.tense import BACK, OPEN
from dateline.understanding.times.time_lexicon import lexicon
from dateline.understanding.times.told_times import told_times
from dateline.understanding.times.year_clues import year_clues
from dateline.values import Moment

LINE = "FARO, March 14 (Norda) -"


def story(text: str, line: str = LINE, fetched: str | None = None, url: str | None = None, **more: str) -> Article:
    article = article_of(f"{line}\n{text}", dateline=line)
    fields = [Field(name, value, f"row: {name}") for name, value in (("url", url), *more.items()) if value]
    source = replace(article.source, fetched=fetched)
    return replace(article, source=source, fields=(*article.fields, *fields))


def read(article: Article) -> tuple[Record, Fact]:
    record = Record(article, next(annotate([article])))
    for step in STEPS[: [step.name for step in STEPS].index("datelines") + 1]:
        run_step(record, step)
    (dateline,) = record.of("dateline")
    fact = record.get(getattr(dateline.value, "date", None) or "")
    assert fact
    return record, fact


def timex_of(article: Article) -> str | None:
    value = read(article)[1].value
    assert isinstance(value, Moment)
    return value.timex


def clues_of(article: Article) -> Clues:
    record = Record(article, next(annotate([article])))
    first, *rest = told_times(record)
    return year_clues(record, rest, first.found, lexicon("en"))


def test_a_full_date_shortly_before_tells_the_year() -> None:
    text = "The ferry sank on March 12, 2014, off Lagos. It was raised on Thursday."
    record, fact = read(story(text))
    assert isinstance(fact.value, Moment)
    assert (fact.value.timex, fact.value.earliest) == ("2014-03-14", "2014-03-14")
    assert fact.reason
    assert "March 12, 2014, lies 2 days before it" in fact.reason
    assert not [finding for finding in record.findings if finding.severity == "error"]


def test_the_year_found_is_what_other_times_are_counted_from() -> None:
    record, fact = read(story("The ferry sank on March 12, 2014, off Lagos. Divers found it on Thursday."))
    thursday = next(each for each in record.of("moment") if record.words(each.spans[0]) == "Thursday")
    assert isinstance(thursday.value, Moment)
    assert (thursday.value.timex, thursday.value.anchor) == ("2014-03-13", fact.id)
    assert thursday.confidence <= fact.confidence


def test_without_a_clue_the_year_stays_open_and_so_do_the_times_that_count_from_it() -> None:
    record, fact = read(story("The ferry sank on Monday off Lagos."))
    assert isinstance(fact.value, Moment)
    assert (fact.value.timex, fact.value.earliest, fact.value.latest) == ("XXXX-03-14", None, None)
    assert fact.reason == (
        "no year in the dateline; it stays open: the text names no year, and a weekday fits one year in six or so"
    )
    monday = next(each for each in record.of("moment") if record.words(each.spans[0]) == "Monday")
    assert isinstance(monday.value, Moment)
    assert monday.value.earliest is None


def test_a_story_of_a_career_and_a_weekday() -> None:
    # 14 March was a Monday in 2016.
    text = (
        "The harbour master resigned on Monday. He had joined the port in 1998.\n"
        "In 2011 he became its deputy head. In 2015 he was promoted."
    )
    _, fact = read(story(text))
    assert isinstance(fact.value, Moment)
    assert fact.value.timex == "2016-03-14"
    assert fact.confidence <= 0.6
    assert fact.reason
    assert "14 March was a Monday in 2016, as in the lead" in fact.reason


@pytest.mark.parametrize(
    "text",
    [
        "The bonds will mature on March 14, 2027.",
        "Sales rose from March 2013, the firm said.",
        "The firm said profit for fiscal 2014 would rise.",
        "The school was founded in 1946.",
        "She was born on March 5, 1946, in Beja.",
    ],
)
def test_a_year_that_tells_of_other_things_is_no_clue(text: str) -> None:
    assert timex_of(story(text)) == "XXXX-03-14"


# ---- the page


@pytest.mark.parametrize(
    ("url", "timex"),
    [
        ("https://news.example/2014/03/14/ferry-sinks", "2014-03-14"),
        ("https://news.example/world/2014/3/ferry-sinks.html", "2014-03-14"),
        ("https://news.example/2014-03-15-ferry", "2014-03-14"),
        ("https://news.example/a/20140314/ferry.html", "2014-03-14"),
        ("https://news.example/2014/ferry", "XXXX-03-14"),
        ("https://news.example/2014/13/14/ferry", "XXXX-03-14"),
        ("https://news.example/article-201403149", "XXXX-03-14"),
    ],
)
def test_the_page_s_address(url: str, timex: str) -> None:
    assert timex_of(story("The ferry sank.", url=url)) == timex


def test_a_row_s_published_beats_all() -> None:
    article = story("The ferry sank on March 2, 2014.", url="https://news.example/2014/03/14/x", published="2009-03-15")
    record, fact = read(article)
    assert isinstance(fact.value, Moment)
    assert fact.value.timex == "2009-03-14"
    assert fact.because
    assert record.get(fact.because[0])


def test_the_day_of_an_update_tells_the_year_and_bounds_it() -> None:
    _, fact = read(story("The ferry sank.", updated="2014-03-20T10:00:00+00:00"))
    assert isinstance(fact.value, Moment)
    assert fact.value.timex == "2014-03-14"
    assert "the page has 2014-03-20 as the day of its update" in (fact.reason or "")


def test_the_day_of_fetching_is_only_a_bound() -> None:
    assert timex_of(story("The ferry sank.", fetched="2014-03-20T10:00:00+00:00")) == "XXXX-03-14"
    clues = clues_of(story("The ferry sank.", fetched="2014-03-20T10:00:00+00:00"))
    assert clues == Clues(limit=date(2014, 3, 21))


@pytest.mark.parametrize("words", ["© 2014 Norda", "(c) 2009-2014 Norda", "© 2009–2014 Norda"])
def test_a_copyright_line_is_a_stamp_of_a_year(words: str) -> None:
    (stamp,) = clues_of(story(f"The ferry sank.\n{words}")).stamps
    assert (stamp.first, stamp.last) == (date(2014, 1, 1), date(2014, 12, 31))


def test_an_unreadable_update_is_no_stamp() -> None:
    assert clues_of(story("The ferry sank.", updated="last week")) == Clues()


# ---- the text


def test_the_clues_of_a_text() -> None:
    text = "The ferry sank on Wednesday. It was built on May 2, 2011, and was sold on Friday, March 4, for scrap."
    clues = clues_of(story(text))
    assert [(each.first, each.way, each.words) for each in clues.named] == [(date(2011, 5, 2), BACK, "May 2, 2011")]
    assert clues.lead
    assert (clues.lead.number, clues.lead.words) == (2, "Wednesday")
    assert [(pair.weekday, pair.month, pair.day, pair.words) for pair in clues.pairs] == [(4, 3, 4, "Friday")]


def test_the_dateline_s_own_weekday_is_a_clue() -> None:
    (pair,) = clues_of(story("The ferry sank.", line="FARO, Fri., March 14 (Norda) -")).pairs
    assert (pair.weekday, pair.month, pair.day, pair.way, pair.words) == (4, 3, 14, OPEN, "Friday")


@pytest.mark.parametrize("text", ["The court will meet on Friday.", "He came last Friday.", "He came in the 1990s."])
def test_words_that_are_no_clue(text: str) -> None:
    assert clues_of(story(text)) == Clues()


def test_a_time_named_twice_counts_once() -> None:
    assert len(clues_of(story("It sank in 2011. It was raised in 2011.")).named) == 1
