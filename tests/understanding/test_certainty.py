"""What is no person's name, and what is a doubtful one."""

import pytest

from conftest import Told
from dateline.understanding.identity.people.certainty import is_name
from dateline.values import Person

TITLES = frozenset({"gov", "sen", "gen"})


@pytest.mark.parametrize(
    "text", ["Ana Lund", "Lund", "J. Lund", "Lund Jr.", "O'Lund", "al-Lund", "Gov. Lund", "Ana L.", "50 Kroner", "Mia"]
)
def test_names(text: str) -> None:
    assert is_name(text, TITLES)


@pytest.mark.parametrize(
    "text", ["Gov.", "Sen.", "Oslo Gov.", "Jr.", "III", "D-Ohio", "R-Va.", "Lund.$OSL(via", "$", ""]
)
def test_no_names(text: str) -> None:
    assert not is_name(text, TITLES)


@pytest.mark.parametrize(
    ("text", "confidence", "reason"),
    [
        ("Minister Ana Lund left.", 0.9, None),
        ("Minister Lund left.", 0.9, None),
        ("Ana left for Oslo.", 0.9, None),
        ("Yesterday Brekov met Lundov in Oslo.", 0.6, "a single word, and nothing beside it tells that it is a person"),
    ],
)
def test_how_sure_it_is(told: Told, text: str, confidence: float, reason: str | None) -> None:
    for fact in told(text, upto="people").of("person"):
        assert (fact.confidence, fact.reason) == (confidence, reason)


@pytest.mark.parametrize(
    "text",
    ["Iodine left him cold. Too little iodine harms.", "Spokesmen said so. The spokesmen left."],
)
def test_a_word_that_the_story_writes_small_is_nobody(told: Told, text: str) -> None:
    assert told(text, upto="people").of("person") == []


def test_a_known_person_may_be_called_as_a_thing_is(told: Told) -> None:
    record = told("Minister Pedro Stone left. Stone threw a stone.", upto="people")
    (fact,) = record.of("person")
    assert isinstance(fact.value, Person)
    assert [record.text[m.start : m.end] for m in fact.value.mentions if m.form == "name"] == ["Pedro Stone", "Stone"]
