"""The progress of a run that brings articles in: told while it goes on, and summed up at its end."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread, current_thread, main_thread
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING

from dateline.faces.desk.progress.pace import Count, Pace, duration, roughly, size
from dateline.faces.safe import printable
from dateline.model import Refused

if TYPE_CHECKING:
    from dateline.desk import Desk
    from dateline.faces.desk.progress.meter import Meter, Shown

MOST_TOLD = 20
"""Refusals that are told in full; the rest is only counted."""


class Progress:
    """What a run has done so far. `quiet` shows no meter and no last line; refusals are told in any case."""

    def __init__(self, desk: Path, *, quiet: bool = False) -> None:
        self.count = Count()
        self.expected: int | None = None
        self.refused = 0
        self._desk, self._quiet = desk, quiet
        self._began = monotonic()
        self._pace = Pace()
        self._meter: Meter | None = None

    def tell(self, count: Count) -> None:
        """So much is on the disk."""
        self.count = count
        self._pace.tell(count, monotonic())

    def refuse(self, refused: Refused) -> None:
        """Tells what was not read, as long as it is not too much to read."""
        self.refused += 1
        if self.refused <= MOST_TOLD:
            self._line(f"refused {refused.location}: {' '.join(refused.reason.split())}")
        elif self.refused == MOST_TOLD + 1:
            kept = f"sqlite3 {self._desk} 'SELECT location, reason FROM refusals'"
            self._line(f"further refusals are counted and not told; all are in the desk: {kept}")

    def expect(self, count: Callable[[], int | None]) -> None:
        """Asks in the background how much there is to come."""
        if sys.stderr.isatty() and not self._quiet:
            Thread(target=lambda: setattr(self, "expected", count()), daemon=True).start()

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Shows the meter to people at a terminal. The first Ctrl-C stops the run, a second one this process."""
        if sys.stderr.isatty() and not self._quiet:
            from dateline.faces.desk.progress.meter import Meter

            self._meter = Meter(self._now)
        main = current_thread() is main_thread()
        before = signal.signal(signal.SIGINT, self._interrupt) if main else None
        try:
            yield
        finally:
            if main:
                signal.signal(signal.SIGINT, before)
            self._stop()

    def last_line(self, desk: "Desk", *, stopped: bool = False) -> None:
        """What came of it, and what is in the desk now; where it was stopped, how it goes on."""
        if self._quiet:
            return
        seconds = monotonic() - self._began
        rate = f" ({self.count.read / seconds:.1f} a second)" if self.count.read > 1 and seconds > 1 else ""
        words = ", ".join(self.count.words) or "nothing done"
        line = f"{words} in {duration(seconds)}{rate}; {contents(desk)}"
        print(printable(f"stopped: {line}" if stopped else line), file=sys.stderr)
        if stopped:
            print("run the same again: it goes on from here", file=sys.stderr)

    def _now(self) -> "Shown":
        from dateline.faces.desk.progress.meter import Shown

        if not self.count.done:
            return Shown(None, ["getting ready"])
        part = self.count.done / self.expected if self.expected else None
        rate, left = self._pace.rate, self._pace.left(self.expected)
        last = [f"{rate:.1f}/s"] if rate else []
        return Shown(part, self.count.words, [*last, *([f"about {roughly(left)} left"] if left else [])])

    def _line(self, line: str) -> None:
        if self._meter:
            self._meter.tell(printable(line))
        else:
            print(printable(line), file=sys.stderr)

    def _stop(self) -> None:
        meter, self._meter = self._meter, None
        if meter:
            meter.stop()

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._stop()  # first of all, so that a process that is ended leaves the terminal as it was
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        raise KeyboardInterrupt


def contents(desk: "Desk") -> str:
    """What is in a desk: "news.db has 20,301 articles, 412 MB"."""
    articles = len(desk)
    pages, page = (desk.reader.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return f"{desk.path} has {articles:,} article{'' if articles == 1 else 's'}, {size(pages * page)}"
