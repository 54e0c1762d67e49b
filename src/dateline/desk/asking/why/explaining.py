"""Why several reports are one incident, or one story."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from msgspec import json

from dateline.desk.asking.articles.conditions import KEYS
from dateline.desk.asking.incidents.incidents import incidents_of
from dateline.desk.asking.judgements.judgements import JudgementRow, judgements_on
from dateline.desk.asking.stories.stories import stories_of
from dateline.desk.asking.why import wording
from dateline.desk.asking.why.explanation import Explanation, Telling
from dateline.desk.asking.why.meant_id import Meant, meant_by
from dateline.desk.asking.why.pair import pair_explained
from dateline.desk.asking.why.reports import Reports, keys_by_id, struck_in, tellings_of
from dateline.desk.asking.why.ties import Kept, Level, holding, inner, linked, others_of, outer
from dateline.desk.storage.transactions import snapshot
from dateline.merging.outcomes import Incident, Link

__all__ = ["why"]

_APART = 5
"""Others that are told of."""


def why(connection: sqlite3.Connection, given: str, other: str | None = None) -> Explanation:
    """Why the reports of an incident or a story are one; with another id, why the two are not, or are, one.

    An event's id stands for its incident, an article's for its story. Raises NotInDesk and BadQuestion.
    """
    with snapshot(connection):
        meant = meant_by(connection, given)
        if other is not None:
            return pair_explained(connection, meant, meant_by(connection, other))
        return _incident(connection, meant) if meant.kind == "incident" else _story(connection, meant)


def _incident(connection: sqlite3.Connection, meant: Meant) -> Explanation:
    (incident,) = incidents_of(connection, [meant.key])
    reports = Reports(connection)
    tellings = tellings_of(connection, incident.articles, incident.facts, reports)
    members = list(keys_by_id(connection, "facts", incident.facts).values())
    ties = linked(connection, "event", holding(inner(connection, "event", members)), reports)
    apart, titles = _apart(connection, "event", members, reports)
    homes = {fact: telling for telling in tellings for fact in telling.facts}
    decided = _decided(connection, incident, [link.right for link in apart])
    sentences = chain(
        wording.reports_told(incident, tellings),
        wording.held_told(ties, homes),
        wording.time_told(incident),
        wording.place_told(incident, _places(members, reports)),
        wording.counts_told(incident, {telling.article: wording.called(telling) for telling in tellings}),
        wording.apart_told(apart, titles),
        wording.judgements_told(decided),
        _beside(incident),
    )
    return Explanation(
        about="incident",
        id=incident.incident,
        title=incident.title,
        sentences=tuple(sentences),
        incident=incident,
        tellings=tellings,
        ties=ties,
        apart=apart,
        judgements=tuple(decided),
        wrong=struck_in(connection, incident.articles),
    )


def _beside(incident: Incident) -> list[str]:
    """What else is said of it, without what the sentences on time and place say already."""
    told = [each for each in (incident.reason or "").split("; ") if each and not each.startswith("no report tells")]
    return [f"Beside that: {'; '.join(told)}."] if told else []


def _story(connection: sqlite3.Connection, meant: Meant) -> Explanation:
    (story,) = stories_of(connection, [meant.key])
    reports = Reports(connection)
    tellings = tellings_of(connection, story.articles)
    members = list(keys_by_id(connection, "articles", story.articles).values())
    ties = linked(connection, "story", holding(inner(connection, "story", members)), reports)
    apart, titles = _apart(connection, "story", members, reports)
    homes = {telling.article: telling for telling in tellings}
    decided = judgements_on(connection, [story.story, *story.articles])
    sentences = chain(
        wording.reports_told(story, tellings),
        _published(tellings),
        wording.held_told(ties, homes),
        wording.apart_told(apart, titles),
        wording.judgements_told(decided),
    )
    return Explanation(
        about="story",
        id=story.story,
        title=story.title,
        sentences=tuple(sentences),
        story=story,
        tellings=tellings,
        ties=ties,
        apart=apart,
        judgements=tuple(decided),
        wrong=struck_in(connection, story.articles),
    )


def _published(tellings: Sequence[Telling]) -> list[str]:
    days = sorted(telling.published for telling in tellings if telling.published)
    if not days:
        return ["No article tells when it was published."]
    first, last = wording.day(days[0]), wording.day(days[-1])
    return [f"Published on {first}." if first == last else f"Published from {first} to {last}."]


def _apart(
    connection: sqlite3.Connection, level: Level, members: Sequence[int], reports: Reports
) -> tuple[tuple[Link, ...], dict[str, str]]:
    """The nearest others, the best tie of each, and their titles by the right end of the tie."""
    ties = outer(connection, level, members)
    homes = others_of(connection, level, {tie.right for tie in ties})
    nearest: dict[int, Kept] = {}
    for tie in ties:
        if tie.right in homes:
            nearest.setdefault(homes[tie.right], tie)
    chosen = dict(list(nearest.items())[:_APART])
    links = linked(connection, level, list(chosen.values()), reports)
    table = "incidents" if level == "event" else "stories"
    titles = dict(
        connection.execute(f"SELECT key, title FROM {table} WHERE key IN {KEYS}", (json.encode(list(chosen)).decode(),))
    )
    return links, {link.right: titles.get(home, "") for link, home in zip(links, chosen, strict=True)}


def _places(members: Sequence[int], reports: Reports) -> Counter[str]:
    """The places that these tellings name, with how many do."""
    found: Counter[str] = Counter()
    for member in members:
        if told := reports.telling(member):
            report, happening = told
            found.update({report.names[place].name for place in happening.places})
    return found


def _decided(connection: sqlite3.Connection, incident: Incident, near: Sequence[str]) -> list[JudgementRow]:
    figures = [figure.fact for count in incident.casualties.values() for figure in count.by_source]
    rows = judgements_on(connection, [incident.incident, *incident.facts, *incident.articles, *figures])
    own = {incident.incident, *incident.facts, *figures}
    return [row for row in rows if {row.left, row.right} & own or row.right is None or row.right in near]
