"""What a measure of the desk gives: figures with their targets, printed as a small table."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """One line of a table. `most` and `least` are the target; without either there is none."""

    name: str
    value: float
    unit: str = ""
    most: float | None = None
    least: float | None = None

    @property
    def target(self) -> str:
        """The target in words."""
        if self.most is not None:
            return f"at most {self.most:g}"
        return "" if self.least is None else f"at least {self.least:g}"

    @property
    def verdict(self) -> str:
        """Whether it is met."""
        if not self.target:
            return ""
        met = (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)
        return "yes" if met else "NO"


def show(title: str, figures: Iterable[Figure]) -> None:
    """Prints the figures beside their targets."""
    print(f"\n{title}")
    for each in figures:
        print(f"  {each.name:44} {_short(each.value):>10} {each.unit:12} {each.target:16} {each.verdict}".rstrip())


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that this share of all values (0 to 1) does not exceed; 0 where there are none."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0


def _short(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) or abs(value) >= 1000 else f"{value:.3g}"
