"""The finding about quotation marks that have no partner."""

from collections.abc import Callable

import pytest

from dateline.checks.quotations import CLOSES, OPENS, quotation_marks
from dateline.model import Finding
from dateline.pipeline import CHECKS
from dateline.record import Record

Told = Callable[..., Record]


def findings(told: Told, text: str) -> list[Finding]:
    return list(quotation_marks(told(text, upto="places")))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('The clerk owned a "small chain" and dozens of unpaid boats."', CLOSES),
        ('The harbour was quiet on Monday, he added."', CLOSES),
        ('The harbour was "quiet on Monday and the boats stayed in.', OPENS),
        ('He said: "It is over.', OPENS),
        ('"The harbour was quiet on Monday.', OPENS),
    ],
)
def test_a_stray_mark_is_reported_with_its_side(told: Told, text: str, message: str) -> None:
    (finding,) = findings(told, text)
    assert finding.message == message
    assert finding.severity == "warning"
    assert finding.check == "quotation_marks"
    assert [text[s.start : s.end] for s in finding.spans] == ['"']


def test_the_span_is_the_stray_mark_itself(told: Told) -> None:
    text = 'The clerk owned a "small chain" and dozens of unpaid boats."'
    (finding,) = findings(told, text)
    assert finding.spans[0].start == len(text) - 1


@pytest.mark.parametrize(
    "text",
    [
        'The clerk owned a "small chain" of boats.',
        'Ruiz said: "We waited.\n"Nobody came," she added.',
        "The rebels' boats didn't leave.",
        "Nothing is quoted.",
    ],
)
def test_what_is_paired_or_continued_is_not_reported(told: Told, text: str) -> None:
    assert findings(told, text) == []


def test_the_check_is_in_the_list_with_a_sentence() -> None:
    (check,) = [check for check in CHECKS if check.name == "quotation_marks"]
    assert check.sentence
