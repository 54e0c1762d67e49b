"""Places that lie within a country or a province."""

import sqlite3
from collections.abc import Sequence

from dateline.annotation.gazetteer import gazetteer
from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.who.names import Bearer

Division = tuple[str, str | None]
"""A country (ISO 3166-1 alpha-3), and the code of a province or None for all of them."""

SHARE = 0.2
"""Of the places of a name, the share that a country or a province must be."""


def territory(connection: sqlite3.Connection, name: str, bearers: Sequence[Bearer]) -> list[Division]:
    """The countries and provinces that are meant by a name: those that many of its places in the desk are.

    A name that mostly means a town is not meant for the province ("Washington"). Where nobody in the desk has the
    name, it is the country or province that the gazetteer knows best by it.
    """
    keys = keys_of([bearer.fact for bearer in bearers if bearer.kind == "place"])
    query = f"SELECT feature, country, admin1, count(*) FROM places WHERE fact IN {KEYS} GROUP BY 1, 2, 3"
    rows = connection.execute(query, (keys,)).fetchall()
    many = sum(row[-1] for row in rows)
    found = {division for *row, facts in rows if facts >= SHARE * many and (division := division_of(*row))}
    if not bearers and (entry := next(iter(gazetteer().places(name)), None)):
        found |= {division for division in (division_of(entry.feature, entry.country, entry.admin1),) if division}
    countries = {country for country, admin1 in found if admin1 is None}
    return sorted(
        ((country, admin1) for country, admin1 in found if admin1 is None or country not in countries), key=str
    )


def division_of(feature: str | None, country: str | None, admin1: str | None) -> Division | None:
    """The country or province that a place of this feature (GeoNames' code) is; None for any other place."""
    if not (feature and country):
        return None
    if feature.startswith("PCL"):
        return (country, None)
    return (country, admin1) if feature == "ADM1" and admin1 else None
