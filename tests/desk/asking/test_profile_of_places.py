"""A place in all the articles of a desk, and the list of all that it knows by name."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Story, shelved

from dateline.desk.asking.profiles.names_known import names_known
from dateline.desk.asking.profiles.place import place
from dateline.desk.desk import Desk
from dateline.errors import BadQuestion, NotInDesk

VARDE = {"geonames": 2612630, "lat": 55.621, "lon": 8.481, "country": "DNK", "feature": "PPLA2", "precision": "exact"}
DENMARK = {"geonames": 2623032, "lat": 56.0, "lon": 10.0, "country": "DNK", "feature": "PCLI", "precision": "country"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A blast in Varde, a meeting in Denmark, and a Varde that is on no map."""
    one = Story("one", "A blast shook Varde in Denmark. Ana Brek of the Brek Front fled. Denmark said: We mourn.")
    varde, state = one.place("Varde", **VARDE), one.place("Denmark", **DENMARK)
    brek, front = one.person("Ana Brek", "DNK"), one.body("Brek Front", "DNK", "REB")
    one.post(brek, "of the Brek Front", front)
    one.event("ASSAULT", "blast", actors=(front,), where=(varde,))
    one.said(state, "We mourn")
    two = Story("two", "Parliament met in Denmark. Ana Brek swam.", "2032-09-08")
    state = two.place("Denmark", **DENMARK)
    two.person("Ana Brek", "DNK")
    two.event("CONSULT", "met", where=(state,))
    three = Story("three", "Old Varde lies nowhere, they say.", "2031-04-09")
    three.place("Old Varde")
    with closing(shelved(tmp_path, one, two, three)) as connection:
        yield connection


def test_a_town(desk: sqlite3.Connection) -> None:
    varde = place(desk, "Varde")
    (placing,) = varde.placings
    assert (varde.name, placing.geonames, placing.precision, placing.articles) == ("Varde", 2612630, "exact", 1)
    assert varde.within is None
    (blast,) = varde.incidents.rows
    assert (blast.type, blast.sides, blast.place, blast.lat) == ("ASSAULT", ("place",), "Varde", 55.621)
    assert {each.name for each in varde.company.named} == {"Ana Brek", "Brek Front"}
    assert [hit.id for hit in varde.hits] == ["one"]


def test_a_country_has_what_happened_within_it_and_speaks(desk: sqlite3.Connection) -> None:
    denmark = place(desk, "Denmark")
    assert denmark.within == ("DNK", None)
    assert [row.type for row in denmark.incidents.rows] == ["CONSULT", "ASSAULT"]
    assert denmark.incidents.rows[0].place_precision == "country"
    assert ([row.words for row in denmark.statements.rows], denmark.statements.total) == (["We mourn"], 1)
    assert (denmark.articles, denmark.first, denmark.last) == (2, "2031-04-02", "2032-09-08")


def test_a_place_on_no_map_says_so(desk: sqlite3.Connection) -> None:
    old = place(desk, "Old Varde")
    assert old.placings[0].lat is None
    assert old.notes == ("where it lies is not known: the map has no such place, or several that it may be",)


def test_no_such_place(desk: sqlite3.Connection) -> None:
    with pytest.raises(NotInDesk, match="no place is called"):
        place(desk, "Ana Brek")


def test_all_that_is_known_by_name(desk: sqlite3.Connection) -> None:
    rows = names_known(desk)
    assert [(row.name, row.articles) for row in rows] == [
        ("Ana Brek", 2), ("Denmark", 2), ("Brek Front", 1), ("Old Varde", 1), ("Varde", 1)
    ]  # fmt: skip
    assert rows.total == 5
    brek = rows[0]
    assert (brek.kind, brek.first, brek.last, brek.countries) == ("person", "2031-04-02", "2032-09-08", ("DNK",))
    assert brek.posts == ("of the Brek Front, Brek Front",)


def test_the_list_is_narrowed(desk: sqlite3.Connection, tmp_path: Path) -> None:
    assert [row.name for row in names_known(desk, kind="place", country="Denmark")] == ["Denmark", "Varde"]
    assert [row.name for row in names_known(desk, "brek")] == ["Ana Brek", "Brek Front"]
    second = names_known(desk, order="name", limit=2, offset=1)
    assert ([row.name for row in second], second.total) == (["Brek Front", "Denmark"], 5)
    (note,) = names_known(desk, "Vardee").notes
    assert note == "nobody and nothing is called 'Vardee'; did you mean Varde or Old Varde?"
    with Desk(tmp_path / "news.db") as opened:
        assert [row.name for row in opened.names("Varde", kind="place")] == ["Varde"]
        assert opened.place("Varde").name == "Varde"


@pytest.mark.parametrize(
    "asked", [{"kind": "ship"}, {"order": "age"}, {"limit": 0}, {"offset": -1}, {"country": "Atlantis"}]
)
def test_what_makes_no_sense_is_refused(desk: sqlite3.Connection, asked: dict[str, object]) -> None:
    with pytest.raises(BadQuestion):
        names_known(desk, **asked)  # type: ignore[arg-type]
