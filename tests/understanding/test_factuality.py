"""Denied, planned, requested, alleged, doubtful or so: the words that make it."""

from collections.abc import Callable

import pytest

from dateline.annotated import Annotation, Token
from dateline.record import Record
from dateline.understanding.acts.clauses import surface
from dateline.understanding.acts.factuality import factuality, is_own_side
from dateline.understanding.acts.participants import carrier_of

Told = Callable[..., Record]


@pytest.fixture
def token_of(told: Told) -> Callable[[str, str], tuple[Annotation, Token]]:
    """The annotation of a sentence, and its first token that begins so."""

    def find(text: str, start: str) -> tuple[Annotation, Token]:
        annotation = told(text, upto="places").annotation
        return annotation, next(token for token in annotation.tokens if token.lower.startswith(start))

    return find


Find = Callable[[str, str], tuple[Annotation, Token]]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Rebels attacked the town.", "asserted"),
        ("Rebels managed to attack the town.", "asserted"),
        ("Police said rebels attacked the town.", "asserted"),
        ("Rebels have never attacked the town.", "denied"),
        ("Rebels failed to attack the town.", "denied"),
        ("The general denied that rebels attacked the town.", "denied"),
        ("Rebels left without attacking the town.", "denied"),
        ("Rebels will attack the town.", "planned"),
        ("Rebels are preparing to attack the town.", "planned"),
        ("The general said rebels would attack the town.", "planned"),
        ("Rebels would attack the town.", "possible"),
        ("Rebels could attack the town.", "possible"),
        ("Rebels probably attacked the town.", "possible"),
        ("Rebels should attack the town.", "requested"),
        ("The general ordered soldiers to attack the town.", "requested"),
        ("The general announced a plan to attack the town.", "planned"),
        ("The general rejected a demand to attack the town.", "requested"),
        ("Rebels entered and did not attack the town.", "denied"),
    ],
)
def test_verbs(token_of: Find, sentence: str, status: str) -> None:
    annotation, token = token_of(sentence, "attack")
    assert factuality(annotation, token).status == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Rebels carried out an attack on the town.", "asserted"),
        ("Rebels will carry out an attack on the town.", "planned"),
        ("Rebels did not carry out an attack on the town.", "denied"),
        ("The general called for an attack on the town.", "requested"),
        ("There was no attack on the town.", "denied"),
        ("Norway condemned the attack on the town.", "asserted"),
        ("Police foiled an attack on the town.", "denied"),
        ("Norway blamed the rebels for the attack.", "asserted"),
    ],
)
def test_nouns(token_of: Find, sentence: str, status: str) -> None:
    annotation, token = token_of(sentence, "attack")
    assert factuality(annotation, token, carrier_of(annotation, token)).status == status


def test_an_accusation_is_marked(token_of: Find) -> None:
    reading = factuality(*token_of("Norway accused Portugal of attacking a ship.", "attack"))
    assert reading.alleged and reading.word is not None and reading.word.text == "accused"
    assert not factuality(*token_of("Norway saw Portugal attacking a ship.", "attack")).alleged


def test_own_side(token_of: Find) -> None:
    annotation, verb = token_of("Our soldiers should cooperate.", "cooperate")
    assert is_own_side(annotation, surface(annotation, verb))
    annotation, verb = token_of("Their soldiers should cooperate.", "cooperate")
    assert not is_own_side(annotation, surface(annotation, verb))
