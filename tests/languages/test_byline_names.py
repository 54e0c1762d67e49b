"""The writers' names in bylines of many languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.languages.bylines import bylines_of


@pytest.mark.parametrize(
    ("value", "authors"),
    [
        ("Joana Reis", ["Joana Reis"]),
        ("By Joana Reis and Paulo Vaz", ["Joana Reis", "Paulo Vaz"]),
        ("joanar", ["joanar"]),
        ("river42", ["river42"]),
        ("Joana Reis, PhD", ["Joana Reis"]),
        ("Joana Reis, M.D., Paulo Vaz, Ph.D.", ["Joana Reis", "Paulo Vaz"]),
        ("Joana Reis @joanareis", ["Joana Reis"]),
        ("Joana Reis <joana@example.org>", ["Joana Reis"]),
        ("Joana Reis, Reuters", ["Joana Reis"]),
        ("Joana Reis - River Press", ["Joana Reis", "River Press"]),
        ("Joana Reis, Staff Writer", ["Joana Reis"]),
        ("https://example.org/joana", []),
        ("admin", []),
        ("webmaster", []),
        ("Reuters", []),
        ("Reuters Staff", []),
        ("The Associated Press", []),
        ("AP Lisbon", []),
        ("Joana Reis Reuters", []),
        ("Reuters in Lisbon", []),
        ("Reuters Lisbon", []),
        ("Reuters, Lisbon", []),
        ("Reuters, Joana Reis", ["Joana Reis"]),
        ("Lusa Prado", ["Lusa Prado"]),
        ("Joana Bloomberg", ["Joana Bloomberg"]),
        ("Petra Reis and Map Vaz", ["Petra Reis", "Map Vaz"]),
        ("Joana Reis has been writing of ports and of rivers for many years", []),
    ],
)
def test_the_authors_of_a_field(value: str, authors: list[str]) -> None:
    assert bylines_of("en").authors(value) == authors


@pytest.mark.parametrize(
    ("language", "line", "people"),
    [
        ("de", "Von Joana Reis und Paulo Vaz", ["Joana Reis", "Paulo Vaz"]),
        ("fr", "Par Joana Reis et Paulo Vaz", ["Joana Reis", "Paulo Vaz"]),
        ("es", "Por Joana Reis y Paulo Vaz", ["Joana Reis", "Paulo Vaz"]),
        ("es", "Por José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("pt", "Por Joana Reis e Paulo Vaz", ["Joana Reis", "Paulo Vaz"]),
        ("sv", "Av Joana Reis och Paulo Vaz", ["Joana Reis", "Paulo Vaz"]),
        ("fr", "Auteur : Joana Reis", ["Joana Reis"]),
        ("en", "Author: Joana Reis", ["Joana Reis"]),
        ("en", "By Joana Reis and Paulo Vaz", ["Joana Reis", "Paulo Vaz"]),
        ("xx", "By Joana Reis", ["Joana Reis"]),
        ("en", "By Joana Reis Monday, November 4", ["Joana Reis"]),
        ("en", "By Joana Reis Published", ["Joana Reis"]),
        ("en", "Joana Reis THE RIVER PRESS", ["Joana Reis"]),
        ("en", "Joana REIS", ["Joana REIS"]),
        ("en", "JOANA REIS", ["JOANA REIS"]),
        ("en", "By April Reis", ["April Reis"]),
        ("en", "By Petra Vaz", ["Petra Vaz"]),
        ("fr", "Par Joana Le Goff et Paulo La Rocca", ["Joana Le Goff", "Paulo La Rocca"]),
        ("nl", "Door Joana Van Der Reis", ["Joana Van Der Reis"]),
        ("en", "By Joana De Reis, Staff Writer", ["Joana De Reis"]),
        ("en", "By Joana Staff Reis", []),
        ("en", "By Le Courrier", []),
    ],
)
def test_the_people_of_a_line(language: str, line: str, people: list[str]) -> None:
    assert bylines_of(language).people(line) == people


@pytest.mark.parametrize(
    ("language", "line", "rest"),
    [
        ("en", "Posted on Monday by Joana Reis", "Joana Reis"),
        ("de", "Alle Beiträge von Joana Reis", "Joana Reis"),
        ("en", "Joana Reis", None),
        ("en", "Stand by", None),
    ],
)
def test_what_stands_behind_the_words_that_open_a_byline(language: str, line: str, rest: str | None) -> None:
    assert bylines_of(language).behind(line) == rest


def test_a_line_that_opens_like_a_byline() -> None:
    words = bylines_of("en")
    assert words.opened("By Joana Reis") == "Joana Reis"
    assert words.opened("Bystanders ran") is None
    assert words.opened("By") is None


def test_agencies_beside_the_writers() -> None:
    assert bylines_of("en").agencies("Joana Reis, Reuters") == ["Reuters"]
    assert bylines_of("en").agencies("Joana Reis") == []
    assert bylines_of("en").agencies("Petra Reis, Xinhua") == ["Xinhua"]
    assert bylines_of("en").agencies("Agence France-Presse") == ["Agence France-Presse"]


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("Reuters Staff", ["Reuters"]),
        ("Reuters in Lisbon", ["Reuters"]),
        ("AP Lisbon", ["AP"]),
        ("The Associated Press", ["Associated Press"]),
        ("Joana Reis Reuters", ["Reuters"]),
        ("Reuters and AFP", ["Reuters", "AFP"]),
        ("Bloomberg Prado", []),
        ("Joana Bloomberg", []),
    ],
)
def test_the_name_of_the_agency_alone(line: str, agencies: list[str]) -> None:
    assert bylines_of("en").agencies(line) == agencies


def test_small_words_tell_an_institution() -> None:
    assert bylines_of("en").is_institution("Institute across Borders")
    assert not bylines_of("en").is_institution("Joana van der Berg")
    assert not bylines_of("en").is_institution("joanar")


@given(st.text(max_size=60), st.sampled_from(["en", "de", "es", "ar", "xx"]))
def test_every_name_stands_in_its_line(line: str, language: str) -> None:
    words = bylines_of(language)
    assert all(name in line for name in (*words.people(line), *words.agencies(line)))
