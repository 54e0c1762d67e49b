"""How many, as one report after the other told it: a step plot, worked out as coordinates, and the same as rows.

Reports stand at equal distances in the order of publication: the first hours of an event have most of them, and the
last one may come a year later. How much time lies between two of them is written on the axis from two days on.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import ceil, log10

from msgspec import Struct
from msgspec.structs import replace

from dateline.desk.asking.why.explanation import Telling
from dateline.desk.asking.why.wording import called
from dateline.faces.web import addresses
from dateline.faces.web.dates import written
from dateline.faces.web.numerals import counted
from dateline.faces.web.pages.incidents.reports import number_of
from dateline.faces.web.pages.incidents.spelling import counts_of, told
from dateline.merging.instants import instant
from dateline.merging.outcomes import Count, Figure, Incident, Standing

LEFT, TOP, TALL, FOOT = 46.0, 46.0, 230.0, 78.0
"""Room for the numbers at the left, for the names above, for the plot, and for the dates below."""
WIDE = 112.0
"""Room of a report."""
TICKS = 5
"""Lines across the plot, about."""
LINE = 30.0
"""Room that the name beside a point takes, from top to bottom."""
MOST = 60
"""Reports of one plot."""
NAME = 17
"""Characters that fit beside a point."""
_FAR = 2
"""Days between two reports from which on the axis says so."""


class Mark(Struct, frozen=True, kw_only=True):
    """A figure in the plot. All lengths are those of the drawing."""

    x: float
    y: float
    """Of the best figure, or of the end that is known."""
    low: float
    high: float
    open: bool
    """Whether there may be more."""
    copy: bool
    number: str
    who: str
    """Who says so; the report itself where nobody else does."""
    label: float
    """Where the name stands."""
    title: str
    """All of it in a sentence."""


class Column(Struct, frozen=True, kw_only=True):
    """A report on the axis."""

    x: float
    day: str
    """Empty where it is that of the one before."""
    clock: str
    outlet: str
    gap: str
    """How much later it came than the one before; empty for less than two days."""


class Step(Struct, frozen=True, kw_only=True):
    """What stood from one report to the next."""

    x: float
    wide: float
    low: float
    high: float
    open: bool


class Tick(Struct, frozen=True):
    """A line across the plot with its number."""

    y: float
    number: str


class Entry(Struct, frozen=True, kw_only=True):
    """A figure as a row of the table."""

    fact: str
    address: str
    published: str | None
    outlet: str
    said_by: str | None
    number: str
    words: str
    copy: bool


class Plot(Struct, frozen=True, kw_only=True):
    """Everything to draw."""

    wide: float
    tall: float
    floor: float
    """Where zero is."""
    edge: float
    """Where the reports end."""
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    steps: tuple[Step, ...]
    path: str
    """The line of what stood, as SVG has it."""
    marks: tuple[Mark, ...]
    whole: Mark
    """What all reports together give."""
    left_out: int
    """Figures that are only in the table."""


class Effect(Struct, frozen=True, kw_only=True):
    """How many befell one thing: `plot` is None where there is nothing to compare."""

    effect: str
    told: str
    entries: tuple[Entry, ...]
    plot: Plot | None


def effects_of(incident: Incident, tellings: Sequence[Telling]) -> tuple[Effect, ...]:
    """All that is counted, killed and wounded first."""
    by = {telling.article: called(telling) for telling in tellings}
    return tuple(
        Effect(
            effect=effect,
            told=told(count),
            entries=tuple(_entry(figure, by) for figure in _in_time(count.by_source)),
            plot=plot_of(count, by),
        )
        for effect, count in counts_of(incident)
    )


def _in_time(figures: Sequence[Figure]) -> list[Figure]:
    return sorted(figures, key=lambda figure: (instant(figure.published) or "9", figure.copy))


def _entry(figure: Figure, by: Mapping[str, str]) -> Entry:
    return Entry(
        fact=figure.fact,
        address=addresses.article(figure.article, figure.fact),
        published=figure.published,
        outlet=by.get(figure.article) or figure.outlet or figure.article,
        said_by=figure.said_by,
        number=number_of(figure),
        words=" ".join(figure.words.split()),
        copy=figure.copy,
    )


def plot_of(count: Count, by: Mapping[str, str]) -> Plot | None:
    """The drawing of a count; None where fewer than two reports give a figure. `by` is what articles are called."""
    known = [each for each in _in_time(count.by_source) if _value(each) is not None]
    figures, left_out = _fewer(known)
    places = list(dict.fromkeys((figure.published or "", figure.article) for figure in figures))
    if len(places) < 2:
        return None
    xs = {place: LEFT + WIDE * (at + 0.5) for at, place in enumerate(places)}
    heard: tuple[Interval, ...] = (*known, *count.over_time, count)
    scale = _Scale(max(map(_most, heard)))
    edge = LEFT + WIDE * len(places)
    steps = tuple(_steps(count.over_time, xs, edge, scale))
    return Plot(
        wide=edge + WIDE,
        tall=TOP + TALL + FOOT,
        floor=TOP + TALL,
        edge=edge,
        columns=tuple(_columns(places, by)),
        ticks=tuple(scale.ticks()),
        steps=steps,
        path=_path(steps),
        marks=tuple(_marks(figures, xs, by, scale)),
        whole=_mark(count, edge + WIDE / 2, scale, told(count), "all reports"),
        left_out=left_out,
    )


def _fewer(figures: Sequence[Figure]) -> tuple[list[Figure], int]:
    """Of very many, those that tell another number than the one before."""
    if len(figures) <= MOST:
        return list(figures), 0
    news = [each for before, each in zip([None, *figures], figures, strict=False)
            if before is None or _ends(before) != _ends(each)]  # fmt: skip
    kept = news[:MOST]
    return kept, len(figures) - len(kept)


Interval = Figure | Standing | Count


def _ends(each: Interval) -> tuple[int | None, int | None, int | None]:
    return each.low, each.high, each.best


def _value(each: Interval) -> int | None:
    """The number that stands for it: the best one, else the end that is known."""
    return next((end for end in (each.best, each.low, each.high) if end is not None), None)


def _most(each: Interval) -> int:
    return max((end for end in _ends(each) if end is not None), default=0)


class _Scale:
    """From zero to a round number above the greatest figure."""

    def __init__(self, most: int) -> None:
        step = max(1.0, most / TICKS)
        size = int(10 ** int(log10(step)))
        self._step: int = next(size * by for by in (1, 2, 5, 10) if size * by >= step)
        self._top = self._step * max(1, ceil((most + 1) / self._step))

    def y(self, number: int) -> float:
        return round(TOP + TALL * (1 - number / self._top), 1)

    def ticks(self) -> Iterator[Tick]:
        for number in range(0, self._top + 1, self._step):
            yield Tick(self.y(number), f"{number:,}")


def _steps(
    stood: Sequence[Standing], xs: Mapping[tuple[str, str], float], edge: float, scale: _Scale
) -> Iterator[Step]:
    """From the report that told it first to the next that changed it."""
    times = [(instant(published), x) for (published, _), x in xs.items()]
    begins = [next((x for time, x in times if time >= instant(each.published)), edge) for each in stood]
    for each, (begin, end) in zip(stood, pairwise([*begins, edge]), strict=True):
        value = _value(each)
        if value is not None and end > begin:
            low, high = each.low if each.low is not None else 0, each.high
            yield Step(
                x=begin, wide=end - begin, low=scale.y(low if each.low is not None else value),
                high=TOP if high is None else scale.y(high), open=high is None,
            )  # fmt: skip


def _path(steps: Sequence[Step]) -> str:
    """The lower end of what stood, from step to step."""
    parts = [f"{'M' if at == 0 else 'V'}{f'{step.x:g} ' if at == 0 else ''}{step.low:g}H{step.x + step.wide:g}"
             for at, step in enumerate(steps)]  # fmt: skip
    return "".join(parts)


def _columns(places: Sequence[tuple[str, str]], by: Mapping[str, str]) -> Iterator[Column]:
    before = ""
    for at, (published, article) in enumerate(places):
        day = published[:10]
        yield Column(
            x=LEFT + WIDE * (at + 0.5),
            day="" if day == before and day else written(day) if day else "undated",
            clock=published[11:16],
            outlet=_short(by.get(article) or article),
            gap=_gap(before, day),
        )
        before = day


def _gap(before: str, day: str) -> str:
    try:
        days = (date.fromisoformat(day) - date.fromisoformat(before)).days
    except ValueError:
        return ""
    return f"{counted(days, 'day')} later" if days >= _FAR else ""


def _marks(
    figures: Sequence[Figure], xs: Mapping[tuple[str, str], float], by: Mapping[str, str], scale: _Scale
) -> Iterator[Mark]:
    for place, x in xs.items():
        own = [each for each in figures if (each.published or "", each.article) == place]
        yield from _labelled([_named(figure, x, by, scale) for figure in own])


def _named(figure: Figure, x: float, by: Mapping[str, str], scale: _Scale) -> Mark:
    outlet = by.get(figure.article) or figure.outlet or figure.article
    when = f", {written(figure.published[:10])}" if figure.published else ""
    says = f"{figure.said_by} in " if figure.said_by else ""
    mark = _mark(figure, x, scale, number_of(figure), figure.said_by or "the report")
    copied = ", copied" if figure.copy else ""
    return replace(mark, copy=figure.copy, title=f"{mark.number}: {says}{outlet}{when}{copied}")


def _mark(each: Interval, x: float, scale: _Scale, number: str, who: str) -> Mark:
    value = _value(each) or 0
    return Mark(
        x=x,
        y=scale.y(value),
        low=scale.y(each.low if each.low is not None else (0 if each.high is not None else value)),
        high=scale.y(each.high if each.high is not None else value),
        open=each.high is None and each.low is not None,
        copy=False,
        number=number,
        who=_short(who),
        label=scale.y(each.high if each.high is not None else value) - 24,
        title=f"{number}: {who}",
    )


def _labelled(marks: Sequence[Mark]) -> Iterator[Mark]:
    """With names that do not lie on each other: the topmost above its point, the others below theirs."""
    floor = 0.0
    for at, mark in enumerate(sorted(marks, key=lambda mark: mark.y)):
        label = mark.label if at == 0 else max(mark.low + 18, floor)
        floor = max(label + LINE, mark.low + 18)
        yield replace(mark, label=label)


def _short(words: str) -> str:
    return words if len(words) <= NAME else f"{words[: NAME - 1].rstrip()}…"
