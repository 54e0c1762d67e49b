"""Moments: when things happened, as TIMEX3 values and as intervals of the calendar."""

from collections.abc import Generator, Iterator
from datetime import date, datetime

from msgspec.structs import replace

from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.times import timex
from dateline.understanding.times.missing_year import year_guess
from dateline.understanding.times.story_clock import StoryClock
from dateline.understanding.times.tense import BACK, OPEN, direction
from dateline.understanding.times.time_contexts import span_of
from dateline.understanding.times.time_expression import Expression
from dateline.understanding.times.time_forms import Found, forms, plain
from dateline.understanding.times.time_lexicon import Lexicon, lexicon
from dateline.understanding.times.time_readings import reading
from dateline.understanding.times.timex import Reading
from dateline.understanding.times.told_times import CLOCKS, Told, told_times
from dateline.understanding.times.year_clues import year_clues
from dateline.values import Moment

_TENSED = ("date", "days", "months", "alone", "quarter", "weekday", "weekdays", "weekend", *CLOCKS, "ago", "relative")


def moments(record: Record) -> Iterator[Fact]:
    """Times that the story tells, resolved against the day it was written."""
    published = yield from _from_fields(record)
    times = told_times(record)
    clock = yield from _from_dateline(record, times, published)
    yield from _Telling(record, clock or published or StoryClock()).facts(times)


def _from_fields(record: Record) -> Generator[Fact, None, StoryClock | None]:
    """Yields the moments of publication and of updating; returns the clock of the first."""
    clock = None
    for name in ("published", "updated"):
        field = record.article.field(name)
        found = _of_field(field.value, record.annotation.words.language.code) if field else None
        if field and found and found.earliest:
            fact = record.fact(_moment(found, None), confidence=found.confidence, field=field.path)
            yield fact
            if name == "published":
                clock = StoryClock(date.fromisoformat(found.earliest[:10]), fact.id)
    return clock


def _of_field(value: str, language: str) -> Reading | None:
    """A moment of markup: ISO 8601, or a full date in words."""
    try:
        when = datetime.fromisoformat(value.strip())
    except ValueError:
        small = plain(value)
        found = forms(language).find(small, 0, len(small))
        read = (reading(Expression(lexicon(language), each, None, None, OPEN)) for each in found)
        return next((each for each in read if each and each.earliest and each.precision == "day"), None)
    if len(value.strip()) <= 10:
        return replace(timex.day(when.date()), confidence=0.99)
    exact = when.isoformat(timespec="minutes").replace("+00:00", "Z")
    return Reading(type="TIME", timex=exact, earliest=exact, latest=exact, precision="minute", confidence=0.99)


# ---- the dateline


def _from_dateline(
    record: Record, times: list[Told], published: StoryClock | None
) -> Generator[Fact, None, StoryClock | None]:
    """Yields the dateline's date and takes it off the list; returns its clock."""
    blocks = record.article.blocks
    told = next(
        (t for t in times if blocks[t.block].role == "dateline" and t.found.form in ("date", "iso", "slashes")), None
    )
    if told is None:
        return None
    words = lexicon(record.annotation.words.language.code)
    day = published.day if published else None
    found = reading(Expression(words, told.found, day, None, BACK))
    if found is None:
        return None
    times.remove(told)
    because = (published.fact,) if published and published.fact and found.counted else ()
    if found.earliest is None:
        found = _with_guessed_year(record, times, told.found, found, words)
    elif because:
        year = found.earliest[:4]
        found = replace(found, reason=found.reason or f"no year in the dateline; {year} is the one of publication")
    fact = record.fact(
        _moment(found, because[0] if because else None),
        span_of(told.found),
        confidence=found.confidence,
        because=because,
        reason=found.reason,
    )
    yield fact
    start = date.fromisoformat(found.earliest) if found.earliest else None
    return StoryClock(start, fact.id, found.confidence) if start else None


def _with_guessed_year(record: Record, times: list[Told], dateline: Found, found: Reading, words: Lexicon) -> Reading:
    expression = Expression(words, dateline, None, None, BACK)
    month, number = expression.month(), expression.number("day")
    guess = year_guess(month, number, year_clues(record, times, dateline, words))
    day = timex.real_day(guess.year, month, number) if guess.year else None
    return replace(timex.day(day) if day else found, confidence=guess.confidence, reason=guess.reason)


# ---- the rest


class _Telling:
    """Reads the expressions one after the other, since some count from the one before."""

    def __init__(self, record: Record, clock: StoryClock) -> None:
        self.record = record
        self.clock = clock
        self.words = lexicon(record.annotation.words.language.code)
        self.last: tuple[Told, Fact] | None = None

    def facts(self, times: list[Told]) -> Iterator[Fact]:
        """The moment of each expression that is a time."""
        for told in times:
            then = self._then(told)
            found = reading(
                Expression(self.words, told.found, self.clock.day, then[0] if then else None, self._way(told))
            )
            if found is None:
                continue
            fact = self._fact(told, found, then[1] if then else None)
            yield fact
            if found.earliest and found.type in ("DATE", "TIME") and "/" not in (found.timex or ""):
                self.last = (told, fact)

    def _fact(self, told: Told, found: Reading, then: str | None) -> Fact:
        anchor, confidence = None, found.confidence
        if found.counted == "story" and self.clock.fact:
            anchor, confidence = self.clock.fact, min(confidence, self.clock.confidence)
        elif found.counted == "reference":
            anchor = then
        return self.record.fact(_moment(found, anchor), span_of(told.found), confidence=confidence, reason=found.reason)

    def _way(self, told: Told) -> int:
        return direction(self.record.annotation, span_of(told.found)) if told.found.form in _TENSED else OPEN

    def _then(self, told: Told) -> tuple[Moment, str] | None:
        """The moment told in this sentence or the one before."""
        if self.last is None:
            return None
        before, fact = self.last
        moment = fact.value
        near = 0 if told.found.form in CLOCKS else 1
        if before.block != told.block or told.sentence - before.sentence > near or not isinstance(moment, Moment):
            return None
        return moment, fact.id


def _moment(found: Reading, anchor: str | None) -> Moment:
    return Moment(
        type=found.type,
        timex=found.timex,
        mod=found.mod,
        quant=found.quant,
        freq=found.freq,
        earliest=found.earliest,
        latest=found.latest,
        precision=found.precision,
        anchor=anchor,
    )
