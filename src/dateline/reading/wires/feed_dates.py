"""The moments of feeds, in RFC 822's form with all that is made of it, or in ISO 8601's."""

import re
from datetime import datetime, timedelta, timezone

from dateline.reading.wires.calendar import HOURS, MONTHS, full_year

_ZONE = r"(?:[A-Za-z]{1,5}\b)?\s*(?:\(?(?P<sign>[+-])(?P<hours>\d\d?):?(?P<minutes>\d\d)?\)?)?"
_CLOCK = r"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
_TIME = rf"(?:,?\s+(?:at\s+|-\s+)?{_CLOCK}\s*(?P<half>[ap]\.?m\.?)?)?"
_NAMED = rf"(?:,?\s*(?P<zone>{_ZONE}))?\s*(?:\(.*\))?\s*$"
_WEEKDAY = r"\s*(?:[^\W\d_]+(?:\.?,\s*|\.?\s+))?"
_MONTH = r"(?P<month>[A-Za-z]{3})[a-z]*\.?"
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<day>\d\d?)[\s.-]+{_MONTH},?[\s-]+(?P<year>\d{{4}}|\d\d)\b{_TIME}{_NAMED}", re.IGNORECASE
)
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d\d?),?\s+(?P<year>\d{{4}}){_TIME}{_NAMED}", re.IGNORECASE)
_ISO = re.compile(
    r"\s*(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?\s*$",
    re.IGNORECASE,
)
NO_YEAR_BEFORE = 1971
"""Earlier days are the first of the computer's calendar, or of none: the sender knew no date."""


def feed_moment(words: str) -> str | None:
    """The moment in ISO 8601, its zone as it was told; None for what is none, or stands for none.

    Without a time the day alone; without a zone, or with one that means several, none is made up.
    """
    if iso := _ISO.match(words):
        return _from_iso(iso)
    found = _DAY_FIRST.match(words) or _MONTH_FIRST.match(words)
    return _from_words(found.groupdict()) if found else None


def _from_iso(found: re.Match[str]) -> str | None:
    day, time, zone = found.groups()
    offset = "+00:00" if (zone or "").upper() in ("Z", "UTC", "GMT") else zone or ""
    try:
        moment = datetime.fromisoformat(f"{day}T{time}{offset}" if time else day)
    except ValueError:
        return None
    if moment.year < NO_YEAR_BEFORE:
        return None
    return moment.isoformat() if time else day


def _from_words(parts: dict[str, str | None]) -> str | None:
    month, year = str(parts["month"]).lower(), str(parts["year"])
    full = full_year(int(year))
    if month not in MONTHS or full < NO_YEAR_BEFORE:
        return None
    try:
        moment = datetime(
            full, MONTHS.index(month) + 1, int(parts["day"] or 0), _hour(parts), int(parts["minute"] or 0),
            min(int(parts["second"] or 0), 59), tzinfo=_zone(parts) if parts["hour"] else None,
        )  # fmt: skip
    except ValueError:
        return None
    return moment.isoformat() if parts["hour"] else moment.date().isoformat()


def _hour(parts: dict[str, str | None]) -> int:
    hour, half = int(parts["hour"] or 0), (parts["half"] or "").lower()[:1]
    if not half:
        return hour
    return hour % 12 + (12 if half == "p" else 0)


def _zone(parts: dict[str, str | None]) -> timezone | None:
    """The offset that is told, else that of the zone's name."""
    if parts["sign"]:
        minutes = int(parts["hours"] or 0) * 60 + int(parts["minutes"] or 0)
        return timezone(timedelta(minutes=-minutes if parts["sign"] == "-" else minutes))
    hours = HOURS.get((parts["zone"] or "").strip().lower())
    return None if hours is None else timezone(timedelta(hours=hours))
