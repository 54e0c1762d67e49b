"""The day a story was written, from which it counts; a dateline without a year gets one where the text tells it."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from dateline.understanding.times.timex import real_day

FAR = 3
"""Years after the latest one named in which a weekday may still place the dateline."""

NEAR = 60
"""Days before the dateline within which a full date in the text tells its year."""


class StoryClock(Struct, frozen=True):
    """The day that other times are counted from, the fact that says so, and how far that can be trusted."""

    day: date | None = None
    fact: str | None = None
    confidence: float = 1.0


class Hints(Struct, frozen=True):
    """What a text says that may tell the year of its dateline.

    `weekday` is 0 for Monday: of the lead's "on Monday". `years` are the past ones that the text names, `days` its
    full dates in the past tense.
    """

    weekday: int | None = None
    weekday_word: str = ""
    years: tuple[int, ...] = ()
    days: tuple[date, ...] = ()


class YearGuess(Struct, frozen=True):
    """A year for a dateline that has none, how sure it is, and why. The year is None where nothing tells it."""

    year: int | None
    confidence: float
    reason: str


def year_guess(month: int, number: int, hints: Hints, today: date) -> YearGuess:
    """The year of a dateline's day: where its weekday fits best after the latest year named, else near a full date.

    The latest year alone is no guess worth making: stories speak of the year before more often than of their own.
    """
    if guess := _by_weekday(month, number, hints, today) or _by_full_date(month, number, hints, today):
        return guess
    named = f"the latest year that the text names is {max(hints.years)}" if hints.years else "the text names no year"
    return YearGuess(None, 0.6, f"no year in the dateline; it stays open, since nothing else tells it: {named}")


def _by_weekday(month: int, number: int, hints: Hints, today: date) -> YearGuess | None:
    past = [year for year in hints.years if year <= today.year]
    if hints.weekday is None or not past:
        return None
    fits = [(day, back) for day, back in _fitting(month, number, hints.weekday, max(past)) if day <= today]
    if not fits:
        return None
    day, back = min(fits, key=lambda fit: (fit[0].year - max(past) + fit[1], fit[1]))
    gap, latest = day.year - max(past), f"the latest year named is {max(past)}"
    name, words = hints.weekday_word.capitalize(), _in_words(day)
    fit = f"{words} was a {name}" if back == 0 else f"the day before {words} was a {name}"
    reason = f"no year in the dateline; {fit} in {day.year} as the text says {name}, and {latest}"
    return YearGuess(day.year, 0.75 if back == 0 and gap <= 1 else 0.5, reason)


def _fitting(month: int, number: int, weekday: int, latest: int) -> Iterator[tuple[date, int]]:
    """Days on the weekday, and soon after the latest year on the day after it: stories tell of today or yesterday."""
    for year in range(latest, latest + FAR + 1):
        day = real_day(year, month, number)
        back = (day.weekday() - weekday) % 7 if day else FAR
        if day is not None and (back == 0 or (back == 1 and year <= latest + 1)):
            yield day, back


def _by_full_date(month: int, number: int, hints: Hints, today: date) -> YearGuess | None:
    near = list(_near(month, number, hints.days))
    if not near:
        return None
    day, named = min(near, key=lambda pair: abs((pair[0] - pair[1]).days))
    if day > today or any(year > day.year for year in hints.years if year <= today.year):
        return None
    reason = f"no year in the dateline; the text names {_in_words(named)} {named.year}, shortly before that day"
    return YearGuess(day.year, 0.6, reason)


def _near(month: int, number: int, days: Iterable[date]) -> Iterator[tuple[date, date]]:
    for named in days:
        for year in (named.year - 1, named.year, named.year + 1):
            day = real_day(year, month, number)
            if day is not None and 0 <= (day - named).days <= NEAR:
                yield day, named


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B}"
