"""Which telling of an incident is the best, and the words that it is called by."""

import re
from collections import Counter
from collections.abc import Sequence

from dateline.merging.parts import Part
from dateline.merging.words import stems

__all__ = ["best_first", "title_of"]

_DATELINE = re.compile(r"[A-Z][A-Z'./]+(?: [A-Z'./]+)*[^—–.?!]{0,40}?(?:\s[—–]|\s--?)\s|\([A-Z][A-Za-z]{1,11}\)\s")
"""What stands before the first sentence of a story: "LUND, Sweden (AP) — "."""
_FEW = 8
"""Words that a telling has at least, for comparing: one of two words tells little."""
_SHARED = 6.0
"""How much it weighs that others share the words, against one thing known (place, time, who, how many)."""
_STATUS = {"asserted": 0, "historical": 1, "possible": 2, "planned": 2, "requested": 3, "denied": 4}


def best_first(parts: Sequence[Part]) -> list[Part]:
    """The tellings, the best one first.

    It is of what happened, from the lead, no copy; it tells place, time and who, in words that most others share.
    """
    if len(parts) == 1:
        return [*parts]
    counts = Counter(word for part in parts for word in part.happening.words)
    return sorted(parts, key=lambda part: _worth(part, _shared(part, counts) / len(parts)))


def title_of(part: Part) -> str:
    """The headline where it tells of the event, else the sentence that does."""
    happening, headline = part.happening, part.report.headline
    if headline and happening.lead and not set(happening.triggers).isdisjoint(stems(headline)):
        return headline
    dateline = _DATELINE.match(happening.sentence)
    return happening.sentence[dateline.end() if dateline else 0 :] or headline or ""


def _shared(part: Part, counts: Counter[str]) -> float:
    """How many tellings share a word of this one, on average."""
    words = part.happening.words
    return sum(map(counts.__getitem__, words)) / max(_FEW, len(words))


def _worth(part: Part, shared: float) -> tuple[int, bool, bool, float, str, str]:
    happening = part.happening
    known = sum(
        map(bool, (happening.places, happening.earliest, happening.actors, happening.recipients, happening.tolls))
    )
    told = known - (happening.said_by is not None) + happening.confidence + _SHARED * shared
    return (
        _STATUS[happening.status], not happening.lead, part.copy_of is not None, -round(told, 6),
        part.report.dated or "9", happening.fact,
    )  # fmt: skip
