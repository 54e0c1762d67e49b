"""What a story and its page say that may tell the year of a dateline without one."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from dateline.record import Record
from dateline.understanding.times import timex
from dateline.understanding.times.missing_year import Clues, Named, Pair, Weekday
from dateline.understanding.times.tense import BACK, OPEN, direction
from dateline.understanding.times.time_contexts import span_of
from dateline.understanding.times.time_expression import Expression
from dateline.understanding.times.time_forms import Found
from dateline.understanding.times.time_lexicon import Lexicon
from dateline.understanding.times.time_readings import reading
from dateline.understanding.times.told_times import CLOCKS, Told

LEAD_PARAGRAPHS = 3
"""Paragraphs in which the lead's weekday is looked for."""

_VAGUE = ("decade", "century")
_ADDRESS_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:/(\d\d?)(?:/(\d\d?))?|-(\d\d)-(\d\d)|(\d\d)(\d\d))(?=/|$|[-_.?](?!\d))"
)
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)) {0,2}(?:\d{4} ?[-–] ?)?((?:19|20)\d\d)(?!\d)")


def year_clues(record: Record, times: Iterable[Told], dateline: Found, words: Lexicon) -> Clues:
    """The clues of a record to the year of its dateline; `times` are the others that the text tells."""
    told, ends = list(times), _ends(record)
    return Clues(
        named=tuple(dict.fromkeys(each for time in told if (each := _named(record, time.found, words)))),
        stamps=tuple(_stamps(record)),
        lead=_lead(record, told, words),
        pairs=tuple(_pairs(record, [dateline, *(time.found for time in told)], words)),
        limit=timex.days_away(min(ends), 1) if ends else None,  # zones differ by a day
    )


# ---- of the story


def _named(record: Record, found: Found, words: Lexicon) -> Named | None:
    """A time told with its year. A fiscal year begins before its number, so that its tense tells little."""
    if found.form in _VAGUE or not ("year" in found or "short" in found):
        return None
    read = reading(Expression(words, found, None, None, OPEN))
    if read is None or not read.earliest or not read.latest:
        return None
    way = OPEN if "kind" in found else direction(record.annotation, span_of(found))
    first, last = (date.fromisoformat(end[:10]) for end in (read.earliest, read.latest))
    return Named(first, last, way, " ".join(record.words(span_of(found)).split()))


def _lead(record: Record, told: list[Told], words: Lexicon) -> Weekday | None:
    """The first weekday, without a date beside it, that the first paragraphs tell in the past tense."""
    lead = {id(block) for block in record.article.blocks_of("paragraph")[:LEAD_PARAGRAPHS]}
    for time in told:
        found = time.found
        alone = "weekday" in found and not any(part in found for part in ("rel", "mod", "month"))
        leads = found.form in ("weekday", *CLOCKS) and id(record.article.blocks[time.block]) in lead
        if alone and leads and direction(record.annotation, span_of(found)) == BACK:
            return Weekday(*_weekday(words, found))
    return None


def _pairs(record: Record, told: list[Found], words: Lexicon) -> Iterator[Pair]:
    for found in told:
        if all(part in found for part in ("weekday", "month", "day")) and "year" not in found and "rel" not in found:
            expression = Expression(words, found, None, None, OPEN)
            way = direction(record.annotation, span_of(found)) if found is not told[0] else OPEN
            number, name = _weekday(words, found)
            yield Pair(number, expression.month(), expression.number("day"), way, name)


def _weekday(words: Lexicon, found: Found) -> tuple[int, str]:
    """The weekday's number and its full name, which stands first among its names."""
    number = words.weekdays[found["weekday"].rstrip(".")]
    return number, next(name for name, each in words.weekdays.items() if each == number).capitalize()


# ---- of the page


def _ends(record: Record) -> list[date]:
    """Days after which the story cannot have been written: its page was fetched, or changed."""
    updated = record.article.field("updated")
    told = (record.article.source.fetched, updated.value if updated else None)
    return [day for each in told if each and (day := _day(each))]


def _stamps(record: Record) -> Iterator[Named]:
    updated, url = record.article.field("updated"), record.article.field("url")
    if updated and (day := _day(updated.value)):
        yield Named(day, day, OPEN, f"{day.isoformat()} as the day of its update")
    addresses = (url.value if url else None, record.article.source.location)
    yield from [stamp for address in addresses if address and (stamp := _of_address(address))][:1]
    if years := [int(match[1]) for match in _COPYRIGHT.finditer(record.text)]:
        year = max(years)
        yield Named(date(year, 1, 1), date(year, 12, 31), OPEN, f"a copyright line of {year}")


def _of_address(address: str) -> Named | None:
    """The day, or the month, in an address: ".../2014/03/14/...", ".../2014-03-14-...", ".../20140314/..."."""
    for match in _ADDRESS_DAY.finditer(address) if "://" in address else ():
        year, number, *rest = (int(each) for each in match.groups() if each)
        day = timex.real_day(year, number, rest[0] if rest else 1)
        if day is not None:
            last = day if rest else timex.days_away(date(*timex.shifted_month(day, 1), 1), -1)
            return Named(day, last, OPEN, f"{match[0]} in its address")
    return None


def _day(words: str) -> date | None:
    try:
        return datetime.fromisoformat(words.strip()).date()
    except ValueError:
        return None
