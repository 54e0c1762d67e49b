"""Nouns of saying: whose claim, and what it claims."""

from collections.abc import Callable

import pytest

from dateline.languages import load
from dateline.record import Record
from dateline.values import Statement

Told = Callable[..., Record]


@pytest.fixture
def told(ruled: Told) -> Told:
    """These are tests of the grammar: the encoder has no say in them."""
    return ruled


def claims(told: Told, text: str) -> list[tuple[str | None, str, str, list[str]]]:
    """Source, noun, stance and contents of the statements whose cue is a noun."""
    nouns = {noun for group in load("en").statements.nouns.values() for noun in group}
    record = told(text, upto="statements")
    found = [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]
    return [
        (
            record.words(value.speaker_span) if value.speaker_span else None,
            record.words(value.cue),
            value.stance,
            [record.words(span) for span in value.content],
        )
        for value in found
        if value.cue and record.words(value.cue).rstrip("s") in nouns
    ]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The mayor's claim that the pier was safe is false.",
            ("The mayor", "claim", "says", ["that the pier was safe"]),
        ),
        (
            "A promise by the union to repair the pier was broken.",
            ("the union", "promise", "promises", ["to repair the pier"]),
        ),
        (
            "Ruiz rejected the army's demand to leave Porto.",
            ("the army", "demand", "demands", ["to leave Porto"]),
        ),
        (
            "The army's refusal to leave Porto was a mistake.",
            ("The army", "refusal", "denies", ["to leave Porto"]),
        ),
        (
            "Nobody shared her fear that the pier would fall.",
            ("her", "fear", "believes", ["that the pier would fall"]),
        ),
        (
            "Marta Ruiz's warning that the pier was old came late.",
            ("Marta Ruiz", "warning", "warns", ["that the pier was old"]),
        ),
    ],
)
def test_somebodys_claim(told: Told, text: str, claim: tuple[str, str, str, list[str]]) -> None:
    assert claims(told, text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "The claim that the pier was safe is false.",
        "His house that fell was old.",
        "Pavel Novak's comment that angered Ruiz was old.",
        "The mayor's claim was false.",
        "The union's offer of help came late.",
        "His hope to the end was small.",
        "The mayor's statement to the court was short.",
        "The view of the river is fine.",
    ],
)
def test_a_claim_without_a_source_or_a_clause_says_nothing(told: Told, text: str) -> None:
    assert claims(told, text) == []


def test_the_speaker_is_the_owner_of_the_claim(told: Told) -> None:
    record = told("President Marta Ruiz's promise to repair the pier was broken.", upto="statements")
    (fact,) = record.of("statement")
    assert isinstance(fact.value, Statement)
    speaker = record.get(fact.value.speaker)
    assert getattr(speaker.value if speaker else None, "name", None) == "Marta Ruiz"


def test_a_noun_is_less_sure_than_a_verb(told: Told) -> None:
    noun = told("The mayor's claim that the pier was safe is false.", upto="statements").of("statement")[0]
    verb = told("The mayor claimed that the pier was safe.", upto="statements").of("statement")[0]
    assert noun.confidence < verb.confidence


def test_a_claim_inside_a_quotation_is_the_speakers_business(told: Told) -> None:
    assert claims(told, '"I heard the mayor\'s claim that the pier was safe," Marta Ruiz said.') == []


def test_no_noun_has_two_stances() -> None:
    listed = [noun for nouns in load("en").statements.nouns.values() for noun in nouns]
    assert len(listed) == len(set(listed))
