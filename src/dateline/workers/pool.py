"""Several workers, and what they made of the pages in the order of the pages."""

from collections import deque
from collections.abc import Callable, Generator, Iterator
from queue import SimpleQueue
from threading import Condition
from typing import Generic, TypeVar

from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.workers.batches import batches
from dateline.workers.serving import Work
from dateline.workers.tender import Batch, Tender

T = TypeVar("T")
AHEAD = 3
"""Batches in the works for every worker: enough to keep it busy, few enough to hold little in memory."""
KEPT = 64
"""Batches held in all, with those that were read and wait for an earlier one: where a document hangs, others go on."""


class Pool(Generic[T]):
    """Worker processes. They start with the first pages and stay for the next until `close`."""

    def __init__(self, settings: Settings, workers: int, work: Work[T]) -> None:
        self._settings, self._workers = settings, workers
        self._queue: SimpleQueue[Batch[T] | None] = SimpleQueue()
        self._tenders = [Tender(self._queue, settings, work) for _ in range(workers)]

    def __enter__(self) -> "Pool[T]":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def outcomes(
        self, pages: Iterator[Page], idle: Callable[[], object] = lambda: None
    ) -> Iterator[tuple[Page, T | Refused]]:
        """As the function `outcomes`. Whoever does not take all of them closes the pool.

        `idle` is called about once a second while there is nothing to do but wait.
        """
        line: deque[Batch[T]] = deque()
        changed = Condition()
        for members in batches(pages, self._settings.batch):
            line.append(Batch(members, changed))
            self._queue.put(line[-1])
            yield from _done(line, changed, AHEAD * self._workers, idle)
        yield from _done(line, changed, 1, idle)

    def close(self) -> None:
        """Ends the processes at once."""
        for tender in self._tenders:
            tender.stop()
            self._queue.put(None)
        for tender in self._tenders:
            tender.join()


def outcomes(
    pages: Iterator[Page], settings: Settings, workers: int, work: Work[T]
) -> Generator[tuple[Page, T | Refused], None, None]:
    """Each page with what `work` made of it, in the order of the pages, by so many processes.

    A page that ends its process, or takes longer than `settings.patience`, is tried once more, alone; then it is
    refused, and only it. One whose reading raises is refused at once. Raises MissingPart and other errors of the
    installation, after what came before. Closing the iterator ends the processes at once; they end by themselves when
    this process is killed.
    """
    with Pool(settings, workers, work) as pool:
        yield from pool.outcomes(pages)


def _done(
    line: deque[Batch[T]], changed: Condition, most: int, idle: Callable[[], object]
) -> Iterator[tuple[Page, T | Refused]]:
    """The outcomes at the head of the line. Waits until fewer than `most` batches are unread, and KEPT in all."""

    def is_long() -> bool:
        return len(line) >= KEPT or sum(not batch.done for batch in line) >= most

    while line:
        while not line[0].done and is_long():
            with changed:
                if not line[0].done and is_long():
                    changed.wait(1.0)  # Without a limit some systems would let no Ctrl-C in.
            idle()
        if not line[0].done:
            return
        yield from line.popleft().outcomes()
