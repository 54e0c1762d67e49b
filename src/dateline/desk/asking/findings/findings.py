"""What the checks found in all the articles of a desk, as a copy desk works it off."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, TypedDict, get_args

from msgspec import Struct, json

from dateline.desk.asking.articles.conditions import KEYS, having, keys_of
from dateline.desk.asking.findings.quoted import Quoted, quoted
from dateline.desk.asking.incidents.conditions import Part, all_of
from dateline.desk.asking.limits import one_of, whole_number
from dateline.desk.asking.question import days
from dateline.desk.asking.question.words import read_words
from dateline.desk.storage.transactions import snapshot
from dateline.model import Severity
from dateline.values import Span

__all__ = ["GRAVITY", "ORDERS", "PAGE", "CheckCount", "FindingsAsked", "Found", "Queue", "findings"]

FindingOrder = Literal["newest", "gravest"]
ORDERS: tuple[FindingOrder, ...] = get_args(FindingOrder)
GRAVITY: tuple[Severity, ...] = get_args(Severity)
"""The gravest first."""
PAGE = 50


class Found(Struct, frozen=True, kw_only=True):
    """A finding of one article."""

    check: str
    severity: Severity
    message: str
    quoted: tuple[Quoted, ...]
    """The words that it is about; empty where it is about none."""
    facts: tuple[str, ...]
    """Ids of the facts that it is about."""
    article: str
    number: int
    """Its place among the findings of the article's record, from 0."""
    headline: str | None
    outlet: str | None
    published: str | None
    """As the publication tells; None where it does not."""
    dated: str | None
    """The day that it is sorted by: published, else the dateline's, else when it was fetched."""


class CheckCount(Struct, frozen=True, gc=False):
    """How many findings a check has made, of one severity."""

    check: str
    severity: Severity
    findings: int


class Queue(Struct, frozen=True, kw_only=True):
    """A page of findings, and how many there are of each kind."""

    rows: tuple[Found, ...]
    total: int
    """How many fit, on all pages."""
    tallies: tuple[CheckCount, ...]
    """Of every check, whatever check and severity were asked for: by severity, the gravest first, then by number."""


class FindingsAsked(TypedDict, total=False):
    """What `findings` takes. None, or empty: not asked for."""

    check: str | None
    severity: str | None
    outlet: str | None
    since: str | date | None
    until: str | date | None
    words: str | None
    order: str | None
    limit: int | str | None
    offset: int | str


def findings(
    connection: sqlite3.Connection,
    *,
    check: str | None = None,
    severity: str | None = None,
    outlet: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    words: str | None = None,
    order: str | None = None,
    limit: int | str | None = PAGE,
    offset: int | str = 0,
) -> Queue:
    """The findings of current articles, those of the newest first; with the order "gravest", errors before warnings.

    `words` are those of the article, as a search takes them; `since` and `until` are about the article's day.
    Raises BadQuestion.
    """
    of_articles = list(_of_articles(outlet, days.bounds(since or None, until or None), words))
    gravest = one_of("order", order or "newest", ORDERS) == "gravest"
    severities = [one for one in GRAVITY if not severity or one == one_of("severity", severity, GRAVITY)]
    page = (None if limit is None else whole_number("limit", limit, 1), whole_number("offset", offset, 0))
    with snapshot(connection):
        tallies = _tallies(connection, of_articles)
        fitting = [each for each in tallies if each.severity in severities and check in (None, "", each.check)]
        many = {name: sum(each.findings for each in fitting if each.severity == name) for name in severities}
        asked = [*of_articles, Part('+findings."check" = ?', (check,))] if check else of_articles
        keys = _by_gravity(connection, asked, many, page) if gravest else _newest(connection, asked, severity, page)
        rows = _rows(connection, keys)
    return Queue(rows=tuple(rows), total=sum(many.values()), tallies=tuple(tallies))


def _of_articles(outlet: str | None, bounds: tuple[str | None, str | None], words: str | None) -> Iterator[Part]:
    if outlet and outlet.strip():
        yield Part("articles.outlet = ? COLLATE NOCASE", (outlet,))
    for bound, sign in zip(bounds, (">=", "<="), strict=True):
        if bound:
            yield Part(f"articles.dated {sign} ?", (bound,))
    if words and words.strip():
        yield Part(*having(read_words(words), "articles.key"))


def _tallies(connection: sqlite3.Connection, parts: Sequence[Part]) -> list[CheckCount]:
    where, cells = all_of(parts)
    # Without a question on articles, the index over checks tells all.
    source = "articles CROSS JOIN findings ON findings.article = articles.key" if parts else "findings"
    query = f'SELECT findings."check", findings.severity, count(*) FROM {source} {where} GROUP BY 1, 2'
    found = [CheckCount(*row) for row in connection.execute(query, cells)]
    return sorted(found, key=lambda each: (GRAVITY.index(each.severity), -each.findings, each.check))


_Bounds = tuple[int | None, int]
"""How many at most, None for all; how many are passed over."""


def _newest(connection: sqlite3.Connection, parts: Sequence[Part], severity: str | None, page: _Bounds) -> list[int]:
    """Keys of a page, by the article's day, from the last one on."""
    asked = [*parts, Part("+findings.severity = ?", (severity,))] if severity else parts
    where, cells = all_of(asked)
    query = (
        f"SELECT findings.key FROM articles CROSS JOIN findings ON findings.article = articles.key {where} "
        "ORDER BY articles.dated DESC, articles.key DESC, findings.key LIMIT ? OFFSET ?"
    )
    limit, offset = page
    return [key for (key,) in connection.execute(query, [*cells, -1 if limit is None else limit, offset])]


def _by_gravity(
    connection: sqlite3.Connection, parts: Sequence[Part], many: dict[Severity, int], page: _Bounds
) -> list[int]:
    """Keys of a page, severity by severity; `many` says how many there are of each."""
    keys: list[int] = []
    limit, offset = page
    for severity in GRAVITY:
        if not many.get(severity) or (limit is not None and len(keys) >= limit):
            continue
        if offset < many[severity]:
            keys += _newest(connection, parts, severity, (None if limit is None else limit - len(keys), offset))
        offset = max(0, offset - many[severity])
    return keys


def _rows(connection: sqlite3.Connection, keys: Sequence[int]) -> Iterator[Found]:
    query = (
        'SELECT findings.key, findings.article, findings."check", severity, message, spans, facts, articles.id, '
        "headline, outlet, published, dated, "
        "(SELECT count(*) FROM findings AS earlier WHERE earlier.article = findings.article "
        "AND earlier.key < findings.key) "
        f"FROM findings CROSS JOIN articles ON articles.key = findings.article WHERE findings.key IN {KEYS}"
    )
    found = {key: cells for key, *cells in connection.execute(query, (keys_of(keys),))}
    articles = keys_of(sorted({cells[0] for cells in found.values()}))
    texts = dict(connection.execute(f"SELECT key, text FROM articles WHERE key IN {KEYS}", (articles,)))
    for key in keys:
        home, check, severity, message, spans, facts, article, headline, outlet, published, dated, number = found[key]
        yield Found(
            check=check,
            severity=severity,
            message=message,
            quoted=quoted(texts[home], json.decode(spans, type=tuple[Span, ...])),
            facts=json.decode(facts, type=tuple[str, ...]),
            article=article,
            number=number,
            headline=headline,
            outlet=outlet,
            published=published,
            dated=dated,
        )
