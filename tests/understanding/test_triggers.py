"""Which words tell of an event, and which only look like it."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.understanding.acts.triggers import Match, index, matches

Told = Callable[..., Record]


@pytest.fixture
def found(told: Told) -> Callable[[str, str], list[Match]]:
    """The matches at the first token with this text."""

    def find(text: str, word: str) -> list[Match]:
        annotation = told(text, upto="places").annotation
        token = next(token for token in annotation.tokens if token.text == word)
        return list(matches(annotation, token))

    return find


Found = Callable[[str, str], list[Match]]


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [
        ("Rebels attacked the town.", "attacked", "ASSAULT"),
        ("Rebels opened fire on the police.", "opened", "ASSAULT"),
        ("The army cracked down on the protesters.", "cracked", "ASSAULT"),
        ("Norway signed a peace treaty with Portugal.", "signed", "AGREE"),
        ("Norway signed a series of agreements with Portugal.", "signed", "AGREE"),
        ("A peace treaty was signed on Monday.", "signed", "AGREE"),
        ("Norway lifted the curfew.", "lifted", "RETREAT"),
        ("Norway declared a state of emergency.", "declared", "COERCE"),
        ("Norway gave $2 million in aid to Portugal.", "gave", "AID"),
        ("The rebels held a hunger strike.", "strike", "PROTEST"),
        ("Soldiers began an air strike on the town.", "strike", "ASSAULT"),
        ("Teachers began a strike.", "strike", "PROTEST"),
        ("Rebels launched an attack on the town.", "attack", "ASSAULT"),
    ],
)
def test_the_first_reading(found: Found, sentence: str, word: str, kind: str) -> None:
    kinds = [match.trigger.type for match in found(sentence, word)]
    assert kind in kinds


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("He had a heart attack.", "attack"),
        ("He had an attack of asthma.", "attack"),
        ("She shot a film.", "shot"),
        ("The attack helicopter landed.", "attack"),
        ("He lifted the box.", "lifted"),
        ("He signed the shirt.", "signed"),
    ],
)
def test_another_sense(found: Found, sentence: str, word: str) -> None:
    assert found(sentence, word) == []


def test_a_date_is_nobody_to_call_on(found: Found) -> None:
    kinds = {match.trigger.type for match in found("Ana Souza called Henrik Dahl on Monday.", "called")}
    assert "REQUEST" not in kinds


def test_the_most_demanding_wording_comes_first() -> None:
    for patterns in index("en").verbs.values():
        demands = [len(pattern.rest) + bool(pattern.trigger.objects) for pattern in patterns]
        assert demands == sorted(demands, reverse=True)


def test_a_match_keeps_the_object_and_preposition_it_asked_for(found: Found) -> None:
    match = found("Norway imposed sanctions on Portugal.", "imposed")[0]
    assert match.object is not None and match.object.text == "sanctions"
    match = found("The army cracked down on the protesters.", "cracked")[0]
    assert match.preposition == "on"
