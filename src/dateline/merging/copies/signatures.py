"""MinHash signatures: how much of their words two articles share, from a few bytes of each."""

import re
from array import array
from operator import eq
from typing import NamedTuple

from rensa import RMinHash

__all__ = ["OPENING", "Shared", "bands", "shared", "signature_of"]

_WHOLE, _OPENING = 64, 16
"""Permutations for all words, and for the opening alone."""
_GLANCE = 20
"""Permutations that tell at once that two articles share little."""
_SEED = 20151
_SHINGLE = 4
"""Words of a shingle."""
OPENING = 40
"""Words of the opening: it is there still where an article was cut."""
_WORD = re.compile(r"[^\W_]+")
_OPENING_BANDS, _WHOLE_BANDS = ((64, 67), (67, 70), (70, 73), (73, 76)), ((0, 4), (4, 8), (8, 12))
"""Stretches of a signature by which copies are found: most with like openings, and some with like words in all."""


class Shared(NamedTuple):
    """What two articles have in common, 0.0 to 1.0: shares of all shingles that stand in either (Jaccard)."""

    whole: float
    opening: float
    """Of the shingles of their openings."""


def signature_of(text: str) -> bytes:
    """The signature of a text: of its runs of four words, in small letters. Empty where it has fewer words."""
    words = _WORD.findall(text.lower())
    if len(words) < _SHINGLE:
        return b""
    shingles = [" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]
    return _digest(shingles, _WHOLE) + _digest(shingles[:OPENING], _OPENING)


def _digest(shingles: list[str], permutations: int) -> bytes:
    made = RMinHash(permutations, _SEED)
    made.update(shingles)
    return array("I", made.digest()).tobytes()


def shared(one: bytes, other: bytes) -> Shared:
    """What two texts have in common, as their signatures tell it: some hundredths more or less."""
    if not one or not other:
        return Shared(0.0, 0.0)
    left, right = array("I", one), array("I", other)
    opening = sum(map(eq, left[_WHOLE:], right[_WHOLE:])) / _OPENING
    glance = sum(map(eq, left[:_GLANCE], right[:_GLANCE]))
    if not glance and opening < 0.5:
        return Shared(0.0, opening)  # most pairs end here
    return Shared((glance + sum(map(eq, left[_GLANCE:_WHOLE], right[_GLANCE:_WHOLE]))) / _WHOLE, opening)


def bands(signature: bytes) -> list[bytes]:
    """Stretches of a signature; copies have at least one in common, most others none."""
    return [signature[4 * start : 4 * end] for start, end in (*_OPENING_BANDS, *_WHOLE_BANDS)] if signature else []
