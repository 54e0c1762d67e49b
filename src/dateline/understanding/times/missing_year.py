"""The year that a dateline leaves out, weighed from the times that its story and its page name.

A dateline such as "FARO, March 14" fits many years. Each of them gets a weight: how likely the clues would be, had the
story been written in it. The weights, as shares of one, say which year leads and by how much.

- A time named with its year, before the dateline: its length over its length and distance, in days. News speaks of a
  time the less, the older it is; the counts below follow this curve without a parameter.
- The same in the story's own year: times `OWN_YEAR`. A story of 2014 says "in May", not "in May 2014": of 413 years
  told as past, 17 were the story's own. Days without a tense, as in "Updated 14 March 2014", are let off.
- A time ahead: its length over `PLANS` and its length. Bonds and terms of office end many years later, often on the
  same day of the year: a bound, and hardly more. Without a tense it counts `UNTENSED_AHEAD`.
- A time ahead told as past, or one behind told as yet to come: times `WRONG_SIDE`, for misread tenses and misprints.
- The page's stamps (its address, its update, its copyright line): the same curve, squared, to both sides, since a page
  is stamped near the day of its story.
- The lead's weekday, told as past: `DAYS_BACK`, by how many days it lies before the dateline, rounded from 332 leads.
- A weekday beside a date without a year: `PAIR_FITS`, or what is left over the six other days. It fitted 29 times of
  33; one misprint must not outweigh all else.

A year speaks once, however often the story names it. After `limit`, the day on which the page was fetched or updated,
no year is possible. The present day plays no part: a text reads alike whenever it is read.

Two rules then say whether the leading year is given. From a share of `GIVEN`, where the story names a day, or the page
is stamped with a day or a month. Years and months alone do not tell the year, since a story may name none of the last
ones: half of those that led so were wrong. But they do together with the lead's weekday: it must be the dateline's own,
`WITNESSES` years be named, the last at most `RECENT` before, and no other year be nearly as likely; other years that
fit lower the confidence. Of 2,306 stories of 1987 to 2018 whose day is known, the first rule gave 190 years, all right;
the second 12, of which 7 were right. The rest stay open.
"""

from collections.abc import Iterator
from datetime import date
from math import prod
from statistics import geometric_mean

from msgspec import Struct

from dateline.understanding.times.tense import AHEAD, BACK
from dateline.understanding.times.timex import FIRST_YEAR, LAST_YEAR, days_away, real_day, weekday_near

GIVEN = 0.7
SUREST = 0.95
"""No year that is worked out is surer than that."""

RECENT = 2
WITNESSES = 3
"""Years that must be named where the weekday decides among them."""

LEADING, LEAD = 0.3, 1.5
"""The share that a year must then have, and how many times the share of the next one."""

WITNESSED, EACH_OTHER = 0.6, 0.05
"""The confidence then, and what each other year that fits takes from it."""

FITTING = 0.08
"""The share from which another year counts as an alternative."""

REACH = 40
"""Years before and after those named that are weighed."""

PLANS = 3650
WRONG_SIDE = 0.02
UNTENSED_AHEAD = 0.5
OWN_YEAR = 0.15
PAIR_FITS = 0.9
DAYS_BACK = (0.5, 0.27, 0.1, 0.06, 0.03, 0.02, 0.02)

_NONE = "no year in the dateline"


class Named(Struct, frozen=True):
    """A time whose year is told, from its first day to its last; `way` is the direction in which its tense looks.

    `words` are what a reason calls it: "20 December 2013".
    """

    first: date
    last: date
    way: int
    words: str

    @property
    def length(self) -> int:
        """How many days it lasts."""
        return (self.last - self.first).days + 1

    def distance(self, day: date) -> int:
        """How many days lie between it and the day; none where it holds it."""
        return max((day - self.last).days, (self.first - day).days, 0)


class Weekday(Struct, frozen=True):
    """A weekday, 0 for Monday, that the lead tells in the past tense; `words` is its name."""

    number: int
    words: str


class Pair(Struct, frozen=True):
    """A weekday beside a day and a month without a year: of the dateline itself, or of the text."""

    weekday: int
    month: int
    day: int
    way: int
    words: str


class Clues(Struct, frozen=True):
    """What may tell the year of a dateline: of the story, `stamps` and `limit` (its last possible day) of the page."""

    named: tuple[Named, ...] = ()
    stamps: tuple[Named, ...] = ()
    lead: Weekday | None = None
    pairs: tuple[Pair, ...] = ()
    limit: date | None = None


class YearGuess(Struct, frozen=True):
    """A year for a dateline that has none, how sure it is, and why. The year is None where nothing tells it."""

    year: int | None
    confidence: float
    reason: str


def year_guess(month: int, number: int, clues: Clues) -> YearGuess:
    """The year of a dateline's day, with what speaks for it and the other years that fit; None where none leads."""
    shares = year_shares(month, number, clues)
    if not shares:
        return YearGuess(None, 0.6, f"{_NONE}; it stays open: {_nothing(clues)}")
    best = max(shares, key=lambda year: (shares[year], -year))
    others = sorted((y for y in shares if y != best and shares[y] >= FITTING), key=lambda y: -shares[y])[:3]
    day = date(best, month, number)
    why = _why(day, clues)
    confidence = _confidence(day, shares, len(others), clues)
    if confidence is None:
        fit = _listed(sorted([best, *others]), "or") if others else f"{best} or many another"
        return YearGuess(None, 0.6, f"{_NONE}; it stays open, and may be {fit}: {why}")
    rest = f"; {_listed(others, 'or')} would fit less well" if others else ""
    return YearGuess(best, round(confidence, 2), f"{_NONE}; {best} fits best: {why}{rest}")


def year_shares(month: int, number: int, clues: Clues) -> dict[int, float]:
    """The share of the weight that each possible year has; empty where neither story nor page names a year."""
    weights = {day.year: _weight(day, clues) for day in _days(month, number, clues)}
    total = sum(weights.values())
    return {year: weight / total for year, weight in weights.items()} if total else {}


def _days(month: int, number: int, clues: Clues) -> Iterator[date]:
    times = (*clues.named, *clues.stamps)
    years = [time.first.year for time in times] + [time.last.year for time in times]
    for year in range(max(FIRST_YEAR, min(years) - REACH), min(LAST_YEAR, max(years) + REACH) + 1) if years else ():
        day = real_day(year, month, number)
        if day is not None and (clues.limit is None or day <= clues.limit):
            yield day


def _confidence(day: date, shares: dict[int, float], others: int, clues: Clues) -> float | None:
    """How sure the leading year is; None where it is not sure enough to be given."""
    share = shares[day.year]
    if share >= GIVEN and (any(time.length == 1 for time in clues.named) or any(s.length <= 31 for s in clues.stamps)):
        return min(SUREST, share)
    next_best = max((shares[year] for year in shares if year != day.year), default=0.0)
    if share < max(LEADING, LEAD * next_best) or clues.lead is None or clues.lead.number != day.weekday():
        return None
    years = {time.last.year for time in clues.named if time.way != AHEAD}
    recent = len(years) >= WITNESSES and 0 <= day.year - max(years) <= RECENT
    return WITNESSED - EACH_OTHER * others if recent else None


# ---- weights


def _weight(day: date, clues: Clues) -> float:
    lead = DAYS_BACK[(day.weekday() - clues.lead.number) % 7] if clues.lead else 1.0
    pairs = (PAIR_FITS if _fits(pair, day) else (1 - PAIR_FITS) / 6 for pair in clues.pairs)
    stamps = (_by_age(stamp, day) ** 2 for stamp in clues.stamps)
    years: dict[int, list[float]] = {}
    for time in clues.named:
        years.setdefault(time.last.year, []).append(_likelihood(time, day))
    return lead * prod(pairs) * prod(stamps) * prod(map(geometric_mean, years.values()))


def _by_age(time: Named, day: date) -> float:
    return time.length / (time.distance(day) + time.length)


def _likelihood(time: Named, day: date) -> float:
    """How likely a story of that day names this time, but for a factor that is the same for all days."""
    if time.way == AHEAD:
        return time.length / (PLANS + time.length) * (1.0 if time.last >= day else WRONG_SIDE)
    if time.first > day:
        return time.length / (PLANS + time.length) * (WRONG_SIDE if time.way == BACK else UNTENSED_AHEAD)
    if time.last < day and time.last.year < day.year:
        return _by_age(time, day)
    dated = time.length == 1 and time.way != BACK
    return _by_age(time, day) * (1.0 if dated else OWN_YEAR)


def _meant(pair: Pair, day: date) -> date | None:
    """The day that a pair means in a story of this day: the nearest that its tense allows."""
    near = [each for year in (day.year - 1, day.year, day.year + 1) if (each := real_day(year, pair.month, pair.day))]
    sides = [each for each in near if (each - day).days * pair.way >= 0]
    return min(sides or near, key=lambda each: abs((each - day).days), default=None)


def _fits(pair: Pair, day: date) -> bool:
    meant = _meant(pair, day)
    return meant is not None and meant.weekday() == pair.weekday


# ---- the reason


def _why(day: date, clues: Clues) -> str:
    """What speaks for the day, as an editor would say it, and what speaks against it."""
    reasons = [f"the page has {stamp.words}" for stamp in clues.stamps]
    if clues.named:
        reasons.append(_of_named(min(clues.named, key=lambda time: (time.distance(day), time.length)), day))
    if clues.lead:
        reasons.append(_of_lead(clues.lead, day))
    reasons += [_of_pair(pair, day) for pair in clues.pairs]
    return "; ".join(dict.fromkeys(reasons))


def _of_named(time: Named, day: date) -> str:
    if not time.distance(day):
        return f"the story names {time.words}" + (", the day itself" if time.length == 1 else "")
    side = "after" if time.first > day else "before"
    days = f"{time.distance(day)} day{'s' if time.distance(day) > 1 else ''} " if time.length == 1 else ""
    return f"the nearest time that the story names, {time.words}, lies {days}{side} it"


def _of_lead(lead: Weekday, day: date) -> str:
    told = weekday_near(day, lead.number, BACK)
    if told == day:
        return f"{_in_words(day)} was a {lead.words} in {day.year}, as in the lead"
    if told == days_away(day, -1):
        return f"the day before {_in_words(day)} was a {lead.words} in {day.year}, as in the lead"
    return f"the lead's {lead.words} would be {_in_words(told)} {told.year}"


def _of_pair(pair: Pair, day: date) -> str:
    meant = _meant(pair, day)
    if meant is None:
        return f"the {pair.words} that the text dates has no day near it"
    if meant.weekday() == pair.weekday:
        return f"{_in_words(meant)} {meant.year} was a {pair.words}, as the text says"
    return f"against it, {_in_words(meant)} {meant.year} was a {meant:%A} and not the text's {pair.words}"


def _nothing(clues: Clues) -> str:
    if clues.named or clues.stamps:
        return "no year that the calendar and the page allow is near those that the text names"
    if clues.lead or clues.pairs:
        return "the text names no year, and a weekday fits one year in six or so"
    return "the text names no year"


def _listed(years: list[int], joint: str) -> str:
    *first, last = map(str, years)
    return f"{', '.join(first)} {joint} {last}" if first else last


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B}"
