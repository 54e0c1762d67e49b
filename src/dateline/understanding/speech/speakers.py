"""Whom the phrases around a verb of saying refer to: speaker, addressee, and when and where it was said."""

from collections.abc import Iterator

from msgspec import Struct

from dateline.annotated import Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.speech.cues import Attribution, Discourse
from dateline.values import Moment, Span, Statement

NO_SOURCE = "no person or organisation is named as the source"
UNKNOWN_SOURCE = "the source is nobody of whom the article tells more"
SPOKEN_FOR = "the source speaks for it and is not named"
SAME_PRONOUN = "the pronoun is taken for that of the statement before"
PLACE_SPEAKS = "a place stands for those who speak there"


class Speaker(Struct, frozen=True):
    """The fact behind a source phrase (or none), a factor for confidence, and what is doubtful about it."""

    fact: Fact | None
    trust: float = 1.0
    reason: str | None = None


def speaker_of(record: Record, discourse: Discourse, source: Span | None, before: Fact | None = None) -> Speaker:
    """The person or organisation that the head of a source phrase refers to; else whom a spokesman speaks for.

    A pronoun that refers to nobody is taken for the same pronoun of the statement `before`.
    """
    if source is None:
        return Speaker(None, 0.9, NO_SOURCE)
    heads = list(_heads(discourse, source))
    for head in heads:
        if fact := record.who(Span(head.start, head.end), "person", "organisation"):
            return Speaker(fact)
    for head in heads:
        if head.lemma in discourse.words.voices and (body := record.who(source, "organisation")):
            return Speaker(body, 0.8, SPOKEN_FOR)
        if head.pos == "PROPN" and (place := record.who(Span(head.start, head.end), "place")):
            return Speaker(place, 0.75, PLACE_SPEAKS)
    return _same_pronoun(record, heads, before) or Speaker(None, 0.9, UNKNOWN_SOURCE)


def _same_pronoun(record: Record, heads: list[Token], before: Fact | None) -> Speaker | None:
    """As in "he said" right after "he said": the same man, unless somebody was named in between."""
    value = before.value if before else None
    if before is None or len(heads) != 1 or heads[0].tag != "PRP" or not isinstance(value, Statement):
        return None
    earlier, fact = value.speaker_span, record.get(value.speaker)
    if earlier is None or fact is None or record.words(earlier).lower() != heads[0].lower:
        return None
    end = max(span.end for span in before.spans)
    named = record.everyone(Span(end, heads[0].start), "person") if end < heads[0].start else []
    return Speaker(fact, 0.85, SAME_PRONOUN) if all(other.id == fact.id for other in named) else None


def _heads(discourse: Discourse, source: Span) -> Iterator[Token]:
    """The word that carries a phrase, then those that stand in apposition to it."""
    tokens = discourse.annotation.tokens_in(source)
    inside = {token.i for token in tokens}
    head = next((token for token in tokens if token.head not in inside or token.head == token.i), None)
    if head is not None:
        yield head
        yield from (kid for kid in discourse.annotation.children(head, "appos") if kid.i in inside)


class Setting:
    """What stands in the sentence of a verb of saying and is neither its source nor what is said."""

    def __init__(self, record: Record, discourse: Discourse, found: Attribution, content: tuple[Span, ...]) -> None:
        self.record = record
        self.words = discourse.words
        self.tree = discourse.annotation
        self.found = found
        self.taken = (*content, *((found.source,) if found.source else ()))
        tokens = self.tree.tokens
        self.sentence = Span(tokens[found.stretch.first].start, tokens[found.stretch.last - 1].end)

    def _is_free(self, span: Span) -> bool:
        within = self.sentence.start <= span.start and span.end <= self.sentence.end
        return within and not any(t.start < span.end and span.start < t.end for t in self.taken)

    def addressee(self) -> str | None:
        """Who is told, where the article tells more of them."""
        verb = self.found.verb
        told = self.tree.children(verb, "dobj", "dative") if verb.lemma in self.words.addressed else []
        to = [kid for kid in self.tree.children(verb, "prep", "dative") if kid.lower in self.words.towards]
        for noun in (*told, *(noun for kid in to for noun in self.tree.children(kid, "pobj"))):
            if self._is_free(span := Span(noun.start, noun.end)):
                fact = self.record.who(span, "person", "organisation")
                return fact.id if fact else None
        return None

    def when(self) -> str | None:
        """The moment in the verb's own clause that stands nearest to it."""
        near: list[tuple[int, str]] = []
        for fact in self.record.of("moment"):
            if isinstance(fact.value, Moment) and fact.value.type in ("DATE", "TIME"):
                near += [(abs(s.start - self.found.cue.start), fact.id) for s in fact.spans if self._is_free(s)]
        return min(near)[1] if near else None

    def where(self) -> str | None:
        """The place in a phrase of place that hangs on the verb or on those who are told."""
        verb = self.found.verb
        hung = [verb, *self.tree.children(verb, "dobj", "dative", "prep")]
        hung += [noun for kid in hung[1:] for noun in self.tree.children(kid, "pobj")]
        for kid in (kid for word in hung for kid in self.tree.children(word, "prep")):
            if kid.lower in self.words.places and self._is_free(span := self.tree.phrase(kid)):
                for place in self.record.everyone(span, "place"):
                    return place.id
        return None
