"""Stories as rows of a table: one value a column, for spreadsheets and data frames."""

from msgspec import Struct

from dateline.desk.asking.rows import Rows
from dateline.merging.outcomes import Story

__all__ = ["FlatStory", "flat"]


class FlatStory(Struct, frozen=True, kw_only=True):
    """A story without what is nested in it."""

    story: str
    title: str
    first: str | None
    last: str | None
    reports: int
    """How many articles."""
    independent: int
    copies: int
    """How many of them copy another one."""
    names: tuple[str, ...]
    articles: tuple[str, ...]


def flat(rows: Rows[Story]) -> Rows[FlatStory]:
    """The same stories, in the same order, as rows of a table."""
    return Rows(FlatStory, map(_flat, rows), total=rows.total, notes=rows.notes)


def _flat(story: Story) -> FlatStory:
    return FlatStory(
        story=story.story,
        title=story.title,
        first=story.first,
        last=story.last,
        reports=len(story.articles),
        independent=story.independent,
        copies=len({copy.article for copy in story.copies}),
        names=story.names,
        articles=story.articles,
    )
