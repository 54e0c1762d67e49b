"""Zones of the clock: how far an hour lies from Universal Time, where its zone is unmistakable.

The hours of standard and summer time stand in the language's pack. What is computed here is the summer time of the
United States, for names that leave it open ("10 a.m. ET"): from 1987 the first Sunday of April to the last of October,
from 2007 the second Sunday of March to the first of November, and always at two in the morning (15 U.S.C. 260a, as
amended by Public Laws 99-359 and 109-58). Turkey, Brazil and others changed their zones within living memory: their
names are in the pack only where the name itself tells the hours.
"""

import re
from datetime import date, timedelta

from dateline.understanding.times.time_lexicon import Lexicon

_FIRST_RULE, _SECOND_RULE = 1987, 2007
_SUNDAY = 6
_BRITISH_SUMMER = (4, 10)
"""Months in which "BST" can be British Summer Time; in the others it is none."""

_FIGURES = re.compile(r"(?:gmt|utc) ?([+-])(\d{1,2})(?::?(\d\d))?$")


def offset(words: Lexicon, zone: str, day: date | None) -> str:
    """The ISO 8601 offset of a zone on a day: "Z", "-05:00", or nothing where the zone does not tell one.

    >>> from dateline.understanding.times.time_lexicon import lexicon
    >>> offset(lexicon("en"), "et", date(2015, 7, 1))
    '-04:00'
    """
    if zone in words.universal_zones:
        return "Z"
    if figures := _FIGURES.match(zone):
        sign, hours, minutes = figures.groups()
        return f"{sign}{int(hours):02d}:{minutes or '00'}" if int(hours) <= 14 else ""
    if zone in words.zone_offsets:
        return words.zone_offsets[zone]
    if zone == "bst" and day is not None:
        return "+01:00" if _BRITISH_SUMMER[0] <= day.month <= _BRITISH_SUMMER[1] else ""
    hours_west = words.changing_zones.get(zone)
    if hours_west is None or day is None or day.year < _FIRST_RULE:
        return ""
    return f"{hours_west + american_summer(day):+03d}:00"


def american_summer(day: date) -> bool:
    """Whether the United States keep summer time on most of a day, from 1987."""
    if day.year >= _SECOND_RULE:
        begin, end = nth_weekday(day.year, 3, _SUNDAY, 2), nth_weekday(day.year, 11, _SUNDAY, 1)
    else:
        begin, end = nth_weekday(day.year, 4, _SUNDAY, 1), nth_weekday(day.year, 10, _SUNDAY, -1)
    return begin is not None and end is not None and begin <= day < end


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month (Monday is 0), or with -1 the last one; None where the month has none.

    >>> nth_weekday(2015, 11, 3, 4)
    datetime.date(2015, 11, 26)
    """
    if nth > 0:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        day = end - timedelta(days=(end.weekday() - weekday) % 7 + 7 * (-nth - 1))
    return day if day.month == month else None
