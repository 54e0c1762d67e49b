"""Ties as columns of numbers, which travel between processes and come together in one place."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.merging.reports.report import Report
from dateline.merging.ties import Tie

__all__ = ["EVENTS", "NO_TIES", "Columns", "Gathering", "TieColumns", "Ties", "event_numbers", "packed_pairs"]

EVENTS = 1 << 20
"""More events than one report tells of; the rest would be left out."""

Whole = NDArray[np.int64]


class Ties(NamedTuple):
    """Ties as bytes."""

    left: bytes
    """Whole numbers of eight bytes: places of reports in a piece of work; of events `place * EVENTS + number`."""
    right: bytes
    score: bytes
    """Floating-point numbers of four bytes."""
    apart: bytes
    """One byte each: whether they are certain strangers."""


NO_TIES = Ties(b"", b"", b"", b"")


class Columns(NamedTuple):
    """Ties over whole numbers, as columns of equal length."""

    left: Whole | NDArray[np.int32]
    right: Whole | NDArray[np.int32]
    score: NDArray[np.float32]
    apart: NDArray[np.bool_]

    def where(self, rows: NDArray[np.bool_] | NDArray[np.intp]) -> "Columns":
        """Some of the rows."""
        return Columns(self.left[rows], self.right[rows], self.score[rows], self.apart[rows])

    def plus(self, other: "Columns") -> "Columns":
        """These rows and those."""
        return _joined([self, other])


class TieColumns:
    """Ties on their way into columns."""

    def __init__(self) -> None:
        self._left, self._right, self._score, self._apart = array("q"), array("q"), array("f"), bytearray()

    def add(self, left: int | None, right: int | None, tie: Tie) -> None:
        """A tie between two nodes; none where one of them is not known."""
        if left is not None and right is not None:
            self._left.append(left)
            self._right.append(right)
            self._score.append(tie.score)
            self._apart.append(tie.verdict == "different")

    def ties(self) -> Ties:
        """All of them."""
        return Ties(self._left.tobytes(), self._right.tobytes(), self._score.tobytes(), bytes(self._apart))


class Gathering:
    """Ties of many pieces of work, over one numbering."""

    def __init__(self) -> None:
        self._pieces: list[Columns] = []

    def add(self, ties: Ties, number: Callable[[Whole], Whole]) -> None:
        """The ties of a piece; `number` gives the numbers of its ends for all pieces, below zero for none."""
        left, right = (number(np.frombuffer(ends, np.int64)).astype(np.int32) for ends in (ties.left, ties.right))
        self.join(Columns(left, right, np.frombuffer(ties.score, np.float32), np.frombuffer(ties.apart, np.bool_)))

    def join(self, rows: Columns) -> None:
        """Ties that have their numbers."""
        self._pieces.append(rows.where((rows.left >= 0) & (rows.right >= 0)))

    def columns(self) -> Columns:
        """All ties; the pieces are let go."""
        pieces, self._pieces = self._pieces, []
        if not pieces:
            none = np.empty(0, np.int64)
            return Columns(none, none, none.astype(np.float32), none.astype(np.bool_))
        return _joined(pieces)


def _joined(pieces: Sequence[Columns]) -> Columns:
    return Columns(
        np.concatenate([piece.left for piece in pieces]),
        np.concatenate([piece.right for piece in pieces]),
        np.concatenate([piece.score for piece in pieces]),
        np.concatenate([piece.apart for piece in pieces]),
    )


def packed_pairs(left: NDArray[np.signedinteger[Any]], right: NDArray[np.signedinteger[Any]]) -> Whole:
    """Each pair as one number, whichever end comes first."""
    packed: Whole = (np.minimum(left, right).astype(np.int64) << 32) | np.maximum(left, right)
    return packed


def event_numbers(report: Report, place: int) -> dict[str, int]:
    """The number of each event of a report at this place of a piece of work."""
    return {told.fact: place * EVENTS + number for number, told in enumerate(report.happenings[:EVENTS])}
