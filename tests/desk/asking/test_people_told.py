"""Who is named in a desk: rows of people and of bodies."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Story, shelved

from dateline.desk.asking.people.encounters import NAMED
from dateline.desk.asking.people.people import PersonRow, people
from dateline.desk.desk import Desk
from dateline.errors import BadQuestion

SECOND_PARTS = ("dal", "vik", "berg", "gren", "fors", "stad")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Five stories: Ormali Mahmudov of Varnia in three of them, in two spellings."""
    one = Story(
        "one", "Ormali Mahmudov, president of the Varnian League, met farmers. He said: We will dig.", "2031-04-02"
    )
    leader = one.person("Ormali Mahmudov", "NOR", "GOV")
    league = one.body("Varnian League", "NOR", "PTY")
    one.post(leader, "president", league)
    one.said(leader, "We will dig")
    one.event("CONSULT", "met", actors=(leader,), recipients=(one.body("farmers", sector="LAB", form="nominal"),))
    two = Story("two", "ORMALI MAKHMUDOV resigned. Petra Lund, his wife, wept. Ivo cheered.", "2031-04-05")
    leader = two.person("ORMALI MAKHMUDOV", "NOR", "GOV")
    two.post(leader, "resigned", state="former")
    two.post(two.person("Petra Lund", "SWE"), "wife", relative=leader.id)
    two.person("Ivo")
    three = Story("three", "The former president Ormali Mahmudov slept. Ivo wrote to the Varnian League.", "2031-04-09")
    three.post(three.person("Ormali Mahmudov"), "former president", state="former")
    three.person("Ivo")
    three.body("Varnian League")
    four = Story("four", "Petra Lund of Denmark won. Police cheered, said a President.", None)
    four.person("Petra Lund", "DNK")
    four.body("Police", form="nominal")
    four.person("President")
    five = Story("five", "Petra Lund sang in Malmo.", "2031-05-01")
    five.person("Petra Lund")
    with closing(shelved(tmp_path, one, two, three, four, five)) as connection:
        yield connection


def row(desk: sqlite3.Connection, name: str) -> PersonRow:
    (found,) = people(desk, name)
    return found


def test_spellings_of_one_name_are_one_row(desk: sqlite3.Connection) -> None:
    leader = row(desk, "mahmudov")
    assert (leader.name, leader.spellings) == ("Ormali Mahmudov", ("ORMALI MAKHMUDOV",))
    assert (leader.articles, leader.first, leader.last) == (3, "2031-04-02", "2031-04-09")
    assert (leader.countries, leader.sectors) == (("NOR",), ("GOV",))


def test_posts_and_numbers(desk: sqlite3.Connection) -> None:
    leader = row(desk, "mahmudov")
    assert leader.posts == ("president, Varnian League", "former president (former)", "resigned (former)")
    assert (leader.statements, leader.events) == (1, 1)


def test_kinship_is_no_post(desk: sqlite3.Connection) -> None:
    assert all(not each.posts for each in people(desk, "Petra Lund"))


def test_namesakes_of_two_countries_are_two(desk: sqlite3.Connection) -> None:
    found = [(each.countries, each.articles) for each in people(desk, "Petra Lund")]
    assert sorted(found) == [((), 1), (("DNK",), 1), (("SWE",), 1)]


def test_a_lone_word_may_be_several_people(desk: sqlite3.Connection) -> None:
    assert row(desk, "Ivo").may_be_several
    assert not row(desk, "Mahmudov").may_be_several


def test_all_of_them_those_in_most_articles_first(desk: sqlite3.Connection) -> None:
    found = people(desk)
    assert [(each.name, each.articles) for each in found][:2] == [("Ormali Mahmudov", 3), ("Ivo", 2)]
    assert len(found) == 5
    assert [each.name for each in people(desk, limit=1)] == ["Ormali Mahmudov"]
    assert len(people(desk, limit=None)) == 5


def test_a_limit_changes_no_number(tmp_path: Path) -> None:
    """A rare spelling counts, however many other names there are, and however few rows are wanted."""
    names = [f"Anna {first}{last}" for first in ("Lun", "Ros", "Kvist", "Dahl", "Moe", "Brek") for last in SECOND_PARTS]
    stories = [Story(name, f"{name} sang.") for name in names]
    for story in stories:
        story.person(story.record.text.removesuffix(" sang."))
    for name, spelt in (("first", "Ormali Mahmudov"), ("second", "Ormali Mahmudov"), ("third", "Ormali Makhmudov")):
        stories.append(Story(name, f"{spelt} slept."))
        stories[-1].person(spelt, "NOR")
    with closing(shelved(tmp_path, *stories)) as connection:
        for limit in (1, 2, 60):
            leader = people(connection, limit=limit)[0]
            assert (leader.name, leader.articles, leader.spellings) == ("Ormali Mahmudov", 3, ("Ormali Makhmudov",))


def test_a_title_alone_is_nobody(desk: sqlite3.Connection) -> None:
    assert "President" not in [each.name for each in people(desk)]
    assert [each.name for each in people(desk, "President")] == ["President"]


def test_bodies_by_name_only(desk: sqlite3.Connection) -> None:
    assert [(each.name, each.kind, each.articles) for each in people(desk, kind="organisation")] == [
        ("Varnian League", "organisation", 2)
    ]
    assert people(desk, "League", kind="organisation")[0].posts == ()


def test_filters_by_country_and_sector(desk: sqlite3.Connection) -> None:
    assert [each.name for each in people(desk, country="Norway")] == ["Ormali Mahmudov"]
    assert [each.name for each in people(desk, country="DK")] == ["Petra Lund"]
    assert [each.name for each in people(desk, sector="gov")] == ["Ormali Mahmudov"]
    assert not people(desk, "Mahmudov", country="SWE")


def test_a_sector_of_nobody_is_told_with_those_that_are_there(desk: sqlite3.Connection) -> None:
    assert people(desk, sector="police").notes == ("nobody is of the sector 'POLICE'; there are GOV",)
    assert people(desk, kind="organisation", sector="GOV").notes == ("nobody is of the sector 'GOV'; there are PTY",)
    assert people(desk, "Petra", sector="GOV").notes == ()


def test_days_are_those_of_the_articles(desk: sqlite3.Connection) -> None:
    (leader,) = people(desk, "Mahmudov", since="2031-04-05", until="2031-04")
    assert (leader.articles, leader.first, leader.statements, leader.events) == (2, "2031-04-05", 0, 0)
    assert [each.name for each in people(desk, until="2031-04-02")] == ["Ormali Mahmudov"]
    assert not people(desk, since="2032")


def test_an_article_without_a_day_counts_and_gives_none(desk: sqlite3.Connection) -> None:
    (dane,) = people(desk, "Petra Lund", country="DNK")
    assert (dane.articles, dane.first, dane.last) == (1, None, None)


def test_what_was_judged_wrong_is_nowhere(desk: sqlite3.Connection) -> None:
    for kind, table in (("statement", "statements"), ("event", "events"), ("role", "roles")):
        (fact,) = desk.execute(f"SELECT id FROM facts JOIN {table} ON fact = key WHERE kind = ?", (kind,)).fetchmany(1)
        judge(desk, fact[0])
    leader = row(desk, "Mahmudov")
    assert (leader.statements, leader.events, leader.posts[0]) == (0, 0, "former president (former)")
    judge(desk, desk.execute("SELECT id FROM facts JOIN people ON fact = key WHERE name = 'Petra Lund'").fetchone()[0])
    assert [each.countries for each in people(desk, "Petra Lund")] == [("DNK",)]


def judge(desk: sqlite3.Connection, fact: str) -> None:
    desk.execute(
        "INSERT INTO judgements (left, verdict, who, at) VALUES (?, 'wrong', 'an editor', '2031-06-01')", (fact,)
    )


def test_nobody(desk: sqlite3.Connection) -> None:
    found = people(desk, "Zelma Quist")
    assert (len(found), found.kind) == (0, PersonRow)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"country": "Atlantis"}, "no country is called"),
        ({"since": "soon"}, "since cannot be"),
        ({"limit": 0}, "limit cannot be 0"),
        ({"limit": 10**20}, "limit cannot be 1000"),
        ({"kind": "place"}, "kind cannot be 'place'; give one of person, organisation"),
    ],
)
def test_what_makes_no_sense(desk: sqlite3.Connection, asked: dict[str, object], told: str) -> None:
    with pytest.raises(BadQuestion, match=told):
        people(desk, **asked)  # type: ignore[arg-type]


def test_a_desk_answers(desk: sqlite3.Connection, tmp_path: Path) -> None:
    with Desk(tmp_path / "news.db") as opened:
        assert repr(opened) == f"<Desk {tmp_path / 'news.db'}>"
        assert opened.people("Mahmudov") == people(desk, "Mahmudov")
        assert opened.people(kind="organisation").to_dicts()[0]["name"] == "Varnian League"
        assert [row.words for row in opened.timeline("Mahmudov", limit=5)] == ["met"]
        assert [row.words for row in opened.statements("Mahmudov", since="2031")] == ["We will dig"]


@pytest.mark.parametrize("table", ["people", "organisations"])
def test_names_are_counted_in_an_index_alone(desk: sqlite3.Connection, table: str) -> None:
    plan = desk.execute(
        f"EXPLAIN QUERY PLAN SELECT bearer.name, count(*) FROM {table} AS bearer WHERE {NAMED} GROUP BY bearer.name"
    ).fetchall()
    assert f"COVERING INDEX {table}_named" in plan[0][-1]
