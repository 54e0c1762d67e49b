"""What a search shows: its pages, ranks, snippets, counts and facts."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Story, shelved

import dateline.desk.asking.articles.search as searching
from dateline.desk.asking.articles.hits import Hit
from dateline.desk.asking.articles.search import search
from dateline.desk.asking.question.filters import filters
from dateline.desk.asking.rows import Rows
from dateline.desk.desk import Desk
from dateline.desk.storage.opening import reading
from dateline.errors import BadQuestion, NoSuchDesk


def hits(desk: sqlite3.Connection, words: str | None = None, **asked: object) -> Rows[Hit]:
    return search(desk, filters(words, **asked))  # type: ignore[arg-type]


@pytest.fixture
def many(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Ten stories of ten days; every one tells of rain, the third and the seventh of little else."""
    stories = []
    for number in range(10):
        text = f"Day {number}. It was a day of rain."
        text = f"Rain {number}. Rain, rain and rain." if number in (3, 7) else text
        stories.append(Story(f"s{number}", text, f"2031-05-{20 - number}"))
    with closing(shelved(tmp_path, *stories)) as connection:
        yield connection


def ids(rows: Rows[Hit]) -> list[str]:
    return [hit.id for hit in rows]


def test_the_best_come_first(many: sqlite3.Connection) -> None:
    found = hits(many, "rain")
    assert set(ids(found)[:2]) == {"s3", "s7"} and found.total == 10
    scores = [hit.score or 0 for hit in found]
    assert scores == sorted(scores, reverse=True)


def test_the_newest_come_first(many: sqlite3.Connection) -> None:
    found = hits(many, "rain", order="newest")
    assert ids(found) == [f"s{number}" for number in range(10)]
    assert found[0].score is None


def test_pages(many: sqlite3.Connection) -> None:
    whole = hits(many, "rain")
    pages = [hits(many, "rain", limit=4, offset=offset) for offset in (0, 4, 8, 12)]
    assert [len(page) for page in pages] == [4, 4, 2, 0]
    assert [hit for page in pages for hit in page] == list(whole)
    assert {page.total for page in pages} == {10}
    assert hits(many, limit=None) == hits(many, limit=10)


def test_of_very_many_the_newest_are_ranked(many: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "RANKED", 5)
    ranked = ids(hits(many, "rain", limit=5))
    assert ranked[0] == "s7" and set(ranked) == {"s5", "s6", "s7", "s8", "s9"}
    rest = hits(many, "rain", limit=None)
    assert ids(rest) == [*ranked, "s4", "s3", "s2", "s1", "s0"] and rest.total == 10
    assert [hit.score is None for hit in rest] == [False] * 5 + [True] * 5
    assert ids(hits(many, "rain", limit=3, offset=4)) == [ranked[4], "s4", "s3"]
    assert hits(many, "rain", limit=2).total == 10
    assert ids(hits(many, "rain", until="2031-05-18")) == [*ids(hits(many, "rain", limit=5)), "s4", "s3", "s2"]


def test_beginnings_that_very_many_have_are_not_ranked(
    many: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hits(many, "rai*")[0].score is not None
    monkeypatch.setattr(searching, "RANKED", 5)
    found = hits(many, "rai*")
    assert ids(found) == [f"s{number}" for number in reversed(range(10))] and found[0].score is None
    assert found[0].marked() == "It was a day of [rain]."


def test_nothing_is_found(many: sqlite3.Connection) -> None:
    found = hits(many, "snow")
    assert found.total == 0 and not found and found.columns[0] == "id"
    assert hits(many, person="Nobody Atall").total == hits(many, "-rain").total == 0


def test_a_hit(tmp_path: Path) -> None:
    text = "Bus attacked. Gunmen attacked a bus and killed three or four people, nine were hurt. A strike is planned."
    story = Story("bus", text, "2031-04-02T06:30")
    attack = story.event("ASSAULT", "Gunmen attacked")
    story.event("PROTEST", "strike", "planned")
    story.event("ASSAULT", "Bus attacked")
    story.harm("killed three", effect="killed", low=3, high=4, event=attack.id)
    story.harm("killed", effect="killed", low=2, high=2, event=attack.id)
    story.harm("nine were hurt", effect="wounded", low=9)
    story.record.keep(story.record.report("spellings", "note", "two ways", story.span("bus")))
    with closing(shelved(tmp_path, story)) as desk:
        (hit,) = hits(desk, type="ASSAULT", min_killed=3)
    assert (hit.id, hit.version, hit.language) == ("bus", story.record.article.version, "en")
    assert (hit.headline, hit.outlet, hit.location) == ("Bus attacked", "The Lund Post", "bus.txt")
    assert hit.published == hit.dated == "2031-04-02T06:30"
    assert (hit.killed_low, hit.killed_high, hit.wounded_low, hit.wounded_high) == (3, 4, 9, None)
    assert hit.events == ("ASSAULT",) and hit.findings == 1
    kinds = [story.record.get(fact).kind for fact in hit.facts]  # type: ignore[union-attr]
    assert kinds == ["event", "casualties"]
    assert hit.snippet == text and not hit.marks


def test_the_status_asked_for_is_shown(tmp_path: Path) -> None:
    story = Story("plan", "A strike is planned. Somebody spoke.")
    story.event("PROTEST", "strike", "planned")
    story.event("CONSULT", "spoke")
    with closing(shelved(tmp_path, story)) as desk:
        assert hits(desk)[0].events == ("CONSULT",)
        assert hits(desk, status="planned")[0].events == ("PROTEST",)
        assert hits(desk, status="any")[0].events == ("PROTEST", "CONSULT")


def test_words_are_marked(many: sqlite3.Connection) -> None:
    hit = hits(many, "RAINED", order="newest")[0]
    assert hit.marked() == "It was a day of [rain]."
    assert hit.marked("<b>", "</b>") == "It was a day of <b>rain</b>."
    (mark,) = hit.marks
    assert hit.snippet[mark.start : mark.end] == "rain"


def test_a_desk_is_searched_while_another_writes(tmp_path: Path) -> None:
    writing = shelved(tmp_path, Story("one", "It rained."))
    with closing(writing) as writer, closing(reading(tmp_path / "news.db")) as reader:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE articles SET outlet = 'Other'")
        assert hits(reader, "rain")[0].outlet == "The Lund Post"
        assert not reader.in_transaction
        writer.execute("COMMIT")
        assert hits(reader, "rain")[0].outlet == "Other"


def test_within_a_transaction_it_stays_open(many: sqlite3.Connection) -> None:
    many.execute("BEGIN")
    assert hits(many, "rain")
    assert many.in_transaction
    many.execute("ROLLBACK")


def test_the_desk_of_python(tmp_path: Path) -> None:
    shelved(tmp_path, Story("one", "It rained in Lund."), Story("two", "It snowed.")).close()
    with Desk(tmp_path / "news.db") as desk:
        assert ids(desk.search("rain")) == ["one"]
        assert len(desk.search()) == 2
        assert desk.search(within="50km:Lund").notes == ("within 50 km of Lund, Sweden (55.71, 13.19)",)
        with pytest.raises(BadQuestion):
            desk.search(type="RAIN")
    with pytest.raises(NoSuchDesk):
        Desk(tmp_path / "none.db").search()
