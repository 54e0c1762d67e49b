"""Many records at once: mapped, paired, compared, linked and told, in steps that can be spread over machines.

Each step is a function of one piece of work (`mapped`, `compared`, `told_stories`, `told_incidents`, `told_links`);
between the steps only keys, ties and labels come together, as columns of numbers. The outcome does not depend on the
order of the lines.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from dateline.errors import BadRecord
from dateline.merging.batch.columns import EVENTS, Columns, Gathering
from dateline.merging.batch.gathered import Gathered, batches
from dateline.merging.batch.grouping import labels
from dateline.merging.batch.judging import decided
from dateline.merging.batch.mapping import Unread, mapped
from dateline.merging.batch.pairing import missing_pairs, pairs_of
from dateline.merging.batch.people import people_links
from dateline.merging.batch.progress import Done, Outcome, Tell
from dateline.merging.batch.scoring import Compared, Work, compared
from dateline.merging.batch.spreading import Alone, Spread
from dateline.merging.batch.telling import Telling
from dateline.merging.judgements import Judged
from dateline.merging.outcomes import Copy
from dateline.merging.stories import likeness

__all__ = ["merged"]

PAIRS = 8000
"""Pairs of a piece of work."""
NOBODY = Judged()


def merged(
    lines: Iterable[bytes],
    judged: Judged = NOBODY,
    spread: Spread | None = None,
    told: Tell = lambda _: None,
    unread: Callable[[Unread], None] | None = None,
    people: bool = True,
) -> Iterator[Outcome]:
    """Stories, then incidents, each with the links that made them: lines of JSON in the contract's shape.

    With `people` also the links of people, bodies and places, in the end. `lines` are records as `Record.to_json` gives
    them. `spread` puts the work on several processes or machines. `told` hears how far it is, `unread` of lines that
    hold no record; without it the first one raises BadRecord.
    """
    spread = spread or Alone()
    every = Gathered(
        spread(partial(mapped, wrong=judged.wrong), batches(lines)), lambda done: told(Done("reading", done, 0))
    )
    for line in every.unread:
        (unread or _refuse)(line)
    of_articles, of_events = decided(every, judged)
    ties = _Comparing(every, spread, told)
    telling = Telling(every, spread, told, ties.copies)
    yield from telling.stories(ties.stories, of_articles)
    yield from telling.incidents(ties.events, of_events)
    if people:
        told(Done("people", 0, len(every.packed)))
        yield from (Outcome("link", line) for line in people_links(every.packed, judged))


def _refuse(line: Unread) -> None:
    raise BadRecord(f"line {line.line}: {line.reason}")


class _Comparing:
    """The ties of all pairs that are worth comparing: of articles, and of events."""

    def __init__(self, every: Gathered, spread: Spread, told: Tell) -> None:
        self._all, self._spread, self._told = every, spread, told
        self.copies: dict[int, list[Copy]] = defaultdict(list)
        """For each report what it copies."""
        self._stories, self._events = Gathering(), Gathering()
        self._events.join(every.own)
        count = len(every.packed)
        pairs = pairs_of(every.keys, every.reports, np.arange(count))
        self._compare(pairs, 0)
        found = self._stories.columns()
        near = found.where((found.score >= likeness.LINE) & ~found.apart)
        missing = missing_pairs(labels(count, near.left, near.right), pairs)
        self._stories.join(found)
        self._compare(missing, len(pairs))
        self.stories: Columns = self._stories.columns()
        self.events: Columns = self._events.columns()

    def _compare(self, pairs: NDArray[np.int32], done: int) -> None:
        starts = range(0, len(pairs), PAIRS)
        works = (self._work(pairs[start : start + PAIRS]) for start in starts)
        for start, found in zip(starts, self._spread(compared, works), strict=True):
            self._take(found, np.unique(pairs[start : start + PAIRS]).astype(np.int64))
            self._told(Done("comparing", done + min(start + PAIRS, len(pairs)), done + len(pairs)))

    def _work(self, pairs: NDArray[np.int32]) -> Work:
        places = np.unique(pairs)
        local = np.searchsorted(places, pairs).astype(np.int32)
        packed = [self._all.packed[place] for place in places.tolist()]
        return Work(packed, local[:, 0].tobytes(), local[:, 1].tobytes())

    def _take(self, found: Compared, places: NDArray[np.int64]) -> None:
        self._stories.add(found.stories, lambda ends: places[ends])
        self._events.add(found.events, lambda ends: self._all.starts[places[ends // EVENTS]] + ends % EVENTS)
        if found.copies:
            numbers = {self._all.articles[place]: place for place in places.tolist()}
            for copy in found.copies:
                self.copies[numbers[copy.article]].append(copy)
