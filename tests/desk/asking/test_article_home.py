"""What a desk knows around one article: its story, its incidents, who its people are elsewhere."""

from pathlib import Path

import pytest

import dateline
from dateline.desk.asking.home.home import home
from dateline.errors import NotInDesk

FIRST = "VARDE, March 2 2031 (Lark) - Gunmen attacked the post office in Varde on Monday and killed two guards."
SECOND = "VARDE, March 3 2031 (Wren) - Three guards died when gunmen attacked the post office in Varde on Monday."


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> dateline.desk.Desk:
    path: Path = tmp_path_factory.mktemp("home") / "home.db"
    made = dateline.open(path, create=True)
    made.ingest([{"id": "one", "text": FIRST, "outlet": "Lark"}, {"id": "two", "text": SECOND, "outlet": "Wren"}])
    return made


def test_it_stands_among_the_reports_of_its_story(desk: dateline.desk.Desk) -> None:
    found = home(desk.reader, "one")
    assert found.merged
    assert found.story is not None
    assert {told.article for told in found.reports} == set(found.story.articles) - {"one"}
    assert found.own is not None
    assert found.own.article == "one"


def test_events_and_names_lead_on(desk: dateline.desk.Desk) -> None:
    found, record = home(desk.reader, "one"), desk.record("one")
    assert set(found.incidents) == {fact.id for fact in record.of("event")}
    assert "Varde" in {identity.name for identity in found.identities.values()}
    assert all(record.get(fact) for fact in found.identities)
    assert all(0 <= identity.score <= 1 for identity in found.identities.values())


def test_versions_are_numbered_from_one(desk: dateline.desk.Desk) -> None:
    found = home(desk.reader, "two")
    assert [each.number for each in found.versions] == [1]
    assert found.number == 1
    assert found.versions[0].at == found.read


def test_nobody_is_home(desk: dateline.desk.Desk) -> None:
    with pytest.raises(NotInDesk):
        home(desk.reader, "three")


def test_what_was_judged_wrong_is_known_by_its_fact(desk: dateline.desk.Desk) -> None:
    event = desk.record("two").of("event")[0].id
    desk.judge("wrong", event, who="Ines")
    found = home(desk.reader, "two")
    assert found.wrong[event].who == "Ines"
    assert event not in found.incidents
