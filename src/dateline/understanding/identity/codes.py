"""PLOVER sectors and countries of people and bodies, composed of the words that tell them."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from dateline.languages import load
from dateline.understanding.identity.groups import group_words
from dateline.understanding.identity.titles import Title

ARMED = frozenset({"REB", "UAF", "PRM"})
"""Sectors that a report uses for the same people: who are rebels here are gunmen two lines on."""
STATE = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "SPY", "REB", "OPP"}) | ARMED
"""Sectors whose groups belong to the country that a story is about, unless it says otherwise."""
HOME_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "PTY"})
"""Whoever holds a post of this kind belongs to the story's own country, unless it says otherwise."""


class Coded(Struct, frozen=True, kw_only=True):
    """The codes of a person or a body: `country` is ISO 3166-1 alpha-3, `sector` PLOVER's, with how sure they are."""

    country: str | None
    sector: str | None
    confidence: float
    reason: str | None = None


def coded_person(titles: Sequence[Title], *, named: bool, home: str | None) -> Coded:
    """The codes of a person with these titles; `home` is the country that the story is about."""
    country = next((title.country for title in titles if title.country), None)
    sectors = [title.sector for title in titles if title.sector]
    reason, confidence = None, 0.9
    if not named:
        reason, confidence = "no name is given, only the post", 0.7
    if country is None and home and HOME_SECTORS & set(sectors):
        country, reason, confidence = home, "no country is named with the post; taken from the story's own", 0.7
    return Coded(country=country, sector=sectors[0] if sectors else None, confidence=confidence, reason=reason)


def coded_body(sector: str | None, country: str | None, *, named: bool, home: str | None) -> Coded:
    """The codes of a body or group of this sector; `home` is the country that the story is about."""
    if country is None and home and not named and sector in STATE:
        reason = "no country is named with it; taken from the story's own"
        return Coded(country=home, sector=sector, confidence=0.65, reason=reason)
    return Coded(country=country, sector=sector, confidence=0.85 if named else 0.8)


@cache
def sector_of_body(code: str, name: str) -> str | None:
    """The PLOVER sector of a named body, by the longest known ending of its name."""
    known = group_words(code)
    if name.casefold() in {agency.casefold() for agency in getattr(load(code).furniture, "agencies", ())}:
        return "JRN"
    words = tuple(name.lower().split())
    for first in range(len(words)):
        for lemmas in (words[first:], (*words[first:-1], words[-1].removesuffix("s"))):
            if sector := known.sectors.get(lemmas):
                return sector
    return known.sectors.get((words[0],)) if len(words) > 1 else None
