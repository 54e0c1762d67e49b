"""Scores into spans: the best sequence of tags, and how sure each span of it is."""

from collections.abc import Collection, Iterator

import numpy as np
from msgspec import Struct

from dateline.annotation.encoder.layers import LAYERS
from dateline.annotation.encoder.scores import Floats, Scores
from dateline.annotation.encoder.windows import Ints

NEVER = -1e4
CERTAIN = float(np.log(0.98))
"""From this chance on a word is taken to be outside all spans without looking further."""


class Found(Struct, frozen=True):
    """Words `first` up to `last` with the type of what they are, and its mean probability."""

    first: int
    last: int
    type: str
    score: float


def spans(scores: Scores, layer: str, outside: float = 0.0) -> list[Found]:
    """The spans of a layer in the order of the text. `outside` is added to the chance that a word is in none."""
    if not len(scores):
        return []
    chances = scores.chances(layer)
    weighed = chances.copy()
    weighed[:, 0] += outside
    path = best_path(weighed)
    sure = np.exp(chances[np.arange(len(path)), path])
    return [
        Found(first, last, LAYERS[layer][kind], float(sure[first:last].mean()))
        for first, last, kind in _runs(path, scores.breaks)
    ]


def best_path(chances: Floats) -> Ints:
    """The best tags (0 outside, then B and I of each type) on which no I follows anything but its own B or I."""
    path = np.zeros(len(chances), dtype=np.int64)
    doubtful = np.flatnonzero(chances[:, 0] < CERTAIN)
    for stretch in np.split(doubtful, np.flatnonzero(np.diff(doubtful) > 1) + 1):
        if len(stretch):
            path[stretch] = _best(chances[stretch[0] : stretch[-1] + 1].tolist())
    return path


def _best(rows: list[list[float]]) -> list[int]:
    """Viterbi over the words of one stretch, in plain Python: stretches are short, and so are rows."""
    best = [score if tag == 0 or tag % 2 else NEVER for tag, score in enumerate(rows[0])]
    back: list[list[int]] = []
    for row in rows[1:]:
        top = max(range(len(best)), key=best.__getitem__)
        came = [top] * len(row)
        for tag in range(2, len(row), 2):
            came[tag] = tag - 1 if best[tag - 1] > best[tag] else tag
        best = [best[before] + score for before, score in zip(came, row, strict=True)]
        back.append(came)
    path = [max(range(len(best)), key=best.__getitem__)]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def _runs(path: Ints, breaks: Collection[int] = ()) -> Iterator[tuple[int, int, int]]:
    """First word, word after the last, and number of the type; a paragraph's end is a span's."""
    first, kind = -1, 0
    for i, tag in enumerate([*path.tolist(), 0]):
        begins = tag % 2 == 1 or (tag > 0 and i in breaks)
        if first >= 0 and (tag == 0 or begins):
            yield first, i, kind
            first = -1
        if begins:
            first, kind = i, (tag - 1) // 2
