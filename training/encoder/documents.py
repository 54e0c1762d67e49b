"""Annotated texts: what people marked, layer by layer; a layer that a corpus leaves unmarked is not there."""

import gzip
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

GOLD = Path(os.environ.get("DATELINE_GOLD", Path(__file__).resolve().parents[3] / "shared" / "gold"))
NOWHERE = -1
"""Where a link points that has no end: the argument is not there."""
DOUBTFUL = "doubtful"
"""The type of a span that nothing is to be learnt from."""


@dataclass(frozen=True)
class Label:
    """A span with its type."""

    start: int
    end: int
    type: str


@dataclass(frozen=True)
class Document:
    """A text and its layers. A layer that is absent was not annotated, an empty one was and holds nothing.

    `links` has, for each kind, where a link begins and where it ends, as offsets of the words' first letters. `bag` is
    the type of event that the text as a whole tells of, where no word of it is marked.
    """

    corpus: str
    id: str
    text: str
    layers: dict[str, tuple[Label, ...]] = field(default_factory=dict)
    links: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    bag: str | None = None


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSONL file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def touch(a: Label, b: Label) -> bool:
    """Whether two spans share a letter."""
    return a.start < b.end and b.start < a.end


def flat(labels: Iterable[Label]) -> tuple[Label, ...]:
    """In the order of the text, without the spans that lie in longer ones."""
    kept: list[Label] = []
    for label in sorted(set(labels), key=lambda x: (x.start - x.end, x.start, x.type)):
        if not any(touch(label, other) for other in kept):
            kept.append(label)
    return tuple(sorted(kept, key=lambda x: x.start))
