"""Whether an event is news or background: how long before the story's day it lies."""

from datetime import date

from dateline.annotated import Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts import clauses
from dateline.understanding.acts.circumstances import Circumstances
from dateline.values import Dateline, Moment, Publication

LONG_AGO = 365
"""Days before the story's day from which on an event is history."""


class History:
    """Tells history from news by an event's own moment, or by the one its paragraph has just spoken of."""

    def __init__(self, record: Record, around: Circumstances) -> None:
        self.annotation = record.annotation
        self.today = story_day(record)
        self._told = sorted(
            ((at.head.i, at.fact) for near in around.moments.values() for at in near if self._sets_the_scene(at.head)),
            key=lambda told: told[0],
        )

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


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat((words or "")[:10])
    except ValueError:
        return None
