"""The parts of a profile by themselves: coverage, company, who is kept apart, pages of events."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Story, shelved

from dateline.desk.asking.profiles.appearances import appearances_of, incidents_at
from dateline.desk.asking.profiles.company import company_of
from dateline.desk.asking.profiles.coverage import Coverage, Page, citations_of, coverage_of
from dateline.desk.asking.profiles.intervals import Interval, common
from dateline.desk.asking.profiles.profile import profile
from dateline.desk.asking.profiles.subject import subject_of
from dateline.desk.asking.who.identities import whos_of
from dateline.desk.desk import Desk

DAYS = ("2031-01-05", "2033-03-05", "2035-05-05", "2037-07-05")


def visit(number: int, day: str) -> Story:
    """Ana Brek goes somewhere with somebody."""
    town, friend = ("Varde", "Lund", "Bergen", "Kelso")[number], ("Ivo Sund", "Nadia Rahim")[number % 2]
    story = Story(f"visit-{number}", f"Ana Brek threatened {friend} over affair {number} in {town}.", day)
    brek, other = story.person("Ana Brek", "DNK", "GOV"), story.person(friend, "DNK")
    there = story.moment(f"affair {number}", day)
    where = story.place(
        town, country="DNK", geonames=100 + number, lat=50.0 + 3 * number, lon=8.0, feature="PPL", precision="exact"
    )
    kind = ("THREATEN", "CONSULT", "ASSAULT", "AID")[number]
    story.event(kind, "threatened", actors=(brek,), recipients=(other,), when=there, where=(where,))
    return story


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Four visits, months apart."""
    with closing(shelved(tmp_path, *(visit(number, day) for number, day in enumerate(DAYS)))) as connection:
        yield connection


def facts(desk: sqlite3.Connection, name: str) -> list[int]:
    return subject_of(desk, name, ("person", "organisation", "place")).facts


def test_coverage_is_in_the_order_of_days(desk: sqlite3.Connection) -> None:
    coverage = coverage_of(desk, [3, 1, 2])
    assert list(coverage.days.values()) == ["2035-05-05", "2033-03-05", "2031-01-05"]
    assert (coverage.first, coverage.last, coverage.texts) == ("2031-01-05", "2035-05-05", {1: 1, 2: 1, 3: 1})
    assert coverage.latest([(10, 1), (20, 2), (21, 2), (90, 9)]) == [20, 21, 10], "another's article is not of it"


def test_coverage_without_days() -> None:
    nowhere = Coverage(days={1: None}, texts={1: 1})
    assert (nowhere.first, nowhere.last) == (None, None)
    assert nowhere.latest([(7, 1)]) == [7]


def test_events_a_page_at_a_time(desk: sqlite3.Connection) -> None:
    brek = facts(desk, "Ana Brek")
    first, second = (appearances_of(desk, brek, Page(at, 3)) for at in (0, 3))
    assert [row.earliest for row in (*first.rows, *second.rows)] == list(reversed(DAYS))
    assert first.total == second.total == 4
    assert {row.sides for row in first.rows} == {("actor",)}
    assert appearances_of(desk, facts(desk, "Ivo Sund"), Page()).rows[0].sides == ("recipient",)
    assert appearances_of(desk, [], Page()).total == 0


def test_few_of_many_events_are_looked_up_one_by_one(desk: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    brek = facts(desk, "Ana Brek")
    by_index = appearances_of(desk, brek, Page())
    monkeypatch.setattr("dateline.desk.asking.profiles.appearances.MANY", 0)
    assert appearances_of(desk, brek, Page()) == by_index


def test_events_at_a_place(desk: sqlite3.Connection) -> None:
    (row,) = incidents_at(desk, facts(desk, "Lund"), Page()).rows
    assert (row.sides, row.earliest) == (("place",), "2033-03-05")


def test_company_of_some_articles_and_kinds(desk: sqlite3.Connection) -> None:
    own = subject_of(desk, "Ana Brek", ("person",)).key
    everybody = company_of(desk, [4, 3, 2, 1], own)
    assert {each.name: each.articles for each in everybody.named if each.kind == "person"} == {
        "Ivo Sund": 2,
        "Nadia Rahim": 2,
    }
    assert len(everybody.ties) == 4, "each friend in two towns, and no town with another"
    people = company_of(desk, [4, 3], own, ("person",))
    assert (len(people.named), people.ties, people.counted) == (2, (), 2)
    assert company_of(desk, [], own).named == ()


def test_who_is_named_and_where_told(desk: sqlite3.Connection) -> None:
    brek = facts(desk, "Ana Brek")
    assert {each.name for each in whos_of(desk, brek).values()} == {"Ana Brek"}
    assert citations_of(desk, brek[:1])[brek[0]].article == "visit-0"


def test_a_person_says_that_two_are_two(desk: sqlite3.Connection, tmp_path: Path) -> None:
    ids = [given for (given,) in desk.execute("SELECT id FROM facts JOIN people ON fact = key WHERE name = 'Ana Brek'")]
    desk.close()
    with Desk(tmp_path / "news.db") as opened:
        opened.judge("different", ids[0], ids[1], "a namesake", who="nora")
        parted = opened.profile(ids[0])
        (other,) = [each for each in parted.likenesses if each.id == opened.profile(ids[1]).id]
        assert (other.verdict, other.decided_by, other.reasons[0]) == ("different", "nora", "a namesake")


def test_a_name_that_several_have_is_told_to_be_one_of_them(tmp_path: Path) -> None:
    stories = [visit(number, day) for number, day in enumerate(DAYS)]
    other = Story("other", "Ana Brek of Chile sang.", "2031-04-20")
    other.person("Ana Brek", "CHL", "ART")
    with closing(shelved(tmp_path, *stories, other)) as connection:
        brek = profile(connection, "Ana Brek")
        assert (brek.articles, brek.countries) == (4, {"DNK": 4})
        assert [each.articles for each in brek.likenesses] == [1]
        assert profile(connection, brek.likenesses[0].id).countries == {"CHL": 1}


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (("2031-01-01", "2031-12-31"), ("2031-05-01", "2031-05-31"), ("2031-05-01", "2031-05-31")),
        (("2031-01-01", "2031-06-30"), ("2031-05-01", "2031-12-31"), ("2031-05-01", "2031-06-30")),
        (
            ("2031-05-02", "2031-05-02"),
            ("2031-05-02T08:00", "2031-05-02T09:00"),
            ("2031-05-02T08:00", "2031-05-02T09:00"),
        ),
        (("2031-05-02", "2031-05-02"), ("2031-05-03", "2031-05-03"), None),
    ],
)
def test_what_two_intervals_have_in_common(
    one: tuple[str, str], other: tuple[str, str], both: tuple[str, str] | None
) -> None:
    for pair in ((one, other), (other, one)):
        found = common(Interval(*each) for each in pair)
        assert (found and (found.earliest, found.latest)) == both
