"""A story made of its articles: title, copies, times, names."""

from collections.abc import Iterable, Sequence

from dateline.merging.outcomes import Copy, Story
from dateline.merging.reports.report import Report

__all__ = ["story_of"]


def story_of(story: str, reports: Sequence[Report], copies: Iterable[Copy], independent: int) -> Story:
    """The story of these articles; `copies` are the copies among them."""
    ordered = sorted(reports, key=lambda report: (report.dated or "9", report.article))
    copied = tuple(sorted(copies, key=lambda copy: (copy.of, copy.article)))
    return Story(
        story=story,
        title=ordered[0].headline or ordered[0].opening,
        articles=tuple(report.article for report in ordered),
        duplicates=tuple((copy.of, copy.article, copy.similarity) for copy in copied),
        copies=copied,
        independent=independent,
    )
