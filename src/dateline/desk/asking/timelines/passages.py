"""The sentence of an article that some words stand in."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from dateline.values import Span

LONGEST = 240
"""Characters of a sentence that are shown; of longer ones those around the words."""
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z\d])"
)
"""Where a sentence ends: no dot of an initial, or of a short word in capitals ("Mr.", "Gen.", "Sept."), is one."""
_FAR = 2 * LONGEST
_CUT = "…"


def sentence_at(text: str, span: Span, blocks: Sequence[Span]) -> str:
    """The sentence around a span, within its block, in one line; what is too long is cut at words."""
    start, end = _block(blocks, span, len(text))
    start, end = max(start, span.start - _FAR), min(end, span.end + _FAR)
    ends = [start, *(found.end() for found in SENTENCE_END.finditer(text, start, end)), end]
    first = ends[bisect_right(ends, span.start, hi=len(ends) - 1) - 1]
    last = next((at for at in ends if at >= span.end), end)
    return _shortened(text[first:last], span.start - first, span.end - first)


def _block(blocks: Sequence[Span], span: Span, length: int) -> Span:
    """The block that the span begins in, stretched to its end where it runs on."""
    start, end = next((block for block in blocks if block.start <= span.start < block.end), Span(0, length))
    return Span(start, max(end, span.end))


def _shortened(sentence: str, start: int, end: int) -> str:
    before, words, after = (" ".join(part.split()) for part in (sentence[:start], sentence[start:end], sentence[end:]))
    gap_before, gap_after = sentence[:start] != sentence[:start].rstrip(), sentence[end:] != sentence[end:].lstrip()
    spare = max(0, LONGEST - len(words))
    left = min(len(before), max(spare // 2, spare - len(after)))
    right = min(len(after), spare - left)
    if left < len(before):
        before = f"{_CUT} {before[len(before) - left :].partition(' ')[2]}".rstrip()
    if right < len(after):
        after = f"{after[:right].rpartition(' ')[0]} {_CUT}".lstrip()
    return f"{before}{' ' * gap_before}{words}{' ' * gap_after}{after}".strip()
