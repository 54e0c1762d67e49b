"""What comparing two things gives before it is put into words."""

from typing import NamedTuple

from dateline.merging.outcomes import Verdict

__all__ = ["Tie"]


class Tie(NamedTuple):
    """How likely two things are one and the same. `different` means for certain, `unsure` that nobody knows."""

    left: str
    right: str
    score: float
    """0.0 to 1.0."""
    verdict: Verdict
    by_hand: bool = False
    """Whether a person decided it: stronger than all scores."""
