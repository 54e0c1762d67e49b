"""What somebody is accused of, and denies."""

import pytest

from dateline.merging.disagreements.disagreeing import disagreements_of
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from dateline.merging.reports.report import Named
from merging.reported import Said, Told, happening, organisation, part, person, report, saying

SUNDIA = organisation("Sundia", sector="GOV")
HOLM = person("Ada Holm")
SAND = person("Ulf Sand")


def accused(by: Named | None, whom: Named, start: int = 10, **fields: object) -> Told:
    actors = [by] if by else []
    return happening("ACCUSE", actors=actors, recipients=[whom], start=start, lead=True, triggers=["accused"], **fields)


def told(article: str, *events: Told, sayings: tuple[Said, ...] = ()) -> Part:
    return part(report(article, "2024-05-03", article.upper(), happenings=events, sayings=sayings))


def no(words: str, speaker: Named = HOLM, cue: str = "denied", start: int = 200) -> Said:
    return saying(words, speaker, "denies", cue=cue, manner="indirect", start=start)


def of(*parts: Part) -> list[Disagreement]:
    return [found for found in disagreements_of(parts) if found.about == "happened"]


@pytest.mark.parametrize("words", ["the charge", "any wrongdoing", "the allegations as groundless"])
def test_the_accused_denies_it(words: str) -> None:
    (found,) = of(told("a1", accused(SUNDIA, HOLM), sayings=(no(words),)))
    assert (found.how, [(side.value, side.said_by) for side in found.sides]) == (
        "denial",
        [("it is so", "Sundia"), ("denied", "Ada Holm")],
    )
    assert found.message == (
        "The accusation against Ada Holm: it is so, says Sundia (A1, 3 May 2024); denied by Ada Holm (A1, 3 May 2024)"
    )


def test_a_denial_in_another_report() -> None:
    (found,) = of(told("a1", accused(SUNDIA, HOLM)), told("a2", accused(None, HOLM), sayings=(no("the charge"),)))
    assert [side.article for side in found.sides] == ["a1", "a2"]


@pytest.mark.parametrize(
    "answer",
    [
        no("the charge", SAND),
        no("to answer the charge", cue="refused"),
        no("the charge", start=5),
        no("that she had ever been in the town of Oster"),
        no("the truce", cue="rejected"),
    ],
    ids=["another", "refuses", "said before", "something else", "wants none"],
)
def test_what_answers_no_accusation(answer: Said) -> None:
    assert of(told("a1", accused(SUNDIA, HOLM), sayings=(answer,))) == []


def test_a_denial_answers_the_accusation_right_before_it() -> None:
    both = told("a1", accused(SAND, HOLM), accused(SUNDIA, HOLM, 120), sayings=(no("the charge"),))
    assert of(both) == []
    assert len(of(part(both.report, 1))) == 1


def test_an_accusation_that_nobody_is_named_for_has_one_side() -> None:
    assert of(told("a1", accused(None, HOLM), sayings=(no("the charge"),))) == []
