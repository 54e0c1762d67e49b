"""Which names of a story are one person: shorter forms, cultures, honorifics, families, spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Told
from dateline.checks.spellings import spellings
from dateline.record import Record
from dateline.understanding.identity.people.name_parts import (
    by_initials,
    ends_with,
    parts,
    same_words,
    shorter,
    variant,
)
from dateline.values import Person


def chains(record: Record) -> dict[str, list[str]]:
    """Each person named with the names that mean them, in the order of the text."""
    found: dict[str, list[str]] = {}
    for fact in record.of("person"):
        assert isinstance(fact.value, Person)
        named = [record.text[m.start : m.end] for m in fact.value.mentions if m.form == "name"]
        if named:
            found[fact.value.name] = named
    return found


def reason(record: Record, name: str) -> str | None:
    return next(
        fact.reason for fact in record.of("person") if isinstance(fact.value, Person) and fact.value.name == name
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ivan Brek spoke. Brek left.", ["Ivan Brek", "Brek"]),
        ("Ivan Brek spoke. Mr. Brek left.", ["Ivan Brek", "Brek"]),
        ("Judge Ivan Brek spoke. Judge Brek left.", ["Ivan Brek", "Brek"]),
        ("Mr. Ivan Brek spoke. Ivan left.", ["Ivan Brek", "Ivan"]),
        ("Ana Maria Lund spoke. Ana Lund left. Lund slept.", ["Ana Maria Lund", "Ana Lund", "Lund"]),
        ("Ana M. Lund spoke. Ana Lund left.", ["Ana M. Lund", "Ana Lund"]),
        ("Minister John Lund spoke. J. Lund left.", ["John Lund", "J. Lund"]),
        ("Minister John Karl Lund spoke. J.K. Lund left.", ["John Karl Lund", "J.K. Lund"]),
        ("Minister Juan Brek Solana spoke. Brek left.", ["Juan Brek Solana", "Brek"]),
        ("Minister Juan Brek Solana spoke. Brek Solana left.", ["Juan Brek Solana", "Brek Solana"]),
        ("Minister Juan Brek Solana spoke. Juan Brek left.", ["Juan Brek Solana", "Juan Brek"]),
        ("General Ivan Petrovich Brek spoke. Ivan Petrovich left.", ["Ivan Petrovich Brek", "Ivan Petrovich"]),
        ("Minister Ibrahim al-Brek spoke. Brek left.", ["Ibrahim al-Brek", "Brek"]),
        ("Minister Ibrahim al-Brek spoke. Al-Brek left.", ["Ibrahim al-Brek", "Al-Brek"]),
        ("Minister al-Brek spoke. Brek left.", ["al-Brek", "Brek"]),
        ("Minister Lien Wei-han spoke. Lien left.", ["Lien Wei-han", "Lien"]),
        ("Minister Lien Wei-han spoke. Minister Lien left.", ["Lien Wei-han", "Lien"]),
        ("President Kwon Tae-min spoke. Mr. Kwon left.", ["Kwon Tae-min", "Kwon"]),
        ("Mayor Bruno de Castro spoke. De Castro left.", ["Bruno de Castro", "De Castro"]),
        ("Mayor Erik van der Brek spoke. Van der Brek left.", ["Erik van der Brek", "Van der Brek"]),
        ("Mayor Erik Lund-Brek spoke. Lund-Brek left.", ["Erik Lund-Brek", "Lund-Brek"]),
        ("Senator Joe Brek spoke. Joseph Brek left.", ["Joe Brek", "Joseph Brek"]),
        ("Senator John Brek Jr. spoke. Brek left.", ["John Brek Jr.", "Brek"]),
        ("Ana Lund fled. Suspect Ana Lund was seen.", ["Ana Lund", "Ana Lund"]),
        ("Hijacker Lund fled. Ana Lund, a nurse, was seen.", ["Lund", "Ana Lund"]),
        ("Jean-Claude Brek spoke. J.-C. Brek left.", ["Jean-Claude Brek", "J.-C. Brek"]),
        ("Emmett S. Lund left. Lund came back.", ["Emmett S. Lund", "Lund"]),
        ("Actress Anne Marie Lund spoke. Anne Marie left.", ["Anne Marie Lund", "Anne Marie"]),
    ],
)
def test_one_person(told: Told, text: str, names: list[str]) -> None:
    assert list(chains(told(text, upto="people")).values()) == [names]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Minister John Lund spoke. Minister Joan Lund left.", ["John Lund", "Joan Lund"]),
        ("Minister Daniel Brek spoke. Minister Daniela Brek left.", ["Daniel Brek", "Daniela Brek"]),
        ("Minister Ivan Brek spoke. Minister Ivan Lund left.", ["Ivan Brek", "Ivan Lund"]),
        ("Senator John A. Lund spoke. Senator John B. Lund left.", ["John A. Lund", "John B. Lund"]),
        ("Senator John Lund Jr. met Senator John Lund Sr. in Oslo.", ["John Lund Jr.", "John Lund Sr"]),
        ("Minister Maria Lund spoke. Minister Marta Lund left.", ["Maria Lund", "Marta Lund"]),
        ("Mr. Ivan Brek spoke. Mrs. Brek left.", ["Ivan Brek", "Brek"]),
        ("Mrs. Ana Brek spoke. Mr. Brek left.", ["Ana Brek", "Brek"]),
        ("Judge Ana Brek spoke. Mr. Brek left.", ["Ana Brek", "Brek"]),
        ("Minister Ivan Petrov spoke. Minister Anna Petrova left.", ["Ivan Petrov", "Anna Petrova"]),
        ("Kristin Lund met Kristen Lund in Oslo.", ["Kristin Lund", "Kristen Lund"]),
        ("Mr. Ivan Brek spoke. Mr. Pavel Lund left.", ["Ivan Brek", "Pavel Lund"]),
        ("King Manfred II spoke. King Manfred III slept.", ["Manfred II", "Manfred III"]),
        ("King Manfred IX spoke. King Manfred XI slept.", ["Manfred IX", "Manfred XI"]),
        ("Drs. Ana Lund and Ole Brek left.", ["Ana Lund", "Ole Brek"]),
        ("Ana Lund, M.D., Ph.D., met Ole Brek, M.A., in May.", ["Ana Lund", "Ole Brek"]),
    ],
)
def test_two_people(told: Told, text: str, people: list[str]) -> None:
    assert list(chains(told(text, upto="people"))) == people


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Mr. Ivan Brek met Mrs. Ana Brek. Mrs. Brek spoke.", "Ana Brek"),
        ("Mr. Ivan Brek met Mrs. Ana Brek. Mr. Brek spoke.", "Ivan Brek"),
        ("President Ivan Brek met Senator Ana Brek. President Brek spoke.", "Ivan Brek"),
        ("President Ivan Brek met Senator Ana Brek. Senator Brek spoke.", "Ana Brek"),
        ("Colonel Pavel Brek left. Colonel Ivan Brek slept. Brek woke.", "Ivan Brek"),
        ("Colonel Pavel Brek left. Colonel Ivan Brek slept. Pavel Brek ate. Brek woke.", "Pavel Brek"),
        ("Ivan Brek met Ana Brek. Ana spoke.", "Ana Brek"),
    ],
)
def test_two_of_one_surname(told: Told, text: str, last: str) -> None:
    record = told(text, upto="people")
    start = {
        m.start: f.value.name for f in record.of("person") if isinstance(f.value, Person) for m in f.value.mentions
    }
    names = [at for at in start if record.text[at:].startswith(("Brek ", "Ana s"))]
    assert start[max(names)] == last


def test_a_surname_of_two_is_a_doubt_that_is_told(told: Told) -> None:
    record = told("Colonel Pavel Brek left. Colonel Ivan Brek slept. Brek woke.", upto="people")
    assert reason(record, "Ivan Brek") == "2 people of the story may be meant by “Brek”; taken as the nearest"
    assert reason(record, "Pavel Brek") is None
    doubted = next(f for f in record.of("person") if isinstance(f.value, Person) and f.value.name == "Ivan Brek")
    assert doubted.confidence <= 0.75


def test_a_title_leaves_no_doubt(told: Told) -> None:
    record = told("President Ivan Brek met Senator Ana Brek. President Brek spoke.", upto="people")
    assert reason(record, "Ivan Brek") is None


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Ivan Brek spoke. The Brek brothers left.",
        "Mr. Ivan Brek spoke. The Brek family left.",
        "Mr. Ivan Brek spoke. Mr. and Mrs. Brek left.",
    ],
)
def test_a_family_is_nobody_in_it(told: Told, text: str) -> None:
    assert chains(told(text, upto="people")) == {"Ivan Brek": ["Ivan Brek"]}


@pytest.mark.parametrize(
    ("text", "name", "odd"),
    [
        ("President Pedro Saroyan left. President Pedro Saroyen came.", "Pedro Saroyan", ["Pedro Saroyen"]),
        ("Minister Sergei Lavrin left. Minister Sergey Lavrin came.", "Sergei Lavrin", ["Sergey Lavrin"]),
        ("Minister Mohammed Brek left. Minister Muhammad Brek came.", "Mohammed Brek", ["Muhammad Brek"]),
        ("Kristin Brek left. Kristen Brek came. Kristen Brek sat.", "Kristen Brek", ["Kristin Brek"]),
        ("Attorney Ivan Schneidermann left. Scheidermann came.", "Ivan Schneidermann", ["Scheidermann"]),
    ],
)
def test_a_spelling_is_told(told: Told, text: str, name: str, odd: list[str]) -> None:
    record = told(text, upto="people")
    (fact,) = record.of("person")
    assert isinstance(fact.value, Person)
    assert fact.value.name == name
    variants = [record.text[m.start : m.end] for m in fact.value.mentions if m.rule == "spelling variant"]
    assert variants == odd
    assert len(list(spellings(record))) == 1


@pytest.mark.parametrize("text", ["Ana Lund left. Lund came.", "Minister Lien Wei-han left. Lien Wei-Han came."])
def test_a_shorter_name_is_no_other_spelling(told: Told, text: str) -> None:
    assert list(spellings(told(text, upto="people"))) == []


@pytest.mark.parametrize(
    ("text", "words", "generation"),
    [
        ("J.K. Brek Jr.", ("j", "k", "brek"), "jr"),
        ("John Brek, Sr.", ("john", "brek"), "sr"),
        ("Ivan Brek III", ("ivan", "brek"), "iii"),
        ("Junior Brek", ("junior", "brek"), None),
        ("St. Brek", ("st", "brek"), None),
        ("", (), None),
    ],
)
def test_parts(text: str, words: tuple[str, ...], generation: str | None) -> None:
    assert (parts(text).words, parts(text).generation) == (words, generation)


@pytest.mark.parametrize(
    ("full", "short", "rule"),
    [
        ("Juan Brek Solana", "Brek Solana", "surname"),
        ("Juan Brek Solana", "Juan Brek", "middle name"),
        ("Juan Brek Solana", "Juan Solana", "middle name"),
        ("Juan Brek Solana", "Solana Brek", None),
        ("Juan Brek Solana", "Solana", None),
        ("Juan Brek", "Juan Brek", None),
        ("Juan Brek", "Juan Brek Solana", None),
    ],
)
def test_shorter(full: str, short: str, rule: str | None) -> None:
    assert shorter(parts(full), parts(short)) == rule


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("J. Lund", "John Lund", True),
        ("J. K. Lund", "John Karl Lund", True),
        ("J. Lund", "John Karl Lund", True),
        ("John K. Lund", "John Karl Lund", True),
        ("J. Lund", "Karl Lund", False),
        ("John A. Lund", "John B. Lund", False),
        ("John Lund", "John Lund", False),
        ("J. Lund", "J. Brek", False),
        ("J. Lund Jr.", "John Lund Sr.", False),
    ],
)
def test_initials(one: str, other: str, same: bool) -> None:
    assert by_initials(parts(one), parts(other)) is same
    assert by_initials(parts(other), parts(one)) is same


@pytest.mark.parametrize(
    ("full", "word", "ends"),
    [
        ("Ibrahim al-Brek", "brek", True),
        ("Ibrahim Brek", "al-brek", True),
        ("David Bar-Lund", "lund", True),
        ("David Lundén", "lunden", True),
        ("David Lundberg", "berg", False),
        ("", "berg", False),
    ],
)
def test_last_words(full: str, word: str, ends: bool) -> None:
    assert ends_with(parts(full), word) is ends


@given(st.text("abc .-", max_size=14), st.text("abc .-", max_size=14))
def test_any_two_names(one: str, other: str) -> None:
    a, b = parts(one), parts(other)
    assert same_words(a, b) is same_words(b, a)
    assert same_words(a, a) or not a.words
    assert variant(a, a) is None
    assert not (shorter(a, b) and shorter(b, a))


def test_a_son_is_not_his_father(told: Told) -> None:
    text = "Police arrested Ole Brek Jr. and his father, Ole Brek Sr., on Monday. Brek Jr. was freed."
    record = told(text, upto="people")
    people = [fact.value for fact in record.of("person") if isinstance(fact.value, Person)]
    son = next(person for person in people if person.name == "Ole Brek Jr.")
    assert "Brek Jr." in [text[m.start : m.end] for m in son.mentions]
    assert len(people) == 2


def test_the_gunman_named_beside_is_no_group(told: Told) -> None:
    record = told("The gunman, Ana Lund, fled. The gunman was caught.", upto="people")
    assert not list(record.of("organisation"))
