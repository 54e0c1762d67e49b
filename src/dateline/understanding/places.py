"""Places on the map: every name of a place with the gazetteer's row that fits this story best."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from dateline.annotated import Annotation, NameMention, PlaceEntry
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.geography.choice import Chosen, choices
from dateline.understanding.geography.evidence import Toponym
from dateline.understanding.geography.nearness import Distance, describes, distances
from dateline.understanding.geography.nearness import described as told_of
from dateline.understanding.geography.place_nouns import place_nouns
from dateline.understanding.geography.toponyms import Named, named, own_kind
from dateline.understanding.geography.usage import head_of, mention, relation
from dateline.understanding.identity.coreference import taken_up
from dateline.values import Mention, Place, PlacePrecision, Span

THIN = 0.3
"""A likelihood below which it stays open which of its namesakes a place is."""
SURE = 0.7
"""Below this the reason says that nothing decides."""
MOSTLY = 0.6
"""The share of a story's places that lie in the country it is about."""
POINT = 15
"""Kilometres within which a feature counts as one point."""
ON_MAP = 0.95
"""How sure a place is that has no namesake."""
OFF_MAP = 0.5
OUTLET = 2.0
"""What an outlet's home tells of where its stories play, beside one name in a story."""

PRECISIONS: dict[str, PlacePrecision] = {
    "city": "exact",
    "admin2": "admin2",
    "admin1": "admin1",
    "country": "country",
    "region": "region",
    "continent": "region",
}


class Site(NamedTuple):
    """One place of the story: its mentions, and what was chosen for it; None where the map does not know it."""

    names: list[NameMention]
    chosen: Chosen | None
    namesakes: int

    @property
    def first(self) -> NameMention:
        """The first mention by its own name, if there is any."""
        return next((name for name in self.names if name.label == "place" and not name.inner), self.names[0])


def places(record: Record) -> Iterator[Fact]:
    """Places named in the story, each with its row of GeoNames where one fits, and how exactly it is known."""
    annotation = record.annotation
    homes = [Toponym(text="", candidates=candidates, home=OUTLET) for candidates in annotation.outlet_home]
    sites = _Sites(named(annotation, record.article), homes)
    nouns = _by_nouns(annotation, sites.all)
    told = list(distances(annotation, record.text))
    facts: dict[int, Fact] = {}
    described: list[tuple[Fact, Distance]] = []
    for number, site in enumerate(sites.all):
        found = _fact(record, site, nouns.get(number, []), sites)
        if not isinstance(found.value, Place) or all(each.form != "name" for each in found.value.mentions):
            continue
        distance = told_of(site.first, told, annotation) if found.value.lat is None else None
        if distance is not None:
            described.append((found, distance))
            continue
        facts |= {id(name): found for name in site.names}
        yield found
    placed = {distance.span for _, distance in described}
    for found, distance in described:
        yield _at_distance(record, found, distance, facts) or found
    for distance in told:
        if distance.span not in placed and (near := _alone(record, distance, facts)):
            yield near


def _at_distance(record: Record, found: Fact, distance: Distance, facts: dict[int, Fact]) -> Fact | None:
    """A place off the map that the story places: "Berg, 25 km north of Lund"."""
    base = facts.get(id(distance.name))
    near = distance.place(base.value) if base is not None and isinstance(base.value, Place) else None
    if near is None or base is None or not isinstance(found.value, Place):
        return None
    value = replace(found.value, lat=near.lat, lon=near.lon, country=near.country, precision=near.precision)
    reason = f"not in the gazetteer; {_told(record, distance)}"
    confidence = round(min(0.6, base.confidence) * distance.trust, 2)
    return record.fact(value, *found.spans, confidence=confidence, because=(base.id,), reason=reason)


def _alone(record: Record, distance: Distance, facts: dict[int, Fact]) -> Fact | None:
    """A point without a name: "a camp 25 km north of Lund"."""
    base = facts.get(id(distance.name))
    near = distance.place(base.value) if base is not None and isinstance(base.value, Place) else None
    if near is None or base is None or describes(distance, record.annotation):
        return None
    start, end = distance.span
    words = " ".join(record.words(distance.span).split())
    written = Mention(start=start, end=end, form="nominal", rule="distance", role="literal")
    value = replace(near, name=words, mentions=(written,))
    confidence = round(0.9 * base.confidence * distance.trust, 2)
    return record.fact(value, distance.span, confidence=confidence, because=(base.id,), reason=_told(record, distance))


def _told(record: Record, distance: Distance) -> str:
    words = " ".join(record.words(distance.span).split())
    if distance.bearing is None:
        reason = f'no direction is told in "{words}": the point is that of {distance.name.text}'
    else:
        reason = f'the point is computed from "{words}"'
    return reason + (f"; so far away it may be some {distance.off} km off" if distance.off else "")


class _Sites:
    """The places of a story, names that mean one place together, in the order in which it first names each."""

    def __init__(self, found: Sequence[Named], homes: Sequence[Toponym]) -> None:
        known = [each for each in found if each.toponym.candidates]
        chosen = dict(zip(map(id, known), choices([*(each.toponym for each in known), *homes]), strict=False))
        sites: dict[tuple[object, ...], Site] = {}
        self._inner: list[tuple[NameMention, Chosen]] = []
        for each in found:
            choice = chosen.get(id(each))
            site = sites.setdefault(_key(each, choice), Site([], choice, len(each.toponym.candidates)))
            site.names.extend(each.names)
            if choice is not None and choice.likelihood >= THIN:
                self._inner += [(name, choice) for name in each.names if name.inner and name.label == "place"]
        self.all = list(sites.values())
        self.home = _home(self.all)

    def inside(self, name: NameMention) -> Chosen | None:
        """What is named inside another name, the last if there are several."""
        found = [chosen for inner, chosen in self._inner if name.first <= inner.first and inner.last <= name.last]
        return found[-1] if found else None


def _key(each: Named, chosen: Chosen | None) -> tuple[object, ...]:
    if chosen is None or chosen.likelihood < THIN:
        return (each.toponym.text.casefold(), each.toponym.regions)
    place = chosen.place
    return (place.country,) if place.kind == "country" else (place.name, place.geonames, place.lat, place.lon)


def _home(sites: Sequence[Site]) -> str | None:
    """The country in which most of the story's places lie."""
    countries = Counter[str]()
    for site in sites:
        if site.chosen is not None and site.chosen.place.country and site.chosen.likelihood >= SURE:
            countries[site.chosen.place.country] += len(site.names)
    if not countries:
        return None
    country, count = countries.most_common(1)[0]
    return country if count >= MOSTLY * countries.total() else None


def _by_nouns(annotation: Annotation, sites: Sequence[Site]) -> dict[int, list[Mention]]:
    """ "The city", "its" and the like, by the number of the place that they mean."""
    known = [
        (number, site.chosen.place.kind, name)
        for number, site in enumerate(sites)
        if site.chosen is not None
        for name in site.names
        if not name.inner
    ]
    nouns: dict[int, list[Mention]] = {}
    for number, noun in place_nouns(annotation, known):
        nouns.setdefault(number, []).append(noun)
    taken = {noun.start for found in nouns.values() for noun in found}
    for number, word in taken_up(annotation, _heads(annotation, sites)):
        if word.start not in taken:
            nouns.setdefault(number, []).append(word)
    return nouns


def _heads(annotation: Annotation, sites: Sequence[Site]) -> dict[int, int]:
    """The number of each place by the indexes of the words that name it; "Norwegians" are no place."""
    names = [(number, name) for number, site in enumerate(sites) for name in site.names if name.label == "place"]
    return {head_of(annotation, name).i: number for number, name in names}


def _fact(record: Record, site: Site, nouns: list[Mention], sites: _Sites) -> Fact:
    annotation = record.annotation
    first = site.first
    written = [*(mention(annotation, name) for name in site.names), *nouns]
    mentions = tuple(sorted(written, key=lambda each: each.start))
    spans = [Span(each.start, each.end) for each in mentions]
    value = Place(name=first.text, relation=relation(annotation, first), mentions=mentions)
    if site.chosen is None:
        return _off_map(record, first, value, spans, sites)
    if site.chosen.likelihood < THIN:
        reason = f"{site.namesakes} places have this name; nothing in the story tells which of them is meant"
        return record.fact(value, *spans, confidence=OFF_MAP, reason=reason)
    return record.fact(
        _on_map(value, site.chosen.place), *spans, confidence=_confidence(site.chosen), reason=_doubt(site)
    )


def _on_map(value: Place, place: PlaceEntry) -> Place:
    return Place(
        name=place.name,
        geonames=place.geonames,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        admin1=place.admin1,
        feature=place.feature,
        precision=precision_of(place),
        relation=value.relation,
        mentions=value.mentions,
    )


def precision_of(place: PlaceEntry) -> PlacePrecision:
    """How exactly the coordinates of a row place what lies there."""
    if place.kind == "feature":
        return "exact" if place.extent <= POINT else "region"
    return PRECISIONS[place.kind]


def _confidence(chosen: Chosen) -> float:
    return round(ON_MAP * chosen.likelihood, 2)


def _doubt(site: Site) -> str | None:
    if site.chosen is None or site.chosen.likelihood >= SURE:
        return None
    return f"{site.namesakes} places have this name; the story leaves some doubt which is meant"


def _off_map(record: Record, first: NameMention, value: Place, spans: list[Span], sites: _Sites) -> Fact:
    """A place that the map does not know: by a known one in its name ("Lund Airport"), else in a country at most."""
    division = own_kind(record.annotation, first) in ("admin1", "admin2")  # a county is not where a town like it is
    if not division and (known := sites.inside(first)) is not None:
        near: PlacePrecision = "near" if known.place.kind in ("city", "feature") else precision_of(known.place)
        placed = replace(_on_map(value, known.place), name=value.name, geonames=None, feature=None, precision=near)
        reason = f"not in the gazetteer; placed by {known.place.name} in its name"
        return record.fact(placed, *spans, confidence=min(OFF_MAP, _confidence(known)), reason=reason)
    beside = _country_around(record, first, sites)
    country = beside or sites.home
    why = "; its country is the one named beside it" if beside else "; its country is the one the story is about"
    reason = "not in the gazetteer" + (why if country else "")
    return record.fact(replace(value, country=country), *spans, confidence=OFF_MAP, reason=reason)


def _country_around(record: Record, name: NameMention, sites: _Sites) -> str | None:
    """The one country that the sentence of a place names, itself or by what lies in it."""
    sentence = record.annotation.sentence(record.annotation.tokens[name.first])
    near = {
        site.chosen.place.country
        for site in sites.all
        if site.chosen is not None and site.chosen.place.country and site.chosen.likelihood >= SURE
        for each in site.names
        if sentence.first <= each.first < sentence.last
    }
    return near.pop() if len(near) == 1 else None
