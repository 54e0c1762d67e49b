"""The day a story was written, from which its other times count."""

from datetime import date

from msgspec import Struct


class StoryClock(Struct, frozen=True):
    """The day that other times are counted from, the fact that says so, and how far that can be trusted."""

    day: date | None = None
    fact: str | None = None
    confidence: float = 1.0
