"""What one speaker said, as two reports quote it."""

import pytest

from dateline.merging.disagreements.disagreeing import disagreements_of
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from merging.reported import organisation, person, saying, telling_of

HOLM = person("Ada Holm")


def told(article: str, words: str, speaker: object = HOLM, manner: str = "direct", **fields: object) -> Part:
    said = saying(words, speaker, cue="said", manner=manner)  # type: ignore[arg-type]
    known = {"lead": True, "triggers": ["blast"], "outlet": article.upper(), **fields}
    return telling_of(article, "2024-05-03", sayings=[said], **known)


def of(*parts: Part) -> list[Disagreement]:
    return [found for found in disagreements_of(parts) if found.about == "statement"]


FIRST = "We will not let 300 gunmen decide how people live in this town,"


@pytest.mark.parametrize(
    "other",
    [
        "We will not let 500 gunmen decide how people live in this town.",
        "We will let 300 gunmen decide how people live in this town.",
        "We will not let 300 bishops decide how people live in this town.",
    ],
    ids=["a number", "a negation", "a word of weight"],
)
def test_words_that_differ_in_substance(other: str) -> None:
    (found,) = of(told("a1", FIRST), told("a2", other))
    assert (found.how, [side.said_by for side in found.sides]) == ("disagreement", ["Ada Holm", "Ada Holm"])
    assert [side.value for side in found.sides] == [f"“{FIRST[:-1]}”", f"“{other}”"]
    assert found.message.startswith("What Ada Holm said: “We will not let 300 gunmen")


@pytest.mark.parametrize(
    "other",
    [
        FIRST,
        "We will not let 300 gunmen decide how people live in this town",
        "We won't let 300 gunmen decide how people live in this town",
        "We will not let 300 gunmen decide how people live",
        "We will not let [the] 300 gunmen decide how people live in this town, said the mayor in the square",
        "We will not let 300 gunmen decide how folk live in this town",
        "We shall not let 300 gunmen decide how people live in this town",
        "They burnt 500 houses and nobody came to help us for two days",
    ],
    ids=["alike", "a comma", "short forms", "cut", "an editor's word", "a light word", "shall", "another"],
)
def test_words_that_do_not_disagree(other: str) -> None:
    assert of(told("a1", FIRST), told("a2", other)) == []


CHANGED = "We will not let 500 gunmen decide how people live in this town"


def test_only_the_same_speaker_in_reports_of_two_sources() -> None:
    assert of(told("a1", FIRST), told("a2", CHANGED, person("Ulf Sand"))) == []
    assert of(told("a1", FIRST), told("a2", CHANGED, source="a1")) == []
    assert of(told("a1", FIRST), told("a2", CHANGED, manner="indirect")) == []
    assert len(of(told("a1", FIRST), told("a2", CHANGED, person("Mayor Holm")))) == 1


def test_a_difference_is_told_once() -> None:
    longer = "We will not let 500 gunmen decide how people live in this town. We are not afraid of them."
    assert len(of(told("a1", FIRST), told("a2", CHANGED), told("a3", longer))) == 1


def test_one_who_is_named_by_office_is_one_speaker() -> None:
    mayor = organisation("City Hall")
    assert len(of(told("a1", FIRST, mayor), told("a2", CHANGED, mayor))) == 1


def test_a_report_that_is_mainly_about_something_else_is_not_asked() -> None:
    assert of(told("a1", FIRST), told("a2", CHANGED, lead=False)) == []
