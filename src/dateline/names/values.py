"""What comparing two names gives."""

from typing import Literal

from msgspec import Struct

Kind = Literal["person", "organisation"]


class Likeness(Struct, frozen=True):
    """How likely two names are one name, and why.

    It says nothing of whether two bearers of one name are one and the same: there are many called John Smith.
    """

    score: float
    """0.0 to 1.0; 0.5 is the line between two names and one."""

    reasons: tuple[str, ...]
    """What speaks for and against, in sentences that a person can check."""

    kind: Kind
    """What the names were compared as."""

    @property
    def same(self) -> bool:
        """Whether the score reaches the line."""
        return self.score >= 0.5


VariantRule = Literal["same letters", "romanisation", "ending", "slip"]


class Variant(Struct, frozen=True):
    """Two spellings of one name within one story."""

    rule: VariantRule
    """What makes them one, from the surest to the least sure."""

    reason: str
    """The same in a sentence."""
