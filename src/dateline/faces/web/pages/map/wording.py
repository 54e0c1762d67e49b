"""Stretches of time, times and places in words, and where more of them is told."""

from datetime import date
from typing import Any

from markupsafe import Markup

from dateline.desk.asking.countries import country_name
from dateline.desk.asking.maps.calendar import Unit
from dateline.desk.asking.maps.glance import Glance
from dateline.desk.asking.maps.shown import Area, Spot
from dateline.faces.web import addresses
from dateline.faces.web.dates import when, written
from dateline.faces.web.pages.map.question import HappenedAsked

__all__ = ["WORDING", "more_about", "stretch_name", "time_told"]

_NEAR = "1km"
"""Around a place: the place itself, and no other of its name."""
_AS_TOLD = {"month": 7, "year": 4}
"""Characters of a moment that is told no more exactly."""


def stretch_name(first: str, unit: Unit) -> str:
    """A stretch of time by its first day: "March 2026", "the week of 9 March 2026", "the 2020s"."""
    day = date.fromisoformat(first)
    if unit == "quarter":
        last = date(day.year, day.month + 2, 1)
        return f"{day:%B} to {last:%B} {day.year}"
    return {
        "day": written(first),
        "week": f"the week of {written(first)}",
        "month": written(first[:7]),
        "year": str(day.year),
        "decade": f"the {day.year}s",
        "century": f"{day.year} to {day.year + 99}",
    }[unit]


def time_told(row: Glance) -> Markup | str:
    """When it was, no more exactly than it is told; the day of the first report, marked, where no time is told."""
    earliest, latest = row.earliest, row.latest
    if earliest is None and latest is None:
        told = when(row.reported, True)
        return Markup("reported {}").format(told) if told else "time not told"
    if length := _AS_TOLD.get(row.time_precision or ""):
        earliest, latest = earliest and earliest[:length], latest and latest[:length]
    if earliest is None:
        return Markup("by {}").format(when(latest, True))
    if latest is None:
        return Markup("from {} on").format(when(earliest, True))
    if earliest[:10] == latest[:10]:
        return when(earliest, True)
    return Markup("between {} and {}").format(when(earliest, True), when(latest, True))


def more_about(place: Spot | Area, asked: HappenedAsked) -> str:
    """The address of what was there: of its incident, or of the list of its incidents, with the same filters."""
    if place.incidents == 1:
        return addresses.of("incident", place.latest)
    filters = asked.filters("type") | {"type": ",".join(asked.type or ())}
    if isinstance(place, Spot):
        return addresses.asking("/incidents", **filters | {"within": f"{_NEAR}:{place.lat},{place.lon}"})
    if place.precision == "country":
        return addresses.asking("/incidents", **filters | {"country": place.country})
    return addresses.asking("/incidents", **filters | {"place": place.name})


WORDING: dict[str, Any] = {
    "country": lambda code: country_name(code) if code else "",
    "stretch": stretch_name,
    "told": time_told,
    "more_about": more_about,
}
"""What the templates of the map and the timeline call."""
