"""What a worker process does: it takes batches from a pipe and sends an outcome for each page."""

import ctypes
import faulthandler
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from threading import Thread
from typing import Any, TypeVar

from msgspec import Struct

from dateline.errors import BadLexicon, BadPipeline, BadSettings, DatelineError, DeskError, MissingPart
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.workers.batches import seconds

T = TypeVar("T")
Work = Callable[[Sequence[Page], Settings], Iterable[T]]
"""An importable function: for each page, in order, one outcome that can be pickled.

Called once without pages, before any clock runs, to load what it needs. It had better be a generator: what it has
yielded is kept when the process dies on a later page.
"""

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""Variables of the numerical libraries: a worker is one of several, and keeps to one core."""
PARENT_DEATH, KILL = 1, 9
"""Linux's PR_SET_PDEATHSIG, see prctl(2), and the signal to get when the thread that started the process is no more."""
GRACE = 30.0
"""Seconds after which a process that hangs ends itself, if nobody has ended it."""
OF_ALL_PAGES = (MissingPart, BadLexicon, BadPipeline, BadSettings, DeskError)
"""Errors that every page would meet: they end the run."""


class Told(Struct, frozen=True):
    """A worker's message: the outcome of the next page, or an error that ends the run. With neither it is ready."""

    outcome: Any = None
    error: DatelineError | None = None


def serve(pipe: Connection, settings: Settings, work: Work[Any]) -> None:
    """The whole life of a worker process. It ends when the pipe closes, or its parent is no more."""
    signal(SIGINT, SIG_IGN)  # Ctrl-C is the parent's.
    if sys.platform == "linux":
        _be_killed_with_the_parent()
    Thread(target=_end_with_the_parent, daemon=True).start()
    os.environ.update(dict.fromkeys(THREADS, "1"))
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        try:
            list(work((), settings))
            _serve_batches(pipe, settings, work, nowhere)
        except OF_ALL_PAGES as error:
            pipe.send(Told(error=error))


def _serve_batches(pipe: Connection, settings: Settings, work: Work[Any], nowhere: Any) -> None:
    with suppress(EOFError, OSError):  # The other end is closed.
        pipe.send(Told())
        while True:
            _serve_batch(pipe, pipe.recv(), settings, work, nowhere)


def _serve_batch(pipe: Connection, batch: list[Page], settings: Settings, work: Work[Any], nowhere: Any) -> None:
    done = 0
    outcomes = _guarded(batch, settings, work)
    while done < len(batch):
        # A loop in C lets no other thread run; this clock needs none.
        faulthandler.dump_traceback_later(seconds(batch[done:], settings.patience) + GRACE, exit=True, file=nowhere)
        outcome = next(outcomes)
        faulthandler.cancel_dump_traceback_later()
        _send(pipe, outcome, batch[done])
        done += 1


def _send(pipe: Connection, outcome: Any, page: Page) -> None:
    try:
        pipe.send(Told(outcome))
    except (OSError, EOFError):
        raise
    except Exception as error:  # The guard around work: what cannot be pickled is the page's own fault.
        pipe.send(Told(_refused(page, error)))


def _guarded(batch: list[Page], settings: Settings, work: Work[Any]) -> Iterator[Any]:
    """An outcome for each page. Where the work raises, the pages that are left are read one by one."""
    done = 0
    try:
        for outcome in work(batch, settings):
            yield outcome
            done += 1
    except OF_ALL_PAGES:
        raise
    except Exception as error:  # The guard around work: a bug costs the page that it met.
        if len(batch) == 1:
            yield _refused(batch[0], error)
            return
    for page in batch[done:]:
        yield from _guarded([page], settings, work) if len(batch) > 1 else [_refused(page, None)]


def _refused(page: Page, error: Exception | None) -> Refused:
    told = f"{type(error).__name__}: {error}" if error else "nothing came of it"
    return Refused(page.location, "reading", f"its reading failed ({told}); please report this")


def _end_with_the_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _be_killed_with_the_parent() -> None:
    # The thread that waits for the parent does not run while a loop in C holds the interpreter. Linux needs no thread.
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(PARENT_DEATH, KILL)
