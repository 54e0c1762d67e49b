"""Dates that do not fit: a weekday beside the wrong date, a day or an hour that there is none of, a range that ends
before it begins, a dateline without a year, a past that is yet to come.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from dateline.languages import available, load
from dateline.model import Fact, Finding
from dateline.record import Record
from dateline.values import Dateline, Moment, Publication, Span

_OPEN_YEAR = "XXXX"
_MORNING = 6
"""The hour until which a night goes on."""


def weekday_and_date(record: Record) -> Iterator[Finding]:
    """A weekday that stands with a date on which it did not fall."""
    for fact, value in _moments(record):
        day = _day(value)
        if day is None or not fact.spans:
            continue
        named = _weekday_in(record, fact.spans[0])
        if named is not None and named[0] != day.weekday() and not _is_small_hours(value, day, named[0]):
            told = f"{day.day} {_names(record)[0][day.month - 1]} {day.year}"
            message = f"{told} was a {_names(record)[1][day.weekday()]}, not a {_names(record)[1][named[0]]}"
            yield record.report("weekday_and_date", "warning", message, fact.spans[0], facts=(fact.id,))


def contradictory_time(record: Record) -> Iterator[Finding]:
    """A time whose words contradict each other: a day or an hour that does not exist, a range that runs backwards."""
    for fact, value in _moments(record):
        words = record.words(fact.spans[0]).lower() if fact.spans else ""
        message = _no_such_day(record, value, words) or _no_such_hour(record, words)
        message = message or _backwards(value, words) or _wrong_part(record, value, words)
        if message:
            yield record.report("contradictory_time", "warning", message, fact.spans[0], facts=(fact.id,))


def _no_such_day(record: Record, value: Moment, words: str) -> str | None:
    """ "31 June": the moment keeps the month, and the words have a day that is not in it."""
    if value.precision != "month" or not re.fullmatch(r"\d{4}-\d\d", value.timex or ""):
        return None
    year, month = (int(part) for part in (value.timex or "").split("-"))
    last = monthrange(year, month)[1]
    day = next((int(number) for number in re.findall(r"(?<!\d)\d\d(?!\d)", words)), 0)
    return f"{_names(record)[0][month - 1]} {year} has {last} days and no {day}" if last < day <= 31 else None


def _no_such_hour(record: Record, words: str) -> str | None:
    """ "14 a.m.": an hour of the clock of 24 hours with letters of the one of 12."""
    match = _hour_words(_language(record)).search(words)
    return f'"{match[0]}": a clock with these letters has twelve hours' if match else None


@cache
def _hour_words(language: str) -> re.Pattern[str]:
    moments = load(language).moments
    return re.compile(
        rf"(?<![\d:.])(?:1[3-9]|2[0-3])(?:[:.]\d\d)?\s?(?:{_any((*moments.before_noon, *moments.after_noon))})"
    )


def _backwards(value: Moment, words: str) -> str | None:
    """ "From 7 to 3 May": the words name the later end first."""
    first, joint, last = (value.timex or "").partition("/")
    if not joint or not first[:4].isdigit() or not last[:4].isdigit():
        return None
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    ends = [int(end[-2:] if len(end) == 10 else end) for end in (first, last) if len(end) in (4, 10)]
    reversed_ = len(ends) == 2 and len(numbers) > 1 and numbers[:1] == ends[1:] and ends[0] in numbers[1:]
    same_month = len(first) == 4 or first[:7] == last[:7]
    return f'"{words}": the range ends before it begins' if reversed_ and same_month and ends[0] != ends[1] else None


def _wrong_part(record: Record, value: Moment, words: str) -> str | None:
    """ "Monday night at 3 p.m.": the moment keeps both, and so lasts longer than its hour."""
    if value.type != "TIME" or value.precision not in ("hour", "minute") or not value.earliest or not value.latest:
        return None
    part = re.search(rf"\b(?:{_any(_flat(load(_language(record)).moments.parts.values()))})\b", words)
    lasts = value.earliest[:13] != value.latest[:13]
    return f'"{words}": that hour is not in the {part[0]}' if part and lasts else None


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: -len(word)))


def _flat(lists: Iterable[Iterable[str]]) -> Iterator[str]:
    for words in lists:
        yield from words


def _is_small_hours(value: Moment, day: date, weekday: int) -> bool:
    """ "Monday night at 2 a.m." is on Tuesday."""
    hour = (value.timex or "").partition("T")[2][:2]
    return value.type == "TIME" and hour.isdecimal() and int(hour) < _MORNING and (day.weekday() - weekday) % 7 == 1


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
