"""The first step over many records: lines of JSON into packed reports with their keys, each line for itself."""

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from dateline.errors import DatelineError
from dateline.merging.batch.columns import EVENTS, NO_TIES, TieColumns, Ties, event_numbers
from dateline.merging.comparing import keys_of_ready, own_ties, ready
from dateline.merging.doubted import without
from dateline.merging.reports.report import pack
from dateline.merging.reports.reporting import report_of
from dateline.record import Record

__all__ = ["Mapped", "Unread", "mapped"]


class Unread(NamedTuple):
    """A line that holds no record."""

    line: int
    """Its number, from 1."""
    reason: str


class Mapped(NamedTuple):
    """The reports of some lines; what belongs to one report stands at one place in each list."""

    articles: list[str]
    dated: list[str]
    packed: list[bytes]
    events: list[int]
    """How many events each tells of."""
    keys: bytes
    """Of all reports, one behind the other: whole numbers of eight bytes."""
    counts: list[int]
    """How many of the keys are each report's."""
    own: Ties
    """Between events of one report that may have been told twice: `place * EVENTS + number of the event`."""
    unread: list[Unread]


def mapped(numbered: tuple[int, Sequence[bytes]], wrong: frozenset[str] = frozenset()) -> Mapped:
    """The reports of some lines, as if `wrong` facts had never been told.

    `numbered` is the number of the first line, from 1, and the lines.
    """
    first, lines = numbered
    found = Mapped([], [], [], [], b"", [], NO_TIES, [])
    keys, own_events = array("q"), TieColumns()
    for line, told in enumerate(lines, first):
        if not told.strip():
            continue
        try:
            report = without(report_of(Record.from_json(told)), wrong)
        except (DatelineError, UnicodeError) as error:
            found.unread.append(Unread(line, str(error)))
            continue
        report = replace(report, happenings=report.happenings[:EVENTS])
        made = ready(report)
        own = keys_of_ready(made)
        keys.extend(own)
        events = event_numbers(report, len(found.articles))
        for tie in own_ties(made):
            own_events.add(events.get(tie.left), events.get(tie.right), tie)
        found.articles.append(report.article)
        found.dated.append(report.dated or "")
        found.packed.append(pack(report))
        found.events.append(len(report.happenings))
        found.counts.append(len(own))
    return found._replace(keys=keys.tobytes(), own=own_events.ties())
