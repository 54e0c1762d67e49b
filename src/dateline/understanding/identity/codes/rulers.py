"""Codes of heads of state and government, whom stories often name without a word on their post."""

from dateline.bodies import KnownName, leaders
from dateline.understanding.identity.codes.clues import Clue, Story
from dateline.values import Span


def ruler(story: Story, name: str, span: Span, titled: bool) -> tuple[Clue, Clue | None] | None:
    """The country of the leader of this name, and GOV or ELI by the year of the story; None for nobody known.

    `titled`: a title of government stands with the name. Without one the story must name the country, unless the
    name is one that nobody else is known by.
    """
    rows = [row for row in leaders(name) if titled or row.alone or (row.whole and row.country in story.countries)]
    here = [row for row in rows if row.country in story.countries] or rows
    then = [row for row in here if story.year and _rules(row, story.year)] or here
    if len({row.country for row in then}) != 1:
        return None
    return Clue(then[0].country, span, "name table", 0.8), _sector(story.year, then, span)


def _sector(year: int | None, rows: list[KnownName], span: Span) -> Clue | None:
    """In office GOV, afterwards ELI, before nothing; GOV where the story does not say when it was written."""
    if year is None:
        return Clue(rows[0].sector, span, "name table", 0.6, "in which year this was is not known")
    if any(_rules(row, year) for row in rows):
        return Clue(rows[0].sector, span, "name table", 0.75)
    if all(year > last for row in rows for _, last in row.years):
        return Clue("ELI", span, "name table", 0.7, "the post is held no longer")
    return None


def _rules(row: KnownName, year: int) -> bool:
    return any(first <= year <= last for first, last in row.years)
