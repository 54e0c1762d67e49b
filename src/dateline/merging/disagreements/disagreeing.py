"""Where reports of one event do not agree."""

from collections.abc import Mapping, Sequence

from dateline.merging.disagreements.blame import blame
from dateline.merging.disagreements.charges import charges
from dateline.merging.disagreements.denials import denials
from dateline.merging.disagreements.figures import figures
from dateline.merging.disagreements.heard import tellings
from dateline.merging.disagreements.reasons import reasons
from dateline.merging.disagreements.scenes import days, places
from dateline.merging.disagreements.statements import statements
from dateline.merging.disagreements.victims import kinds, names
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from dateline.merging.tolling import Tally, tallies_of

__all__ = ["disagreements_of"]

_OF_ALL = (kinds, blame, denials, charges, reasons)
_OF_SEVERAL = (days, places, names, statements)
"""What one report alone does not disagree on."""


def disagreements_of(parts: Sequence[Part], tallies: Mapping[str, Tally] | None = None) -> tuple[Disagreement, ...]:
    """What the reports of one event do not agree on, in any order of `parts`; `tallies` are theirs, where known.

    Only independent sources, or speakers that differ, make sides; copies are none. Counts that changed as time went on
    are one update.
    """
    if not parts:
        return ()
    ordered = sorted(parts, key=_order) if len(parts) > 1 else parts
    counts = tallies_of(ordered) if tallies is None else tallies
    found = list(figures(counts.values()))
    told = tellings([part for part in ordered if part.copy_of is None] or ordered)
    first = told[0].part.source
    several = any(telling.part.source != first for telling in told)
    for look in (*_OF_ALL, *_OF_SEVERAL) if several else _OF_ALL:
        found.extend(look(told))
    return tuple(found)


def _order(part: Part) -> tuple[str, str, int]:
    return (part.report.dated or "9", part.report.article, part.happening.start)
