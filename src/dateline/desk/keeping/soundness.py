"""Whether the file of a desk is sound: its pages, its indexes, and that nothing in it refers to nothing."""

import re
import sqlite3
from collections.abc import Iterator

from dateline.desk.keeping.diagnosis import Diagnosis, Patient, many
from dateline.desk.saving.restoring import record_of
from dateline.desk.saving.tables import TABLES
from dateline.errors import DeskDamaged

SMALL = 200_000_000
"""Bytes of a file that is examined in full without being asked: some seconds."""
TOLD = 3
"""Complaints of SQLite that are told."""
SAMPLE = 20
"""Articles that are looked up by a word of their own, and whose record is made; a thorough examination takes all."""
RESTORE = "restore a copy, or save what is left with `sqlite3 {} .recover | sqlite3 saved.db`"
REREAD = "run `dateline reread --all --desk {}`, which writes them anew"

_NOT_CHECKED = "unable to validate the inverted index"
"""What some versions of SQLite say of a full-text index where they may not write."""
_WORD = re.compile(r"(?<!\w)[A-Za-z]{5,}(?!\w)")
_PLACED = "FROM places WHERE lat IS NOT NULL AND \"precision\" IN ('exact', 'near')"
_LOOSE = {
    "words of names": "SELECT count(*) FROM name_words WHERE fact NOT IN (SELECT key FROM facts)",
    "parties of events": "SELECT count(*) FROM event_parties WHERE party NOT IN (SELECT key FROM facts)",
    "places of events": "SELECT count(*) FROM event_places WHERE place NOT IN (SELECT key FROM facts)",
    "incidents of nothing": "SELECT count(*) FROM incidents WHERE key NOT IN (SELECT incident FROM incident_facts)",
    "stories of nothing": "SELECT count(*) FROM stories WHERE key NOT IN (SELECT story FROM story_articles)",
    "articles without their version": (
        "SELECT count(*) FROM articles WHERE NOT EXISTS (SELECT 1 FROM versions "
        "WHERE versions.article = articles.key AND versions.number = articles.number AND record IS NULL)"
    ),
    "versions without their text": (
        "SELECT count(*) FROM versions JOIN articles ON articles.key = versions.article "
        "WHERE versions.number != articles.number AND record IS NULL"
    ),
}


def pages(patient: Patient) -> Iterator[Diagnosis]:
    """SQLite's own check of the file."""
    size, page = patient.path.stat().st_size, patient.count("PRAGMA page_size")
    full = patient.thorough or size < SMALL
    check = "integrity_check" if full else "quick_check"
    said = [row[0] for row in patient.connection.execute(f"PRAGMA {check}({TOLD + 1})")]
    wrong = [each for each in said if each != "ok" and _NOT_CHECKED not in each]
    if size % page:
        wrong.insert(0, f"its end is cut off after {size:,} bytes")
    if wrong:
        told = "; ".join(
            each.removeprefix("*** in database main ***").strip().replace("\n", ", ") for each in wrong[:TOLD]
        )
        yield Diagnosis("pages", "error", f"the file is damaged: {told}", RESTORE.format(patient.path))
    else:
        rest = "" if full else "; its indexes were not compared (thorough does)"
        yield Diagnosis("pages", "ok", f"the file is whole{rest}")


def references(patient: Patient) -> Iterator[Diagnosis]:
    """Rows that refer to what is not there."""
    loose: dict[str, int] = {}
    for table, *_ in patient.connection.execute("PRAGMA foreign_key_check"):
        loose[table] = loose.get(table, 0) + 1
    loose |= {name: found for name, question in _LOOSE.items() if (found := patient.count(question))}
    untyped = sum(patient.count(_untyped(kind, table.name), kind) for kind, table in TABLES.items())
    if untyped:
        loose["facts without the row of their kind"] = untyped
    if loose:
        told = ", ".join(f"{name} ({found:,})" for name, found in sorted(loose.items()))
        yield Diagnosis("references", "error", f"rows refer to nothing: {told}", REREAD.format(patient.path))
    else:
        yield Diagnosis("references", "ok", "whatever is referred to is there")


def _untyped(kind: str, table: str) -> str:
    return f"SELECT count(*) FROM facts WHERE kind = ? AND key NOT IN (SELECT fact FROM {table})"


def full_text(patient: Patient) -> Iterator[Diagnosis]:
    """The index of words against the articles."""
    unknown = patient.count("SELECT count(*) FROM articles WHERE key NOT IN (SELECT id FROM search_docsize)")
    surplus = patient.count("SELECT count(*) FROM search_docsize WHERE id NOT IN (SELECT key FROM articles)")
    patient.connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab (main, search, 'row')")
    words = patient.count("SELECT count(*) FROM temp.words")  # goes through every page of the index
    unfound = sum(1 for _ in _unfound(patient))
    wrong = unknown + surplus + unfound
    if wrong:
        sentence = f"{many(wrong, 'article')} cannot be found by their words, or are found without being there"
        advice = f"run `sqlite3 {patient.path} \"INSERT INTO search (search) VALUES ('rebuild')\"`"
        yield Diagnosis("full text", "error", sentence, advice)
    else:
        yield Diagnosis("full text", "ok", f"the index has {many(words, 'word')}, and every article")


def _unfound(patient: Patient) -> Iterator[int]:
    """Articles of a sample that are not found by a word of theirs."""
    for key, text in patient.connection.execute("SELECT key, text FROM articles WHERE key % ? = 0", (_step(patient),)):
        word = max(_WORD.findall(text), key=len, default=None)
        if word and not _finds(patient.connection, word, key):
            yield key


def _step(patient: Patient) -> int:
    """Every how manieth article is in the sample."""
    return 1 if patient.thorough else max(1, patient.count("SELECT count(*) FROM articles") // SAMPLE)


def _finds(connection: sqlite3.Connection, word: str, key: int) -> bool:
    found = connection.execute("SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?", (f'"{word}"', key))
    return found.fetchone() is not None


def places_map(patient: Patient) -> Iterator[Diagnosis]:
    """The index of places against the places."""
    said = str(patient.connection.execute("SELECT rtreecheck('places_map')").fetchone()[0])
    unknown = patient.count(f"SELECT count(*) {_PLACED} AND fact NOT IN (SELECT fact FROM places_map)")
    surplus = patient.count(f"SELECT count(*) FROM places_map WHERE fact NOT IN (SELECT fact {_PLACED})")
    if said != "ok" or unknown or surplus:
        told = said.splitlines()[0] if said != "ok" else many(unknown + surplus, "place") + " too few or too many"
        yield Diagnosis("map", "error", f"the map of places is wrong: {told}", REREAD.format(patient.path))
    else:
        placed = many(patient.count(f"SELECT count(*) {_PLACED}"), "place")
        yield Diagnosis("map", "ok", f"the map has {placed}")


def records(patient: Patient) -> Iterator[Diagnosis]:
    """Whether articles and their facts make the records that they were made of."""
    ids = [
        name for (name,) in patient.connection.execute("SELECT id FROM articles WHERE key % ? = 0", (_step(patient),))
    ]
    broken = [name for name in ids if not _makes_a_record(patient.connection, name)]
    if broken:
        sentence = f"{many(len(broken), 'article')} of {len(ids):,} cannot be read any more, {broken[0]} the first"
        yield Diagnosis("records", "error", sentence, "restore a copy, or forget them and ingest them anew")
    else:
        yield Diagnosis("records", "ok", f"{many(len(ids), 'article was', 'articles were')} tried, and whole")


def _makes_a_record(connection: sqlite3.Connection, article: str) -> bool:
    try:
        record_of(connection, article)
    except DeskDamaged:
        return False
    return True
