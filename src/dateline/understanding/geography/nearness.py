"""Points told by distance and direction: "25 km north of Lund", "some thirty miles from the city of Lund"."""

import re
from collections.abc import Iterator

from msgspec import Struct

from dateline.annotated import Annotation, NameMention
from dateline.languages import LanguagePack
from dateline.understanding.geography.distance_grammar import before_name, behind_name, number_of
from dateline.understanding.geography.globe import point_at
from dateline.understanding.geography.usage import MODIFIERS, head_of
from dateline.values import Place, PlacePrecision, Span

LEAD = 120
"""Characters before a name in which its distance is looked for."""
GAP = 60
"""Characters at most from a name to the distance that places it: "Berg, a village 25 km north of Lund"."""
ROUND = 100.0
"""Kilometres beyond which a distance without a direction places nothing."""
CLOSE = 50.0
"""Kilometres up to which a computed point is near the truth; what it is off grows with the distance."""
OFF = 0.2
"""What a computed point is off, in parts of its distance: directions are told in eighths, distances in tens."""
BASES = ("exact", "near", "admin2")
DOERS = ("nsubj", "nsubjpass")


class Distance(Struct, frozen=True):
    """Words that tell how far from a name, in kilometres, and which way: degrees from north, None where not told."""

    span: Span
    name: NameMention
    kilometres: float
    bearing: float | None

    def place(self, base: Place) -> Place | None:
        """The place that lies so from the base; None where the base is too wide, or the words too vague, to tell."""
        if base.lat is None or base.lon is None or base.precision not in BASES:
            return None
        if self.bearing is None and self.kilometres > ROUND:
            return None
        lat, lon = base.lat, base.lon
        if self.bearing is not None:
            lat, lon = point_at((lat, lon), self.kilometres, self.bearing)
        precise: PlacePrecision = "near" if self.kilometres <= CLOSE else "region"
        return Place(name=base.name, lat=lat, lon=lon, country=base.country, precision=precise, relation="near")

    @property
    def trust(self) -> float:
        """By what the confidence in the base is multiplied: 1 up to `CLOSE`, then falling with the distance."""
        return 1.0 if self.kilometres <= CLOSE else (CLOSE / self.kilometres) ** 0.5

    @property
    def off(self) -> int:
        """Kilometres that the point may well be off, in tens; 0 where it is close."""
        share = 1 if self.bearing is None else OFF
        return 0 if self.kilometres <= CLOSE else max(10, 10 * round(share * self.kilometres / 10))


def distances(annotation: Annotation, text: str) -> Iterator[Distance]:
    """The distances that a text tells from the places it names, each inside the sentence of its name."""
    grammar = before_name(annotation.words.language.code)
    for name in annotation.names:
        if name.label == "place" and not name.inner:
            first = annotation.sentence(annotation.tokens[name.first]).start
            start = max(first, name.start - LEAD)
            found = grammar.search(text, start, name.start)
            if found and _is_counted_from(annotation, name):
                told = _distance(found, name, annotation.words)
                if told is not None and not _is_way(annotation, told, found.start("unit")):
                    yield told


def _is_counted_from(annotation: Annotation, name: NameMention) -> bool:
    """Not in "25 km from the Lund suburb of Berg", nor in "25 km from where Lund lies"."""
    head = head_of(annotation, name)
    outside = head.head not in range(name.first, name.last) and head.head != head.i
    return not (outside and head.dep in (*MODIFIERS, *DOERS))


def _is_way(annotation: Annotation, told: Distance, unit: int) -> bool:
    """ "Drove 25 km from Lund" tells how far somebody went, not where something is."""
    token = annotation.token_at(unit)
    if token is None or told.bearing is not None:
        return False
    verb = annotation.head(token)
    return verb.pos == "VERB" and verb.lemma.lower() in annotation.words.geography.motion


def _distance(found: re.Match[str], name: NameMention, words: LanguagePack) -> Distance | None:
    geography = words.geography
    unit = " ".join(found["unit"].lower().split())
    factor = next(float(factor) for factor, units in geography.distance_units.items() if unit in units)
    way = re.sub(r"[\s-]+", "-", found["way"].lower()) if found["way"] else None
    bearing = next((float(degrees) for degrees, ways in geography.bearings.items() if way in ways), None)
    number = number_of(found, words)
    return None if number is None else Distance(Span(found.start(), name.end), name, number * factor, bearing)


def described(name: NameMention, told: list[Distance], annotation: Annotation) -> Distance | None:
    """The distance that says where a place lies, with no words between that say anything else.

    So in "Berg, 25 km north of Lund", "Berg, a village that lies 25 km north of Lund", "Berg is 25 km from Lund"; not
    in "in Berg, where buses came 25 km from Lund".
    """
    sentence = annotation.tokens[name.first].sentence
    grammar = behind_name(annotation.words.language.code)
    for each in told:
        near = 0 < each.span.start - name.end <= GAP
        if near and annotation.tokens[each.name.first].sentence == sentence:
            between = annotation.tokens_in(Span(name.end, each.span.start))
            verb = bool(between) and between[0].pos in ("VERB", "AUX")
            if verb and head_of(annotation, name).dep not in DOERS:
                continue
            if grammar.fullmatch("".join(f"{token.lower} " for token in between)):
                return each
    return None


def describes(told: Distance, annotation: Annotation) -> bool:
    """Whether a distance says where a place lies that has a name."""
    return any(
        name.label == "place" and name is not told.name and described(name, [told], annotation)
        for name in annotation.names
    )
