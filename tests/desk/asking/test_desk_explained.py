"""A desk as far as it tells why, and as far as its answers are of one moment."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from put_together import newsdesk

from dateline.desk.desk import Desk
from dateline.errors import BadQuestion, NotInDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(newsdesk(tmp_path)) as connection:
        path = connection.execute("PRAGMA database_list").fetchone()[2]
    with Desk(path) as opened:
        yield opened


def test_what_stands_beside_an_incident(desk: Desk) -> None:
    explained = desk.why("incident-mill")
    beside = desk.details(explained)
    assert explained.incident is not None
    assert set(beside.scenes) == set(explained.incident.facts) and not beside.incidents
    sides = [side for each in explained.incident.disagreements for side in each.sides]
    assert [beside.quotes[side.facts[0]].words for side in sides] == ["killed 7 workers", "killed 9 workers"]
    assert {group.id for group in beside.near.values()} <= {"incident-second", "incident-march"}


def test_what_stands_beside_a_story_and_beside_two(desk: Desk) -> None:
    beside = desk.details(desk.why("story-mill"))
    assert beside.incidents[0].incident == "incident-mill" and not beside.scenes
    two = desk.details(desk.why("incident-mill", "incident-second"))
    assert (two.scenes, two.quotes, two.incidents, two.near) == ({}, {}, (), {})


def test_where_things_are(desk: Desk) -> None:
    (event, *_) = desk.why("incident-second").tellings[0].facts
    assert desk.homes(event, "second") == {"incident-second", "story-second"}
    assert desk.articles_of(event, "nothing") == {event: "second"}
    assert desk.home("second").incidents[event].id == "incident-second"
    with pytest.raises(NotInDesk):
        desk.home("nothing")


def test_all_inside_a_moment_is_of_one_moment(desk: Desk) -> None:
    event = desk.why("incident-second").tellings[0].facts[0]
    with desk.moment():
        assert len(desk.judgements()) == 0
        with Desk(desk.path) as other:
            other.judge("right", event, who="nora")
            assert len(other.judgements()) == 1
        assert len(desk.judgements()) == 0
    assert len(desk.judgements()) == 1


def test_what_fails_inside_a_moment_leaves_the_desk_as_it_was(desk: Desk) -> None:
    with pytest.raises(NotInDesk), desk.moment():
        desk.why("nothing")
    with pytest.raises(BadQuestion), desk.moment():
        desk.homes("half \ud800")
    with desk.moment():
        assert len(desk) == 5


def test_judgements_on_several_things(desk: Desk) -> None:
    one, other = (desk.why(name).tellings[0].facts[0] for name in ("incident-second", "incident-mill"))
    desk.judge("right", one, who="nora")
    desk.judge("right", other, who="nora")
    assert [row.left for row in desk.judgements(about=[one, other])] == [other, one]
    assert [row.left for row in desk.judgements(about=one)] == [one]
    assert len(desk.judgements(about=["nothing"])) == 0
