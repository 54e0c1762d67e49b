"""What two articles have in common that tells whether they are of one story, in a few numbers."""

import re
from collections.abc import Iterable, Mapping
from math import fsum, log1p, sqrt
from typing import NamedTuple

from dateline.merging.reports.report import Report
from dateline.merging.words import stem

__all__ = ["Evidence", "evidence", "nearness", "shared_people", "shared_terms"]

_WORD = re.compile(r"[^\W_]+")

_SITES = 4
"""Common places beyond which more tell no more."""


class Evidence(NamedTuple):
    """Each from 0.0 to 1.0, but for `apart`."""

    words: float
    """The root of the cosine of their telling words."""
    lead: float
    """The share of the words of the lighter lead that the other lead has too, by weight."""
    names: float
    """The root of the cosine of their names' words."""
    places: float
    """Places in common, without countries."""
    abroad: float
    """1.0 where both name countries, and none in common."""
    figures: float
    """The share of the figures of the one with fewer."""
    strangers: float
    """1.0 where both name people, and nobody in common."""
    elsewhere: float
    """1.0 where both leads have rare names, and the other article has none of them."""
    apart: float | None
    """Days between them; None where a day is not known."""
    since: float | None = None
    """Days between what their leads tell, at the least; None where one of them tells of no dated event."""


def evidence(one: Report, other: Report) -> Evidence:
    """What two articles have in common."""
    left, right = one.outline, other.outline
    size = left.size * right.size
    apart = None if left.day is None or right.day is None else float(abs(left.day - right.day))
    return Evidence(
        sqrt(min(1.0, _product(one.terms, other.terms) / size)) if size else 0.0,
        _overlap(left.lead, right.lead),
        sqrt(min(1.0, _product(left.called, right.called))),
        min(_SITES, _many(left.sites, right.sites)) / _SITES,
        float(_strangers(left.countries, right.countries)),
        _many(left.figures, right.figures) / max(2, min(len(left.figures), len(right.figures))),
        float(_strangers(left.people, right.people)),
        float(_strangers(left.leading, right.rare) and _strangers(right.leading, left.rare)),
        apart,
        _since(left.happened, right.happened) if apart else None,
    )


def _since(left: tuple[int, ...], right: tuple[int, ...]) -> float | None:
    return float(min(abs(one - other) for one in left for other in right)) if left and right else None


def nearness(apart: float | None, near: float, fall: float) -> float:
    """What the days between two articles tell: `near` on one day, by `fall` less for each day's logarithm."""
    return 0.0 if apart is None else near - fall * log1p(apart / 2)


def shared_terms(one: Report, other: Report) -> list[str]:
    """The telling words of both, the heaviest first: as a headline or a sentence writes them, else their stems."""
    both = one.terms.keys() & other.terms.keys()
    written = {stem(word): word for report in (other, one) for word in _shown(report)}
    ordered = sorted(both, key=lambda term: (-one.terms[term] * other.terms[term], term))
    return [written.get(term, term) for term in ordered]


def _shown(report: Report) -> list[str]:
    told = (report.headline or "", report.opening, *(happening.sentence for happening in report.happenings))
    return _WORD.findall(" ".join(told).lower())


def shared_people(one: Report, other: Report) -> list[str]:
    """Whom, what and where both name, as the first of them writes it; who is named most comes first."""
    words = {word for named in other.names if named.proper for word in named.words[-1:]}
    both = (named for named in one.names if named.proper and named.words and named.words[-1] in words)
    ordered = sorted(both, key=lambda named: (named.kind == "place", -named.mentions, named.name))
    return list(dict.fromkeys(named.name for named in ordered))


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The sum does not depend on the order in which a set gives its words: fsum rounds but once."""
    return fsum([one[word] * other[word] for word in one.keys() & other.keys()])


def _overlap(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    both = one.keys() & other.keys()
    if not both:
        return 0.0
    lighter = min(fsum(one.values()), fsum(other.values()))
    return fsum([min(one[word], other[word]) for word in both]) / lighter


def _many(one: Iterable[str | int], other: Iterable[str | int]) -> int:
    return len(set(one).intersection(other)) if one and other else 0


def _strangers(one: Iterable[str], other: Iterable[str]) -> bool:
    return bool(one and other) and set(one).isdisjoint(other)
