"""Moments in one order, whatever their zones."""

from datetime import UTC, datetime
from functools import lru_cache


@lru_cache(65536)
def instant(dated: str | None) -> str:
    """A moment in UTC without its zone, to compare as text; a day stays a day, and "" stands for none."""
    if not dated or len(dated) <= len("2024-05-03"):
        return dated or ""
    try:
        when = datetime.fromisoformat(dated)
        return (when.astimezone(UTC) if when.tzinfo else when).isoformat()[:19]
    except (ValueError, OverflowError):  # none, or at the very end of the calendar
        return dated[:10]
