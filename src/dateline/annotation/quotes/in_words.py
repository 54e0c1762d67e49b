"""Marks that slipped into a word: "the har"bour". The parser reads the word without them."""

import re

from dateline.annotation.quotes.glyphs import DOUBLE
from dateline.annotation.quotes.marks import marks
from dateline.annotation.quotes.pairing import paired
from dateline.model import Block

_SLIPPED = re.compile(rf"(?<=[^\W\d_])[{''.join(sorted(DOUBLE))}](?=[^\W\d_])")
_LANGUAGE = "en"
"""Whose elisions are asked. They matter for single marks alone, and those are left out."""


def slipped_marks(text: str, start: int, end: int) -> frozenset[int]:
    """The offsets of the double marks in `text[start:end]` between two letters of a word that make no pair.

    Where a capital follows a small letter a space is missing, and the mark stands between two words.
    """
    found = [match.start() for match in _SLIPPED.finditer(text, start, end)]
    found = [at for at in found if not (text[at - 1].islower() and text[at + 1].isupper())]
    if not found:
        return frozenset()
    block = Block("paragraph", start, end)
    pairing = paired([mark for mark in marks(text, block, _LANGUAGE) if mark.kind == "double"])
    return frozenset(found) & {mark.start for mark in pairing.strays}
