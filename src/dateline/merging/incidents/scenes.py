"""Where an incident was: the most exact place that agrees with what most sources say."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from dateline.merging.incidents.voting import votes
from dateline.merging.outcomes import Where
from dateline.merging.parts import Part
from dateline.merging.reports.report import Named

__all__ = ["where_of"]

_DEPTH = {"exact": 6, "near": 5, "admin2": 4, "admin1": 3, "region": 2, "country": 1}
"""How exact a place is; an unresolved one is 0."""


class _Told(NamedTuple):
    """A place in one telling."""

    key: tuple[str, str]
    """The same for the same place: its number, else country and folded name."""
    named: Named
    source: str
    confidence: float


def where_of(parts: Iterable[Part]) -> Where | None:
    """The place of these tellings; None where nobody tells any.

    The country that most sources tell of, in it the province, in it the most exact place with most sources: a town
    agrees with its province and its country.
    """
    told = [
        _Told(_key(named), named, part.source, part.happening.confidence)
        for part in parts
        for named in map(part.report.names.__getitem__, part.happening.places)
    ]
    if not told:
        return None
    key = told[0].key
    if any(place.key != key for place in told):
        key = _most_exact(_within(_within(told, _country), _province))
    return _where([place.named for place in told if place.key == key])


def _where(same: list[Named]) -> Where:
    """One place, by the telling that knows most of it."""
    best = min(same, key=lambda named: (named.lat is None, not named.proper, -named.mentions, named.name, named.fact))
    return Where(
        name=best.name,
        geonames=best.geonames,
        lat=best.lat,
        lon=best.lon,
        country=best.country,
        admin1=best.admin1,
        precision=best.precision,
        facts=tuple(dict.fromkeys(named.fact for named in same)),
    )


def _key(named: Named) -> tuple[str, str]:
    if named.geonames is not None:
        return "", str(named.geonames)
    return named.country or "", " ".join(sorted(named.words)) or named.name.lower()


def _country(named: Named) -> str | None:
    return named.country


def _province(named: Named) -> str | None:
    return named.admin1


def _within(told: list[_Told], area: Callable[[Named], str | None]) -> list[_Told]:
    """The places in the area that most sources tell of, and those of which no area is known."""
    weights = votes((name, place.source, place.confidence) for place in told if (name := area(place.named)))
    if len(weights) < 2:
        return told
    chosen = max(weights, key=lambda name: (round(weights[name], 6), name))
    return [place for place in told if area(place.named) in (chosen, None)]


def _most_exact(told: list[_Told]) -> tuple[str, str]:
    """The deepest place; of equally deep ones that of most sources."""
    known = [place for place in told if place.named.country] or told
    weights = votes((place.key, place.source, place.confidence) for place in known)
    depths = {place.key: _depth(place.named) for place in known}
    return max(weights, key=lambda key: (depths[key], round(weights[key], 6), key))


def _depth(named: Named) -> int:
    return _DEPTH.get(named.precision or "", 0)
