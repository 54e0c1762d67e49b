"""Who says what a fact tells."""

from typing import NamedTuple

from dateline.merging.reports.naming import name_of
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Statement

__all__ = ["Spoken", "source_of", "spoken_of"]


class Spoken(NamedTuple):
    """Name or words of whoever says it, and how; nothing where the report itself does."""

    by: str | None = None
    stance: str | None = None


def spoken_of(record: Record, fact: Fact) -> Spoken:
    """Who says the words of this fact."""
    statement = record.get(fact.said_by)
    if statement is None or not isinstance(statement.value, Statement):
        return Spoken()
    return Spoken(source_of(record, statement.value), statement.value.stance)


def source_of(record: Record, value: Statement) -> str | None:
    """The name of a statement's speaker, else the words that name the source."""
    named = name_of(record, value.speaker)
    return named or (record.words(value.speaker_span) if value.speaker_span else None)
