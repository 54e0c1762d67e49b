"""What speaks for each place that a name may mean: what is known of the place, and what the story says around it."""

from collections import defaultdict
from collections.abc import Sequence
from math import log, log10

from msgspec import Struct

from dateline.annotated import PlaceEntry
from dateline.understanding.geography.globe import distance

COUNTY = 60.0
"""Kilometres from the middle of a county within which its towns lie."""
PROVINCE = 120.0
"""Kilometres from the middle of a province within which a town of its name is what the name means."""
KNOWN = 5.0
"""The power of ten of inhabitants from which a town is known beyond its country."""

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

    people: float = 1.25
    fame: float = 0.2
    alternate: float = -0.9
    outdone: float = -2.4
    bare: float = -2.0
    capital: float = 1.4
    shadowed: float = -2.6
    around_town: float = -6.0
    country: float = 10.7
    region: float = 9.8
    admin1: float = 10.4
    admin2: float = 2.7
    feature: float = 4.3
    inside: float = 4.5
    outside: float = -4.5
    called: float = 3.9
    alike: float = 3.4
    in_country: float = 1.1
    country_share: float = 1.4
    in_province: float = 1.65
    nearby: float = 1.45


LEARNT = Weights()
"""By `training/places/fit.py`: a conditional logit over the candidates of the towns of four corpora, rounded.

Three are set by hand, since the corpora tell places apart by 161 km only, and are local news for the most part: a
province or a county around a town of its name is the town, unless a noun calls it one; a county is seldom meant by its
bare name; what stands right beside a name decides.
"""
AROUND = 4
"""How many of them are of what lies around a place."""


def own(toponym: Toponym) -> list[tuple[float, ...]]:
    """For each candidate what speaks for it whatever the other names mean, in the order of `Weights`."""
    pool = toponym.candidates
    named = any(place.matched == "name" for place in pool)
    towns = [place for place in pool if place.kind == "city" and place.matched == "name"]
    inside = [any(lies_in(place, region) for region in toponym.regions if region != place) for place in pool]
    placed = any(inside)
    return [_own(toponym, place, named, towns, within, placed) for place, within in zip(pool, inside, strict=True)]


def _own(
    toponym: Toponym, place: PlaceEntry, named: bool, towns: Sequence[PlaceEntry], inside: bool, placed: bool
) -> tuple[float, ...]:
    small = place.kind in ("city", "admin2")
    alternate = place.matched == "alternate"
    homes = [town for town in towns if town.country == place.country] if place.kind in ("admin1", "admin2") else []
    return (
        log10(place.population + 10) if small else 0.0,
        max(0.0, log10(place.population + 10) - KNOWN) if small else 0.0,
        float(alternate),
        float(alternate and named),
        float(alternate and place.kind == "admin2"),  # "Lund" for Lund County
        float(place.feature == "PPLC" and not alternate),
        float(place.kind == "admin1" and any(town.feature == "PPLC" for town in homes)),  # news means the town
        float(any(distance(place, town) <= (PROVINCE if place.kind == "admin1" else COUNTY) for town in homes)),
        float(place.kind == "country"),
        float(place.kind in ("region", "continent")),
        float(place.kind == "admin1"),
        float(place.kind == "admin2"),
        float(place.kind == "feature"),
        float(inside),
        float(placed and not inside),
        float(place.kind in toponym.kinds),
        toponym.company.count(place.kind) / len(toponym.company) if toponym.company else 0.0,
    )


def lies_in(place: PlaceEntry, region: PlaceEntry) -> bool:
    """Whether a place lies in a country, a state or province, or a county."""
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
        self._whole = 0.0
        self._provinces: defaultdict[Area, float] = defaultdict(float)
        self._cells: defaultdict[Cell, float] = defaultdict(float)

    def add(self, place: PlaceEntry, weight: float) -> None:
        """Counts a place as meant with this weight."""
        if place.country:
            self._countries[place.country] += weight
            self._whole += weight
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
        share = country / self._whole if self._whole > 0.01 and country > 0 else 0.0
        return (_log(country), share, _log(province), _log(near))


def _log(weight: float) -> float:
    return log(1 + weight) if weight > 0 else 0.0


def _cell(place: PlaceEntry) -> Cell:
    """A square of one degree."""
    return (int((place.lat or 0.0) + 90), int((place.lon or 0.0) + 180))
