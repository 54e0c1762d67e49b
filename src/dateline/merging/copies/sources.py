"""Which reports go back to one source: copies of copies, one agency's words, one outlet's own reports."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from urllib.parse import urlsplit

from dateline.merging.copies.signatures import shared
from dateline.merging.outcomes import Copy
from dateline.merging.reports.report import Report

__all__ = ["sources_of"]

_MUCH = 0.2
"""The share of words, or of the opening's, by which two reports that credit one agency have them from it."""
_CROWD = 60
"""Reports that credit one agency beyond which only copies tell who has whose words."""


def sources_of(reports: Sequence[Report], copies: Iterable[Copy]) -> dict[str, str]:
    """For each article the name of its source: one name for all that go back to one.

    Reports that copy each other, over however many steps, have one source, and so have reports that credit one agency
    and share much of its words; a credit alone makes none. The source is that agency, else the outlet that came first,
    else the host of its address, else the article itself. Copies of articles that are not among the reports tell
    nothing.
    """
    ordered = sorted(reports, key=lambda report: (report.dated or "9", report.article))
    group = {report.article: report.article for report in ordered}
    for one, other in (*((copy.of, copy.article) for copy in copies), *_credited(ordered)):
        if one in group and other in group:
            _join(group, one, other)
    members: dict[str, list[Report]] = defaultdict(list)
    for report in ordered:
        members[_root(group, report.article)].append(report)
    return {report.article: _name(each) for each in members.values() for report in each}


def _credited(reports: Sequence[Report]) -> list[tuple[str, str]]:
    """Pairs of articles that credit one agency and share much of their words."""
    clients: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        for agency in {agency.casefold() for agency in report.agencies}:
            clients[agency].append(report)
    crowds = (each for each in clients.values() if 1 < len(each) <= _CROWD)
    pairs = (pair for crowd in crowds for pair in combinations(crowd, 2))
    return [
        (one.article, other.article) for one, other in pairs if max(shared(one.signature, other.signature)) >= _MUCH
    ]


def _root(group: dict[str, str], article: str) -> str:
    while group[article] != article:
        group[article] = group[group[article]]
        article = group[article]
    return article


def _join(group: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_root(group, one), _root(group, other)))
    group[second] = first


def _name(members: Sequence[Report]) -> str:
    """The name of the source of some reports, in the order in which they came."""
    credited = Counter(agency for report in members for agency in dict.fromkeys(report.agencies))
    agency, often = max(credited.items(), key=lambda each: each[1], default=("", 0))  # of equals the first
    if often > 1:
        return agency
    first = members[0]
    host = urlsplit(first.location).hostname if "://" in first.location else None
    return first.outlet or (host.removeprefix("www.") if host else None) or first.article
