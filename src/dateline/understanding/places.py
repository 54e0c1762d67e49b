"""Places on the map: every name of a place with the gazetteer's row that fits this story best."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from math import log10
from typing import Literal

from dateline.annotated import Annotation, NameMention, PlaceEntry, Token
from dateline.languages import load
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.identity.countries import main_country
from dateline.understanding.identity.place_nouns import place_nouns
from dateline.values import Mention, Place, PlaceUse, Span

SAME_COUNTRY = 1.6
"""What a mention of its country is worth to a candidate, in powers of ten of inhabitants."""
ALTERNATE_NAME = -1.5
"""A town that goes by another name as a rule is seldom meant by this one."""
IMPORTANCE = {"country": 9.0, "continent": 9.0, "region": 9.0, "admin1": 7.0, "city": 0.0}
"""What comes before a town of the same name, in powers of ten of inhabitants; a capital comes before a province."""
CAPITAL = 1.5
Precision = Literal["exact", "admin1", "country", "region"]
PRECISIONS: dict[str, Precision] = {
    "city": "exact",
    "admin1": "admin1",
    "country": "country",
    "region": "region",
    "continent": "region",
}
Members = list[tuple[NameMention, PlaceEntry | None, float]]
"""The names of one place, each with its row and how sure that is."""

Regions = tuple[PlaceEntry, ...]
"""What the words behind a town may mean: "Georgia" is a country, and a state."""


def places(record: Record) -> Iterator[Fact]:
    """Places named in the story, each with its row of GeoNames where one fits, and how exactly it is known."""
    annotation = record.annotation
    context = _context(annotation)
    qualifiers = _qualifiers(annotation)
    groups: dict[tuple[str, int | None], Members] = defaultdict(list)
    for name in annotation.names:
        if name.label == "place" or (name.label == "demonym" and name.country):
            entry, confidence = _entry(name, qualifiers.get(name.text.casefold(), ()), context)
            groups[_key(name, entry)].append((name, entry, confidence))
    found = [members for members in groups.values() if any(name.label == "place" for name, _, _ in members)]
    nouns = _by_nouns(annotation, found)
    for number, members in enumerate(found):
        yield _place(record, members, nouns.get(number, []))


def _by_nouns(annotation: Annotation, found: Sequence[Members]) -> dict[int, list[Mention]]:
    """ "The city" and the like, by the number of the place that they mean."""
    named = [
        (number, entry.kind, name)
        for number, members in enumerate(found)
        for name, entry, _ in members
        if entry is not None
    ]
    nouns: dict[int, list[Mention]] = {}
    for number, mention in place_nouns(annotation, named):
        nouns.setdefault(number, []).append(mention)
    return nouns


def _context(annotation: Annotation) -> Counter[str | None]:
    """How often each country is named: itself, by a demonym, or by one of its provinces."""
    provinces = (name.places[0].country for name in annotation.names if name.places and name.places[0].kind == "admin1")
    return Counter([*(name.country for name in annotation.names if name.country), *provinces])


def _key(name: NameMention, entry: PlaceEntry | None) -> tuple[str, int | None]:
    if name.label == "demonym" or (entry and entry.kind == "country"):
        return (name.country or (entry.country if entry else None) or "", None)
    return (entry.name, entry.geonames) if entry else (name.text.casefold(), None)


def _entry(name: NameMention, regions: Regions, context: Counter[str | None]) -> tuple[PlaceEntry | None, float]:
    """The candidate that fits best, and how sure that is."""
    if not name.places:
        return None, 0.5
    pool = _lying_in(name.places, regions)
    capitals = {place.country for place in pool if _is_capital(place)}
    pool = [place for place in pool if place.kind != "admin1" or place.country not in capitals]
    scored = sorted(((_score(place, context), i, place) for i, place in enumerate(pool)), key=lambda s: (-s[0], s[1]))
    best, _, entry = scored[0]
    if len(scored) == 1 or (regions and len(pool) < len(name.places)):
        return entry, 0.9
    return entry, 0.9 if best - scored[1][0] >= 1.0 else 0.6


def _lying_in(pool: Sequence[PlaceEntry], regions: Regions) -> list[PlaceEntry]:
    """Those in the state or province, else those in its country; all of them where none lies there."""
    for region in regions:
        near = [place for place in pool if place.country == region.country and place.kind != "country"]
        inside = [place for place in near if region.kind == "admin1" and place.admin1 == region.admin1]
        if near:
            return inside or near
    return list(pool)


def _score(place: PlaceEntry, context: Counter[str | None]) -> float:
    score = log10(place.population + 10) + (0.0 if place.matched == "name" else ALTERNATE_NAME)
    score += CAPITAL if _is_capital(place) else IMPORTANCE[place.kind]
    named = context[place.country]
    return score + (SAME_COUNTRY * min(1.0, 0.5 + named / 4) if named else 0.0)


def _qualifiers(annotation: Annotation) -> dict[str, Regions]:
    """Places that a country or province qualifies somewhere: that place is meant throughout the story."""
    found: dict[str, Regions] = {}
    for name in annotation.names:
        if name.label == "place" and (regions := _qualifier(annotation, name)):
            found.setdefault(name.text.casefold(), regions)
    return found


def _is_capital(place: PlaceEntry) -> bool:
    return place.feature == "PPLC" and place.matched == "name"


def _qualifier(annotation: Annotation, name: NameMention) -> Regions:
    """The country in "Springfield, Norway", the state in "Springfield, Ill."; a dateline has it in brackets too."""
    tokens = annotation.tokens
    if name.last + 1 < len(tokens) and tokens[name.last].text in (",", "("):
        behind = annotation.name_at(tokens[name.last + 1])
        if behind and behind.label == "place" and behind.places and behind.places[0].kind in ("country", "admin1"):
            return tuple(place for place in behind.places if place.kind in ("country", "admin1"))
    return ()


def _place(record: Record, members: Members, nouns: list[Mention]) -> Fact:
    named = [(name, entry, sure) for name, entry, sure in members if name.label == "place"]
    first, entry, confidence = named[0]
    written = [*(_mention(record.annotation, name) for name, _, _ in members), *nouns]
    mentions = tuple(sorted(written, key=lambda mention: mention.start))
    spans = [Span(mention.start, mention.end) for mention in mentions]
    relation = _relation(record.annotation, first)
    if entry is None:
        guess = _country_around(record, first) or main_country(record)
        value = Place(name=first.text, country=guess, relation=relation, mentions=mentions)
        reason = "not in the gazetteer" + ("; its country is the one named beside it" if guess else "")
        return record.fact(value, *spans, confidence=confidence, reason=reason)
    value = Place(
        name=entry.name,
        geonames=entry.geonames,
        lat=entry.lat,
        lon=entry.lon,
        country=entry.country,
        admin1=entry.admin1,
        feature=entry.feature,
        precision=PRECISIONS[entry.kind],
        relation=relation,
        mentions=mentions,
    )
    doubt = f"{len(first.places)} places have this name; nothing near it decides" if confidence < 0.7 else None
    return record.fact(value, *spans, confidence=confidence, reason=doubt)


def _country_around(record: Record, name: NameMention) -> str | None:
    """The one country that the sentence of a place names."""
    annotation = record.annotation
    sentence = annotation.sentence(annotation.tokens[name.first])
    near = {n.country for n in annotation.names if n.country and sentence.first <= n.first < sentence.last}
    return near.pop() if len(near) == 1 else None


def _mention(annotation: Annotation, name: NameMention) -> Mention:
    if name.label == "demonym":
        return Mention(start=name.start, end=name.end, form="nominal", rule="demonym", role="modifier")
    return Mention(start=name.start, end=name.end, rule="name", role=_use(annotation, name))


def _use(annotation: Annotation, name: NameMention) -> PlaceUse:
    """Metonym where the name acts ("Oslo said"), modifier where it qualifies a noun, else literal."""
    head = _head(annotation, name)
    above = annotation.head(head)
    acts = (head.dep == "nsubj" and above.pos == "VERB") or (head.dep == "pobj" and above.dep == "agent")
    if acts and name.places and name.places[0].feature != "PPL":
        return "metonym"
    return "modifier" if head.dep in ("compound", "amod", "poss", "nmod") else "literal"


def _head(annotation: Annotation, name: NameMention) -> Token:
    inside = range(name.first, name.last)
    tokens = [annotation.tokens[i] for i in inside]
    return next((token for token in tokens if token.head not in inside), tokens[-1])


@cache
def _relations(code: str) -> dict[str, Literal["in", "near", "between", "from", "to"]]:
    return {word: relation for relation, words in load(code).names.relations.items() for word in words}


def _relation(annotation: Annotation, name: NameMention) -> Literal["in", "near", "between", "from", "to"] | None:
    token = _head(annotation, name)
    while token.dep == "conj" and token.head != token.i:
        token = annotation.head(token)
    above = annotation.head(token)
    return _relations(annotation.words.language.code).get(above.lower) if token.dep == "pobj" else None
