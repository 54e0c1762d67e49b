"""How exactly a time or a place is known, in the codes of the field: derived from the record, never stored in it.

UCDP: Georeferenced Event Dataset, codebook, `date_prec` and `where_prec`. ACLED: codebook, `time_precision` and
`geo_precision`. Both code events; give the moment and the place of the event.
"""

from datetime import date
from typing import Literal

from dateline.values import Moment, Place

__all__ = ["acled_geo_precision", "acled_time_precision", "ucdp_date_precision", "ucdp_where_precision"]

_WATERS = ("OCN", "SEA", "GULF", "STRT", "BAY", "CHN")
_WEEK, _MONTH, _YEAR = 7, 31, 366

_UCDP_WHERE: dict[str, Literal[1, 2, 3, 4, 5, 6, 7]] = {
    "exact": 1,
    "near": 2,
    "admin2": 3,
    "admin1": 4,
    "region": 5,
    "country": 6,
}
_ACLED_GEO: dict[str, Literal[1, 2, 3]] = {"exact": 1, "near": 2, "admin2": 2, "admin1": 3, "region": 3}


def ucdp_date_precision(moment: Moment) -> Literal[1, 2, 3, 4, 5] | None:
    """1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year; None where it is longer than a year, or not known."""
    days = _days(moment)
    if days is None or days > _YEAR:
        return None
    if days == 1:
        return 1
    if days < _WEEK:
        return 2
    return 3 if days == _WEEK else 4 if days <= _MONTH else 5


def acled_time_precision(moment: Moment) -> Literal[1, 2, 3] | None:
    """1 a day, 2 within a week, 3 within a month; None where less is known: ACLED codes no such event."""
    days = _days(moment)
    if days is None or days > _MONTH:
        return None
    return 1 if days == 1 else 2 if days <= _WEEK else 3


def ucdp_where_precision(place: Place) -> Literal[1, 2, 3, 4, 5, 6, 7] | None:
    """1 the place itself, 2 near it, 3 its second-level division, 4 its first-level one, 5 a region, an island or a
    river, 6 its country alone, 7 the sea; None where nothing is known of it.
    """
    if place.feature in _WATERS:
        return 7
    if place.precision == "unresolved":
        return 6 if place.country else None
    return _UCDP_WHERE[place.precision]


def acled_geo_precision(place: Place) -> Literal[1, 2, 3] | None:
    """1 a town, 2 an area near one, 3 a province or a feature of nature; None where only the country is known."""
    return _ACLED_GEO.get(place.precision)


def _days(moment: Moment) -> int | None:
    """Days of the calendar that the interval touches; a night that ends in the morning is one."""
    if moment.earliest is None or moment.latest is None:
        return None
    first, last = date.fromisoformat(moment.earliest[:10]), date.fromisoformat(moment.latest[:10])
    night = moment.type == "TIME" and (last - first).days == 1
    return 1 if night else (last - first).days + 1
