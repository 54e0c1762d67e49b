"""Dates of web pages in one form: what markup, visible lines and addresses say, as ISO 8601."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

EARLIEST = 1985
"""No web page tells of a publication before this year; what says so is a clock that was never set."""
LATEST = 2037
"""The last year of 32-bit clocks, which pages give for "never"."""
LONGEST = 80
"""No date is longer, with its weekday, its time and its zone."""

BESIDE = 60
"""Letters that may stand in a line beside its date; with more it is a sentence."""

_ISO = re.compile(
    r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?:(?:\s*T|\s+|\s*-\s+)(\d\d):?(\d\d)(?::?(\d\d)(?:[.,:]\d+)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?(?:\[[\w/+-]+\])?$",
    re.IGNORECASE,
)
_STAMP = re.compile(r"1\d{9}(?:\d{3})?$")
_CLOCK = re.compile(r"\d\d?\s?(?:[:.hH]\s?\d\d|[ap]\.?m\b)", re.IGNORECASE)
_MONTH = r"[^\s\d.,;:/()|·–-]{2,16}\.?"
_ZONE = r"(?:\s?(?:[A-Z]{2,4}\b|[+-]\d\d:?\d\d))?"
_TIME = rf"(?:\W{{0,6}}(?:\w{{1,4}}\W{{1,3}})?\d{{1,2}}\s?[:.hH]\s?\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?{_ZONE})?"
_IN_LINE = re.compile(
    rf"\b(?P<day>\d{{1,2}}(?:st|nd|rd|th|er|º)?[\s.-]{{1,3}}(?:d[eo']l?\s)?{_MONTH}[\s,-]{{1,2}}(?:d[eo]l?\s)?\d{{4}}"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{1,2}}([./-])\s?\d{{1,2}}\2\s?\d{{4}}|\d{{4}}([./-])\d{{1,2}}\3\d{{1,2}}"
    rf"|\d{{4}}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日|\d{{4}}년\s?\d{{1,2}}월\s?\d{{1,2}}일|\d{{4}}\.\s{_MONTH}\s\d{{1,2}})\b(?![–-]\d){_TIME}",
)
_SECOND_NAME = re.compile(r"\s[^\W\d_]{2,9}\s?/\s?(?=[^\W\d_]{2,9}\s\d{4})")
"""Arabic newspapers give a month both of its names."""
_NUMBERS = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})\b(.*)$", re.DOTALL)
_IN_ADDRESS = re.compile(r"(?<![\d.])((?:19|20)\d\d)([/_-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
_AMBIGUOUS = re.compile(r"\b(?:AST|BST|CST|ECT|GST|IST|MST|PST|SST)\b")
"""Zones of two countries: the clock is kept and its zone is not guessed."""
_MONTH_FIRST = ("en-us", "en-ph", "en-ca")


def moment_of(words: str, language: str = "", latest: str | None = None) -> str | None:
    """A date as ISO 8601, to the day or to the second, with its zone where one is told; None if it cannot be read.

    `language` is a tag such as "en-GB": it tells month names, and whether day or month comes first. A date after
    `latest` (ISO 8601, when the page was fetched) and one of a clock that was never set are not believed.
    """
    words = "".join(str(int(c)) if c.isdecimal() else c for c in " ".join(words.split())[:LONGEST])
    read = _iso(words) or _posted(words) or _stamp(words) or _in_words(words, language)
    return read if read and _believed(read, latest) else None


def moment_in(line: str, language: str = "", latest: str | None = None) -> str | None:
    """The first full date within a visible line ("Published on 5 March 2024 by ..."), as `moment_of` gives it."""
    line = _SECOND_NAME.sub(" ", " ".join(line.split())[: 2 * LONGEST])
    found = _IN_LINE.search(line)
    if found is None or sum(map(str.isalpha, line[: found.start()] + line[found.end() :])) > BESIDE:
        return None
    return moment_of(found.group(), language, latest) or moment_of(found["day"], language, latest)


def day_in_address(address: str, latest: str | None = None) -> str | None:
    """The day that a web address names in its path ("/2024/03/05/", "/20240305/")."""
    path = address.partition("://")[2].partition("/")[2].partition("?")[0]
    for found in _IN_ADDRESS.finditer(path):
        year, sign, month, day = found.groups()
        if (sign or len(found.group()) == 8) and (told := _day(int(year), int(month), int(day))):
            return told if _believed(told, latest) else None
    return None


def local_day(moment: str, day: str) -> bool:
    """Whether the moment, told in UTC, may have been this other day on the clocks of the place it was published at."""
    if len(moment) <= 10 or not moment.endswith(("Z", "+00:00")) or moment[:10] == day[:10]:
        return False
    when, told = datetime.fromisoformat(moment), date.fromisoformat(day[:10])
    west, east = timedelta(hours=-12), timedelta(hours=14)
    return (when + west).date() <= told <= (when + east).date()


def _iso(words: str) -> str | None:
    found = _ISO.match(words)
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    told = _day(int(year), int(month), int(day))
    if told is None or hour is None:
        return told
    if not (int(hour) < 24 and int(minute) < 60 and int(second or 0) < 60):
        return told
    return f"{told}T{hour}:{minute}:{second or '00'}{_zone(zone)}"


def _zone(words: str | None) -> str:
    if not words:
        return ""
    if words[0] not in "+-":
        return "Z"
    digits = words[1:].replace(":", "").ljust(4, "0")
    return f"{words[0]}{digits[:2]}:{digits[2:]}" if digits[:2] < "15" and digits[2:] < "60" else ""


def _posted(words: str) -> str | None:
    """Dates of mails and feeds (RFC 822)."""
    if not re.match(r"(?:[A-Z][a-z]{2},\s)?\d{1,2}\s[A-Z][a-z]{2}\s\d{4}\s\d", words):
        return None
    try:
        return parsedate_to_datetime(_AMBIGUOUS.sub("", words)).isoformat()
    except (ValueError, OverflowError):
        return None


def _stamp(words: str) -> str | None:
    """Seconds or thousandths since 1970."""
    return datetime.fromtimestamp(int(words[:10]), UTC).isoformat() if _STAMP.match(words) else None


def _in_words(words: str, language: str) -> str | None:
    if sum(char.isdigit() for char in words) < 5:
        return None  # neither a day nor a year
    if not any(char.isalpha() for char in words) and not _NUMBERS.match(words):
        return None
    if numbers := _NUMBERS.match(words):
        return _numbers(numbers, language)
    words = _AMBIGUOUS.sub("", words)
    for code in dict.fromkeys((language[:2].lower() or "en", "en")):
        found = parser.get_date_data(words).date_obj if (parser := _parser(code)) else None
        if found is not None:
            return str(found.isoformat()) if _CLOCK.search(words) else str(found.date().isoformat())
    return None


def _numbers(found: re.Match[str], language: str) -> str | None:
    """ "05/03/2024": the day comes first but in American English; told only by the country where both could be."""
    first, sign, second, year, rest = found.groups()
    day, month = int(first), int(second)
    if sign != "." and (month > 12 or (day <= 12 and language.lower() in _MONTH_FIRST)):
        day, month = month, day
    elif sign == "/" and day <= 12 and month != day and language.lower() == "en":
        return None  # either
    told = _day(int(year), month, day)
    clock = re.match(r"\D{1,8}?(\d\d):(\d\d)(?!\s?[aApP]\.?[mM])", rest)
    return f"{told}T{clock[1]}:{clock[2]}:00" if told and clock and clock[1] < "24" and clock[2] < "60" else told


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _believed(moment: str, latest: str | None) -> bool:
    """Whether a page can have been published then; a day is left for the zones of the world."""
    if not EARLIEST <= int(moment[:4]) <= LATEST:
        return False
    if latest is None:
        return True
    try:
        last = datetime.fromisoformat(latest).date() + timedelta(days=1)
    except ValueError:
        return True
    return moment[:10] <= last.isoformat()


@cache
def _parser(code: str) -> Any:
    """dateparser for one language; None for a language it does not know."""
    from dateparser.data.languages_info import language_order  # type: ignore[import-untyped]
    from dateparser.date import DateDataParser  # type: ignore[import-untyped]

    if code not in language_order:  # it would say so only when it meets a date
        return None
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    try:
        return DateDataParser(languages=[code], settings=settings)
    except ValueError:
        return None
