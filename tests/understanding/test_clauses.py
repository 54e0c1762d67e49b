"""Who does what in a clause, on parses of invented sentences."""

from collections.abc import Callable

import pytest

from dateline.annotated import Annotation, Token
from dateline.record import Record
from dateline.understanding.acts import clauses

Told = Callable[..., Record]


@pytest.fixture
def parsed(told: Told) -> Callable[[str, str], tuple[Annotation, Token]]:
    """The annotation of a sentence, and its first token with this text."""

    def parse(text: str, word: str) -> tuple[Annotation, Token]:
        annotation = told(text, upto="places").annotation
        return annotation, next(token for token in annotation.tokens if token.text == word)

    return parse


Parsed = Callable[[str, str], tuple[Annotation, Token]]


def texts(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("Rebels attacked the town.", "attacked", ["Rebels"]),
        ("Rebels and soldiers left.", "left", ["Rebels", "soldiers"]),
        ("Police arrested a man who attacked a nurse.", "attacked", ["man"]),
        ("Rebels tried to attack the town.", "attack", ["Rebels"]),
        ("The general ordered soldiers to attack the town.", "attack", ["soldiers"]),
        ("Norway accused Portugal of attacking a ship.", "attacking", ["Portugal"]),
        ("Portugal was accused of attacking a ship.", "attacking", ["Portugal"]),
        ("Rebels entered the town and attacked the police.", "attacked", ["Rebels"]),
        ("The rebels took part in attacking the town.", "attacking", ["rebels"]),
        ("The soldiers began a mission to detain the rebels.", "detain", ["soldiers"]),
        ("The town was attacked by rebels.", "attacked", ["town"]),
    ],
)
def test_subjects(parsed: Parsed, sentence: str, verb: str, subject: list[str]) -> None:
    annotation, token = parsed(sentence, verb)
    assert texts(clauses.surface(annotation, token)) == subject


@pytest.mark.parametrize(
    ("sentence", "verb", "passive"),
    [
        ("The town was attacked by rebels.", "attacked", True),
        ("Rebels attacked the town.", "attacked", False),
        ("Rebels have attacked the town.", "attacked", False),
        ("A gang headed by a soldier left.", "headed", True),
        ("The man was arrested and jailed.", "jailed", True),
    ],
)
def test_passives(parsed: Parsed, sentence: str, verb: str, passive: bool) -> None:
    assert clauses.is_passive(*parsed(sentence, verb)) is passive


def test_agents(parsed: Parsed) -> None:
    annotation, verb = parsed("The town was attacked by rebels and soldiers.", "attacked")
    assert texts(clauses.agents(annotation, verb)) == ["rebels", "soldiers"]


def test_an_agent_that_hangs_on_a_noun(parsed: Parsed) -> None:
    annotation, verb = parsed("The minister was dismissed from the post by the president.", "dismissed")
    found = clauses.agents(annotation, verb) or clauses.stray_agents(annotation, verb)
    assert texts(found) == ["president"]


def test_objects(parsed: Parsed) -> None:
    annotation, verb = parsed("Rebels attacked soldiers and nurses in the town.", "attacked")
    assert texts(clauses.objects(annotation, verb)) == ["soldiers", "nurses"]


def test_the_noun_before_a_relative_clause_is_its_object(parsed: Parsed) -> None:
    annotation, verb = parsed("Police freed the nurse that soldiers arrested.", "arrested")
    assert texts(clauses.objects(annotation, verb)) == ["nurse"]


def test_the_accused_is_who_the_charges_are_against(parsed: Parsed) -> None:
    text = "The prosecutor opened a case against the minister on charges of attacking a nurse."
    annotation, verb = parsed(text, "attacking")
    assert texts(clauses.surface(annotation, verb)) == ["minister"]
    annotation, verb = parsed("Police held the minister on charges of attacking a nurse.", "attacking")
    assert texts(clauses.surface(annotation, verb)) == ["minister"]


def test_what_stands_behind_a_preposition(parsed: Parsed) -> None:
    annotation, noun = parsed("The attack on soldiers and nurses failed.", "attack")
    assert texts(clauses.after(annotation, noun, "on")) == ["soldiers", "nurses"]
    assert clauses.after(annotation, noun, "against") == []


def test_the_clause_of_a_word(parsed: Parsed) -> None:
    annotation, noun = parsed("Police said rebels attacked the town.", "town")
    assert clauses.clause(annotation, noun).text == "attacked"
