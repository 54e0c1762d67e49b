"""When and where: days and places that exclude each other, told of what is surely one event."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from math import asin, cos, radians, sin, sqrt

from dateline.merging.disagreements.heard import Telling, has, words_of
from dateline.merging.disagreements.sides import Position, disagreement
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from dateline.merging.reports.report import Named
from dateline.names import same_name

__all__ = ["days", "places"]

_EXACT = frozenset(("exact", "near"))
_TOWNS = frozenset("P")
_NEAR, _FAR = 60.0, 600.0
"""Kilometres: nearer places may be one place in two words; of places farther apart one is not read rightly, or it is
another event.
"""
_DAYS = 3
"""Days that one event's dates differ by, at most."""
_LASTING = frozenset(
    ("PROTEST", "CONSULT", "GATHERING", "MOBILIZE", "OUTBREAK", "DISASTER", "AID", "SANCTION", "COOPERATE")
)
"""Types of event that may go on for days, or be in several places."""
_EARTH = 6371.0


def days(tellings: Sequence[Telling]) -> Iterator[Disagreement]:
    """Days that differ, of an event that was on one."""
    told: dict[str, list[Position]] = defaultdict(list)
    parts = [telling.part for telling in tellings]
    if len({part.happening.earliest for part in parts}) < 2:
        return
    for part in parts:
        event = part.happening
        if event.time_precision == "day" and event.earliest and _firm(part):
            told[event.earliest[:10]].append(
                Position(part, event.earliest[:10], (event.fact,), event.said_by, event.sentence)
            )
    if len(told) > 1 and parts[0].happening.type not in _LASTING:
        yield from _of_days(parts, told)


def _of_days(parts: Sequence[Part], told: dict[str, list[Position]]) -> Iterator[Disagreement]:
    ordered = sorted(told.values(), key=lambda side: (-len({p.part.source for p in side}), side[0].value))
    held = ordered[0]
    sides = [side for side in ordered[1:] if _other_day(held[0], side[0]) and _sure(held, side)]
    if sides and not any(_at_night(part) for part in parts):
        yield disagreement("when", "disagreement", [held, *sides], "When it was")


def _other_day(one: Position, other: Position) -> bool:
    gap = abs((date.fromisoformat(one.value) - date.fromisoformat(other.value)).days)
    return 1 <= gap <= _DAYS


def _at_night(part: Part) -> bool:
    """Whether a telling says that it was at night, which has two dates."""
    event = part.happening
    hour = event.earliest[11:13] if event.earliest and event.time_precision not in ("day", None) else ""
    if hour.isdigit() and not 6 <= int(hour) < 18:
        return True
    return has(event.sentence.casefold(), words_of(part.report.language).night)


def places(tellings: Sequence[Telling]) -> Iterator[Disagreement]:
    """Towns that differ, of an event that was in one."""
    if len({part.report.names[place].name for part, _ in tellings for place in part.happening.places}) < 2:
        return
    told: dict[int | str, list[Position]] = defaultdict(list)
    sites: dict[int | str, Named] = {}
    for part, _ in tellings:
        site = _site(part)
        if site is not None and _firm(part):
            key = site.geonames or site.name.casefold()
            sites.setdefault(key, site)
            event = part.happening
            told[key].append(Position(part, site.name, (site.fact, event.fact), event.said_by, event.sentence))
    if len(told) < 2 or tellings[0].part.happening.type in _LASTING:
        return
    ordered = sorted(told, key=lambda key: (-len({p.part.source for p in told[key]}), sites[key].name))
    held = ordered[0]
    sides = [told[key] for key in ordered[1:] if _elsewhere(sites[held], sites[key]) and _sure(told[held], told[key])]
    sides = [side for side in sides if not _both_named(told[held], side)]
    if sides:
        yield disagreement("where", "disagreement", [told[held], *sides], "Where it was")


def _site(part: Part) -> Named | None:
    """The town that a telling names, where it names one."""
    named = [part.report.names[place] for place in part.happening.places]
    exact = [place for place in named if place.precision in _EXACT and place.lat is not None and place.lon is not None]
    return exact[0] if len(exact) == 1 else None


def _elsewhere(one: Named, other: Named) -> bool:
    """Whether neither place lies in or near the other, nor is the same name read in two ways."""
    if one.country != other.country or same_name(one.name, other.name).same or set(one.words) & set(other.words):
        return False
    return _NEAR < _kilometres(one, other) < _FAR


def _kilometres(one: Named, other: Named) -> float:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    north, south = radians(one.lat), radians(other.lat)
    across = sin(radians(one.lon - other.lon) / 2) ** 2 * cos(north) * cos(south)
    return 2 * _EARTH * asin(sqrt(sin((north - south) / 2) ** 2 + across))


def _both_named(one: Sequence[Position], other: Sequence[Position]) -> bool:
    """Whether a report of one side names the place of the other too: then it may have been in both."""
    return any(
        set(words) & set(named.words)
        for side, against in ((one, other), (other, one))
        for words in [next(n.words for n in against[0].part.report.names if n.name == against[0].value)]
        for position in side
        for named in position.part.report.names
        if named.kind == "place"
    )


def _firm(part: Part) -> bool:
    """Whether a telling is of what its report is about, and is no hearsay of something past or to come."""
    return part.happening.lead and part.happening.status == "asserted"


def _sure(one: Sequence[Position], other: Sequence[Position]) -> bool:
    """Whether two sides surely tell of one event, though they differ: one count of victims, or one victim by name."""
    sources = {position.part.source for position in one}
    if any(position.part.source in sources for position in other):
        return False
    return not _marks(one).isdisjoint(_marks(other))


def _marks(side: Sequence[Position]) -> set[object]:
    found: set[object] = set()
    for position in side:
        names = position.part.report.names
        for toll in position.part.happening.tolls:
            if toll.best is not None and toll.best > 1 and not toll.part:
                found.add((toll.effect, toll.best))
            found.update(names[victim].words for victim in toll.victims if len(names[victim].words) > 1)
        found.update(
            names[place].words
            for place in position.part.happening.recipients
            if names[place].kind == "person" and len(names[place].words) > 1
        )
    return found
