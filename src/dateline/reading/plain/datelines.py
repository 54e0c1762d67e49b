"""The dateline at the beginning of a paragraph: its place, date and agency with the mark that closes it.

Only the span is found here; what its parts mean is understood later, with a gazetteer at hand.
"""

import re
from functools import cache

from dateline.reading.plain.dateline_patterns import Patterns
from dateline.reading.plain.shapes import shapes_of
from dateline.values import Span

REACH = 200
"""No dateline is longer."""
SHORTEST = 50
"""Characters of story behind a town that stands there without a day or an agency."""

_NOTE = re.compile(r"\s*(\[[^\[\]]{1,300}\])")
_CITIES = re.compile(r"\s*/\s*|\s+(?:and|AND)\s+")
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


class Datelines:
    """Finds the datelines of one language, by the most certain shapes first."""

    def __init__(self, code: str) -> None:
        self.shapes = shapes_of(code)
        words = self.shapes.words
        self._particles = frozenset(words.place_particles)
        self._articled = frozenset(words.places_with_article)
        self._not_places = frozenset(words.not_places)
        self._also_places = frozenset(words.also_in_places)
        self._dated_places = self._also_places | frozenset(words.in_dated_places)
        self._patterns = Patterns(words)

    def find(self, text: str, start: int, end: int) -> Span | None:
        """The span of the dateline that the paragraph `start..end` opens with: a place with a date or an agency."""
        found = self._certain(text, start, min(end, start + REACH))
        return None if found is None else _trimmed(text, start, found)

    def find_bare(self, text: str, start: int, end: int) -> Span | None:
        """The span of a dateline that is only a town in capitals and a mark: less certain, so ask `find` first."""
        reach = min(end, start + REACH)
        found = self._place_alone(text, start, reach, end) or self._place_in_region(text, start, reach, end)
        return None if found is None else _trimmed(text, start, found)

    def is_label(self, words: str) -> bool:
        """Whether the words open with capitals and a colon, as the turns of a transcript do."""
        return self._patterns.label.match(words) is not None

    def is_date(self, line: str) -> bool:
        """Whether the line is a full date and nothing else."""
        return len(line) < 60 and self._patterns.date.match(line) is not None and any(c.isdigit() for c in line)

    def _certain(self, text: str, start: int, reach: int) -> int | None:
        shapes = self._patterns
        certain = (
            shapes.agency_date,
            shapes.agency_place,
            shapes.dated,
            shapes.date_first,
            shapes.signed,
            shapes.agency,
        )
        for pattern in certain:
            match = pattern.match(text, start, reach)
            if match and self._holds(match):
                return match.end()
        match = self._patterns.line.match(text, start, reach)
        if match is None or len(match["place"].partition(",")[0].split()) > 3:
            return None
        return match.end() if self._is_place(match["place"], capitals=True) else None

    def _holds(self, match: re.Match[str]) -> bool:
        """Whether the parts are those of a dateline: a date or a known agency, or capitals and a short name."""
        parts = match.groupdict()
        named = [parts[key] for key in ("agency", "slashed", "bare") if parts.get(key)]
        known = any(self.shapes.is_agency(name) for name in named)
        place, dated = parts.get("place"), parts.get("date") is not None
        if place is None:
            return known
        unclosed = match.string[match.end() - 1] in ")/"
        if dated and not unclosed:
            return self._is_dated_place(match, place)
        if self._is_place(place, capitals=True, barred_but=self._dated_places):
            return known or (not unclosed and all(_is_short_name(name) for name in named))
        return known and (dated or not unclosed) and self._is_place(place, capitals=False)

    def _is_dated_place(self, match: re.Match[str], place: str) -> bool:
        """A date is so telling that "La paz, March 3 -" is a dateline too, if a comma stands between them."""
        comma = "," in match.string[match.end("place") : match.start("date")] or match.start("date") < match.start(
            "place"
        )
        words = place.partition(",")[0].split()
        if not comma and len(words) > 3:
            return False
        if any(self._is_place(place, capitals, self._dated_places) for capitals in (True, False)):
            return True
        return comma and len(place.split()) <= 3 and place.replace(" ", "").isalpha() and not self._is_label(words)

    def _place_alone(self, text: str, start: int, reach: int, end: int) -> int | None:
        """A town in capitals and a dash: only where the rest is not in capitals too, or nothing would set it apart."""
        match = self._patterns.bare.match(text, start, reach)
        if match is None or text[match.end() : min(end, match.end() + 400)].isupper():
            return None
        colon = match["close"][0] == ":"
        if end - match.end() < (2 * SHORTEST if colon else SHORTEST) or (colon and not _is_long_town(match["place"])):
            return None
        return match.end() if self._is_place(match["place"], capitals=True) else None

    def _place_in_region(self, text: str, start: int, reach: int, end: int) -> int | None:
        """ "Oslo, Norway —": a country or state behind it tells a town in small letters from any other word."""
        match = self._patterns.in_region.match(text, start, reach)
        if match is None or end - match.end() < SHORTEST or len(match["place"].split()) > 3:
            return None
        first = match["place"].split()[0].casefold()
        if first in self._particles and first in self._not_places:
            return None  # "In Oslo, Norway -"
        return match.end() if self._is_place(match["place"], capitals=False) else None

    def _is_place(self, words: str, capitals: bool, barred_but: frozenset[str] | None = None) -> bool:
        """Whether every town named here looks like one: "LYON", "Lyon", "PORTLAND, Ore.", "LYON (FRANCE)/GENEVA"."""
        cities = _CITIES.split(_BRACKET.sub("", words).strip(" ,.*•>"))
        return 1 <= len(cities) <= 3 and all(self._is_town(city, capitals, barred_but) for city in cities)

    def _is_town(self, words: str, capitals: bool, barred_but: frozenset[str] | None) -> bool:
        city, *regions = [part.split() for part in words.split(",")]
        if not city or len(city) > 5 or len(regions) > 2:
            return False
        if self._is_label(city, barred_but) and (len(city) == 1 or not regions):
            return False
        shaped = _in_capitals if capitals else _with_capital
        if not all(shaped(word) or word.casefold() in self._particles for word in city) or not shaped(city[0]):
            return False
        return all(1 <= len(region) <= 3 and all(_with_capital(word) for word in region) for region in regions)

    def _is_label(self, city: list[str], barred_but: frozenset[str] | None = None) -> bool:
        """Whether a word in it belongs to no town; `barred_but` are those that may stand in a town of several words."""
        folded = [word.casefold().strip(".'’") for word in city]
        if " ".join(folded) in self._articled:
            return False
        also = (barred_but or self._also_places) if len(folded) > 1 else frozenset()
        return any(
            (word in self._not_places or word in self._dated_places - self._also_places) and word not in also
            for word in folded
        )


def notes_after(text: str, start: int, end: int) -> list[Span]:
    """The bracketed notes that stand between a dateline and its story: `[TEXT]`, `[SPEECH BY ...]`."""
    found: list[Span] = []
    while match := _NOTE.match(text, start, end):
        found.append(Span(*match.span(1)))
        start = match.end()
    return found


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _in_capitals(word: str) -> bool:
    bare = word.removeprefix("Mc").removeprefix("Mac")
    letters = [char for char in bare if char.isalpha()]
    return len(letters) >= 2 and bare.upper() == bare


def _with_capital(word: str) -> bool:
    return word[:1].isupper() or (word[:2] in ("d'", "d’", "l'") and word[2:3].isupper())


def _is_long_town(name: str) -> bool:
    """Before a colon an acronym is a heading: "UN:"."""
    return len(name) > 3 and len(name.split()) <= 2


def _is_short_name(name: str) -> bool:
    words = name.split()
    return len(words) <= 4 and all(word[0].isupper() or not word[0].isalpha() for word in words)


@cache
def datelines_of(code: str) -> Datelines:
    """The patterns with the words of this language."""
    return Datelines(code)
