"""Our own tables: countries, regions, states and provinces, counties, towns and natural features of the news."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from .folding import fold

FOLDER = Path(__file__).parent.parent
TABLES = ("countries.tsv", "regions.tsv", "admin1.tsv", "admin2.tsv", "cities.tsv", "features.tsv")
_PEOPLES = {"countries.tsv": ("iso3", "adjectives", "nouns")} | dict.fromkeys(TABLES[1:3], ("country", "demonyms"))


def table(name: str) -> list[dict[str, str]]:
    """The rows of one of our tables."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def words(cell: str) -> list[str]:
    """The parts of a cell, which semicolons separate."""
    return [word for word in cell.split(";") if word]


class People(NamedTuple):
    """Whose a demonym is: a country's (ISO 3166-1 alpha-3), or a region's, by name; neither where several claim it."""

    country: str | None
    region: str | None


def demonyms() -> dict[str, People]:
    """Folded names of peoples, and whose they are. A state's or province's people are its country's."""
    claims: dict[str, set[People]] = defaultdict(set)
    for name, (country, *columns) in _PEOPLES.items():
        for row in table(name):
            people = People(row[country] or None, None if row[country] else row["name"])
            for word in words(";".join(row[column] for column in columns)):
                claims[fold(word)].add(people)
    return {word: next(iter(who)) if len(who) == 1 else People(None, None) for word, who in claims.items()}
