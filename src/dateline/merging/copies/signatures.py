"""MinHash signatures: how much of their words two articles share, from a few bytes of each."""

import re
from array import array

from rensa import RMinHash

__all__ = ["signature_of", "similarity"]

PERMUTATIONS = 64
_SEED = 20151
_SHINGLE = 4
"""Words of a shingle."""
_WORD = re.compile(r"\w+")


def signature_of(text: str) -> bytes:
    """The signature of a text: of its runs of four words, in small letters. Empty where it has fewer words."""
    words = _WORD.findall(text.lower())
    if len(words) < _SHINGLE:
        return b""
    made = RMinHash(PERMUTATIONS, _SEED)
    made.update({" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)})
    return array("I", made.digest()).tobytes()


def similarity(one: bytes, other: bytes) -> float:
    """The share of shingles that two texts have in common (Jaccard), as their signatures tell it."""
    if not one or not other:
        return 0.0
    left, right = array("I", one), array("I", other)
    return sum(a == b for a, b in zip(left, right, strict=True)) / len(left)
