"""Texts into windows of word pieces: the same code serves training and reading."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]

WINDOW = 192
"""Word pieces in a window, its two marks included."""
OVERLAP = 48
"""Pieces that two windows of one long paragraph share."""
SHAPES = 6
"""Shapes of a word: small, capital first, all capitals, mixed, digits, neither; as many again within quotations."""
FIRST, LAST = 101, 102
"""The marks that open and close a window."""
QUOTES = '"“”„«»'


class Window(Struct, frozen=True):
    """A stretch of a text.

    `ids` and `shapes` have a number for each piece, the two marks included; `words` are the positions in them of the
    pieces that open words, `spans` the start and end of each of these words in the text, a row each.
    """

    ids: Ints
    shapes: Ints
    words: Ints
    spans: Ints


class Words(Struct, frozen=True):
    """The word pieces of a text, and the words they make: first piece of each (the end of all last), and its span."""

    ids: Ints
    opens: Ints
    spans: Ints


def shape(word: str) -> int:
    """The case shape of a word."""
    if word.islower():
        return 0
    if word.isupper():
        return 1 if len(word) == 1 else 2
    if word[:1].isupper() and word[1:].islower():
        return 1
    if any(letter.isalpha() for letter in word):
        return 3
    return 4 if any(letter.isdigit() for letter in word) else 5


def words_of(text: str, tokenizer: Tokenizer) -> Words:
    """The words of a text as the tokenizer cuts them: at white space and at punctuation."""
    coded: Any = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(coded.offsets, dtype=np.int64).reshape(-1, 2)
    numbers = np.array(coded.word_ids, dtype=np.int64)
    if not len(numbers):
        return Words(numbers, np.zeros(1, dtype=np.int64), offsets)
    first = np.flatnonzero(np.diff(numbers, prepend=-1))
    opens = np.append(first, len(numbers))
    spans = np.column_stack([offsets[first, 0], offsets[opens[1:] - 1, 1]])
    return Words(np.array(coded.ids, dtype=np.int64), opens, spans)


def windows(text: str, tokenizer: Tokenizer) -> Iterator[Window]:
    """The windows of a text: whole paragraphs (lines) side by side as they fit, long ones cut with an overlap."""
    words = words_of(text, tokenizer)
    if len(words.ids):
        shapes = _shapes(text, words)
        for first, last in _stretches(words.opens, breaks(text, words.spans), WINDOW - 2):
            yield _window(words, shapes, first, last)


def _window(words: Words, shapes: Ints, first: int, last: int) -> Window:
    begin, end = words.opens[first], words.opens[last]
    per_word = np.diff(words.opens[first : last + 1])
    return Window(
        np.concatenate([[FIRST], words.ids[begin:end], [LAST]]),
        np.concatenate([[SHAPES - 1], np.repeat(shapes[first:last], per_word), [SHAPES - 1]]),
        words.opens[first:last] - begin + 1,
        words.spans[first:last],
    )


def breaks(text: str, spans: Ints) -> list[int]:
    """The words that begin a paragraph, but for the first."""
    return [k for k in range(1, len(spans)) if "\n" in text[spans[k - 1, 1] : spans[k, 0]]]


def _shapes(text: str, words: Words) -> Ints:
    """The shape of each word, higher by SHAPES within quotation marks, which a new paragraph closes."""
    found = np.empty(len(words.spans), dtype=np.int64)
    inside, before = False, 0
    for k, (start, end) in enumerate(words.spans.tolist()):
        if "\n" in text[before:start]:
            inside = False
        word = text[start:end]
        mark = word in QUOTES
        if mark:
            inside = word in "“„«" or (word == '"' and not inside)
        found[k] = shape(word) + (SHAPES if inside and not mark else 0)
        before = end
    return found


def _stretches(opens: Ints, breaks: list[int], room: int) -> Iterator[tuple[int, int]]:
    """Ranges of words that make windows; `opens` has the end of all pieces as its last."""
    start = stop = 0
    for border in (*breaks, len(opens) - 1):
        if opens[border] - opens[start] > room:
            if stop > start:
                yield start, stop
                start = stop
            if opens[border] - opens[start] > room:
                yield from _cut(opens, start, border, room)
                start = border
        stop = border
    if stop > start:
        yield start, stop


def _cut(opens: Ints, start: int, end: int, room: int) -> Iterator[tuple[int, int]]:
    """A paragraph longer than a window, in stretches that overlap."""
    while start < end:
        stop = max(start + 1, int(np.searchsorted(opens, opens[start] + room, side="right")) - 1)
        yield start, min(stop, end)
        if stop >= end:
            return
        back = int(np.searchsorted(opens, opens[stop] - OVERLAP))
        start = max(start + 1, min(back, stop))
