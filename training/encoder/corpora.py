"""Which documents are learnt from, set aside and judged by: fixed once, in training/split.json."""

import json
import random
from collections.abc import Callable, Iterable
from pathlib import Path

from training.encoder import attributions, entities, events, silver
from training.encoder.documents import Document

SPLIT = Path(__file__).resolve().parent.parent / "split.json"

TRAIN_PARTS: dict[str, Callable[[], Iterable[Document]]] = {
    "polnear": lambda: attributions.polnear("train"),
    "gum": entities.gum,
    "ecbplus": events.ecbplus,
    "muc": silver.muc,
}
"""Corpora with a part to learn from."""

HALVED: dict[str, Callable[[], Iterable[Document]]] = {
    "wikigold": entities.wikigold,
    "re3d": entities.re3d,
    "meantime": events.meantime,
    "wikievents": events.wikievents,
    "timebank": events.timebank,
    "plover": silver.plover,
    "case2021": events.case2021,
}
"""Corpora with a development part only: one half is learnt from, figures are quoted on the other."""

ASIDE = 0.15
"""The share of what is learnt from that decisions are taken on."""


def split(name: str, ids: Iterable[str]) -> dict[str, list[str]]:
    """The ids of one corpus by part: `learnt`, `aside`, and `judged` where it is halved."""
    shuffled = sorted(ids)
    random.Random(7).shuffle(shuffled)
    middle = len(shuffled) // 2 if name in HALVED else len(shuffled)
    learnt, judged = sorted(shuffled[:middle]), shuffled[middle:]
    random.Random(11).shuffle(learnt)
    held = round(ASIDE * len(learnt))
    parts = {"learnt": sorted(learnt[held:]), "aside": sorted(learnt[:held])}
    return {**parts, "judged": sorted(judged)} if name in HALVED else parts


def documents(name: str, part: str) -> list[Document]:
    """The documents of one part of a corpus."""
    kept = frozenset(json.loads(SPLIT.read_text(encoding="utf-8"))[name][part])
    return [document for document in (TRAIN_PARTS | HALVED)[name]() if document.id in kept]


def main() -> None:
    """Writes the split: python -m training.encoder.corpora. It is done once; figures would change their meaning."""
    parts = {name: split(name, [d.id for d in load()]) for name, load in (TRAIN_PARTS | HALVED).items()}
    SPLIT.write_text(json.dumps(parts, indent=1) + "\n", encoding="utf-8")
    for name, found in parts.items():
        print(name, {part: len(ids) for part, ids in found.items()})


if __name__ == "__main__":
    main()
