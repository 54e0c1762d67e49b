"""Since when and until when: days as users give them, as bounds that compare with a desk's moments as text."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from dateline.errors import BadQuestion

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d))?)?)?)?)?", re.ASCII)
_AGO = re.compile(r"(\d{1,4}|an?|one) (day|week|month|year)s? ago|(\d{1,4}) ?([dwmy])", re.ASCII)
_NAMED = {"now": 0, "today": 0, "yesterday": 1}
_AFTER_ALL = "~"
"""Stands behind every character of a moment, so that a bound with it holds the whole of a day, month or year."""


def since(given: str | date, today: date | None = None) -> str:
    """The bound that moments from then on reach: "2015", "2015-09", "2015-09-14", "2015-09-14T06:30", "yesterday",
    "7 days ago", "2w". Moments are compared as their articles tell them, by the clock of their place.

    Raises BadQuestion.
    """
    return _moment("since", given, today)


def until(given: str | date, today: date | None = None) -> str:
    """The bound that moments do not pass up to the end of that day, month or year. Raises BadQuestion."""
    return _moment("until", given, today) + _AFTER_ALL


def bounds(
    earliest: str | date | None, last: str | date | None, today: date | None = None
) -> tuple[str | None, str | None]:
    """Both bounds, None where there is none. Raises BadQuestion, also where nothing can lie between them."""
    first = since(earliest, today) if earliest else None
    end = until(last, today) if last else None
    if first and end and first > end:
        raise BadQuestion(f"nothing is since {earliest} and until {last}; exchange the two")
    return first, end


def _moment(name: str, given: str | date, today: date | None) -> str:
    if isinstance(given, datetime):
        if given.tzinfo is not None:
            _refused(name, given)
        return given.isoformat(timespec="minutes")[:16]
    if isinstance(given, date):
        return given.isoformat()
    words = str(given).strip()
    return _iso(words) or _ago(words.casefold(), today or date.today()) or _refused(name, given)


def _refused(name: str, given: str | date) -> str:
    raise BadQuestion(
        f"{name} cannot be {str(given)!r}; give a day, a month or a year (2015-09-14, 2015-09, 2015), a moment without "
        "a time zone (2015-09-14T06:30), or 'yesterday', '7 days ago', '2 weeks ago'"
    )


def _iso(words: str) -> str | None:
    found = _ISO.fullmatch(words)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    whole = month <= 12 and hour < 24 and minute < 60 and second < 60 and year
    given = [part is not None for part in found.groups()]
    if not whole or (given[1] and not month) or (given[2] and not 1 <= day <= monthrange(year, month)[1]):
        return None
    clock = "T" + ":".join(part for part in found.groups()[3:] if part) if given[3] else ""
    return "-".join(part for part in found.groups()[:3] if part) + clock


def _ago(words: str, today: date) -> str | None:
    if words in _NAMED:
        return (today - timedelta(days=_NAMED[words])).isoformat()
    found = _AGO.fullmatch(words)
    if found is None:
        return None
    number, unit = found[1] or found[3], (found[2] or found[4])[0]
    many = int(number) if number.isdigit() else 1
    try:
        return _back(today, many, unit).isoformat()
    except (OverflowError, ValueError):  # before the year 1
        return None


def _back(today: date, many: int, unit: str) -> date:
    if unit in "dw":
        return today - timedelta(days=many * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 - many * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
