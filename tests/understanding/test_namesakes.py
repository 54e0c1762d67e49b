"""Whom a bare surname does not mean: people who come in later, as somebody's wife or with a leader's surname."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.values import Organisation, Person, Role


def chains(record: Record) -> dict[str, list[str]]:
    """Each person with the names that mean them."""
    found: dict[str, list[str]] = {}
    for fact in record.of("person"):
        assert isinstance(fact.value, Person)
        found[fact.value.name] = [record.text[m.start : m.end] for m in fact.value.mentions if m.form == "name"]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nobody knows what Lund will do. His wife Karen Lund spoke on Monday. Lund listened.",
            {"Lund": ["Lund", "Lund"], "Karen Lund": ["Karen Lund"]},
        ),
        (
            "The crowd cheered Lund. Ingrid Lund, his wife, spoke on Monday. Mrs. Lund wept.",
            {"Lund": ["Lund"], "Ingrid Lund": ["Ingrid Lund", "Lund"]},
        ),
        (
            "Policies of Merkel were popular here. The singer Anna Merkel spoke on Monday. Merkel was away.",
            {"Merkel": ["Merkel", "Merkel"], "Anna Merkel": ["Anna Merkel"]},
        ),
        # Whoever is no kin and bears no leader's name is meant, though the surname comes first.
        (
            "Nobody knows what Lund will do. Karen Lund spoke on Monday. Lund wept.",
            {"Karen Lund": ["Lund", "Karen Lund", "Lund"]},
        ),
        ("Karen Lund, his wife, spoke on Monday. Lund wept.", {"Karen Lund": ["Karen Lund", "Lund"]}),
        ("People cheered Merkel. Angela Merkel spoke.", {"Angela Merkel": ["Merkel", "Angela Merkel"]}),
    ],
)
def test_a_bare_surname_is_not_the_latecomers(told: Told, text: str, expected: dict[str, list[str]]) -> None:
    assert chains(told(text, upto="people")) == expected


@pytest.mark.parametrize(
    ("text", "state", "country"),
    [
        ("Former Norwegian President Ana Berg died on Monday.", "former", "NOR"),
        ("The ex-Kenyan prime minister Ana Berg died on Monday.", "former", "KEN"),
        ("The Norwegian President Ana Berg died on Monday.", "current", "NOR"),
    ],
)
def test_former_before_a_nationality(told: Told, text: str, state: str, country: str) -> None:
    role = next(fact.value for fact in told(text, upto="roles").of("role") if isinstance(fact.value, Role))
    assert (role.state, role.country) == (state, country)


@pytest.mark.parametrize(
    ("text", "titles", "body"),
    [
        ("BrekBank Chairman Ana Berg spoke.", ["Chairman"], "BrekBank"),
        ("BrekBank Chairman and CEO Ana Berg spoke.", ["Chairman", "CEO"], "BrekBank"),
        ("They met Fjord Radio Director Ana Berg of Fjord Radio.", ["Director"], "Fjord Radio"),
    ],
)
def test_the_body_before_a_post_is_no_part_of_it(told: Told, text: str, titles: list[str], body: str) -> None:
    record = told(text, upto="roles")
    bodies = {f.id: f.value.name for f in record.of("organisation") if isinstance(f.value, Organisation)}
    roles = [f.value for f in record.of("role") if isinstance(f.value, Role)]
    assert sorted(role.title for role in roles) == sorted(titles)
    assert {bodies.get(role.organisation or "") for role in roles} == {body}


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Her presidency began in May.", []),
        ("A Lund administration would wait.", []),
        ("The administration said no.", ["administration"]),
        ("His administration said no.", ["administration"]),
    ],
)
def test_a_time_in_office_is_no_body(told: Told, text: str, bodies: list[str]) -> None:
    record = told(text, upto="organisations")
    assert [f.value.name for f in record.of("organisation") if isinstance(f.value, Organisation)] == bodies
