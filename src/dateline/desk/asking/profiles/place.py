"""One place in all the articles of a desk."""

import sqlite3
from collections.abc import Sequence

from msgspec import Struct

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.articles.hits import Hit
from dateline.desk.asking.profiles.appearances import Appearances, incidents_at
from dateline.desk.asking.profiles.company import Company, company_of
from dateline.desk.asking.profiles.coverage import Page, coverage_of
from dateline.desk.asking.profiles.likenesses import Likeness, likenesses_of
from dateline.desk.asking.profiles.profile import NameUsed, Said, articles_shown, names_used, said_by
from dateline.desk.asking.profiles.subject import Subject, subject_of
from dateline.desk.asking.who.territories import Division, division_of
from dateline.desk.storage.transactions import snapshot
from dateline.values import PlacePrecision

__all__ = ["PlaceProfile", "Placing", "place"]

PLACINGS = 5
_PLACED = f"""
SELECT geonames, lat, lon, country, admin1, feature, "precision", count(DISTINCT article) AS articles FROM places
WHERE fact IN {KEYS} GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY lat IS NULL, articles DESC LIMIT {PLACINGS}
"""


class Placing(Struct, frozen=True, kw_only=True):
    """Where articles place it, and how many do."""

    geonames: int | None
    """GeoNames' id."""
    lat: float | None
    """Degrees north (WGS 84); None where the map does not know it."""
    lon: float | None
    country: str | None
    """ISO 3166-1 alpha-3."""
    admin1: str | None
    """GeoNames' code of the province."""
    feature: str | None
    """GeoNames' feature code: PPLC a capital, PCLI a country ..."""
    precision: PlacePrecision
    """How exactly the point is meant: of a country it is the middle of it, and says no more than which country."""
    articles: int


class PlaceProfile(Struct, frozen=True, kw_only=True):
    """What all articles together tell of a place."""

    id: str | None
    """Of its identity; None where merging knows no place of this name."""
    name: str
    names: tuple[NameUsed, ...]
    placings: tuple[Placing, ...]
    """The one of most articles first; several where they do not agree."""
    articles: int
    """How many name it."""
    first: str | None
    """Day of the first of them; None where none tells its day."""
    last: str | None
    within: Division | None
    """A country, or a province of it, whose places count too for its incidents; None for a town."""
    incidents: Appearances
    """At it, and within it."""
    statements: Said
    """What a government is told to have said by the name of its country or capital."""
    company: Company
    """People and bodies that are named with it."""
    hits: tuple[Hit, ...]
    """A page of the articles, the latest first."""
    likenesses: tuple[Likeness, ...]
    """Other places that may be meant, or that only have its name."""
    notes: tuple[str, ...] = ()


def place(
    connection: sqlite3.Connection,
    where: str,
    *,
    incidents: Page = Page(),
    statements: Page = Page(),
    articles: Page = Page(),
) -> PlaceProfile:
    """All that is known of a place: of an identity's id, of the id of a fact, or of a name. Raises NotInDesk.

    The pages say which incidents, statements and articles are shown.
    """
    with snapshot(connection):
        subject = subject_of(connection, where, ("place",))
        facts, coverage = subject.facts, coverage_of(connection, subject.articles)
        placings = _placings(connection, facts)
        within = next((found for each in placings if (found := _within(each))), None)
        return PlaceProfile(
            id=subject.id,
            name=subject.name,
            names=names_used(subject),
            placings=placings,
            articles=len(coverage.days),
            first=coverage.first,
            last=coverage.last,
            within=within,
            incidents=incidents_at(connection, facts, incidents, within),
            statements=said_by(connection, facts, coverage, statements),
            company=company_of(connection, list(coverage.days), subject.key, ("person", "organisation")),
            hits=articles_shown(connection, coverage, articles),
            likenesses=tuple(likenesses_of(connection, subject.key, subject.others)) if subject.key else (),
            notes=_notes(subject, where, placings),
        )


def _placings(connection: sqlite3.Connection, facts: Sequence[int]) -> tuple[Placing, ...]:
    columns = Placing.__struct_fields__
    rows = connection.execute(_PLACED, (keys_of(facts),))
    return tuple(Placing(**dict(zip(columns, row, strict=True))) for row in rows)


def _within(placing: Placing) -> Division | None:
    return division_of(placing.feature, placing.country, placing.admin1)


def _notes(subject: Subject, asked: str, placings: Sequence[Placing]) -> tuple[str, ...]:
    notes = []
    if subject.others:
        notes.append(f"{asked!r} is taken for the one that most articles mean; other places have the name too")
    if not any(each.lat is not None for each in placings):
        notes.append("where it lies is not known: the map has no such place, or several that it may be")
    return tuple(notes)
