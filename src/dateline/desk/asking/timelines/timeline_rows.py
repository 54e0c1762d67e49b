"""What happened, in words: who takes part, where, how many were hurt, and the sentence that tells it."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from msgspec import Struct, json
from msgspec.structs import replace

from dateline.desk.asking.articles.blocks import blocks_of
from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.incidents.shared import Gathering, gatherings_of
from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.timelines.passages import sentence_at
from dateline.desk.asking.told import TimedBy, Told, What
from dateline.desk.asking.who.naming import names_of, sources_of
from dateline.model import Status
from dateline.values import Precision, Span


class TimelineRow(Struct, frozen=True, kw_only=True):
    """An event, a post taken or left, or a charge, as an article tells it."""

    earliest: str | None
    """When it was, ISO 8601: the first instant of what is known; "in 2012" is the whole year."""
    latest: str | None
    """The last instant of it."""
    precision: Precision | None
    timed_by: TimedBy
    """Whether the time is its own, or the article's day, where no time of its own is told."""
    what: What
    type: str
    """Of an event its type ("ASSAULT"), of a charge its stage, of a post its state ("current")."""
    modes: tuple[str, ...]
    """PLOVER's modes of the event."""
    words: str
    """The words that tell of an event, the post, or the offences."""
    who: tuple[str, ...]
    """Who does it, holds the post, or accuses."""
    whom: tuple[str, ...]
    """To whom it is done, the body that the post is in, or the accused."""
    where: tuple[str, ...]
    killed_low: int | None
    """Of the greatest count that the article tells: at least so many."""
    killed_high: int | None
    """At most so many; None: open."""
    wounded_low: int | None
    wounded_high: int | None
    status: Status
    said_by: str | None
    """Whose words it is told in; None for the article's own."""
    sentence: str
    """The sentence that tells it, in one line."""
    confidence: float
    articles: int
    """How many articles tell it: reports of one event, or articles of the very same text."""
    article: str
    """Id of the first of them."""
    headline: str | None
    outlet: str | None
    fact: str
    """Id of the fact in it."""
    incident: str | None = None
    """Id of the incident that it is, where several articles tell of it."""
    independent: int = 1
    """How many of these articles copy no other."""
    disagreements: tuple[str, ...] = ()
    """What they do not agree on, in sentences."""


_Count = tuple[int | None, int | None]
"""At least so many, at most so many."""
_NONE: _Count = (None, None)


class _Deed(NamedTuple):
    """What is particular to an event, a post or a charge. Parties and places are keys."""

    type: str
    words: str | None = None
    """None: those of its span."""
    who: Sequence[int] = ()
    whom: Sequence[int] = ()
    where: Sequence[int] = ()
    modes: Sequence[str] = ()
    killed: _Count = _NONE
    wounded: _Count = _NONE


def rows_of(connection: sqlite3.Connection, page: Sequence[Told]) -> list[TimelineRow]:
    """What these are in words, in their order."""
    facts = keys_of([told.fact for told in page])
    deeds = _events(connection, facts) | _posts(connection, facts) | _charges(connection, facts)
    told_as = {
        key: cells
        for key, *cells in connection.execute(
            f"SELECT key, id, status, confidence, said_by FROM facts WHERE key IN {KEYS}", (facts,)
        )
    }
    names = names_of(connection, (key for deed in deeds.values() for key in (*deed.who, *deed.whom, *deed.where)))
    sources = sources_of(connection, (cells[-1] for cells in told_as.values()))
    articles = sorted({told.article for told in page})
    shown = "key, id, headline, outlet, text"
    stories = {
        key: cells
        for key, *cells in connection.execute(f"SELECT {shown} FROM articles WHERE key IN {KEYS}", (keys_of(articles),))
    }
    blocks = blocks_of(connection, articles)
    incidents = gatherings_of(connection, [told.incident for told in page if told.incident is not None])
    return [
        _with_incident(
            _row(
                told, deeds[told.fact], told_as[told.fact], stories[told.article], blocks[told.article], names, sources
            ),
            incidents.get(told.incident) if told.incident is not None else None,
        )
        for told in page
    ]


def _with_incident(row: TimelineRow, incident: Gathering | None) -> TimelineRow:
    if incident is None:
        return row
    return replace(
        row,
        incident=incident.id,
        articles=incident.articles,
        independent=incident.independent,
        disagreements=incident.disagreements,
    )


def _row(
    told: Told,
    deed: _Deed,
    told_as: Sequence[Any],
    story: Sequence[Any],
    blocks: Sequence[Span],
    names: dict[int, str],
    sources: dict[int, str],
) -> TimelineRow:
    fact, status, confidence, said_by = told_as
    article, headline, outlet, text = story
    return TimelineRow(
        earliest=told.earliest,
        latest=told.latest,
        precision=told.precision,
        timed_by=told.timed_by,
        what=told.what,
        type=deed.type,
        modes=tuple(deed.modes),
        words=deed.words or " ".join(text[told.start : told.end].split()),
        who=_names(deed.who, names),
        whom=_names(deed.whom, names),
        where=_names(deed.where, names),
        killed_low=deed.killed[0],
        killed_high=deed.killed[1],
        wounded_low=deed.wounded[0],
        wounded_high=deed.wounded[1],
        status=status,
        said_by=sources.get(said_by),
        sentence=sentence_at(text, Span(told.start, told.end), blocks),
        confidence=confidence,
        articles=told.articles,
        article=article,
        headline=headline,
        outlet=outlet,
        fact=fact,
    )


def _names(keys: Sequence[int], names: dict[int, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names[key] for key in keys if key in names))


def _events(connection: sqlite3.Connection, facts: str) -> dict[int, _Deed]:
    parties: dict[tuple[int, str], list[int]] = defaultdict(list)
    for event, side, party in connection.execute(
        f"SELECT event, side, party FROM event_parties WHERE event IN {KEYS} ORDER BY party", (facts,)
    ):
        parties[event, side].append(party)
    for event, place in connection.execute(f"SELECT event, place FROM event_places WHERE event IN {KEYS}", (facts,)):
        parties[event, "place"].append(place)
    harm = {(event, effect): (low, high) for event, effect, low, high, _ in connection.execute(_HARM, (facts,))}
    return {
        fact: _Deed(
            kind,
            who=parties[fact, "actor"],
            whom=parties[fact, "recipient"],
            where=parties[fact, "place"],
            modes=(modes or "").split(),
            killed=harm.get((fact, "killed"), _NONE),
            wounded=harm.get((fact, "wounded"), _NONE),
        )
        for fact, kind, modes in connection.execute(
            f"SELECT fact, type, modes FROM events WHERE fact IN {KEYS}", (facts,)
        )
    }


# Beside max() SQLite gives the other columns of the row that has it.
_HARM = f"""
SELECT casualties.event, casualties.effect, casualties.low, casualties.high,
       max(coalesce(casualties.best, casualties.low, casualties.high))
FROM casualties
JOIN facts ON facts.key = casualties.fact
WHERE casualties.event IN {KEYS} AND casualties.effect IN ('killed', 'wounded') AND facts.status = 'asserted'
AND casualties.fact NOT IN ({WRONG}) GROUP BY casualties.event, casualties.effect
"""


def _posts(connection: sqlite3.Connection, facts: str) -> dict[int, _Deed]:
    rows = connection.execute(
        f"SELECT fact, title, state, person, organisation FROM roles WHERE fact IN {KEYS}", (facts,)
    )
    return {
        fact: _Deed(state, " ".join(title.split()), (person,), (body,) if body else ())
        for fact, title, state, person, body in rows
    }


def _charges(connection: sqlite3.Connection, facts: str) -> dict[int, _Deed]:
    rows = connection.execute(
        f"SELECT fact, stage, offences, sentence, accuser, court, accused FROM charges WHERE fact IN {KEYS}", (facts,)
    )
    found = {}
    for fact, stage, offences, sentence, accuser, court, accused in rows:
        words = [*json.decode(offences or "[]", type=list[str]), *([sentence] if sentence else [])]
        who = [key for key in (accuser or court,) if key]
        found[fact] = _Deed(
            stage, "; ".join(" ".join(each.split()) for each in words) or None, who, [accused] if accused else []
        )
    return found
