"""Moments: when things happened, as TIMEX3 values and as intervals of the calendar."""

from collections.abc import Generator, Iterator
from datetime import date, datetime

from msgspec.structs import replace

from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.times import timex
from dateline.understanding.times.foreign_dates import foreign_date
from dateline.understanding.times.missing_year import year_guess
from dateline.understanding.times.story_clock import StoryClock
from dateline.understanding.times.telling import Telling, moment_of
from dateline.understanding.times.tense import BACK, OPEN
from dateline.understanding.times.time_contexts import span_of
from dateline.understanding.times.time_expression import Expression
from dateline.understanding.times.time_forms import Found, forms, plain
from dateline.understanding.times.time_lexicon import Lexicon, lexicon
from dateline.understanding.times.time_readings import reading
from dateline.understanding.times.timex import Reading
from dateline.understanding.times.told_times import Told, told_times
from dateline.understanding.times.year_clues import year_clues


def moments(record: Record) -> Iterator[Fact]:
    """Times that the story tells, resolved against the day it was written."""
    published = yield from _from_fields(record)
    times = told_times(record)
    clock = yield from _from_dateline(record, times, published)
    yield from Telling(record, clock or published or StoryClock(), times).facts()


def _from_fields(record: Record) -> Generator[Fact, None, StoryClock | None]:
    """Yields the moments of publication and of updating; returns the clock of the first."""
    clock = None
    for name in ("published", "updated"):
        field = record.article.field(name)
        found = _of_field(field.value, record.annotation.words.language.code) if field else None
        if field and found and found.earliest:
            fact = record.fact(moment_of(found, None), confidence=found.confidence, field=field.path)
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
    ) or foreign_date(record)
    if told is None:
        return None
    words = lexicon(record.annotation.words.language.code)
    day = published.day if published else None
    found = reading(Expression(words, told.found, day, None, BACK))
    if found is None:
        return None
    times[:] = [other for other in times if not _overlap(other, told)]
    if found.precision == "month":
        return None  # a 30 February: no day that a story can be written on
    because = (published.fact,) if published and published.fact and found.counted else ()
    if found.earliest is None:
        found = _with_guessed_year(record, times, told.found, found, words)
    elif because:
        year = found.earliest[:4]
        found = replace(found, reason=found.reason or f"no year in the dateline; {year} is the one of publication")
    fact = record.fact(
        moment_of(found, because[0] if because else None),
        span_of(told.found),
        confidence=found.confidence,
        because=because,
        reason=found.reason,
    )
    yield fact
    start = date.fromisoformat(found.earliest) if found.earliest else None
    return StoryClock(start, fact.id, found.confidence) if start else None


def _overlap(first: Told, second: Told) -> bool:
    return first.found.start < second.found.end and second.found.start < first.found.end


def _with_guessed_year(record: Record, times: list[Told], dateline: Found, found: Reading, words: Lexicon) -> Reading:
    expression = Expression(words, dateline, None, None, BACK)
    month, number = expression.month(), expression.number("day")
    guess = year_guess(month, number, year_clues(record, times, dateline, words))
    day = timex.real_day(guess.year, month, number) if guess.year else None
    return replace(timex.day(day) if day else found, confidence=guess.confidence, reason=guess.reason)
