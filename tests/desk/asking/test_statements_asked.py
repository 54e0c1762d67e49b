"""Who said what, over all the articles of a desk."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Story, shelved

from dateline.desk.asking.statements.statements import StatementRow, statements
from dateline.errors import BadQuestion

ONE = (
    "Ormali Mahmudov spoke on Monday. In an interview he told Ana Brek: The dam, he said, will hold. "
    "He denied that water\nrose in Lund. A senior official said that Mahmudov warned of floods."
)
COPIED = "Ana Brek said that fields were dry. Ana Brek also said that fields were dry."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Mahmudov on dams, and Brek in a story that two papers have."""
    one = Story("one", ONE, "2031-04-03", outlet="The Lund Post")
    leader, reporter, lund = one.person("Ormali Mahmudov"), one.person("Ana Brek"), one.place("Lund")
    monday = one.moment("Monday", "2031-03-31")
    one.said(
        leader, "The dam", "will hold", addressee=reporter.id, when=monday.id, occasion=one.span("In an interview")
    )
    one.said(leader, "that water\nrose in Lund", stance="denies", manner="indirect", where=lund.id)
    official = one.said(
        None, "that Mahmudov warned of floods", manner="indirect", speaker_span=one.span("A senior official")
    )
    value = one.said(leader, "floods", stance="warns", manner="indirect").value
    one.add(value, "floods", "possible", official)
    stories = [one]
    for name, day in (("two", "2031-04-05"), ("three", "2031-04-01")):
        copy = Story(name, COPIED, day, outlet="Brek Daily")
        speaker = copy.person("Ana Brek")
        copy.said(speaker, "that fields were dry", manner="indirect")
        copy.said(speaker, "that fields were dry", manner="indirect", stance="confirms")
        stories.append(copy)
    with closing(shelved(tmp_path, *stories)) as connection:
        yield connection


def words(desk: sqlite3.Connection, *asked: str, **filters: object) -> list[str]:
    return [row.words for row in statements(desk, *asked, **filters)]  # type: ignore[arg-type]


def test_all_parts_of_what_was_said(desk: sqlite3.Connection) -> None:
    assert words(desk, "Mahmudov") == ["The dam ... will hold", "that water rose in Lund", "floods"]


def test_a_row_tells_when_to_whom_and_where_from(desk: sqlite3.Connection) -> None:
    told, denied, _ = statements(desk, "Ormali Makhmudov")
    assert (told.earliest, told.precision, told.timed_by) == ("2031-03-31", "day", "fact")
    assert (told.speaker, told.addressee, told.occasion) == ("Ormali Mahmudov", "Ana Brek", "In an interview")
    assert (told.article, told.outlet, told.headline) == ("one", "The Lund Post", "Ormali Mahmudov spoke on Monday")
    assert told.fact.startswith("statement-")
    assert (denied.earliest, denied.timed_by, denied.stance, denied.place) == (
        "2031-04-03",
        "article",
        "denies",
        "Lund",
    )


def test_whose_words_it_stands_in(desk: sqlite3.Connection) -> None:
    warned = statements(desk, "Mahmudov")[-1]
    assert (warned.said_by, warned.status) == ("A senior official", "possible")


def test_a_speaker_without_a_name_is_given_in_the_words_that_tell_him(desk: sqlite3.Connection) -> None:
    (row,) = (row for row in statements(desk, outlet="the lund post") if row.speaker == "A senior official")
    assert row.words == "that Mahmudov warned of floods"


def test_copies_of_one_text_count_once(desk: sqlite3.Connection) -> None:
    found = statements(desk, "Ana Brek")
    assert [(row.words, row.stance, row.articles) for row in found] == [
        ("that fields were dry", "says", 2),
        ("that fields were dry", "confirms", 2),
    ]
    assert {(row.article, row.earliest) for row in found} == {("three", "2031-04-01")}


def test_to_whom_and_how(desk: sqlite3.Connection) -> None:
    assert words(desk, to="Brek") == ["The dam ... will hold"]
    assert words(desk, stance="denies") == ["that water rose in Lund"]
    assert words(desk, "Mahmudov", to="Mahmudov") == []


def test_about_words_of_the_statement_or_its_headline(desk: sqlite3.Connection) -> None:
    assert words(desk, about="floods") == ["that Mahmudov warned of floods", "floods"]
    assert words(desk, about="flood hold") == []
    assert words(desk, "Mahmudov", about="spoke dams") == ["The dam ... will hold"]
    assert words(desk, about='"fields were" -confirmed') == ["that fields were dry"] * 2
    assert words(desk, about="interview") == []


def test_since_and_until_are_about_the_saying(desk: sqlite3.Connection) -> None:
    assert words(desk, until="2031-03") == ["The dam ... will hold"]
    assert words(desk, "Mahmudov", since="2031-04-02") == ["that water rose in Lund", "floods"]
    assert words(desk, since="2031-04-01", until="2031-04-01") == ["that fields were dry"] * 2
    assert words(desk, since="2031-04-06") == []


def test_of_more_than_the_limit_the_latest(desk: sqlite3.Connection) -> None:
    found = statements(desk, "Mahmudov", limit=1)
    assert ([row.words for row in found], found.total) == (["floods"], 3)


def test_without_a_question_the_latest_articles(desk: sqlite3.Connection) -> None:
    assert len(statements(desk)) == len(statements(desk, limit=None)) == 6
    assert {row.article for row in statements(desk, limit=1)} <= {"one", "two"}


def test_what_was_judged_wrong_is_left_out(desk: sqlite3.Connection) -> None:
    (fact,) = (row.fact for row in statements(desk, stance="denies"))
    for number, verdict in enumerate(("wrong", "right", "wrong")):
        desk.execute(
            "INSERT INTO judgements (left, verdict, who, at) VALUES (?, ?, 'an editor', ?)", (fact, verdict, number)
        )
        assert bool(words(desk, stance="denies")) is (verdict == "right")


def test_nobody_said_anything(desk: sqlite3.Connection) -> None:
    found = statements(desk, "Zelma Quist")
    assert (len(found), found.total, found.kind) == (0, 0, StatementRow)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"stance": "shouts"}, "stance cannot be 'shouts'; give one of says, denies"),
        ({"about": "-dam"}, "about cannot be '-dam'"),
        ({"about": "!?"}, "there is no word in"),
        ({"until": "2031-02-30"}, "until cannot be"),
        ({"limit": -1}, "limit cannot be -1"),
    ],
)
def test_a_question_that_makes_no_sense(desk: sqlite3.Connection, asked: dict[str, object], told: str) -> None:
    with pytest.raises(BadQuestion, match=told):
        words(desk, **asked)
