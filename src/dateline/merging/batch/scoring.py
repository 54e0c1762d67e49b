"""The second step over many records: pairs of reports into ties, each piece of pairs for itself."""

from array import array
from typing import NamedTuple

from dateline.merging.batch.columns import TieColumns, Ties, event_numbers
from dateline.merging.comparing import compare_ready, ready
from dateline.merging.outcomes import Copy
from dateline.merging.reports.report import unpack

__all__ = ["Compared", "Work", "compared"]


class Work(NamedTuple):
    """A piece of pairs, with all that it takes to compare them."""

    packed: list[bytes]
    left: bytes
    """Places in `packed`: whole numbers of four bytes; `right` too."""
    right: bytes


class Compared(NamedTuple):
    """What comes of a piece."""

    stories: Ties
    events: Ties
    copies: list[Copy]


def compared(work: Work) -> Compared:
    """Compares the pairs of a piece."""
    reports = [unpack(packed) for packed in work.packed]
    events = [event_numbers(report, place) for place, report in enumerate(reports)]
    prepared = [ready(report) for report in reports]
    stories, told, copies = TieColumns(), TieColumns(), []
    for left, right in zip(array("i", work.left), array("i", work.right), strict=True):
        found = compare_ready(prepared[left], prepared[right])
        if found.copy:
            copies.append(found.copy)
        stories.add(left, right, found.story)
        known = events[left] | events[right]
        for tie in found.events:
            told.add(known.get(tie.left), known.get(tie.right), tie)
    return Compared(stories.ties(), told.ties(), copies)
