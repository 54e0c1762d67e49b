"""From ties to stories, incidents and links: linked in one place, told in pieces."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from dateline.merging.batch.assembling import Assembly, told_incidents, told_stories
from dateline.merging.batch.columns import EVENTS, Columns
from dateline.merging.batch.gathered import Gathered
from dateline.merging.batch.grouping import groups
from dateline.merging.batch.judging import Decided
from dateline.merging.batch.linking import linked
from dateline.merging.batch.progress import Done, Outcome, Tell
from dateline.merging.batch.spreading import Spread
from dateline.merging.batch.telling_links import Linking, best_ties, told_links, verdict_of
from dateline.merging.outcomes import MACHINE, Copy
from dateline.merging.sameness import sameness
from dateline.merging.stories import likeness

__all__ = ["Telling"]

NODES, LINKS = 1000, 2000
"""Articles or events, and links, of a piece of work; a group is never cut."""


class Telling:
    """Tells what the ties of a run make: first its stories, then its incidents, which say their story."""

    def __init__(self, every: Gathered, spread: Spread, told: Tell, copies: dict[int, list[Copy]]) -> None:
        self._all, self._spread, self._told, self._copies = every, spread, told, copies
        self._story: dict[int, str] = {}

    def stories(self, ties: Columns, hands: Decided) -> Iterator[Outcome]:
        """The stories and the links between their articles."""
        count, line, density = len(self._all.packed), likeness.LINE, likeness.DENSITY
        label = linked(count, hands.audible(ties), line=line, density=density, bound=hands.bound, apart=hands.apart)
        pieces = list(_pieces(groups(label)))
        done = 0
        for piece, found in zip(pieces, self._spread(told_stories, map(self._of_articles, pieces)), strict=True):
            for members, story in zip(piece, found.ids, strict=True):
                self._story.update(dict.fromkeys(members, story))
            done += sum(map(len, piece))
            self._told(Done("stories", done, count))
            yield from (Outcome("story", line) for line in found.lines)
        yield from self._links(label, ties, hands, of_events=False)

    def incidents(self, ties: Columns, hands: Decided) -> Iterator[Outcome]:
        """The incidents and the links between their events."""
        count, line, density = self._all.events, sameness.LINE, sameness.DENSITY
        label = linked(count, hands.audible(ties), line=line, density=density, bound=hands.bound, apart=hands.apart)
        pieces = list(_pieces(groups(label)))
        done = 0
        for piece, found in zip(pieces, self._spread(told_incidents, map(self._of_events, pieces)), strict=True):
            done += sum(map(len, piece))
            self._told(Done("incidents", done, count))
            yield from (Outcome("incident", line) for line in found.lines)
        yield from self._links(label, ties, hands, of_events=True)

    def _of_articles(self, piece: list[list[int]]) -> Assembly:
        places = np.unique(np.concatenate(piece))
        return self._assembly(places, [np.searchsorted(places, group).tolist() for group in piece])

    def _of_events(self, piece: list[list[int]]) -> Assembly:
        places = np.unique(self._all.owner(np.concatenate(piece)))
        return self._assembly(places, [self._local(places, np.array(group)).tolist() for group in piece])

    def _local(self, places: NDArray[np.int64], events: NDArray[np.int64]) -> NDArray[np.int64]:
        """The numbers that events have in a piece of work with these reports."""
        owners = self._all.owner(events)
        return np.searchsorted(places, owners) * EVENTS + (events - self._all.starts[owners])

    def _assembly(self, places: NDArray[np.int64], members: list[list[int]]) -> Assembly:
        reports = places.tolist()
        return Assembly(
            packed=[self._all.packed[place] for place in reports],
            groups=members,
            copies=[copy for place in reports for copy in self._copies.get(place, ())],
            stories=[self._story.get(place) for place in reports],
        )

    def _links(self, label: NDArray[np.int64], ties: Columns, hands: Decided, of_events: bool) -> Iterator[Outcome]:
        best = best_ties(label, hands.unjudged(ties)).plus(hands.judged_ties(ties))
        works = (
            self._linking(label, best.where(np.arange(start, min(start + LINKS, len(best.left)))), hands, of_events)
            for start in range(0, len(best.left), LINKS)
        )
        for lines in self._spread(told_links, works):
            yield from (Outcome("link", line) for line in lines)

    def _linking(self, label: NDArray[np.int64], ties: Columns, hands: Decided, of_events: bool) -> Linking:
        ends = [ties.left.astype(np.int64), ties.right.astype(np.int64)]
        places = np.unique(np.concatenate([self._all.owner(each) for each in ends] if of_events else ends))
        left, right = (self._local(places, each) if of_events else np.searchsorted(places, each) for each in ends)
        decided = [hands.hand(*pair) for pair in zip(*(each.tolist() for each in ends), strict=True)]
        joined = (label[ends[0]] == label[ends[1]]).tolist()
        return Linking(
            packed=[self._all.packed[place] for place in places.tolist()],
            of_events=of_events,
            left=left.astype(np.int64).tobytes(),
            right=right.astype(np.int64).tobytes(),
            score=ties.score.tobytes(),
            verdicts=[
                verdict_of(one, bool(apart), hand)
                for one, apart, hand in zip(joined, ties.apart.tolist(), decided, strict=True)
            ],
            hands=[(hand.decided_by, hand.why) if hand else (MACHINE, None) for hand in decided],
        )


def _pieces(groups: Iterable[list[int]]) -> Iterator[list[list[int]]]:
    piece: list[list[int]] = []
    size = 0
    for group in groups:
        piece.append(group)
        size += len(group)
        if size >= NODES:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece
