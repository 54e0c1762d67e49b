"""A time expression with all that it is read against."""

import re
from datetime import date

from dateline.understanding.times.time_forms import Found
from dateline.understanding.times.time_lexicon import Lexicon
from dateline.understanding.times.timex import Reading
from dateline.values import Moment, Precision

NO_DAY = "the story gives no date to count from"
NO_YEAR = "no year is given, and the story gives no date to tell it from"


class Expression:
    """Words found, and what they are read against: `today` is the day of the story, `then` the moment told before them.

    `way` is the direction in which the tense looks.
    """

    def __init__(self, lexicon: Lexicon, found: Found, today: date | None, then: Moment | None, way: int) -> None:
        self.lexicon = lexicon
        self.found = found
        self.today = today
        self.then = then
        self.way = way

    @property
    def since(self) -> date | None:
        """The first day of the moment told before."""
        return date.fromisoformat(self.then.earliest[:10]) if self.then and self.then.earliest else None

    def month(self, name: str = "month") -> int:
        """The number of a month that is named."""
        return self.lexicon.months[self.found[name].rstrip(".")]

    def number(self, name: str) -> int:
        """A number in figures."""
        return int(re.sub(r"\D", "", self.found[name]))

    def year(self) -> int | None:
        """The year that is told: in full, in two digits, or as "last year"."""
        if "year" in self.found:
            return int(self.found["year"])
        if "short" in self.found:
            return _full_year(int(self.found["short"]))
        if "rel" in self.found and self.today:
            return self.today.year + self.lexicon.steps[self.found["rel"]]
        return None

    def amount(self) -> float | None:
        """How many units; None where the words leave it open."""
        words = self.found["n"].replace("-", " ")
        if not words or words[0].isdigit():
            return float(words) if words else None
        if words in self.lexicon.numbers:
            return self.lexicon.numbers[words]
        return sum(self.lexicon.numbers[word] for word in words.split())

    def unit(self) -> str:
        """The unit of time, as the calendar functions call it."""
        return self.lexicon.units[self.found["unit"]]

    def step(self) -> int:
        """-1, 0 or 1: last, this or next."""
        return self.lexicon.steps[self.found["rel"]]

    def unread(self, value: str | None, precision: Precision | None, reason: str) -> Reading:
        """A reading without an interval, and why it has none."""
        return Reading(timex=value, precision=precision, confidence=0.6, reason=reason)


def _full_year(short: int) -> int:
    """Two digits are of this century up to ten years ahead, else of the last."""
    if short >= 100:
        return short
    century = date.today().year // 100 * 100
    return century + short - (100 if short > date.today().year % 100 + 10 else 0)
