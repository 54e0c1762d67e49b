"""Numbers that stand for articles, and for what they are filed under."""

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Numbers: TypeAlias = npt.NDArray[np.int64]
Mask: TypeAlias = npt.NDArray[np.bool_]
FEW = 1 << 24
"""Cells of a table of yes and no that is quicker than sorting."""


def numbers(cells: Iterable[int] = ()) -> Numbers:
    """These numbers as an array."""
    return np.fromiter(cells, np.int64)


class Packed(NamedTuple):
    """A mask in an eighth of its room."""

    bits: npt.NDArray[np.uint8]
    length: int

    @classmethod
    def of(cls, mask: Mask) -> "Packed":
        """The mask, packed."""
        return cls(np.packbits(mask), len(mask))

    def mask(self) -> Mask:
        """The mask again."""
        return np.unpackbits(self.bits, count=self.length).view(np.bool_)


class Codes:
    """Values as small numbers, in the order in which they were met first. It only grows, so that numbers stay true."""

    __slots__ = ("_found", "values")

    def __init__(self, values: Iterable[Any] = ()) -> None:
        self.values: list[Any] = []
        self._found: dict[Any, int] = {}
        self.of(values)

    def of(self, values: Iterable[Any]) -> Numbers:
        """The numbers of these values; what is new gets the next one."""
        return numbers(map(self._code, values))

    def get(self, value: Any) -> int:
        """The number of a value; -1 where it was never met."""
        return self._found.get(value, -1)

    def _code(self, value: Any) -> int:
        found = self._found.get(value)
        if found is None:
            found = self._found[value] = len(self.values)
            self.values.append(value)
        return found


class Column(NamedTuple):
    """What articles are filed under: pairs of a row (an article's) and a code (a value's)."""

    rows: Numbers
    codes: Numbers
    of: Codes

    @classmethod
    def empty(cls) -> "Column":
        """A column in which nothing stands yet."""
        return cls(numbers(), numbers(), Codes())

    def renewed(self, out: Mask, rows: Numbers, values: Iterable[Any]) -> "Column":
        """Without the pairs of the rows that are out, and with these."""
        stays = ~out[self.rows]
        codes = np.concatenate([self.codes[stays], self.of.of(values)])
        return Column(np.concatenate([self.rows[stays], rows]), codes, self.of)

    def counts(self, base: Mask) -> Numbers:
        """Of each code, how many of the rows in `base` have it; every pair stands here once."""
        return np.bincount(self.codes[base[self.rows]], minlength=len(self.of.values))


def counts_once(rows: Numbers, codes: Numbers, many_rows: int, many_codes: int) -> Numbers:
    """Of each code, in how many rows it is, however often a pair stands here."""
    cells = rows * many_codes + codes
    if many_rows * many_codes <= FEW:
        flags = np.zeros(many_rows * many_codes, np.bool_)
        flags[cells] = True
        return np.asarray(np.count_nonzero(flags.reshape(many_rows, many_codes), axis=0), np.int64)
    return np.bincount(np.unique(cells) % many_codes, minlength=many_codes)
