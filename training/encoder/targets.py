"""Labels as the network's targets: a tag for each word of a window, and the word that each link ends at."""

from collections.abc import Iterable

import numpy as np
from training.encoder.documents import DOUBTFUL, NOWHERE, Label

from dateline.annotation.encoder.layers import LAYERS, MARKS
from dateline.annotation.encoder.windows import Ints, Window

UNKNOWN = -100
"""The target of a word that is not annotated."""


def tags(window: Window, labels: Iterable[Label], layer: str) -> Ints:
    """The tag of each word in a layer of spans: 0 outside, then B and I of each type."""
    found = np.zeros(len(window.words), dtype=np.int64)
    for label in labels:
        inside = _inside(window, label.start, label.end)
        if label.type == DOUBTFUL:
            found[inside] = UNKNOWN
        elif label.type in LAYERS[layer] and len(inside):
            begin = 1 + 2 * LAYERS[layer].index(label.type)
            found[inside] = begin + 1
            if window.spans[inside[0], 0] <= label.start or inside[0] > 0:
                found[inside[0]] = begin
    return found


def marks(window: Window, labels: Iterable[Label], layer: str) -> Ints:
    """The mark of each word that begins a label; all others are unknown."""
    found = np.full(len(window.words), UNKNOWN, dtype=np.int64)
    for label in labels:
        inside = _inside(window, label.start, label.start + 1)
        if len(inside):
            found[inside[0]] = MARKS[layer].index(label.type)
    return found


def ends(window: Window, links: Iterable[tuple[int, int]]) -> Ints:
    """For each word that a link begins at, the word it ends at plus 1; 0 where that is not here; else unknown."""
    found = np.full(len(window.words), UNKNOWN, dtype=np.int64)
    for begin, end in links:
        here = _inside(window, begin, begin + 1)
        if len(here):
            there = _inside(window, end, end + 1) if end != NOWHERE else ()
            found[here[0]] = there[0] + 1 if len(there) else 0
    return found


def _inside(window: Window, start: int, end: int) -> Ints:
    return np.flatnonzero((window.spans[:, 0] < end) & (window.spans[:, 1] > start))
