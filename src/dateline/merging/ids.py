"""The ids of stories and incidents: they follow from what was told first, so that the same reports give the same."""

from hashlib import blake2b

__all__ = ["incident_id", "story_id"]


def story_id(article: str) -> str:
    """The id of the story that this article, the first one, founds."""
    return f"story-{_hash(article)}"


def incident_id(fact: str) -> str:
    """The id of the incident that this event's fact, the first one, founds."""
    return f"incident-{_hash(fact)}"


def _hash(told: str) -> str:
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
