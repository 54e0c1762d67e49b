"""Posts over time as lines on an axis: what is told is drawn full, what is not told stays open."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from msgspec import Struct

from dateline.desk.asking.profiles.intervals import Interval
from dateline.desk.asking.profiles.tenures import Tenure

__all__ = ["Career", "Stroke", "Tick", "career_of"]

EDGE = 0.07
"""Of the whole length, what is left free at either end, for posts of which no beginning or end is told."""
MOST = 5
"""Ticks."""
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_STEPS = (*((1, days) for days in (1, 2, 7, 14)), *((30, months) for months in (1, 3, 6)))
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500)


class Stroke(Struct, frozen=True):
    """A line from one point to another, in percent of the length; `held` may be a point."""

    kind: Literal["held", "within", "open", "over", "told"]
    """Told as held; taken or left at some time within; not told; the day by which it was over; an article."""
    start: float
    end: float


class Tick(Struct, frozen=True):
    """A point of the axis, in percent, and what is written there."""

    at: float
    label: str


class Career(Struct, frozen=True):
    """The axis, and for each post its lines. No axis: nothing has a day."""

    ticks: tuple[Tick, ...]
    rows: tuple[tuple[Stroke, ...], ...]


class _Scale(NamedTuple):
    first: int
    """Days, as `date.toordinal` counts them."""
    last: int

    def at(self, day: int) -> float:
        length = max(1, self.last - self.first)
        return round(100 * (EDGE + (1 - 2 * EDGE) * (day - self.first) / length), 2)

    def day(self, part: float) -> float:
        """The day at a part of the whole length, 0.0 to 1.0."""
        return self.first + (part - EDGE) / (1 - 2 * EDGE) * max(1, self.last - self.first)


def career_of(posts: Sequence[Tenure]) -> Career:
    """How these posts are drawn, in their order."""
    days = sorted(day for post in posts for day in _days(post))
    if not days:
        return Career((), tuple(() for _ in posts))
    scale = _Scale(days[0], days[-1]) if days[-1] > days[0] else _Scale(days[0] - 15, days[0] + 15)
    return Career(tuple(_ticks(scale)), tuple(tuple(_strokes(post, scale)) for post in posts))


def _days(post: Tenure) -> Iterator[int]:
    ends = [end for each in (post.since, post.until) if each for end in (each.earliest, each.latest)]
    for told in (*ends, post.held_first, post.held_last, post.over_by, post.first, post.last):
        if (day := _ordinal(told)) is not None:
            yield day


def _ordinal(moment: str | None) -> int | None:
    """The day of a moment; None where it is none that a calendar knows, as before our era."""
    try:
        return date.fromisoformat((moment or "")[:10]).toordinal()
    except ValueError:
        return None


def _strokes(post: Tenure, scale: _Scale) -> Iterator[Stroke]:
    since, until, over = _bounds(post.since), _bounds(post.until), _ordinal(post.over_by)
    known = [since and since[1], until and until[0], _ordinal(post.held_first), _ordinal(post.held_last)]
    held = [day for day in known if day is not None]
    first, last = (min(held), max(held)) if held else (None, None)
    yield from _open(post, scale, (first, last), (since is None, until is None))
    for bounds in (since, until):
        if bounds and bounds[1] > bounds[0]:
            yield Stroke("within", scale.at(bounds[0]), scale.at(bounds[1]))
    if first is not None and last is not None:
        yield Stroke("held", scale.at(first), scale.at(last))
    if over is not None and until is None and post.state == "former":
        yield Stroke("over", scale.at(over), scale.at(over))
    yield from (Stroke("told", scale.at(day), scale.at(day)) for day in _told(post))


def _told(post: Tenure) -> list[int]:
    """Days of articles that tell it as held."""
    days = {_ordinal(source.day) for source in post.sources}
    first, last = _ordinal(post.held_first), _ordinal(post.held_last)
    return sorted(day for day in days if day and first and last and first <= day <= last)


def _open(
    post: Tenure, scale: _Scale, held: tuple[int | None, int | None], is_open: tuple[bool, bool]
) -> Iterator[Stroke]:
    """What is not told: from when, and until when, where it is not over by some day."""
    (first, last), over = held, _ordinal(post.over_by) if post.state == "former" else None
    if is_open[0] and post.state != "future":
        end = first if first is not None else over
        if end is not None:
            yield Stroke("open", 0.0, scale.at(end))
    if not is_open[1]:
        return
    start = last if last is not None else _ordinal(post.last)
    if over is not None and last is not None:
        yield Stroke("open", scale.at(last), scale.at(max(over, last)))
    elif over is None and start is not None:
        yield Stroke("open", scale.at(start), 100.0)


def _bounds(told: Interval | None) -> tuple[int, int] | None:
    if told is None:
        return None
    first, last = _ordinal(told.earliest), _ordinal(told.latest)
    return None if first is None or last is None else (first, max(first, last))


def _ticks(scale: _Scale) -> Iterator[Tick]:
    first, last = scale.day(0.05), scale.day(0.95)
    for day, label in _labels(first, last):
        yield Tick(scale.at(day.toordinal()), label)


def _labels(first: float, last: float) -> list[tuple[date, str]]:
    """Days between two, as many as there is room for, with what is written at each."""
    start, end = (date.fromordinal(max(1, min(date.max.toordinal(), round(day)))) for day in (first, last))
    for unit, step in _STEPS:
        found = [day for day in (_by_days if unit == 1 else _by_months)(start, end, step) if start <= day <= end]
        if len(found) <= MOST and (unit == 1 or found):
            return [(day, _written(day, unit, old)) for day, old in zip(found, [None, *found], strict=False)]
    step = next((step for step in _YEARS if (end.year - start.year) // step < MOST), 1000)
    years = range(-(-start.year // step) * step, end.year + 1, step)
    return [(day, str(year)) for year in years if year > 0 and start <= (day := date(year, 1, 1)) <= end]


def _by_days(start: date, end: date, step: int) -> Iterable[date]:
    if (end - start).days > step * (MOST + 1):
        return [start] * (MOST + 1)  # too many to look at
    return (date.fromordinal(day) for day in range(start.toordinal(), end.toordinal() + 1, step))


def _by_months(start: date, end: date, step: int) -> Iterable[date]:
    months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month, 1)
    if len(months) > step * (MOST + 2):
        return [start] * (MOST + 1)
    return (date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0)


def _written(day: date, unit: int, before: date | None) -> str:
    """A day, with its year where that is another one than before; else a month."""
    year = "" if unit == 1 and before and before.year == day.year else f" {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]}{year}" if unit == 1 else f"{_MONTHS[day.month - 1]}{year}"
