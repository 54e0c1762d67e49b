"""How many rows, and of what kind, a question may ask for."""

from collections.abc import Sequence
from typing import Any, TypeVar

from dateline.errors import BadQuestion

T = TypeVar("T")
LARGEST = 2**31 - 1
"""The largest number that a question may have; SQLite counts further, but no desk has so many rows."""


def checked_limit(limit: int | None) -> int | None:
    """The limit. Raises BadQuestion where it is no number of rows."""
    if limit is not None and not 1 <= limit <= LARGEST:
        raise BadQuestion(f"limit cannot be {limit}; give a whole number from 1 up, or None for all rows")
    return limit


def one_of(name: str, given: T, allowed: Sequence[T]) -> T:
    """What was given. Raises BadQuestion where it is none of those allowed."""
    if given not in allowed:
        raise BadQuestion(f"{name} cannot be {given!r}; give one of {', '.join(map(str, allowed))}")
    return given


def latest(found: Sequence[T], limit: int | None) -> Sequence[T]:
    """The last ones, in their order."""
    return found if limit is None else found[max(0, len(found) - limit) :]


def whole_number(name: str, given: Any, least: int) -> int:
    """A number of a question. Raises BadQuestion where it is no whole number from `least` up."""
    try:
        number = int(given)
    except (TypeError, ValueError, OverflowError):
        number = least - 1
    if not least <= number <= LARGEST:
        raise BadQuestion(f"{name} cannot be {given!r}; give a whole number from {least} up to {LARGEST:,}")
    return number
