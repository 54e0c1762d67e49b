"""Reading by several processes, with the records in the order of the pages."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal

from dateline.errors import MissingPart
from dateline.model import Page, Refused
from dateline.record import Record
from dateline.settings import Settings

AHEAD = 3
"""Batches in the works for every process: enough to keep it busy, few enough to hold little in memory."""


def read_in_order(pages: Iterator[Page], settings: Settings, workers: int) -> Iterator[Record | Refused]:
    """Batches go out to `workers` processes and come back as JSON; the order of the pages is kept.

    Raises MissingPart when a process dies (for want of memory, as a rule); what came before has been yielded.
    """
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_the_parent)
    waiting: deque[Future[list[bytes | Refused]]] = deque()
    try:
        while True:
            while len(waiting) < workers * AHEAD and (batch := list(islice(pages, settings.batch))):
                waiting.append(pool.submit(_read_batch, batch, settings))
            if not waiting:
                return
            for outcome in waiting.popleft().result():
                yield outcome if isinstance(outcome, Refused) else Record.from_json(outcome)
    except BrokenProcessPool as error:
        raise MissingPart("a worker process died; try fewer --workers, or a smaller batch in the settings") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal(SIGINT, SIG_IGN)


def _read_batch(batch: list[Page], settings: Settings) -> list[bytes | Refused]:
    from dateline.reader import read_pages

    outcomes = read_pages(batch, settings)
    return [outcome if isinstance(outcome, Refused) else outcome.to_json() for outcome in outcomes]
