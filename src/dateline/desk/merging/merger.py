"""Articles merged as they come in, go out and change, within the transaction in which they do."""

import sqlite3
from collections.abc import Collection

from dateline.desk.merging.candidates import around, candidates, minutes
from dateline.desk.merging.copying import recopied
from dateline.desk.merging.groups import EVENTS, STORIES
from dateline.desk.merging.hands import wrong_in
from dateline.desk.merging.identities import judge_names, name, unname
from dateline.desk.merging.incidents import settle_incidents
from dateline.desk.merging.packing import MERGING, Packed, report_in
from dateline.desk.merging.packing import packed as pack
from dateline.desk.merging.placing import drop_groups
from dateline.desk.merging.rows import KEYS, column, keys_cell, pairs
from dateline.desk.merging.stories import settle_stories
from dateline.desk.merging.ties import forget_ties, tie
from dateline.merging.doubted import without

__all__ = ["Merger"]

_STILL = f"SELECT article FROM reports WHERE article IN {KEYS}"
_REPORT = "SELECT version, report FROM reports WHERE article = ?"
_FACTS = "SELECT key FROM facts WHERE article = ?1 AND kind = 'event'"
_INCIDENTS = f"SELECT id, incident FROM incident_facts JOIN facts ON facts.key = fact WHERE facts.key IN ({_FACTS})"
_BESIDE = f"""
SELECT min(other.article) FROM story_articles AS own JOIN story_articles AS other ON other.story = own.story
    WHERE own.article = ?1 AND other.article != ?1
UNION SELECT "left" FROM story_ties WHERE "right" = ?1 AND score >= {STORIES.line}
UNION SELECT "right" FROM story_ties WHERE "left" = ?1 AND score >= {STORIES.line}
UNION SELECT min(facts.article) FROM incident_facts AS own JOIN incident_facts AS other ON other.incident = own.incident
    JOIN facts ON facts.key = other.fact WHERE own.fact IN ({_FACTS}) AND facts.article != ?1 GROUP BY own.incident
UNION SELECT facts.article FROM event_ties JOIN facts ON facts.key = "left"
    WHERE "right" IN ({_FACTS}) AND score >= {EVENTS.line}
UNION SELECT facts.article FROM event_ties JOIN facts ON facts.key = "right"
    WHERE "left" IN ({_FACTS}) AND score >= {EVENTS.line}
"""
"""Articles through which all that an article held together, or kept apart, is found again."""


class Merger:
    """Merges within a transaction that its caller begins and commits. What was changed counts when it is settled.

    An article that changes leaves before its old facts go, and joins when its new ones are there.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._changed: set[int] = set()
        """Articles that are to be settled."""
        self._former: dict[str, int] = {}
        """Of facts that went, the incidents that they were in: they may come in again."""
        self._left: set[int] = set()
        """Stories that articles left for good."""

    def leave(self, article: int) -> None:
        """Takes an article out of all ties. Those around it are settled anew; it may join again."""
        self._former |= pairs(self._connection, _INCIDENTS, article)
        self._left.update(column(self._connection, "SELECT story FROM story_articles WHERE article = ?", article))
        self.touch([each for each in column(self._connection, _BESIDE, article) if each is not None])
        forget_ties(self._connection, article)
        for version, packed in self._connection.execute(_REPORT, (article,)).fetchall():
            unname(self._connection, article, report_in(packed) if version == MERGING else None)
        for table in ("copies", "report_keys"):
            self._connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
        self._connection.execute("DELETE FROM copies WHERE of = ?", (article,))

    def join(self, article: int, packed: Packed) -> None:
        """Compares an article, whose facts are in the desk, with those that it may have something in common with."""
        connection, report = self._connection, report_in(packed.report)
        if wrong := wrong_in(connection, article):
            report = without(report, wrong)
            packed = pack(report)
        connection.execute(
            "INSERT INTO reports VALUES (?1, ?2, ?3) ON CONFLICT (article) DO UPDATE SET version = ?2, report = ?3",
            (article, MERGING, packed.report),
        )
        at = minutes(report.dated)
        tie(connection, report, candidates(connection, article, packed.keys, at))
        tie(connection, report, around(connection, article))
        rows = [(key, at, article) for key in packed.keys]
        connection.executemany("INSERT INTO report_keys VALUES (?, ?, ?)", rows)
        name(connection, article, report)
        self._unsettle([article])

    def judged(self, names: Collection[int]) -> None:
        """What people decided on these people, bodies and places has changed."""
        judge_names(self._connection, names)

    def touch(self, articles: Collection[int]) -> None:
        """Something about these articles has changed: those that are merged are settled anew."""
        self._unsettle(column(self._connection, _STILL, keys_cell(articles)))

    def settle(self, most: int | None = None) -> int:
        """Brings stories and incidents up to what has changed; gives how many articles that were.

        With `most`, so many of those that wait, by whomever they were changed.
        """
        waiting = self._changed if most is None else self._waiting(most)
        changed = set(column(self._connection, _STILL, keys_cell(set(waiting))))
        copied = recopied(self._connection, changed)
        moved = settle_stories(self._connection, {*changed, *copied})
        settle_incidents(self._connection, changed, copied, moved, self._former)
        drop_groups(self._connection, EVENTS, set(self._former.values()))
        drop_groups(self._connection, STORIES, self._left)
        self._connection.executemany("DELETE FROM unsettled WHERE article = ?", [(article,) for article in changed])
        self._changed, self._former, self._left = set(), {}, set()
        return len(changed)

    def _waiting(self, most: int) -> list[int]:
        return column(self._connection, "SELECT article FROM unsettled ORDER BY article LIMIT ?", most)

    def _unsettle(self, articles: Collection[int]) -> None:
        self._changed.update(articles)
        self._connection.executemany("INSERT OR IGNORE INTO unsettled VALUES (?)", [(each,) for each in articles])
