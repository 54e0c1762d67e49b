"""Passages of history: a month without its year belongs to the year that the passage was just telling of.

"In 1997 the mine was closed. In June the pumps failed." is June 1997. That is a guess, for a story may come back to its
own day at any sentence, and so it is made only where the grammar is that of a tale: the year or month that sets the
scene governs the main clause of its sentence, in the past tense, and a year alone stands at its beginning; what is
moved stands at most two sentences further, or at the beginning of the next paragraph, in the past tense, and no time
between the two is counted from anything else.
"""

from datetime import date

from msgspec.structs import replace

from dateline.annotated import Annotation, Token
from dateline.model import Fact
from dateline.understanding.times import timex
from dateline.understanding.times.tense import BACK, direction, top_of
from dateline.understanding.times.time_contexts import span_of
from dateline.understanding.times.timex import Reading
from dateline.understanding.times.told_times import Told
from dateline.values import Moment

REACH = 2
"""Sentences after the one that sets the scene."""

NEWS = 31
"""Days before the story in which a month or a date is news, whatever the passage tells of."""

_SETTING = ("year", "month", "date")
_MOVED = ("alone", "date")
_YEARS = ("year", "short")
_GUESS = 0.6
_GAP = 9
"""Letters between a year and a month that belongs to it: "two years later, in March"."""

_BESIDE = ("ago", "pointing", "relative", "year")


class Passages:
    """Keeps the time that sets the scene of a passage, while it holds."""

    def __init__(self, annotation: Annotation, today: date | None) -> None:
        self.annotation = annotation
        self.today = today
        self._frame: tuple[Told, Fact] | None = None
        self._beside: tuple[Told, Fact] | None = None

    def remember(self, told: Told, fact: Fact) -> None:
        """A time that was told: it sets the scene, ends it, or leaves it as it is."""
        value = fact.value
        if not isinstance(value, Moment):
            return
        self._beside = (told, fact) if value.precision == "year" and told.found.form in _BESIDE else None
        if any(part in told.found for part in _YEARS) and told.found.form in _SETTING:
            self._frame = (told, fact) if self._sets_scene(told, value) else None
        elif self._frame and value.anchor == self._frame[1].id and told.found.form in (*_MOVED, "pointing"):
            self._frame = (told, fact)
        elif value.anchor is not None:
            self._frame = None  # the tale has gone on, or the story is back at its own day

    def current(self, told: Told) -> Fact | None:
        """The time that sets the scene for an expression."""
        if self._frame is None:
            return None
        setting, fact = self._frame
        near = told.sentence - setting.sentence <= (REACH if told.block == setting.block else 1)
        return fact if near else None

    def frame(self, told: Told, found: Reading, way: int) -> Fact | None:
        """The time that a month or a date is moved to, if it is to be moved."""
        if told.found.form not in _MOVED or any(part in told.found for part in (*_YEARS, "rel", "weekday")):
            return None
        if (year := self._year_beside(told)) and found.counted == "story" and found.earliest:
            moved = self._moved(found, year)
            return year if moved and moved.timex != found.timex else None
        fact = self.current(told)
        if fact is None or way != BACK or found.counted != "story" or not found.earliest or self._frame is None:
            return None
        if told.sentence == self._frame[0].sentence and not self._same_clause(told, self._frame[0]):
            return None
        if self.today is None or (self.today - date.fromisoformat(found.latest or found.earliest)).days <= NEWS:
            return None
        moved = self._moved(found, fact)
        earlier = moved is not None and (moved.latest or "") < found.earliest
        return fact if earlier else None

    def _year_beside(self, told: Told) -> Fact | None:
        """The year that stands right before a month: "two years later, in March"."""
        if self._beside is None:
            return None
        year, fact = self._beside
        near = 0 < told.found.start - year.found.end <= _GAP and told.sentence == year.sentence
        return fact if near else None

    def moved(self, told: Told, found: Reading, frame: Fact) -> Reading:
        """The reading in the year of the passage."""
        moved = self._moved(found, frame) or found
        setting = frame.value.timex if isinstance(frame.value, Moment) else None
        reason = f"taken as {moved.timex}, since the passage tells of {setting}; from the story's day: {found.timex}"
        return replace(moved, counted="reference", confidence=_GUESS, reason=reason, mod=found.mod)

    def _moved(self, found: Reading, frame: Fact) -> Reading | None:
        """The first such month or day from the beginning of the frame on."""
        value = frame.value
        if not isinstance(value, Moment) or not value.earliest or not found.earliest:
            return None
        begin, day = date.fromisoformat(value.earliest), date.fromisoformat(found.earliest)
        year = begin.year
        if value.precision != "year" and (day.month, day.day) < (begin.month, 1):
            year += 1
        if found.precision == "month":
            return timex.month(year, day.month)
        real = timex.real_day(year, day.month, day.day)
        return timex.day(real) if real and found.precision == "day" else None

    def _sets_scene(self, told: Told, value: Moment) -> bool:
        """Whether it governs the main clause of a sentence in the past tense, before the story's own year."""
        if self.today is None or value.earliest is None or int(value.earliest[:4]) >= self.today.year:
            return False
        if direction(self.annotation, span_of(told.found)) != BACK:
            return False
        top = self._top(told)
        verb = self._verb(top) if top else None
        if top is None or verb is None:
            return False
        return value.precision != "year" or self._leads(told)

    def _leads(self, told: Told) -> bool:
        """Whether it stands at the beginning of its sentence, but for a preposition."""
        token = self.annotation.token_at(told.found.start)
        return token is not None and token.i - self.annotation.sentence(token).first <= 1

    def _verb(self, top: Token) -> Token | None:
        """The main verb that the time hangs on, by way of prepositions only."""
        for token in self.annotation.ancestors(top):
            if token.pos in ("VERB", "AUX"):
                return token if token.dep in ("ROOT", "conj", "ccomp") else None
            if token.pos not in ("ADP", "SCONJ"):
                return None
        return None

    def _same_clause(self, told: Told, setting: Told) -> bool:
        """Whether both hang on one verb, or on two that are joined."""
        tops = [self._top(told), self._top(setting)]
        verbs = [self._verb(top) if top else None for top in tops]
        return all(verbs) and (verbs[0] == verbs[1] or (verbs[0] is not None and verbs[0].dep == "conj"))

    def _top(self, told: Told) -> Token | None:
        tokens = self.annotation.tokens_in(span_of(told.found))
        return top_of(tokens) if tokens else None
