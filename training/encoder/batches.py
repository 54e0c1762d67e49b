"""Windows side by side, padded, with the targets of what each window's corpus has annotated."""

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from tokenizers import Tokenizer
from training.encoder.documents import Document
from training.encoder.styles import varied
from training.encoder.targets import UNKNOWN, ends, marks, tags

from dateline.annotation.encoder.layers import LAYERS, MARKS, POINTERS
from dateline.annotation.encoder.windows import Window, windows

REPEATS = {"wikigold": 5, "re3d": 3, "meantime": 3, "wikievents": 3, "plover": 2, "case2021": 1}
"""How often a corpus is seen in an epoch: the small ones more than once."""

Item = tuple[Window, Document]


class Batch:
    """Targets have a number for each word, or UNKNOWN; `at` the words' first pieces, `real` false for padding."""

    def __init__(self, items: Sequence[Item]) -> None:
        pieces, words = max(len(w.ids) for w, _ in items), max(len(w.words) for w, _ in items)
        self.ids, self.shapes, self.mask = (_side_by_side([], len(items), pieces, 0) for _ in range(3))
        for i, (window, _) in enumerate(items):
            size = len(window.ids)
            self.ids[i, :size], self.mask[i, :size] = torch.from_numpy(window.ids), 1
            self.shapes[i, :size] = torch.from_numpy(window.shapes)
        self.at = _side_by_side([w.words for w, _ in items], len(items), words, 0)
        self.real = torch.tensor([[k < len(w.words) for k in range(words)] for w, _ in items])
        self.layers = {k: _side_by_side([_layer(k, *x) for x in items], len(items), words, UNKNOWN) for k in _LAYERS}
        self.links = {k: _side_by_side([_link(k, *x) for x in items], len(items), words, UNKNOWN) for k in POINTERS}
        self.bags = torch.tensor([MARKS["kind"].index(d.bag) if d.bag else UNKNOWN for _, d in items])


_LAYERS = (*LAYERS, *MARKS)


def _side_by_side(columns: Sequence[np.ndarray], count: int, length: int, fill: int) -> torch.Tensor:
    found = torch.full((count, length), fill, dtype=torch.int64)
    for i, column in enumerate(columns):
        found[i, : len(column)] = torch.from_numpy(column)
    return found


def _layer(name: str, window: Window, document: Document) -> np.ndarray:
    if name not in document.layers:
        return np.full(len(window.words), UNKNOWN)
    make = tags if name in LAYERS else marks
    return make(window, document.layers[name], name)


def _link(kind: str, window: Window, document: Document) -> np.ndarray:
    return ends(window, document.links.get(kind, ()))


def batches(
    documents: Sequence[Document], tokenizer: Tokenizer, chance: random.Random, pieces: int
) -> Iterator[list[Item]]:
    """Windows of about one length, so many pieces a batch, in random order, each document in a style of its own."""
    items: list[Item] = []
    for document in documents:
        for _ in range(REPEATS.get(document.corpus, 1)):
            one = varied(document, chance)
            items += [(window, one) for window in windows(one.text, tokenizer)]
    chance.shuffle(items)
    items.sort(key=lambda item: len(item[0].ids) // 16)
    made: list[list[Item]] = [[]]
    for item in items:
        longest = max((len(window.ids) for window, _ in [*made[-1], item]))
        if made[-1] and longest * (len(made[-1]) + 1) > pieces:
            made.append([])
        made[-1].append(item)
    chance.shuffle(made)
    yield from made
