"""What the encoder says of each word of a text, its windows put together again."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from dateline.annotation.encoder.layers import POINTER_SIZE, tag_count
from dateline.annotation.encoder.windows import Ints, Window, breaks

Floats = NDArray[np.float32]


class Answer(Struct, frozen=True):
    """The network's answer to one window, a row for each piece."""

    scores: Floats
    begins: Floats
    ends: Floats


class Scores:
    """A row for each word of a text: its span, the scores of each layer's tags, its part in each kind of link.

    Of a word that lies in two windows, the window counts in which it has more company on its poorer side.
    """

    def __init__(
        self,
        layers: Sequence[str],
        pointers: Sequence[str],
        windows: Sequence[Window],
        answers: Sequence[Answer],
        text: str = "",
    ) -> None:
        rows = _chosen(windows)
        self.spans: Ints = _joined([window.spans[kept] for window, kept in rows], (0, 2))
        self.breaks = frozenset(breaks(text, self.spans))
        """The words that begin a paragraph, but for the first: nothing that is marked goes on over these."""
        pieces = [window.words[kept] for window, kept in rows]
        scores = _joined([answer.scores[at] for answer, at in zip(answers, pieces, strict=True)], (0, 0))
        self._layers = dict(zip(layers, np.split(scores, _edges(layers), axis=-1), strict=False))
        self._links = {
            kind: tuple(
                _joined([side[at, slice(k * POINTER_SIZE, (k + 1) * POINTER_SIZE)] for side, at in sides], (0, 0))
                for sides in (
                    [(answer.begins, at) for answer, at in zip(answers, pieces, strict=True)],
                    [(answer.ends, at) for answer, at in zip(answers, pieces, strict=True)],
                    [(answer.ends, np.zeros_like(at)) for answer, at in zip(answers, pieces, strict=True)],
                )
            )
            for k, kind in enumerate(pointers)
        }

    def __len__(self) -> int:
        return len(self.spans)

    def has(self, layer: str) -> bool:
        """Whether the model has this layer."""
        return layer in self._layers

    def has_link(self, kind: str) -> bool:
        """Whether the model has learnt this kind of link."""
        return kind in self._links

    def chances(self, layer: str) -> Floats:
        """The logarithm of each tag's probability, a row for each word."""
        scores = self._layers[layer].astype(np.float64)
        top = scores.max(axis=1, keepdims=True, initial=-np.inf)
        found: Floats = scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
        return found

    def links(self, kind: str, begin: int, ends: Sequence[int]) -> Floats:
        """How much better each end fits a word's link than no end at all: logits, above 0 where it is the likelier."""
        begins, to, nowhere = self._links[kind]
        here = begins[begin]
        found: Floats = to[list(ends)] @ here - nowhere[begin] @ here
        return found


def _edges(layers: Sequence[str]) -> list[int]:
    return [int(edge) for edge in np.cumsum([tag_count(layer) for layer in layers])[:-1]]


def _joined(parts: Sequence[NDArray[Any]], empty: tuple[int, int]) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.zeros(empty, dtype=np.int64)


def _chosen(windows: Sequence[Window]) -> list[tuple[Window, Ints]]:
    """The words of each window that count: of the words that two windows share, each has the half nearer its middle."""
    found = []
    for k, window in enumerate(windows):
        first, last = 0, len(window.words)
        if k and windows[k - 1].spans[-1, 0] >= window.spans[0, 0]:
            first = -(-_shared(windows[k - 1], window) // 2)
        if k + 1 < len(windows) and window.spans[-1, 0] >= windows[k + 1].spans[0, 0]:
            last -= _shared(window, windows[k + 1]) // 2
        found.append((window, np.arange(first, max(first, last))))
    return found


def _shared(window: Window, after: Window) -> int:
    return int(np.count_nonzero(window.spans[:, 0] >= after.spans[0, 0]))
