"""Which course a count took from report to report, where not all agree: the one that most sources stand behind."""

from bisect import bisect_left

__all__ = ["Courses"]

_LEAP, _SETTLED, _LONE = 3, 3.0, 1.25
"""A figure of one voice alone (an office weighs so much) that is more than so many times what so many sources gave
before it is no rise.
"""


class Courses:
    """Rising rows of figures with the weight behind each.

    Moments come in order: `open` names the figures of one, `add` gives them weight. A figure goes on from the heaviest
    lower one of the moments before it first came up; later repetitions of the lower one count for that one alone.
    """

    def __init__(self) -> None:
        self._weight: dict[int, float] = {}
        self._own: dict[int, float] = {}
        self._before: dict[int, int | None] = {}
        self._figures: list[int] = []
        self._heaviest: list[float] = []
        """The heaviest course up to each of `_figures`: both rise."""

    def open(self, figures: set[int], later: bool = True) -> None:
        """The figures of one moment. They go on from none where it is not known to be `later` than others."""
        for figure in sorted(figures - self._weight.keys(), reverse=True):
            at = bisect_left(self._figures, figure) - 1
            goes_on = later and at >= 0
            self._before[figure] = self._figures[at] if goes_on else None
            self._weight[figure] = self._heaviest[at] if goes_on else 0.0
            self._own[figure] = 0.0

    def add(self, figure: int, weight: float) -> None:
        """One source more behind a figure."""
        self._own[figure] += weight
        self._weight[figure] = total = self._weight[figure] + weight
        at = bisect_left(self._figures, figure)
        if at < len(self._figures) and self._figures[at] == figure:
            self._heaviest[at] = max(total, self._heaviest[at])
        elif at and self._heaviest[at - 1] >= total:
            return
        else:
            self._figures.insert(at, figure)
            self._heaviest.insert(at, total)
        while at + 1 < len(self._figures) and self._heaviest[at + 1] <= total:
            del self._figures[at + 1], self._heaviest[at + 1]

    def end(self) -> int:
        """Where the heaviest course ends; of equals the one that came up last, then the lower."""
        order = {figure: place for place, figure in enumerate(self._weight)}
        figure = max(self._weight, key=lambda figure: (round(self._weight[figure], 6), order[figure]))
        before = self._before[figure]
        while before is not None and self._is_leap(before, figure):
            figure, before = before, self._before[before]
        return figure

    def _is_leap(self, before: int, figure: int) -> bool:
        lonely = self._own[figure] <= _LONE and self._own[before] >= _SETTLED
        return lonely and before >= 0 and figure > _LEAP * (before + 2)
