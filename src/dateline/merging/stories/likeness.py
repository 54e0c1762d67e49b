"""How likely two articles tell one story: by words, names, places, figures and days."""

from itertools import combinations
from math import exp

from dateline.merging.keys import key
from dateline.merging.reports.report import Report
from dateline.merging.stories.evidence import Evidence, evidence, nearness, shared_people, shared_terms
from dateline.merging.stories.weights import BIAS, FALL, NEAR, WEIGHTS
from dateline.merging.ties import Tie

__all__ = ["DENSITY", "LINE", "keys_of", "story_reasons", "story_tie"]

LINE = 0.5
"""The score from which two articles are one story."""
DENSITY = 0.2
"""Where two groups of articles join, at least this share of their pairs speaks for it: see `clusters`."""
_CERTAIN = ((21, 0.02), (90, 0.1))
"""Days between two articles, and the score below which they are then certainly not of one story: what runs for months
is not one happening, and no chain of articles between them makes it one."""
_DAYS, _NAMED, _ALIKE = 3, 0.35, 0.3
"""Days between two articles, and the likeness of their names, from and below which other people in another place are
certainly another story though the words are so alike that they score so much."""
_ALONE, _PAIRED = 4, 4
"""Of the stems that tell most of a report: how many find it alone, and how many in pairs."""


def keys_of(report: Report) -> tuple[int, ...]:
    """The keys under which articles of one story are found: what tells most of each, alone and in pairs.

    A word alone finds whoever has it; where a crowd has it, its pairs still tell.
    """
    anchors = _anchors(report)
    groups = (*((anchor,) for anchor in anchors[:_ALONE]), *combinations(anchors[:_PAIRED], 2))
    return tuple(key("story", *sorted(group)) for group in groups)


def _anchors(report: Report) -> list[str]:
    """The heaviest stems; those that stand in the lead and in names count twice and thrice."""
    lead, called = report.outline.lead, report.outline.called
    heavy = {term: much * (1 + (term in lead) + (term in called)) for term, much in report.terms.items()}
    return sorted(heavy, key=lambda term: (-heavy[term], term))[: max(_ALONE, _PAIRED)]


def story_tie(one: Report, other: Report) -> Tie:
    """How likely two articles tell one story."""
    found = evidence(one, other)
    score = round(1 / (1 + exp(-_logit(found))), 4)
    return Tie(one.article, other.article, score, "different" if _strange(score, found) else "unsure")


def _strange(score: float, found: Evidence) -> bool:
    """Whether they are certainly not of one story: far apart, or of other people, places and days, whatever words."""
    if found.apart is None:
        return False
    others = found.strangers and found.elsewhere and not found.places and found.names < _NAMED
    return bool(others and found.apart >= _DAYS and score >= _ALIKE) or any(
        found.apart >= days and score < least for days, least in _CERTAIN
    )


def _logit(found: Evidence) -> float:
    told = (
        WEIGHTS.words * found.words + WEIGHTS.lead * found.lead + WEIGHTS.names * found.names
        + WEIGHTS.places * found.places + WEIGHTS.abroad * found.abroad + WEIGHTS.figures * found.figures
        + WEIGHTS.strangers * found.strangers + WEIGHTS.elsewhere * found.elsewhere
    )  # fmt: skip
    return BIAS + told + nearness(found.apart, NEAR, FALL)


def story_reasons(one: Report, other: Report) -> tuple[str, ...]:
    """What speaks for and against one story, in sentences."""
    found = evidence(one, other)
    words, names = shared_terms(one, other)[:5], shared_people(one, other)[:5]
    return (
        *((f"same names: {', '.join(names)}",) if names else ()),
        *((f"same words: {', '.join(words)}",) if words else ("no word in common that tells anything",)),
        *(("no person is named in both",) if found.strangers else ()),
        *(("other names in the lead",) if found.elsewhere else ()),
        *(("different countries",) if found.abroad else ()),
        *((_apart(found.apart),) if found.apart is not None else ()),
    )


def _apart(days: float) -> str:
    return "same day" if days < 1 else f"{days:.0f} day{'s' if days > 1 else ''} apart"
