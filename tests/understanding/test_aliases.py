"""Second names: what links them, how far they reach, and what is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Told, article_of
from dateline.annotated import Annotation
from dateline.annotation.annotate import annotate
from dateline.record import Record
from dateline.understanding.identity.aliases import aliases, second_names
from dateline.values import Person


def parsed(text: str) -> Annotation:
    return next(annotate([article_of(text)]))


def people(record: Record) -> list[Person]:
    return [fact.value for fact in record.of("person") if isinstance(fact.value, Person)]


def pairs(text: str) -> list[tuple[str, str]]:
    """Each person with the alias given to them."""
    annotation = parsed(text)
    by_first = {name.first: name.text for name in annotation.names}
    return [(by_first[first], alias.text) for first, alias in aliases(annotation).items()]


@pytest.mark.parametrize(
    ("told_as", "alias"),
    [
        (", dubbed Condor,", "Condor"),
        (" (also known as Condor)", "Condor"),
        (" (a.k.a. Condor)", "Condor"),
        (", aka Condor,", "Condor"),
        (", better known as Condor,", "Condor"),
        (", popularly known as Condor,", "Condor"),
        (", widely known as Condor,", "Condor"),
        (", known to his followers as Condor,", "Condor"),
        (", known among his men as the Condor,", "Condor"),
        (", known in Peru as the Condor,", "Condor"),
        (", known by the nickname Condor,", "Condor"),
        (", known by his nom de guerre, Condor,", "Condor"),
        (" alias Condor", "Condor"),
        (", nicknamed the Silver Fox,", "Silver Fox"),
        (', nicknamed "Condor",', "Condor"),
        (", nicknamed “Condor”,", "Condor"),
        (', nicknamed "the silver fox",', "silver fox"),
        (', nicknamed "the Butcher of Lima",', "Butcher of Lima"),
        (", nicknamed the Butcher of Lima,", "Butcher of Lima"),
        (", who is also known as Condor,", "Condor"),
        (", who was dubbed Condor,", "Condor"),
        (", who goes by the name of Condor,", "Condor"),
        (", who goes by Condor,", "Condor"),
        (", who calls himself Condor,", "Condor"),
        (", who styles himself the Silver Fox,", "Silver Fox"),
        (", calling himself Condor,", "Condor"),
        (", using the alias Condor,", "Condor"),
        (", code-named Condor,", "Condor"),
        (", codenamed Condor,", "Condor"),
        (", nom de guerre Condor,", "Condor"),
        (", whose nom de guerre is Condor,", "Condor"),
        (", whose code name was Condor,", "Condor"),
        (", whose real name is Luis Brek,", "Luis Brek"),
        (" (real name Luis Brek)", "Luis Brek"),
        (", born Luis Brek,", "Luis Brek"),
        (" (born Luis Brek)", "Luis Brek"),
        (", the so-called Condor,", "Condor"),
        (", the self-styled Lion of Lima,", "Lion of Lima"),
        (', the "Butcher of Lima",', "Butcher of Lima"),
        (', "the Condor",', "Condor"),
        (' ("Condor")', "Condor"),
        (" is known as Condor and", "Condor"),
        (", 34, also known as Condor,", "Condor"),
        (', 34, "the Condor",', "Condor"),
        (", who sings under the name Condor,", "Condor"),
        (" was nicknamed Condor and", "Condor"),
    ],
)
def test_what_links_a_second_name(told_as: str, alias: str) -> None:
    assert pairs(f"General Pedro Rojas{told_as} fled.") == [("Pedro Rojas", alias)]


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ('Police found Ana "Fox" Lund in Oslo.', "Ana Lund", "Fox"),
        ("Police found Ana “Fox” Lund in Oslo.", "Ana Lund", "Fox"),
        ('Police found Ana "the Fox" Lund in Oslo.', "Ana Lund", "Fox"),
        ("Police found Pedro 'El Gato' Rojas in Lima.", "Pedro Rojas", "El Gato"),
        ('Police found Ivan "Iron Ivan" Brek in Oslo.', "Ivan Brek", "Iron Ivan"),
    ],
)
def test_a_nickname_inside_a_name(told: Told, text: str, name: str, alias: str) -> None:
    (person,) = people(told(text, upto="people"))
    assert (person.name, person.aliases, len(person.mentions)) == (name, (alias,), 1)


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("The Condor, whose real name is Pedro Rojas, fled.", "Pedro Rojas", "Condor"),
        ("Ana Lund, née Brek, sang. Mr. Ivan Brek sang too.", "Ana Lund", "Brek"),
        ("Actress Ana Lund (born Ana Brek) sang. Ana Brek was her name.", "Ana Lund", "Ana Brek"),
        ("Singer Ana Lund, stage name Nightbird, sang.", "Ana Lund", "Nightbird"),
        ("Abdul Karim, better known as Abu Lund, fled. Abu Lund was seen.", "Abdul Karim", "Abu Lund"),
    ],
)
def test_whose_name_it_is(told: Told, text: str, name: str, alias: str) -> None:
    person = next(person for person in people(told(text, upto="people")) if person.name == name)
    assert person.aliases == (alias,)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("General Pedro Rojas, dubbed Condor, fled. Condor was seen.", ["Pedro Rojas", "Condor", "Condor"]),
        ("General Pedro Rojas, dubbed the Fox, fled. The Fox was seen.", ["Pedro Rojas", "Fox", "Fox"]),
        ("General Pedro Rojas, dubbed the Fox, fled. Fox News said so.", ["Pedro Rojas", "Fox"]),
        ("General Pedro Rojas, dubbed the Fox, fled. A fox was seen.", ["Pedro Rojas", "Fox"]),
        ("General Pedro Rojas, known as Luis Brek, fled. Brek was seen.", ["Pedro Rojas", "Luis Brek", "Brek"]),
        ("Ana Lund, née Brek, sang. Brek sat.", ["Ana Lund", "Brek"]),
    ],
)
def test_an_alias_that_stands_alone(told: Told, text: str, mentions: list[str]) -> None:
    record = told(text, upto="people")
    assert [record.text[m.start : m.end] for m in people(record)[0].mentions if m.form == "name"] == mentions


@pytest.mark.parametrize(
    "text",
    [
        "General Pedro Rojas fled to Lima.",
        "General Pedro Rojas, known for his temper, fled.",
        "General Pedro Rojas, known as a harsh man, fled.",
        "General Pedro Rojas, known as a Norwegian spy, fled.",
        "General Pedro Rojas, nicknamed by his own men, fled.",
        "General Pedro Rojas was dubbed a traitor.",
        "General Pedro Rojas was never known as Condor.",
        "General Pedro Rojas, born in Lima, fled.",
        "General Pedro Rojas, born on Monday, fled.",
        "General Pedro Rojas (born 1950) fled.",
        "General Pedro Rojas called Condor on Monday.",
        "General Pedro Rojas, who goes by train, fled.",
        "General Pedro Rojas calls himself lucky.",
        "General Pedro Rojas is known as the country's richest man.",
        "General Pedro Rojas is known as the Norwegian consul.",
        "General Pedro Rojas fled. Also known as Condor was his son.",
        'General Pedro Rojas, "No," fled.',
        'He told Pedro Rojas "Go home" Brek said.',
        "The Rojas' house and the Breks' Fox fled.",
        'General Pedro Rojas said "Go home" and fled.',
        'General Pedro Rojas, "We will go", fled.',
        "General Pedro Rojas wrote “War” in Lima.",
        "General Pedro Rojas, formerly Norwegian consul, fled.",
        "Nicknamed",
        "",
    ],
)
def test_no_second_name(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    ("text", "owner", "alias"),
    [
        ("The Lund Group, formerly the Brek Company, said so.", "Lund Group", "Brek Company"),
        ("The Lund Group (formerly known as the Brek Company) said so.", "Lund Group", "Brek Company"),
        ("The Oslo Red Front, better known by its acronym, ORF, said so.", "Oslo Red Front", "ORF"),
    ],
)
def test_bodies_have_second_names_too(text: str, owner: str, alias: str) -> None:
    (second,) = second_names(parsed(text))
    assert (second.owner.label, second.owner.text, second.name.text) == ("organisation", owner, alias)


def test_an_alias_ends_with_its_sentence() -> None:
    assert pairs("General Pedro Rojas was dubbed. Condor is a bird.") == []


def test_two_people_have_an_alias_each() -> None:
    text = "General Pedro Rojas, dubbed Condor, met Colonel Ivan Lund, dubbed Badger."
    assert pairs(text) == [("Pedro Rojas", "Condor"), ("Ivan Lund", "Badger")]


def test_an_alias_of_common_words_has_offsets_of_its_own() -> None:
    annotation = parsed("General Pedro Rojas, nicknamed the Silver Fox, fled.")
    (alias,) = aliases(annotation).values()
    assert "General Pedro Rojas, nicknamed the Silver Fox, fled."[alias.start : alias.end] == "Silver Fox"


@given(st.lists(st.sampled_from(["Pedro Rojas", ",", "(", "dubbed", "alias", "also known as", "the", "Fox", "."])))
@settings(max_examples=25, deadline=None)
def test_never_outside_the_text_and_never_its_own_alias(words: list[str]) -> None:
    annotation = parsed(" ".join(words))
    for first, alias in aliases(annotation).items():
        assert alias.first > first
        assert 0 < alias.first < alias.last <= len(annotation.tokens)
