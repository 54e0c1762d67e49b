"""Scores into spans: the best sequence of tags, spans to word edges, contents tied to cues and sources."""

from collections.abc import Sequence

import numpy as np
from training.encoder.corpora import Label
from training.encoder.pieces import LAYERS, Window, tags_of

NEVER = -1e4


def column(layers: Sequence[str]) -> dict[str, slice]:
    """Where the tags of each layer stand in the network's answer."""
    found, at = {}, 0
    for layer in layers:
        found[layer] = slice(at, at + tags_of(layer))
        at += tags_of(layer)
    return found


def best_tags(scores: np.ndarray) -> np.ndarray:
    """The best path through tag scores (words x tags) on which no I follows anything but its own B or I."""
    count, tags = scores.shape
    allowed = np.zeros((tags, tags))
    for to in range(2, tags, 2):
        allowed[:, to] = NEVER
        allowed[to - 1, to] = allowed[to, to] = 0
    best = scores[0].copy()
    best[2::2] += NEVER
    back = np.zeros((count, tags), dtype=np.int64)
    for i in range(1, count):
        total = best[:, None] + allowed
        back[i] = total.argmax(axis=0)
        best = total[back[i], np.arange(tags)] + scores[i]
    path = np.zeros(count, dtype=np.int64)
    path[-1] = best.argmax()
    for i in range(count - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def spans_of(path: np.ndarray) -> list[tuple[int, int, int]]:
    """First word, word after the last, and type of each span of a path of tags."""
    found: list[tuple[int, int, int]] = []
    for i, tag in enumerate(path):
        if tag and tag % 2:
            found.append((i, i + 1, (tag - 1) // 2))
        elif tag and found:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found


class Reading:
    """What the network said of one document, window by window, put together again."""

    def __init__(
        self,
        layers: Sequence[str],
        windows: Sequence[Window],
        tags: Sequence[np.ndarray],
        link_from: Sequence[np.ndarray],
        link_to: Sequence[np.ndarray],
    ) -> None:
        self.layers = column(layers)
        starts: dict[int, tuple[int, int, int]] = {}
        for w, window in enumerate(windows):
            for k in range(len(window.words)):
                edge = min(k, len(window.words) - 1 - k)
                at = int(window.spans[k, 0])
                if at not in starts or edge > starts[at][0]:
                    starts[at] = (edge, w, k)
        self.words = [(w, k) for _, (_, w, k) in sorted(starts.items())]
        self.spans = np.array([windows[w].spans[k] for w, k in self.words]).reshape(-1, 2)
        self.scores = np.array([tags[w][windows[w].words[k]] for w, k in self.words])
        self.link_from = [link_from[w][windows[w].words[k]] for w, k in self.words]
        self.link_to = [link_to[w][windows[w].words[k]] for w, k in self.words]
        self.none = [link_to[w][0] for w, _ in self.words]

    def labels(self, layer: str, bias: float = 0.0) -> list[tuple[Label, int, float]]:
        """The spans of a layer with their first word and their mean probability. `bias` is added to every tag but O."""
        if not len(self.words):
            return []
        scores = self.scores[:, self.layers[layer]].astype(np.float64)
        logp = (
            scores
            - np.log(np.exp(scores - scores.max(1, keepdims=True)).sum(1, keepdims=True))
            - scores.max(1, keepdims=True)
        )
        logp[:, 1:] += bias
        path = best_tags(logp)
        sure = np.exp(logp[np.arange(len(path)), path])
        return [
            (Label(int(self.spans[a, 0]), int(self.spans[b - 1, 1]), LAYERS[layer][t]), a, float(sure[a:b].mean()))
            for a, b, t in spans_of(path)
        ]

    def linked(self, content: int, candidates: list[int], kind: int) -> int | None:
        """The first word, among the candidates', that a content's first one points to; 0 is for cues, 1 for sources."""
        half = slice(64 * kind, 64 * kind + 64)
        start = self.link_from[content][half]
        near = [c for c in candidates if abs(c - content) < 160]
        scored = [(float(start @ self.link_to[c][half]), c) for c in near]
        if not scored:
            return None
        score, best = max(scored)
        return best if score > float(start @ self.none[content][half]) - 2.0 else None


def attributions(reading: Reading) -> list[dict[str, list[Label]]]:
    """Contents with their cue and source; contents that point to one cue are one attribution."""
    cues = {a: x for x, a, _ in reading.labels("cue")}
    sources = {a: x for x, a, _ in reading.labels("source")}
    found: dict[tuple[int, int], dict[str, list[Label]]] = {}
    for k, (x, a, _) in enumerate(reading.labels("content")):
        cue, source = reading.linked(a, list(cues), 0), reading.linked(a, list(sources), 1)
        key = (cue, -1) if cue is not None else (-1, k)
        made = found.setdefault(key, {"content": [], "cue": [], "source": []})
        made["content"].append(x)
        if cue is not None:
            made["cue"] = [cues[cue]]
        if source is not None and not made["source"]:
            made["source"] = [sources[source]]
    return list(found.values())
