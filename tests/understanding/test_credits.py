"""Credits: the person and the agency of a picture."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.values import Credit, Person

BODY = "Photographer Ana Pires saw the port of Faro. Ana Pires was there early."


def credit_of(told: Told, line: str) -> tuple[Record, Credit]:
    record = told(f"{BODY}\n{line}", upto="credits", credit=line)
    (fact,) = record.of("credit")
    assert isinstance(fact.value, Credit)
    assert record.words(fact.value.block) == record.words(fact.spans[0]) == line
    return record, fact.value


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("© LUSA/Ana Pires", "LUSA"),
        ("(AP Photo/Ana Pires)", "AP"),
        ("Photo: Ana Pires / Getty Images", "Getty Images"),
        ("REUTERS/Ana Pires/File Photo", "REUTERS"),
        ("Ana Pires/AFP via Getty Images", "AFP"),
        ("Photo: Ana Pires", None),
    ],
)
def test_the_agency_and_the_person_of_a_credit(told: Told, line: str, agency: str | None) -> None:
    record, value = credit_of(told, line)
    person = record.get(value.person)
    assert value.agency == agency
    assert person is not None
    assert isinstance(person.value, Person)
    assert person.value.name == "Ana Pires"


def test_an_agency_nobody_knows_stands_before_the_slash(told: Told) -> None:
    assert credit_of(told, "QUXPRESS/Ana Pires")[1].agency == "QUXPRESS"


def test_an_agency_alone(told: Told) -> None:
    _, value = credit_of(told, "© Getty Images")
    assert (value.person, value.agency) == (None, "Getty Images")


@pytest.mark.parametrize("line", ["Photo: handout", "©", "file photo"])
def test_a_line_that_names_nobody_is_no_credit(told: Told, line: str) -> None:
    assert told(f"{BODY}\n{line}", upto="credits", credit=line).of("credit") == []


def test_no_credit_lines_no_credits(told: Told) -> None:
    assert told(BODY, upto="credits").of("credit") == []


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("AFP / Ana PIRES", "AFP"),
        ("Credit: Ana Pires, Reuters", "Reuters"),
        ("FILE PHOTO: REUTERS/Ana Pires", "REUTERS"),
        ("Photo by Ana Pires", None),
        ("Photo/Ana Pires", None),
        ("Courtesy of Ana Pires", None),
        ("handout / Ana Pires", None),
        ("Copyright 2015 Ana Pires", None),
    ],
)
def test_labels_of_pictures_are_no_agencies(told: Told, line: str, agency: str | None) -> None:
    record, value = credit_of(told, line)
    person = record.get(value.person)
    assert person is not None
    assert isinstance(person.value, Person)
    assert (person.value.name, value.agency) == ("Ana Pires", agency)


@pytest.mark.parametrize("line", ["AP Photo", "Photo: AFP", "Image: Getty"])
def test_an_agency_and_a_label(told: Told, line: str) -> None:
    record, value = credit_of(told, line)
    assert value.person is None
    assert value.agency is not None
    assert value.agency in line
    assert record.of("credit")[0].confidence == 0.9


def test_every_credit_line_is_read_by_itself(told: Told) -> None:
    line = "AFP/Ana Pires"
    record = told(f"{BODY}\n{line}\nThe quay\n{line}", upto="credits", credit=line)
    found = record.of("credit")
    assert len(found) == 2
    assert {record.words(fact.spans[0]) for fact in found} == {line}
    assert len({fact.spans[0] for fact in found}) == 2


def test_a_surer_credit_names_an_agency(told: Told) -> None:
    with_agency, without = (told(f"{BODY}\n{x}", upto="credits", credit=x) for x in ("AFP/Ana Pires", "Ana Pires"))
    assert with_agency.of("credit")[0].confidence > without.of("credit")[0].confidence
