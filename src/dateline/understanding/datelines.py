"""Datelines: where, when and by which agency a story says it was written."""

import re
from collections.abc import Iterator

from dateline.model import Block, Fact
from dateline.record import Record
from dateline.understanding.identity.agencies import known_agency
from dateline.values import Dateline, Moment, Span

_ENCLOSED = re.compile(r"/\s*([^/\n]{2,60}?)\s*/|\(\s*([^()\n]{2,60}?)\s*\)")


def datelines(record: Record) -> Iterator[Fact]:
    """The place, the day and the agency that the story's first line names."""
    for block in record.article.blocks_of("dateline"):
        span = _trimmed(record, block)
        if span is not None:
            yield _dateline(record, span)


def _dateline(record: Record, span: Span) -> Fact:
    place = _place(record, span)
    date = _date(record, span)
    agency = _agency(record, span)
    reasons = [
        *([] if place else ["the gazetteer does not know the place it opens with"]),
        *([date.reason] if date and date.reason else [] if date else ["the dateline gives no date"]),
    ]
    value = Dateline(
        place=place.id if place else None,
        date=date.id if date else None,
        agency=record.words(agency) if agency else None,
        raw=record.words(span),
    )
    confidence = min([0.97, *(fact.confidence for fact in (place, date) if fact)])
    return record.fact(value, span, confidence=confidence, reason="; ".join(reasons) or None)


def _place(record: Record, span: Span) -> Fact | None:
    """The place that the dateline opens with: a state behind a town nobody knows is not where it was written."""
    particles = record.annotation.words.furniture.place_particles
    for fact in record.everyone(span, "place")[:1]:
        for mention in getattr(fact.value, "mentions", ()):
            before = record.text[span.start : mention.start].lower().split() if mention.start < span.end else [""]
            if mention.start >= span.start and all(word in particles for word in before):
                return fact
    return None


def _trimmed(record: Record, block: Block) -> Span | None:
    words = record.text[block.start : block.end]
    start = block.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip() else None


def _date(record: Record, span: Span) -> Fact | None:
    """The first moment in the dateline that is a day, or a time of one."""
    for fact in record.of("moment"):
        value = fact.value
        inside = any(span.start <= start and end <= span.end for start, end in fact.spans)
        if inside and isinstance(value, Moment) and value.type in ("DATE", "TIME"):
            return fact
    return None


def _agency(record: Record, span: Span) -> Span | None:
    """Within slashes or brackets, the last that hold no place; else a known name."""
    code = record.annotation.words.language.code
    enclosed = [Span(*match.span(match.lastindex or 0)) for match in _ENCLOSED.finditer(record.text, *span)]
    for part in reversed(enclosed):
        known = known_agency(record.text, part, code)
        if known and any(word.islower() for word in record.words(part).split()):
            return known  # "(Jane Doe for Reuters)"
        if known or not _is_place(record, part):
            return part
    return known_agency(record.text, span, code)


def _is_place(record: Record, part: Span) -> bool:
    return any(
        mention.start == part.start and mention.end == part.end
        for fact in record.everyone(part, "place")
        for mention in getattr(fact.value, "mentions", ())
    )
