"""What happened to somebody, or somewhere, over all the articles of a desk."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Story, shelved

from dateline.desk.asking.timelines.timeline import TimelineRow, timeline
from dateline.errors import BadQuestion
from dateline.values import Precision

ONE = (
    "Gunmen shot at Ana Brek in Khujand on Monday. Three people died, police said. Brek had led Radio Orla since 2029, "
    "and was minister from 2024 to 2026. A court charged her with fraud and theft. Brek praised Ivo Brek in Bokhtar."
)
TAJIKISTAN = {"country": "TJK", "precision": "exact"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A shooting in Tajikistan that two papers tell in the same words, and a visit."""
    stories = []
    for name, day in (("one", "2031-04-03"), ("two", "2031-04-04")):
        story = Story(name, ONE, day)
        brek, gunmen = story.person("Ana Brek"), story.body("Gunmen", form="nominal")
        khujand = story.place("Khujand", feature="PPLA", admin1="03", **TAJIKISTAN)
        bokhtar = story.place("Bokhtar", feature="PPLC", admin1="01", **TAJIKISTAN)
        monday = story.moment("Monday", "2031-03-31")
        police = story.said(story.body("police", form="nominal"), "Three people died", manner="indirect")
        shooting = story.event(
            "ASSAULT", "shot at", said_by=police, modes=("firearms",), actors=(gunmen,), recipients=(brek,),
            when=monday, where=(khujand,),
        )  # fmt: skip
        story.harm("Three people", effect="killed", low=3, high=3, best=3, event=shooting.id)
        since = story.moment("2029", "2029-01-01", "2029-12-31", "year")
        radio = story.body("Radio Orla")
        story.post(brek, "led", radio, since=since.id)
        span = story.moment("from 2024 to 2026", "2024-01-01", "2026-12-31", "year")
        story.post(brek, "minister", since=span.id, until=span.id, state="former")
        court = story.body("A court")
        story.charge("fraud and theft", accused=brek.id, court=court.id, offences=("fraud", "theft"), stage="charged")
        story.event("SUPPORT", "praised", actors=(brek,), recipients=(story.person("Ivo Brek"),), where=(bokhtar,))
        stories.append(story)
    three = Story("three", "Tajikistan warned Varnia. Rain fell on Khujand Foundation staff.", None)
    state = three.place("Tajikistan", geonames=1220409, feature="PCLI", country="TJK", precision="country")
    three.event("THREATEN", "warned", actors=(state,), recipients=(three.place("Varnia"),))
    three.event("DISASTER", "Rain", recipients=(three.body("Khujand Foundation"),))
    with closing(shelved(tmp_path, *stories, three)) as connection:
        yield connection


def told(desk: sqlite3.Connection, name: str, **asked: object) -> list[tuple[str, str, str | None]]:
    return [(row.what, row.words, row.earliest) for row in timeline(desk, name, **asked)]  # type: ignore[arg-type]


def test_a_life_in_the_order_of_time(desk: sqlite3.Connection) -> None:
    assert told(desk, "Ana Brek") == [
        ("post taken", "minister", "2024-01-01"),
        ("post left", "minister", "2026-01-01"),
        ("post taken", "led", "2029-01-01"),
        ("event", "shot at", "2031-03-31"),
        ("charge", "fraud; theft", "2031-04-03"),
        ("event", "praised", "2031-04-03"),
    ]


def test_an_event_with_all_that_is_told_of_it(desk: sqlite3.Connection) -> None:
    (row,) = timeline(desk, "Khujand", kinds=["place"])
    assert (row.type, row.modes, row.who, row.whom, row.where) == (
        "ASSAULT", ("firearms",), ("Gunmen",), ("Ana Brek",), ("Khujand",),
    )  # fmt: skip
    assert (row.killed_low, row.killed_high, row.wounded_low) == (3, 3, None)
    assert (row.status, row.said_by) == ("asserted", "police")
    assert row.sentence == "Gunmen shot at Ana Brek in Khujand on Monday."
    assert (row.article, row.articles, row.outlet) == ("one", 2, "The Lund Post")
    assert row.fact.startswith("event-")


def test_a_post_and_a_charge(desk: sqlite3.Connection) -> None:
    rows = {row.words: row for row in timeline(desk, "Ana Brek")}
    assert (rows["led"].who, rows["led"].whom, rows["led"].type) == (("Ana Brek",), ("Radio Orla",), "current")
    charge = rows["fraud; theft"]
    assert (charge.type, charge.who, charge.whom) == ("charged", ("A court",), ("Ana Brek",))


def test_how_exactly_a_time_is_known(desk: sqlite3.Connection) -> None:
    taken, left, led, shot, charge, _ = timeline(desk, "Ana Brek")
    assert [(row.latest, row.precision) for row in (taken, left)] == [("2024-12-31", "year"), ("2026-12-31", "year")]
    assert (led.earliest, led.latest, led.precision) == ("2029-01-01", "2029-12-31", "year")
    assert (shot.timed_by, charge.timed_by, charge.precision) == ("fact", "article", "day")


def test_a_body_has_its_posts_too(desk: sqlite3.Connection) -> None:
    assert told(desk, "Radio Orla") == [("post taken", "led", "2029-01-01")]


def test_a_country_holds_its_places_and_acts(desk: sqlite3.Connection) -> None:
    assert [words for _, words, _ in told(desk, "Tajikistan")] == ["shot at", "praised", "warned"]
    assert timeline(desk, "Tajikistan").notes == ("with places in: Tajikistan",)
    assert told(desk, "Tajikistan")[-1][2] is None


def test_a_province_that_only_the_gazetteer_names(desk: sqlite3.Connection) -> None:
    found = timeline(desk, "Sughd")
    assert ([row.words for row in found], found.notes) == (["shot at"], ("with places in: Sughd, Tajikistan",))


def test_the_kind_that_most_bear_is_meant(desk: sqlite3.Connection) -> None:
    assert [words for _, words, _ in told(desk, "Khujand")] == ["shot at"]
    assert [words for _, words, _ in told(desk, "Khujand", kinds=["organisation"])] == ["Rain"]


def test_a_name_of_several_says_who_is_meant(desk: sqlite3.Connection) -> None:
    assert timeline(desk, "Brek").notes == ("meant: Ana Brek, Ivo Brek",)


def test_since_and_until_meet_the_interval(desk: sqlite3.Connection) -> None:
    assert [words for _, words, _ in told(desk, "Ana Brek", since="2029-06", until="2031-03")] == ["led", "shot at"]
    assert told(desk, "Tajikistan", since="2032") == []


def test_of_many_the_latest(desk: sqlite3.Connection) -> None:
    found = timeline(desk, "Ana Brek", limit=2)
    assert ([row.words for row in found], found.total) == (["fraud; theft", "praised"], 6)


def test_what_was_judged_wrong_did_not_happen(desk: sqlite3.Connection) -> None:
    for row in timeline(desk, "Ana Brek"):
        desk.execute(
            "INSERT INTO judgements (left, verdict, who, at) VALUES (?, 'wrong', 'an editor', '2031-06-01')",
            (row.fact,),
        )
    assert {(row.article, row.articles) for row in timeline(desk, "Ana Brek")} == {("two", 1)}


def test_nobody_of_this_name(desk: sqlite3.Connection) -> None:
    found = timeline(desk, "Zelma Quist")
    assert (len(found), found.total, found.kind, found.notes) == (0, 0, TimelineRow, ())


def test_no_such_kind(desk: sqlite3.Connection) -> None:
    with pytest.raises(BadQuestion, match="kinds cannot be 'ship'; give one of person, organisation, place"):
        timeline(desk, "Brek", kinds=["ship"])  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "taken", "left"),
    [
        ("2024-01-01", "2026-12-31", "year", ("2024-01-01", "2024-12-31"), ("2026-01-01", "2026-12-31")),
        ("2024-02-01", "2024-05-31", "month", ("2024-02-01", "2024-02-29"), ("2024-05-01", "2024-05-31")),
        ("2024-02-03", "2024-02-09", "day", ("2024-02-03", "2024-02-03"), ("2024-02-09", "2024-02-09")),
    ],
)
def test_a_post_held_from_then_to_then(
    tmp_path: Path, earliest: str, latest: str, precision: Precision, taken: tuple[str, str], left: tuple[str, str]
) -> None:
    story = Story("one", "Olle Brek was mayor then.")
    span = story.moment("then", earliest, latest, precision)
    story.post(story.person("Olle Brek"), "mayor", since=span.id, until=span.id)
    with closing(shelved(tmp_path, story)) as desk:
        assert [(row.earliest, row.latest) for row in timeline(desk, "Olle Brek")] == [taken, left]


@pytest.mark.parametrize(("towns", "words"), [(1, ["shot", "fell"]), (5, ["shot"])])
def test_a_name_that_mostly_means_a_town_is_not_the_province(tmp_path: Path, towns: int, words: list[str]) -> None:
    stories = [Story(f"town {number}", f"Somebody shot at Orla {number}.") for number in range(towns)]
    for story in stories:
        town = story.place("Orla", country="NOR", admin1="09", feature="PPL", precision="exact")
    stories[-1].event("ASSAULT", "shot", where=(town,))
    province = Story("province", "Snow fell in Lund, Orla.", "2031-05-01")
    province.place("Orla", country="SWE", admin1="27", feature="ADM1", precision="admin1")
    lund = province.place("Lund", country="SWE", admin1="27", feature="PPL", precision="exact")
    province.event("DISASTER", "fell", where=(lund,))
    with closing(shelved(tmp_path, *stories, province)) as desk:
        assert [row.words for row in timeline(desk, "Orla")] == words
