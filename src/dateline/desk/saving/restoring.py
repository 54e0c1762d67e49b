"""The rows of a desk as the record they were made of."""

import sqlite3
import zlib
from typing import Any

import msgspec

from dateline.desk.saving.tables import LARGEST
from dateline.desk.saving.unknown import not_in_desk
from dateline.desk.storage.transactions import snapshot
from dateline.errors import BadRecord, DeskDamaged, NotInDesk, RefusedFact
from dateline.model import Article, Block, Fact, Field, Finding, Source
from dateline.record import MadeBy, Record
from dateline.values import KINDS, Span

_ARTICLE = (
    "SELECT articles.key, id, location, media_type, fetched, outlet, language, text, fields, makers.dateline, "
    "makers.steps, makers.model FROM articles JOIN makers ON makers.key = articles.maker WHERE articles.id = ?"
)
_FACTS = (
    "SELECT key, id, kind, value, field, because, confidence, method, status, said_by, reason FROM facts "
    "WHERE article = ? ORDER BY key"
)
_SPANS = (
    'SELECT spans.fact, spans.start, spans."end" FROM facts JOIN spans ON spans.fact = facts.key '
    "WHERE facts.article = ? ORDER BY spans.fact, spans.number"
)

_NO_RECORD = (msgspec.MsgspecError, RefusedFact, BadRecord, KeyError, zlib.error)
"""What is raised where bytes of a desk have changed."""


def record_of(connection: sqlite3.Connection, article: str, version: int | None = None) -> Record:
    """The record of an article's current version, or of an earlier one by its number.

    Its facts have the ids that they had when it was read. Raises NotInDesk, and DeskDamaged where they make no record.
    """
    try:
        with snapshot(connection):
            return _record_of(connection, article, version)
    except _NO_RECORD as error:
        raise DeskDamaged(
            f"the article {article!r} is damaged ({error}); run `dateline doctor`, restore a copy or ingest it anew"
        ) from error


def _record_of(connection: sqlite3.Connection, article: str, version: int | None) -> Record:
    if version is not None and (packed := _packed(connection, article, version)):
        return Record.from_json(zlib.decompress(packed))
    row = connection.execute(_ARTICLE, (article,)).fetchone()
    if row is None:
        raise not_in_desk(connection, article)
    key, *cells, dateline, steps, model = row
    maker = MadeBy(dateline=dateline, steps=msgspec.json.decode(steps, type=tuple[str, ...]), model=model)
    record = Record(_article(connection, key, cells), made_by=maker)
    record.fill(_facts(connection, key), _findings(connection, key))
    return record


def _packed(connection: sqlite3.Connection, article: str, version: int) -> bytes | None:
    """The record of an older version; None for the current one. Raises NotInDesk."""
    row = connection.execute(
        "SELECT record FROM versions JOIN articles ON articles.key = versions.article "
        "WHERE articles.id = ? AND versions.number = ?",
        (article, max(0, min(version, LARGEST))),
    ).fetchone()
    if row is None:
        raise NotInDesk(
            f"the article {article!r} has no version {version}; the table versions has those that were read"
        )
    found: bytes | None = row[0]
    return found


def _article(connection: sqlite3.Connection, key: int, cells: list[Any]) -> Article:
    name, location, media_type, fetched, outlet, language, text, fields = cells
    blocks = connection.execute('SELECT role, start, "end" FROM blocks WHERE article = ? ORDER BY start', (key,))
    return Article(
        id=name,
        source=Source(location=location, media_type=media_type, fetched=fetched, outlet=outlet),
        text=text,
        blocks=tuple(Block(*cells) for cells in blocks),
        language=language,
        fields=msgspec.json.decode(fields, type=tuple[Field, ...]),
    )


def _facts(connection: sqlite3.Connection, article: int) -> list[Fact]:
    spans: dict[int, list[Span]] = {}
    for fact, start, end in connection.execute(_SPANS, (article,)):
        spans.setdefault(fact, []).append(Span(start, end))
    rows = connection.execute(_FACTS, (article,)).fetchall()
    ids = {row[0]: row[1] for row in rows}
    return [_fact(row, spans.get(row[0], []), ids) for row in rows]


def _fact(row: tuple[Any, ...], spans: list[Span], ids: dict[int, str]) -> Fact:
    _, name, kind, value, field, because, confidence, method, status, said_by, reason = row
    return Fact(
        id=name,
        kind=kind,
        value=msgspec.json.decode(value, type=KINDS[kind]),
        spans=tuple(spans),
        field=field,
        because=msgspec.json.decode(because, type=tuple[str, ...]) if because else (),
        confidence=confidence,
        method=method,
        status=status,
        said_by=None if said_by is None else ids[said_by],
        reason=reason,
    )


def _findings(connection: sqlite3.Connection, article: int) -> list[Finding]:
    rows = connection.execute(
        'SELECT "check", severity, message, spans, facts FROM findings WHERE article = ? ORDER BY key', (article,)
    )
    return [
        Finding(
            check=check,
            severity=severity,
            message=message,
            spans=msgspec.json.decode(spans, type=tuple[Span, ...]),
            facts=msgspec.json.decode(facts, type=tuple[str, ...]),
        )
        for check, severity, message, spans, facts in rows
    ]
