"""What happens to a batch: a worker reads it, and where that one is lost, others read its pages one by one."""

import signal
from collections.abc import Iterator
from queue import SimpleQueue
from threading import Condition, Lock, Thread
from typing import Generic, TypeVar

from dateline.errors import MissingPart
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.workers.serving import Work
from dateline.workers.worker import Worker, cause

T = TypeVar("T")
STARTS = 3
"""A worker that is killed while it starts is started again: so often in all."""
GUARD = "a script of your own must call Dateline under: if __name__ == '__main__'"


class Batch(Generic[T]):
    """Pages on their way through the pool. `changed` is told when they are done."""

    def __init__(self, pages: list[Page], changed: Condition) -> None:
        self.pages = pages
        self.found: list[T | Refused] = []
        self.error: Exception | None = None
        self.done = False
        self._changed = changed

    def finish(self, error: Exception | None = None) -> None:
        """Nothing more will be found; because of an error, perhaps."""
        with self._changed:
            self.error, self.done = error, True
            self._changed.notify_all()

    def outcomes(self) -> Iterator[tuple[Page, T | Refused]]:
        """What was found. What was raised on the way is raised behind what came before it."""
        yield from zip(self.pages, self.found, strict=False)
        if self.error is not None:
            raise self.error


class Tender(Generic[T]):
    """A thread that tends to one worker at a time: starts it with the first batch, and anew where one is lost."""

    def __init__(self, batches: "SimpleQueue[Batch[T] | None]", settings: Settings, work: Work[T]) -> None:
        self._batches, self._settings, self._work = batches, settings, work
        self._worker: Worker[T] | None = None
        self._lock, self._stopped = Lock(), False
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the worker at once, whatever it is at; no other is started."""
        with self._lock:
            self._stopped = True
            if self._worker is not None:
                self._worker.kill()

    def join(self) -> None:
        """Waits until thread and worker are gone. The queue must hold a None for each tender."""
        self._thread.join()

    def _run(self) -> None:
        if hasattr(signal, "pthread_sigmask"):  # So that what this thread starts never sees Ctrl-C, not even at birth.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        while (batch := self._batches.get()) is not None:
            try:
                self._read(batch)
                batch.finish()
            except Exception as error:  # Whatever ends a thread, whoever waits for it must see.
                batch.finish(error)
        if self._worker is not None:
            self._worker.end()

    def _read(self, batch: Batch[T]) -> None:
        pages, found = batch.pages, batch.found
        self._ask(pages, found)
        in_hand = len(found)  # This page has had its first try; of those behind it nobody knows.
        while len(found) < len(pages):
            page = pages[len(found)]
            loss = self._ask_alone(page, found, tries=1 if len(found) == in_hand else 2)
            if loss is not None:
                found.append(Refused(page.location, "reading", loss))

    def _ask_alone(self, page: Page, found: list[T | Refused], tries: int) -> str | None:
        loss = None
        for _ in range(tries):
            loss = self._ask([page], found)
            if loss is None:
                break
        return loss

    def _ask(self, pages: list[Page], found: list[T | Refused]) -> str | None:
        """Adds the outcomes to `found`. Where the worker is lost on the way: what happened."""
        worker = self._worker or self._started()
        loss = worker.ask(pages, found)
        if loss is not None:
            self._worker = None
        return loss

    def _started(self) -> Worker[T]:
        code = None
        for _ in range(STARTS):
            worker = self._new()
            code = worker.ready()
            if code is None:
                return worker
            self._worker = None
            if code >= 0:
                raise MissingPart(f"a worker process could not start ({cause(code)}); {GUARD}")
        raise MissingPart(f"a worker process could not start ({cause(code)}); try fewer workers")

    def _new(self) -> Worker[T]:
        with self._lock:
            if self._stopped:
                raise MissingPart("the reading was stopped")
            self._worker = Worker(self._settings, self._work)
            return self._worker
