"""When a feed may be asked again: by what it wishes itself, by what its server said, and ever less while it fails.

Sources: RFC 9110 and RFC 9111 (Retry-After, Cache-Control), RFC 6585 (429), the RSS 2.0 specification (ttl, skipHours,
skipDays), the RSS 1.0 syndication module.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from lxml import etree

from dateline.reading.wires.xml import found, name_of

DAY = 86_400
EVERY = 900.0
"""Seconds between two polls of a feed that has no wishes."""
SPREAD = 0.25
"""The share of a pause that chance may add, so that feeds which failed together are not asked together."""

_PERIODS = {"hourly": 3600, "daily": DAY, "weekly": 7 * DAY, "monthly": 30 * DAY, "yearly": 365 * DAY}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MAX_AGE = re.compile(r"\bmax-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


def after_failures(failures: int, every: float, chance: float) -> float:
    """Seconds to wait after so many failures in a row: twice as long each time, up to a day. `chance` is 0 to 1."""
    pause = every * 2.0 ** min(max(failures, 1) - 1, 20)
    return max(every, min(pause * (1 + SPREAD * chance), DAY))


def retry_after(told: str | None, now: float) -> int | None:
    """The seconds that a Retry-After header asks for, a day at most; None where it asks for none, or for nonsense."""
    words = (told or "").strip()
    if words.isdecimal() and words.isascii():
        return min(int(words[:9]), DAY)
    try:
        when = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max(0, round(when.timestamp() - now)), DAY)


def max_age(headers: Mapping[str, str]) -> int:
    """The seconds for which a server calls its answer fresh, a day at most; 0 where it does not say."""
    told = _MAX_AGE.search(headers.get("cache-control", ""))
    return min(int(told[1]), DAY) if told else 0


def wished_interval(root: etree._Element) -> int:
    """The seconds between two polls that a feed asks for, a day at most; 0 where it does not."""
    wishes = [60 * number for number in _numbers(root, "ttl")]
    for period in _words(root, "updatePeriod"):
        times = next(_numbers(root, "updateFrequency"), 1)
        wishes.append(_PERIODS.get(period.lower(), 0) // max(times, 1))
    return min(max(wishes, default=0), DAY)


def quiet_times(root: etree._Element) -> str:
    """The hours and days in which a feed asks not to be polled: "3 4 Sunday"; "" for none, or for always."""
    hours = {int(words) % 24 for words in _words(root, "skipHours", "hour") if re.fullmatch(r"[0-9]{1,2}", words)}
    days = [day for day in _DAYS if day in set(_words(root, "skipDays", "day"))]
    return " ".join([*map(str, sorted(hours)), *days]) if len(hours) < 24 and len(days) < 7 else ""


def out_of(quiet: str, due: float) -> float:
    """The first moment from `due` on that does not lie in a feed's quiet times."""
    skipped = set(quiet.split())
    when = datetime.fromtimestamp(due, UTC)
    while skipped & {str(when.hour), _DAYS[when.weekday()]}:
        when = when.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return when.timestamp()


def in_words(seconds: float) -> str:
    """A time to wait, as people say it: "90 seconds", "15 minutes", "2 hours"."""
    for size, unit in ((3600, "hours"), (60, "minutes")):
        if seconds > 2 * size:
            return f"{round(seconds / size)} {unit}"
    return f"{round(seconds)} second{'s' if round(seconds) != 1 else ''}"


def _words(root: etree._Element, *names: str) -> Iterator[str]:
    """The words of what a feed says of itself under these names."""
    channel = next((child for child in root if name_of(child) == "channel"), root)
    yield from ("".join(each.itertext()).strip() for each in found(channel, *names))


def _numbers(root: etree._Element, name: str) -> Iterator[int]:
    yield from (int(words) for words in _words(root, name) if re.fullmatch(r"[0-9]{1,6}", words))
