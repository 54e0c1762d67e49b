"""Bodies by name and by noun: which names are one body, what takes it up, and what must stay apart."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.understanding.identity.bodies.name_words import fits_initials, is_acronym, is_shorter, is_slip, name_key
from dateline.values import Organisation


def values(record: Record) -> list[Organisation]:
    return [fact.value for fact in record.of("organisation") if isinstance(fact.value, Organisation)]


def bodies(record: Record) -> dict[str, list[str]]:
    """Each body with the words that mean it, pronouns left out."""
    return {v.name: [record.text[m.start : m.end] for m in v.mentions if m.form != "pronoun"] for v in values(record)}


def rules(record: Record, name: str) -> list[str]:
    value = next(value for value in values(record) if value.name == name)
    return [mention.rule for mention in sorted(value.mentions, key=lambda mention: mention.start)]


# One body


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "The Fjord Transport Agency (FTA) met. The FTA denied it.",
            "Fjord Transport Agency",
            ["Fjord Transport Agency", "FTA", "FTA"],
        ),
        (
            "The Fjord Transport Agency met. Later the FTA denied it.",
            "Fjord Transport Agency",
            ["Fjord Transport Agency", "FTA"],
        ),
        (
            "The Ministry of Transport met. The Transport Ministry denied it.",
            "Ministry of Transport",
            ["Ministry of Transport", "Transport Ministry"],
        ),
        (
            "The Department of Transport met. The Transport Department denied it.",
            "Department of Transport",
            ["Department of Transport", "Transport Department"],
        ),
        (
            "The Fjord Court of Appeal met. The court denied it.",
            "Fjord Court of Appeal",
            ["Fjord Court of Appeal", "The court"],
        ),
        (
            "The Fjord Transport Agency met. The agency denied it. The agency slept.",
            "Fjord Transport Agency",
            ["Fjord Transport Agency", "The agency", "The agency"],
        ),
        (
            "The Fjord Federation of Miners met. The Fjord Federation denied it.",
            "Fjord Federation of Miners",
            ["Fjord Federation of Miners", "Fjord Federation"],
        ),
        (
            "The National Defence Council met. The National Defense Council denied it.",
            "National Defence Council",
            ["National Defence Council", "National Defense Council"],
        ),
        (
            "The Fjord Labour Organisation met. The Fjord Labor Organization denied it.",
            "Fjord Labour Organisation",
            ["Fjord Labour Organisation", "Fjord Labor Organization"],
        ),
    ],
)
def test_one_body(told: Told, text: str, name: str, mentions: list[str]) -> None:
    assert bodies(told(text, upto="organisations")) == {name: mentions}


@pytest.mark.parametrize(
    ("text", "name", "alias", "mentions"),
    [
        (
            "The Brek Liberation Front, also known as Orlash, attacked a post. Orlash claimed two victims.",
            "Brek Liberation Front",
            "Orlash",
            ["Brek Liberation Front", "Orlash", "Orlash"],
        ),
        (
            "The Lund Group (formerly known as the Brek Company) said so.",
            "Lund Group",
            "Brek Company",
            ["Lund Group", "Brek Company"],
        ),
        (
            "The FTA, also known as the Fjord Transport Agency, met. The FTA slept.",
            "Fjord Transport Agency",
            "FTA",
            ["FTA", "Fjord Transport Agency", "FTA"],
        ),
        (
            "Orlash claimed two victims. The Brek Liberation Front, known as Orlash, attacked a post.",
            "Brek Liberation Front",
            "Orlash",
            ["Brek Liberation Front", "Orlash", "Orlash"],
        ),
    ],
)
def test_a_second_name_is_the_same_body(told: Told, text: str, name: str, alias: str, mentions: list[str]) -> None:
    record = told(text, upto="organisations")
    (value,) = [value for value in values(record) if value.name[0].isupper()]
    assert (value.name, value.aliases) == (name, (alias,))
    assert sorted(record.text[m.start : m.end] for m in value.mentions) == sorted(mentions)
    assert "alias" in rules(record, name)


@pytest.mark.parametrize("phrase", ["also called", "popularly called", "dubbed", "known as"])
def test_a_second_name_of_a_person_is_no_body(told: Told, phrase: str) -> None:
    assert bodies(told(f"Captain Ana Lund, {phrase} the Badger, fled.", upto="organisations")) == {}


def test_a_firm_without_its_legal_form(told: Told) -> None:
    found = bodies(told("Brekon Group Ltd. cut jobs. The firm Brekon denied it.", upto="organisations"))
    assert "Brekon" in found["Brekon Group Ltd."]


@pytest.mark.parametrize(
    "text",
    [
        "The Fjord Transport Agency met. The Fjord Water Agency denied it.",
        "The Ministry of Transport met. The Ministry of Water denied it.",
        "The Fjord Transport Agency met. Later the FWA denied it.",
        "The Berg Water Council met. The Lund Water Council denied it.",
        "The First Brigade left. The Fifth Brigade slept.",
        "Norway's Transport Ministry met. Chile's Transport Ministry denied it.",
        "The Norwegian Parliament met. The Swedish Parliament denied it.",
        "The University of Berg met. The Berg University Hospital denied it.",
        "The Brek Foundation met. The Brek Council denied it.",
        "The Supreme Court met. The Constitutional Court denied it.",
    ],
)
def test_two_bodies(told: Told, text: str) -> None:
    assert len([value for value in values(told(text, upto="organisations")) if value.name[0].isupper()]) == 2


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The Fjord Transport Agency (FTA) met.", "Fjord Transport Agency", ["name", "acronym"]),
        ("The Fjord Transport Agency met. The agency slept.", "Fjord Transport Agency", ["name", "head noun"]),
        ("The militant group River Watch left.", "River Watch", ["apposition", "name"]),
        ("The River Watch movement left.", "River Watch", ["name and noun", "name"]),
    ],
)
def test_every_link_has_its_rule(told: Told, text: str, name: str, expected: list[str]) -> None:
    assert sorted(rules(told(text, upto="organisations"), name)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("The Fjord Transport Agency met. An agency denied it.", "An agency"),
        ("The Fjord Transport Agency met. Every agency denied it.", "Every agency"),
        ("The Fjord Transport Agency met. Another agency denied it.", "Another agency"),
        ("The Fjord Transport Agency met. The agency of the king denied it.", "The agency"),
        ("The ministry denied it. The Transport Ministry met.", "The ministry"),
        ("The Fjord Transport Agency met. The agencies denied it.", "The agencies"),
        ("The Fjord Transport Agency met. The agency chief denied it.", "The agency"),
        ("The Fjord Transport Agency met. Its agency denied it.", "Its agency"),
    ],
)
def test_a_noun_that_is_not_the_body(told: Told, text: str, taken: str) -> None:
    found = bodies(told(text, upto="organisations"))
    assert all(taken not in mentions for name, mentions in found.items() if name[0].isupper())


def test_the_noun_is_the_last_named(told: Told) -> None:
    found = bodies(told("The Berg Council met. The Lund Council met. The council slept.", upto="organisations"))
    assert found == {"Berg Council": ["Berg Council"], "Lund Council": ["Lund Council", "The council"]}


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("The Fjord Transport Agency (FTA) met.", ("FTA",)),
        ("The FTA (Fjord Transport Agency) met.", ("FTA",)),
        ("The Ministry of Transport met. The Transport Ministry slept.", ("Transport Ministry",)),
        ("The Fjord Transport Agency met. The agency slept.", ()),
    ],
)
def test_aliases_are_other_names(told: Told, text: str, alias: tuple[str, ...]) -> None:
    value = values(told(text, upto="organisations"))[0]
    assert value.aliases == alias


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Norway's Transport Ministry met.", "NOR"),
        ("The Norwegian Ministry of Transport met.", "NOR"),
        ("The Transport Ministry of Norway met.", "NOR"),
        ("The Transport Ministry in Oslo met.", "NOR"),
        ("The Transport Ministry met.", None),
        ("The Transport Ministry met Norwegian farmers.", None),
        ("In Norway the Transport Ministry met.", None),
    ],
)
def test_whose_body_it_is(told: Told, text: str, country: str | None) -> None:
    value = next(v for v in values(told(text, upto="organisations")) if "Transport" in v.name)
    assert value.country == country


def test_acronyms_of_people_and_places_are_no_bodies(told: Told) -> None:
    assert bodies(told("Ana Lund (AL) met Ole Berg (OB).", upto="organisations")) == {}


def test_an_acronym_in_brackets_behind_another_word_is_nobodys(told: Told) -> None:
    found = bodies(told("The Fjord Transport Agency of old (XYZ) met.", upto="organisations"))
    assert "XYZ" not in found.get("Fjord Transport Agency", [])


# Words of names


@pytest.mark.parametrize(
    ("letters", "name", "fits"),
    [
        ("FTA", "Fjord Transport Agency", True),
        ("F.T.A.", "Fjord Transport Agency", True),
        ("FTA", "the Fjord Transport Agency", True),
        ("OFT", "Office for Fjord Transport", True),
        ("OFFT", "Office for Fjord Transport", True),
        ("FTA", "Fjord Agency", False),
        ("FTA", "Fjord Agency Transport", False),
        ("FT", "Fjord", False),
        ("", "Fjord Transport", False),
    ],
)
def test_letters_of_a_name(letters: str, name: str, fits: bool) -> None:
    assert fits_initials(letters, "en", name) is fits


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ministry of Transport", "Transport Ministry", True),
        ("Ministry of Transport and Water", "Water and Transport Ministry", True),
        ("Office of Fjord Affairs", "Fjord Affairs Office", True),
        ("The Fjord Centre", "Fjord Center", True),
        ("University of Berg", "Berg University", False),
        ("Court of Berg", "Berg Court", False),
        ("Ministry of Transport", "Ministry of Transports", False),
    ],
)
def test_keys_of_names(one: str, other: str, same: bool) -> None:
    assert (name_key("en", one) == name_key("en", other)) is same


@pytest.mark.parametrize(
    ("short", "long", "is_so"),
    [
        ("Brekon", "Brekon Airlines", True),
        ("Brekon", "Brekon Group Ltd.", True),
        ("Fjord Institute", "Fjord Institute for Ice", True),
        ("Bank", "Bank of Berg", False),
        ("Berg", "Berg Council", False),
        ("Berg", "Bank of Berg", False),
        ("Fjord", "Fjord Institute for Ice", False),
        ("Council", "Berg Council", False),
        ("", "Berg Council", False),
    ],
)
def test_a_shorter_form(short: str, long: str, is_so: bool) -> None:
    assert is_shorter("en", short, long) is is_so


@pytest.mark.parametrize(
    ("one", "other", "is_so"),
    [
        ("Brekoslav Movement", "Brekozlav Movement", True),
        ("Abdullah Front", "Abdulah Front", True),
        ("Fjordland Council", "Fjordlands Council", False),
        ("Northern Council", "Southern Council", False),
        ("Berg Council", "Borg Council", False),
        ("Fjord Council", "Council Fjord", False),
    ],
)
def test_a_slip_of_the_pen(one: str, other: str, is_so: bool) -> None:
    assert is_slip("en", one, other) is is_so
    assert is_slip("en", other, one) is is_so


@pytest.mark.parametrize("text", ["ABCDEFGHI", "ABC1", "Abc", "A", "", "AB C"])
def test_no_acronym(text: str) -> None:
    assert not is_acronym(text)
