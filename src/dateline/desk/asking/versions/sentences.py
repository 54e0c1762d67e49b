"""What changed from one text to the next, by sentences and words, for people who read both."""

import itertools
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from dateline.desk.asking.timelines.passages import SENTENCE_END

__all__ = ["Passage", "Piece", "passages"]

Change = Literal["same", "added", "removed", "changed"]
NEAR = 1
"""Sentences that stayed the same which are shown beside a change."""
MOST = 800
"""Sentences of both texts that are compared, and words and signs of two sentences; where there are more between the
first change and the last, all of them are taken for changed: comparing costs the square of it and more."""
WINDOW = 20
"""So many sentences on, one is looked for that may be the same, changed."""
ALIKE = 0.5
"""Share of words that two sentences have in common when one is taken for the other, changed."""
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


class Piece(Struct, frozen=True, gc=False):
    """Words that stayed, came or went."""

    change: Literal["same", "added", "removed"]
    words: str


class Passage(Struct, frozen=True):
    """A sentence, or sentences that stayed the same and are left out."""

    change: Change
    pieces: tuple[Piece, ...] = ()
    """Of a changed one in the order in which both read. Empty where sentences are left out."""
    left_out: int = 0
    """How many sentences that stayed the same stand here."""
    begins: bool = False
    """Whether it begins a line of the text."""


class _Sentence(Struct, frozen=True):
    words: str
    begins: bool


def passages(old: str, new: str) -> tuple[Passage, ...]:
    """The sentences of both texts in the order in which they read; of what stayed the same only what is near a change.

    Empty where both say the same.
    """
    before, after = _sentences(old), _sentences(new)
    start = _alike_from(before, after)
    end = _alike_from(before[start:][::-1], after[start:][::-1])
    middle = list(_compared(before[start : len(before) - end], after[start : len(after) - end]))
    if not middle:
        return ()
    told = [*map(_same, after[:start]), *middle, *map(_same, after[len(after) - end :])]
    return tuple(_shortened(told))


def _sentences(text: str) -> list[_Sentence]:
    found = []
    for line in text.splitlines():
        ends = [0, *(end.end() for end in SENTENCE_END.finditer(line)), len(line)]
        words = (" ".join(line[start:end].split()) for start, end in itertools.pairwise(ends))
        found += [_Sentence(each, number == 0) for number, each in enumerate(filter(None, words))]
    return found


def _alike_from(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> int:
    """How many sentences are the same from the first on."""
    pairs = zip(before, after, strict=False)
    shorter = min(len(before), len(after))
    return next((number for number, (one, other) in enumerate(pairs) if one.words != other.words), shorter)


def _compared(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> Iterator[Passage]:
    if len(before) + len(after) > MOST:
        yield from (_whole(each, "removed") for each in _joined(before))
        yield from (_whole(each, "added") for each in _joined(after))
        return
    matcher = SequenceMatcher(None, [each.words for each in before], [each.words for each in after], autojunk=False)
    for verb, old, old_end, new, new_end in matcher.get_opcodes():
        if verb == "equal":
            yield from map(_same, after[new:new_end])
        else:
            yield from _exchanged(before[old:old_end], after[new:new_end])


def _joined(sentences: Sequence[_Sentence]) -> Iterator[_Sentence]:
    """All of them as one, if there are any."""
    if sentences:
        yield _Sentence(" ".join(each.words for each in sentences), begins=True)


def _exchanged(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> Iterator[Passage]:
    """Sentences that stand in the place of others: each of a pair that is alike is one sentence that was changed."""
    left = 0
    for sentence in after:
        window = range(left, min(left + WINDOW, len(before)))
        match = next((number for number in window if _are_alike(before[number], sentence)), None)
        if match is not None:
            yield from (_whole(each, "removed") for each in before[left:match])
            yield Passage("changed", tuple(_pieces(before[match].words, sentence.words)), begins=sentence.begins)
            left = match + 1
        else:
            yield _whole(sentence, "added")
    yield from (_whole(each, "removed") for each in before[left:])


def _are_alike(one: _Sentence, other: _Sentence) -> bool:
    words, others = one.words.split(), other.words.split()
    shared = set(words) & set(others)
    return 2 * len(shared) >= ALIKE * (len(set(words)) + len(set(others))) and bool(shared)


def _pieces(old: str, new: str) -> Iterator[Piece]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) + len(after) > MOST:
        yield from (Piece("removed", old), Piece("added", new))
        return
    went = came = ""
    for verb, start, end, new_start, new_end in SequenceMatcher(str.isspace, before, after, False).get_opcodes():
        words = "".join(after[new_start:new_end])
        if verb != "equal" or (words.isspace() and (went or came)):  # a blank between two changes is one of them
            went, came = went + "".join(before[start:end]), came + words
            continue
        yield from _exchange(went, came)
        went = came = ""
        yield Piece("same", words)
    yield from _exchange(went, came)


def _exchange(went: str, came: str) -> Iterator[Piece]:
    """What went and what came in its place; a blank that both begin with stayed."""
    if went[:1].isspace() and went[:1] == came[:1]:
        yield Piece("same", went[:1])
        went, came = went[1:], came[1:]
    if went:
        yield Piece("removed", went)
    if came:
        yield Piece("added", came)


def _whole(sentence: _Sentence, change: Literal["same", "added", "removed"]) -> Passage:
    return Passage(change, (Piece(change, sentence.words),), begins=sentence.begins)


def _same(sentence: _Sentence) -> Passage:
    return _whole(sentence, "same")


def _shortened(told: Sequence[Passage]) -> Iterator[Passage]:
    """Without the sentences that are far from every change."""
    changes = [number for number, each in enumerate(told) if each.change != "same"]
    near = {number + way for number in changes for way in range(-NEAR, NEAR + 1)}
    left_out = 0
    for number, each in enumerate(told):
        if number not in near:
            left_out += 1
            continue
        if left_out:
            yield Passage("same", left_out=left_out)
            left_out = 0
        yield each
    if left_out:
        yield Passage("same", left_out=left_out)
