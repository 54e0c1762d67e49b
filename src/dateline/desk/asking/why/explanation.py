"""What an explanation is made of."""

from typing import Literal

from msgspec import Struct

from dateline.desk.asking.judgements.judgements import JudgementRow
from dateline.merging.outcomes import Incident, Link, Story

__all__ = ["Explanation", "Kind", "Struck", "Telling"]

Kind = Literal["incident", "story", "pair"]


class Telling(Struct, frozen=True, kw_only=True):
    """An article of an incident or a story."""

    article: str
    headline: str | None
    outlet: str | None
    published: str | None
    """ISO 8601; the day that it is sorted by, where the publication tells none."""
    location: str
    facts: tuple[str, ...] = ()
    """Of the incident's events in it."""
    words: str = ""
    """The sentence that tells of it first."""
    copy_of: str | None = None
    """The article whose words it has, where it does."""
    how: str | None = None
    """In which way it copies."""
    similarity: float | None = None
    replaces: bool = False
    """Whether it is an update by which the other no longer stands."""


class Struck(Struct, frozen=True, kw_only=True):
    """A fact that somebody judged wrong: no question finds it any more."""

    fact: str
    kind: str
    words: str
    article: str
    who: str
    why: str | None
    at: str


class Explanation(Struct, frozen=True, kw_only=True):
    """Why articles are one incident or one story, or why two are not."""

    about: Kind
    id: str
    title: str
    sentences: tuple[str, ...]
    """The explanation in sentences, the most important first."""
    incident: Incident | None = None
    story: Story | None = None
    tellings: tuple[Telling, ...] = ()
    """In the order in which they were published."""
    ties: tuple[Link, ...] = ()
    """What holds it together, the best first: so many that they reach every telling, where that can be."""
    apart: tuple[Link, ...] = ()
    """What is near and was kept apart, the nearest first; the right one of each is outside."""
    judgements: tuple[JudgementRow, ...] = ()
    """What people decided about it or a part of it, the last first."""
    wrong: tuple[Struck, ...] = ()
    """Facts of its articles that were judged wrong."""
