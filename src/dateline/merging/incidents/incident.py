"""One event as all its reports together tell it."""

from collections.abc import Sequence

from dateline.merging.disagreements.disagreeing import disagreements_of
from dateline.merging.parts import Part
from dateline.merging.outcomes import Incident

__all__ = ["incident_of"]


def incident_of(incident: str, parts: Sequence[Part], story: str | None = None) -> Incident:
    """The incident of these tellings, which are in any order."""
    ordered = sorted(parts, key=lambda part: (part.report.dated or "9", part.report.article, part.happening.start))
    best = max(ordered, key=lambda part: part.happening.confidence)
    return Incident(
        incident=incident,
        type=best.happening.type,
        when=None,
        where=None,
        facts=tuple(dict.fromkeys([best.happening.fact, *(part.happening.fact for part in ordered)])),
        articles=tuple(dict.fromkeys(part.report.article for part in ordered)),
        independent=len({part.source for part in parts}),
        disagreements=disagreements_of(ordered),
        title=best.happening.sentence,
        story=story,
    )
