"""The articles of an incident or a story, and their reports as merging sees them."""

import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import json

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.why.explanation import Struck, Telling
from dateline.merging.reports.report import Happening, Report, unpack

__all__ = ["Reports", "struck_in", "tellings_of"]


class Reports:
    """The reports of a desk, each looked up once, and their events by fact."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._reports: dict[int, Report | None] = {}

    def of(self, article: int) -> Report | None:
        """The report of an article; None where it is not merged."""
        if article not in self._reports:
            row = self._connection.execute("SELECT report FROM reports WHERE article = ?", (article,)).fetchone()
            self._reports[article] = unpack(zlib.decompress(row[0])) if row else None
        return self._reports[article]

    def telling(self, fact: int) -> tuple[Report, Happening] | None:
        """The report that a fact is in, and the event that it is there."""
        row = self._connection.execute("SELECT article, id FROM facts WHERE key = ?", (fact,)).fetchone()
        report = self.of(row[0]) if row else None
        if report is None:
            return None
        happening = next((each for each in report.happenings if each.fact == row[1]), None)
        return (report, happening) if happening else None


def tellings_of(
    connection: sqlite3.Connection, articles: Sequence[str], facts: Sequence[str] = (), reports: Reports | None = None
) -> tuple[Telling, ...]:
    """These articles, in this order, with which of the facts are in each."""
    listed = json.encode(articles).decode()
    copies = "LEFT JOIN copies ON copies.article = articles.key LEFT JOIN articles AS first ON first.key = copies.of"
    shown = "articles.key, articles.id, articles.headline, articles.outlet, articles.published, articles.dated"
    rows = connection.execute(
        f"SELECT {shown}, articles.location, first.id, copies.how, copies.similarity, copies.replaces "
        f"FROM articles {copies} WHERE articles.id IN {KEYS}",
        (listed,),
    ).fetchall()
    own = _facts_by_article(connection, facts)
    found = {
        row[1]: Telling(
            article=row[1],
            headline=row[2],
            outlet=row[3],
            published=row[4] or row[5],
            location=row[6],
            facts=tuple(own[row[0]]),
            words=_sentence(reports, row[0], own[row[0]]),
            copy_of=row[7],
            how=row[8],
            similarity=row[9],
            replaces=bool(row[10]),
        )
        for row in rows
    }
    return tuple(found[article] for article in articles if article in found)


def _facts_by_article(connection: sqlite3.Connection, facts: Iterable[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    listed = json.encode(list(facts)).decode()
    for article, fact in connection.execute(
        f"SELECT article, id FROM facts WHERE id IN {KEYS} ORDER BY key", (listed,)
    ):
        found[article].append(fact)
    return found


def _sentence(reports: Reports | None, article: int, facts: Sequence[str]) -> str:
    report = reports.of(article) if reports and facts else None
    told = [each for each in report.happenings if each.fact in facts and each.sentence] if report else []
    best = max(told, key=lambda each: (each.lead, each.confidence, -each.start), default=None)
    return " ".join(best.sentence.split()) if best else ""


_STRUCK = f"""
SELECT facts.id, facts.kind, articles.id, judgements.who, judgements.why, judgements.at,
    substr(articles.text, spans.start + 1, spans."end" - spans.start)
FROM facts JOIN articles ON articles.key = facts.article
JOIN judgements ON judgements.key = (SELECT max(key) FROM judgements AS last WHERE last.left = facts.id
    AND last.right IS NULL)
LEFT JOIN spans ON spans.fact = facts.key AND spans.number = 0
WHERE facts.key IN ({WRONG}) AND articles.id IN {KEYS} ORDER BY facts.key
"""


def struck_in(connection: sqlite3.Connection, articles: Sequence[str]) -> tuple[Struck, ...]:
    """The facts of these articles that were judged wrong."""
    rows = connection.execute(_STRUCK, (json.encode(articles).decode(),))
    return tuple(
        Struck(
            fact=fact, kind=kind, words=" ".join((words or "").split()), article=article, who=who, why=why, at=at
        )
        for fact, kind, article, who, why, at, words in rows
    )  # fmt: skip


def keys_by_id(connection: sqlite3.Connection, table: str, ids: Sequence[str]) -> dict[str, int]:
    """The keys of rows of a table that has ids."""
    listed = json.encode(ids).decode()
    return dict(connection.execute(f"SELECT id, key FROM {table} WHERE id IN {KEYS}", (listed,)))


def ids_by_key(connection: sqlite3.Connection, table: str, keys: Sequence[int]) -> dict[int, str]:
    """The ids of these rows."""
    return dict(connection.execute(f"SELECT key, id FROM {table} WHERE key IN {KEYS}", (keys_of(keys),)))
