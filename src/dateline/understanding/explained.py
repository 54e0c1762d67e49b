"""Why a word told of an event, or of none: every row of the lexicon that was considered, with its reason."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Token
from dateline.languages.sections import LexiconRow
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.drafting import Drafting
from dateline.understanding.acts.parties.participants import hurts, sides, words
from dateline.understanding.acts.wording.triggers import Match, Miss, weighed
from dateline.understanding.events import READ_ROLES
from dateline.values import Event, Span

Verdict = Literal["fired", "lacking", "turned", "misfit", "outrun"]
"""The row made the event; it fits and lacks what it needs; a word beside makes it another story; its words do not fit;
an earlier row had fired."""


class Considered(Struct, frozen=True, kw_only=True):
    """A row whose head word stands in the text, and what came of it."""

    word: Span
    row: LexiconRow | None
    """None for verbs of harm, which need no row."""
    wording: str
    """The row's words that were looked for."""
    verdict: Verdict
    why: str
    event: Fact | None = None
    """The event that it made."""


def explained(record: Record) -> Iterator[Considered]:
    """The rows that were considered for each word of a finished record, in the order of the text.

    Raises BadRecord where the record came from JSON.
    """
    drafting = Drafting(record)
    told: dict[int, list[Fact]] = {}
    for fact in record.of("event"):
        for start in dict.fromkeys(span.start for span in fact.spans):
            told.setdefault(start, []).append(fact)
    for sentence in record.annotation.sentences:
        if sentence.role in READ_ROLES:
            tokens = record.annotation.tokens_of(sentence)
            drafting.drafts(tokens)
            for token in tokens:
                yield from _considered(drafting, token, told.get(token.start, []))


def _considered(drafting: Drafting, token: Token, events: list[Fact]) -> Iterator[Considered]:
    if _is_rowless(drafting, token):
        yield from (_harm(token, event) for event in events or (None,))
        return
    fired = False
    for pattern, found in weighed(drafting.annotation, token):
        event = _made_by(pattern.row, events)
        wording = " ".join((*pattern.rest, token.lemma) if token.pos != "VERB" else (token.lemma, *pattern.rest))
        verdict, why = _verdict(drafting, found, event) if not fired else ("outrun", "a row before it fired")
        each = Considered(
            word=Span(token.start, token.end),
            row=pattern.row,
            wording=wording,
            verdict=verdict,
            why=why,
            event=event if verdict == "fired" else None,
        )
        yield each
        if verdict == "fired":
            fired = True
            yield from (_beside(each, other) for other in events if other is not event)


def _is_rowless(drafting: Drafting, token: Token) -> bool:
    """Whether a word of harm is read without a row; those of dying, and harm to oneself, have rows."""
    dying = token.lemma.lower() in words(drafting.annotation, "dying")
    return hurts(drafting.annotation, token) and not dying and not drafting.force.on_himself(token)


def _made_by(row: LexiconRow, events: list[Fact]) -> Fact | None:
    """Of the events of one word the one of the row's type, else the first: a rule may have changed its type."""
    alike = [fact for fact in events if isinstance(fact.value, Event) and fact.value.type == row.type]
    return next(iter(alike or events), None)


def _beside(first: Considered, event: Fact) -> Considered:
    """An event that goes with another one of the same word: an arrest with a conviction."""
    why = "it goes with the event before it: PLOVER codes both"
    return replace(first, why=f"{why}; {_status(event)}", event=event)


def _verdict(drafting: Drafting, found: Match | Miss, event: Fact | None) -> tuple[Verdict, str]:
    if isinstance(found, Miss):
        return "turned" if found.turned else "misfit", found.why
    refusal = drafting.refusal(drafting.resolved(found, sides(drafting.annotation, found)))
    if refusal:
        return "lacking", refusal
    if event is None:
        return "lacking", "it is part of another event, or of a date"
    return "fired", _status(event)


def _harm(token: Token, event: Fact | None) -> Considered:
    why = "a verb of harm: ASSAULT with an agent or a weapon, else DEATH"
    if event is None:
        why = "a verb of harm, and part of another event, or nothing is known of whom it befell"
    return Considered(
        word=Span(token.start, token.end),
        row=None,
        wording=token.lemma,
        verdict="fired" if event else "lacking",
        why=why,
        event=event,
    )


def _status(event: Fact) -> str:
    return event.reason or f"told as {event.status}"
