"""Times counted from what the words name: a day after the attack, the night before the vote."""

import pytest

from conftest import Told
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Moment

ANCHOR = "2015-09-16"  # a Wednesday


def facts(record: Record) -> dict[str, Fact]:
    return {record.words(fact.spans[0]): fact for fact in record.of("moment") if fact.spans}


def moment(fact: Fact) -> Moment:
    assert isinstance(fact.value, Moment)
    return fact.value


@pytest.mark.parametrize(
    ("text", "words", "timex", "source"),
    [
        ("A day after Monday's raid, the port was calm.", "A day after", "2015-09-15", "Monday"),
        ("Two weeks after the vote on 3 May, they met.", "Two weeks after", "2015-W20", "3 May"),
        ("Three days before Christmas the ferry sank.", "Three days before", "2014-12-22", "Christmas"),
        ("The night before the vote of 4 May 2015 it rained.", "The night before", "2015-05-03TNI", "4 May 2015"),
        ("He died two days before he was to leave on 9 May 2014.", "two days before", "2014-05-07", "9 May 2014"),
    ],
)
def test_a_time_in_the_words_themselves(told: Told, text: str, words: str, timex: str, source: str) -> None:
    found = facts(told(text, upto="moments", published=ANCHOR))
    assert moment(found[words]).timex == timex
    assert moment(found[words]).anchor == found[source].id
    assert found[words].because == (found[source].id,)
    assert found[words].confidence == 0.7


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        ("The raid was on Monday. A day after the raid, the port was calm.", "A day after", "2015-09-15"),
        ("Rebels carried out the raid on Monday. A day after the raid, it rained.", "A day after", "2015-09-15"),
        ("Rebels raided the port on Monday. A day after the raid, it rained.", "A day after", "2015-09-15"),
        ("A shell exploded on Monday. Two days after the explosion, it rained.", "Two days after", "2015-09-16"),
        ("A day after the raid, it rained. Rebels carried out the raid on Monday.", "A day after", "2015-09-15"),
        ("The council voted on 4 May 2015. The night before the vote, it rained.", "The night before", "2015-05-03TNI"),
    ],
)
def test_a_time_that_the_story_ties_to_the_noun_elsewhere(told: Told, text: str, words: str, timex: str) -> None:
    fact = facts(told(text, upto="moments", published=ANCHOR))[words]
    assert moment(fact).timex == timex
    assert fact.confidence == 0.6
    assert "the nearest moment that the story ties to" in (fact.reason or "")


@pytest.mark.parametrize(
    ("text", "words", "length"),
    [
        ("Two days after the raid, it rained.", "Two days", "P2D"),
        ("The mayor left on Monday. Two days after the raid, it rained.", "Two days", "P2D"),
        ("The raid in Lagos was on Monday. Two days after the Faro raid, it rained.", "Two days", "P2D"),
        ("Two days after he was hurt, he died.", "Two days", "P2D"),
        ("Shots fell two hours before the raid of 3 May.", "two hours", "PT2H"),
    ],
)
def test_what_the_story_does_not_tell_is_never_counted_from_its_own_day(
    told: Told, text: str, words: str, length: str
) -> None:
    fact = facts(told(text, upto="moments", published=ANCHOR))[words]
    value = moment(fact)
    assert (value.type, value.timex, value.earliest, value.anchor) == ("DURATION", length, None, None)
    assert fact.reason


def test_how_long_is_not_when(told: Told) -> None:
    found = facts(told("They wrote letters for three weeks before the raid of 3 May.", published=ANCHOR))
    assert moment(found["three weeks"]).type == "DURATION"
    found = facts(told("The vote was on 3 May. In the two weeks following, it rained.", published=ANCHOR))
    assert moment(found["the two weeks"]).type == "DURATION"


def test_nothing_behind_after_is_later(told: Told) -> None:
    found = facts(told("He left on 3 May 2014. He came back two days after.", published=ANCHOR))
    assert moment(found["two days after"]).timex == "2014-05-05"


def test_a_time_that_others_are_counted_from_is_told_once_and_first(told: Told) -> None:
    text = (
        "A day after the raid, it rained. Rebels carried out the raid on Monday. Two days before the raid, it snowed."
    )
    record = told(text, upto="moments", published=ANCHOR)
    order = [record.words(fact.spans[0]) for fact in record.of("moment") if fact.spans]
    assert order == ["Monday", "A day after", "Two days before"]
    assert record.findings == []
