"""What happens: triggers with their status, their kind, and the words that take part."""

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct

from dateline.annotation.encoder.layers import MARKS
from dateline.annotation.encoder.scores import Scores
from dateline.annotation.encoder.spans import Found, spans

REACH = 60
"""Words between a trigger and what takes part in it."""


class Happening(Struct, frozen=True):
    """A trigger with its marks (the likeliest of each layer, and how likely) and the word of each role that has one."""

    trigger: Found
    marks: dict[str, tuple[str, float]]
    arguments: tuple[tuple[str, int, float], ...]


def triggers(scores: Scores, roles: Sequence[str]) -> Iterator[Happening]:
    """The triggers of a text in its order."""
    layers = {layer: np.exp(scores.chances(layer)) for layer in MARKS if scores.has(layer)}
    for found in spans(scores, "trigger"):
        marks = {layer: _likeliest(chances[found.first], MARKS[layer]) for layer, chances in layers.items()}
        arguments = tuple(part for role in roles if (part := _argument(scores, role, found)))
        yield Happening(found, marks, arguments)


def _likeliest(chances: np.ndarray, names: Sequence[str]) -> tuple[str, float]:
    best = int(np.argmax(chances))
    return names[best], float(chances[best])


def _argument(scores: Scores, role: str, trigger: Found) -> tuple[str, int, float] | None:
    """The word that takes part in this role; None where none is the likeliest."""
    near = range(max(0, trigger.first - REACH), min(len(scores), trigger.last + REACH))
    weights = scores.links(role, trigger.first, near)
    best = int(np.argmax(weights))
    if weights[best] <= 0:
        return None
    each = np.exp(weights - weights[best])
    return role, near[best], float(each[best] / (each.sum() + np.exp(-weights[best])))
