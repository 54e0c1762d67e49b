"""Which place or country is meant by the words of a question, as the gazetteer in use knows them."""

from dateline.annotated import PlaceEntry
from dateline.annotation.gazetteer import Country, Gazetteer
from dateline.errors import BadQuestion

LARGE = 100_000
"""Inhabitants of a town that is meant although a country or a province has its name too."""


def place_meant(words: str, gazetteer: Gazetteer) -> PlaceEntry:
    """The most important place of this name: a capital, a populous town; a country or province where no town is large.

    "Springfield, US" and "Springfield, Illinois" say which one. Raises BadQuestion where the gazetteer knows none.
    """
    entries = places_meant(words, gazetteer)
    towns = [entry for entry in entries if entry.kind == "city" and entry.matched == "name"]
    large = [town for town in towns if town.population >= LARGE or town.feature == "PPLC"]
    return large[0] if large and entries[0].is_wide else entries[0]


def places_meant(words: str, gazetteer: Gazetteer) -> list[PlaceEntry]:
    """All places of this name, best first; never empty. Raises BadQuestion where the gazetteer knows none."""
    entries = [entry for entry in gazetteer.places(words) if entry.lat is not None]
    name, comma, home = (part.strip() for part in words.rpartition(","))
    if not entries and comma:
        homes = _homes(home, gazetteer)
        for wanted in homes:
            entries += [entry for entry in gazetteer.places(name) if _lies_in(entry, wanted) and entry not in entries]
    if not entries:
        way = f"no {name!r} is in {home!r}" if comma and name else f"the gazetteer knows no place {words!r}"
        raise BadQuestion(
            f"{way}; check the spelling, add the country (Springfield, US), or give degrees (38.56,68.77)"
        )
    return entries


def country_meant(words: str, gazetteer: Gazetteer) -> Country:
    """The country of an ISO 3166-1 code (TJK, TJ; Kosovo: KOS, XK) or a name. Raises BadQuestion."""
    given = words.strip()
    country = None
    if len(given) == 3 and given.isascii():
        country = gazetteer.country("KOS" if given.upper() == "XKX" else given.upper())
    elif len(given) == 2 and given.isascii():
        country = gazetteer.country_of_domain(given.casefold())
    return country or _country_named(given, gazetteer) or _no_country(words)


def shown(entry: PlaceEntry, gazetteer: Gazetteer) -> str:
    """A place for people: "Springfield, Illinois, United States (39.80, -89.64)"."""
    country = gazetteer.country(entry.country) if entry.country else None
    inside = country.name if country and country.name != entry.name else ""
    state = (entry.kind == "city" and entry.country == "USA" and entry.admin1) or ""  # elsewhere codes are numbers
    point = f"({entry.lat:.2f}, {entry.lon:.2f})" if entry.lat is not None and entry.lon is not None else ""
    return " ".join(part for part in (", ".join(part for part in (entry.name, state, inside) if part), point) if part)


def _homes(words: str, gazetteer: Gazetteer) -> list[PlaceEntry]:
    """Countries and provinces of this name or code."""
    if len(words) in (2, 3) and words.isascii() and words.isalpha():
        code = words.casefold()
        country = gazetteer.country(words.upper()) if len(words) == 3 else gazetteer.country_of_domain(code)
        if country is not None:
            return [country.place, *_states(words, gazetteer)]
    return [entry for entry in gazetteer.places(words) if entry.kind in ("country", "admin1")]


def _states(words: str, gazetteer: Gazetteer) -> list[PlaceEntry]:
    return [entry for entry in gazetteer.places(words) if entry.kind == "admin1"]


def _lies_in(entry: PlaceEntry, home: PlaceEntry) -> bool:
    if entry.lat is None or entry.country != home.country:
        return False
    return home.kind == "country" or (entry.admin1 == home.admin1 and entry.admin1 is not None)


def _country_named(words: str, gazetteer: Gazetteer) -> Country | None:
    entry = next((entry for entry in gazetteer.places(words) if entry.kind == "country"), None)
    code = (entry and entry.country) or gazetteer.country_of_demonym(words.capitalize())
    return gazetteer.country(code) if code else None


def _no_country(words: str) -> Country:
    raise BadQuestion(f"no country is called {words!r}; give its name or its code: Tajikistan, TJK or TJ")
