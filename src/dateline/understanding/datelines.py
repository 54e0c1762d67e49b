"""Datelines: where, when and by which agency a story says it was written."""

import re
from collections.abc import Iterator

from dateline.model import Block, Fact
from dateline.record import Record
from dateline.understanding.identity.agencies import known_agency
from dateline.values import Dateline, Moment, Place, Span

_ENCLOSING = re.compile(r"[(/]")
_ENCLOSED = re.compile(r"/\s*([^/\n]{2,60}?)\s*/|\(\s*([^()\n]{2,60}?)\s*\)")


def datelines(record: Record) -> Iterator[Fact]:
    """The place, the day and the agency that the story's first line names.

    Where it names no day, a line that holds nothing but a day gives it.
    """
    spans = [span for block in record.article.blocks_of("dateline") if (span := _trimmed(record, block))]
    days = [span for span in spans if not _place(record, span) and not _agency(record, span)]
    lines = [span for span in spans if span not in days] or days[:1]
    for span in lines:
        yield _dateline(record, span, days)


def _dateline(record: Record, span: Span, days: list[Span]) -> Fact:
    """The dateline in a span. `days` are lines that hold nothing but a day."""
    place, agency = _place(record, span), _agency(record, span)
    dated = next((each for each in (span, *days) if _date(record, each)), span)
    date = _date(record, dated)
    reasons = [_about_place(record, span, place), date.reason if date else _without_date(record, span)]
    value = Dateline(
        place=place.id if place else None,
        date=date.id if date else None,
        agency=record.words(agency) if agency else None,
        raw=record.words(span),
    )
    confidence = min([0.97, *(fact.confidence for fact in (place, date) if fact)])
    spans = dict.fromkeys((span, dated))
    return record.fact(value, *spans, confidence=confidence, reason="; ".join(filter(None, reasons)) or None)


def _without_date(record: Record, span: Span) -> str:
    """Nothing is said of a day, or it was not understood: another language's months."""
    numbered = any(map(str.isdigit, record.words(span)))
    return "the day in the dateline could not be read" if numbered else "the dateline gives no date"


def _place(record: Record, span: Span) -> Fact | None:
    """The first place that the dateline names, unless a bracket or a slash opens before it: there stands an agency."""
    for fact in record.everyone(span, "place")[:1]:
        before = _before(record, span, fact)
        if _names_no_town(record, before) or not _ENCLOSING.search(before):
            return fact
    return None


def _before(record: Record, span: Span, place: Fact) -> str:
    """The words of the dateline before its place."""
    starts = [mention.start for mention in getattr(place.value, "mentions", ()) if mention.start >= span.start]
    return record.text[span.start : min(starts)].casefold()


def _names_no_town(record: Record, words: str) -> bool:
    return " ".join(words.split()).startswith(record.annotation.words.furniture.no_places)


def _about_place(record: Record, span: Span, place: Fact | None) -> str | None:
    """What is doubtful about the place, in a sentence."""
    if place is None:
        no_town = _names_no_town(record, record.words(span).casefold())
        return "the dateline says that there is no town" if no_town else "the dateline names no place"
    before = _before(record, span, place).split()
    if _names_no_town(record, " ".join(before)):
        return "the dateline names no town, but the country"
    if before and before[-1] in record.annotation.words.furniture.place_approaches:
        return "it was written not in this place but close to it"
    if isinstance(place.value, Place) and place.value.precision == "unresolved":
        return f"the gazetteer does not know {place.value.name}"
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
    named = known_agency(record.text, span, code)
    return named if named and not _is_in_place(record, named) else None


def _is_in_place(record: Record, part: Span) -> bool:
    """ "STATE COLLEGE, PA." names no agency."""
    return any(
        mention.start <= part.start and part.end <= mention.end + 1
        for fact in record.of("place")
        for mention in getattr(fact.value, "mentions", ())
    )


def _is_place(record: Record, part: Span) -> bool:
    return any(
        mention.start == part.start and mention.end == part.end
        for fact in record.everyone(part, "place")
        for mention in getattr(fact.value, "mentions", ())
    )
