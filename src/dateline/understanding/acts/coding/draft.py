"""A match with its participants resolved, before it becomes an event."""

from typing import NamedTuple

from dateline.annotated import Annotation, Token
from dateline.model import Fact
from dateline.understanding.acts.parties.participants import Sides
from dateline.understanding.acts.wording.triggers import Match
from dateline.values import Span


class Draft(NamedTuple):
    """A match with its participants resolved, before it becomes an event."""

    match: Match
    sides: Sides
    actors: tuple[Fact, ...]
    recipients: tuple[Fact, ...]
    where: tuple[Fact, ...]
    when: Fact | None
    weapons: tuple[tuple[Span, str], ...]
    guess: str | None = None
    """Why its actor is only taken for one."""


def trigger_span(annotation: Annotation, draft: Draft) -> Span:
    """The trigger's word, or the noun that it says came about.

    With its particle ("went off") and the object or complement it asks for ("opened fire", "found dead") when near.
    """
    token, wanted = draft.match.token, draft.match.object
    if (what := _what_happens(annotation, draft)) is not None:
        return Span(what.start, what.end)
    if wanted is not None and 0 < wanted.i - token.i <= 4:
        return annotation.span(token, wanted)
    for told in annotation.children(token, "oprd", "acomp", "ccomp"):
        if 0 < told.i - token.i <= 4 and f"{token.lemma.lower()} {told.lower}" in draft.match.row.verbs:
            return annotation.span(token, told)  # "found dead"
    for particle in annotation.children(token, "prt"):
        if particle.i == token.i + 1:
            return annotation.span(token, particle)
    return Span(token.start, token.end)


def _what_happens(annotation: Annotation, draft: Draft) -> Token | None:
    """The noun that is the event where a verb only says that it came about: "a fire destroyed the depot"."""
    row, nouns = draft.match.row, annotation.words.lexicon.nouns
    if not row.subjects or row.type not in ("ACCIDENT", "DISASTER"):
        return None
    for head in draft.sides.actors:
        if head.pos in ("NOUN", "PROPN") and any(
            each.row.type == row.type and not each.rest for each in nouns.get(head.lemma.lower(), ())
        ):
            return head
    return None


def is_told(draft: Draft) -> bool:
    """Whether anything is known of the event but its word."""
    return bool(draft.actors or draft.recipients or draft.when or draft.where)


def confidence(draft: Draft) -> float:
    """By the strength of the pattern: a verb with both participants 0.85, a noun with a time or place alone 0.45."""
    named = bool(draft.actors) + bool(draft.recipients)
    if draft.match.noun:
        return (0.45, 0.65, 0.8)[named]
    return (0.5, 0.75, 0.85)[named]
