"""What comparing an article with others gives, as rows of a desk."""

import sqlite3
from collections.abc import Iterable

import msgspec

from dateline.desk.merging.packing import ready_in
from dateline.desk.merging.rows import KEYS, keys_cell, pairs
from dateline.merging.comparing import Comparison, compare_ready, ready
from dateline.merging.reports.report import Report
from dateline.merging.sameness.sameness import own_ties
from dateline.merging.ties import Tie

__all__ = ["forget_ties", "tie"]

_STORY = "INSERT OR REPLACE INTO story_ties VALUES (?, ?, ?, ?, ?)"
_EVENT = "INSERT OR REPLACE INTO event_ties VALUES (?, ?, ?, ?)"
_ARTICLES = f"SELECT id, key FROM articles WHERE id IN {KEYS}"
_FACTS = f"SELECT id, key FROM facts WHERE id IN {KEYS}"
_OWN_EVENTS = "SELECT key FROM facts WHERE article = ?1 AND kind = 'event'"


def tie(connection: sqlite3.Connection, report: Report, others: Iterable[bytes]) -> None:
    """Compares a report with others and keeps the ties; `others` are packed."""
    own = ready(report)
    found = [compare_ready(own, ready_in(packed)) for packed in others]
    _keep_stories(connection, found)
    events = [*own_ties(report), *(tie for each in found for tie in each.events)]
    keys = pairs(connection, _FACTS, keys_cell({end for tie in events for end in (tie.left, tie.right)}))
    rows = [(*_ends(keys, tie), tie.score, tie.verdict) for tie in events if tie.left in keys and tie.right in keys]
    connection.executemany(_EVENT, rows)


def _keep_stories(connection: sqlite3.Connection, found: list[Comparison]) -> None:
    ends = {end for each in found for end in (each.story.left, each.story.right)}
    keys = pairs(connection, _ARTICLES, keys_cell(ends))
    rows = [
        (*_ends(keys, each.story), each.story.score, each.story.verdict, _json(each.copy))
        for each in found
        if each.story.left in keys and each.story.right in keys
    ]
    connection.executemany(_STORY, rows)


def _ends(keys: dict[str, int], tie: Tie) -> tuple[int, int]:
    left, right = keys[tie.left], keys[tie.right]
    return min(left, right), max(left, right)


def _json(copy: object) -> str | None:
    return None if copy is None else msgspec.json.encode(copy).decode()


def forget_ties(connection: sqlite3.Connection, article: int) -> None:
    """Takes out whatever ties an article to others."""
    for side in ("left", "right"):
        connection.execute(f'DELETE FROM story_ties WHERE "{side}" = ?', (article,))
        connection.execute(f'DELETE FROM event_ties WHERE "{side}" IN ({_OWN_EVENTS})', (article,))
