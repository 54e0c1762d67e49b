"""The story's own day: the dateline's date, its year inferred where none is written, else the day of publication."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from dateline.understanding.timex import real_day

_FAR = 6
"""Years after the latest one named in which a dateline without a year is still looked for."""


class StoryClock(Struct, frozen=True):
    """The day that other times are counted from, the fact that says so, and how far that can be trusted."""

    day: date | None = None
    fact: str | None = None
    confidence: float = 1.0


class YearGuess(Struct, frozen=True):
    """A year for a dateline that has none, how sure it is, and why. The year is None where nothing tells it."""

    year: int | None
    confidence: float
    reason: str


def year_guess(
    month: int, number: int, weekday: tuple[int, str] | None, years: Iterable[int], today: date
) -> YearGuess:
    """The year of a dateline's day, from the weekday its lead names and the years that the text speaks of.

    `weekday` is 0 for Monday, with the word that names it. The year is never before the latest past one named, nor
    after today's.
    """
    words = date(2000, month, number).strftime("%-d %B")
    past = [year for year in years if year <= today.year]
    if not past:
        return YearGuess(None, 0.6, "no year in the dateline, and the text names none to tell it from")
    latest = max(past)
    if weekday is None:
        reason = f"no year in the dateline; {latest} is the latest that the text names, but the story may be younger"
        return YearGuess(latest, 0.4, reason)
    days = [day for year in range(latest, latest + _FAR + 1) if (day := real_day(year, month, number)) and day <= today]
    if not days:
        return YearGuess(None, 0.6, f"no year in the dateline, and {words} of {latest} has not come yet")
    best = min(days, key=lambda day: (day.weekday() - weekday[0]) % 7 + (day.year - latest))
    return _explained(best, words, weekday, latest)


def _explained(best: date, words: str, weekday: tuple[int, str], latest: int) -> YearGuess:
    before = (best.weekday() - weekday[0]) % 7
    name = weekday[1].capitalize()
    fit = (
        f"{words} was a {name} in {best.year}"
        if before == 0
        else f"a {name} lies {before} days before it in {best.year}"
    )
    if before == 1:
        fit = f"the day before {words} was a {name} in {best.year}"
    reason = f"no year in the dateline; {fit}, as the text says {name}, and the latest year named is {latest}"
    sure = 0.85 if before == 0 and best.year <= latest + 1 else 0.7 if before <= 1 and best.year <= latest + 2 else 0.5
    return YearGuess(best.year, sure, reason)
