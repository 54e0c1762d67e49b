"""Finding people, organisations and places by name."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Story, shelved

from dateline.desk.asking.who.names import NameKind, bearers, contained, known_as, named
from dateline.desk.asking.who.suggestions import suggestions

TEXTS = {
    "one": "Ormali Mahmudov of Varnia met Ana Brek in Lund.",
    "two": "Ormali Makhmudov spoke. Brek listened. Petra Putin and Ivo Biden stayed at home.",
    "three": "The Varnian Transport Watch (VTW) opened an office in New York, not in York.",
    "four": "Kim Dal-su flew from Khatlon Province to Moskva. Ana Maria Brek of the VTW Club waved.",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Four stories with people, bodies and places."""
    one, two, three, four = (Story(name, text) for name, text in TEXTS.items())
    for name in ("Ormali Mahmudov", "Ana Brek"):
        one.person(name)
    one.place("Lund")
    for name in ("Ormali Makhmudov", "Brek", "Petra Putin", "Ivo Biden"):
        two.person(name)
    three.body("Varnian Transport Watch", alias="VTW, The Watchers")
    three.place("New York", geonames=5128638)
    three.place("York.", name="York")
    four.person("Kim Dal-su")
    four.person("Ana Maria Brek")
    four.body("VTW Club")
    four.place("Khatlon Province", geonames=1347488)
    four.place("Moskva", name="Moscow", geonames=524901)
    with closing(shelved(tmp_path, one, two, three, four)) as connection:
        yield connection


def found(desk: sqlite3.Connection, name: str, *kinds: NameKind) -> list[str]:
    return [bearer.name for bearer in bearers(desk, name, kinds or ("person", "organisation", "place"))]


def test_a_name_is_found_in_every_spelling(desk: sqlite3.Connection) -> None:
    both = ["Ormali Mahmudov", "Ormali Makhmudov"]
    assert found(desk, "Ormali Mahmudov") == found(desk, "ormali makhmudov") == both
    assert found(desk, "Ормали Махмудов") == both


def test_a_surname_finds_its_people(desk: sqlite3.Connection) -> None:
    assert found(desk, "Makhmudov") == ["Ormali Mahmudov", "Ormali Makhmudov"]
    assert found(desk, "Brek") == ["Ana Brek", "Brek", "Ana Maria Brek"]


def test_a_given_name_finds_its_people(desk: sqlite3.Connection) -> None:
    assert found(desk, "Petra") == ["Petra Putin"]


def test_a_full_name_does_not_find_who_is_only_called_by_the_surname(desk: sqlite3.Connection) -> None:
    assert found(desk, "Ana Brek") == ["Ana Brek", "Ana Maria Brek"]


def test_titles_and_initials_are_not_asked_for(desk: sqlite3.Connection) -> None:
    assert found(desk, "President Mahmudov") == ["Ormali Mahmudov", "Ormali Makhmudov"]
    assert found(desk, "Ormali K. Mahmudov") == ["Ormali Mahmudov", "Ormali Makhmudov"]


def test_names_that_fold_alike_are_told_apart(desk: sqlite3.Connection) -> None:
    assert found(desk, "Putin") == ["Petra Putin"]
    assert found(desk, "Biden") == ["Ivo Biden"]


def test_a_surname_like_another_is_not_meant(desk: sqlite3.Connection) -> None:
    assert not {"Ana Brek", "Ana Maria Brek"} & {*found(desk, "Breg"), *found(desk, "Brak")}


def test_words_that_one_writes_together_and_another_apart(desk: sqlite3.Connection) -> None:
    assert found(desk, "Kim Dalsu") == found(desk, "Kim Dal Su") == ["Kim Dal-su"]


def test_an_alias_is_a_name(desk: sqlite3.Connection) -> None:
    assert found(desk, "VTW") == ["Varnian Transport Watch", "VTW Club"]
    assert found(desk, "The Watchers") == ["Varnian Transport Watch"]


def test_of_places_only_the_whole_name_counts(desk: sqlite3.Connection) -> None:
    assert found(desk, "York", "place") == ["York"]
    assert found(desk, "New York", "place") == ["New York"]


def test_what_says_the_kind_of_a_place_may_be_left_out(desk: sqlite3.Connection) -> None:
    assert found(desk, "Khatlon") == found(desk, "Khatlon region") == ["Khatlon Province"]


def test_a_place_is_found_by_what_the_gazetteer_also_calls_it(desk: sqlite3.Connection) -> None:
    assert found(desk, "Moskva") == ["Moscow"]
    assert 524901 in known_as("Moscow")


def test_kinds_narrow_it(desk: sqlite3.Connection) -> None:
    assert found(desk, "Brek", "organisation") == []
    assert named(desk, "Lund", ("place",)) == [bearer.fact for bearer in bearers(desk, "Lund")]


@pytest.mark.parametrize("name", ["", " ", "!?", "Zelma Quist", "x" * 5000, "a " * 400, "'; DROP TABLE facts; --"])
def test_what_nobody_is_called_finds_nobody(desk: sqlite3.Connection, name: str) -> None:
    assert named(desk, name) == []


def test_a_part_of_a_name() -> None:
    assert contained("Makhmudov", "Ormali Mahmudov")
    assert not contained("Ormali Ormali", "Ormali Mahmudov")
    assert not contained("", "Ormali Mahmudov")


def test_near_names_are_suggested(desk: sqlite3.Connection) -> None:
    assert suggestions(desk, "Ormali Mahmodof")[0] == "Ormali Mahmudov"
    assert "Ivo Biden" in suggestions(desk, "Ivo Bidden")
    assert suggestions(desk, "Petra Puntin") == ("Petra Putin",)
    assert suggestions(desk, "Moscaw") == ("Moscow",)


def test_nothing_near_suggests_nothing(desk: sqlite3.Connection) -> None:
    assert suggestions(desk, "Zelma Quist") == suggestions(desk, "") == ()
