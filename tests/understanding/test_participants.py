"""Who did it and to whom: participants of verbs and nouns, before and after they are resolved."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.understanding.acts.participants import Sides, carrier_of, is_country, resolve, sides
from dateline.understanding.acts.triggers import matches
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
        ("Talks between rebels and soldiers failed.", "Talks", ["rebels"], ["soldiers"]),
        ("Norway signed a treaty with Portugal.", "signed", ["Norway"], ["Portugal"]),
        ("Norway received aid from Portugal.", "received", ["Portugal"], ["Norway"]),
        ("Norway demanded that soldiers leave the town.", "demanded", ["Norway"], ["soldiers"]),
        ("The army cracked down on the protesters.", "cracked", ["army"], ["protesters"]),
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
