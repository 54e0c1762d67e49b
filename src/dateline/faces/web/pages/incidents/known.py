"""What is known of an incident, point by point: as intervals, with how exactly, and why not where it is not."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from dateline.faces.desk.answers.type_words import WORDS
from dateline.faces.web.numerals import counted
from dateline.faces.web.pages.incidents.brief import is_blamed
from dateline.faces.web.pages.incidents.spelling import (
    PLACE_PRECISIONS,
    TIME_PRECISIONS,
    counts_of,
    place_of,
    time_of,
    told,
)
from dateline.merging.outcomes import Count, Incident, Party

ALWAYS = ("killed", "wounded")
"""Effects that are told of even where nothing is known of them."""
STATUSES = {
    "asserted": "It is told as a fact.", "denied": "It is denied.", "possible": "It may have been, or not.",
    "planned": "It was planned.", "requested": "It was asked for.", "historical": "It lies in the past.",
    "disputed": "A report denies that it happened.",
}  # fmt: skip


class Point(Struct, frozen=True, kw_only=True):
    """One thing that is known, or is not."""

    label: str
    value: Markup | str = ""
    """Empty: `missing` says why there is none."""
    missing: str = "not known"
    note: Markup | str = ""
    """How exactly it is known, and by whom; or why it is not."""
    tone: str = ""
    """place, moment, number, event, person: the colour of its kind."""
    names: tuple[str, ...] = ()
    """Instead of a value: names of people and bodies."""


def points_of(incident: Incident) -> tuple[Point, ...]:
    """What is known, in the order of a reporter's questions."""
    return (_what(incident), _when(incident), _where(incident), *_parties(incident), *_counts(incident))


def _what(incident: Incident) -> Point:
    words = WORDS.get(incident.type, incident.type.lower().replace("_", " "))
    modes = f" ({', '.join(incident.modes)})" if incident.modes else ""
    note = STATUSES.get(incident.status, incident.status)
    return Point(label="What", value=f"{words.capitalize()}{modes}", note=note, tone="event")


def _when(incident: Incident) -> Point:
    moment, of = incident.when, len(incident.facts)
    value = time_of(moment.earliest, moment.latest, moment.precision) if moment else ""
    if moment is None or not value:
        return Point(label="When", note="No report tells when it was.", tone="moment")
    if not moment.facts:
        note = "No telling has a time of its own: this is what the days of the reports leave of it."
    else:
        exactly = TIME_PRECISIONS.get(moment.precision or "")
        known = f"Known {exactly}" if exactly else "Known"
        note = f"{known}, by {_share(len(moment.facts), of, 'telling')}."
    return Point(label="When", value=value, note=note, tone="moment")


def _where(incident: Incident) -> Point:
    place = incident.where
    if place is None:
        return Point(label="Where", note="No report tells where it was.", tone="place")
    exactly = PLACE_PRECISIONS.get(place.precision or "", "how exactly is not known")
    note = f"{exactly[:1].upper()}{exactly[1:]}, by {_share(len(place.facts), len(incident.articles), 'report')}."
    return Point(label="Where", value=place_of(place.name, place.country), note=note, tone="place")


def _parties(incident: Incident) -> Iterator[Point]:
    if is_blamed(incident):
        yield Point(label="Who did it", missing="not agreed", note="The reports differ; both sides stand below.")
    else:
        yield _party("Who did it", incident.actors, "No report says who did it.")
    yield _party("To whom", incident.recipients, "No report says to whom it was done.")


def _party(label: str, parties: Sequence[Party], nobody: str) -> Point:
    if not parties:
        return Point(label=label, note=nobody)
    names = tuple(dict.fromkeys(party.name for party in parties))
    return Point(label=label, names=names, tone="person")


def _counts(incident: Incident) -> Iterator[Point]:
    known = dict(counts_of(incident))
    for effect in dict.fromkeys((*ALWAYS, *known)):
        count = known.get(effect)
        if count is None:
            yield Point(label=effect.capitalize(), note="No report gives a number.", tone="number")
        else:
            yield Point(label=effect.capitalize(), value=told(count), note=_by(count), tone="number")


def _by(count: Count) -> str:
    own = [figure for figure in count.by_source if not figure.copy]
    copied = len(count.by_source) - len(own)
    best = "" if count.best is None or count.low == count.high else f"The best figure is {count.best:,}. "
    beside = f"; {counted(copied, 'copied one')} left aside" if copied else ""
    return f"{best}From {counted(len(own), 'figure')}{beside}." if own else best.strip()


def _share(some: int, every: int, noun: str) -> str:
    if every == 1:
        return f"the only {noun}"
    return f"all {every:,} {noun}s" if some >= every else f"{some:,} of {every:,} {noun}s"
