"""Points told by distance and direction: "25 km north of Lund", "some thirty miles from the city of Lund"."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, NameMention
from dateline.languages import LanguagePack, load
from dateline.understanding.geography.globe import point_at
from dateline.values import Place, Span

LEAD = 90
"""Characters before a name in which its distance is looked for."""
GAP = 60
"""Characters at most from a name to the distance that places it: "Berg, a village 25 km north of Lund"."""
ROUND = 100.0
"""Kilometres beyond which a distance without a direction places nothing."""
BASES = ("exact", "near", "admin2")


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
        return Place(name=base.name, lat=lat, lon=lon, country=base.country, precision="near", relation="near")


def distances(annotation: Annotation, text: str) -> Iterator[Distance]:
    """The distances that a text tells from the places it names."""
    grammar = _grammar(annotation.words.language.code)
    for name in annotation.names:
        if name.label == "place":
            before = text[max(0, name.start - LEAD) : name.start]
            if found := grammar.search(" ".join(before.lower().split("\n"))):
                start = name.start - len(before) + found.start()
                yield _distance(found, Span(start, name.end), name, annotation.words)


def _distance(found: re.Match[str], span: Span, name: NameMention, words: LanguagePack) -> Distance:
    names = words.names
    unit = next(factor for factor, units in names.distance_units.items() if found["unit"] in units)
    way = found["way"]
    bearing = next((float(degrees) for degrees, ways in names.bearings.items() if way in ways), None)
    return Distance(span, name, _number(found["number"], words) * float(unit), bearing)


def _number(told: str, words: LanguagePack) -> float:
    if told[0].isdigit():
        return float(told.replace(",", ""))
    return float(words.moments.number_words[told])


@cache
def _grammar(code: str) -> re.Pattern[str]:
    """Number, unit, direction, preposition, and what may stand between it and the name; anchored at the name."""
    words = load(code)
    names, numbers = words.names, [word for word, number in words.moments.number_words.items() if number > 0]
    units, ways = _any(names.distance_units.values()), _any(names.bearings.values())
    nouns = "|".join(map(re.escape, (*words.events.place_nouns, *names.place_kinds["city"])))
    number = rf"\d[\d,]*(?:\.\d+)?|{'|'.join(map(re.escape, sorted(numbers, key=len, reverse=True)))}"
    return re.compile(
        rf"(?<![\w.,])(?P<number>{number})[ -](?P<unit>{units})(?: away)?(?: (?:to )?(?:the )?(?P<way>{ways}))?"
        rf",? (?:{'|'.join(names.distance_leads)}) (?:the )?(?:\w+ )?(?:(?:{nouns}) (?:of )?)?$"
    )


def _any(lists: object) -> str:
    words = sorted((word for listed in lists for word in listed), key=len, reverse=True)  # type: ignore[attr-defined]
    return "|".join(map(re.escape, words))


def described(name: NameMention, told: list[Distance], annotation: Annotation) -> Distance | None:
    """The distance that says where a place lies: right behind its name, in the same sentence, no name between."""
    token = annotation.tokens[name.first]
    for each in told:
        near = 0 < each.span.start - name.end <= GAP
        if near and annotation.tokens[each.name.first].sentence == token.sentence:
            between = [n for n in annotation.names if name.end <= n.start < each.name.start]
            if not between:
                return each
    return None
