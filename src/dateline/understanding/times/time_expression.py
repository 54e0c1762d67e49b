"""A time expression with all that it is read against."""

import re
from datetime import date

from dateline.understanding.times.time_forms import Found
from dateline.understanding.times.time_lexicon import Lexicon
from dateline.understanding.times.timex import Reading, real_day
from dateline.values import Moment, Precision

ROUGHNESS = {"week": 1, "month": 2, "quarter": 3, "season": 3, "year": 4, "decade": 5, "century": 6}
"""How roughly a precision tells a moment; days and hours are exact. Units are counted from moments no rougher."""

_LAST_SHORT_YEAR = 2040
"""A fixed year, and not ten after the present one, so that a text reads alike whenever it is read."""

NO_DAY = "the story gives no date to count from"
NO_YEAR = "no year is given, and the story gives no date to tell it from"


class Expression:
    """Words found, and what they are read against: `today` is the day of the story, `then` the moment told before them.

    `way` is the direction in which the tense looks, `quarter` the one whose figures the story reports, `country` the
    one that it is about (ISO 3166-1 alpha-3).
    """

    def __init__(
        self,
        lexicon: Lexicon,
        found: Found,
        today: date | None,
        then: Moment | None,
        way: int,
        quarter: Moment | None = None,
        country: str | None = None,
    ) -> None:
        self.lexicon = lexicon
        self.found = found
        self.today = today
        self.then = then
        self.way = way
        self.quarter = quarter
        self.country = country

    def since(self, unit: str = "day") -> date | None:
        """The first day of the moment told before; None where it is told too roughly to count such units from it."""
        if self.then is None or self.then.earliest is None or self.then.precision is None:
            return None
        exact = ROUGHNESS.get(self.then.precision, 0) <= ROUGHNESS.get(unit, 0)
        return date.fromisoformat(self.then.earliest[:10]) if exact else None

    def month(self, name: str = "month") -> int:
        """The number of a month that is named."""
        return self.lexicon.months[self.found[name].rstrip(".")]

    def number(self, name: str) -> int:
        """A number in figures."""
        return int(re.sub(r"\D", "", self.found[name]))

    def year(self) -> int | None:
        """The year that is told: in full, in two digits, or as "last year"."""
        if "year" in self.found:
            return self.year_of("year")
        if "short" in self.found:
            return _full_year(int(self.found["short"]), self.today)
        if "rel" in self.found and self.today:
            return self.today.year + self.lexicon.steps[self.found["rel"]]
        return None

    def year_of(self, name: str) -> int:
        """A year in four figures, or in words: "nineteen ninety-four", "two thousand and five"."""
        words = self.found[name].replace("-", " ")
        if words.isdigit():
            return int(words)
        for opening, number in sorted(self.lexicon.thousands.items(), key=lambda item: -len(item[0])):
            if words.startswith(opening):
                return number + self._sum(words[len(opening) :])
        century, _, rest = words.partition(" ")
        return 100 * self.lexicon.centuries[century] + self._sum(rest)

    def days_of(self, month: int, number: int) -> list[date]:
        """This day of the years around the story's."""
        if self.today is None:
            return []
        years = range(self.today.year - 4, self.today.year + 5)
        return [day for year in years if (day := real_day(year, month, number))]

    def amount(self, name: str = "n") -> float | None:
        """How many units; None where the words leave it open."""
        half = 0.5 if "half" in self.found or "half2" in self.found else 0
        words = self.found[name].replace("-", " ")
        if not words:
            return 0.5 if "half_a" in self.found else None
        if words[0].isdigit():
            figure, _, rest = words.replace("½", " 1/2").partition(" ")
            return float(figure) * self.lexicon.multipliers.get(rest, 1) + (0.5 if rest == "1/2" else half)
        return self._sum(words) + half

    def _sum(self, words: str) -> int:
        """A number in words, of at most two: "twenty five", "two hundred"."""
        if words in self.lexicon.numbers:
            return self.lexicon.numbers[words]
        first, _, last = words.partition(" ")
        if last in self.lexicon.multipliers:
            return self.lexicon.numbers[first] * self.lexicon.multipliers[last]
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


def _full_year(short: int, today: date | None) -> int:
    """Two digits end at most ten years after the story's day; without one they count as from 1941 to 2040."""
    if short >= 100:
        return short
    last = today.year + 10 if today else _LAST_SHORT_YEAR
    return last - (last - short) % 100
