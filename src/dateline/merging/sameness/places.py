"""How the places of two events lie to each other."""

from collections.abc import Sequence
from math import cos, radians, sqrt

from dateline.merging.sameness.prepared import Site

__all__ = ["APART", "INSIDE", "NEAR", "SAME", "UNKNOWN", "kilometres", "lie"]

UNKNOWN, APART, INSIDE, NEAR, SAME = 0, 1, 2, 3, 4
_NEAR = 15.0
"""Kilometres between two names of one place: a town and its suburb."""
_FAR = 60.0
"""Kilometres from which two towns are two places."""


def lie(one: Sequence[Site], other: Sequence[Site]) -> int:
    """The nearest that two places of theirs lie: APART only where all that are known exclude each other."""
    best = UNKNOWN
    for a in one:
        for b in other:
            best = max(best, _pair(a, b))
    return best


def _pair(a: Site, b: Site) -> int:
    if a.geonames and a.geonames == b.geonames:
        return INSIDE if a.level == 1 else SAME
    if not a.level or not b.level:
        return UNKNOWN
    if a.country and b.country and a.country != b.country:
        return APART
    least = min(a.level, b.level)
    if least == 1:
        return INSIDE
    if least == 2:
        return INSIDE if a.admin1 == b.admin1 else APART
    far = kilometres(a, b)
    return NEAR if far <= _NEAR else APART if far >= _FAR else UNKNOWN


def kilometres(a: Site, b: Site) -> float:
    """How far two places lie apart, good enough for less than a thousand kilometres."""
    across = (a.lon - b.lon) * cos(radians((a.lat + b.lat) / 2))
    return 111.2 * sqrt((a.lat - b.lat) ** 2 + across * across)
