"""Kept articles read anew: in place, resumable, and what one of them does costs no other."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kept import FIRST, OTHER, STORY, Fragile, change, keep, later, read_later, record_of, told
from msgspec.structs import replace

import dateline
from dateline.desk.keeping import reread as room
from dateline.desk.keeping.reread import Rereading
from dateline.model import Page, Refused
from dateline.settings import Settings

LATER = replace(FIRST, dateline="9.9")


def here(pages: Iterator[Page], settings: Settings, workers: int, work: Any) -> Iterator[tuple[Page, Any]]:
    """Stands for the worker processes."""
    for page in pages:
        yield page, next(iter(work([page], settings)))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Two articles of an earlier version, of which the later one reads one otherwise."""
    monkeypatch.setattr("dateline.reader.read_articles", read_later)
    monkeypatch.setattr("dateline.reader.made_by_now", lambda settings: LATER)
    monkeypatch.setattr(room, "outcomes", here)
    room._connection.cache_clear()
    path = tmp_path / "news.db"
    keep(path, record_of("quill"), record_of("vang", OTHER))
    yield path
    if room._connection.cache_info().currsize:
        room._connection(path).close()
    room._connection.cache_clear()


def test_what_another_version_read_is_read_anew_in_place(desk: Path) -> None:
    before = dict(told(desk, "SELECT id, key FROM facts"))
    with dateline.open(desk) as opened:
        said: list[Rereading] = []
        found = opened.reread(Settings(), told=said.append)
        assert found == said[-1] == Rereading(articles=2, reread=1, unchanged=1)
        now = opened.record("quill")
    assert now.to_json() == later(record_of("quill")).to_json()
    assert set(before) < set(told(desk, "SELECT id FROM facts"))
    assert told(desk, "SELECT verb, state, updated, known, refused FROM runs ORDER BY key")[-1] == (
        "reread",
        "done",
        1,
        1,
        0,
    )
    assert told(desk, "SELECT DISTINCT dateline FROM articles JOIN makers ON makers.key = maker") == ["9.9"]
    assert told(desk, "SELECT number FROM articles") == [1, 1]
    assert not told(desk, "PRAGMA foreign_key_check")


def test_what_this_version_read_is_left_alone_unless_all_is_asked_for(desk: Path) -> None:
    with dateline.open(desk) as opened:
        opened.reread(Settings())
        assert opened.reread(Settings()) == Rereading()
        assert opened.reread(Settings(), all=True) == Rereading(articles=2, unchanged=2)
    assert len(told(desk, "SELECT key FROM runs WHERE verb = 'reread'")) == 2  # nothing to do is no run


def test_judgements_stay_whatever_is_told_now(desk: Path) -> None:
    fact = told(desk, "SELECT id FROM facts WHERE kind = 'person' LIMIT 1")[0]
    for left in (fact, "person-0000000000000000"):
        change(desk, f"INSERT INTO judgements VALUES (NULL, '{left}', NULL, 'right', NULL, 'me', '2031-03-04')")
    with dateline.open(desk) as opened:
        opened.reread(Settings(), all=True)
    assert told(desk, "SELECT left FROM judgements ORDER BY key") == [fact, "person-0000000000000000"]


def test_older_versions_stay_as_they_are(desk: Path) -> None:
    keep(desk, record_of("quill", STORY + " He left."))
    packed = told(desk, "SELECT record FROM versions WHERE record IS NOT NULL")
    with dateline.open(desk) as opened:
        opened.reread(Settings())
        assert opened.record("quill", 1).made_by == FIRST
    assert told(desk, "SELECT record FROM versions WHERE record IS NOT NULL") == packed
    assert told(desk, "SELECT number FROM articles ORDER BY key") == [2, 1]


def test_stopped_it_goes_on_where_it_was(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(desk, *(record_of(f"story {i}") for i in range(4)))
    monkeypatch.setattr(room, "MOST_PENDING", 2)

    def stopped(pages: Iterator[Page], *rest: Any) -> Iterator[tuple[Page, Any]]:
        for number, done in enumerate(here(pages, *rest)):
            if number == 3:
                raise KeyboardInterrupt
            yield done

    with dateline.open(desk) as opened:
        monkeypatch.setattr(room, "outcomes", stopped)
        with pytest.raises(KeyboardInterrupt):
            opened.reread(Settings())
        assert told(desk, "SELECT state, updated, known FROM runs WHERE verb = 'reread'") == [("stopped", 2, 1)]
        monkeypatch.setattr(room, "outcomes", here)
        assert opened.reread(Settings()) == Rereading(articles=3, reread=3)


def test_what_changes_meanwhile_is_not_overwritten(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(pages: Iterator[Page], *rest: Any) -> Iterator[tuple[Page, Any]]:
        yield from list(here(pages, *rest))
        keep(desk, record_of("quill", STORY + " He left."))
        change(desk, "DELETE FROM articles WHERE id = 'vang'")

    monkeypatch.setattr(room, "outcomes", meanwhile)
    with dateline.open(desk) as opened:
        assert opened.reread(Settings()) == Rereading(articles=2, gone=2)
        assert opened.record("quill").text.endswith("He left.")
        assert "vang" not in opened


def test_what_is_gone_before_its_turn_is_passed_over(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def before(pages: Iterator[Page], *rest: Any) -> Iterator[tuple[Page, Any]]:
        waiting = list(pages)
        change(desk, "DELETE FROM articles WHERE id = 'vang'")
        yield from here(iter(waiting), *rest)

    monkeypatch.setattr(room, "outcomes", before)
    with dateline.open(desk) as opened:
        assert opened.reread(Settings()) == Rereading(articles=2, reread=1, gone=1)


def test_names_kept_by_other_rules_are_found_again(desk: Path) -> None:
    words = sorted(told(desk, "SELECT word, fact FROM name_words WHERE fact IN (SELECT fact FROM people)"))
    change(desk, "UPDATE name_words SET word = 'x' || word")
    with dateline.open(desk) as opened:
        assert opened.reread(Settings()) == Rereading(articles=2, reread=2)
    now = sorted(told(desk, "SELECT word, fact FROM name_words WHERE fact IN (SELECT fact FROM people)"))
    assert [word for word, _ in now] == [word for word, _ in words]
    assert not told(desk, "SELECT * FROM name_words WHERE word LIKE 'x%'")


def test_the_index_of_words_is_left_alone_where_the_text_is_the_same(desk: Path) -> None:
    size = told(desk, "SELECT count(*) FROM search_data")
    with dateline.open(desk) as opened:
        opened.reread(Settings())
    assert told(desk, "SELECT count(*) FROM search_data") == size
    assert told(desk, "SELECT rowid FROM search WHERE search MATCH 'zymurgical'")


def test_an_article_that_ends_its_process_or_hangs_keeps_its_facts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.reader.made_by_now", lambda settings: LATER)
    monkeypatch.setattr(room, "ReadAnew", Fragile)
    path = tmp_path / "news.db"
    keep(path, *(record_of(name) for name in ("a", "ends", "b", "raises", "hangs", "c")))
    before = {name: told(path, f"SELECT id FROM facts_full WHERE article = '{name}'") for name in ("ends", "hangs")}
    failed: list[Refused] = []
    with dateline.open(path) as opened:
        found = opened.reread(Settings(patience=1.0), workers=2, failed=failed.append)
        assert found == Rereading(articles=6, reread=3, failed=3)
        assert [each.location for each in failed] == ["ends", "raises", "hangs"]
        assert "exit code 3" in failed[0].reason and "within" in failed[2].reason
        assert {name: told(path, f"SELECT id FROM facts_full WHERE article = '{name}'") for name in before} == before
        assert opened.reread(Settings(patience=1.0)).articles == 3  # only those are tried again


@pytest.mark.slow
def test_the_steps_of_this_version_find_what_they_found(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with dateline.open(path, create=True) as opened:
        opened.ingest([{"id": "q", "text": STORY, "published": "2031-03-04"}], Settings())
        assert opened.reread(Settings()) == Rereading()
        before = opened.record("q").to_json()
        assert opened.reread(Settings(), all=True) == Rereading(articles=1, unchanged=1)
        assert opened.record("q").to_json() == before
        assert opened.reread(Settings(model="off")).articles == 1
