"""The last step over many records: groups told as stories and incidents, each piece of groups for itself."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from dateline.merging.batch.columns import EVENTS
from dateline.merging.copies.sources import sources_of
from dateline.merging.ids import incident_id, story_id
from dateline.merging.incidents.incident import incident_of
from dateline.merging.outcomes import Copy
from dateline.merging.parts import Part
from dateline.merging.reports.report import Happening, Report, unpack
from dateline.merging.stories.telling import story_of

__all__ = ["Assembly", "Told", "told_incidents", "told_stories"]


class Assembly(NamedTuple):
    """Some groups, with all that it takes to tell them."""

    packed: list[bytes]
    groups: list[list[int]]
    """Places in `packed`; of events `place * EVENTS + number`."""
    copies: list[Copy]
    stories: list[str | None]
    """For each report the id of its story, once known."""


class Told(NamedTuple):
    """What comes of some groups, in their order."""

    lines: list[bytes]
    ids: list[str]


def told_stories(work: Assembly) -> Told:
    """The stories of some groups of articles."""
    reports = [unpack(packed) for packed in work.packed]
    told = Told([], [])
    for group in work.groups:
        members = [reports[place] for place in group]
        copies = _among(work.copies, members)
        independent = len(set(sources_of(members, copies).values()))
        story = story_of(story_id(min(members, key=_order).article), members, copies, independent)
        told.ids.append(story.story)
        told.lines.append(msgspec.json.encode(story))
    return told


def told_incidents(work: Assembly) -> Told:
    """The incidents of some groups of events."""
    reports = [unpack(packed) for packed in work.packed]
    told = Told([], [])
    for group in work.groups:
        events = [(reports[node // EVENTS], reports[node // EVENTS].happenings[node % EVENTS]) for node in group]
        story = _usual([work.stories[place] for place in dict.fromkeys(node // EVENTS for node in group)])
        _, founding = min(events, key=lambda event: (*_order(event[0]), event[1].start, event[1].fact))
        incident = incident_of(incident_id(founding.fact), _parts(events, work.copies), story)
        told.ids.append(incident.incident)
        told.lines.append(msgspec.json.encode(incident))
    return told


def _parts(events: list[tuple[Report, Happening]], every: list[Copy]) -> list[Part]:
    articles = list({report.article: report for report, _ in events}.values())
    copies = _among(every, articles)
    sources, copied = sources_of(articles, copies), {copy.article: copy.of for copy in copies}
    return [Part(report, told, copied.get(report.article), sources[report.article]) for report, told in events]


def _usual(stories: list[str | None]) -> str | None:
    """The story of most articles."""
    known = sorted(story for story in stories if story)
    return max(dict.fromkeys(known), key=known.count) if known else None


def _order(report: Report) -> tuple[str, str]:
    return report.dated or "9", report.article


def _among(copies: Iterable[Copy], reports: list[Report]) -> list[Copy]:
    articles = {report.article for report in reports}
    return [copy for copy in copies if copy.article in articles and copy.of in articles]
