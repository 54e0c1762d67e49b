"""The articles of a page spread over time, as a drawing: bars in hundredths of its width and height."""

from datetime import date, timedelta

from msgspec import Struct

from dateline.desk.asking.news.spread import Bar, Spread
from dateline.faces.web.dates import written

LABELS = 6
"""Labels under the bars, at most."""
_LEAST = 2.0
"""Hundredths of the height that a bar has which counts anything."""


class DrawnBar(Struct, frozen=True):
    """A bar, where it stands and what it says."""

    since: str
    until: str
    count: int
    words: str
    """Its days in words."""
    x: float
    width: float
    height: float
    chosen: bool
    address: str
    """The page with the articles of these days alone."""


class Label(Struct, frozen=True):
    """Words under the bars."""

    x: float
    words: str


class Brush(Struct, frozen=True):
    """The drawing."""

    unit: str
    bars: tuple[DrawnBar, ...]
    labels: tuple[Label, ...]
    most: int
    """What the highest bar counts."""
    before: str
    """The last day before the bars."""
    after: str
    """The first day after them."""


def brush(spread: Spread, since: str | None, until: str | None, page: str = "/news") -> Brush | None:
    """The drawing; None where one bar or none would say nothing. Bounds are ISO 8601 prefixes, or words of a user.

    `page` is the address of the page without bounds.
    """
    if len(spread.bars) < 2:
        return None
    wide, most = 100 / len(spread.bars), max(bar.count for bar in spread.bars)
    chosen, more = since or until, "&" if "?" in page else "?"
    bars = tuple(
        DrawnBar(
            since=bar.since,
            until=bar.until,
            count=bar.count,
            words=_words(spread.unit, bar),
            x=round(at * wide, 3),
            width=round(wide, 3),
            height=round(_LEAST + (100 - _LEAST) * bar.count / most, 2) if bar.count else 0.0,
            chosen=bool(chosen) and _holds(bar, since, until),
            address=f"{page}{more}since={bar.since}&until={bar.until}",
        )
        for at, bar in enumerate(spread.bars)
    )
    first = date.fromisoformat(bars[0].since)
    before = first if first == date.min else first - timedelta(1)  # an empty date of some programs is that of year 1
    after = date.fromisoformat(bars[-1].until) + timedelta(1)
    return Brush(spread.unit, bars, _labels(spread, wide), most, before.isoformat(), after.isoformat())


def _holds(bar: Bar, since: str | None, until: str | None) -> bool:
    """Whether bar and bounds have a day in common; a bound that is a word leaves all bars as they are."""
    after = not since or not since[:1].isdigit() or bar.until >= since[:10]
    return after and (not until or not until[:1].isdigit() or bar.since[: len(until)] <= until)


def _words(unit: str, bar: Bar) -> str:
    if unit == "week":
        return f"{written(bar.since)} to {written(bar.until)}"
    return written(bar.since[: {"day": 10, "month": 7, "year": 4}[unit]])


def _labels(spread: Spread, wide: float) -> tuple[Label, ...]:
    """Under the first bar, then under every so-manieth, not too near to the end."""
    step = -(-len(spread.bars) // LABELS)
    return tuple(
        Label(round(at * wide, 3), _short(spread.unit, spread.bars[at].since))
        for at in range(0, len(spread.bars), step)
        if (len(spread.bars) - at) * wide >= 100 / LABELS / 2
    )


def _short(unit: str, day: str) -> str:
    found = date.fromisoformat(day)
    return {"year": f"{found.year}", "month": f"{found:%b} {found.year}"}.get(unit, f"{found.day} {found:%b %Y}")
