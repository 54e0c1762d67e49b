"""The events of a record as merging compares them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from dateline.merging.reports.counting import tolls_of
from dateline.merging.reports.report import Happening, Named, Toll
from dateline.merging.reports.sentences import Sentences
from dateline.merging.reports.spoken import spoken_of
from dateline.merging.words import stems, telling
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Event, Gist, Moment, Span

__all__ = ["happenings_of"]

_TELLINGS = 3
"""Sentences whose words are compared."""
_WORDS = 40
_SENTENCE = 400
"""Characters of the sentence that is quoted."""


def happenings_of(
    record: Record, names: Sequence[Named], sentences: Sentences, lead_end: int
) -> tuple[tuple[Happening, ...], tuple[Toll, ...]]:
    """The events of a record, and the counts that belong to none. `lead_end` is where its opening ends."""
    places = {named.fact: place for place, named in enumerate(names)}
    tolls = tolls_of(record, places, partial(spoken_of, record))
    why, days = _reasons(record), _days(record)
    found = tuple(
        _happening(record, fact, fact.value, places, tuple(tolls.pop(fact.id, ())), sentences, lead_end, why, days)
        for fact in record.of("event")
        if isinstance(fact.value, Event)
    )
    return found, tuple(toll for rest in tolls.values() for toll in rest)


def _happening(
    record: Record,
    fact: Fact,
    value: Event,
    places: Mapping[str, int],
    tolls: tuple[Toll, ...],
    sentences: Sentences,
    lead_end: int,
    why: Mapping[Span, str],
    days: Mapping[Span, str],
) -> Happening:
    when = record.get(value.when)
    moment = when.value if when and isinstance(when.value, Moment) else None
    spoken = spoken_of(record, fact)
    told = list(_tellings(fact, value, sentences))
    return Happening(
        fact=fact.id,
        scheme=value.scheme,
        type=value.type,
        modes=value.modes,
        contexts=value.contexts,
        cameo=value.cameo,
        status=fact.status,
        confidence=fact.confidence,
        reason=fact.reason,
        said_by=spoken.by,
        stance=spoken.stance,
        start=value.trigger.start,
        triggers=tuple(dict.fromkeys(s for span in (value.trigger, *fact.spans) for s in stems(record.words(span)))),
        lead=any(span.start < lead_end for span in (value.trigger, *fact.spans)),
        words=_words(record, told),
        sentence=record.words(told[0])[:_SENTENCE],
        earliest=moment.earliest if moment else None,
        latest=moment.latest if moment else None,
        time_precision=moment.precision if moment else None,
        timex=moment.timex if moment else None,
        days=tuple(dict.fromkeys(day for span, day in days.items() if any(_meet(span, telling) for telling in told))),
        places=_found(places, value.where),
        actors=_found(places, value.actors),
        recipients=_found(places, value.recipients),
        tolls=tolls,
        reasons=tuple(words for span, words in why.items() if any(_meet(span, telling) for telling in told)),
    )


def _tellings(fact: Fact, value: Event, sentences: Sentences) -> Iterator[Span]:
    """The sentences that tell of it, each once, that of the trigger first."""
    starts = (value.trigger.start, *(span.start for span in fact.spans))
    yield from dict.fromkeys(sentences.around(start) for start in starts)


def _words(record: Record, told: Sequence[Span]) -> tuple[str, ...]:
    language = record.article.language or "en"
    words = (word for span in told[:_TELLINGS] for word in telling(record.words(span), language))
    return tuple(dict.fromkeys(words))[:_WORDS]


def _found(places: Mapping[str, int], facts: Sequence[str]) -> tuple[int, ...]:
    return tuple(places[fact] for fact in facts if fact in places)


def _reasons(record: Record) -> dict[Span, str]:
    gists = (fact.value for fact in record.of("gist"))
    return {gist.why: record.words(gist.why) for gist in gists if isinstance(gist, Gist) and gist.why}


def _days(record: Record) -> dict[Span, str]:
    """The days that are named, as TIMEX3 values."""
    moments = ((fact, fact.value) for fact in record.of("moment") if fact.spans and isinstance(fact.value, Moment))
    return {fact.spans[0]: m.timex for fact, m in moments if m.timex and m.type == "DATE" and m.precision == "day"}


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
