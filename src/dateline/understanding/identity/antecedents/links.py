"""What a pronoun or noun was found to take up."""

from msgspec import Struct


class Link(Struct, frozen=True):
    """The word that a pronoun or noun takes up, by what rule, and how likely that is."""

    antecedent: int
    rule: str
    confidence: float
