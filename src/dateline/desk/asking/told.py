"""What one article tells, and when that was: its own time, or the day of the article that tells it."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from msgspec import Struct

from dateline.values import Precision

What = Literal["statement", "event", "post taken", "post left", "charge"]
TimedBy = Literal["fact", "article"]
LAST = "~"
"""What has no day at all stands behind every day."""


class Told(Struct, frozen=True, gc=False):
    """A fact of one article, before its words are looked up."""

    what: What
    fact: int
    article: int
    version: str
    """Of the article's text."""
    start: int
    """Where the text tells it."""
    end: int
    earliest: str | None
    """First instant of its time, ISO 8601."""
    latest: str | None
    """Last instant of it."""
    precision: Precision | None
    """How exactly the time is told: "in 2012" is a year, and not its first day."""
    timed_by: TimedBy
    """Whether this is its own time, or the day of the article, where no time of its own is told."""
    articles: int = 1
    """How many articles tell it: those of its incident, or of the same text."""
    incident: int | None = None
    """The key of its incident, where several articles tell of it."""

    @property
    def order(self) -> tuple[str, str, int, int]:
        """By time, then in the order in which articles came and tell it."""
        return (self.earliest or LAST, self.latest or LAST, self.article, self.start)

    def within(self, since: str | None, until: str | None) -> bool:
        """Whether its time and the asked one have a moment in common; the bounds are those that `days` gives."""
        if not (since or until):
            return True
        if self.earliest is None or self.latest is None:
            return False
        after = since is None or self.latest >= since[: len(self.latest)]
        return after and (until is None or self.earliest <= until)


def told(what: What, rows: Iterable[tuple[Any, ...]]) -> Iterator[Told]:
    """Of rows of fact, article, version, start, end, the moment's earliest, latest and precision, the article's day."""
    for fact, article, version, start, end, earliest, latest, precision, dated in rows:
        own = bool(earliest or latest)
        day = dated and dated[:10]
        yield Told(
            what,
            fact,
            article,
            version,
            start or 0,
            end or 0,
            (earliest or latest) if own else day,
            (latest or earliest) if own else day,
            precision if own else day and "day",
            "fact" if own else "article",
        )
