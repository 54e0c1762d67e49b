"""Texts into windows of word pieces with a label for each word: the same code trains and judges."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer
from training.encoder.corpora import Document, Label

WINDOW = 192
"""Word pieces in a window, its two marks included."""
OVERLAP = 48
"""Pieces that two windows of one long paragraph share."""
CASES = 6
"""Shapes of a word: small, capital first, all capitals, mixed, digits, neither."""

LAYERS: dict[str, tuple[str, ...]] = {
    "name": ("person", "organisation", "place", "other"),
    "nominal": ("person", "organisation", "place"),
    "source": ("source",),
    "cue": ("cue",),
    "content": ("content",),
}
"""Every layer of spans with its types; its tags are O, then B and I of each type."""


def tags_of(layer: str) -> int:
    """How many tags a layer has."""
    return 1 + 2 * len(LAYERS[layer])


@dataclass(frozen=True)
class Window:
    """A stretch of a document: piece ids, case shapes, which pieces open a word, and each word's place in the text."""

    document: int
    ids: np.ndarray
    cases: np.ndarray
    words: np.ndarray  # positions in `ids` of the pieces that open words
    spans: np.ndarray  # start and end in the text of each of these words


def shape(word: str) -> int:
    """The case shape of a word."""
    if word.islower():
        return 0
    if word.isupper():
        return 1 if len(word) == 1 else 2
    if word[:1].isupper() and word[1:].islower():
        return 1
    if any(c.isalpha() for c in word):
        return 3
    return 4 if any(c.isdigit() for c in word) else 5


def windows(text: str, tokenizer: Tokenizer, document: int = 0, until: int | None = None) -> Iterator[Window]:
    """The windows of a text: whole paragraphs side by side as far as they fit, long ones cut with an overlap."""
    coded = tokenizer.encode(text[:until], add_special_tokens=False)
    ids, offsets = coded.ids, coded.offsets
    opens = [i for i, w in enumerate(coded.word_ids) if i == 0 or w != coded.word_ids[i - 1]]
    ends = {}
    for i, w in enumerate(coded.word_ids):
        ends[w] = offsets[i][1]
    if not ids:
        return
    breaks = [k for k in range(1, len(opens)) if "\n" in text[offsets[opens[k] - 1][1] : offsets[opens[k]][0]]]
    room = WINDOW - 2
    for first, last in _stretches([*opens, len(ids)], breaks, room):
        inside = opens[first:last]
        begin, end = opens[first], opens[last] if last < len(opens) else len(ids)
        spans = [(offsets[i][0], ends[coded.word_ids[i]]) for i in inside]
        shapes = np.zeros(end - begin + 2, dtype=np.int64)
        shapes[0] = shapes[-1] = 5
        for k, i in enumerate(inside):
            stop = inside[k + 1] if k + 1 < len(inside) else end
            shapes[i - begin + 1 : stop - begin + 1] = shape(text[spans[k][0] : spans[k][1]])
        yield Window(
            document,
            np.array([101, *ids[begin:end], 102]),
            shapes,
            np.array([i - begin + 1 for i in inside]),
            np.array(spans),
        )


def _stretches(opens: list[int], breaks: list[int], room: int) -> Iterator[tuple[int, int]]:
    """Ranges of words that make windows; `opens` has the end of all pieces as its last."""
    count, start = len(opens) - 1, 0
    borders = [*breaks, count]
    while start < count:
        fitting = [b for b in borders if b > start and opens[b] - opens[start] <= room]
        if fitting:
            yield start, fitting[-1]
            start = fitting[-1]
            continue
        paragraph = next(b for b in borders if b > start)
        while start < paragraph:
            stop = start + 1
            while stop < paragraph and opens[stop + 1] - opens[start] <= room:
                stop += 1
            yield start, stop
            if stop >= paragraph:
                break
            back = stop
            while back > start + 1 and opens[stop] - opens[back] < OVERLAP:
                back -= 1
            start = back
        start = paragraph


def tags(window: Window, labels: Iterable[Label], layer: str) -> np.ndarray:
    """The tag of each word of a window."""
    found = np.zeros(len(window.words), dtype=np.int64)
    types = LAYERS[layer]
    for x in (x for x in labels if x.type in types):
        inside = np.nonzero((window.spans[:, 0] < x.end) & (window.spans[:, 1] > x.start))[0]
        if len(inside):
            kind = 1 + 2 * types.index(x.type)
            found[inside] = kind + 1
            if window.spans[inside[0], 0] >= x.start or inside[0] > 0:
                found[inside[0]] = kind
    return found


def links(window: Window, document: Document) -> np.ndarray:
    """For each word that opens a content: where cue and source begin, -1 for none in this window; else -2."""
    found = np.full((len(window.words), 2), -2, dtype=np.int64)
    begin = {(kind, x.group): x.start for kind in ("cue", "source") for x in reversed(document.layers.get(kind, ()))}
    for x in document.layers.get("content", ()):
        here = np.nonzero((window.spans[:, 0] <= x.start) & (window.spans[:, 1] > x.start))[0]
        if not len(here):
            continue
        for k, kind in enumerate(("cue", "source")):
            at = begin.get((kind, x.group))
            there = [] if at is None else np.nonzero((window.spans[:, 0] <= at) & (window.spans[:, 1] > at))[0]
            found[here[0], k] = there[0] if len(there) else -1
    return found
