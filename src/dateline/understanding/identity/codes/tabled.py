"""Codes of bodies that stand in the tables: which of its namesakes a name is, by the countries of the story."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from dateline.bodies import SUPRANATIONAL, KnownName, known
from dateline.understanding.identity.codes.clues import Clue, Story
from dateline.understanding.identity.codes.wording import body_words
from dateline.values import Span

HOMELY = frozenset({"parties", "ngos"})
"""Tables whose names many countries have alike; the story must name the country."""


class Tabled(Struct, frozen=True):
    """What the tables say of a name: a clue for its country and one for its sector, as far as they are sure."""

    country: Clue | None = None
    sector: Clue | None = None


def tabled(story: Story, name: str, span: Span, hint: str | None) -> Tabled | None:
    """What the tables say of a body; `hint` is the country that its own words tell. None for a name not in them."""
    rows = _rows(story.annotation.words.language.code, name)
    if not rows:
        return None
    fits = [row for row in rows if hint and row.country == hint] or [row for row in rows if _at_home(story, row)]
    if len(rows) > 1 and len({(row.sector, row.country) for row in fits}) != 1:
        return _common(fits or rows, span)
    row = (fits or rows)[0]
    return Tabled(_country(story, row, name, span, hint), Clue(row.sector, span, "name table") if row.sector else None)


def _country(story: Story, row: KnownName, name: str, span: Span, hint: str | None) -> Clue | None:
    if not row.country:
        return None
    if row.table not in HOMELY or row.country in SUPRANATIONAL or hint == row.country or _at_home(story, row):
        return Clue(row.country, span, "name table")
    words = name.split()
    if len(name) < 3 or (len(words) < 3 and words[-1].lower() in story.words.added):
        return None  # there is a Labour Party in many countries
    return Clue(row.country, span, "name table", 0.65, "the story does not name the country that the tables give")


def _at_home(story: Story, row: KnownName) -> bool:
    return row.country in SUPRANATIONAL or row.country in story.countries


def _common(rows: Sequence[KnownName], span: Span) -> Tabled:
    """What all bodies of this name have in common."""
    countries, sectors = {row.country for row in rows}, {row.sector for row in rows}
    reason = "several bodies are called so, and the story does not tell which"
    country = Clue(countries.pop(), span, "name table") if len(countries) == 1 else None
    sector = Clue(sectors.pop(), span, "name table", 0.7, reason) if len(sectors) == 1 else None
    return Tabled(country if country and country.code else None, sector if sector and sector.code else None)


@lru_cache(4096)
def _rows(code: str, name: str) -> tuple[KnownName, ...]:
    """The rows of a name, else of the name without the noun behind it ("Boko Haram group")."""
    if rows := known(name):
        return rows
    words = name.split()
    if len(words) > 1 and words[-1].lower() in body_words(code).added:
        return known(" ".join(words[:-1]))
    return ()
