"""The words that a finding is about, with some words around them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dateline.values import Span

__all__ = ["Quoted", "quoted"]

MOST = 4
"""Stretches of words of one finding that are shown."""
AROUND = 90
"""Characters before the words and behind them, cut at words."""
LONGEST = 400
"""Characters of the words themselves; of longer ones the first and the last."""
CUT = "…"


class Quoted(Struct, frozen=True):
    """Words of an article, each part in one line."""

    before: str
    words: str
    after: str
    start: int
    """Where the words begin in the text, in code points."""
    end: int


def quoted(text: str, spans: Sequence[Span]) -> tuple[Quoted, ...]:
    """The first `MOST` stretches of these words in the order of the text; what lies outside of it is left out."""
    within = {Span(*span) for span in spans if 0 <= span.start < span.end <= len(text)}
    inside = sorted(within, key=lambda span: (span.start, -span.end))
    return tuple(_quoted(text, span) for span in list(_apart(inside))[:MOST])


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """Without those that lie within another one."""
    end = -1
    for span in spans:
        if span.end > end:
            yield span
            end = span.end


def _quoted(text: str, span: Span) -> Quoted:
    start, end = span
    # A line break is the end of a paragraph, or of what stands beside the story: words behind it are another matter.
    left = text[max(0, start - AROUND - 1) : start].rpartition("\n")[2]
    right = text[end : end + AROUND + 1].partition("\n")[0]
    before, after = _line(left), _line(right)
    if len(left) > AROUND:
        before = f"{CUT} {before.partition(' ')[2]}".rstrip()
    if len(right) > AROUND:
        after = f"{after.rpartition(' ')[0]} {CUT}".lstrip()
    gap_before = " " if before and left != left.rstrip() else ""
    gap_after = " " if after and right != right.lstrip() else ""
    words = text[start:end] if end - start <= LONGEST else _shortened(text[start:end])
    return Quoted(before + gap_before, _line(words), gap_after + after, start, end)


def _shortened(words: str) -> str:
    half = LONGEST // 2
    return f"{words[:half].rpartition(' ')[0] or words[:half]} {CUT} {words[-half:].partition(' ')[2] or words[-half:]}"


def _line(words: str) -> str:
    return " ".join(words.split())
