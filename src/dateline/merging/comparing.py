"""Two reports compared: all that is asked of a pair of articles, in one place."""

from typing import NamedTuple

from msgspec import Struct

from dateline.merging.copies import copies
from dateline.merging.outcomes import Copy
from dateline.merging.reports.report import Report
from dateline.merging.sameness import sameness
from dateline.merging.sameness.prepared import Prepared, prepared
from dateline.merging.stories import likeness
from dateline.merging.ties import Tie

__all__ = ["Comparison", "Ready", "compare", "compare_ready", "keys_of", "keys_of_ready", "own_ties", "ready"]


class Comparison(Struct, frozen=True, gc=False):
    """What two reports have in common."""

    copy: Copy | None
    story: Tie
    events: tuple[Tie, ...]
    """Ties between facts of events."""


class Ready(NamedTuple):
    """A report made ready to be compared with many others."""

    report: Report
    events: Prepared


def ready(report: Report) -> Ready:
    """What every comparison of a report needs, made once."""
    return Ready(report, prepared(report))


def keys_of(report: Report) -> tuple[int, ...]:
    """The keys of a report: two reports are compared where they share one."""
    return keys_of_ready(ready(report))


def keys_of_ready(made: Ready) -> tuple[int, ...]:
    """The same for a report that is ready."""
    report = made.report
    every = (*copies.keys_of(report), *likeness.keys_of(report), *sameness.keys_between(made.events))
    return tuple(dict.fromkeys(every))


def own_ties(made: Ready) -> list[Tie]:
    """The ties between events of one report, which may have been told twice."""
    return sameness.ties_within(made.events)


def compare(one: Report, other: Report) -> Comparison:
    """What two reports of different articles have in common; the same whichever comes first."""
    return compare_ready(ready(one), ready(other))


def compare_ready(one: Ready, other: Ready) -> Comparison:
    """The same for reports that are ready."""
    if other.report.article < one.report.article:
        one, other = other, one
    story = likeness.story_tie(one.report, other.report)
    events = sameness.ties_between(one.events, other.events, story.score)
    return Comparison(copies.copy_of(one.report, other.report), story, tuple(events))
