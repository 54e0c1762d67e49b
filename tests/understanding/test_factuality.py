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


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Nobody attacked the town.", "denied"),
        ("No rebels attacked the town.", "denied"),
        ("None of the rebels attacked the town.", "denied"),
        ("Neither side attacked the town.", "denied"),
        ("Rebels attacked no town.", "denied"),
        ("Rebels neither attacked nor robbed the town.", "denied"),
        ("No one was robbed or attacked by rebels.", "denied"),
        ("No fewer than nine rebels attacked the town.", "asserted"),
        ("No less than the president attacked the town.", "asserted"),
        ("No rebel who attacked the town was tried.", "asserted"),
        ("Rebels attacked the town for no reason.", "asserted"),
        ("Rebels attacked the town without warning.", "asserted"),
        ("Rebels attacked the town, but not the port.", "asserted"),
    ],
)
def test_nobody_does_nothing(token_of: Find, sentence: str, status: str) -> None:
    annotation, token = token_of(sentence, "attack")
    assert factuality(annotation, token).status == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Soldiers were told that rebels attacked the town.", "asserted"),
        ("I must tell you that rebels attacked the town.", "asserted"),
        ("The general insisted that rebels had attacked the town.", "asserted"),
        ("The general announced that rebels attacked the town.", "asserted"),
        ("The general suggested that rebels had attacked the town.", "asserted"),
        ("The general demanded that the army attack the town.", "requested"),
        ("The general told soldiers to attack the town.", "requested"),
        ("The general suggested that the army should attack the town.", "requested"),
        ("The general promised that the army would attack the town.", "planned"),
        ("The general feared that rebels had attacked the town.", "possible"),
        ("The general asked whether rebels had attacked the town.", "possible"),
        ("The general denied that rebels had attacked the town.", "denied"),
        ("The general did not deny that rebels had attacked the town.", "asserted"),
        ("Nobody denied that rebels attacked the town.", "asserted"),
        ("The rebels did not deny attacking the town.", "asserted"),
    ],
)
def test_what_is_told_is_told_as_a_fact(token_of: Find, sentence: str, status: str) -> None:
    annotation, token = token_of(sentence, "attack")
    assert factuality(annotation, token).status == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The rebels' attack on the town was foiled.", "denied"),
        ("The attack on the town was called off.", "denied"),
        ("An attack on the town was planned.", "planned"),
        ("An attack on the town was demanded.", "requested"),
        ("The attack on the town was condemned.", "asserted"),
        ("The attack on the town was filmed.", "asserted"),
        ("Police feared an attack on the town.", "possible"),
        ("There is a risk of an attack on the town.", "possible"),
        ("Rebels vowed an attack on the town.", "planned"),
        ("Police found no evidence of an attack on the town.", "asserted"),
        ("Plans for an attack on the town were found.", "planned"),
        ("Police spoke of raids and attacks on the town.", "asserted"),
        ("The general rejected calls for an attack on the town.", "requested"),
    ],
)
def test_what_befalls_a_noun(token_of: Find, sentence: str, status: str) -> None:
    annotation, token = token_of(sentence, "attack")
    assert factuality(annotation, token, carrier_of(annotation, token)).status == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Attacking the town is a crime.", "possible"),
        ("Rebels regularly attack the town.", "possible"),
        ("Unless rebels attack the town, it will stand.", "possible"),
        ("Did rebels attack the town?", "possible"),
        ("Rebels came to attack the town.", "planned"),
        ("Rebels are to attack the town.", "planned"),
        ("Rebels had attacked the town before it rained.", "asserted"),
        ("If it rains, the town that rebels attacked will flood.", "asserted"),
        ("The town, which rebels attacked, may be lost.", "asserted"),
        ("Rebels attacked the town and may rob the bank.", "asserted"),
        ("Rebels may come and attack the town.", "possible"),
        ("Rebels stopped attacking the town.", "denied"),
    ],
)
def test_clauses_around_a_verb(token_of: Find, sentence: str, status: str) -> None:
    annotation, token = token_of(sentence, "attack")
    assert factuality(annotation, token).status == status


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Rebels did not attack the town.", "not"),
        ("Nobody attacked the town.", "Nobody"),
        ("Rebels will attack the town.", "will"),
        ("Rebels might attack the town.", "might"),
        ("The general ordered soldiers to attack the town.", "ordered"),
        ("Rebels attacked the town.", None),
    ],
)
def test_the_word_that_makes_the_status_is_shown(token_of: Find, sentence: str, word: str | None) -> None:
    reading = factuality(*token_of(sentence, "attack"))
    assert (reading.word.text if reading.word else None) == word


@pytest.mark.parametrize(
    ("sentence", "alleged"),
    [
        ("Norway accused Portugal of attacking a ship.", True),
        ("Henrik Dahl was charged with attacking a ship.", True),
        ("Henrik Dahl was held on charges of attacking a ship.", True),
        ("Henrik Dahl was suspected of attacking a ship.", True),
        ("Norway thanked Portugal for attacking a ship.", False),
        ("Norway saw Portugal attacking a ship.", False),
    ],
)
def test_allegations(token_of: Find, sentence: str, alleged: bool) -> None:
    annotation, token = token_of(sentence, "attack")
    assert factuality(annotation, token).alleged is alleged


def test_tried_for_a_deed_is_alleged_and_not_tried_out(token_of: Find) -> None:
    annotation, noun = token_of("Henrik Dahl was tried for the attack on a ship.", "attack")
    assert factuality(annotation, noun).alleged
    annotation, verb = token_of("Henrik Dahl tried to attack a ship.", "attack")
    assert factuality(annotation, verb).status == "planned"
