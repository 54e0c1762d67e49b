"""Finding statements: by who speaks and to whom, by words, by days; else the latest articles first."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import Any

from msgspec import Struct, json

from dateline.desk.asking.articles.conditions import KEYS, keys_of, own_facts
from dateline.desk.asking.copies import once
from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.question.words import Words, read_words
from dateline.desk.asking.statements.about import about
from dateline.desk.asking.told import Told, told
from dateline.desk.asking.who.names import meant
from dateline.errors import BadQuestion
from dateline.values import Span, Statement

ARTICLES = 64
"""That are looked at in one go."""
_GAP = " ... "
"""Between the parts of what is said, where the writer steps in."""
_FOUND = f"""
SELECT statements.fact, statements.article, articles.version, spans.start, spans."end", moments.earliest,
    moments.latest, moments."precision", articles.dated
FROM statements CROSS JOIN articles ON articles.key = statements.article
LEFT JOIN spans ON spans.fact = statements.fact AND spans.number = 0
LEFT JOIN moments ON moments.fact = statements.moment
WHERE statements.fact NOT IN ({WRONG})"""
_OF_ARTICLES = f"""
    SELECT others.fact FROM articles {{index}} CROSS JOIN statements AS others
    ON others.fact BETWEEN {own_facts("articles.key")} WHERE {{where}}"""
_OF_DAYS = (
    _OF_ARTICLES.format(index="INDEXED BY articles_dated", where="articles.dated >= ? AND articles.dated <= ?")
    + """
    UNION ALL SELECT timed.fact FROM statements AS timed CROSS JOIN moments ON moments.fact = timed.moment
    WHERE timed.moment IS NOT NULL AND moments.latest >= substr(?, 1, length(moments.latest))
    AND moments.earliest <= ?"""
)
"""Statements of articles of these days, and those whose own time lies in them."""


class Question(Struct, frozen=True, kw_only=True):
    """What is asked of statements, understood."""

    by: str | None = None
    to: str | None = None
    about: Words | None = None
    stance: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None


def read_about(typed: str) -> Words:
    """The words that statements must be about. Raises BadQuestion where none must be there."""
    words = read_words(typed)
    if words.query is None:
        raise BadQuestion(f"about cannot be {typed!r}: it only rules words out; give a word that must be there")
    return words


def said_words(content: Sequence[Span], text: str) -> str:
    """The words of these spans in one line."""
    return _GAP.join(" ".join(text[start:end].split()) for start, end in content)


def found(connection: sqlite3.Connection, asked: Question, limit: int | None) -> tuple[list[Told], bool]:
    """The statements in the order of time, and whether these are all; else there are at least `limit`."""
    if asked.by or asked.to:
        return once(among(connection, asked, *_people(connection, asked))), True
    if (asked.since or asked.until) and not (asked.about or asked.outlet):
        bounds = (asked.since or "", asked.until or "~")
        return once(among(connection, asked, f"statements.fact IN ({_OF_DAYS})", bounds * 2)), True
    return _latest(connection, asked, limit)


def _people(connection: sqlite3.Connection, asked: Question) -> tuple[str, list[Any]]:
    parts, cells = list[str](), list[Any]()
    for column, name in (("speaker", asked.by), ("addressee", asked.to)):
        if name:
            parts.append(f"statements.{column} IN {KEYS}")
            cells.append(keys_of([bearer.fact for bearer in meant(connection, name)]))
    if asked.about:
        parts.append("+statements.article IN (SELECT rowid FROM search WHERE search MATCH ?)")
        cells.append(asked.about.wanted)
    return " AND ".join(parts), cells


def among(connection: sqlite3.Connection, asked: Question, where: str, cells: Iterable[Any]) -> list[Told]:
    """Those of which everything that is asked holds, among some."""
    query, given = f"{_FOUND} AND {where}", list(cells)
    for condition, cell in (
        ("statements.stance = ?", asked.stance),
        ("articles.outlet = ? COLLATE NOCASE", asked.outlet),
    ):
        if cell:
            query, given = f"{query} AND {condition}", [*given, cell]
    rows = connection.execute(query, given)
    fitting = [each for each in told("statement", rows) if each.within(asked.since, asked.until)]
    if asked.about and fitting:
        keys = about(asked.about, _said(connection, fitting))
        fitting = [each for each in fitting if each.fact in keys]
    return fitting


def _latest(connection: sqlite3.Connection, asked: Question, limit: int | None) -> tuple[list[Told], bool]:
    """Article by article, the latest first, until there are enough."""
    many = list[Told]()
    apart = set[
        tuple[str, int, int]
    ]()  # `once` knows exactly, but asked after every part it would cost a long desk hours
    where = f"statements.fact IN ({_OF_ARTICLES.format(index='', where=f'articles.key IN {KEYS}')})"
    with closing(_articles(connection, asked)) as articles:
        part = articles.fetchmany(ARTICLES)
        while part:
            found = among(connection, asked, where, [keys_of([key for (key,) in part])])
            many += found
            apart.update((each.version, each.start, each.end) for each in found)
            part = articles.fetchmany(ARTICLES)
            if limit is not None and len(apart) >= limit and part:
                return once(many), False
    return once(many), True


def _articles(connection: sqlite3.Connection, asked: Question) -> sqlite3.Cursor:
    """Keys of the articles that the question may be about, the latest first; few of them are looked at as a rule."""
    parts = {
        "+key IN (SELECT rowid FROM search WHERE search MATCH ?)": asked.about and asked.about.wanted,
        "outlet = ? COLLATE NOCASE": asked.outlet,
        "dated >= ?": asked.since,
    }
    given = {condition: cell for condition, cell in parts.items() if cell}
    where = f" WHERE {' AND '.join(given)}" if given else ""
    query = f"SELECT key FROM articles{where} ORDER BY dated DESC, key DESC"
    return connection.execute(query, list(given.values()))


def _said(connection: sqlite3.Connection, told: Sequence[Told]) -> Iterator[tuple[int, str | None, str]]:
    """Key, headline and words of each."""
    rows = connection.execute(
        "SELECT facts.key, articles.headline, facts.value, articles.text FROM facts "
        f"JOIN articles ON articles.key = facts.article WHERE facts.key IN {KEYS}",
        (keys_of([each.fact for each in told]),),
    )
    for key, headline, value, text in rows:
        yield key, headline, said_words(json.decode(value, type=Statement).content, text)
