"""Who speaks on: a pronoun at the head of the sentence behind somebody's words is that one's, more likely than not."""

from msgspec import Struct

from dateline.annotated import Token
from dateline.languages.given import given_names
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.speech.cues import Discourse
from dateline.values import Person, Span, Statement

ON = 0.8
"""What a speaker is worth who is taken to speak on, though the pronoun was linked to another."""
JUST_SPOKEN = "the pronoun may also be the one who spoke right before"
SPOKE_BEFORE = "the pronoun is taken for whoever spoke right before"
PRONOUNS = frozenset({"he", "she"})


class Speaker(Struct, frozen=True):
    """The fact behind a source phrase (or none), a factor for confidence, and what is doubtful about it."""

    fact: Fact | None
    trust: float = 1.0
    reason: str | None = None


def name_of(record: Record, fact: Fact | None) -> str:
    """What a person, body or place is called."""
    return str(getattr(fact.value, "name", "")) if fact is not None else ""


def speaks_on(
    record: Record, discourse: Discourse, head: Token, found: Speaker | None, before: Fact | None
) -> Speaker | None:
    """Whoever spoke in the sentence before, where a pronoun in the next was linked to somebody else or to nobody.

    Where the one before is known and may be meant, it is that one; where nobody knows who that is, it stays open.
    """
    value = before.value if before is not None else None
    if head.lower not in PRONOUNS or before is None or not isinstance(value, Statement):
        return None
    linked = found.fact if found is not None else None
    source = value.speaker_span
    if source is None or (linked and value.speaker == linked.id) or not _is_next(discourse, before, source, head):
        return None
    if (earlier := record.get(value.speaker)) is None:
        return Speaker(None, 0.9, JUST_SPOKEN) if linked and _is_named(discourse, source) else None
    if isinstance(earlier.value, Person) and _may_be(discourse, earlier.value, head):
        return Speaker(earlier, ON, f'"{head.text}" may also be {name_of(record, linked)}' if linked else SPOKE_BEFORE)
    return None


def _is_next(discourse: Discourse, before: Fact, source: Span, head: Token) -> bool:
    """Whether a pronoun begins the sentence behind that of a statement, in the same paragraph, outside its words."""
    first = discourse.annotation.token_at(source.start)
    end = max(span.end for span in before.spans)
    if first is None or end > head.start or head.block - first.block > 1:
        return False
    if any(name.label == "person" for name in discourse.annotation.names_in(Span(end, head.start))):
        return False
    between = discourse.tokens[first.i : head.i]
    return len({token.sentence for token in between} | {head.sentence}) <= 2


def _may_be(discourse: Discourse, person: Person, pronoun: Token) -> bool:
    """Whether nothing in a person's given name contradicts a pronoun."""
    words = discourse.annotation.words
    told = next((sex for sex, each in words.roles.pronouns.items() if pronoun.lower in each), None)
    return given_names(words.language.code).gender(person.name.split()[0]) in (told, None)


def _is_named(discourse: Discourse, source: Span) -> bool:
    tokens = discourse.annotation.tokens_in(source)
    return bool(tokens) and tokens[0].pos == "PROPN"
