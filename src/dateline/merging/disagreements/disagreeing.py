"""Where reports of one event do not agree."""

from collections.abc import Sequence

from dateline.merging.parts import Part
from dateline.merging.outcomes import Disagreement

__all__ = ["disagreements_of"]


def disagreements_of(parts: Sequence[Part]) -> tuple[Disagreement, ...]:
    """What the reports of one event do not agree on; `parts` are in the order in which they were published."""
    return ()
