"""What a page of news shows of each article."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.articles.hits import Hit, hits_of
from dateline.desk.asking.incidents.shared import differing_in, messages
from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.question.filters import Filters
from dateline.desk.asking.question.gathered import DISPUTED
from dateline.values import Span

_HEADS = f"""
SELECT facts.article, publications.deck, publications.status FROM facts
CROSS JOIN publications ON publications.fact = facts.key WHERE facts.article IN {KEYS}
"""
_DATELINES = f"""
SELECT facts.article, datelines.raw FROM facts
CROSS JOIN datelines ON datelines.fact = facts.key WHERE facts.article IN {KEYS}
"""
_STORIES = f"""
SELECT story_articles.article, stories.id, title, stories.articles, independent FROM story_articles
CROSS JOIN stories ON stories.key = story_articles.story WHERE story_articles.article IN {KEYS}
"""
_COPIES = f"""
SELECT copies.article, articles.id, articles.outlet, how FROM copies CROSS JOIN articles ON articles.key = copies.of
WHERE copies.article IN {KEYS}
"""
_COPIED = f"SELECT of, count(*) FROM copies WHERE of IN {KEYS} GROUP BY of"
_INCIDENTS = f"""
SELECT events.article, incidents.key, incidents.id, incidents.type, incidents.title, incidents.articles,
    min(incidents.independent, incidents.articles),
    place, country, lat, lon, json_extract(incidents.value, '$.where.precision'),
    incidents.status, incidents.disagreements
FROM events CROSS JOIN incident_facts ON incident_facts.fact = events.fact
CROSS JOIN incidents ON incidents.key = incident_facts.incident
WHERE events.article IN {KEYS} AND events.status = 'asserted' AND events.fact NOT IN ({WRONG})
ORDER BY events.article, events.start, events.fact
"""
_DISAGREEMENTS = f"SELECT key, value FROM incidents WHERE key IN {KEYS}"


class StoryTold(Struct, frozen=True):
    """The story that an article belongs to."""

    id: str
    title: str
    articles: int
    """How many tell it, this one among them."""
    independent: int
    """Sources that copy no other."""


class CopyTold(Struct, frozen=True):
    """Whose words an article's are."""

    article: str
    """Id of the article that came first."""
    outlet: str | None
    how: str
    """exact, trimmed, extended, updated, headline or near, as `Copy` tells."""


class IncidentTold(Struct, frozen=True):
    """An event that an article tells, as all its reports tell it together."""

    id: str
    type: str
    title: str
    articles: int
    """How many tell of it, this one among them."""
    independent: int
    """Sources that copy no other."""
    place: str | None = None
    """Where it was, by all its reports."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    lat: float | None = None
    lon: float | None = None
    place_precision: str | None = None
    """What the point is worth: exact, near, admin2, admin1, country ..."""
    disagreements: tuple[str, ...] = ()
    """Where reports do not agree, in sentences; what only rose as time went on is none, nor a letter of a name."""
    denied: bool = False
    """Whether a report denies that it happened, or a side of it."""


class Card(Struct, frozen=True, kw_only=True):
    """An article on a page of news."""

    key: int
    """Its number in the desk: what came in later has a greater one."""
    id: str
    version: str
    headline: str | None
    deck: str | None
    dateline: str | None
    """As printed: "VARDE, Denmark, March 10 (Northern Wire) -"."""
    outlet: str | None
    published: str | None
    """ISO 8601, as the publication tells; None where it does not."""
    dated: str | None
    """What it is sorted by: published, else the dateline's day, else when it was fetched."""
    language: str | None
    status: str
    """Of the publication: usable, embargoed, updated, corrected or killed."""
    snippet: str
    """Words around what was found, or the beginning of the story where no words were asked for."""
    marks: tuple[Span, ...] = ()
    """Where in the snippet the words stand that were asked for."""
    events: tuple[str, ...] = ()
    """Types of what it tells as facts (or in the status that was asked for), each once, in the order of the text."""
    killed_low: int | None = None
    """Of the greatest count that it tells: at least so many; `killed_high` at most, None for an open end."""
    killed_high: int | None = None
    wounded_low: int | None = None
    wounded_high: int | None = None
    findings: int = 0
    also: int = 0
    """How many other reports tell an event of it, by the event that most tell; copies of one text count once."""
    story: StoryTold | None = None
    """None: it is not merged yet."""
    copy_of: CopyTold | None = None
    copies: int = 0
    """How many articles copy it."""
    incidents: tuple[IncidentTold, ...] = ()
    """In the order of the text, each once."""

    @property
    def day(self) -> str | None:
        """The day it stands under."""
        return self.dated[:10] if self.dated else None


def cards_of(connection: sqlite3.Connection, keys: Sequence[int], filters: Filters) -> tuple[Card, ...]:
    """The cards of these articles, in their order; of the filters words and status say what is shown of each.

    Raises KeyError for what is not in the desk.
    """
    shown = Filters(words=filters.words, status=filters.status)
    page = keys_of(keys)

    def told(query: str) -> dict[int, tuple[Any, ...]]:
        return {key: tuple(cells) for key, *cells in connection.execute(query, (page,))}

    heads, datelines, stories, copies = told(_HEADS), told(_DATELINES), told(_STORIES), told(_COPIES)
    copied, incidents = told(_COPIED), _incidents(connection, page)
    return tuple(
        Card(
            **_cells(hit),
            key=key,
            deck=heads[key][0] if key in heads else None,
            status=heads[key][1] if key in heads else "usable",
            dateline=datelines[key][0] if key in datelines else None,
            story=StoryTold(*stories[key]) if key in stories else None,
            copy_of=CopyTold(*copies[key]) if key in copies else None,
            copies=copied.get(key, (0,))[0],
            incidents=tuple(incidents[key]),
        )
        for key, hit in zip(keys, hits_of(connection, keys, {}, shown, ()), strict=True)
    )


_SHARED = tuple(name for name in Card.__struct_fields__ if name in Hit.__struct_fields__)


def _cells(hit: Hit) -> dict[str, Any]:
    return {name: getattr(hit, name) for name in _SHARED}


_TOLD_OF = IncidentTold.__struct_fields__[:-2]


def _incidents(connection: sqlite3.Connection, page: str) -> defaultdict[int, list[IncidentTold]]:
    rows = connection.execute(_INCIDENTS, (page,)).fetchall()
    differing = keys_of(sorted({row[1] for row in rows if row[-1]}))
    told = {key: differing_in(value) for key, value in connection.execute(_DISAGREEMENTS, (differing,))}
    found: defaultdict[int, list[IncidentTold]] = defaultdict(list)
    once: dict[tuple[int, int], Sequence[Any]] = {}
    for row in rows:
        once.setdefault((row[0], row[1]), row)
    for (article, key), row in once.items():
        differ = told.get(key, ())
        denied = row[-2] == DISPUTED or any(each.how == "denial" for each in differ)
        cells = dict(zip(_TOLD_OF, row[2:-2], strict=True))
        found[article].append(IncidentTold(**cells, disagreements=messages(differ), denied=denied))
    return found
