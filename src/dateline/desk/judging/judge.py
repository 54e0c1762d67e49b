"""A person's decision written down, and obeyed at once by what it is about."""

import getpass
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

from dateline.desk.judging.named import Named, named
from dateline.desk.merging.merger import Merger
from dateline.desk.merging.packing import packed_of
from dateline.desk.merging.rows import KEYS, column, keys_cell
from dateline.desk.saving.restoring import record_of
from dateline.desk.saving.writing import now
from dateline.desk.storage.transactions import transaction
from dateline.desk.storage.trouble import plainly
from dateline.errors import BadQuestion, NotInDesk

__all__ = ["VERDICTS", "Decision", "Verdict", "judge"]

Verdict = Literal["same", "different", "unsure", "right", "wrong", "undo"]
VERDICTS: tuple[str, ...] = get_args(Verdict)
_OF_ONE = ("right", "wrong")
MOST_PAIRS = 2000
"""Pairs of members that are kept apart one by one; of bigger groups each member and the other's first."""

_LISTED = "`dateline judgements` lists what people decided"
_KINDS = {"event": "an event", "story": "an article or a story", "person": "a person"}
_KINDS |= {"organisation": "an organisation", "place": "a place"}
_LAST = "ORDER BY key DESC LIMIT 1"
_IS_FACT = "SELECT id FROM facts WHERE id = ?"
_PAIR = "((left = ?1 AND right = ?2) OR (left = ?2 AND right = ?1))"
_BY_MEMBERS = (
    "SELECT judgements.left, judgements.right FROM judgement_pairs AS pair "
    "JOIN judgements ON judgements.key = judgement "
    'WHERE pair."left" = min(?1, ?2) AND pair."right" = max(?1, ?2) ORDER BY judgement DESC LIMIT 1'
)
_ARTICLES = f"SELECT key FROM articles WHERE id IN {KEYS} UNION SELECT article FROM facts WHERE id IN {KEYS}".replace(
    "?", "?1"
)
_NAMES = f"SELECT key FROM facts WHERE kind != 'event' AND id IN {KEYS}"
_HOMES = f"""
SELECT incidents.id FROM facts JOIN incident_facts ON fact = facts.key JOIN incidents ON incidents.key = incident
    WHERE facts.id IN {KEYS}
UNION SELECT stories.id FROM articles JOIN story_articles ON article = articles.key
    JOIN stories ON stories.key = story WHERE articles.id IN {KEYS}
UNION SELECT identities.id FROM facts JOIN identity_facts ON fact = facts.key
    JOIN identities ON identities.key = identity WHERE facts.id IN {KEYS}
""".replace("?", "?1")


class Decision(Struct, frozen=True, kw_only=True):
    """What was decided, and where it is now."""

    verdict: Verdict
    left: str
    right: str | None
    why: str | None
    who: str
    at: str
    """When: ISO 8601."""
    now: tuple[str, ...]
    """The ids of the incidents, stories or identities that it is about are in after it."""


def judge(
    path: Path,
    connection: sqlite3.Connection,
    verdict: str,
    left: str,
    right: str | None = None,
    why: str | None = None,
    who: str | None = None,
) -> Decision:
    """Writes a decision down and merges anew what it is about. Raises BadQuestion, NotInDesk and DeskError."""
    with plainly(path), transaction(connection):
        judging = _Judging(connection, why, who or _user())
        return judging(_verdict(verdict), left, right)


def _verdict(verdict: str) -> Verdict:
    for each in get_args(Verdict):
        if verdict == each:
            found: Verdict = each
            return found
    raise BadQuestion(f"{verdict!r} is no verdict; say {', '.join(VERDICTS[:-1])} or {VERDICTS[-1]}")


def _user() -> str:
    """The user's name on this system; "unknown" where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


class _Judging:
    """One decision, within a transaction."""

    def __init__(self, connection: sqlite3.Connection, why: str | None, who: str) -> None:
        self._connection, self._why, self._who = connection, why, who
        self._at = now()
        self._merger = Merger(connection)

    def __call__(self, verdict: Verdict, left: str, right: str | None) -> Decision:
        if verdict == "undo":
            left, right, members = self._undo(left, right)
        elif verdict in _OF_ONE:
            members = self._of_one(verdict, left, right)
        else:
            members = self._of_two(verdict, left, right)
        self._merger.settle()
        return Decision(
            verdict=verdict,
            left=left,
            right=right,
            why=self._why,
            who=self._who,
            at=self._at,
            now=tuple(column(self._connection, _HOMES, keys_cell(members))),
        )

    def _of_one(self, verdict: str, left: str, right: str | None) -> set[str]:
        if right is not None:
            raise BadQuestion(f"one fact is {verdict}, not two: give one id, or say same, different or unsure of two")
        found = named(self._connection, left)
        if found.is_group or left not in column(self._connection, _IS_FACT, left):
            raise BadQuestion(f"only a fact is right or wrong, and {left!r} is none; {_instead(found)}")
        self._write(verdict, left, None)
        self._merge_anew(left)
        return {left}

    def _merge_anew(self, fact: str) -> None:
        """Compares the fact's article as if it had been told without it, or with it again."""
        row = "SELECT articles.key, articles.id FROM facts JOIN articles ON articles.key = article WHERE facts.id = ?"
        key, article = self._connection.execute(row, (fact,)).fetchone()
        if self._connection.execute("SELECT 1 FROM reports WHERE article = ?", (key,)).fetchone():
            self._merger.leave(key)
            self._merger.join(key, packed_of(record_of(self._connection, article)))

    def _of_two(self, verdict: str, left: str, right: str | None) -> set[str]:
        if right is None:
            raise BadQuestion(
                f"one thing alone is not {verdict}; give two ids: of facts, incidents, articles or stories"
            )
        one, other = named(self._connection, left), named(self._connection, right)
        _refuse_odd(verdict, one, other)
        self._drop_pairs(left, right)
        judgement = self._write(verdict, left, right)
        rows = [(judgement, min(pair), max(pair)) for pair in _pairs(verdict, one.members, other.members)]
        self._connection.executemany("INSERT OR IGNORE INTO judgement_pairs VALUES (?, ?, ?)", rows)
        members = {*one.members, *other.members}
        self._touch(members)
        return members

    def _undo(self, left: str, right: str | None) -> tuple[str, str | None, set[str]]:
        if right is None:
            return self._undo_one(left)
        found = self._connection.execute(f"SELECT left, right FROM judgements WHERE {_PAIR} {_LAST}", (left, right))
        given = found.fetchone() or self._connection.execute(_BY_MEMBERS, (left, right)).fetchone()
        if given is None or not self._stands(*given):
            raise NotInDesk(f"nobody has judged {left!r} and {right!r}, so nothing is undone; {_LISTED}")
        members = self._drop_pairs(*given)
        self._write("undo", *given)
        self._touch(members)
        return (*given, members)

    def _undo_one(self, fact: str) -> tuple[str, None, set[str]]:
        asked = f"SELECT verdict FROM judgements WHERE left = ? AND right IS NULL {_LAST}"
        last = self._connection.execute(asked, (fact,)).fetchone()
        if last is None or last[0] == "undo":
            raise NotInDesk(f"nobody has judged {fact!r} to be right or wrong, so nothing is undone; {_LISTED}")
        self._write("undo", fact, None)
        if self._connection.execute("SELECT 1 FROM facts WHERE id = ?", (fact,)).fetchone():
            self._merge_anew(fact)
        return fact, None, {fact}

    def _stands(self, left: str, right: str) -> bool:
        last = self._connection.execute(
            f"SELECT verdict FROM judgements WHERE {_PAIR} {_LAST}", (left, right)
        ).fetchone()
        return last is not None and last[0] != "undo"

    def _drop_pairs(self, left: str, right: str) -> set[str]:
        """Of earlier judgements on the same two; gives the members that they were about."""
        of_them = f"WHERE judgement IN (SELECT key FROM judgements WHERE {_PAIR})"
        rows = self._connection.execute(f'SELECT "left", "right" FROM judgement_pairs {of_them}', (left, right))
        members = {end for row in rows for end in row}
        self._connection.execute(f"DELETE FROM judgement_pairs {of_them}", (left, right))
        self._touch(members)
        return members

    def _touch(self, members: Iterable[str]) -> None:
        cell = keys_cell(set(members))
        names = column(self._connection, _NAMES, cell)
        self._merger.judged(names)
        if not names:
            self._merger.touch(column(self._connection, _ARTICLES, cell))

    def _write(self, verdict: str, left: str, right: str | None) -> int:
        cells = (left, right, verdict, self._why, self._who, self._at)
        return self._connection.execute("INSERT INTO judgements VALUES (NULL, ?, ?, ?, ?, ?, ?)", cells).lastrowid or 0


def _refuse_odd(verdict: str, one: Named, other: Named) -> None:
    """Raises BadQuestion for two that nobody can compare."""
    if one.id == other.id:
        raise BadQuestion(f"{one.id!r} is given twice; give two ids")
    for each in (one, other):
        if each.about == "fact":
            raise BadQuestion(
                f"{each.id!r} is neither an event nor somebody or something by name; judge it right or wrong instead"
            )
    if one.about != other.about:
        raise BadQuestion(
            f"{one.id!r} is {_KINDS[one.about]}, {other.id!r} is {_KINDS[other.about]}: give two of one kind"
        )
    if verdict == "different" and not _pairs(verdict, one.members, other.members):
        raise BadQuestion(f"{other.id!r} has only {one.id!r} in it; nothing is to be kept apart")


def _instead(found: Named) -> str:
    if found.is_group and found.about == "event":
        return "name the fact of it that is wrong, or say that two are different"
    return "`dateline forget` takes a whole article out"


def _pairs(verdict: str, one: tuple[str, ...], other: tuple[str, ...]) -> set[tuple[str, str]]:
    """What a verdict on two says of their members."""
    if verdict != "same" and len(one) * len(other) <= MOST_PAIRS:
        pairs = {(a, b) for a in one for b in other}
    else:  # each with the first of the others: all hold together, also when one of them is taken out later
        pairs = {(a, other[0]) for a in one} | {(one[0], b) for b in other}
    return {(a, b) for a, b in pairs if a != b}
