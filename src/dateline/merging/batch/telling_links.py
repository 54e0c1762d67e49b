"""Which ties are told as links, and the links with their reasons, each piece of them for itself."""

from array import array
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from dateline.merging.batch.columns import EVENTS, Columns
from dateline.merging.judgements import Judgement
from dateline.merging.outcomes import Link, Verdict
from dateline.merging.reports.report import Happening, Report, unpack
from dateline.merging.sameness.sameness import event_reasons
from dateline.merging.stories.likeness import story_reasons

__all__ = ["Linking", "best_ties", "told_links", "verdict_of"]

UNSURE = 0.3
"""The least score of a tie that is told though it joined nothing."""


class Linking(NamedTuple):
    """Some ties to tell, with all that it takes."""

    packed: list[bytes]
    of_events: bool
    left: bytes
    """Whole numbers of eight bytes: places in `packed`; of events `place * EVENTS + number`."""
    right: bytes
    score: bytes
    verdicts: list[Verdict]
    hands: list[tuple[str, str | None]]
    """Who decided each, and why."""


def best_ties(label: NDArray[np.int64], ties: Columns) -> Columns:
    """Of each node its best tie within its group, and its best one to another; `label` names the groups."""
    inside = label[ties.left] == label[ties.right]
    told = [_firsts(np.flatnonzero(rows), ties) for rows in (inside, ~inside & (ties.score >= UNSURE))]
    rows = np.unique(np.concatenate(told))
    return ties.where(rows[np.lexsort((ties.right[rows], ties.left[rows]))])


def _firsts(rows: NDArray[np.intp], ties: Columns) -> NDArray[np.intp]:
    """Of these rows the best one of each node."""
    rows = rows[np.lexsort((ties.right[rows], ties.left[rows], -ties.score[rows]))]
    ends = np.stack((ties.left[rows], ties.right[rows]), axis=1).ravel()
    _, first = np.unique(ends, return_index=True)
    return np.asarray(rows[np.unique(first // 2)])


def told_links(work: Linking) -> list[bytes]:
    """The links as lines of JSON."""
    reports = [unpack(packed) for packed in work.packed]
    rows = zip(
        array("q", work.left), array("q", work.right), array("f", work.score), work.verdicts, work.hands, strict=True
    )
    found = []
    for left, right, score, verdict, (who, why) in rows:
        if work.of_events:
            link = _event_link(_event(reports, left), _event(reports, right))
        else:
            link = _story_link(reports[left], reports[right])
        made = replace(link, score=round(score, 3), judgement=verdict, decided_by=who, why=why)
        found.append(msgspec.json.encode(made))
    return found


def verdict_of(joined: bool, apart: bool, hand: Judgement | None) -> Verdict:
    """What a link says: what a person said, else what was joined, and what is certain; "unsure" is all else."""
    if hand is not None and hand.judgement in ("same", "different", "unsure"):
        return hand.judgement
    return "same" if joined else "different" if apart else "unsure"


def _event(reports: list[Report], node: int) -> tuple[Report, Happening]:
    report = reports[node // EVENTS]
    return report, report.happenings[node % EVENTS]


def _story_link(one: Report, other: Report) -> Link:
    reasons = story_reasons(one, other)
    return Link(left=one.article, right=other.article, score=0.0, reasons=reasons, judgement="unsure", about="story")


def _event_link(one: tuple[Report, Happening], other: tuple[Report, Happening]) -> Link:
    reasons = event_reasons(*one, *other)
    return Link(left=one[1].fact, right=other[1].fact, score=0.0, reasons=reasons, judgement="unsure", about="event")
