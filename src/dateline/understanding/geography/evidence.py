"""What speaks for each place that a name may mean: what is known of the place, and what the story says around it."""

from collections import defaultdict
from math import log, log10

from msgspec import Struct

from dateline.annotated import PlaceEntry
from dateline.understanding.geography.globe import distance

COUNTY = 60.0
"""Kilometres from the middle of a county within which its towns lie."""
METROPOLIS = 300_000
"""Inhabitants of a town that is known in the whole country."""

Area = tuple[str, str]
Cell = tuple[int, int]


class Toponym(Struct, frozen=True, kw_only=True):
    """A name with its candidates. `count` is how often it stands.

    `regions` are what words beside it may mean ("Springfield, Norway"), `kinds` what kinds of place a noun beside it
    calls it ("the state of ..."), `company` the kinds of those with which it stands in a list. `home` weighs what it
    tells of where the story plays: above 1 for the town of a dateline.
    """

    text: str
    candidates: tuple[PlaceEntry, ...]
    regions: tuple[PlaceEntry, ...] = ()
    kinds: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    count: int = 1
    home: float = 1.0


class Weights(Struct, frozen=True):
    """What each piece of evidence adds to a candidate's logit: those of the place itself, then those around it."""

    people: float = 0.95
    metropolis: float = 1.5
    alternate: float = -0.6
    outdone: float = -2.1
    capital: float = 1.1
    shadowed: float = -2.8
    country: float = 10.0
    region: float = 9.6
    admin1: float = 9.5
    admin2: float = 2.0
    feature: float = 3.3
    inside: float = 2.4
    outside: float = -2.4
    called: float = 3.8
    alike: float = 2.4
    in_country: float = 1.75
    in_province: float = 1.7
    nearby: float = 1.4


LEARNT = Weights()
"""By `training/places/fit.py`: a conditional logit over the candidates of the towns of four corpora, rounded."""


def own(toponym: Toponym) -> list[tuple[float, ...]]:
    """For each candidate what speaks for it whatever the other names mean, in the order of `Weights`."""
    named = any(place.matched == "name" for place in toponym.candidates)
    capitals = {place.country for place in toponym.candidates if _is_capital(place)}
    return [_own(toponym, place, named, capitals) for place in toponym.candidates]


def _is_capital(place: PlaceEntry) -> bool:
    return place.feature == "PPLC" and place.matched == "name"


def _own(toponym: Toponym, place: PlaceEntry, named: bool, capitals: set[str | None]) -> tuple[float, ...]:
    small = place.kind in ("city", "admin2")
    inside = any(_is_within(place, region) for region in toponym.regions if region != place)
    alternate = place.matched == "alternate"
    return (
        log10(place.population + 10) if small else 0.0,
        float(place.kind == "city" and place.population >= METROPOLIS),
        float(alternate),
        float(alternate and named),
        float(_is_capital(place)),
        float(place.kind == "admin1" and place.country in capitals),  # news means the town
        float(place.kind == "country"),
        float(place.kind in ("region", "continent")),
        float(place.kind == "admin1"),
        float(place.kind == "admin2"),
        float(place.kind == "feature"),
        float(inside),
        float(bool(toponym.regions) and not inside),
        float(place.kind in toponym.kinds),
        toponym.company.count(place.kind) / len(toponym.company) if toponym.company else 0.0,
    )


def _is_within(place: PlaceEntry, region: PlaceEntry) -> bool:
    if place.country != region.country or place.country is None or place.kind == "country":
        return False
    if region.kind == "country":
        return True
    if region.admin1 is None or place.admin1 != region.admin1:
        return False
    return region.kind == "admin1" or distance(place, region) <= COUNTY


class Surroundings:
    """What the names of a story, as far as they are decided, say of countries, provinces and neighbourhoods."""

    def __init__(self) -> None:
        self._countries: defaultdict[str, float] = defaultdict(float)
        self._provinces: defaultdict[Area, float] = defaultdict(float)
        self._cells: defaultdict[Cell, float] = defaultdict(float)

    def add(self, place: PlaceEntry, weight: float) -> None:
        """Counts a place as meant with this weight."""
        if place.country:
            self._countries[place.country] += weight
            if place.admin1:
                self._provinces[place.country, place.admin1] += weight
        if place.kind in ("city", "admin2", "feature"):
            self._cells[_cell(place)] += weight

    def around(self, place: PlaceEntry) -> tuple[float, ...]:
        """What speaks for a place in its surroundings, in the order of `Weights`."""
        country = province = near = 0.0
        if place.country:
            country = self._countries.get(place.country, 0.0)
            province = self._provinces.get((place.country, place.admin1), 0.0) if place.admin1 else 0.0
        if place.kind in ("city", "admin2", "feature"):
            lat, lon = _cell(place)
            near = sum(self._cells.get((lat + i, lon + j), 0.0) for i in (-1, 0, 1) for j in (-1, 0, 1))
        return (_log(country), _log(province), _log(near))


def _log(weight: float) -> float:
    return log(1 + weight) if weight > 0 else 0.0


def _cell(place: PlaceEntry) -> Cell:
    """A square of one degree."""
    return (int((place.lat or 0.0) + 90), int((place.lon or 0.0) + 180))
