"""What stands beside a name: whose it is, how far it goes, and what is none of it; people known by their posts."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.understanding.identity.people.appositions import add_appositions
from dateline.understanding.identity.people.by_name import people_by_name
from dateline.values import Person


def nominals(record: Record) -> dict[str, list[str]]:
    """Each person with the phrases of common words that mean them."""
    return {
        fact.value.name: [record.text[m.start : m.end] for m in fact.value.mentions if m.form == "nominal"]
        for fact in record.of("person")
        if isinstance(fact.value, Person)
    }


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Ana Lund, a farmer from Berg, left.", ["a farmer from Berg"]),
        ("Ana Lund, a farmer, left.", ["a farmer"]),
        ("Ana Lund, 34, a nurse in Oslo, left.", ["a nurse in Oslo"]),
        ("Ana Lund, the mayor of Oslo, left.", ["the mayor of Oslo"]),
        ("Ana Lund, mayor of Oslo, left.", ["mayor of Oslo"]),
        ("Ana Lund, the former mayor of Oslo, left.", ["the former mayor of Oslo"]),
        ("Ana Lund, a lawyer who lives in Oslo, left.", ["a lawyer who lives in Oslo"]),
        ("Ana Lund, his wife, left.", ["his wife"]),
        ("Ana Lund, mother of two, left.", ["mother of two"]),
        ("Ana Lund, professor of law at Oslo University, left.", ["professor of law at Oslo University"]),
        ("The suspect, Ana Lund, fled.", ["The suspect"]),
        ("The suspect, Ana Lund, a farmer from Berg, fled.", ["The suspect", "a farmer from Berg"]),
        ("The bank's director, Ana Lund, left.", ["The bank's director"]),
        ("He met his wife, Ana Lund, in Oslo.", ["his wife"]),
        ("Norway's defense minister, Ana Lund, left.", ["Norway's defense minister"]),
        ("The victim's brother, Ivan Lund, left.", ["The victim's brother"]),
    ],
)
def test_beside_a_name(told: Told, text: str, phrases: list[str]) -> None:
    record = told(text, upto="people")
    assert [value for name, value in nominals(record).items() if "Lund" in name] == [phrases]
    assert all(
        mention.rule == "apposition"
        for fact in record.of("person")
        if isinstance(fact.value, Person)
        for mention in fact.value.mentions
        if mention.form == "nominal"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lund, a day later, left.",
        "Ana Lund left, a farmer said.",
        "Ana Lund, like a farmer, rose early.",
        "Ana Lund, Ivan Brek and a farmer left.",
        "Ana Lund, who is a farmer, left.",
        "Ana Lund (tennis) left.",
        "Ana Lund, 34, left.",
        "Ana Lund, a problem in the past, left.",
        "After the trial, Ana Lund left.",
        "On the farm, Ana Lund rested.",
        "Photo: Ana Lund.",
        "Two farmers, Ana Lund and Ivan Brek, left.",
    ],
)
def test_nothing_beside_a_name(told: Told, text: str) -> None:
    assert nominals(told(text, upto="people"))["Ana Lund"] == []


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Rebel leader Ana Lund left.", ["leader"]),
        ("The student Ana Lund left.", ["student"]),
        ("Ana Lund, a farmer from Berg, left.", ["farmer"]),
        ("The suspect, Ana Lund, a farmer from Berg, left.", ["farmer", "suspect"]),
        ("Ana Lund left.", []),
        ("It rained the year that Ana Lund left.", []),
    ],
)
def test_nouns_are_kept(told: Told, text: str, nouns: list[str]) -> None:
    annotation = told(text, upto="places").annotation
    chains = people_by_name(annotation)
    add_appositions(annotation, chains)
    assert [chain.nouns for chain in chains if "Lund" in chain.name] == [nouns]


@pytest.mark.parametrize(
    ("text", "name", "phrase"),
    [
        ("President Ana Lund spoke. The president left.", "Ana Lund", "The president"),
        ("Former Mayor Ana Lund spoke. The former mayor left.", "Ana Lund", "The former mayor"),
        ("Water Minister Ana Lund spoke. The minister left.", "Ana Lund", "The minister"),
        ("Gen. Ivan Brek spoke. The general left.", "Ivan Brek", "The general"),
        (
            "Chile's President Ivan Brek met Peru's President Ana Lund. Peru's president left.",
            "Ana Lund",
            "Peru's president",
        ),
        ("Ana Lund, the pilot, spoke. The pilot left.", "Ana Lund", "The pilot"),
        ("The mayor, Ana Lund, spoke. The mayor left.", "Ana Lund", "The mayor"),
        ("Fjord Bank director Ana Lund spoke. The director left.", "Ana Lund", "The director"),
    ],
)
def test_who_holds_the_post(told: Told, text: str, name: str, phrase: str) -> None:
    assert nominals(told(text, upto="people"))[name][-1] == phrase


@pytest.mark.parametrize(
    "text",
    [
        "Former President Ana Lund spoke. The president left.",
        "President Ana Lund spoke. The former president left.",
        "Deputy Minister Ana Lund spoke. The minister left.",
        "President Ana Lund spoke. A president left.",
        "President Ana Lund spoke. The presidents left.",
        "President Ana Lund spoke. Lund's successor left.",
        "Minister Ana Lund spoke. The minister's brother left.",
        "Lawyer Ana Lund spoke. Brek's lawyer left.",
        "President Ana Lund spoke. Ivan Brek will run for president.",
        "President Ana Lund spoke. Ivan Brek served as president.",
        "President Ana Lund spoke. Ivan Brek is the president.",
        "President Ana Lund met President Ivan Brek. The president left.",
        "Water Minister Ana Lund met Trade Minister Ivan Brek. The minister left.",
        "Chile's President Ana Lund spoke. Peru's president left.",
        "The head of the bank, Ana Lund, spoke. The head of the police left.",
        "Ivan Brek left. President Ivan Lund spoke of the vice president.",
    ],
)
def test_who_does_not_hold_the_post(told: Told, text: str) -> None:
    record = told(text, upto="people")
    mine = {"The minister", "The head of the bank", "The head"} if "brother" in text or "head" in text else set()
    found = [phrase for name, phrases in nominals(record).items() if "Lund" in name for phrase in phrases]
    assert set(found) <= mine and len(found) <= 1


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Sweden summoned the Norwegian ambassador.", ["the Norwegian ambassador"]),
        ("A Norwegian diplomat spoke.", ["A Norwegian diplomat"]),
        ("A Norwegian soldier spoke. Another Norwegian soldier left.", ["A Norwegian soldier"]),
        ("The Norwegian envoy spoke. The Norwegian envoy left.", ["The Norwegian envoy", "The Norwegian envoy"]),
        ("She was his pick for Norwegian ambassador.", []),
        ("He ran for president of Norway.", []),
        ("She served as Norwegian ambassador.", []),
        ("The best Norwegian actor ever was asked.", []),
        ("Norwegian author and critic Ana Lund spoke.", []),
        ("Norwegian ambassadors spoke.", []),
        ("The office of a Norwegian judge was shut.", []),
        ("The Norwegian governor's office denied it.", []),
        ("The ambassador left.", []),
    ],
)
def test_known_by_the_post_alone(told: Told, text: str, phrases: list[str]) -> None:
    found = [f for f in told(text, upto="people").of("person") if f.reason == "no name is given, only the post"]
    record_text = text
    spans = [record_text[m.start : m.end] for f in found[:1] if isinstance(f.value, Person) for m in f.value.mentions]
    assert spans == phrases


def test_two_of_one_post_are_two(told: Told) -> None:
    record = told("A Norwegian soldier spoke. A Norwegian soldier left.", upto="people")
    assert len(record.of("person")) == 2
