"""The lines of a PDF's pages into paragraphs: what the page was printed in is undone."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

EDGE = 3
"""Lines at the head and at the foot of a page among which running titles and page numbers stand."""
SPACED = 1.35
"""Lines that stand so many times further apart than most are two paragraphs."""
INDENT = 0.8
"""The first line of a paragraph stands so many letters' sizes further in, at least."""
SHORT = 0.85
"""A line that fills less than this of the widest one, and ends a sentence, ends its paragraph."""

_NUMBER = re.compile(r"(?:\w{1,7}\.?\s?)?[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s?(?:/|\w{2,4})\s?\d{1,4})?$")
_DIGITS = re.compile(r"\d+")
_BROKEN = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]$")
_ENDS = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")
_BULLET = re.compile(r"[•·▪‣*–—-]\s")


class Line(Struct, frozen=True):
    """Words with their left edge, their height above the foot of the page and the size of their letters (points)."""

    words: str
    x: float
    y: float
    size: float


def paragraphs(pages: Iterable[Sequence[Line]]) -> Iterator[str]:
    """The paragraphs, across the ends of columns and pages; titles that run along and page numbers are left out."""
    kept = list(_without_running(list(pages)))
    leading = _leading(kept)
    widest = max((len(line.words) for line in kept), default=0)
    words = ""
    last: Line | None = None
    for line in kept:
        if last is not None and _begins(line, last, leading, widest):
            yield words
            words = ""
        words = _joined(words, line.words)
        last = line
    if words:
        yield words


def _without_running(pages: list[Sequence[Line]]) -> Iterator[Line]:
    edges = [[_bare(line.words) for line in (*page[:EDGE], *page[-EDGE:])] for page in pages]
    seen = Counter(words for edge in edges for words in set(edge))
    running = {words for words, count in seen.items() if count > 1 and count * 2 > len(pages)}
    for page in pages:
        for i, line in enumerate(page):
            edge = i < EDGE or i >= len(page) - EDGE
            outermost = i in (0, len(page) - 1) and len(pages) > 1
            if not (edge and len(pages) > 1 and _bare(line.words) in running) and not (
                outermost and _NUMBER.match(line.words)
            ):
                yield line


def _bare(words: str) -> str:
    """The same on every page, whatever its number."""
    return _DIGITS.sub("0", words.casefold())


def _leading(lines: Sequence[Line]) -> float:
    """How far apart the lines of a paragraph stand, in letters' sizes."""
    steps = [(a.y - b.y) / b.size for a, b in pairwise(lines) if a.size == b.size and 0 < a.y - b.y < 4 * b.size]
    return median(steps) if steps else 1.2


def _begins(line: Line, last: Line, leading: float, widest: int) -> bool:
    """Whether a paragraph begins with this line."""
    if _BROKEN.search(last.words) and line.words[:1].islower():
        return False
    if abs(line.size - last.size) > 0.15 * last.size or _BULLET.match(line.words):
        return True
    ended = _ENDS.search(last.words) is not None
    step = (last.y - line.y) / line.size
    if step <= 0 or abs(line.x - last.x) > 20 * line.size:  # a new column, or a new page
        return ended and (line.words[:1].isupper() or len(last.words) < SHORT * widest)
    if step > SPACED * leading:
        return True
    indented = INDENT * line.size < line.x - last.x
    return ended and (indented or len(last.words) < SHORT * widest)


def _joined(words: str, more: str) -> str:
    if not words:
        return more
    if _BROKEN.search(words) and more[:1].islower():
        return words[:-1] + more
    return f"{words} {more}"
