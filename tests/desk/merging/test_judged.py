"""What people decide is obeyed at once, always stronger than the machine, never lost, and undone."""

from pathlib import Path

import pytest
from merged_newsroom import assert_agreed, incidents, keep, likeness, record_of, stories, told, words
from test_merged_as_they_come import reread

import dateline
from dateline.desk import Desk
from dateline.errors import BadQuestion, NotInDesk

__all__ = ["likeness"]
pytestmark = pytest.mark.usefixtures("likeness")

TEXTS = {
    "a": "Harbour blast in Tornby killed 3",
    "b": "Harbour blast in Tornby killed 7\nMarta Quill saw it.",
    "c": "Harbour blast in Vik",
    "d": "Vote rally in Sund\nMarta Quill spoke.",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two reports of one blast, one of another, and a rally."""
    return keep(tmp_path / "news.db", *(record_of(name, text) for name, text in TEXTS.items()))


def event(path: Path, article: str) -> str:
    """The id of an article's event."""
    (found,) = told(path, "SELECT facts.id FROM facts JOIN articles ON articles.key = article "
                          "WHERE articles.id = ? AND kind = 'event'", article)  # fmt: skip
    return str(found)


def incident(path: Path, article: str) -> str:
    """The id of the incident that an article's event is in."""
    (found,) = told(path, "SELECT incident FROM incident_reports WHERE article = ?", article)
    return str(found)


def story(path: Path, article: str) -> str:
    """The id of an article's story."""
    of = "SELECT story FROM story_articles JOIN articles ON article = articles.key WHERE articles.id = ?"
    return str(told(path, f"SELECT id FROM stories WHERE key = ({of})", article)[0])


def test_two_that_are_one_and_undone_again(path: Path) -> None:
    apart = words("a blast, b blast", "c blast", "d rally")
    assert incidents(path) == apart
    with dateline.open(path) as desk:
        one, other = incident(path, "a"), incident(path, "c")
        decided = desk.judge("same", one, other, why="one and the same harbour", who="Ida")
        assert (decided.verdict, decided.who, decided.why, decided.now) == (
            "same",
            "Ida",
            "one and the same harbour",
            (one,),
        )
        assert incidents(path) == words("a blast, b blast, c blast", "d rally")
        assert_agreed(path)
        undone = desk.judge("undo", other, one)
        assert (undone.verdict, undone.left, undone.right) == ("undo", one, other)
        assert incidents(path) == apart
        assert incident(path, "a") == one
    assert_agreed(path)
    rows = told(path, "SELECT verdict, left, right, why, who FROM judgements ORDER BY key")
    assert rows[0] == ("same", one, other, "one and the same harbour", "Ida")
    assert rows[1][:4] == ("undo", one, other, None)
    assert not told(path, "SELECT * FROM judgement_pairs")


def test_one_that_is_two(path: Path) -> None:
    with dateline.open(path) as desk:
        decided = desk.judge("different", event(path, "a"), event(path, "b"))
        assert incidents(path) == words("a blast", "b blast", "c blast", "d rally")
        assert len(decided.now) == 2
        keep(path, record_of("e", "Harbour blast in Tornby killed 4"))
        assert words("a blast", "b blast").isdisjoint(incidents(path)) is False
        assert not any({"a blast", "b blast"} <= group for group in incidents(path))
        desk.judge("same", event(path, "b"), event(path, "a"))  # the last word counts
        assert words("a blast, b blast, e blast", "c blast", "d rally") == incidents(path)
    assert_agreed(path)


def test_a_fact_taken_out_of_its_incident(path: Path) -> None:
    keep(path, record_of("e", "Harbour blast in Tornby"))
    with dateline.open(path) as desk:
        decided = desk.judge("different", event(path, "e"), incident(path, "e"))
    assert incidents(path) == words("a blast, b blast", "e blast", "c blast", "d rally")
    assert len(decided.now) == 2
    keep(path, record_of("f", "Harbour blast in Tornby"))
    assert not any({"a blast", "e blast"} <= group for group in incidents(path))


def test_who_is_unsure_hears_no_machine(path: Path) -> None:
    with dateline.open(path) as desk:
        desk.judge("unsure", event(path, "a"), event(path, "b"))
        assert words("a blast", "b blast") <= incidents(path)
        desk.judge("undo", event(path, "a"), event(path, "b"))
    assert words("a blast, b blast") <= incidents(path)


def test_articles_and_stories(path: Path) -> None:
    assert stories(path) == words("a, b, c", "d")
    with dateline.open(path) as desk:
        one, other = story(path, "a"), story(path, "d")
        desk.judge("same", one, other)
        assert stories(path) == words("a, b, c, d")
        desk.judge("different", "c", story(path, "c"))
        assert stories(path) == words("a, b, d", "c")
        assert told(path, "SELECT DISTINCT story FROM incidents_flat") != [None]
        assert_agreed(path)
        desk.judge("undo", one, other)
        desk.judge("undo", "c", one)
    assert stories(path) == words("a, b, c", "d")
    assert_agreed(path)


def test_a_wrong_event_is_in_no_incident_until_it_is_right(path: Path) -> None:
    with dateline.open(path) as desk:
        before = incident(path, "b")
        assert desk.judge("wrong", event(path, "a"), why="an exercise").now == ()
        assert incidents(path) == words("b blast", "c blast", "d rally")
        assert incident(path, "b") == before
        assert_agreed(path)
        assert desk.judge("right", event(path, "a")).now == (before,)
        assert incidents(path) == words("a blast, b blast", "c blast", "d rally")
        desk.judge("wrong", event(path, "d"))
        assert incidents(path) == words("a blast, b blast", "c blast")
        desk.judge("undo", event(path, "d"))
    assert incidents(path) == words("a blast, b blast", "c blast", "d rally")
    assert_agreed(path)


def test_a_wrong_count_leaves_its_incident(path: Path) -> None:
    asked = "SELECT killed_low, killed_high FROM incidents_flat WHERE articles = 2"
    (count,) = told(path, "SELECT facts.id FROM facts JOIN casualties ON fact = facts.key WHERE low = 7")
    before = told(path, asked)
    with dateline.open(path) as desk:
        desk.judge("wrong", count)
        assert told(path, asked) == [(3, 3)] != before
        assert count not in told(path, "SELECT value FROM incidents WHERE articles = 2")[0]
        keep(path, record_of("e", "Border"))
        desk.merge(all=True)
        assert told(path, asked) == [(3, 3)]
        desk.judge("right", count)
    assert told(path, asked) == before
    assert_agreed(path)


def test_judgements_outlive_new_readings_and_merging_anew(path: Path) -> None:
    with dateline.open(path) as desk:
        desk.judge("same", incident(path, "a"), incident(path, "c"))
        desk.judge("wrong", event(path, "d"))
        desk.judge("different", "d", story(path, "a"))
        found = incidents(path), stories(path)
        reread(path, *(record_of(name, text) for name, text in TEXTS.items()))
        assert (incidents(path), stories(path)) == found
        desk.merge(all=True)
        assert (incidents(path), stories(path)) == found
        desk.judge("undo", event(path, "d"))
        assert words("d rally") <= incidents(path)
    assert_agreed(path)


def test_who_is_the_user_of_the_system(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with dateline.open(path) as desk:
        monkeypatch.setattr("getpass.getuser", lambda: "ida")
        assert desk.judge("wrong", event(path, "a")).who == "ida"

        def nobody() -> str:
            raise OSError("no user")

        monkeypatch.setattr("getpass.getuser", nobody)
        assert desk.judge("right", event(path, "a")).who == "unknown"


def person(path: Path, article: str) -> str:
    (found,) = told(path, "SELECT facts.id FROM facts JOIN articles ON articles.key = article "
                          "WHERE articles.id = ? AND kind = 'person'", article)  # fmt: skip
    return str(found)


def refused(desk: Desk, *given: str) -> str:
    """The sentence for a question that makes no sense; nothing is written."""
    with pytest.raises((BadQuestion, NotInDesk)) as caught:
        desk.judge(*given)
    assert not told(desk.path, "SELECT * FROM judgements")
    assert "; " in str(caught.value) or ": " in str(caught.value)
    return f"{type(caught.value).__name__}: {caught.value}"


def test_what_makes_no_sense_is_refused_in_a_sentence(path: Path) -> None:
    a, b, moment = event(path, "a"), event(path, "b"), told(path, "SELECT id FROM facts WHERE kind = 'moment'")[0]
    with dateline.open(path) as desk:
        assert refused(desk, "maybe", a, b).startswith("BadQuestion: 'maybe' is no verdict; say same, different")
        assert "give two ids" in refused(desk, "same", a)
        assert "given twice" in refused(desk, "same", a, a)
        assert "one fact is wrong, not two" in refused(desk, "wrong", a, b)
        assert "only a fact is right or wrong" in refused(desk, "wrong", "a")
        assert "name the fact of it that is wrong" in refused(desk, "wrong", incident(path, "a"))
        assert "an event" in refused(desk, "same", a, "b") and "an article or a story" in refused(desk, "same", a, "b")
        assert "judge it right or wrong instead" in refused(desk, "different", moment, a)
        assert "nothing is to be kept apart" in refused(desk, "different", event(path, "c"), incident(path, "c"))
        assert refused(desk, "same", a, "incident-0").startswith("NotInDesk: no incident has the id 'incident-0'")
        assert "has the id 'e'; see `dateline" in refused(desk, "same", "e", "b")
        assert "nobody has judged" in refused(desk, "undo", a)
        assert "nobody has judged" in refused(desk, "undo", a, b)
        assert "a person" in refused(desk, "same", person(path, "b"), a)


def test_what_was_forgotten_leaves_no_judgement_behind(path: Path) -> None:
    with dateline.open(path) as desk:
        one, other = incident(path, "c"), incident(path, "d")
        desk.judge("same", one, other)
        desk.judge("same", "c", "a")
        desk.judge("wrong", event(path, "a"))
        assert desk.forget("c").articles[0].judgements == 2
        assert told(path, "SELECT verdict FROM judgements") == ["wrong"]
        assert not told(path, "SELECT * FROM judgement_pairs")
    assert incidents(path) == words("b blast", "d rally")
    assert_agreed(path)
