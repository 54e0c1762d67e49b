"""Articles are merged as they come in, change and go, whatever the order, and just as if all were merged anew."""

import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from merged_newsroom import (
    Likeness,
    assert_agreed,
    by_chance,
    incidents,
    keep,
    likeness,
    record_of,
    stories,
    told,
    words,
)

import dateline
from dateline.desk.ingesting.runs import begin_run
from dateline.desk.merging import candidates, groups
from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.desk.storage.opening import writing
from dateline.desk.storage.transactions import transaction
from dateline.settings import Settings

__all__ = ["likeness"]
pytestmark = pytest.mark.usefixtures("likeness")
Chosen = Callable[[Likeness], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def test_reports_of_one_event_are_one_incident(path: Path) -> None:
    keep(
        path,
        record_of("a", "Harbour blast in Tornby killed 3\nA rally in Sund followed."),
        record_of("b", "Harbour mourns\nThe blast in Tornby killed 5.", "2031-03-04", "Fjord News"),
        record_of("c", "Elsewhere\nA blast in Vik killed 1."),
    )
    assert incidents(path) == words("a blast, b blast", "c blast", "a rally")
    assert stories(path) == words("a, b", "c")
    (row,) = told(
        path,
        "SELECT type, status, articles, story_title IS NOT NULL, killed_low, killed_high FROM incidents_flat "
        "WHERE articles = 2",
    )
    assert row[:4] == ("ASSAULT", "asserted", 2, 1)
    assert {row[4], row[5]} <= {3, 5, None}
    assert told(path, "SELECT incident FROM incident_reports WHERE article = 'a' ORDER BY words")[0] != ""
    assert_agreed(path)


def test_copies_are_told_and_go_back_to_their_source(path: Path) -> None:
    text = "Harbour blast in Tornby\nIt killed many."
    keep(path, record_of("late", text, "2031-03-05"), record_of("first", text), record_of("mid", text, "2031-03-04"))
    original = "SELECT id FROM articles WHERE key = of"
    rows = told(path, f"SELECT id, how, ({original}) FROM copies JOIN articles ON key = article ORDER BY id")
    assert rows == [("late", "exact", "first"), ("mid", "exact", "first")]
    assert told(path, "SELECT articles, independent FROM stories") == [(3, 1)]
    assert told(path, "SELECT articles, independent FROM incidents") == [(3, 1)]
    with dateline.open(path) as desk:
        desk.forget("first")
    assert told(path, f"SELECT id, ({original}) FROM copies JOIN articles ON key = article") == [("late", "mid")]
    assert_agreed(path)


def crowd(count: int) -> list[dateline.Record]:
    """Reports with up to three events each, in a few stories."""
    chance = random.Random(5)
    found = []
    for number in range(count):
        topic = chance.choice(["Harbour", "Border", "Vote"])
        lines = [f"A {chance.choice(['blast', 'flood', 'rally'])} in {chance.choice(['Tornby', 'Vik'])}" for _ in "123"]
        text = "\n".join([f"{topic} news {number}", *lines])
        found.append(record_of(f"r{number:02}", text, f"2031-03-{chance.randrange(1, 28):02}"))
    return found


def test_one_by_one_or_together_or_all_anew_is_the_same(path: Path, tmp_path: Path, likeness: Chosen) -> None:
    likeness(by_chance)
    records = crowd(30)
    keep(path, *records)
    keep(tmp_path / "together.db", *records, together=16)
    found = incidents(path), stories(path)
    assert (incidents(tmp_path / "together.db"), stories(tmp_path / "together.db")) == found
    assert 5 < len(found[0]) < 80
    ids = told(path, "SELECT id, value FROM incidents ORDER BY id")
    with dateline.open(path) as desk:
        merging = desk.merge(all=True)
    assert (merging.articles, merging.compared, merging.waiting) == (30, 30, 0)
    assert (incidents(path), stories(path)) == found
    assert told(path, "SELECT id, value FROM incidents ORDER BY id") == ids
    assert_agreed(path)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_in_which_they_come_does_not_matter(path: Path, tmp_path: Path, likeness: Chosen, seed: int) -> None:
    likeness(by_chance)
    records = crowd(24)
    keep(path, *records, together=8)
    random.Random(seed).shuffle(records)
    keep(tmp_path / "other.db", *records, together=5)
    assert incidents(tmp_path / "other.db") == incidents(path)
    assert stories(tmp_path / "other.db") == stories(path)
    assert_agreed(tmp_path / "other.db")


def test_ids_stay_while_reports_come_in(path: Path) -> None:
    keep(path, record_of("a", "Harbour blast in Tornby"))
    incident, story = (told(path, f"SELECT id FROM {table}") for table in ("incidents", "stories"))
    keep(path, record_of("b", "Harbour again\nThe blast in Tornby", "2031-03-01"), record_of("c", "Vote rally in Vik"))
    assert told(path, "SELECT id FROM incidents WHERE type = 'ASSAULT'") == incident
    assert told(path, "SELECT id FROM stories WHERE articles = 2") == story
    assert incident[0].startswith("incident-") and story[0].startswith("story-")


def test_of_two_that_become_one_the_bigger_keeps_its_id(path: Path) -> None:
    keep(path, *(record_of(name, "Harbour blast in Tornby") for name in "abc"), record_of("d", "Vote blast"))
    keep(path, record_of("e", "Border blast"))
    (big,) = told(path, "SELECT id FROM incidents WHERE articles = 3")
    (small,) = told(path, "SELECT id FROM incidents WHERE articles = 2")
    with dateline.open(path) as desk:
        desk.judge("same", big, small)
    assert told(path, "SELECT id, articles FROM incidents") == [(big, 5)]
    assert_agreed(path)


def test_a_changed_article_leaves_what_it_does_not_tell_any_more(path: Path) -> None:
    keep(path, record_of("a", "Harbour blast in Tornby"), record_of("b", "Harbour blast in Tornby killed 4"))
    (kept,) = told(path, "SELECT id FROM incidents")
    keep(path, record_of("b", "Vote rally in Vik"))
    assert incidents(path) == words("a blast", "b rally")
    assert stories(path) == words("a", "b")
    assert told(path, "SELECT id FROM incidents WHERE type = 'ASSAULT'") == [kept]
    assert not told(path, "SELECT * FROM incident_casualties")
    keep(path, record_of("a", "Vote flood in Vik"))
    assert incidents(path) == words("a flood", "b rally")
    assert len(told(path, "SELECT id FROM stories")) == 1
    assert_agreed(path)


def reread(path: Path, *records: dateline.Record) -> None:
    """Newer steps have read these articles, with the same text."""
    with closing(writing(path)) as connection:
        run = begin_run(connection, "reread", [], Settings())
        with transaction(connection):
            writer = ArticleWriter(connection, run, later=True)
            for record in records:
                (key,) = connection.execute("SELECT key FROM articles WHERE id = ?", (record.article.id,)).fetchone()
                writer.replace(rows_of(record), key)
            writer.settle()


def test_an_incident_outlives_a_new_reading_of_all_its_reports(path: Path) -> None:
    records = [record_of(name, f"Harbour {name}\nThe blast in Tornby") for name in "abc"]
    keep(path, *records, record_of("d", "Vote rally in Vik"))
    before = told(path, "SELECT id, value FROM incidents ORDER BY id")
    stories_before = told(path, "SELECT id, value FROM stories ORDER BY id")
    reread(path, records[0])
    reread(path, *records)
    assert told(path, "SELECT id, value FROM incidents ORDER BY id") == before
    assert told(path, "SELECT id, value FROM stories ORDER BY id") == stories_before
    assert_agreed(path)


def test_who_held_two_apart_goes_and_they_join(path: Path, likeness: Chosen) -> None:
    """Of three the first two are likely one, the last two for certain not."""

    def score(one: object, a: object, other: object, b: object) -> float:
        pair = {one.article, other.article}  # type: ignore[attr-defined]
        return {"ab": 0.9, "ac": 0.6, "bc": -1.0}["".join(sorted(pair))]

    likeness(score)  # type: ignore[arg-type]
    keep(path, *(record_of(name, f"Harbour {name}\nblast") for name in "abc"))
    assert incidents(path) == words("a blast, b blast", "c blast")
    with dateline.open(path) as desk:
        desk.forget("b")
    assert incidents(path) == words("a blast, c blast")
    assert_agreed(path)


def test_in_a_crowd_groups_stay_whole(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = [record_of(f"h{number}", "Harbour blast in Tornby") for number in range(9)]
    records += [record_of(f"v{number}", "Vote rally in Vik") for number in range(3)]
    random.Random(3).shuffle(records)
    monkeypatch.setattr(groups, "MOST", 4)
    keep(path, *records, together=3)
    assert {len(group) for group in incidents(path)} == {9, 3}
    assert {len(group) for group in stories(path)} == {9, 3}
    assert_agreed(path)
    with dateline.open(path) as desk:
        gone = sorted(next(group for group in stories(path) if len(group) == 9))[0]
        desk.forget(gone)
    assert {len(group) for group in incidents(path)} == {8, 3}
    assert_agreed(path)


def test_whom_another_article_brings_together_is_compared_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "NEAREST", 1)
    monkeypatch.setattr(candidates, "MOST", 1)
    keep(path, *(record_of(f"d{day}", "Harbour blast in Tornby", f"2031-03-0{day}") for day in (1, 2, 3)))
    assert told(path, "SELECT count(*) FROM story_ties") == [3]


def test_of_many_candidates_the_nearest_in_time_are_compared(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "NEAREST", 2)
    monkeypatch.setattr(candidates, "MOST", 3)
    monkeypatch.setattr("dateline.desk.merging.merger.around", lambda *_: [])  # nor those around them
    keep(path, *(record_of(f"d{day:02}", f"Harbour {day}", f"2031-03-{day:02}") for day in range(1, 20)))
    keep(path, record_of("new", "Harbour new", "2031-03-10"))
    asked = (
        "SELECT other.id FROM story_ties JOIN articles AS own ON own.id = 'new' AND \"right\" = own.key "
        'JOIN articles AS other ON other.key = "left" ORDER BY other.id'
    )
    assert told(path, asked) == ["d09", "d10", "d11"]


@pytest.mark.parametrize("dated", ["2031", "2031-03", "2031-03-03", "2031-03-03T10:20:00+02:00", "2031-03-03T10:20"])
def test_a_moment_has_its_minute(dated: str) -> None:
    assert 32_000_000 < candidates.minutes(dated) < 33_000_000


@pytest.mark.parametrize("dated", ["", None, "soon", "20-1", "0000-00", "2031-13"])
def test_what_is_no_moment_is_sorted_first(dated: str | None) -> None:
    assert candidates.minutes(dated) <= 0


def test_what_fails_leaves_the_desk_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(path, record_of("a", "Harbour blast in Tornby"))
    before = told(path, "SELECT id, value FROM incidents"), told(path, "SELECT id FROM articles")
    for place in ("settle_stories", "settle_incidents", "recopied"):
        with monkeypatch.context() as broken:

            def stop(*_: object) -> None:
                raise KeyboardInterrupt

            broken.setattr(f"dateline.desk.merging.merger.{place}", stop)
            with pytest.raises(KeyboardInterrupt):
                keep(path, record_of("b", "Harbour blast in Tornby"))
        assert (told(path, "SELECT id, value FROM incidents"), told(path, "SELECT id FROM articles")) == before
        assert_agreed(path)
