"""What people decided, and what of it still holds."""

import sqlite3
from collections.abc import Sequence
from typing import Literal, TypedDict, get_args

from msgspec import Struct, json
from msgspec.structs import replace

from dateline.desk.asking.articles.conditions import KEYS
from dateline.desk.asking.limits import checked_limit, one_of
from dateline.desk.asking.rows import Rows
from dateline.desk.storage.transactions import snapshot

__all__ = ["JudgementRow", "JudgementsAsked", "judgements", "judgements_on"]

PAGE = 100
Decided = Literal["same", "different", "unsure", "right", "wrong", "undo"]
DECIDED: tuple[Decided, ...] = get_args(Decided)


class JudgementRow(Struct, frozen=True, kw_only=True):
    """One decision of a person."""

    at: str
    """When: ISO 8601."""
    who: str
    verdict: Decided
    left: str
    """Id of a fact, an article, an incident or a story."""
    right: str | None
    """The other one; None where the judgement is about one fact."""
    why: str | None
    holds: bool
    """Whether it counts: no later judgement on the same takes its place, and it undoes none."""
    left_words: str | None
    """What it is about, in words of the desk; None where the desk does not have it any more."""
    right_words: str | None


class JudgementsAsked(TypedDict, total=False):
    """What `judgements` takes."""

    who: str | None
    verdict: Decided | None
    about: str | Sequence[str] | None
    """The id of something that was judged, or several: then judgements on any of them."""
    limit: int | None


_LATER = """SELECT 1 FROM judgements AS later WHERE later.key > judgements.key AND (
    (later.left = judgements.left AND later.right IS judgements.right)
    OR (later.left = judgements.right AND later.right = judgements.left))"""
_ROWS = f"""
SELECT at, who, verdict, "left", "right", why, NOT EXISTS ({_LATER}) FROM judgements
"""
_ABOUT = f'judgements."left" IN {KEYS} OR judgements."right" IN {KEYS}'
_WORDS = f"""
SELECT id, headline FROM articles WHERE id IN {KEYS.replace("?", ":ids")}
UNION ALL SELECT id, title FROM incidents WHERE id IN {KEYS.replace("?", ":ids")}
UNION ALL SELECT id, title FROM stories WHERE id IN {KEYS.replace("?", ":ids")}
UNION ALL SELECT id, name FROM identities WHERE id IN {KEYS.replace("?", ":ids")}
UNION ALL SELECT facts.id, facts.kind || ' "' || substr(articles.text, spans.start + 1,
    min(spans."end" - spans.start, 80)) || '"' FROM facts JOIN articles ON articles.key = facts.article
    JOIN spans ON spans.fact = facts.key AND spans.number = 0 WHERE facts.id IN {KEYS.replace("?", ":ids")}
"""


def judgements(
    connection: sqlite3.Connection,
    *,
    who: str | None = None,
    verdict: Decided | None = None,
    about: str | Sequence[str] | None = None,
    limit: int | None = PAGE,
) -> Rows[JudgementRow]:
    """What people decided, the last first.

    `who` in any capitals; `about` is an id of what was judged, or several. Raises BadQuestion.
    """
    where, cells = list[str](), list[str]()
    if who is not None:
        where.append("who = ? COLLATE NOCASE")
        cells.append(who)
    if verdict is not None:
        where.append("verdict = ?")
        cells.append(one_of("verdict", verdict, DECIDED))
    if about is not None:
        where.append(f"({_ABOUT})")
        cells += [json.encode([about] if isinstance(about, str) else about).decode()] * 2
    checked_limit(limit)
    with snapshot(connection):
        rows = _judged(connection, f"WHERE {' AND '.join(where)}" if where else "", cells)
        shown = _worded(connection, rows if limit is None else rows[:limit])
    return Rows(JudgementRow, shown, total=len(rows))


def judgements_on(connection: sqlite3.Connection, ids: Sequence[str]) -> list[JudgementRow]:
    """What was decided about any of these, the last first."""
    listed = json.encode(ids).decode()
    return _worded(connection, _judged(connection, f"WHERE {_ABOUT}", [listed, listed]))


def _judged(connection: sqlite3.Connection, where: str, cells: Sequence[str]) -> list[JudgementRow]:
    rows = connection.execute(f"{_ROWS} {where} ORDER BY judgements.key DESC", cells)
    return [
        JudgementRow(
            at=at, who=who, verdict=verdict, left=left, right=right, why=why, holds=bool(holds) and verdict != "undo",
            left_words=None, right_words=None,
        )
        for at, who, verdict, left, right, why, holds in rows
    ]  # fmt: skip


def _worded(connection: sqlite3.Connection, rows: Sequence[JudgementRow]) -> list[JudgementRow]:
    ids = json.encode(sorted({each for row in rows for each in (row.left, row.right) if each})).decode()
    told = connection.execute(_WORDS, {"ids": ids})
    words = {name: " ".join((own or "").split()) or name for name, own in told}  # there may be no headline
    return [replace(row, left_words=words.get(row.left), right_words=words.get(row.right or "")) for row in rows]
