"""Very long articles in parts, so that no page has more words and facts than a browser can set."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from dateline.faces.lit import Flow
from dateline.record import Record
from dateline.references import spans_of

LONGEST = 24_000
"""Characters of a part. What is shorter is one page, however it is cut into paragraphs."""
MOST = 400
"""Facts that a part brings for the first time."""
LEAST = 2_000
"""Characters of a part, however many facts are told in them."""
_NEAR = 0.6
"""A part ends with a paragraph where one ends in the last two fifths of it, else between two words."""
_LONGEST_WORD = 400


class Part(Struct, frozen=True):
    """A piece of the article's text, `[start, end)` in code points; `number` from 1 to `of`."""

    number: int
    of: int
    start: int
    end: int


def parts(record: Record, flows: Sequence[Flow]) -> tuple[Part, ...]:
    """The article in parts, in order; most articles are one."""
    size = len(record.text)
    if size <= LONGEST and len(record.facts) <= MOST:
        return (Part(1, 1, 0, size),)
    edges = [0, *_cuts(record.text, [flow.end for flow in flows], sorted(homes(record))), size]
    pairs = list(pairwise(edges))
    return tuple(Part(number, len(pairs), start, end) for number, (start, end) in enumerate(pairs, 1))


def homes(record: Record) -> Iterator[int]:
    """Where each fact's words begin; facts without words have no place in the text."""
    for fact in record.facts:
        spans = fact.spans or spans_of(fact.value)
        if spans:
            yield min(span[0] for span in spans)


def part_of(found: Sequence[Part], position: int) -> Part:
    """The part in which a place of the text is."""
    return found[max(0, bisect_right([part.start for part in found], position) - 1)]


def _cuts(text: str, ends: Sequence[int], begun: Sequence[int]) -> Iterator[int]:
    """Where to cut: not behind so many characters or so many facts, at the end of a paragraph where one is near."""
    at = 0
    while True:
        first = bisect_right(begun, at - 1)
        crowded = begun[first + MOST] if first + MOST < len(begun) else len(text)
        limit = min(at + LONGEST, max(crowded, at + LEAST))
        if limit >= len(text):
            return
        end = ends[bisect_right(ends, limit) - 1] if ends and ends[0] <= limit else 0
        at = end if end >= at + _NEAR * (limit - at) else _blank_before(text, at, limit)
        if at < len(text):
            yield at


def _blank_before(text: str, start: int, limit: int) -> int:
    """The end of a word before the limit; the limit itself where a word is longer than words are."""
    for at in range(limit, max(start, limit - _LONGEST_WORD), -1):
        if text[at - 1].isspace():
            return at
    return limit
