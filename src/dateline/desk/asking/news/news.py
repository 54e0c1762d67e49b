"""All news: a page of articles, what it may be narrowed to, and how it is spread over time."""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Unpack

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.articles.hints import hints
from dateline.desk.asking.articles.search import best_first
from dateline.desk.asking.limits import whole_number
from dateline.desk.asking.news.cards import Card, StoryTold, cards_of
from dateline.desk.asking.news.catalogue import Catalogue, Moment
from dateline.desk.asking.news.columns import Numbers
from dateline.desk.asking.news.facets import NAMES, Facet, facets
from dateline.desk.asking.news.fitting import ALONE, OF_EVENTS, Fitting
from dateline.desk.asking.news.spread import Spread, spread
from dateline.desk.asking.question.filters import Asked, Filters, filters
from dateline.desk.storage.transactions import snapshot
from dateline.errors import BadQuestion

MOST = 1000
"""Articles of one page."""


class NewsAsked(Asked, total=False):
    """What may be asked of a page of news: the filters of a search, and where the page begins."""

    before: str | None
    """What `older` or `newer` of another page was: only what is older than that; for the order newest."""
    after: int | str | None
    """What `newest` of another page was: only what has come into the desk since."""
    every: str | None
    """A facet of which many values are wanted: type, country, person, organisation, outlet or has_finding."""


class News(Struct, frozen=True, kw_only=True):
    """A page of news."""

    cards: tuple[Card, ...]
    """Newest first, or those first that the words fit best; `by_day` groups them."""
    total: int
    """How many articles fit."""
    older: str | None = None
    """What to ask `before` for the page that follows; None where none does, and in the order best."""
    newer: str | None = None
    """The same for the page before this one; empty where that is the first, None where there is none."""
    newest: int = 0
    """What to ask `after` to see what has come in since."""
    facets: tuple[Facet, ...] = ()
    """Of each, values by how many articles fit it and all other filters."""
    spread: Spread = Spread()
    """Over time, of the articles that all filters fit but those of time."""
    without: dict[str, int] = {}
    """Where nothing fits: how many would without one of the filters, by its name; those without which something would.
    """
    ranked: bool = False
    """Whether those come first that the words fit best."""
    notes: tuple[str, ...] = ()
    """How the question was understood, in sentences."""


class Together(Struct, frozen=True):
    """What the articles of one story told on one day, the newest first; or one article that has no story yet."""

    story: StoryTold | None
    cards: tuple[Card, ...]


class Day(Struct, frozen=True):
    """A day of news, in the time of each story's own place."""

    day: str | None
    """ISO 8601; None: nobody knows."""
    stories: tuple[Together, ...]


def by_day(cards: Iterable[Card]) -> tuple[Day, ...]:
    """Cards grouped by day, and within a day by story, where the newest of each group stands."""
    days: dict[str | None, dict[str, list[Card]]] = {}
    for card in cards:
        stories = days.setdefault(card.day, {})
        stories.setdefault(card.story.id if card.story else f"article {card.key}", []).append(card)
    return tuple(
        Day(day, tuple(Together(each[0].story, tuple(each)) for each in stories.values()))
        for day, stories in days.items()
    )


def news(
    connection: sqlite3.Connection, catalogue: Catalogue, words: str | None = None, **asked: Unpack[NewsAsked]
) -> News:
    """The page. Filters mean what they mean in a search, but `since` and `until`, which are about the articles' days
    also where events are asked for.

    What fits is found in the catalogue's moment, words and names in the connection's. Raises BadQuestion.
    """
    given: dict[str, Any] = dict(asked)
    before, every, late = (given.pop(name, None) for name in ("before", "every", "after"))
    after = None if late in (None, "") else whole_number("after", late, 0)
    if every and every not in NAMES:
        raise BadQuestion(f"every cannot be {every!r}; give one of {', '.join(NAMES)}")
    question = filters(words, **given)
    question = replace(question, limit=min(question.limit or MOST, MOST))
    with snapshot(connection):
        fitting = Fitting(connection, catalogue, question)
        page = _page(fitting, before, after)
        cards = _cards(fitting, page)
        told = () if page.total else hints(connection, question)
        return News(
            cards=cards,
            total=page.total,
            older=page.older,
            newer=page.newer,
            newest=catalogue.newest,
            facets=() if after is not None else facets(fitting, every or None),
            spread=Spread() if after is not None else spread(fitting),
            without={} if page.total or after is not None else _without(fitting),
            ranked=question.order == "best",
            notes=(*question.notes, *told),
        )


class _Page(NamedTuple):
    keys: Sequence[int]
    total: int
    older: str | None = None
    newer: str | None = None


def _page(fitting: Fitting, before: str | None, after: int | None) -> _Page:
    catalogue, filters = fitting.catalogue, fitting.filters
    fits = fitting.mask()
    if after is not None:
        fits = fits & (catalogue.keys > after)
    if filters.order == "best" and after is None:
        return _best(fitting, np.flatnonzero(fits))
    limit, offset = filters.limit or MOST, filters.offset
    at = len(catalogue.moments) if not before else bisect_left(catalogue.moments, _moment(before))
    in_time = catalogue.in_time
    found = in_time[:at][fits[in_time[:at]]]
    shown = found[max(0, len(found) - offset - limit) : max(0, len(found) - offset)][::-1]
    total = int(np.count_nonzero(fits))
    above = in_time[at:][fits[in_time[at:]]] if before else in_time[:0]
    newer = None if not len(above) else "" if len(above) <= limit else _cursor(catalogue, int(above[limit]))
    older = _cursor(catalogue, int(shown[-1])) if len(shown) and len(found) > offset + limit else None
    return _Page(catalogue.keys[shown].tolist(), total, older, newer)


def _best(fitting: Fitting, rows: Numbers) -> _Page:
    filters, keys = fitting.filters, fitting.catalogue.keys[rows[::-1]].tolist()
    assert filters.words is not None
    ordered, _ = best_first(fitting.connection, filters.words, keys)
    end = filters.offset + (filters.limit or MOST)
    return _Page(ordered[filters.offset : end], len(keys))


def _cards(fitting: Fitting, page: _Page) -> tuple[Card, ...]:
    """Those that still are in the desk: others were taken out since the catalogue's moment."""
    found = fitting.connection.execute(f"SELECT key FROM articles WHERE key IN {KEYS}", (keys_of(page.keys),))
    here = {key for (key,) in found}
    keys = [key for key in page.keys if key in here]
    return cards_of(fitting.connection, keys, fitting.filters)


def _without(fitting: Fitting) -> dict[str, int]:
    """How many articles would fit without one of the filters, that and no other."""
    none, asked = Filters(), fitting.filters
    found: dict[str, int] = {}
    for name in (*ALONE, *OF_EVENTS, "since", "until"):
        if getattr(asked, name) != getattr(none, name) and name != "geonames":
            alike = {"geonames": None} if name == "place" else {}
            less = replace(asked, order="newest", **{name: getattr(none, name)}, **alike)
            found[name] = int(np.count_nonzero(Fitting(fitting.connection, fitting.catalogue, less).mask()))
    return {name: many for name, many in found.items() if many}


def _cursor(catalogue: Catalogue, row: int) -> str:
    return f"{catalogue.dated[row] or ''}~{catalogue.keys[row]}"


def _moment(cursor: str) -> Moment:
    """Raises BadQuestion."""
    dated, mark, key = cursor.rpartition("~")
    if not (mark and key.isdecimal() and key.isascii() and len(key) < 19):
        raise BadQuestion(f"before cannot be {cursor!r}; take it from another page of news, or leave it out")
    return dated, int(key)
