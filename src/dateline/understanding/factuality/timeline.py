"""Whether something is news, background or still to come: where it lies from the story's day."""

from datetime import date

from dateline.annotated import Token
from dateline.model import Fact, Status
from dateline.record import Record
from dateline.understanding.acts.setting.circumstances import Circumstances
from dateline.understanding.acts.wording import clauses
from dateline.understanding.factuality.clause_shapes import is_present_perfect
from dateline.values import Dateline, Moment, Publication

LONG_AGO = 365
"""Days before the story's day from which on an event is history."""


class Timeline:
    """Tells history and what is to come from news by a deed's own moment, or by the one just spoken of."""

    def __init__(self, record: Record, around: Circumstances) -> None:
        self.annotation = record.annotation
        self.today = story_day(record)
        self._told = sorted(
            ((at.head.i, at.fact) for near in around.moments.values() for at in near if self._sets_the_scene(at.head)),
            key=lambda told: told[0],
        )

    def placed(self, status: Status, token: Token, carrier: Token | None, when: Fact | None) -> Status:
        """A plain fact's status by its time: long ago it is historical, in the present of a day to come planned.

        What "has been attacked since 1988" reaches up to the story's day.
        """
        if status != "asserted":
            return status
        if self.is_past(token, when) and not is_present_perfect(self.annotation, carrier or token):
            return "historical"
        return "planned" if self.is_to_come(carrier or token, when) else status

    def is_to_come(self, token: Token, when: Fact | None) -> bool:
        """ "Meets on Friday", "talks on Friday": a day after the story's, and no past tense."""
        first = _first_day(when)
        if self.today is None or first is None or first <= self.today:
            return False
        helpers = self.annotation.children(token, "aux", "auxpass")
        return token.tag in ("VBZ", "VBP", "NN", "NNS") or any(word.tag in ("VBZ", "VBP") for word in helpers)

    def is_past(self, token: Token, when: Fact | None) -> bool:
        """Whether the event of this trigger lies more than a year before the story's day."""
        moment = when or self._before(token)
        last = _last_day(moment)
        return self.today is not None and last is not None and (self.today - last).days > LONG_AGO

    def _sets_the_scene(self, token: Token) -> bool:
        """Moments of main clauses reach the sentences after them; those inside a relative clause do not."""
        verb = clauses.clause(self.annotation, token)
        return verb.head == verb.i or verb.dep in ("advcl", "conj")

    def _before(self, token: Token) -> Fact | None:
        if token.pos == "VERB" and token.tag not in ("VBD", "VBN", "VBG"):
            return None
        found = None
        for at, fact in self._told:
            told = self.annotation.tokens[at]
            if at < token.i and told.block == token.block and token.sentence - told.sentence <= 1:
                found = fact
        return found


def story_day(record: Record) -> date | None:
    """The day the story was written: its dateline's, else its publication's."""
    for fact in record.of("dateline"):
        if isinstance(fact.value, Dateline) and (day := _last_day(record.get(fact.value.date))):
            return day
    for fact in record.of("publication"):
        if isinstance(fact.value, Publication) and (day := _last_day(record.get(fact.value.published))):
            return day
    published = record.article.field("published")
    return _day(published.value) if published else None


def _last_day(fact: Fact | None) -> date | None:
    return _day(fact.value.latest) if fact is not None and isinstance(fact.value, Moment) else None


def _first_day(fact: Fact | None) -> date | None:
    return _day(fact.value.earliest) if fact is not None and isinstance(fact.value, Moment) else None


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat((words or "")[:10])
    except ValueError:
        return None
