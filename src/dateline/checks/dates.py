"""Dates that do not fit: a weekday beside the wrong date, a dateline without a year, a past that is yet to come."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from dateline.languages import available, load
from dateline.model import Fact, Finding
from dateline.record import Record
from dateline.values import Dateline, Moment, Publication, Span

_OPEN_YEAR = "XXXX"


def weekday_and_date(record: Record) -> Iterator[Finding]:
    """A weekday that stands with a date on which it did not fall."""
    for fact, value in _moments(record):
        day = _day(value)
        if day is None or not fact.spans:
            continue
        named = _weekday_in(record, fact.spans[0])
        if named is not None and named[0] != day.weekday():
            told = f"{day.day} {_names(record)[0][day.month - 1]} {day.year}"
            message = f"{told} was a {_names(record)[1][day.weekday()]}, not a {_names(record)[1][named[0]]}"
            yield record.report("weekday_and_date", "warning", message, fact.spans[0], facts=(fact.id,))


def dateline_year(record: Record) -> Iterator[Finding]:
    """A dateline that gives no year, and how the year was chosen."""
    for fact in record.of("dateline"):
        date_fact = record.get(fact.value.date) if isinstance(fact.value, Dateline) else None
        if date_fact is None or not date_fact.spans or not isinstance(date_fact.value, Moment):
            continue
        year = (date_fact.value.timex or "")[:4]
        if date_fact.value.precision != "day" or _says_year(record.words(date_fact.spans[0]), year):
            continue
        chosen = "its year stays open" if year == _OPEN_YEAR else f"{year} was chosen"
        why = (date_fact.reason or "").partition("; ")[2]  # the first words say that there is none
        message = f"the dateline gives no year; {why or chosen}"
        yield record.report("dateline_year", "note", message, date_fact.spans[0], facts=(date_fact.id,))


def future_date(record: Record) -> Iterator[Finding]:
    """A dateline dated after the day of publication."""
    for publication in record.of("publication"):
        value = publication.value
        published = record.get(value.published) if isinstance(value, Publication) else None
        known = _day(published.value) if published and isinstance(published.value, Moment) else None
        for fact in record.of("dateline") if known else ():
            written = record.get(fact.value.date) if isinstance(fact.value, Dateline) else None
            day = _day(written.value) if written and isinstance(written.value, Moment) else None
            if written and known and day and (day - known).days > 1:
                message = f"the dateline's {day.isoformat()} lies after the day of publication, {known.isoformat()}"
                yield record.report("future_date", "warning", message, *written.spans, facts=(written.id,))


def _moments(record: Record) -> Iterator[tuple[Fact, Moment]]:
    for fact in record.of("moment"):
        if isinstance(fact.value, Moment):
            yield fact, fact.value


def _day(value: Moment) -> date | None:
    """The day that is meant, where it is one day of a known year."""
    if value.type not in ("DATE", "TIME"):
        return None
    try:
        return date.fromisoformat((value.timex or "").partition("T")[0])
    except ValueError:
        return None


def _says_year(words: str, year: str) -> bool:
    """Whether the words hold the year, in four digits or two."""
    return year in words or re.search(rf"\D{year[2:]}\s*$", words) is not None


def _language(record: Record) -> str:
    return record.article.language if record.article.language in available() else "en"


def _names(record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Months and weekdays as a message spells them."""
    words = load(_language(record)).moments
    return tuple(m[0].capitalize() for m in words.months), tuple(d[0].capitalize() for d in words.weekdays)


@cache
def _weekday_words(language: str) -> re.Pattern[str]:
    names = [name for names in load(language).moments.weekdays for name in names]
    months = [name for names in load(language).moments.months for name in names]
    return re.compile(rf"\b({'|'.join(names)})\b(?=.*(?:\d|{'|'.join(months)}))", re.IGNORECASE | re.DOTALL)


def _weekday_in(record: Record, span: Span) -> tuple[int, str] | None:
    """The weekday that stands before a date within the span; a weekday alone is none, since it told the date."""
    language = _language(record)
    match = _weekday_words(language).search(record.words(span))
    if match is None or not re.search(r"\d", record.words(span)):
        return None
    names = load(language).moments.weekdays
    return next((i, name) for i, row in enumerate(names) for name in row if name == match[1].lower())
