"""Times counted from a moment of the story: that June, the same day, the next morning, hours later."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.understanding.times.timex import clock_away
from dateline.values import Moment

ANCHOR = "2015-09-16"


def moments(record: Record) -> dict[str, Moment]:
    facts = [fact for fact in record.of("moment") if fact.spans]
    return {record.words(fact.spans[0]): fact.value for fact in facts if isinstance(fact.value, Moment)}


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        ("He left in 1997. That June the mine was closed.", "That June", "1997-06"),
        ("He left in 1997. That summer the mine was closed.", "That summer", "1997-SU"),
        ("He left on 3 May 1997. Later that year the mine was closed.", "Later that year", "1997"),
        ("He left on 3 May 1997. Rain fell the same day.", "the same day", "1997-05-03"),
        ("He left on 3 May 1997. That night it snowed.", "That night", "1997-05-03TNI"),
        ("He left on 3 May 1997. The next morning it snowed.", "The next morning", "1997-05-04TMO"),
        ("He left on 3 May 1997. That week it snowed.", "That week", "1997-W18"),
        ("He left on 3 May 1997, the day before it snowed.", "3 May 1997", "1997-05-03"),
        ("He left on 3 May 1997. The following month the mine was closed.", "The following month", "1997-06"),
        ("He left at 10:30 a.m. on Monday. Two hours later it rained.", "Two hours later", "2015-09-14T12:30"),
        ("He left at 10 p.m. on Monday. Three hours later it rained.", "Three hours later", "2015-09-15T01:00"),
    ],
)
def test_what_is_pointed_at_is_the_moment_before(told: Told, text: str, words: str, timex: str) -> None:
    assert moments(told(text, upto="moments", published=ANCHOR))[words].timex == timex


def test_the_moment_counted_from_stands_in_anchor_and_evidence(told: Told) -> None:
    record = told("He left on 3 May 1997. Two days later he came back, and yesterday he sang.", published=ANCHOR)
    by_words = {record.words(fact.spans[0]): fact for fact in record.of("moment") if fact.spans}
    before, later, yesterday = (by_words[words] for words in ("3 May 1997", "Two days later", "yesterday"))
    published = next(fact for fact in record.of("moment") if fact.field)
    assert isinstance(before.value, Moment)
    assert isinstance(later.value, Moment)
    assert isinstance(yesterday.value, Moment)
    assert (before.value.anchor, before.because) == (None, ())
    assert (later.value.anchor, later.because) == (before.id, (before.id,))
    assert (yesterday.value.anchor, yesterday.because) == (published.id, (published.id,))


@pytest.mark.parametrize(
    "text",
    [
        "He said that June was wet.",
        "They knew that Friday was a holiday.",
        "That day was dull.",
        "He said that may be so.",
    ],
)
def test_without_a_moment_before_nothing_is_pointed_at(told: Told, text: str) -> None:
    assert not any(words.lower().startswith("that") for words in moments(told(text, upto="moments", published=ANCHOR)))


def test_a_day_is_not_pointed_at_within_a_year(told: Told) -> None:
    found = moments(told("He left in 1997. That night it snowed. The same day it rained.", published=ANCHOR))
    assert found.keys() == {"1997"}


@pytest.mark.parametrize(
    ("moment", "unit", "count", "expected"),
    [
        ("2015-09-14T23:30", "hour", 2, "2015-09-15T01:30"),
        ("2015-09-14T10:00Z", "minute", -30, "2015-09-14T09:30Z"),
        ("2015-09-14T10:00-04:00", "hour", 1, "2015-09-14T11:00-04:00"),
    ],
)
def test_hours_away(moment: str, unit: str, count: int, expected: str) -> None:
    assert clock_away(moment, unit, count) == expected
    assert clock_away(expected, unit, -count) == moment
