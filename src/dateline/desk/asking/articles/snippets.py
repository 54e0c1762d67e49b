"""A few words of an article around those that were asked for."""

import re
from typing import NamedTuple

from dateline.values import Span

OPEN, CLOSE = "\x02\ufdd0", "\x03\ufdd0"
"""What SQLite is told to put around the words. U+FDD0 is no character, and no article has it behind these."""
LENGTH = 180
"""Characters of a snippet, up to the end of a word."""
LEAD = 200
"""Characters of a lead that stands for a snippet."""
_FAR = 100
"""Characters from the beginning of a sentence within which a snippet begins with it."""
_NEAR = 50
"""Characters before a word that was asked for, where its sentence began long before."""
_MANY = 40
"""Words asked for that are looked at."""
_CUT = "…"
_BEGINS = re.compile(r"(?:[.!?][\"'”’»)\]]*\s|\n)\s*(?=\S)")
_SPACE = re.compile(r"\s+")
_ENDS = re.compile(r"[.!?][\"'”’»)\]]*$")


class Snippet(NamedTuple):
    """Words of an article, and where in them those stand that were asked for."""

    text: str = ""
    marks: tuple[Span, ...] = ()


def snippet_of(marked: str, lead: int) -> Snippet:
    """The stretch of a marked text in which most of the words are, the first one of several; its lead where none is.

    `lead` is where the story begins, in the text without marks: what stands before is shown beside the snippet.
    """
    text, marks = _unmarked(marked)
    marks = [mark for mark in marks if mark.start >= lead][:_MANY]
    if not marks:
        return lead_of(text[lead:])
    first = max(marks, key=lambda mark: len(_words(text, marks, mark.start)))
    start = _start(text, lead, first.start)
    end = _end(text, max(start + LENGTH, first.end))
    opens = start in (0, lead) or _BEGINS.search(text[max(0, start - 8) : start] + "x") is not None
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    shown = _marked(text, start, end, inside)
    before, after = "" if opens else f"{_CUT} ", "" if end == len(text) or _ENDS.search(text[start:end]) else f" {_CUT}"
    told, found = _unmarked(before + " ".join(shown.split()) + after)
    return Snippet(told, tuple(found))


def lead_of(story: str) -> Snippet:
    """Its first words: the first line, cut at the end of a word where it is long."""
    line = " ".join(story.lstrip()[: 2 * LEAD].partition("\n")[0].split())
    if len(line) <= LEAD:
        return Snippet(line)
    return Snippet((line[:LEAD].rpartition(" ")[0] or line[:LEAD]) + f" {_CUT}")


def _words(text: str, marks: list[Span], start: int) -> set[str]:
    """The different words that a snippet from here on would show."""
    return {text[mark.start : mark.end].casefold() for mark in marks if start <= mark.start <= start + LENGTH - _NEAR}


def _start(text: str, lead: int, at: int) -> int:
    """With its sentence, where that began near; else with some words before it."""
    begins = [found.end() for found in _BEGINS.finditer(text, max(lead, at - _FAR), at + 1) if found.end() <= at]
    if begins:
        return begins[-1]
    if at - lead <= _FAR:
        return lead
    space = _SPACE.search(text, max(lead, at - _NEAR), at)
    return space.end() if space else at


def _end(text: str, at: int) -> int:
    """The end of the word that stands here."""
    if at >= len(text):
        return len(text)
    space = _SPACE.search(text, at)
    return space.start() if space else len(text)


def _marked(text: str, start: int, end: int, marks: list[Span]) -> str:
    pieces, at = [], start
    for mark in marks:
        pieces += [text[at : mark.start], OPEN, text[mark.start : mark.end], CLOSE]
        at = mark.end
    return "".join([*pieces, text[at:end]])


def _unmarked(marked: str) -> tuple[str, list[Span]]:
    """The text without its marks, and what stood in them."""
    first, *rest = marked.split(OPEN)
    pieces, marks, at = [first], list[Span](), len(first)
    for piece in rest:
        found, closed, after = piece.partition(CLOSE)
        if closed and found:
            marks.append(Span(at, at + len(found)))
        pieces += [found, after]
        at += len(found) + len(after)
    return "".join(pieces), marks
