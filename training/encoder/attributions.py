"""PolNeAR: source, cue and content of 20,000 attributions."""

from collections.abc import Iterator
from typing import Any

from training.encoder.documents import GOLD, NOWHERE, Document, Label, flat, rows, touch


def polnear(part: str) -> Iterator[Document]:
    """Sources, cues and outermost contents, and which belong together."""
    path = GOLD / "quotes-polnear" / ("train.jsonl.gz" if part == "train" else "dev.jsonl")
    for row in rows(path):
        kept: list[Label] = []
        links: dict[str, list[tuple[int, int]]] = {"cue": [], "source": []}
        for gold in sorted(row["gold"], key=lambda gold: -_size(gold)):
            contents = _labels(gold, "content")
            if any(touch(a, b) for a in contents for b in kept):
                continue
            kept += contents
            for kind in links:
                end = min((x.start for x in _labels(gold, kind)), default=NOWHERE)
                links[kind] += [(content.start, end) for content in contents]
        layers = {kind: flat(x for gold in row["gold"] for x in _labels(gold, kind)) for kind in ("source", "cue")}
        layers["content"] = flat(kept)
        yield Document("polnear", row["id"], row["text"], layers, {k: tuple(sorted(v)) for k, v in links.items()})


def _labels(gold: dict[str, Any], kind: str) -> list[Label]:
    return [Label(start, end, kind) for part in gold[kind] for start, end in part["spans"]]


def _size(gold: dict[str, Any]) -> int:
    return sum(x.end - x.start for x in _labels(gold, "content"))
