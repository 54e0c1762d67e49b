"""The moments of feeds, in RFC 822's form with all that is made of it, or in ISO 8601's."""

import re
from datetime import datetime, timedelta, timezone

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_HOURS = {"z": 0.0, "ut": 0.0, "utc": 0.0, "gmt": 0.0, "wet": 0.0, "west": 1.0, "cet": 1.0, "cest": 2.0, "eet": 2.0}
_HOURS |= {"eest": 3.0, "msk": 3.0, "sast": 2.0, "eat": 3.0, "pkt": 5.0, "hkt": 8.0, "sgt": 8.0, "awst": 8.0}
_HOURS |= {"jst": 9.0, "kst": 9.0, "acst": 9.5, "aest": 10.0, "aedt": 11.0, "nzst": 12.0, "nzdt": 13.0}
_HOURS |= {"ast": -4.0, "adt": -3.0, "est": -5.0, "edt": -4.0, "cst": -6.0, "cdt": -5.0, "mst": -7.0, "mdt": -6.0}
_HOURS |= {"pst": -8.0, "pdt": -7.0, "akst": -9.0, "akdt": -8.0, "hst": -10.0, "nst": -3.5, "ndt": -2.5}
"""Hours east of Greenwich: RFC 822's own zones as it has them, and others that mean one thing only.

IST is three zones and BST two; they are left out, so that such a moment stays without a zone.
"""
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
PIVOT = 69
"""A year of two digits from here on belongs to the last century, as in POSIX."""


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
    full = int(year) + (0 if len(year) == 4 else 1900 if int(year) >= PIVOT else 2000)
    if month not in _MONTHS or full < NO_YEAR_BEFORE:
        return None
    try:
        moment = datetime(
            full, _MONTHS.index(month) + 1, int(parts["day"] or 0), _hour(parts), int(parts["minute"] or 0),
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
    hours = _HOURS.get((parts["zone"] or "").strip().lower())
    return None if hours is None else timezone(timedelta(hours=hours))
