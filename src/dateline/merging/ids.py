"""The ids of stories and incidents: they follow from what was told first, so that the same reports give the same."""

from collections.abc import Iterable
from hashlib import blake2b

__all__ = ["founder_of", "incident_id", "story_id"]

_SIZE = 8
"""Bytes of a hash."""


def story_id(article: str) -> str:
    """The id of the story that this article, the first one, founds."""
    return f"story-{_hash(article)}"


def incident_id(fact: str) -> str:
    """The id of the incident that this event's fact, the first one, founds."""
    return f"incident-{_hash(fact)}"


def _hash(told: str) -> str:
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


def founder_of(group: str, told: Iterable[bytes]) -> str | None:
    """Which of these facts, or articles, founded the incident, or the story, of this id; they are given in UTF-8."""
    wanted = bytes.fromhex(group.rpartition("-")[2])
    found = next((each for each in told if blake2b(each, digest_size=_SIZE).digest() == wanted), None)
    return None if found is None else found.decode()
