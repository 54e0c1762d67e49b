"""Work spread over processes, a few pieces ahead, results in order. A cluster gives another `Spread`."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from signal import SIG_IGN, SIGINT, signal
from threading import Thread
from types import TracebackType
from typing import Protocol, TypeVar

from dateline.errors import LostWorker

__all__ = ["Alone", "Processes", "Spread"]

Piece = TypeVar("Piece")
Result = TypeVar("Result")
_AHEAD = 3
"""Pieces for each process that wait or are being worked on: enough to keep it busy, few enough to fit."""


class Spread(Protocol):
    """Calls a function of the module level on each piece; gives the results in the order of the pieces."""

    def __call__(self, function: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        """The results, in order; pieces are taken from `pieces` as they are needed."""
        ...


class Alone:
    """In this process."""

    def __call__(self, function: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        """The results, one after the other."""
        return map(function, pieces)


class Processes:
    """In several processes of this machine. Use it as a context manager."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._pool = ProcessPoolExecutor(self.workers, get_context("spawn"), _live_with_the_parent)

    def __call__(self, function: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        """The results, in order; at most a few pieces are ahead of what was taken. Raises LostWorker."""
        waiting: deque[Future[Result]] = deque()
        try:
            for piece in pieces:
                waiting.append(self._pool.submit(function, piece))
                if len(waiting) > _AHEAD * self.workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise LostWorker(
                "a process of the merging was killed, most likely for want of memory; try it with fewer (`--workers`)"
            ) from error

    def __enter__(self) -> "Processes":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._pool.shutdown(cancel_futures=True)


def _live_with_the_parent() -> None:
    """Ctrl-C, which goes to all processes of a terminal, is the parent's; where that is killed nobody stays behind."""
    signal(SIGINT, SIG_IGN)
    Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
