"""Two reports compared: all that is asked of a pair of articles, in one place."""

from msgspec import Struct

from dateline.merging.copies import copies
from dateline.merging.outcomes import Copy
from dateline.merging.reports.report import Report
from dateline.merging.sameness import sameness
from dateline.merging.stories import likeness
from dateline.merging.ties import Tie

__all__ = ["Comparison", "compare", "keys_of"]


class Comparison(Struct, frozen=True, gc=False):
    """What two reports have in common."""

    copy: Copy | None
    story: Tie
    events: tuple[Tie, ...]
    """Ties between facts of events."""


def keys_of(report: Report) -> tuple[int, ...]:
    """The keys of a report: two reports are compared where they share one."""
    every = (*copies.keys_of(report), *likeness.keys_of(report), *sameness.keys_of(report))
    return tuple(dict.fromkeys(every))


def compare(one: Report, other: Report) -> Comparison:
    """What two reports of different articles have in common; the same whichever comes first."""
    if other.article < one.article:
        one, other = other, one
    story = likeness.story_tie(one, other)
    return Comparison(copies.copy_of(one, other), story, tuple(sameness.event_ties(one, other, story.score)))
