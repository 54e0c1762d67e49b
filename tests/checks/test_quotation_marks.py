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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('We stay , " Ruiz told the radio.', CLOSES),
        ("We stay ! '' Ruiz left.", CLOSES),
        ('" We stay in the harbour.', OPENS),
        ("The judge said that `` there is a need.", OPENS),
        ("“We stay in the harbour.", OPENS),
        ("We stay in the harbour.”", CLOSES),
    ],
)
def test_the_side_is_known_in_copy_cut_into_words(told: Told, text: str, message: str) -> None:
    (finding,) = findings(told, text)
    assert finding.message == message


@pytest.mark.parametrize(
    "text",
    [
        '" The pier is old.\nNobody will repair it, " Ruiz said.',
        "The board is 12 '' wide.",
        "He was 6'2\" tall.",
        "Three counties ” Alder and Birch ” grew by ten people.",
        "The '90s boats weren't old.",
        "",
    ],
)
def test_what_is_no_quotation_mark_is_not_reported(told: Told, text: str) -> None:
    assert findings(told, text) == []


def test_each_stray_mark_has_a_finding_of_its_own(told: Told) -> None:
    text = 'He said: "It is over.\nNobody came.\n\nThe harbour was quiet on Monday, he added."'
    found = findings(told, text)
    assert [finding.message for finding in found] == [OPENS, CLOSES]
    assert len({finding.spans for finding in found}) == 2


def test_a_mark_at_the_very_beginning_or_end_is_no_crash(told: Told) -> None:
    assert len(findings(told, '"')) == 1
    assert len(findings(told, 'Ruiz "')) == 1
