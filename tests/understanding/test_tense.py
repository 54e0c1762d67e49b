"""Which way a time looks: back, ahead, or nobody knows."""

import pytest

from conftest import Told
from dateline.understanding.times.tense import AHEAD, BACK, OPEN, direction
from dateline.values import Span


def way(told: Told, text: str, words: str, **roles: str) -> int:
    record = told(text, upto="places", **roles)
    start = text.index(words)
    return direction(record.annotation, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The mayor resigned on Friday.", "Friday", BACK),
        ("The mayor had resigned on Friday.", "Friday", BACK),
        ("Two men were arrested on Friday.", "Friday", BACK),
        ("The minister ordered an inquiry on Friday.", "Friday", BACK),
        ("The mayor will resign on Friday.", "Friday", AHEAD),
        ("The mayor said he would resign on Friday.", "Friday", AHEAD),
        ("The vote is scheduled for Friday.", "Friday", AHEAD),
        ("The vote is due Friday.", "Friday", AHEAD),
        ("The vote had been due on Friday.", "Friday", BACK),
        ("The record was set on Friday.", "Friday", BACK),
        ("The envoy plans to arrive on Friday.", "Friday", AHEAD),
        ("The hearing on Friday's attack lasted long.", "Friday", OPEN),
    ],
)
def test_the_verb_tells(told: Told, text: str, words: str, expected: int) -> None:
    assert way(told, text, words) == expected


def test_a_headline_in_the_present_looks_back(told: Told) -> None:
    line = "Storm hits Madeira on Friday"
    assert way(told, line, "Friday", headline=line) == BACK


def test_a_limit_lies_further_ahead_than_its_verb(told: Told) -> None:
    assert way(told, "The mayor closed the park until Friday.", "Friday") == OPEN
    assert way(told, "The mayor resigned on Friday.", "Friday") == BACK


def test_no_words_tell_nothing(told: Told) -> None:
    record = told("The mayor resigned.", upto="places")
    assert direction(record.annotation, Span(3, 4)) == OPEN


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The council is to meet on Friday.", "Friday", AHEAD),
        ("The council was to meet on Friday.", "Friday", OPEN),
        ("The council meets on Friday.", "Friday", AHEAD),
        ("The council is meeting on Friday.", "Friday", AHEAD),
        ("The council may meet on Friday, the clerk said.", "Friday", AHEAD),
        ("The council may have met on Friday.", "Friday", OPEN),
        ("The mayor regrets the strike on Friday.", "Friday", OPEN),
        ("The council has met since Friday.", "Friday", BACK),
        ("The two men are being held since Friday.", "Friday", BACK),
        ("The port wo n't open on Friday.", "Friday", AHEAD),
        ("The mayor said that the council would meet on Friday.", "Friday", AHEAD),
        ("The mayor, who resigned on Friday, will leave Faro.", "Friday", BACK),
        ("The mayor, who will resign on Friday, left Faro.", "Friday", AHEAD),
        ("They agreed to meet on Friday.", "Friday", AHEAD),
        ("They met on Friday to agree on a plan.", "Friday", BACK),
        ("The truce expires on Friday.", "Friday", AHEAD),
        ("The board decided on Friday to close the plant.", "Friday", BACK),
        ("The board decided to close the plant on Friday.", "Friday", AHEAD),
        ("The deadline was extended to Friday.", "Friday", AHEAD),
        ("The trial was postponed until Friday.", "Friday", AHEAD),
        ("The court set Oct. 3 as the deadline.", "Oct. 3", OPEN),
        ("The court was set on fire on Friday.", "Friday", BACK),
        ("The mayor has called the envoys to a meeting on Friday.", "Friday", OPEN),
        ("The fund has lost money through Friday.", "Friday", OPEN),
        ("The offer had been due to expire on Friday.", "Friday", OPEN),
    ],
)
def test_the_nearest_verb_with_a_tense_tells(told: Told, text: str, words: str, expected: int) -> None:
    assert way(told, text, words) == expected


def test_a_caption_in_the_present_looks_back(told: Told) -> None:
    line = "Two men stand by the ruin on Friday"
    assert way(told, line, "Friday", caption=line) == BACK
    assert way(told, line, "Friday") == OPEN


def test_two_times_of_one_sentence_look_two_ways(told: Told) -> None:
    text = "The mayor said on Monday that he would resign on Friday."
    assert (way(told, text, "Monday"), way(told, text, "Friday")) == (BACK, AHEAD)
