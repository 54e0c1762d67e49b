"""Work spread over processes, a few pieces ahead, results in order. A cluster gives another `Spread`."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from types import TracebackType
from typing import Protocol, TypeVar

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
        self._pool = ProcessPoolExecutor(self.workers, mp_context=get_context("spawn"))

    def __call__(self, function: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        """The results, in order; at most a few pieces are ahead of what was taken."""
        waiting: deque[Future[Result]] = deque()
        for piece in pieces:
            waiting.append(self._pool.submit(function, piece))
            if len(waiting) > _AHEAD * self.workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def __enter__(self) -> "Processes":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._pool.shutdown(cancel_futures=True)
