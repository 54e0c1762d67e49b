"""Who did it and to whom: participants of verbs and nouns, before and after they are resolved."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.understanding.acts.parties.participants import Sides, carrier_of, hurts, is_country, sides
from dateline.understanding.acts.parties.resolving import resolve
from dateline.understanding.acts.wording.triggers import matches
from dateline.values import Organisation, Person, Place

Told = Callable[..., Record]


@pytest.fixture
def parties(told: Told) -> Callable[[str, str], Sides]:
    """The participants of the first match at the first token with this text."""

    def find(text: str, word: str) -> Sides:
        annotation = told(text, upto="places").annotation
        token = next(token for token in annotation.tokens if token.text == word)
        return sides(annotation, next(iter(matches(annotation, token))))

    return find


Parties = Callable[[str, str], Sides]


@pytest.mark.parametrize(
    ("sentence", "word", "actors", "recipients"),
    [
        ("Rebels attacked soldiers.", "attacked", ["Rebels"], ["soldiers"]),
        ("Soldiers were attacked by rebels.", "attacked", ["rebels"], ["Soldiers"]),
        ("The rebels' attack on soldiers failed.", "attack", ["rebels"], ["soldiers"]),
        ("An attack by rebels on soldiers failed.", "attack", ["rebels"], ["soldiers"]),
        ("Rebels carried out an attack on soldiers.", "attack", ["Rebels"], ["soldiers"]),
        ("An attack was carried out by rebels.", "attack", ["rebels"], []),
        ("The rebels suffered an attack.", "attack", [], ["rebels"]),
        ("Rebels took part in the attack.", "attack", ["Rebels"], []),
        ("The attack killed two soldiers.", "attack", [], ["soldiers"]),
        ("Two soldiers died in the attack.", "attack", [], ["soldiers"]),
        ("Rebels killed two soldiers in an attack.", "attack", ["Rebels"], ["soldiers"]),
        ("The murder of a judge by rebels was cruel.", "murder", ["rebels"], ["judge"]),
        ("The judge's murder was cruel.", "murder", [], ["judge"]),
        ("Talks between rebels and soldiers failed.", "Talks", ["rebels", "soldiers"], []),
        ("Norway signed a treaty with Portugal.", "signed", ["Norway"], ["Portugal"]),
        ("Norway received aid from Portugal.", "received", ["Portugal"], ["Norway"]),
        ("Norway demanded that soldiers leave the town.", "demanded", ["Norway"], ["soldiers"]),
        ("The army cracked down on the protesters.", "cracked", ["army"], ["protesters"]),
        ("An attack that killed five soldiers was cruel.", "attack", [], ["soldiers"]),
        ("Rebels launched a raid, killing five soldiers.", "raid", ["Rebels"], []),
        ("An attack that was killed by nobody ended.", "attack", [], []),
        ("Rebels failed to take the town in an attack.", "attack", [], []),
        ("Rebels took part in an attack.", "attack", ["Rebels"], []),
        ("The general ordered the assassination of a judge.", "assassination", ["general"], ["judge"]),
        ("Norway announced a suspension of aid to Portugal.", "suspension", ["Norway"], ["Portugal"]),
        ("Norway announced the arrest of a judge.", "arrest", [], ["judge"]),
        ("A bomb planted by rebels exploded.", "exploded", ["bomb", "rebels"], []),
        ("The anti-Norway protest grew.", "protest", [], ["Norway"]),
        ("The pro-Norway protest grew.", "protest", [], []),
        ("Norway demanded an explanation from Portugal.", "demanded", ["Norway"], ["Portugal"]),
        ("Norway freed eleven of its prisoners.", "freed", ["Norway"], ["eleven"]),
    ],
)
def test_sides(parties: Parties, sentence: str, word: str, actors: list[str], recipients: list[str]) -> None:
    found = parties(sentence, word)
    assert [token.text for token in found.actors] == actors
    assert [token.text for token in found.recipients] == recipients


@pytest.mark.parametrize(
    ("sentence", "carrier"),
    [
        ("Rebels carried out an attack.", "carried"),
        ("Rebels took part in the attack.", "took"),
        ("The attack killed a judge.", "killed"),
        ("A judge was killed as a result of the attack.", "killed"),
        ("The attack began.", "began"),
        ("Norway condemned the attack.", None),
        ("The rebels hit a group and the attack.", None),
    ],
)
def test_carriers(told: Told, sentence: str, carrier: str | None) -> None:
    annotation = told(sentence, upto="places").annotation
    noun = next(token for token in annotation.tokens if token.text == "attack")
    found = carrier_of(annotation, noun)
    assert (found.text if found else None) == carrier


def names(record: Record, word: str, kind: str, seek: bool = False) -> list[str]:
    token = next(token for token in record.annotation.tokens if token.text == word)
    values = [fact.value for fact in resolve(record, token, kind, seek=seek)]
    return [value.name for value in values if isinstance(value, Person | Organisation | Place)]


def test_a_count_stands_for_its_group(told: Told) -> None:
    record = told("Dozens of soldiers left Norway.", upto="roles")
    assert [name for name in names(record, "Dozens", "ASSAULT") if "soldiers" in name]


@pytest.mark.parametrize(
    ("text", "word", "kind", "authors"),
    [
        ("A joint statement by Norway and Portugal condemned it.", "statement", "ACCUSE", ["Norway", "Portugal"]),
        ("A UNICEF report accused it.", "report", "ACCUSE", ["UNICEF"]),
        ("A report by UNICEF accused it.", "report", "ASSAULT", []),
        ("A report accused it.", "report", "ACCUSE", []),
    ],
)
def test_papers_speak_for_their_authors(told: Told, text: str, word: str, kind: str, authors: list[str]) -> None:
    assert names(told(text, upto="roles"), word, kind) == authors


def test_members_stand_for_their_body(told: Told) -> None:
    record = told("Norway arrested nine Red Brigades members.", upto="roles")
    assert names(record, "members", "COERCE", seek=True) == ["Red Brigades"]


def test_cities_speak_but_do_not_strike(told: Told) -> None:
    record = told("Oslo condemned Bergen.", upto="roles")
    assert names(record, "Oslo", "ACCUSE") == ["Oslo"]
    assert names(record, "Oslo", "ASSAULT") == []


def test_countries_do_both(told: Told) -> None:
    record = told("Norway left.", upto="roles")
    assert names(record, "Norway", "ASSAULT") == ["Norway"]
    assert all(is_country(fact) for fact in record.of("place"))


def test_the_doer_behind_a_deed(told: Told) -> None:
    record = told("Norway condemned the raid by soldiers.", upto="roles")
    assert names(record, "raid", "ACCUSE") == []
    assert names(record, "raid", "ACCUSE", seek=True) == ["soldiers"]


@pytest.mark.parametrize(
    ("sentence", "word", "actors", "recipients"),
    [
        ("Norway refused to meet Portugal.", "refused", ["Norway"], ["Portugal"]),
        ("Norway refused to talk to Portugal.", "refused", ["Norway"], ["Portugal"]),
        ("Norway refused the bribe.", "refused", ["Norway"], ["bribe"]),
        ("Norway refused to leave.", "refused", ["Norway"], []),
        ("Norway urged that Portugal leave.", "urged", ["Norway"], ["Portugal"]),
        ("Norway condemned Portugal for attacking a ship.", "condemned", ["Norway"], ["Portugal", "attacking"]),
        ("Rebels and soldiers attacked nurses and judges.", "attacked", ["Rebels", "soldiers"], ["nurses", "judges"]),
        ("Norway hosted Portugal.", "hosted", ["Portugal"], ["Norway"]),
        ("The town was attacked.", "attacked", [], ["town"]),
        ("Charges were brought against the judge.", "brought", [], ["judge"]),
        ("Norway imposed sanctions on Portugal and Spain.", "imposed", ["Norway"], ["Portugal", "Spain"]),
        ("Norway's visit to Portugal began.", "visit", ["Norway"], ["Portugal"]),
        ("The killing of a judge was cruel.", "killing", [], ["judge"]),
        ("The rebels were to blame for the attack.", "attack", [], []),
        ("The arrest of rebels by soldiers began.", "arrest", ["soldiers"], ["rebels"]),
    ],
)
def test_more_sides(parties: Parties, sentence: str, word: str, actors: list[str], recipients: list[str]) -> None:
    found = parties(sentence, word)
    assert [token.text for token in found.actors] == actors
    assert [token.text for token in found.recipients if token.pos != "VERB"] == [
        r for r in recipients if r != "attacking"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels attacked rebels.",
        "Talks between Norway and Norway failed.",
        "The rebels' attack by rebels on rebels failed.",
        "Norway met with Norway.",
    ],
)
def test_nobody_is_on_both_sides(told: Told, sentence: str) -> None:
    annotation = told(sentence, upto="places").annotation
    for token in annotation.tokens:
        for match in matches(annotation, token):
            found = sides(annotation, match)
            assert not set(found.actors) & set(found.recipients)


@pytest.mark.parametrize(
    ("sentence", "carrier"),
    [
        ("Rebels committed the attack.", "committed"),
        ("The soldiers survived the attack.", "survived"),
        ("Nurses died in the attack.", "died"),
        ("Rebels claimed responsibility for the attack.", "claimed"),
        ("Rebels watched the attack.", None),
        ("The attack was cruel.", None),
        ("Rebels sang during the attack.", None),
        ("The attack resumed.", "resumed"),
    ],
)
def test_more_carriers(told: Told, sentence: str, carrier: str | None) -> None:
    annotation = told(sentence, upto="places").annotation
    noun = next(token for token in annotation.tokens if token.text == "attack")
    found = carrier_of(annotation, noun)
    assert (found.text if found else None) == carrier


@pytest.mark.parametrize(
    ("sentence", "verb", "yes"),
    [
        ("Rebels killed a judge.", "killed", True),
        ("A judge died.", "died", True),
        ("Rebels robbed a judge.", "robbed", False),
        ("The wounded judge left.", "left", False),
    ],
)
def test_verbs_of_harm(told: Told, sentence: str, verb: str, yes: bool) -> None:
    annotation = told(sentence, upto="places").annotation
    assert hurts(annotation, next(token for token in annotation.tokens if token.text == verb)) is yes


def test_a_noun_that_nobody_knows_stands_for_nobody(told: Told) -> None:
    record = told("The umbrella attacked Norway.", upto="roles")
    assert names(record, "umbrella", "ASSAULT") == []
    assert names(record, "umbrella", "ACCUSE", seek=True) == []
