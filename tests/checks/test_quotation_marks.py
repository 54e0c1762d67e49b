"""The finding about quotation marks that have no partner, and how they were read."""

from collections.abc import Callable

import pytest

from dateline.checks.quotations import ANOTHER_KIND, DOUBLED, READ, SAYS, quotation_marks
from dateline.model import Finding
from dateline.pipeline import CHECKS
from dateline.record import Record

Told = Callable[..., Record]
OPENS, CLOSES, NEITHER = SAYS["opens"], SAYS["closes"], SAYS["neither"]


def findings(told: Told, text: str) -> list[Finding]:
    return list(quotation_marks(told(text, upto="places")))


@pytest.mark.parametrize(
    ("text", "message", "read"),
    [
        ('The clerk owned a "small chain" and dozens of unpaid boats."', CLOSES, "ignored"),
        ('The harbour was quiet on Monday, he added."', CLOSES, "ignored"),
        ('The harbour was "quiet on Monday and the boats stayed in.', OPENS, "ignored"),
        ('He said: "It is over.', OPENS, "ends with paragraph"),
        ('"The harbour was quiet on Monday.', OPENS, "ends with paragraph"),
        ('"We leave on Monday, Ana Ruiz said. She took her boat.', OPENS, "ends before verb"),
        ('Ana Ruiz said: "We leave. "We never come back," she said.', OPENS, "ends before next"),
        ('Ana Ruiz said the boats were "old and dear. She took her own.', OPENS, "ends with sentence"),
        ('The harbour was quiet. We leave on Monday," Ana Ruiz said.', CLOSES, "begins with sentence"),
        ('The har"bour was quiet.', NEITHER, "ignored"),
    ],
)
def test_a_stray_mark_is_reported_with_its_side_and_its_reading(told: Told, text: str, message: str, read: str) -> None:
    (finding,) = findings(told, text)
    assert finding.message.startswith(message)
    assert finding.message.endswith(READ[read])  # type: ignore[index]
    assert finding.severity == "warning"
    assert finding.check == "quotation_marks"
    assert [text[s.start : s.end] for s in finding.spans] == ['"']


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("The clerk owned a small chain of shops and many unpaid boats.”", "…and many unpaid boats.”"),
        ("The harbour was “quiet on Monday and the boats stayed in.", "“quiet on Monday and the…"),
        ("The har“bour was quiet.", "The har“bour was quiet."),
        ("“", "“"),
    ],
)
def test_the_words_beside_the_mark_tell_which_one_it_is(told: Told, text: str, near: str) -> None:
    assert any(f"(at {near})" in finding.message for finding in findings(told, text))


def test_the_span_is_the_stray_mark_itself(told: Told) -> None:
    text = 'The clerk owned a "small chain" and dozens of unpaid boats."'
    (finding,) = findings(told, text)
    assert finding.spans[0].start == len(text) - 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('""We stay," Ana Ruiz said.', DOUBLED),
        ("“We stay.’ Ana Ruiz left.", ANOTHER_KIND),
        ("'We stay,\" Ana Ruiz said.", ANOTHER_KIND),
    ],
)
def test_what_costs_nothing_is_a_note(told: Told, text: str, message: str) -> None:
    (finding,) = findings(told, text)
    assert (finding.severity, finding.message) == ("note", message)


@pytest.mark.parametrize(
    "text",
    [
        'The clerk owned a "small chain" of boats.',
        'Ruiz said: "We waited.\n"Nobody came," she added.',
        "The rebels' boats didn't leave.",
        '""We stay,"" Ana Ruiz said. She called it ""a bad day"".',
        "Nothing is quoted.",
        '" The pier is old.\nNobody will repair it, " Ruiz said.',
        "The board is 12 '' wide.",
        "He was 6'2\" tall.",
        "Three counties ” Alder and Birch ” grew by ten people.",
        "The '90s boats weren't old.",
        "",
    ],
)
def test_what_is_paired_continued_or_no_mark_is_not_reported(told: Told, text: str) -> None:
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
    assert finding.message.startswith(message)


def test_each_stray_mark_has_a_finding_of_its_own(told: Told) -> None:
    text = 'He said: "It is over.\nNobody came.\n\nThe harbour was quiet on Monday, he added."'
    found = findings(told, text)
    assert [finding.message.partition(" (")[0] for finding in found] == [OPENS, CLOSES]
    assert len({finding.spans for finding in found}) == 2


def test_a_mark_at_the_very_beginning_or_end_is_no_crash(told: Told) -> None:
    assert len(findings(told, '"')) == 1
    assert len(findings(told, 'Ruiz "')) == 1


def test_every_reading_has_words() -> None:
    from typing import get_args

    from dateline.annotated import MarkReading, MarkSide

    assert set(SAYS) == set(get_args(MarkSide))
    assert set(READ) | {"doubled", "pairs with another kind"} == set(get_args(MarkReading))
