"""What most independent sources say: every source has one vote for a thing, by its surest telling of it."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

__all__ = ["votes"]

Choice = TypeVar("Choice", bound=Hashable)


def votes(told: Iterable[tuple[Choice, str, float]]) -> dict[Choice, float]:
    """Choices with their weight, from (choice, source, confidence); in the order in which they come up."""
    surest: dict[Choice, dict[str, float]] = {}
    for choice, source, confidence in told:
        by_source = surest.setdefault(choice, {})
        if confidence > by_source.get(source, 0.0):
            by_source[source] = confidence
    return {choice: sum(sorted(by_source.values())) for choice, by_source in surest.items()}
