"""Who says what is told only in somebody's words: the facts of earlier steps, once more, with their statement."""

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.model import Fact
from dateline.record import Record
from dateline.values import Organisation, Person, Place, Span, Statement

_Entity = Person | Organisation | Place

_WHOLE = frozenset(("dateline", "publication", "credit", "statement", "gist"))
"""Kinds that are about the story as a whole, or that say themselves who says them."""


def attribution(record: Record) -> Iterator[Fact]:
    """Marks each fact that the story tells only in somebody's words with the statement that says it."""
    for fact in record.facts:
        if fact.kind in _WHOLE or fact.said_by is not None:
            continue
        said = record.said(*_words_of(fact))
        if isinstance(fact.value, _Entity):
            said = _with_source(record, said)
        if said is not None:
            yield replace(fact, said_by=said.id)


def _words_of(fact: Fact) -> tuple[Span, ...]:
    """All words that a fact rests on; those of an entity are its mentions too."""
    if not isinstance(fact.value, _Entity):
        return fact.spans
    return (*fact.spans, *(Span(mention.start, mention.end) for mention in fact.value.mentions))


def _with_source(record: Record, said: Fact | None) -> Fact | None:
    """The innermost statement in other words than the writer's: "is expected to leave" leaves no doubt of who is."""
    while said is not None and isinstance(said.value, Statement):
        if said.value.speaker_span is not None or said.value.manner != "indirect":
            return said
        said = record.get(said.said_by)
    return None
