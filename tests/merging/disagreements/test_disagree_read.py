"""The whole way, from the sentences of two articles to where they disagree."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from conftest import Told
from dateline.merging.disagreements.disagreeing import disagreements_of
from dateline.merging.parts import Part
from dateline.merging.reports.reporting import report_of

pytestmark = pytest.mark.slow

Found = Callable[..., list[tuple[str, str, list[tuple[str, str | None]]]]]


@pytest.fixture
def found(told: Told) -> Found:
    """What articles with these texts disagree on, all they tell taken for one event."""

    def look(*texts: str) -> list[tuple[str, str, list[tuple[str, str | None]]]]:
        parts: list[Part] = []
        for at, text in enumerate(texts):
            report = report_of(told(text, published="2024-05-03"))
            report = replace(report, article=f"a{at}", outlet=f"Post {at}")
            parts.extend(Part(report, event, None, f"a{at}") for event in report.happenings if event.type != "ACCUSE")
        every = disagreements_of(parts)
        return [(each.about, each.how, [(side.value, side.said_by) for side in each.sides]) for each in every]

    return look


def test_figures(found: Found) -> None:
    assert found(
        "A bomb killed nine people at a market in Brekholm on Tuesday, the Interior Ministry said.",
        "Twelve people were killed when a bomb exploded at a market in Brekholm on Tuesday, police said.",
    ) == [("killed", "disagreement", [("9 killed", "Interior Ministry"), ("12 killed", "police")])]


def test_parts_and_open_counts_are_no_disagreement(found: Found) -> None:
    assert not found(
        "A bomb killed 23 people, including seven policemen, at a market in Brekholm on Tuesday, police said.",
        "At least 20 people were killed by a bomb at a market in Brekholm on Tuesday, rescuers said.",
    )


def test_a_denial_of_who_did_it(found: Found) -> None:
    assert found(
        "The army shelled the village of Oster on Tuesday, killing nine people, residents said.",
        "The defence ministry on Wednesday denied that the army had shelled the village of Oster.",
    ) == [("actor", "denial", [("army", "residents"), ("denied", "defence ministry")])]


def test_a_denial_that_it_was(found: Found) -> None:
    assert found(
        "Rebels attacked a convoy near Brekholm on Tuesday, the governor said.",
        "The Interior Ministry denied that a convoy was attacked near Brekholm on Tuesday.",
    ) == [("happened", "denial", [("it happened", "the governor"), ("denied", "Interior Ministry")])]


def test_who_the_dead_were(found: Found) -> None:
    assert found(
        "The army said it had killed 12 militants in an air strike in Oster on Tuesday.",
        "An air strike killed 12 civilians in Oster on Tuesday, residents said.",
    ) == [("recipient", "disagreement", [("12 militants", "army"), ("12 civilians", "residents")])]


def test_causes(found: Found) -> None:
    explosion = "An explosion killed nine people in Brekholm on Tuesday."
    assert found(
        f"{explosion} Police said the explosion was caused by a gas leak.",
        f"{explosion} The mayor said a bomb had caused the explosion.",
    ) == [("cause", "disagreement", [("gas leak", "Police"), ("a bomb", "The mayor")])]


def test_statements(found: Found) -> None:
    said = "“We will never again allow {} weapons to be sold in this town,” Mayor Ada Holm said."
    lead = "A man shot dead four people at a school in Brekholm on Tuesday."
    ((about, how, sides),) = found(f"{lead} {said.format(300)}", f"{lead} {said.format(500)}")
    assert (about, how, [by for _, by in sides]) == ("statement", "disagreement", ["Ada Holm", "Ada Holm"])
