"""What is said of somebody in the passive, and by whom."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Statement

Told = Callable[..., Record]
Said = tuple[str | None, str, list[str], str]


def read(ruled: Told, text: str) -> list[Said]:
    """Source, cue, contents and stance of each statement. The encoder has no say."""
    record = ruled(text, upto="statements")
    values = [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]
    return [
        (
            record.words(value.speaker_span) if value.speaker_span else None,
            record.words(value.cue) if value.cue else "",
            [record.words(span) for span in value.content],
            value.stance,
        )
        for value in values
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The vote is expected to go on.", (None, "is expected", ["The vote", "to go on"], "believes")),
        ("The clerk is accused of theft.", (None, "is accused", ["The clerk", "of theft"], "accuses")),
        (
            "The clerk was accused of theft by the mayor.",
            ("the mayor", "was accused", ["The clerk", "of theft"], "accuses"),
        ),
        (
            "The mayor was criticised by the union for closing the pier.",
            ("the union", "was criticised", ["The mayor", "for closing the pier"], "accuses"),
        ),
        ("The army is believed to have left.", (None, "is believed", ["The army", "to have left"], "believes")),
    ],
)
def test_subject_and_complement_are_what_is_said(ruled: Told, text: str, told: Said) -> None:
    assert read(ruled, text) == [told]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("It was reported that two men had left.", "was reported", "that two men had left"),
        ("It is understood that the mayor will resign.", "is understood", "that the mayor will resign"),
        ("Sailors were told that the pier was safe.", "were told", "that the pier was safe"),
        ("Asked whether she would resign, Ruiz left.", "Asked", "whether she would resign"),
    ],
)
def test_a_report_without_a_source_leaves_it_open(ruled: Told, text: str, cue: str, content: str) -> None:
    record = ruled(text, upto="statements")
    (fact,) = record.of("statement")
    assert isinstance(fact.value, Statement)
    assert fact.value.speaker is None
    assert fact.reason
    assert read(ruled, text)[0][:3] == (None, cue, [content])


def test_quoted_as_saying_is_one_cue(ruled: Told) -> None:
    (found,) = read(ruled, "Ruiz was quoted as saying that the pier was safe.")
    assert found == ("Ruiz", "was quoted as saying", ["that the pier was safe"], "says")


@pytest.mark.parametrize(
    "text",
    [
        "The pier was built to last.",
        "The pier was closed for repairs.",
        "A man believed to be hiding in Porto was seen.",
    ],
)
def test_other_passives_say_nothing(ruled: Told, text: str) -> None:
    assert read(ruled, text) == []
