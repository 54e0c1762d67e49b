"""What was said in a record, as merging compares it."""

from collections.abc import Mapping, Sequence

from dateline.merging.reports.report import Named, Saying
from dateline.merging.reports.spoken import source_of
from dateline.record import Record
from dateline.values import Statement

__all__ = ["sayings_of"]

_WORDS = 600
"""Characters of what was said that are kept."""


def sayings_of(record: Record, names: Sequence[Named]) -> tuple[Saying, ...]:
    """The statements of a record whose source is told, scare quotes left out."""
    places = {named.fact: place for place, named in enumerate(names)}
    told: dict[str, list[str]] = {}
    for fact in record.of("event"):
        if fact.said_by:
            told.setdefault(fact.said_by, []).append(fact.id)
    return tuple(
        _saying(record, fact.id, fact.value, places, tuple(told.get(fact.id, ())))
        for fact in record.of("statement")
        if isinstance(fact.value, Statement) and fact.value.manner != "scare" and fact.value.content
    )


def _saying(record: Record, fact: str, value: Statement, places: Mapping[str, int], about: tuple[str, ...]) -> Saying:
    return Saying(
        fact=fact,
        speaker=places.get(value.speaker) if value.speaker else None,
        source=source_of(record, value),
        stance=value.stance,
        cue=record.words(value.cue) if value.cue else "",
        manner=value.manner,
        words=" ".join(record.words(span) for span in value.content)[:_WORDS],
        start=value.content[0].start,
        about=about,
    )
