"""The pieces of a plain text: its lines, with the lines that one paragraph was wrapped into put together again."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from dateline.reading.plain.shapes import Shapes

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = "\ufeff\u200b\u200c\u200d\u2060"
_TERMINAL = re.compile(r"""[.!?…。！？।؟۔։][\])}"'’”»]*$""")

WIDEST = 130
"""Longer lines are no hard-wrapped copy."""
NARROWEST = 45
"""Nobody wraps a text narrower than this; shorter lines were ended on purpose."""
RAGGED = 12
"""How much shorter than the widest line a full line may be: hyphenated words, and desks that wrap by eye."""


class Piece(NamedTuple):
    """A span without white space around it, the blank lines before it, and how far its first line is indented."""

    start: int
    end: int
    gap: int
    indent: int


def pieces_of(text: str, shapes: Shapes) -> list[Piece]:
    """Lines of the text, or the paragraphs that hard-wrapped lines make up, in order."""
    lines = list(_lines(text))
    width = max((line.end - line.start for line in lines), default=0)
    wrapped = NARROWEST <= width <= WIDEST and _is_wrapped(text, lines, width)
    joined: list[Piece] = []
    last = Piece(0, 0, 0, 0)
    for line in lines:
        if joined and _continues(text, last, line, width if wrapped else 0) and not _alone(text, last, line, shapes):
            joined[-1] = joined[-1]._replace(end=line.end)
        else:
            joined.append(line)
        last = line
    return joined


def ends_sentence(words: str) -> bool:
    """Whether the words end as a sentence does."""
    return _TERMINAL.search(words[-12:]) is not None


def _lines(text: str) -> Iterable[Piece]:
    last = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        while start < end and (text[start].isspace() or text[start] in _BLANK):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in _BLANK):
            end -= 1
        if start < end:
            breaks = text.count("\n", last, match.start()) or text.count("\r", last, match.start())
            yield Piece(start, end, max(breaks - 1, 0), start - match.start())
            last = end


def _is_wrapped(text: str, lines: list[Piece], width: int) -> bool:
    """Most lines are so full that the next line's first word would not have fitted."""
    pairs = [(a, b) for a, b in pairwise(lines) if b.gap == 0 and b.indent <= a.indent + 1]
    full = sum(_is_full(text, a, b, width) for a, b in pairs)
    return len(pairs) >= 2 and full >= 0.6 * len(pairs)


def _is_full(text: str, line: Piece, following: Piece, width: int) -> bool:
    word = text[following.start : min(following.end, following.start + width)].split(None, 1)[0]
    return line.indent + line.end - line.start + 1 + len(word) > width - RAGGED


def _continues(text: str, line: Piece, following: Piece, width: int) -> bool:
    """Whether the following line goes on with the paragraph of this one; `width` is 0 where nothing is wrapped."""
    if following.gap:
        return False
    broken = NARROWEST <= line.end - line.start <= WIDEST and not ends_sentence(text[line.start : line.end])
    if broken and text[following.start].islower():
        return True
    return bool(width) and following.indent < line.indent + 2 and _is_full(text, line, following, width)


def _alone(text: str, line: Piece, following: Piece, shapes: Shapes) -> bool:
    """Lines that stand for themselves even in wrapped copy: bylines, sign-offs, a headline in capitals above a text."""
    above, below = text[line.start : line.end], text[following.start : following.end]
    if len(above) > WIDEST or len(below) > WIDEST:
        return False
    goes_on = below[0].islower() and not ends_sentence(above)  # "... was named" / "by Ana Lund and others"
    if shapes.is_byline(above) or (shapes.is_byline(below) and not goes_on) or shapes.is_signoff(below):
        return True
    return above.isupper() and not below.isupper()
