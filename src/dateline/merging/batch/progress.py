"""What comes out of a run, and how far it is."""

from collections.abc import Callable
from typing import Literal, NamedTuple

__all__ = ["Done", "Outcome", "Tell"]


class Done(NamedTuple):
    """How far a run is."""

    step: Literal["reading", "comparing", "stories", "incidents", "people"]
    done: int
    total: int
    """0 while it is not known."""


class Outcome(NamedTuple):
    """A line of the outcome, and what it is."""

    what: Literal["story", "incident", "link"]
    line: bytes


Tell = Callable[[Done], None]
