"""A score on its way."""

from msgspec import Struct

CONTRADICTED = 0.45
"""No higher where something speaks against it."""


class Verdict(Struct):
    """A score on its way, with what spoke for and against."""

    score: float
    reasons: list[str]

    def at_most(self, limit: float, reason: str) -> None:
        """Something speaks against it."""
        self.score = min(self.score, limit)
        self.reasons.append(reason)

    def less(self, factor: float, reason: str) -> None:
        """Something makes it less sure."""
        self.score *= factor
        self.reasons.append(reason)
