"""How likely two articles tell one story: by words, names, places and time."""

from math import exp, sqrt

from dateline.merging.keys import key
from dateline.merging.reports.report import Report
from dateline.merging.ties import Tie

__all__ = ["LINE", "keys_of", "story_reasons", "story_tie"]

LINE = 0.5


def keys_of(report: Report) -> tuple[int, ...]:
    """The keys under which articles of one story are found."""
    return tuple(key("story", term) for term in list(report.terms)[:8])


def story_tie(one: Report, other: Report) -> Tie:
    """How likely two articles tell one story."""
    shared = sum(much * other.terms.get(term, 0.0) for term, much in one.terms.items())
    size = sqrt(sum(x * x for x in one.terms.values()) * sum(x * x for x in other.terms.values()))
    cosine = shared / size if size else 0.0
    return Tie(one.article, other.article, 1 / (1 + exp(-12 * (cosine - 0.25))), "unsure")


def story_reasons(one: Report, other: Report) -> tuple[str, ...]:
    """What speaks for and against one story, in sentences."""
    shared = [term for term in one.terms if term in other.terms]
    return (f"same words: {', '.join(shared[:5])}",) if shared else ()
