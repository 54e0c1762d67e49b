"""All reports of a run, packed, in the order of time, with their keys: what the later steps take their pieces from."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from dateline.merging.batch.columns import EVENTS, Columns, Gathering, Ties
from dateline.merging.batch.mapping import Mapped, Unread

__all__ = ["Gathered", "batches"]

LINES = 256
"""Lines of a piece of work."""


def batches(lines: Iterable[bytes]) -> Iterator[tuple[int, list[bytes]]]:
    """Lines in pieces, each with the number of its first one, from 1. Empty lines are kept, to be passed over."""
    rest = iter(lines)
    first = 1
    while piece := list(islice(rest, LINES)):
        yield first, piece
        first += len(piece)


class Gathered:
    """The reports; of several lines with one article the last one counts."""

    def __init__(self, found: Iterable[Mapped], told: Callable[[int], None]) -> None:
        self.unread: list[Unread] = []
        articles: list[str] = []
        dated: list[str] = []
        packed: list[bytes] = []
        events: list[int] = []
        keys: list[NDArray[np.int64]] = []
        counts: list[int] = []
        own: list[tuple[int, Ties]] = []
        for each in found:
            own.append((len(articles), each.own))
            self.unread += each.unread
            articles += each.articles
            dated += each.dated
            packed += each.packed
            events += each.events
            keys.append(np.frombuffer(each.keys, np.int64))
            counts += each.counts
            told(len(articles))
        last = {article: place for place, article in enumerate(articles)}
        order = sorted(last.values(), key=lambda place: (dated[place] or "9", articles[place]))
        self.articles = [articles[place] for place in order]
        self.packed = [packed[place] for place in order]
        self.starts = np.concatenate(([0], np.cumsum([events[place] for place in order], dtype=np.int64)))
        """The number of the first event of each report, and of the event behind the last one."""
        numbers = np.full(
            len(counts), -1, np.int64
        )  # of each report in the order of time; -1: a later line replaced it
        numbers[order] = np.arange(len(order))
        every, reports = np.concatenate([np.empty(0, np.int64), *keys]), np.repeat(numbers, counts)
        self.keys, self.reports = every[reports >= 0], reports[reports >= 0]
        self.own = self._own(own, numbers)

    def _own(self, pieces: list[tuple[int, Ties]], numbers: NDArray[np.int64]) -> Columns:
        """The ties between events of one report."""
        gathering = Gathering()
        for first, ties in pieces:
            gathering.add(ties, partial(self._event, numbers[first:]))
        return gathering.columns()

    def _event(self, numbers: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
        """The numbers of events, given by the places of their reports in a piece; -1 where a report was replaced."""
        reports = numbers[ends // EVENTS]
        return np.where(reports >= 0, self.starts[reports] + ends % EVENTS, -1)

    @property
    def events(self) -> int:
        """How many events all reports tell of."""
        return int(self.starts[-1])

    def owner(self, events: NDArray[np.int64]) -> NDArray[np.int64]:
        """The reports that tell of these events."""
        return np.searchsorted(self.starts, events, "right") - 1
