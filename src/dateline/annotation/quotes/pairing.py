"""The marks of a block paired by the cheapest reading: pairs beside and inside one another, and what is left over."""

from collections.abc import Sequence

from msgspec import Struct

from dateline.annotation.quotes.marks import Kind, Mark

CONTINUED = 0.5
"""What it costs to leave a quotation open for the next block, or to open a paragraph of it anew."""
LENGTH = 0.002
"""What each quoted letter costs: of two repairs that fit equally, the one that quotes less wins."""
NESTED = 1.0
"""What a quotation costs that stands in another one with marks of the same kind; of the other kind, little."""
ANOTHER = 0.1
UNLIKE = 2.0
"""What it costs to open with a double mark and to close with a single one, or the other way."""
MIXED = 0.6
"""What it costs to open with a mark of one style and to close with another: straight, curly or angled."""
PARAGRAPH = 500
"""Letters that a paragraph of a quotation may have in a block that runs paragraphs together."""
WIDEST = 24
"""Marks over which a pair may reach."""


class Pair(Struct, frozen=True):
    """Two marks, and the pairs between them."""

    opening: Mark
    closing: Mark
    nested: tuple["Pair", ...] = ()


class Pairing(Struct, frozen=True):
    """The cheapest reading of a block's marks. `open_at` is a mark left open at the block's end, `inside` its pairs."""

    cost: float
    pairs: tuple[Pair, ...] = ()
    strays: tuple[Mark, ...] = ()
    open_at: Mark | None = None
    inside: tuple[Pair, ...] = ()


def _may_pair(first: Mark, last: Mark) -> bool:
    """Marks of two kinds make a pair only where the single one is no apostrophe."""
    return first.kind == last.kind or (first.is_sure and last.is_sure)


def paired(found: Sequence[Mark], taken_up: Mark | None = None) -> Pairing:
    """The cheapest way to read the marks as pairs, as apostrophes, and as strays.

    `taken_up`: the mark that the next block opens with; one like it may stay open at no great cost.
    """
    reader = _Reader(found)
    count = len(found)
    for i in range(count):  # from the left, so that no call goes deep
        reader.cost(None, 0, i)
    cost, best = reader.cost(None, 0, count), -1
    for i, mark in enumerate(found):
        if taken_up is not None and _may_stay_open(mark, found[i + 1 :], taken_up):
            opened = reader.cost(None, 0, i) + mark.opens + CONTINUED + reader.cost(mark.kind, i + 1, count)
            if opened < cost:
                cost, best = opened, i
    if best < 0:
        return Pairing(cost, *reader.read(None, 0, count))
    pairs, strays = reader.read(None, 0, best)
    inside, more = reader.read(found[best].kind, best + 1, count)
    return Pairing(cost, pairs, (*strays, *more), found[best], inside)


def _may_stay_open(mark: Mark, later: Sequence[Mark], taken_up: Mark) -> bool:
    """Whether a mark may open what the next block goes on with. No mark like it stands inside its own quotation."""
    if not (mark.is_like(taken_up) and mark.starts and mark.opens < mark.closes and len(later) < WIDEST):
        return False
    return mark.kind == "single" or all(other.renews or not other.is_like(mark) for other in later)


class _Reader:
    """Costs of runs of marks, each reckoned once: the marks from `i` up to `j`, inside marks of a kind or none."""

    def __init__(self, found: Sequence[Mark]) -> None:
        self._marks = found
        self._known: dict[tuple[Kind | None, int, int], tuple[float, int]] = {}

    def cost(self, outer: Kind | None, i: int, j: int) -> float:
        """The cost of the cheapest reading of a run."""
        return self._best(outer, i, j)[0] if j > i else 0.0

    def read(self, outer: Kind | None, i: int, j: int) -> tuple[tuple[Pair, ...], tuple[Mark, ...]]:
        """The pairs and the strays of that reading; what is surely an apostrophe is neither."""
        pairs: list[Pair] = []
        strays: list[Mark] = []
        while j > i:
            partner = self._best(outer, i, j)[1]
            last = self._marks[j - 1]
            if partner < 0:
                if (last.is_stray or last.is_sure) and not self._renews(outer, i, j - 1):
                    strays.append(last)
                j -= 1
            else:
                nested, more = self.read(self._marks[partner].kind, partner + 1, j - 1)
                pairs.append(Pair(self._marks[partner], last, nested))
                strays += more
                j = partner
        return tuple(reversed(pairs)), tuple(sorted(strays, key=lambda mark: mark.start))

    def _best(self, outer: Kind | None, i: int, j: int) -> tuple[float, int]:
        """The cost, and the mark that the last one closes (-1: none)."""
        key = (outer, i, j)
        if key not in self._known:
            last = self._marks[j - 1]
            lone = min(CONTINUED, last.lone) if self._renews(outer, i, j - 1) else last.lone
            best = self.cost(outer, i, j - 1) + lone, -1
            for k in range(j - 2, max(i, j - WIDEST) - 1, -1):
                first = self._marks[k]
                if (own := first.opens + last.closes) < first.lone + last.lone and _may_pair(first, last):
                    whole = self.cost(outer, i, k) + own + self._between(first, last) + self._inside(outer, first)
                    if whole < best[0]:  # else what stands between them cannot make it better
                        best = min(best, (whole + self.cost(first.kind, k + 1, j - 1), k))
            self._known[key] = best
        return self._known[key]

    def _between(self, first: Mark, last: Mark) -> float:
        unlike = UNLIKE * (first.kind != last.kind) or MIXED * (first.style != last.style)
        return LENGTH * (last.start - first.end) + unlike

    def _inside(self, outer: Kind | None, first: Mark) -> float:
        return 0.0 if outer is None else NESTED if outer == first.kind else ANOTHER

    def _renews(self, outer: Kind | None, i: int, at: int) -> bool:
        """Whether a mark inside a quotation opens its next paragraph."""
        mark = self._marks[at]
        if not mark.renews or mark.kind != outer:
            return False
        return at > 0 and mark.start - self._marks[at - 1].end <= PARAGRAPH
