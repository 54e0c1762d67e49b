"""What looks like a place inside another name and is none: an ordinary word, a forename, a part of a longer name."""

from collections.abc import Sequence

from dateline.annotated import PlaceEntry, Token
from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.name_words import name_words
from dateline.languages import LanguagePack

LONGEST = 4
"""Words of the longest place looked for inside another name."""
LARGE, MIDDLING = 100_000, 15_000
"""Inhabitants of a town that is no surname, and of one that a hyphen may join to another."""


class InnerGuards:
    """Tests of the words of one article, by their tokens."""

    def __init__(self, tokens: Sequence[Token], words: LanguagePack, gazetteer: Gazetteer) -> None:
        self.tokens = tokens
        self.words = name_words(words.language.code)
        self.gazetteer = gazetteer
        names = words.names
        self.ways = frozenset(names.way_nouns) - self.words.organisation
        self.state_ways = frozenset(names.state_ways)
        self.prefixes = frozenset(names.people_prefixes)
        self.memorials = name_words(words.language.code).memorial
        self.borrowed = frozenset(names.borrowed_names)
        self.given_places = frozenset(names.given_places)

    def is_something_else(self, i: int, end: int, first: int, last: int) -> bool:
        """Whether tokens `i` up to `end` of those from `first` to `last` are no name of a place or a people at all."""
        if self.words.bears_name(self.tokens, i, end) or (end - i == 1 and self._is_ordinary(i)):
            return True
        if self._text(i, end).casefold() in self.words.never or self.tokens[end - 1].text == "-":
            return True
        return self._is_half(i, end, first, last) or self._is_way(i, end) or self._is_behind_feature(i, first)

    def _is_ordinary(self, i: int) -> bool:
        """ "Poles were put up", "Polish your shoes"; the capitals of "US" are no ordinary word's."""
        token = self.tokens[i]
        if token.lower in self.words.common or token.tag in ("VB", "VBP"):
            return not self.words.is_country_code(self.tokens, i, self.gazetteer)
        return token.lower in self.words.doubtful

    def is_wide_name(self, text: str, place: PlaceEntry) -> bool:
        """A country by any name, a state or region by its own or by its letters: "Britain", "Texas", "N.J."."""
        if not place.is_wide or text.casefold() in self.borrowed:
            return False
        return place.matched == "name" or place.kind == "country" or text.isupper()

    def is_personal(self, i: int, end: int, first: int, last: int, *, named: bool) -> bool:
        """ "Jordan" in "Ana Jordan Foundation", "Chad" in "Chad Brek Foundation"; not in "Chad Brek Industries".

        `named` says that the tokens from `first` to `last` are a name, which ends by what it is.
        """
        if end - i > 1:
            return False
        before = self.tokens[i - 1].text if i - 1 == first else ""
        if before in self.words.given and not self._is_known(before):
            return True
        given = self.tokens[i].lower in self.given_places or self.tokens[i].text in self.words.given
        if not given or end >= last or not self._is_surname(end):
            return False
        return not named or self.tokens[last - 1].lower in self.memorials

    def _is_surname(self, i: int) -> bool:
        token = self.tokens[i]
        words = self.words
        if not (token.text[:1].isupper() and token.text[1:].islower()):
            return False
        nouns = (words.ordinary, words.organisation, words.geographic, words.head_geographic)
        if any(token.lower in known for known in nouns) or self.gazetteer.is_demonym(token.text):
            return False
        return not self._is_known(token.text)

    def _is_known(self, text: str) -> bool:
        places = self.gazetteer.places(text)
        return bool(places) and (places[0].is_wide or places[0].population >= LARGE)

    def is_hyphen(self, i: int) -> bool:
        """Whether token `i` is a hyphen within a word."""
        return i > 0 and self.tokens[i].text == "-" and not self.tokens[i - 1].space and not self.tokens[i].space

    def _is_half(self, i: int, end: int, first: int, last: int) -> bool:
        """ "France" in "France-Presse". In "Norway-Sweden", "Franco-German" and "EU-Israel" each is meant by itself."""
        if end < min(last + 1, len(self.tokens) - 1) and self.is_hyphen(end) and not self._is_compound(end + 1):
            return True
        return i - 1 > first and self.is_hyphen(i - 1) and not self._is_compound(i - 2)

    def _is_compound(self, i: int) -> bool:
        """A word that a hyphen joins to a place's or a people's as its like, or as what it is for or against."""
        token = self.tokens[i]
        if token.text.isupper() or token.lower in self.prefixes or self.gazetteer.is_demonym(token.text):
            return True
        forms = (token.text, self._text(i, min(i + 2, len(self.tokens))))
        return any(
            place.is_wide or place.population >= MIDDLING for f in forms for place in self.gazetteer.places(f)[:1]
        )

    def _is_way(self, i: int, end: int) -> bool:
        """ "Bergen" in "Bergen Road Bank"; not "Texas" in "Texas Highway Patrol"."""
        behind = self.tokens[end] if end < len(self.tokens) else None
        if behind is None or behind.lower not in self.ways or not behind.text[:1].isupper():
            return False
        places = self.gazetteer.places(self._text(i, end))
        return not (places and places[0].is_wide and behind.lower in self.state_ways)

    def _is_behind_feature(self, i: int, first: int) -> bool:
        """ "Norway" in "Fort Norway": part of a longer name, on the map or not."""
        return i > first and self.tokens[i - 1].lower in self.words.naming

    def is_other_name(self, i: int, end: int, first: int, last: int) -> bool:
        """A name of several words on the map, or of a thing: its parts are no places ("Lake Michigan Council")."""
        capitals = self.tokens[i].text[:1].isupper() and self.tokens[end - 1].text[:1].isupper()
        if not capitals or (i == first and end == last):
            return False
        if self.words.bears_name(self.tokens, i, end):
            return True
        if self.tokens[end - 1].lower in self.words.organisation:  # "Lund Center" is a town, and more often a body
            return False
        places = self.gazetteer.places(self._text(i, end)) if end - i > 1 else ()
        return bool(places) and places[0].matched == "name" and places[0].kind in ("city", "feature")

    def _text(self, first: int, last: int) -> str:
        words = [token.text + (" " if token.space else "") for token in self.tokens[first:last]]
        return "".join(words).strip()
