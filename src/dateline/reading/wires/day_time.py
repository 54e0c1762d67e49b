"""The day and time of a wire message: "051405 MAR 24", "051405 GMT MAR 24", "03-05-24 0905EST"."""

import re
from datetime import datetime, timedelta, timezone

from dateline.reading.wires.calendar import HOURS, MONTHS, full_year

_ZONE = rf"(?:\s?(?P<zone>{'|'.join(sorted(HOURS, key=len, reverse=True))})\b)?"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
_GROUP = re.compile(
    rf"\b(?P<day>\d\d)\s?(?P<hour>\d\d):?(?P<minute>\d\d){_ZONE}\s{_MONTH}\s(?P<year>\d{{4}}|\d\d)\b"
    rf"(?:\s(?P<late>z|gmt|utc)\b)?",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    rf"\b(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d{{4}}|\d\d)\s(?P<hour>\d\d):?(?P<minute>\d\d){_ZONE}", re.IGNORECASE
)


def day_time(words: str, whole: bool = False) -> str | None:
    """The moment that these words tell, in ISO 8601; without a zone where they name none. None where there is none.

    `whole`: only where the words are nothing else, but for a number or a mark of the sender.
    """
    for pattern in (_GROUP, _AMERICAN):
        found = pattern.search(words)
        if found and (not whole or len((words[: found.start()] + words[found.end() :]).strip(" \r\n./=-#")) <= 8):
            return _moment(found.groupdict())
    return None


def _moment(parts: dict[str, str | None]) -> str | None:
    month, year = str(parts["month"]), full_year(int(parts["year"] or 0))
    hours = HOURS.get((parts["zone"] or parts.get("late") or "").lower())
    try:
        moment = datetime(
            year,
            int(month) if month.isdecimal() else MONTHS.index(month.lower()) + 1,
            int(parts["day"] or 0),
            int(parts["hour"] or 0),
            int(parts["minute"] or 0),
            tzinfo=None if hours is None else timezone(timedelta(hours=hours)),
        )
    except ValueError:
        return None
    return moment.isoformat()
