"""`Desk.merge`: what is not merged yet is, or all anew; stopped at any moment it goes on, and ends up the same."""

from contextlib import closing
from pathlib import Path

import pytest
from merged_newsroom import assert_agreed, by_chance, incidents, keep, likeness, stories, told
from test_merged_as_they_come import Chosen, crowd

import dateline
from dateline.desk.keeping import merge
from dateline.desk.keeping.merge import Merging
from dateline.desk.merging import candidates, identities, merger
from dateline.desk.storage.opening import writing

__all__ = ["likeness"]
Found = set[frozenset[str]]


@pytest.fixture
def path(tmp_path: Path, likeness: Chosen) -> Path:
    """Twenty articles, merged as they came in."""
    likeness(by_chance)
    return keep(tmp_path / "news.db", *crowd(20), together=7)


def unmerge(path: Path) -> None:
    """As after an upgrade from the first version."""
    with closing(writing(path)) as connection:
        for table in ("incident_facts", "event_ties", "incidents", "story_articles", "stories", "reports"):
            connection.execute(f"DELETE FROM {table}")


def outdated(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new version of merging is installed."""
    for module in (merge, candidates, identities, merger):
        monkeypatch.setattr(module, "MERGING", "next")


def test_what_is_not_merged_is_merged_once(path: Path) -> None:
    found: tuple[Found, Found] = incidents(path), stories(path)
    unmerge(path)
    assert incidents(path) == set()
    heard: list[Merging] = []
    with dateline.open(path) as desk:
        done = desk.merge(told=heard.append)
        assert (done.articles, done.compared, done.total, done.waiting) == (20, 20, 20, 0)
        assert heard[-1] == done
        assert desk.merge() == Merging()
    assert (incidents(path), stories(path)) == found
    assert told(path, "SELECT verb, state, updated FROM runs WHERE verb = 'merge'") == [("merge", "done", 20)]
    assert_agreed(path)


@pytest.mark.parametrize("commits", [1, 2, 3, 5, 8, 9])
def test_stopped_after_any_commit_it_goes_on(path: Path, monkeypatch: pytest.MonkeyPatch, commits: int) -> None:
    found: tuple[Found, Found] = incidents(path), stories(path)
    ids = told(path, "SELECT id FROM incidents ORDER BY id")
    outdated(monkeypatch)
    monkeypatch.setattr(merge, "MOST_PENDING", 4)
    heard: list[Merging] = []

    def stop(state: Merging) -> None:
        heard.append(state)
        if len(heard) == commits:
            raise KeyboardInterrupt

    with dateline.open(path) as desk:
        with pytest.raises(KeyboardInterrupt):
            desk.merge(told=stop)
        left = desk.merge().articles
        assert left == max(0, 20 - 4 * commits)
    assert (incidents(path), stories(path)) == found
    assert told(path, "SELECT id FROM incidents ORDER BY id") == ids
    assert told(path, "SELECT DISTINCT version FROM reports") == ["next"]
    assert told(path, "SELECT state FROM runs WHERE verb = 'merge'") == ["stopped", "done"]
    assert_agreed_next(path, monkeypatch)


def assert_agreed_next(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.desk.merging.packing.MERGING", "next")
    assert_agreed(path)


def test_what_comes_in_meanwhile_is_merged_too(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path / "calm.db", *crowd(26), together=26)
    outdated(monkeypatch)
    monkeypatch.setattr(merge, "MOST_PENDING", 8)

    def more(state: Merging) -> None:
        if state.compared == 8:
            keep(path, *crowd(26)[20:])

    with dateline.open(path) as desk:
        desk.merge(told=more)
    assert (incidents(path), stories(path)) == (incidents(tmp_path / "calm.db"), stories(tmp_path / "calm.db"))


def test_an_article_that_is_damaged_or_gone_stops_nobody(path: Path) -> None:
    unmerge(path)
    with closing(writing(path)) as connection:
        connection.execute("UPDATE facts SET value = '{' WHERE article = 3")

    def forget(state: Merging) -> None:
        with dateline.open(path) as other:
            if "r19" in other and state.compared:
                other.forget("r19")

    with dateline.open(path) as desk:
        merge.MOST_PENDING, most = 6, merge.MOST_PENDING
        try:
            done = desk.merge(told=forget)
        finally:
            merge.MOST_PENDING = most
    assert (done.articles, done.compared, done.failed, done.gone) == (20, 18, 1, 1)
