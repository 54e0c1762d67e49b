"""What speaks for and against two profiles being one, each with its weight: log odds, 0.0 tells nothing."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from dateline.merging.identities.forms import little_words
from dateline.merging.identities.namesakes import NEVER, Namesakes, namesakes
from dateline.merging.identities.profiles import Profile
from dateline.merging.words import stems

__all__ = ["Ground", "grounds"]

_STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "ELI", "OPP", "IGO", "REB", "SEP"})
_ANY = frozenset({"CVL", "CRM", "UAF", "REF", "ELI", "AGR"})
"""Sectors that go with any other."""
_MONTH, _YEAR = 31, 366
_NEAR, _FAR = 30.0, 150.0
"""Kilometres within which two points of one name are one place, and beyond which they are two."""


class Ground(NamedTuple):
    """One thing that speaks for or against."""

    weight: float
    about: str
    """Which sentence tells it: see `likeness.py`."""
    what: str = ""
    other: str = ""


def grounds(one: Profile, other: Profile) -> list[Ground]:
    """All that speaks for and against; where they cannot be one, only what says so."""
    if one.kind != other.kind:
        return [Ground(NEVER, "kind", *sorted((one.kind, other.kind)))]
    pair = namesakes(one, other)
    if one.kind == "place":
        return _of_places(one, other, pair)
    named, common = sorted((pair.mine, pair.its)), pair.common
    if pair.weight == NEVER:
        return [Ground(NEVER, "names differ", *named)]
    scarce = common if one.kind == "person" else common / 3
    company = _company(one, other, pair, scarce)
    strange = 1.0 if not company or company[-1].weight < 0 else 0.4
    found = [Ground(pair.weight, "same name" if pair.likeness > 0.97 else "like names", *named)]
    found += [*_countries(one, other, common), *_sectors(one, other, strange)]
    found += [*_posts(one, other, common, strange), *_lands(one, other, scarce)]
    return [*found, *_times(one, other, pair.whole), *company]


def _shared(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """The part of two counts that they have in common, 0.0 to 1.0."""
    mine, its = sum(one.values()), sum(other.values())
    return sum(min(count / mine, other[item] / its) for item, count in one.items() if item in other)


def _countries(one: Profile, other: Profile, common: float) -> list[Ground]:
    if not one.countries or not other.countries:
        return []
    mine, its = next(iter(one.countries)), next(iter(other.countries))
    share = _shared(one.countries, other.countries)
    if share >= 0.2:
        return [Ground(0.8 + 1.0 * common * (one.kind == "organisation"), "same country", max(mine, its))]
    return [Ground(-(2.4 + 1.2 * common) * (1 - share), "countries differ", *sorted((mine, its)))]


def _sectors(one: Profile, other: Profile, strange: float) -> list[Ground]:
    mine, its = one.sectors.keys(), other.sectors.keys()
    if mine & its:
        return [Ground(0.4, "same sector", min(mine & its))]
    if not mine - _ANY or not its - _ANY or (mine & _STATE and its & _STATE):
        return []
    return [Ground(-0.9 * strange, "sectors differ", *sorted((min(mine - _ANY), min(its - _ANY))))]


@lru_cache(65536)
def _post(post: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of a post's title, and of the body."""
    title, _, body = post.partition(", ")
    return frozenset(stems(title)), frozenset(stems(body)) - {"of", "the", "and", "for"}


def _posts(one: Profile, other: Profile, common: float, strange: float) -> list[Ground]:
    if not one.posts or not other.posts:
        return []
    best, mine, its = max((_like_posts(a, b), min(a, b), max(a, b)) for a in one.posts for b in other.posts)
    if best > 0:
        return [Ground(best, "like posts", mine, its)]
    mine, its = sorted((next(iter(one.posts)), next(iter(other.posts))))
    return [Ground((-0.4 - 0.8 * common) * strange, "posts differ", mine, its)]


def _like_posts(one: str, other: str) -> float:
    (title, body), (its_title, its_body) = _post(one), _post(other)
    same_body = bool(body & its_body)
    if one.casefold() == other.casefold() or (title == its_title and same_body):
        return 1.5 if body or (title - little_words().posts) else 0.4
    if same_body:
        return 0.8
    return 0.5 if (title & its_title) - little_words().posts and not (body and its_body) else 0.0


def _company(one: Profile, other: Profile, pair: Namesakes, common: float) -> list[Ground]:
    beside = _side_by_side(one, other, pair)
    if beside and one.kind == "person":
        return beside
    shared = one.company.keys() & other.company.keys()
    words = one.terms.keys() & other.terms.keys()
    if shared or len(words) > 1:
        weight = 0.6 * sum(1.0 if " " in name else 0.6 for name in shared) + 0.25 * len(words)
        most = sorted(shared, key=lambda name: (-one.company[name] - other.company[name], name))
        told = ", ".join([*most[:3], *sorted(words)][:4])
        return [*beside, Ground(min(2.4, weight), "same company", told)]
    if min(len(one.company), len(other.company)) >= 4:
        return [*beside, Ground(-0.2 - 0.8 * common, "other company")]
    return beside


def _side_by_side(one: Profile, other: Profile, pair: Namesakes) -> list[Ground]:
    """Whether articles name both, and so tell them apart; of bodies it counts how many of their articles do."""
    if pair.a.plain == pair.b.plain:
        return []
    share = max(one.company.get(pair.its, 0) / one.facts, other.company.get(pair.mine, 0) / other.facts)
    weight = 3.0 if one.kind == "person" else share if pair.part else 3.0 * share
    return [Ground(-weight, "side by side", *sorted((pair.mine, pair.its)))] if share else []


def _lands(one: Profile, other: Profile, common: float) -> list[Ground]:
    if not one.lands or not other.lands:
        return []
    shared = one.lands.keys() & other.lands.keys()
    if shared:
        return [Ground(0.3, "same lands", min(shared))]
    return [Ground(-0.2 - 0.8 * common, "other lands")]


def _times(one: Profile, other: Profile, full: bool) -> list[Ground]:
    days = _days_apart(one, other)
    if days is None or days <= _MONTH:
        return []
    if full:
        return [Ground(-0.3, "years apart", str(days // _YEAR))] if days > 5 * _YEAR else []
    return [Ground(-0.8 if days <= _YEAR else -1.6, "days apart", str(days))]


def _days_apart(one: Profile, other: Profile) -> int | None:
    if not (one.first and one.last and other.first and other.last):
        return None
    if one.last < other.first:
        return _day(other.first) - _day(one.last)
    return _day(one.first) - _day(other.last) if other.last < one.first else 0


@lru_cache(8192)
def _day(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _of_places(one: Profile, other: Profile, pair: Namesakes) -> list[Ground]:
    mine, its = sorted((pair.mine, pair.its))
    if one.geonames is not None and other.geonames is not None:
        same = one.geonames == other.geonames
        return [Ground(5.0 if same else NEVER, "same point" if same else "points differ", mine, its)]
    if pair.weight == NEVER:
        return [Ground(NEVER, "names differ", mine, its)]
    far = _kilometres(one, other)
    if far is not None:
        return [Ground(4.0 if far < _NEAR else NEVER if far > _FAR else 0.0, "kilometres apart", f"{far:.0f}")]
    if one.countries and other.countries and not one.countries.keys() & other.countries.keys():
        lands = sorted((next(iter(one.countries)), next(iter(other.countries))))
        return [Ground(NEVER, "countries differ", *lands)]
    if one.admin1 and other.admin1 and one.admin1 != other.admin1:
        return [Ground(NEVER, "divisions differ", *sorted((one.admin1, other.admin1)))]
    known = bool(one.countries and other.countries)
    return [Ground(1.5 if known else -0.8, "same name", mine, its), *_company(one, other, pair, 0.0)]


def _kilometres(one: Profile, other: Profile) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat, its_lat = radians(one.lat), radians(other.lat)
    half = sin((lat - its_lat) / 2) ** 2 + cos(lat) * cos(its_lat) * sin(radians(one.lon - other.lon) / 2) ** 2
    return 12742 * asin(sqrt(half))
