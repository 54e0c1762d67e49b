"""What is said of a story outside its text: by its row, then by the options where the row is silent."""

from collections.abc import Iterator, Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

from dateline.model import Field
from dateline.settings import Settings, is_moment

UNREADABLE = "unreadable"
"""Name of a field whose value made no sense: kept, so that nothing is lost, and used for nothing."""

_KEYS = {
    "published": "published",
    "title": "headline",
    "outlet": "outlet",
    "language": "language",
    "url": "url",
    "byline": "byline",
    "section": "section",
}
_OPTIONS = ("published", "outlet", "language")


def fields(settings: Settings, row: Mapping[str, Any] | None = None) -> tuple[Field, ...]:
    """The row's fields, then the options that it leaves open."""
    said = tuple(_from_row(row or {}))
    names = {field.name for field in said}
    options = {name: value for name in _OPTIONS if name not in names and (value := getattr(settings, name))}
    return said + tuple(Field(name, value, f"option: --{name}") for name, value in options.items())


def _from_row(row: Mapping[str, Any]) -> Iterator[Field]:
    for key, name in _KEYS.items():
        value = row.get(key)
        for item in value if isinstance(value, list | tuple) else (value,):
            if _is_missing(item):
                continue
            readable = _moment(item) if name == "published" else _words(item)
            yield Field(name if readable else UNREADABLE, readable or str(item)[:1000], f"row: {key}")


def _is_missing(value: object) -> bool:
    """None, blank words, and the "not a number" by which tables mark an empty cell."""
    if isinstance(value, float | date):  # pandas has a date that is none, too
        return value != value
    return value is None or (isinstance(value, str) and not value.strip())


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _moment(value: object) -> str | None:
    """The ISO 8601 words of a date or moment: as they stand, or made from an RFC 2822 date or a Python one."""
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return None
    value = value.strip()
    return value if is_moment(value) else _from_rfc2822(value)


def _from_rfc2822(words: str) -> str | None:
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
