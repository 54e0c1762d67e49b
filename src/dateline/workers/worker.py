"""One worker process, seen from its parent: it starts, is asked, and may be lost."""

from collections.abc import Sequence
from multiprocessing import get_context
from signal import Signals
from threading import Lock
from typing import Generic, TypeVar

from dateline.errors import MissingPart
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.workers.batches import seconds
from dateline.workers.serving import KILL, Told, Work, serve

T = TypeVar("T")
START = 300.0
"""Seconds in which a process must have loaded its models."""
BURIAL = 5.0
"""Seconds in which a process that has closed its pipe must be gone."""

_CONTEXT = get_context("spawn")
_TURN = Lock()
"""Threads start and reap processes one at a time, since multiprocessing keeps one list of them."""


class Worker(Generic[T]):
    """A process that reads for us, and the pipe to it. One thread uses it; any may call `kill`."""

    def __init__(self, settings: Settings, work: Work[T]) -> None:
        self._patience = settings.patience
        self._pipe, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=serve, args=(theirs, settings, work), daemon=True, name="dateline")
        with _TURN:
            self._process.start()
        theirs.close()

    def ready(self) -> int | None:
        """Waits until it can be asked. Gives its exit code where it ended instead; raises what its start raised."""
        if not self._pipe.poll(START):
            self.end()
            raise MissingPart(f"a worker process did not start within {START:.0f} seconds; try fewer workers")
        return None if self._told() else self.end(BURIAL)

    def ask(self, pages: Sequence[Page], found: list[T | Refused]) -> str | None:
        """Adds the outcomes of the pages to `found`. Where the process is lost on the way: what happened.

        A process that is lost has ended. Raises what every page would meet, such as MissingPart.
        """
        try:
            self._pipe.send(list(pages))
        except OSError:
            return ending(self.end(BURIAL))
        for done in range(len(pages)):
            limit = seconds(pages[done:], self._patience)
            if not self._pipe.poll(limit):
                self.end()
                return f"it was not read within {limit:.3g} seconds; raise patience or split it"
            told = self._told()
            if told is None:
                return ending(self.end(BURIAL))
            found.append(told.outcome)
        return None

    def kill(self) -> None:
        """Ends the process at once. There is nothing in it that this could spoil."""
        with _TURN:
            self._process.kill()

    def end(self, burial: float = 0.0) -> int | None:
        """Its exit code (below 0 a signal's number) when it has ended; it is killed where it takes more seconds."""
        with _TURN:
            self._process.join(burial)
            if self._process.exitcode is None:
                self._process.kill()
                self._process.join(BURIAL)
            self._pipe.close()
            return self._process.exitcode

    def _told(self) -> Told | None:
        """The next message; None when the process has ended. Raises the error that it tells."""
        try:
            told: Told = self._pipe.recv()
        except (EOFError, OSError):
            return None
        if told.error is not None:
            raise told.error
        return told


def ending(code: int | None) -> str:
    """What happened to a document in whose reading a process ended with this code."""
    return f"its reading ended the worker process ({cause(code)})"


def cause(code: int | None) -> str:
    """How a process ended, in words."""
    if code is None or code >= 0:
        return "it ended" if code is None else f"exit code {code}"
    if -code == KILL:
        return f"killed by signal {-code}, as when memory runs out"
    known = {each.value: each.name for each in Signals}
    return f"killed by signal {-code}" + (f", {known[-code]}" if -code in known else "")
