"""The tellings of a story put together: one fact for an event, with a span for each place that tells it."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from dateline.model import Fact, Status
from dateline.record import Record
from dateline.understanding.acts.coding.plover import intensity
from dateline.understanding.acts.sameness.deciding import against, ties
from dateline.understanding.acts.sameness.parties import is_same_group
from dateline.understanding.acts.sameness.scene import is_more_exact
from dateline.understanding.acts.sameness.telling import REAL, Telling
from dateline.values import Event, Span

_T = TypeVar("_T")
NOBODY = "no actor is named"
UNSEEN = "the wording fits, but the encoder sees no event in it"
HEARSAY = "who did it is told in somebody's words only"
GAIN = 0.03
"""What an event gains in confidence by each further sentence that tells it, two at most."""
SURE = 0.95
_STRONGER = ("ASSAULT", "ACCIDENT", "DISASTER", "DEATH")
"""Of tellings of several types the event has the first of these: a death by an attack is an attack."""


def grouped(tellings: Iterable[Telling]) -> list[list[Telling]]:
    """The tellings of each event, in the order of the text. One joins the event with most ties.

    Of several one of its own status, of these the last: "the raid" is one that took place before one that is planned.

    What would be no event by itself and joins none is left out.
    """
    events: list[list[Telling]] = []
    for new in tellings:
        found = [
            (len(reasons), any(one.fact.status == new.fact.status for one in told), i)
            for i, told in enumerate(events)
            if not against(told, new) and (reasons := ties(told, new))
        ]
        if found:
            events[max(found)[-1]].append(new)
        elif not new.echo:
            events.append([new])
    return events


def merged(record: Record, told: Sequence[Telling]) -> Fact:
    """The fact of all tellings of one event.

    Its trigger and code are the best telling's; participants, instruments, modes and contexts are all that the tellings
    know; of times and places that fit it has the most exact. It is in nobody's words once the story itself, not its
    headline, tells it as news; else in those of the fullest telling.
    """
    best = max(told, key=_worth)
    if len(told) == 1:
        return best.fact
    ordered = [best, *(telling for telling in told if telling is not best)]
    value = _value(record, ordered)
    source = max(told, key=lambda telling: _worth(telling)[1:])
    said_by = None if any(_is_own_news(telling) for telling in told) else source.fact.said_by
    return record.fact(
        value,
        *dict.fromkeys(telling.value.trigger for telling in ordered),
        confidence=_confidence(ordered),
        status=_status(ordered),
        said_by=said_by,
        reason=_reason(ordered, value, said_by),
    )


def _worth(telling: Telling) -> tuple[int, bool, bool, bool, int, float, int]:
    """How well it stands for its event: by type, as news, as what took place, as a deed, not its harm, by fullness."""
    value, status = telling.value, telling.fact.status
    strength = -_STRONGER.index(value.type) if value.type in _STRONGER else -len(_STRONGER)
    fresh = telling.role == "paragraph" and not telling.points_back
    known = (value.actors, value.recipients, value.when, value.where, value.instruments, value.modes)
    full = sum(map(bool, known))
    return strength, fresh, status in REAL, not telling.harms, full, telling.fact.confidence, -telling.token.i


def _value(record: Record, ordered: Sequence[Telling]) -> Event:
    best = ordered[0].value
    same = [telling for telling in ordered if telling.type == best.type]
    modes = _union(telling.value.modes for telling in same)
    actors = _people([t.facts(t.value.actors) for t in same], best.recipients)
    recipients = _people([t.facts(t.value.recipients) for t in ordered], actors)
    moments = [telling.when for telling in ordered if telling.when is not None]
    when = _exact([(moment,) for moment in moments])
    return replace(
        best,
        modes=modes,
        contexts=_union(telling.value.contexts for telling in ordered),
        cameo=_cameo([telling.value for telling in same]),
        actors=actors,
        recipients=recipients,
        instruments=_weapons(record, [telling.value.instruments for telling in ordered]),
        when=when[0].id if when else None,
        where=_where(ordered),
        intensity=intensity(record.annotation.words.language.code, best.type, modes),
    )


def _cameo(values: Sequence[Event]) -> str | None:
    """The first code that says more than its root does; else the best telling's."""
    exact = (value.cameo for value in values if value.modes or not (value.cameo or "0").endswith("0"))
    return next(exact, values[0].cameo)


def _union(parts: Iterable[tuple[_T, ...]]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(one for part in parts for one in part))


def _people(sides: Sequence[tuple[Fact, ...]], others: tuple[str, ...]) -> tuple[str, ...]:
    """All who stand on one side of some telling and on the other side of none; groups of one name are one."""
    found = {fact.id: fact for fact in sides[0]}
    for fact in _union(sides[1:]):
        if not any(is_same_group(fact, known) for known in found.values()):
            found[fact.id] = fact
    return tuple(one for one in found if one not in others)


def _weapons(record: Record, parts: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    """The weapons, each once: "the bomb" is the car bomb."""
    found: dict[str, Span] = {}
    for span in _union(parts):
        found.setdefault(record.words(span).split()[-1].lower().rstrip("s"), span)
    return tuple(found.values())


def _exact(parts: Sequence[tuple[Fact, ...]]) -> tuple[Fact, ...]:
    """The first of several times or places that fit each other, or one after it that lies within it."""
    found: tuple[Fact, ...] = ()
    for part in parts:
        if not found or (len(found) == len(part) == 1 and is_more_exact(part[0], found[0])):
            found = part
    return found


def _where(ordered: Sequence[Telling]) -> tuple[str, ...]:
    """The places that a telling names itself, the most exact; without any those that are lent to one."""
    own = _exact([telling.where for telling in ordered if telling.where])
    return tuple(fact.id for fact in own) or next((t.value.where for t in ordered if t.value.where), ())


def _confidence(ordered: Sequence[Telling]) -> float:
    sentences = {telling.sentence for telling in ordered if not telling.echo}
    surest = max(telling.fact.confidence for telling in ordered if telling.type == ordered[0].type)
    return round(max(surest, min(surest + GAIN * min(len(sentences) - 1, 2), SURE)), 2)


def _status(ordered: Sequence[Telling]) -> Status:
    """The best telling's; but what one telling dates long ago is history."""
    status = ordered[0].fact.status
    past = any(telling.fact.status == "historical" for telling in ordered)
    return "historical" if status in REAL and past else status


def _is_own_news(telling: Telling) -> bool:
    """Whether the writer vouches for it: no headline, and no "the raid", which only takes up what others told."""
    return telling.role == "paragraph" and not telling.points_back and telling.fact.said_by is None


def _reason(ordered: Sequence[Telling], value: Event, said_by: str | None) -> str | None:
    """The best telling's doubts, without those that another telling settles, and whose word there is for an actor."""
    settled = {NOBODY} if value.actors else set()
    settled |= {UNSEEN} if any(telling.seen for telling in ordered) else set()
    doubts = [doubt for doubt in (ordered[0].fact.reason or "").split("; ") if doubt and doubt not in settled]
    naming = [telling for telling in ordered if telling.value.actors and telling.fact.said_by in (None, said_by)]
    if value.actors and not naming:
        doubts.append(HEARSAY)
    return "; ".join(doubts) or None
