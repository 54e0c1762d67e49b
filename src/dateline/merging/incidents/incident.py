"""One event as all its reports together tell it."""

from collections.abc import Sequence

from dateline.merging.disagreements.disagreeing import disagreements_of
from dateline.merging.incidents.counts import counts_of
from dateline.merging.incidents.kinds import as_told, kind_of, status_of
from dateline.merging.incidents.parties import actors_of, recipients_of
from dateline.merging.incidents.reasons import reason_of
from dateline.merging.incidents.scenes import where_of
from dateline.merging.incidents.telling import best_first, title_of
from dateline.merging.incidents.times import bounded_by, when_of
from dateline.merging.instants import instant
from dateline.merging.outcomes import Disagreement, Incident
from dateline.merging.parts import Part
from dateline.merging.tolling import tallies_of

__all__ = ["incident_of"]

_SUREST = 0.99
_SECOND = 0.5
"""How much a further source's confidence counts."""
_DISPUTED = 0.8
_HAPPENED = ("asserted", "historical")


def incident_of(incident: str, parts: Sequence[Part], story: str | None = None) -> Incident:
    """The incident of these tellings, in any order; there is one at least."""
    ordered = sorted(parts, key=_published)
    told = as_told(ordered)
    kind, when, where = kind_of(told), when_of(told), where_of(told) or where_of(ordered)
    best, tallies = best_first(ordered), tallies_of(ordered)
    disagreements = disagreements_of(ordered, tallies)
    status = _status(ordered, disagreements)
    dates = [part.report.dated for part in ordered if part.report.dated]
    bound = bounded_by(told) if when is None and status in ("asserted", "disputed") else None
    return Incident(
        incident=incident,
        type=kind.type,
        when=when or bound,
        where=where,
        facts=tuple(dict.fromkeys(part.happening.fact for part in best)),
        articles=tuple(dict.fromkeys(part.report.article for part in ordered)),
        casualties=counts_of(tallies),
        independent=len({part.source for part in parts}),
        disagreements=disagreements,
        title=title_of(best[0]),
        scheme=kind.scheme,
        modes=kind.modes,
        contexts=kind.contexts,
        cameo=kind.cameo,
        actors=actors_of(told),
        recipients=recipients_of(told),
        status=status,
        confidence=_confidence(told, status),
        reason=reason_of(status, when, bound, where, ordered),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        story=story,
    )


def _published(part: Part) -> tuple[str, str, int, str]:
    return (instant(part.report.dated) or "9", part.report.article, part.happening.start, part.happening.fact)


def _status(parts: Sequence[Part], disagreements: Sequence[Disagreement]) -> str:
    status = status_of(parts)
    denied = any(disagreement.about == "happened" for disagreement in disagreements)
    return "disputed" if denied and status in _HAPPENED else status


def _confidence(parts: Sequence[Part], status: str) -> float:
    """Grows with every independent source; never certain."""
    surest: dict[str, float] = {}
    for part in parts:
        surest[part.source] = max(part.happening.confidence, surest.get(part.source, 0.0))
    first, *others = sorted(surest.values(), reverse=True)
    doubt = 1.0 - first
    for confidence in others:
        doubt *= 1.0 - _SECOND * confidence
    sure = min(_SUREST, 1.0 - doubt)
    return round(sure * _DISPUTED if status == "disputed" else sure, 3)
