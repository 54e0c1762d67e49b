"""Who does what in a clause, on parses of invented sentences."""

from collections.abc import Callable

import pytest

from dateline.annotated import Annotation, Token
from dateline.record import Record
from dateline.understanding.acts.wording import clauses

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
        ("Nine people shot and killed by police", "shot", True),
        ("Two men shot in Bergen", "shot", True),
        ("Two men shot when a gunman opened fire", "shot", True),
        ("Two men shot at a bus", "shot", False),
        ("Two men shot a nurse", "shot", False),
        ("Soldiers shot back.", "shot", False),
    ],
)
def test_passives(parsed: Parsed, sentence: str, verb: str, passive: bool) -> None:
    assert clauses.is_passive(*parsed(sentence, verb)) is passive


def test_agents(parsed: Parsed) -> None:
    annotation, verb = parsed("The town was attacked by rebels and soldiers.", "attacked")
    assert texts(clauses.agents(annotation, verb)) == ["rebels", "soldiers"]


def test_an_agent_that_hangs_on_a_noun(parsed: Parsed) -> None:
    annotation, verb = parsed("The chairman was dismissed from the board by the owner.", "dismissed")
    found = clauses.agents(annotation, verb) or clauses.stray_agents(annotation, verb)
    assert texts(found) == ["owner"]


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


@pytest.mark.parametrize(
    ("sentence", "verb", "passive"),
    [
        ("Asked about the border, the minister left.", "Asked", True),
        ("Asked whether it rained, the minister left.", "Asked", True),
        ("When asked about the border, the minister left.", "asked", True),
        ("Founded in a town, the firm grew.", "Founded", True),
        ("Having asked the minister, the nurse left.", "asked", False),
        ("When the nurse asked about the border, the minister left.", "asked", False),
        ("The nurse has asked about the border.", "asked", False),
        ("Asking about the border, the nurse left.", "Asking", False),
        ("The nurse was asked about the border.", "asked", True),
        ("The nurse being asked about the border left.", "asked", True),
    ],
)
def test_a_participle_without_a_subject_is_passive(parsed: Parsed, sentence: str, verb: str, passive: bool) -> None:
    assert clauses.is_passive(*parsed(sentence, verb)) is passive


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("It rained.", "rained", ["It"]),
        ("Attack the town!", "Attack", []),
        ("The soldier who robbed and attacked a nurse left.", "attacked", ["soldier"]),
        ("Soldiers sent to attack the town left.", "sent", ["Soldiers"]),
        ("The plan of the rebels to attack the town failed.", "attack", []),
        ("Rebels, soldiers and nurses left.", "left", ["Rebels", "soldiers", "nurses"]),
        ("The rebels seem ready to attack the town.", "attack", ["rebels"]),
        ("Police said that rebels attacked the town.", "attacked", ["rebels"]),
        ("After attacking the town, rebels left.", "attacking", ["rebels"]),
        ("Police urged rebels not to attack the town.", "attack", ["rebels"]),
        ("Rebels were urged to attack the town.", "attack", ["Rebels"]),
        ("Their mission to attack the town failed.", "attack", ["Their"]),
    ],
)
def test_subjects_near_and_far(parsed: Parsed, sentence: str, verb: str, subject: list[str]) -> None:
    annotation, token = parsed(sentence, verb)
    assert texts(clauses.surface(annotation, token)) == subject


@pytest.mark.parametrize(
    ("sentence", "verb", "found"),
    [
        ("Rebels left.", "left", []),
        ("Rebels attacked it.", "attacked", ["it"]),
        ("The nurse who helped soldiers left.", "helped", ["soldiers"]),
        ("The man whom police arrested left.", "arrested", ["man"]),
        ("Police gave the nurse a medal.", "gave", ["nurse", "medal"]),
        ("The town was attacked by rebels.", "attacked", []),
    ],
)
def test_objects_near_and_far(parsed: Parsed, sentence: str, verb: str, found: list[str]) -> None:
    annotation, token = parsed(sentence, verb)
    assert texts(clauses.objects(annotation, token)) == found


def test_without_a_by_there_is_no_agent(parsed: Parsed) -> None:
    annotation, verb = parsed("The town was attacked in March.", "attacked")
    assert clauses.agents(annotation, verb) == [] and clauses.stray_agents(annotation, verb) == []


def test_a_place_behind_by_is_not_looked_for_before_the_verb(parsed: Parsed) -> None:
    annotation, verb = parsed("The house by the sea was attacked.", "attacked")
    assert clauses.agents(annotation, verb) == [] and clauses.stray_agents(annotation, verb) == []


def test_together_leaves_out_verbs(parsed: Parsed) -> None:
    annotation, noun = parsed("Soldiers and nurses came and left.", "Soldiers")
    assert texts(clauses.together(annotation, noun)) == ["Soldiers", "nurses"]


def test_a_root_is_its_own_clause(parsed: Parsed) -> None:
    annotation, noun = parsed("A quiet day.", "day")
    assert clauses.clause(annotation, noun) == noun
