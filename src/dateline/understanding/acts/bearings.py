"""Where a fact stands among the others: whom it means, and in which event it happened."""

from collections.abc import Collection

from dateline.annotated import Token
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Event, Person, Span

NEAR = 4
"""A name that explains a noun stands within so many words behind it."""


HAPPENED = ("asserted", "historical")
"""Only what a story says did happen can have hurt those who are counted elsewhere."""


class Bearings:
    """The people and events of one record, looked up by place in the text."""

    def __init__(self, record: Record) -> None:
        self.record = record
        told = [(span, fact) for fact in record.of("event") for span in fact.spans]
        self.events = sorted(told, key=lambda at: at[0])
        """Each place that tells of an event, in the order of the text."""

    def whom(self, head: Token) -> Fact | None:
        """Whom a head means; for "the mayor's deputy, Ana Diaz" the name that stands beside it."""
        record = self.record
        found = [record.who(Span(t.start, t.end), "person", "organisation") for t in (head, *self._beside(head))]
        people = [fact for fact in found if fact is not None and isinstance(fact.value, Person)]
        return people[0] if people else next((fact for fact in found if fact is not None), None)

    def _beside(self, head: Token) -> list[Token]:
        """The name that follows a title or a relation, behind a comma or quotation marks."""
        annotation = self.record.annotation
        if head.tag != "NN":
            return []
        for token in annotation.tokens[head.i + 1 : min(head.i + NEAR, annotation.sentence(head).last)]:
            name = annotation.name_at(token)
            if name is not None and name.label == "person":
                return [annotation.tokens[name.last - 1]]
            if token.pos not in ("PUNCT", "PROPN"):
                break
        return []

    def event_of(
        self, harm: Span, types: Collection[str], weak: Collection[str] = ()
    ) -> tuple[Fact | None, str | None]:
        """The event that a harm belongs to, and why there is none or why it is doubtful.

        The harm word's own event, else the nearest of these types in its sentence, its paragraph, or the story's lead.
        An own event of a `weak` type ("died") gives way to one that hangs on the harm word ("died in the attack").
        """
        annotation = self.record.annotation
        token = annotation.token_at(harm.start)
        if token is None:
            return None, None
        fitting = [(span, fact) for span, fact in self.events if _type(fact) in types]
        own = [fact for span, fact in fitting if span.start < harm.end and harm.start < span.end]
        strong = [fact for fact in own if _type(fact) not in weak]
        below = {t.start for t in annotation.subtree(token)} if own and not strong else set()
        strong += [fact for span, fact in fitting if span.start in below and _type(fact) not in weak]
        if strong or own:
            return (strong or own)[0], None
        fitting = [(span, fact) for span, fact in fitting if fact.status in HAPPENED]
        sentence = annotation.sentence(token)
        block = self.record.article.blocks[token.block]
        for low, high in ((sentence.start, sentence.end), (block.start, sentence.start)):
            near = [
                (abs(span.start - harm.start), i) for i, (span, _) in enumerate(fitting) if low <= span.start < high
            ]
            if near:
                return fitting[min(near)[1]][1], None
        if fitting:
            return fitting[0][1], "no event is named in this paragraph; the story's first fitting event is taken"
        return None, "no event is named that could have had this effect"


def _type(fact: Fact) -> str:
    return fact.value.type if isinstance(fact.value, Event) else ""
