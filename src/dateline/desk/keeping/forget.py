"""Articles taken out of a desk for good, with all that rests on them; and let in again."""

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from dateline.desk.merging.merger import Merger
from dateline.desk.merging.rows import KEYS, column, keys_cell
from dateline.desk.saving.removing import remove_article
from dateline.desk.saving.unknown import not_in_desk
from dateline.desk.saving.writing import now
from dateline.desk.storage.transactions import transaction
from dateline.desk.storage.trouble import error_of, plainly

_TWINS = (
    "SELECT id FROM articles WHERE key != ?1 AND key IN (SELECT twin.article FROM versions AS own "
    "JOIN versions AS twin ON twin.version = own.version WHERE own.article = ?1) ORDER BY key"
)
_ONLY_FROM_HERE = (
    "UPDATE documents SET location = '' WHERE digest IN (SELECT document FROM versions WHERE article = ?1) "
    "AND digest NOT IN (SELECT document FROM versions WHERE article != ?1)"
)

_ALONE = " UNION ".join(
    f"SELECT id FROM {groups} WHERE key IN (SELECT {group} FROM {members} WHERE {own} = ?1) AND NOT EXISTS "
    f"(SELECT 1 FROM {members} WHERE {group} = {groups}.key AND {own} != ?1)"
    for groups, group, members, own in (
        ("stories", "story", "story_articles", "article"),
        ("incidents", "incident", "incident_facts JOIN facts ON facts.key = fact", "facts.article"),
        ("identities", "identity", "identity_facts JOIN facts ON facts.key = fact", "facts.article"),
    )
)
"""Ids of stories, incidents and identities that nothing but an article holds."""
_IDS = KEYS.replace("?", "?1")
_PAIRED = f'FROM judgement_pairs WHERE "left" IN {_IDS} OR "right" IN {_IDS}'
_UNPAIRED = f"DELETE FROM judgements WHERE key IN {KEYS} AND key NOT IN (SELECT judgement FROM judgement_pairs)"


class Forgotten(Struct, frozen=True):
    """An article that was taken out, and how much went with it."""

    id: str
    versions: int
    facts: int
    judgements: int
    twins: tuple[str, ...]
    """Other articles with the same text, which are in the desk still: they were not named."""


class Forgetting(Struct, frozen=True):
    """What was taken out."""

    articles: tuple[Forgotten, ...]
    pending: str | None
    """None: no byte of it is left in the files of the desk. Else why some may be, and what to do: mend that, and call
    `forget` again, for no article."""


def forget(path: Path, connection: sqlite3.Connection, articles: Sequence[str], why: str | None = None) -> Forgetting:
    """Takes these articles out: all versions, facts, findings, words in the index, judgements and refusals.

    Their ids and hashes of their texts stay, so that they stay out when they are met again. All of them, or none where
    one is unknown. The file is written anew, which takes seconds and twice its room. Copies of the desk, those that an
    upgrade made among them, are not touched. Raises NotInDesk and other DeskErrors.
    """
    with plainly(path):
        with transaction(connection):
            keys = [_key(connection, article) for article in dict.fromkeys(articles)]
            merger = Merger(connection)
            taken = [_take_out(connection, merger, key, why) for key in keys]
            merger.settle()
            if taken:
                # A word that is deleted from the index stays in it until its parts are merged.
                connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        return Forgetting(tuple(taken), _erase(path, connection))


def _erase(path: Path, connection: sqlite3.Connection) -> str | None:
    """Leaves no byte of what was deleted; gives the reason where that cannot be had now.

    SQLite's `secure_delete` is not enough: pages keep copies of rows that moved to another page before they went.
    """
    try:
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.Error as error:
        return str(error_of(error, path))
    return f"{path}: another program is reading how it was before; end it, or wait until it has ended" if busy else None


def remember(path: Path, connection: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Lets forgotten articles in again when they are met the next time. Raises NotInDesk, and changes nothing then."""
    with plainly(path), transaction(connection):
        documents = {article: _documents(connection, article) for article in articles}
        for article, digests in documents.items():
            connection.executemany("DELETE FROM documents WHERE digest = ?", [(digest,) for digest in digests])
            connection.execute("DELETE FROM documents WHERE location = ?", (article,))  # met since, and kept out
            connection.execute("DELETE FROM watched_items WHERE item = ?", (article,))
            connection.execute("DELETE FROM forgotten WHERE id = ?", (article,))


def _documents(connection: sqlite3.Connection, article: str) -> list[bytes]:
    """Digests of what a forgotten article was read from."""
    found = connection.execute("SELECT documents FROM forgotten WHERE id = ?", (article,)).fetchone()
    if found is None:
        raise not_in_desk(connection, article, "forgotten")
    return [bytes.fromhex(digest) for digest in msgspec.json.decode(found[0], type=list[str])]


def _key(connection: sqlite3.Connection, article: str) -> int:
    found = connection.execute("SELECT key FROM articles WHERE id = ?", (article,)).fetchone()
    if found is None:
        raise not_in_desk(connection, article)
    return int(found[0])


def _take_out(connection: sqlite3.Connection, merger: Merger, key: int, why: str | None) -> Forgotten:
    article, location = connection.execute("SELECT id, location FROM articles WHERE key = ?", (key,)).fetchone()
    twins = tuple(name for (name,) in connection.execute(_TWINS, (key,)).fetchall())
    versions, facts = _note(connection, key, article, why), _fact_ids(connection, key)
    judged = _unjudge(connection, {article, *facts, *column(connection, _ALONE, key)})
    now_told = connection.execute("SELECT min(key), max(key) FROM facts WHERE article = ?", (key,)).fetchone()
    connection.execute(_ONLY_FROM_HERE, (key,))
    merger.leave(key)
    remove_article(connection, key)
    # Whatever the rules were by which they were made: the facts of an article stand side by side.
    connection.execute("DELETE FROM name_words WHERE fact BETWEEN ? AND ?", now_told)
    connection.execute("DELETE FROM refusals WHERE name IN (?, ?)", (article, location))
    if not connection.execute("SELECT 1 FROM articles WHERE location = ? LIMIT 1", (location,)).fetchone():
        _unname(connection, {article, location})
    return Forgotten(article, versions, len(facts), judged, twins)


def _unjudge(connection: sqlite3.Connection, ids: set[str]) -> int:
    """Takes out what was decided on these ids, also by way of groups of which nothing else is left; how many."""
    cell = keys_cell(ids)
    touched = keys_cell(set(column(connection, f"SELECT judgement {_PAIRED}", cell)))
    connection.execute(f"DELETE {_PAIRED}", (cell,))
    judged = connection.execute(f"DELETE FROM judgements WHERE left IN {_IDS} OR right IN {_IDS}", (cell,)).rowcount
    return judged + connection.execute(_UNPAIRED, (touched,)).rowcount


def _note(connection: sqlite3.Connection, key: int, article: str, why: str | None) -> int:
    """The one row that stays; gives how many versions there are."""
    rows = connection.execute(
        "SELECT version, document FROM versions WHERE article = ? ORDER BY number", (key,)
    ).fetchall()
    cells: tuple[Any, ...] = (
        article,
        why,
        now(),
        _json(version for version, _ in rows),
        _json(document.hex() for _, document in rows),
    )
    connection.execute(
        "INSERT OR REPLACE INTO forgotten (id, why, at, versions, documents) VALUES (?, ?, ?, ?, ?)", cells
    )
    return len(rows)


def _fact_ids(connection: sqlite3.Connection, key: int) -> set[str]:
    """Of the facts of all versions: judgements may go by any of them."""
    ids = {name for (name,) in connection.execute("SELECT id FROM facts WHERE article = ?", (key,))}
    packed = connection.execute("SELECT record FROM versions WHERE article = ? AND record IS NOT NULL", (key,))
    for (record,) in packed.fetchall():
        ids.update(fact.id for fact in msgspec.json.decode(zlib.decompress(record), type=_Facts).facts)
    return ids


def _unname(connection: sqlite3.Connection, names: set[str]) -> None:
    """Takes the article's own address out of what users named as their sources; folders and feeds stay."""
    for name in names:
        connection.execute("DELETE FROM sources WHERE source = ?", (name,))
        runs = connection.execute(
            "SELECT key, sources FROM runs WHERE instr(sources, ?)", (_json([name])[1:-1],)
        ).fetchall()
        for run, sources in runs:
            left = [each for each in msgspec.json.decode(sources, type=list[str]) if each != name]
            connection.execute("UPDATE runs SET sources = ? WHERE key = ?", (_json(left), run))


def _json(words: Iterable[str]) -> str:
    return msgspec.json.encode(list(dict.fromkeys(words))).decode()


class _Named(Struct):
    id: str


class _Facts(Struct):
    facts: list[_Named]
