"""What people decided, in the numbers of a run."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from dateline.merging.batch.columns import Columns, packed_pairs
from dateline.merging.batch.gathered import Gathered
from dateline.merging.ids import incident_id, story_id
from dateline.merging.judgements import Judged, Judgement
from dateline.merging.reports.report import unpack

__all__ = ["Decided", "decided"]


class Decided(NamedTuple):
    """Judgements on articles, or on events, by their numbers."""

    bound: list[tuple[int, int]]
    apart: list[tuple[int, int]]
    hands: dict[tuple[int, int], Judgement]
    """What was decided, by whom, and why; pairs are sorted. Of some nobody is sure: the machine has no say there."""

    def audible(self, ties: Columns) -> Columns:
        """The ties without those of which a person said that nobody can tell."""
        unsure = [pair for pair, each in self.hands.items() if each.judgement == "unsure"]
        return _without(ties, unsure) if unsure else ties

    def hand(self, left: int, right: int) -> Judgement | None:
        """What was decided of two nodes; None where nobody did."""
        return self.hands.get((min(left, right), max(left, right)))

    def judged_ties(self, ties: Columns) -> Columns:
        """A tie for each pair that a person judged: the one that was found, else one of no score."""
        pairs = np.array(sorted(self.hands), np.int64).reshape(-1, 2)
        asked, known = packed_pairs(pairs[:, 0], pairs[:, 1]), packed_pairs(ties.left, ties.right)
        found = ties.where(np.isin(known, asked))
        fresh = pairs[~np.isin(asked, packed_pairs(found.left, found.right))]
        none = np.zeros(len(fresh))
        return found.plus(Columns(fresh[:, 0], fresh[:, 1], none.astype(np.float32), none > 0))

    def unjudged(self, ties: Columns) -> Columns:
        """The ties of pairs that nobody judged."""
        return _without(ties, list(self.hands))


def _without(ties: Columns, taken: list[tuple[int, int]]) -> Columns:
    pairs = np.array(taken, np.int64).reshape(-1, 2)
    return ties.where(~np.isin(packed_pairs(ties.left, ties.right), packed_pairs(pairs[:, 0], pairs[:, 1])))


def decided(gathered: Gathered, judged: Judged) -> tuple[Decided, Decided]:
    """What was decided of articles and stories, and what of events and incidents.

    An id of a story or an incident stands for the article or the fact that founded it. Ids that are in none of the
    reports decide nothing.
    """
    asked = {end for each in judged.hands if each.right is not None for end in (each.left, each.right)}
    if not asked:
        return Decided([], [], {}), Decided([], [], {})
    articles = {article: place for place, article in enumerate(gathered.articles) if article in asked}
    articles |= {story: place for story, place in _stories(gathered) if story in asked}
    events = {told: number for told, number in _events(gathered) if told in asked}
    return _decided(judged, articles), _decided(judged, events)


def _stories(gathered: Gathered) -> Iterator[tuple[str, int]]:
    return ((story_id(article), place) for place, article in enumerate(gathered.articles))


def _events(gathered: Gathered) -> Iterator[tuple[str, int]]:
    for start, packed in zip(gathered.starts.tolist(), gathered.packed, strict=False):
        for number, told in enumerate(unpack(packed).happenings):
            yield told.fact, start + number
            yield incident_id(told.fact), start + number


def _decided(judged: Judged, numbers: dict[str, int]) -> Decided:
    """Of several judgements that mean the same two, by whatever ids, the last one counts."""
    last: dict[tuple[int, int], Judgement] = {}
    for each in judged.hands:
        if each.right is not None and each.left in numbers and each.right in numbers:
            left, right = sorted((numbers[each.left], numbers[each.right]))
            if left != right:
                last[left, right] = each
    bound, apart = (sorted(p for p, each in last.items() if each.judgement == said) for said in ("same", "different"))
    return Decided(bound, apart, last)
