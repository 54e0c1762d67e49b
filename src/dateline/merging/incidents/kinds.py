"""What kind of event an incident was, and whether it happened."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.merging.incidents.voting import votes
from dateline.merging.parts import Part

__all__ = ["Kind", "as_told", "kind_of", "status_of"]

_WITHIN: dict[str, tuple[str, ...]] = {
    "DEATH": ("ASSAULT", "ACCIDENT", "DISASTER", "OUTBREAK", "CRIME"),
    "CRIME": ("ASSAULT", "COERCE"),
    "GATHERING": ("PROTEST", "CONSULT"),
    "ACCUSE": ("SANCTION",),
}
"""General types, each with those that say more of the same."""
_ENOUGH = 0.25
"""The share of a general type's weight that a type which says more must have."""
_OFTEN = 0.34
"""The share of the strongest mode's or context's weight from which another one counts."""
_HAPPENED = ("asserted", "historical")
_WEAKER = ("planned", "requested", "possible", "denied")


class Kind(NamedTuple):
    """Type, modes and contexts of an event, and its code."""

    type: str
    scheme: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None


def as_told(parts: Sequence[Part]) -> Sequence[Part]:
    """The tellings that count: those of it as having happened; where there is none, all."""
    return [part for part in parts if part.happening.status in _HAPPENED] or parts


def kind_of(parts: Sequence[Part]) -> Kind:
    """What most sources call it; where a type says more of the same than another one, it is that."""
    type_ = _type(votes((part.happening.type, part.source, part.happening.confidence) for part in parts))
    same = [part for part in parts if part.happening.type == type_]
    return Kind(
        type=type_,
        scheme=same[0].happening.scheme,
        modes=_often((mode, part) for part in same for mode in part.happening.modes),
        contexts=_often((context, part) for part in parts for context in part.happening.contexts),
        cameo=_cameo(votes((p.happening.cameo, p.source, p.happening.confidence) for p in same if p.happening.cameo)),
    )


def _type(weights: dict[str, float]) -> str:
    chosen = min(weights, key=lambda name: (-round(weights[name], 6), name))
    while more := [n for n in _WITHIN.get(chosen, ()) if weights.get(n, 0.0) >= _ENOUGH * weights[chosen]]:
        chosen = min(more, key=lambda name: (-round(weights[name], 6), name))
    return chosen


def _often(told: Iterable[tuple[str, Part]]) -> tuple[str, ...]:
    weights = votes((name, part.source, part.happening.confidence) for name, part in told)
    least = _OFTEN * max(weights.values(), default=0.0)
    return tuple(sorted((n for n in weights if weights[n] >= least), key=lambda n: (-round(weights[n], 6), n)))


def _cameo(weights: dict[str | None, float]) -> str | None:
    """The code with most weight, where those below it agree: "183" counts for "18" too."""
    codes = {code: weight for code, weight in weights.items() if code}
    if not codes:
        return None
    chosen = min(codes, key=lambda code: (-round(codes[code], 6), code))
    finer = [code for code in codes if code.startswith(chosen) and codes[code] >= _ENOUGH * codes[chosen]]
    return min(finer, key=lambda code: (-len(code), -round(codes[code], 6), code))


def status_of(parts: Sequence[Part]) -> str:
    """Asserted where a report tells it as having happened, historical where all that do tell it as long past.

    Else what most sources say of it: planned, requested, possible, denied.
    """
    statuses = {part.happening.status for part in parts}
    if "asserted" in statuses or "historical" in statuses:
        return "asserted" if "asserted" in statuses else "historical"
    weights = votes((part.happening.status, part.source, part.happening.confidence) for part in parts)
    return max(weights, key=lambda status: (round(weights[status], 6), -_WEAKER.index(status)))
