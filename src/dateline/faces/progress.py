"""Progress: counts what is read and refused, tells it on standard error, and stops at Ctrl-C."""

import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import current_thread, main_thread
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING

from dateline.faces.safe import printable
from dateline.model import Refused
from dateline.record import Record

if TYPE_CHECKING:
    from dateline.faces.bar import Bar

PATIENCE = 2.0
"""Seconds before a person who waits for a single article is shown that something happens."""


class Progress:
    """What one run has read and refused so far.

    `quiet` shows no bar and no count. `shared` tells that results go to the same terminal as the bar, which then
    makes room for each of them.
    """

    def __init__(self, *, quiet: bool = False, total: int | None = None, shared: bool = False) -> None:
        self.read = 0
        self.refused = 0
        self.interrupted = False
        self._quiet, self._shared = quiet, shared
        self._bar = _bar(total) if sys.stderr.isatty() and not quiet else None
        self._began = monotonic()
        self._waiting = False

    def refuse(self, refused: Refused) -> None:
        """Tells at once what was not read, and counts it."""
        self.refused += 1
        told = printable(f"refused {refused.location}: {' '.join(refused.reason.split())}")
        if self._bar:
            self._bar.tell(told)
        else:
            print(told, file=sys.stderr)

    def watch(self, records: Iterable[Record]) -> Iterator[Record]:
        """The records, counted. Ctrl-C ends them early, without an error, so that whoever writes them can finish."""
        coming = iter(records)
        with self._stopping_at_interrupt():
            while not self.interrupted:
                try:
                    record = self._next(coming)
                except KeyboardInterrupt:
                    self.interrupted = True
                    break
                if record is None:
                    break
                self.read += 1
                yield record
        self.stop()

    def stop(self) -> None:
        """Takes the bar away."""
        if self._bar:
            self._bar.stop()

    def count(self) -> None:
        """The last line: how many were read and refused."""
        if not self._quiet and (self.refused or self.read > 1 or self.interrupted):
            ending = "; interrupted" if self.interrupted else ""
            print(f"{self.read} read, {self.refused} refused{ending}", file=sys.stderr)

    def _next(self, coming: Iterator[Record]) -> Record | None:
        with self._shown():
            self._waiting = True
            try:
                return next(coming, None)
            finally:
                self._waiting = False

    @contextmanager
    def _shown(self) -> Iterator[None]:
        if self._bar is None:
            yield
            return
        self._bar.start(lambda: self._line)
        try:
            yield
        finally:
            if self._shared:
                self._bar.stop()

    @property
    def _line(self) -> str | None:
        """What the bar says; None while there is no need to show one."""
        if self.read + self.refused < 2 and monotonic() - self._began < PATIENCE:
            return None
        return f"{self.read} read" + (f", {self.refused} refused" if self.refused else "")

    def _stopping_at_interrupt(self) -> AbstractContextManager[None]:
        # Only the main thread may listen for signals.
        main = current_thread() is main_thread()
        return _interrupts(self._interrupt) if main else nullcontext()

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        # While a record is being written it is finished; while one is being read, that is cut short.
        again, self.interrupted = self.interrupted, True
        if self._waiting or again:
            raise KeyboardInterrupt


@contextmanager
def _interrupts(handler: "signal._HANDLER") -> Iterator[None]:
    before = signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _bar(total: int | None) -> "Bar":
    from dateline.faces.bar import Bar

    return Bar(total)
