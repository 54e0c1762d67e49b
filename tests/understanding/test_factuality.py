"""Denied, planned, requested, alleged, doubtful or so: the words that make it."""

from collections.abc import Callable

import pytest

from dateline.annotated import Annotation, Token
from dateline.record import Record
from dateline.understanding.acts.coding.plover import is_own_side
from dateline.understanding.acts.parties.participants import carrier_of
from dateline.understanding.acts.wording.clauses import surface
from dateline.understanding.factuality.deciding import factuality

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
        ("Police found no evidence of an attack on the town.", "possible"),
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


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Rebels did not manage to attack the town.", "denied"),
        ("Rebels failed to stop the army from attacking the town.", "asserted"),
        ("Police could not prevent rebels from attacking the town.", "asserted"),
        ("Soldiers shot instead of attacking the town.", "denied"),
        ("Rather than attack the town, rebels left.", "denied"),
        ("Rebels nearly attacked the town.", "denied"),
        ("Rebels never robbed or attacked the town.", "denied"),
        ("Rebels do not wait and attacked the town.", "asserted"),
        ("Rebels have yet to attack the town.", "denied"),
        ("Rebels were unable to attack the town.", "denied"),
        ("Rebels were too weak to attack the town.", "denied"),
        ("Rebels had no reason to attack the town.", "denied"),
        ("Rebels fled before they could attack the town.", "denied"),
        ("Norway did not think that rebels attacked the town.", "denied"),
        ("Norway did not say that rebels attacked the town.", "asserted"),
        ("The general rejected claims that rebels attacked the town.", "denied"),
        ("The general dismissed reports that rebels attacked the town.", "denied"),
        ("The general did not deny claims that rebels attacked the town.", "possible"),
        ("Rebels dropped a bomb and not only attacked the town.", "asserted"),
        ("Rebels abandoned plans to attack the town.", "denied"),
        ("Rebels have no plans to attack the town.", "denied"),
        ("The general's refusal to attack the town was noted.", "denied"),
    ],
)
def test_what_did_not_come_to_pass(token_of: Find, sentence: str, status: str) -> None:
    annotation, token = token_of(sentence, "attack")
    assert factuality(annotation, token).status == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Rebels to attack the town", "planned"),
        ("Rebels are set to attack the town.", "planned"),
        ("Rebels are due to attack the town.", "planned"),
        ("Rebels will be able to attack the town.", "planned"),
        ("Rebels won a contract to attack the town.", "planned"),
        ("Rebels will allow soldiers to attack the town.", "planned"),
        ("Rebels will come when soldiers attack the town.", "planned"),
        ("Rebels came when soldiers attacked the town.", "asserted"),
        ("Rebels were able to attack the town.", "asserted"),
        ("The rebels were the first to attack the town.", "asserted"),
        ("The rebels will be the first to attack the town.", "planned"),
        ("Rebels had to attack the town.", "asserted"),
        ("Rebels have to attack the town.", "requested"),
        ("It is necessary to attack the town.", "planned"),
        ("Due to what soldiers attack, the town is lost.", "asserted"),
        ("Norway forced rebels to attack the town.", "asserted"),
        ("Rebels often attacked the town.", "asserted"),
        ("Rebels did not want Norway to attack the town.", "possible"),
    ],
)
def test_what_is_still_to_come(token_of: Find, sentence: str, status: str) -> None:
    annotation, token = token_of(sentence, "attack")
    assert factuality(annotation, token).status == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Rebels are likely to attack the town.", "possible"),
        ("It is possible that rebels attacked the town.", "possible"),
        ("There is no evidence that rebels attacked the town.", "possible"),
        ("There is evidence that rebels attacked the town.", "asserted"),
        ("Norway believes that rebels attacked the town.", "possible"),
        ("Norway fears that rebels will attack the town.", "possible"),
        ("Norway warned that rebels could attack the town.", "possible"),
        ("Norway warned that rebels had attacked the town.", "asserted"),
        ("There were rumours that rebels would attack the town.", "possible"),
        ("Rebels would have attacked the town.", "possible"),
        ("Rebels must have attacked the town.", "possible"),
        ("If rebels did not attack the town, it will stand.", "possible"),
        ("A bomb could explode, attacking the town.", "possible"),
        ("Why did rebels attack the town?", "asserted"),
        ("Did Norway say that rebels attacked the town?", "possible"),
        ("Don't you think that rebels attacked the town?", "possible"),
    ],
)
def test_what_may_be(token_of: Find, sentence: str, status: str) -> None:
    annotation, token = token_of(sentence, "attack")
    assert factuality(annotation, token).status == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Norway announced an attack on the town.", "planned"),
        ("Norway announced the attack on the town.", "asserted"),
        ("Norway will investigate attacks on the town.", "asserted"),
        ("Norway will see an attack on the town.", "asserted"),
        ("Rebels will make attacks on the town.", "planned"),
        ("A planned attack on the town was filmed.", "planned"),
        ("A possible attack on the town was filmed.", "possible"),
        ("A foiled attack on the town was filmed.", "denied"),
        ("The attack on the town is scheduled for Friday.", "planned"),
        ("An attack on the town is likely.", "possible"),
        ("There will be an attack on the town.", "planned"),
        ("There will be no attack on the town.", "denied"),
        ("The attack on the town is set to begin.", "planned"),
        ("The attack on the town was postponed.", "denied"),
        ("No one was killed in the attack on the town.", "asserted"),
        ("Rebels threatened a series of attacks on the town.", "planned"),
        ("Norway dismissed reports of an attack on the town.", "denied"),
        ("Norway confirmed reports of an attack on the town.", "asserted"),
        ("Norway committed the attack on the town.", "asserted"),
        ("No talks or attacks on the town were seen.", "denied"),
    ],
)
def test_nouns_by_what_stands_around_them(token_of: Find, sentence: str, status: str) -> None:
    annotation, token = token_of(sentence, "attack")
    assert factuality(annotation, token, carrier_of(annotation, token)).status == status


@pytest.mark.parametrize(
    ("sentence", "start", "status"),
    [
        ("The town was not safe.", "safe", "denied"),
        ("The town will be safe.", "safe", "planned"),
        ("Nurses feared the mayor dead.", "dead", "possible"),
        ("Rebels wanted the mayor dead.", "dead", "planned"),
        ("Norway would like to thank Spain.", "thank", "asserted"),
        ("Workers marched to protest the cuts.", "protest", "asserted"),
        ("Workers will march to protest the cuts.", "protest", "planned"),
        ('"Leave the town," the general said.', "leave", "requested"),
    ],
)
def test_other_words(token_of: Find, sentence: str, start: str, status: str) -> None:
    assert factuality(*token_of(sentence, start)).status == status


def test_hearsay_is_alleged(token_of: Find) -> None:
    assert factuality(*token_of("Rebels allegedly attacked the town.", "attack")).alleged
    assert factuality(*token_of("The alleged attack on the town was filmed.", "attack")).alleged


def test_what_a_semicolon_closes_is_no_content_of_what_follows(token_of: Find) -> None:
    assert factuality(*token_of("Court finds that Tomas took bribes; he denies it.", "find")).status == "asserted"


@pytest.mark.parametrize("words", ["neither confirmed nor denied", "has neither confirmed nor denied"])
def test_what_is_neither_confirmed_nor_denied_is_open(token_of: Find, words: str) -> None:
    assert factuality(*token_of(f"The army {words} that it attacked the town.", "attack")).status == "possible"
