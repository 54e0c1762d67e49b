"""An incident as lists show it."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from dateline.faces.web.pages.incidents.spelling import counts_of, place_of, time_of, told
from dateline.merging.outcomes import Disagreement, Incident, Party

NAMES = 3
"""Parties that are named."""
MARKS = ("disagreement", "denial", "update")


class Harm(Struct, frozen=True):
    """How many befell what: "19 or more", "killed"."""

    number: str
    effect: str


class Brief(Struct, frozen=True, kw_only=True):
    """What a list says of an incident."""

    id: str
    title: str
    type: str
    modes: tuple[str, ...]
    status: str
    day: str
    """The day that it is listed under; "" where nobody knows one."""
    when: Markup | str
    where: str
    who: str
    """Empty where nobody says so, or where the reports do not agree."""
    whom: str
    harm: tuple[Harm, ...]
    marks: tuple[str, ...]
    """disagreement, denial, update: as far as they are there."""
    reports: int
    independent: int


def brief_of(incident: Incident) -> Brief:
    """What a list says of this incident."""
    when, where = incident.when, incident.where
    return Brief(
        id=incident.incident,
        title=" ".join(incident.title.split()),
        type=incident.type,
        modes=incident.modes,
        status=incident.status,
        day=((when and (when.earliest or when.latest)) or incident.first or "")[:10],
        when=time_of(when.earliest, when.latest, when.precision) if when else "",
        where=place_of(where.name, where.country) if where else "",
        who="" if is_blamed(incident) else _named(incident.actors),
        whom=_named(incident.recipients),
        harm=tuple(Harm(told(count), effect) for effect, count in counts_of(incident)),
        marks=marks_of(incident.disagreements),
        reports=len(incident.articles),
        independent=incident.independent,
    )


def is_blamed(incident: Incident) -> bool:
    """Whether the reports do not agree on who did it; then nobody's name stands above as if it were known."""
    return any(each.about == "actor" and each.how != "update" for each in incident.disagreements)


def marks_of(found: Sequence[Disagreement]) -> tuple[str, ...]:
    """In which ways reports differ; a letter of a name is no matter."""
    there = {each.how for each in found if not each.minor}
    return tuple(mark for mark in MARKS if mark in there)


def _named(parties: Iterable[Party]) -> str:
    names = list(_apart(parties))
    more = len(names) - NAMES
    return ", ".join(names[:NAMES]) + (f" and {more} more" if more > 0 else "")


def _apart(parties: Iterable[Party]) -> Iterator[str]:
    yield from dict.fromkeys(party.name for party in parties)
