"""Ties between facts or articles, as a desk keeps them, with the reasons in words."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Literal, NamedTuple

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.why.reports import Reports, ids_by_key
from dateline.merging.outcomes import MACHINE, Link, Verdict
from dateline.merging.sameness.sameness import event_reasons
from dateline.merging.stories.likeness import story_reasons

__all__ = ["Kept", "Level", "holding", "inner", "linked", "outer"]

Level = Literal["event", "story"]
_TABLES = {"event": "event_ties", "story": "story_ties"}
_MEMBERS = {"event": "facts", "story": "articles"}


class Kept(NamedTuple):
    """A tie between two keys of facts, or of articles."""

    left: int
    right: int
    score: float
    verdict: Verdict


def inner(connection: sqlite3.Connection, level: Level, members: Sequence[int]) -> list[Kept]:
    """The ties between these, the best first."""
    keys = keys_of(members)
    rows = connection.execute(
        f'SELECT "left", "right", score, verdict FROM {_TABLES[level]} WHERE "left" IN {KEYS} AND "right" IN {KEYS}',
        (keys, keys),
    )
    return sorted((Kept(*row) for row in rows), key=_best)


def outer(connection: sqlite3.Connection, level: Level, members: Sequence[int]) -> list[Kept]:
    """The ties of these to others, the best first; the member is the left one of each."""
    keys, inside = keys_of(members), set(members)
    both = (
        f'SELECT "left", "right", score, verdict FROM {_TABLES[level]} WHERE "left" IN {KEYS} UNION ALL '
        f'SELECT "right", "left", score, verdict FROM {_TABLES[level]} WHERE "right" IN {KEYS}'
    )
    found = (Kept(*row) for row in connection.execute(both, (keys, keys)))
    return sorted((each for each in found if each.right not in inside), key=_best)


def _best(tie: Kept) -> tuple[Any, ...]:
    return (-tie.score, tie.left, tie.right)


def holding(ties: Iterable[Kept]) -> list[Kept]:
    """Of ties, the best first, those that reach all that they reach together, without a roundabout way."""
    group: dict[int, int] = {}

    def root(member: int) -> int:
        while group.setdefault(member, member) != member:
            member = group[member]
        return member

    kept = []
    for tie in ties:
        left, right = root(tie.left), root(tie.right)
        if left != right and tie.verdict != "different":
            group[right] = left
            kept.append(tie)
    return kept


def linked(connection: sqlite3.Connection, level: Level, ties: Sequence[Kept], reports: Reports) -> tuple[Link, ...]:
    """These ties with ids, reasons, and what people decided on them."""
    ids = ids_by_key(connection, _MEMBERS[level], sorted({key for tie in ties for key in (tie.left, tie.right)}))
    found = []
    for tie in ties:
        left, right = ids[tie.left], ids[tie.right]
        verdict, who, why = _decided(connection, left, right) or (tie.verdict, MACHINE, None)
        found.append(
            Link(
                left=left,
                right=right,
                score=round(tie.score, 3),
                reasons=reasons(level, tie.left, tie.right, reports),
                judgement=verdict,
                decided_by=who,
                about=level,
                why=why,
            )
        )
    return tuple(found)


def reasons(level: Level, left: int, right: int, reports: Reports) -> tuple[str, ...]:
    """What speaks for and against one event, or one story; nothing where their reports are not kept."""
    if level == "story":
        one, other = reports.of(left), reports.of(right)
        return story_reasons(*sorted((one, other), key=lambda each: each.article)) if one and other else ()
    told, also = reports.telling(left), reports.telling(right)
    if told is None or also is None:
        return ()
    (first, a), (second, b) = sorted((told, also), key=lambda each: each[0].article)
    return event_reasons(first, a, second, b)


_PAIRS = """
SELECT judgements.verdict, judgements.who, judgements.why FROM judgement_pairs
JOIN judgements ON judgements.key = judgement_pairs.judgement
WHERE judgement_pairs."left" = ? AND judgement_pairs."right" = ? ORDER BY judgements.key DESC LIMIT 1
"""


def _decided(connection: sqlite3.Connection, left: str, right: str) -> tuple[Verdict, str, str | None] | None:
    """What a person said of these two last."""
    row = connection.execute(_PAIRS, sorted((left, right))).fetchone()
    return None if row is None or row[0] == "undo" else row


def others_of(connection: sqlite3.Connection, level: Level, keys: Collection[int]) -> dict[int, int]:
    """The incidents of these facts, or the stories of these articles."""
    table, member, home = (
        ("incident_facts", "fact", "incident") if level == "event" else ("story_articles", "article", "story")
    )
    rows = connection.execute(f"SELECT {member}, {home} FROM {table} WHERE {member} IN {KEYS}", (keys_of(list(keys)),))
    return dict(rows)
