"""Where a fact stands among the others: who said it, and in which event it happened."""

from collections.abc import Collection

from dateline.model import Fact
from dateline.record import Record
from dateline.values import Event, Span, Statement


class Bearings:
    """The statements and events of one record, looked up by place in the text."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.statements = [(span, fact) for fact in record.of("statement") for span in _content(fact)]
        self.events = [(fact.value.trigger, fact) for fact in record.of("event") if isinstance(fact.value, Event)]

    def said_in(self, span: Span) -> Fact | None:
        """The innermost statement whose content covers the span."""
        around = [(s.end - s.start, i) for i, (s, _) in enumerate(self.statements) if s.start <= span.start < s.end]
        return self.statements[min(around)[1]][1] if around else None

    def event_of(self, harm: Span, types: Collection[str]) -> tuple[Fact | None, str | None]:
        """The event that a harm belongs to, and why there is none or why it is doubtful.

        The harm word's own event, else the nearest of these types in its sentence, its paragraph, or the story's lead.
        """
        annotation = self.record.annotation
        token = annotation.token_at(harm.start)
        if token is None:
            return None, None
        fitting = [(span, fact) for span, fact in self.events if _type(fact) in types]
        own = [fact for span, fact in fitting if span.start < harm.end and harm.start < span.end]
        if own:
            return own[0], None
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


def _content(fact: Fact) -> tuple[Span, ...]:
    return fact.value.content if isinstance(fact.value, Statement) else ()


def _type(fact: Fact) -> str:
    return fact.value.type if isinstance(fact.value, Event) else ""
