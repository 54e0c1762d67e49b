"""What a search shows of the articles that it found."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from dateline.desk.asking.articles.conditions import KEYS, Condition, facts_of, keys_of, own_facts
from dateline.desk.asking.articles.snippets import CLOSE, OPEN, Snippet, lead_of, snippet_of
from dateline.desk.asking.incidents.shared import reports_beside
from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.question.filters import ANY, Filters
from dateline.values import Span


class Hit(Struct, frozen=True, kw_only=True):
    """An article that a search found."""

    id: str
    version: str
    headline: str | None
    outlet: str | None
    published: str | None
    """ISO 8601, as the publication tells; None where it does not."""
    dated: str | None
    """The day it is sorted by: published, else the dateline's, else when it was fetched."""
    location: str
    language: str | None
    snippet: str
    """Words around what was found, or the beginning of the story where no words were asked for."""
    marks: tuple[Span, ...] = ()
    """Where in the snippet the words stand that were asked for."""
    score: float | None = None
    """How well the words fit (BM25), the higher the better; None where hits are not ranked."""
    events: tuple[str, ...] = ()
    """Types of what it tells as facts (or in the status that was asked for), each once, in the order of the text."""
    killed_low: int | None = None
    """Of the greatest count that the article tells as a fact (or in the status asked for): at least so many."""
    killed_high: int | None = None
    """At most so many; None: open."""
    wounded_low: int | None = None
    wounded_high: int | None = None
    facts: tuple[str, ...] = ()
    """Ids of the facts by which the filters hold, in the order of the record."""
    findings: int = 0
    """How many."""
    also: int = 0
    """How many other reports tell an event of it, by the event that most tell; copies of one text count once."""

    def marked(self, opening: str = "[", closing: str = "]") -> str:
        """The snippet with marks around the words that were asked for."""
        pieces, at = [], 0
        for start, end in self.marks:
            pieces += [self.snippet[at:start], opening, self.snippet[start:end], closing]
            at = end
        return "".join([*pieces, self.snippet[at:]])


def hits_of(
    connection: sqlite3.Connection,
    keys: Sequence[int],
    scores: Mapping[int, float],
    filters: Filters,
    asked: Sequence[Condition],
) -> list[Hit]:
    """The articles of these keys, in their order."""
    if not keys:
        return []
    page = keys_of(keys)
    snippets = _snippets(connection, keys, filters)
    types, harm = _types(connection, page, filters), _harm(connection, page, filters)
    facts = _facts(connection, page, filters, asked)
    findings = dict(
        _rows(connection, f"SELECT article, count(*) FROM findings WHERE article IN {KEYS} GROUP BY 1", page)
    )
    also = reports_beside(connection, keys)
    shown = "key, id, version, headline, outlet, published, dated, location, language"
    found = {
        key: Hit(
            **dict(zip(shown.split(", ")[1:], cells, strict=True)),
            snippet=snippets[key].text,
            marks=snippets[key].marks,
            score=scores.get(key),
            events=tuple(dict.fromkeys(types[key])),
            **harm[key],
            facts=tuple(facts[key]),
            findings=findings.get(key, 0),
            also=also.get(key, 0),
        )
        for key, *cells in _rows(connection, f"SELECT {shown} FROM articles WHERE key IN {KEYS}", page)
    }
    return [found[key] for key in keys]


def _rows(connection: sqlite3.Connection, query: str, *cells: Any) -> list[Any]:
    return connection.execute(query, cells).fetchall()


def _snippets(connection: sqlite3.Connection, keys: Sequence[int], filters: Filters) -> dict[int, Snippet]:
    page = keys_of(keys)
    first = 'SELECT article, min(start), "end" FROM blocks'  # of the row that has the least, as SQLite promises
    leads = f"{first} WHERE role = 'paragraph' AND article IN {KEYS} GROUP BY article"
    stands = {article: slice(start, end) for article, start, end in _rows(connection, leads, page)}
    if filters.words is not None and filters.words.wanted is not None:
        # One pass over what matches: a look-up for each article would begin anew with all that "word*" stands for.
        query = (
            f"SELECT rowid, highlight(search, 1, '{OPEN}', '{CLOSE}') FROM search "
            f"WHERE search MATCH ? AND rowid BETWEEN ? AND ? AND +rowid IN {KEYS}"
        )
        found = _rows(connection, query, filters.words.wanted, min(keys), max(keys), page)
        return {key: snippet_of(marked, stands[key].start if key in stands else 0) for key, marked in found}
    query = f"SELECT key, text FROM articles WHERE key IN {KEYS}"
    return {
        key: lead_of(" ".join(text[stands[key]].split()) if key in stands else text)
        for key, text in _rows(connection, query, page)
    }


def _types(connection: sqlite3.Connection, page: str, filters: Filters) -> dict[int, list[str]]:
    found = defaultdict(list)
    for article, kind, status in _rows(
        connection,
        f"SELECT article, type, status FROM events WHERE article IN {KEYS} AND fact NOT IN ({WRONG}) "
        "ORDER BY article, start",
        page,
    ):
        if filters.status == ANY or status == (filters.status or "asserted"):
            found[article].append(kind)
    return found


def _harm(connection: sqlite3.Connection, page: str, filters: Filters) -> dict[int, dict[str, Any]]:
    """The greatest counts of killed and wounded, each told as its events are."""
    status = filters.status or "asserted"
    query = (
        "SELECT page.value, effect, low, high FROM json_each(?) AS page JOIN casualties "
        f"ON casualties.fact BETWEEN {own_facts('page.value')} "
        "JOIN facts ON facts.key = casualties.fact LEFT JOIN events ON events.fact = casualties.event "
        f"WHERE +effect IN ('killed', 'wounded') AND casualties.fact NOT IN ({WRONG}) AND (?2 = '{ANY}' "
        "OR (facts.status IN ('asserted', ?2) AND coalesce(events.status, ?2) IN ('asserted', ?2))) ORDER BY low, high"
    )
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    for article, effect, low, high in _rows(connection, query, page, status):
        found[article] |= {f"{effect}_low": low, f"{effect}_high": high}
    return found


def _facts(
    connection: sqlite3.Connection, page: str, filters: Filters, asked: Sequence[Condition]
) -> dict[int, list[str]]:
    """The facts of these articles by which the conditions hold, and the counts that make events deadly enough."""
    held = {pair for condition in asked for pair in facts_of(connection, condition, page)}
    if filters.min_killed is not None:
        events = keys_of([fact for _, fact in held])
        query = f"SELECT article, fact FROM casualties WHERE event IN {KEYS} AND effect = 'killed' AND low >= ?"
        held |= set(_rows(connection, query, events, filters.min_killed))
    keys = {fact: article for article, fact in held}
    found = defaultdict(list)
    for key, fact in _rows(
        connection, f"SELECT key, id FROM facts WHERE key IN {KEYS} ORDER BY key", keys_of(list(keys))
    ):
        found[keys[key]].append(fact)
    return found
