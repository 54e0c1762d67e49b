"""What is known of a person, a body or a place, from one article or from thousands: small, whatever it was made of."""

from collections.abc import Mapping

import msgspec
from msgspec import Struct

from dateline.merging.identities.forms import FULL, PART, form_of
from dateline.merging.reports.report import Named, NameKind, Report
from dateline.merging.words import stems

__all__ = ["Profile", "joined", "name_of_profile", "pack", "parted", "profile_of", "profiles_of", "unpack"]

_NAMES, _ALIASES, _CODES, _POSTS, _COMPANY, _TERMS = 8, 4, 6, 8, 20, 8
"""How many of each are kept, the most frequent."""
_RARE = 0.25
"""Part of the most frequent name's count below which a fuller name is none to go by."""
_DAY = len("2031-05-02")
_LONGEST = 48
"""Characters of a post or a name beside it that are kept."""
_COUNTRY = ("PCL", "CONT", "RGN", "OCN", "SEA")
"""GeoNames features of places that stand in too many stories to tell anything."""


class Profile(Struct, frozen=True, kw_only=True, omit_defaults=True, array_like=True, gc=False):
    """A person, a body or a place as its facts tell of it. The numbers are facts (or articles) that say so."""

    kind: NameKind
    names: dict[str, int]
    """As written, the most frequent first."""
    facts: int = 1
    first: str | None = None
    """The day of the earliest article: ISO 8601."""
    last: str | None = None
    countries: dict[str, int] = {}
    sectors: dict[str, int] = {}
    """PLOVER codes, one by one."""
    posts: dict[str, int] = {}
    company: dict[str, int] = {}
    """People, bodies and places named in the same articles; none where the map tells enough."""
    lands: dict[str, int] = {}
    """Countries of the places in the same articles."""
    terms: dict[str, int] = {}
    """The words, by their stems, that tell most of what the articles are about; no words of names."""
    aliases: dict[str, int] = {}
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = None
    feature: str | None = None


_PACKER = msgspec.msgpack.Encoder()
_UNPACKER = msgspec.msgpack.Decoder(Profile)


def pack(profile: Profile) -> bytes:
    """A profile as bytes, mostly below 1,000; the same for the same profile."""
    return _PACKER.encode(profile)


def unpack(packed: bytes) -> Profile:
    """The profile again. Raises msgspec.DecodeError where it is none."""
    return _UNPACKER.decode(packed)


class _Circle(Struct, frozen=True, gc=False):
    """What all names of a report have in common."""

    day: str | None
    company: dict[str, int]
    lands: dict[str, int]
    terms: dict[str, int]


def profile_of(report: Report, place: int) -> Profile | None:
    """What a report tells of a name, by its place in `Report.names`; None where it is nobody to be met again."""
    named = report.names[place]
    return _profile(named, _circle(report)) if _is_somebody(named) else None


def profiles_of(report: Report) -> tuple[Profile | None, ...]:
    """`profile_of` for all names of a report, in their order, in less time."""
    circle = _circle(report)
    return tuple(_profile(named, circle) if _is_somebody(named) else None for named in report.names)


def _circle(report: Report) -> _Circle:
    company: dict[str, int] = {}
    lands: dict[str, int] = {}
    for named in report.names:
        if named.kind == "place" and named.country:
            lands[named.country] = 1
        if named.words and not (named.feature or "").startswith(_COUNTRY) and named.sector != "JRN":
            company[named.name[:_LONGEST]] = min(named.mentions, 9)
    kept = _first(company, _COMPANY + 1)
    names = {stem for named in report.names for stem in stems(named.name)}
    terms = sorted((-much, term) for term, much in report.terms.items() if term not in names)[:_TERMS]
    day, told = (report.dated or "")[:10], dict.fromkeys([term for _, term in terms], 1)
    return _Circle(day if len(day) == _DAY else None, dict.fromkeys(kept, 1), _first(lands, _CODES), told)


def _profile(named: Named, circle: _Circle) -> Profile:
    company, sector, known = dict(circle.company), named.sector or "", named.geonames is not None
    company.pop(named.name[:_LONGEST], None)
    return Profile(
        kind=named.kind,
        names={named.name: 1},
        first=circle.day,
        last=circle.day,
        countries={named.country: 1} if named.country else {},
        sectors={sector[at : at + 3]: 1 for at in range(0, len(sector), 3)},
        posts={post[:_LONGEST]: 1 for post in named.posts[:_POSTS]},
        company={} if known else company,
        lands={} if known else circle.lands,
        terms={} if known else circle.terms,
        aliases=dict.fromkeys(named.aliases[:_ALIASES], 1),
        geonames=named.geonames,
        lat=named.lat,
        lon=named.lon,
        admin1=named.admin1,
        feature=named.feature,
    )


def _first(counts: Mapping[str, int], most: int) -> dict[str, int]:
    ordered = sorted([(-count, item) for item, count in counts.items()])
    return {item: -count for count, item in ordered[:most]}


def _is_somebody(named: Named) -> bool:
    """Whether it has a name that tells more than a common word does."""
    if not named.proper or not named.words:
        return False
    if named.kind == "place":
        return named.geonames is not None or named.country is not None or " " in named.name
    told = named.country or named.sector or named.posts or named.aliases
    form = form_of(named.name, named.kind)
    return bool(told) or form.grade == FULL or len(form.plain) > 2 - (form.grade == PART and named.kind == "person")


def joined(one: Profile, other: Profile) -> Profile:
    """What is known of two that are one. The order of the two does not matter."""
    if _place_rank(other) > _place_rank(one):
        one, other = other, one
    return Profile(
        kind=one.kind,
        names=_sum(one.names, other.names, _NAMES),
        facts=one.facts + other.facts,
        first=min(filter(None, (one.first, other.first)), default=None),
        last=max(filter(None, (one.last, other.last)), default=None),
        countries=_sum(one.countries, other.countries, _CODES),
        sectors=_sum(one.sectors, other.sectors, _CODES),
        posts=_sum(one.posts, other.posts, _POSTS),
        company=_sum(one.company, other.company, _COMPANY),
        lands=_sum(one.lands, other.lands, _CODES),
        terms=_sum(one.terms, other.terms, _TERMS),
        aliases=_sum(one.aliases, other.aliases, _ALIASES),
        geonames=one.geonames,
        lat=one.lat,
        lon=one.lon,
        admin1=one.admin1,
        feature=one.feature,
    )


def _place_rank(profile: Profile) -> tuple[bool, bool, int, float, float, str]:
    """Of two places the better known gives the point."""
    point = (profile.lat or 0.0, profile.lon or 0.0)
    return profile.geonames is not None, profile.lat is not None, profile.geonames or 0, *point, profile.feature or ""


def _sum(one: dict[str, int], other: dict[str, int], most: int) -> dict[str, int]:
    if not one or not other:
        return one or other
    total = dict(one)
    for item, count in other.items():
        total[item] = total.get(item, 0) + count
    return _first(total, most)


def parted(whole: Profile, part: Profile) -> Profile:
    """What is left of a profile without one of its facts, as far as counts tell: the opposite of `joined`."""
    return msgspec.structs.replace(
        whole,
        facts=max(0, whole.facts - part.facts),
        names=_less(whole.names, part.names) or whole.names,
        countries=_less(whole.countries, part.countries),
        sectors=_less(whole.sectors, part.sectors),
        posts=_less(whole.posts, part.posts),
        company=_less(whole.company, part.company),
        lands=_less(whole.lands, part.lands),
        terms=_less(whole.terms, part.terms),
        aliases=_less(whole.aliases, part.aliases),
    )


def _less(whole: Mapping[str, int], part: Mapping[str, int]) -> dict[str, int]:
    return {item: left for item, count in whole.items() if (left := count - part.get(item, 0)) > 0}


def name_of_profile(profile: Profile) -> str:
    """The name that it is called by: the fullest form, and of several the most frequent; of bodies no rare one."""
    names = profile.names
    if len(names) == 1:
        return next(iter(names))
    if profile.kind == "organisation":
        most = max(names.values())
        least = max(_RARE * most, 2 if most > 3 else 1)
        names = {name: count for name, count in names.items() if count >= least}
    return min(
        names.items(), key=lambda item: (-form_of(item[0], profile.kind).grade, -item[1], -len(item[0]), item[0])
    )[0]
