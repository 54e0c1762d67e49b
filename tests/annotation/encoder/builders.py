"""Readings without a network: windows of whole words, and the answers that a network might have given to them."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from dateline.annotation.encoder.layers import LAYERS, MARKS, POINTER_SIZE, tag_count
from dateline.annotation.encoder.scores import Answer, Scores
from dateline.annotation.encoder.windows import FIRST, LAST, SHAPES, Window

SURE = 6.0
"""How much better a told tag scores than the others."""
UNLINKED = -9.0
"""The weight of a link that no test speaks of."""

Link = tuple[str, str, str, float]
"""The kind of a link, the words that it begins and ends at, and how much likelier it is than no link."""


def window_of(text: str, first: int = 0, last: int | None = None) -> Window:
    """A window over some words of a text; words stand between spaces and have one piece each."""
    spans, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        spans.append((at, at + len(word)))
        at += len(word)
    mine = np.array(spans, dtype=np.int64).reshape(-1, 2)[first:last]
    return Window(
        np.array([FIRST, *range(1000, 1000 + len(mine)), LAST]),
        np.array([SHAPES - 1] * (len(mine) + 2)),
        np.arange(1, len(mine) + 1),
        mine,
    )


def place(text: str, phrase: str) -> int:
    """The number of the word that a phrase begins at, where it first stands in a text."""
    words, sought = text.split(), phrase.split()
    return next(i for i in range(len(words)) if words[i : i + len(sought)] == sought)


def reading(
    text: str,
    links: Iterable[Link] = (),
    pointers: Sequence[str] = (),
    **layers: Mapping[str, str] | Sequence[str],
) -> Scores:
    """What is told of a text of one window.

    Each layer has its phrases with their types, or the phrases alone where there is one type; a mark stands on the
    first word of its phrase. `pointers` are kinds that are known beside those of `links`.
    """
    drawn = list(links)
    kinds = tuple(dict.fromkeys([*pointers, *(kind for kind, *_ in drawn)]))
    window = window_of(text)
    size = len(window.ids)
    columns = [_column(text, size, layer, told) for layer, told in layers.items()]
    begins, ends = (np.zeros((size, POINTER_SIZE * len(kinds)), dtype=np.float32) for _ in range(2))
    slots: dict[tuple[str, str], int] = {}
    for kind, begin, end, weight in drawn:
        if (kind, begin) not in slots:
            slots[kind, begin] = POINTER_SIZE * kinds.index(kind) + sum(known == kind for known, _ in slots)
            begins[1 + place(text, begin), slots[kind, begin]] = 1
            ends[1:, slots[kind, begin]] = UNLINKED
        ends[1 + place(text, end), slots[kind, begin]] = weight
    scores = np.concatenate(columns, axis=1) if columns else np.zeros((size, 0), dtype=np.float32)
    return Scores(tuple(layers), kinds, [window], [Answer(scores, begins, ends)])


def _column(text: str, size: int, layer: str, told: Mapping[str, str] | Sequence[str]) -> np.ndarray:
    found = np.zeros((size, tag_count(layer)), dtype=np.float32)
    if layer in LAYERS:
        found[:, 0] = SURE
    for phrase, type_ in told.items() if isinstance(told, Mapping) else [(phrase, layer) for phrase in told]:
        first = 1 + place(text, phrase)
        if layer in MARKS:
            found[first, MARKS[layer].index(type_)] = SURE
            continue
        begin = 1 + 2 * LAYERS[layer].index(type_)
        for i in range(len(phrase.split())):
            found[first + i] = 0
            found[first + i, begin + (i > 0)] = SURE
    return found
