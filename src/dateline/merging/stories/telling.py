"""A story made of its articles: title, copies, times, names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dateline.merging.outcomes import Copy, Story
from dateline.merging.reports.report import Named, Report
from dateline.merging.words import stems

__all__ = ["story_of"]

_NAMES = 8
"""Names that are told at most."""
_TITLE = 140
"""Code points of a title that is made of a sentence."""
_BEFORE = re.compile(
    r"^(?:(?:RPT|UPDATE|CORRECTED|REFILE|WRAPUP|EXCLUSIVE|BREAKING|WATCH|VIDEO)\b[\s\d]*[-:]+\s*)+", re.I
)
_SITE = re.compile(r"\s+[|–—-]\s+(?:[A-Z][\w.&']*\s?){1,4}$")
"""An outlet behind a headline: " | The Example", " - Example News"."""


def story_of(story: str, reports: Sequence[Report], copies: Iterable[Copy], independent: int) -> Story:
    """The story of these articles; `copies` are the copies among them."""
    ordered = sorted(reports, key=lambda report: (report.dated or "9", report.article))
    copied = tuple(sorted(copies, key=lambda copy: (copy.of, copy.article)))
    own = _own(ordered, copied)
    days = [report.dated for report in ordered if report.dated]
    return Story(
        story=story,
        title=_title(own),
        articles=tuple(report.article for report in ordered),
        duplicates=tuple((copy.of, copy.article, copy.similarity) for copy in copied),
        copies=copied,
        first=min(days, default=None),
        last=max(days, default=None),
        names=_names(own),
        independent=independent,
    )


def _own(reports: Sequence[Report], copies: Sequence[Copy]) -> list[Report]:
    """The reports that copy no other, else all: what many printed weighs no more for it."""
    later = {copy.article for copy in copies}
    return [report for report in reports if report.article not in later] or list(reports)


def _title(reports: Sequence[Report]) -> str:
    """The headline that has most of what all tell in its words, of the likest report; else its first sentence."""
    common = _common(reports)
    titled = [(_cleaned(report.headline), report) for report in reports if report.headline]
    best = max(titled, key=lambda each: _worth(each[0], each[1], common), default=None)
    if best and best[0]:
        return best[0]
    central = max(reports, key=lambda report: _likeness(report, common))
    opening = " ".join((central.opening or central.headline or "").split())
    return opening if len(opening) <= _TITLE else opening[:_TITLE].rsplit(" ", 1)[0] + " …"


def _common(reports: Sequence[Report]) -> dict[str, float]:
    """What all tell: the sum of their terms, each report's as a vector of length one."""
    common: dict[str, float] = defaultdict(float)
    for report in reports:
        for term, much in report.terms.items():
            common[term] += much / (report.outline.size or 1.0)
    return common


def _likeness(report: Report, common: Mapping[str, float]) -> float:
    return sum(much * common[term] for term, much in report.terms.items()) / (report.outline.size or 1.0)


def _worth(headline: str, report: Report, common: Mapping[str, float]) -> float:
    """How much of what all tell a headline has, for its length, and how like its report is to all."""
    words = set(stems(headline))
    told = sum(common.get(word, 0.0) for word in words)
    return told / (4 + len(words)) * _likeness(report, common)


def _cleaned(headline: str | None) -> str:
    """A headline without the marks of versions before it and the outlet behind it."""
    words = _BEFORE.sub("", " ".join((headline or "").split()))
    return _SITE.sub("", words).strip(" -–—|:") or words


class _Called(NamedTuple):
    """A name over several reports."""

    reports: int
    mentions: int
    name: str


def _names(reports: Sequence[Report]) -> tuple[str, ...]:
    """Whom and what most reports name, most first; of one report alone, what it names more than once."""
    met: dict[tuple[str, str], list[tuple[str, Named]]] = defaultdict(list)
    for report in reports:
        own = {name.casefold() for name in (*report.agencies, report.outlet or "")}
        for named in report.names:
            if named.proper and named.words and named.name.casefold() not in own:
                met[named.kind, named.words[-1] if named.kind == "person" else " ".join(named.words)].append(
                    (report.article, named)
                )
    called = [_called([named for _, named in found], len({article for article, _ in found})) for found in met.values()]
    often = [each for each in called if each.reports * 2 > len(reports) and (len(reports) > 1 or each.mentions > 1)]
    often.sort(key=lambda each: (-each.reports, -each.mentions, each.name))
    return tuple(dict.fromkeys(each.name for each in often))[:_NAMES]


def _called(found: Sequence[Named], reports: int) -> _Called:
    """The form of a name that is met most, the longer of equals."""
    forms: dict[str, int] = defaultdict(int)
    for named in found:
        forms[named.name] += named.mentions
    name = max(forms, key=lambda form: (" " in form, forms[form], len(form), form))
    return _Called(reports, sum(forms.values()), name)
