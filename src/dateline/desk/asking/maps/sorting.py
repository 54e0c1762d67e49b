"""Which places are points of a map, which are areas, and which are neither."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.desk.asking.countries import country_name
from dateline.desk.asking.maps.glance import POINTS
from dateline.desk.asking.maps.seen import Heap, Telling
from dateline.desk.asking.maps.shown import Area, Spot
from dateline.merging.outcomes import Where

__all__ = ["SortedOut", "sort_out"]

_PARTS = ("admin1", "admin2", "region")
"""Precisions of what is less than a country and no point."""


class SortedOut(NamedTuple):
    """Each heap in one of these; those with most incidents come first."""

    spots: tuple[Spot, ...]
    areas: tuple[Area, ...]
    unfound: int


def sort_out(heaps: Sequence[Heap], told: Mapping[int, Telling]) -> SortedOut:
    """Heaps by what is known of their place; `told` has the last incident of each. Places of one country are one."""
    spots, areas, countries = list[Spot](), list[Area](), dict[str, Heap]()
    unfound = 0
    for heap in heaps:
        incident, where = told[heap.last].incident, told[heap.last].where
        if where is None:  # a place that the value does not have, as where the file is damaged
            unfound += heap.incidents
        elif where.precision in POINTS and where.lat is not None and where.lon is not None:
            spots.append(_spot(where, where.lat, where.lon, heap, incident))
        elif where.precision in _PARTS:
            areas.append(_part(where, heap, incident))
        elif where.country is None:
            unfound += heap.incidents
        else:
            countries.setdefault(where.country, Heap(heap.last, heap.moment)).join(heap)
    areas += [_country(code, heap, told[heap.last].incident) for code, heap in countries.items()]
    spots.sort(key=lambda spot: (-spot.incidents, spot.place, spot.lat, spot.lon))
    areas.sort(key=lambda area: (-area.incidents, area.name, area.precision))
    return SortedOut(tuple(spots), tuple(areas), unfound)


def _spot(where: Where, lat: float, lon: float, heap: Heap, latest: str) -> Spot:
    return Spot(
        place=where.name,
        lat=lat,
        lon=lon,
        precision=str(where.precision),
        geonames=where.geonames,
        country=where.country,
        admin1=where.admin1,
        incidents=heap.incidents,
        times=tuple(sorted(heap.times.items())),
        latest=latest,
    )


def _part(where: Where, heap: Heap, latest: str) -> Area:
    return Area(
        name=where.name,
        precision=str(where.precision),
        country=where.country,
        admin1=where.admin1,
        geonames=where.geonames,
        lat=where.lat,
        lon=where.lon,
        incidents=heap.incidents,
        times=tuple(sorted(heap.times.items())),
        latest=latest,
    )


def _country(code: str, heap: Heap, latest: str) -> Area:
    return Area(
        name=country_name(code),
        precision="country",
        country=code,
        admin1=None,
        geonames=None,
        lat=None,
        lon=None,
        incidents=heap.incidents,
        times=tuple(sorted(heap.times.items())),
        latest=latest,
    )
