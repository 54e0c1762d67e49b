"""Places named inside other names and titles: the town of a police department, the country of an ambassador.

They are where nothing need happen, but they tell which country a story is about, and the maps of readers want them.
"""

from collections.abc import Iterator, Sequence

from dateline.annotated import Label, NameMention, PlaceEntry, Sentence, Token
from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.name_words import NameWords, name_words
from dateline.languages import LanguagePack

LONGEST = 4
"""Words of the longest place looked for inside another name."""
LARGE, MIDDLING = 100_000, 15_000
"""Inhabitants of a town that may name a body anywhere in its name, and of one that may begin the name of a place."""


def inner_places(
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    names: Sequence[NameMention],
    words: LanguagePack,
    gazetteer: Gazetteer,
) -> tuple[NameMention, ...]:
    """The places and peoples inside the names of bodies and unknown places, inside titles, and in no name at all."""
    lines = {i for i, sentence in enumerate(sentences) if sentence.role == "dateline"}  # there a body is an agency
    finder = _Finder(tokens, [name for name in names if tokens[name.first].sentence not in lines], words, gazetteer)
    found = [*finder.in_names(), *finder.in_titles(), *finder.outside(sentences)]
    return tuple(sorted({name.first: name for name in found}.values(), key=lambda name: name.first))


class _Finder:
    def __init__(
        self, tokens: Sequence[Token], names: Sequence[NameMention], words: LanguagePack, gazetteer: Gazetteer
    ) -> None:
        self.tokens = tokens
        self.names = names
        self.words: NameWords = name_words(words.language.code)
        self.gazetteer = gazetteer
        self.schools = frozenset(words.names.school_nouns)
        self.ways = frozenset(words.names.way_nouns)
        self.placed = {name.text.casefold() for name in names if name.label == "place" and name.places}
        self.named = {i for name in names for i in range(name.first, name.last)}

    def in_names(self) -> Iterator[NameMention]:
        """Inside "Lund Police Department", "University of Oslo", "Bergen International Airport"."""
        for name in self.names:
            if name.last - name.first < 2 or not (name.label == "organisation" or self._is_unknown(name)):
                continue
            head = self.tokens[name.last - 1].lower
            if name.label == "place" and head in self.ways:
                continue
            yield from self._within(name.first, name.last, name, head in self.schools)

    def _is_unknown(self, name: NameMention) -> bool:
        return name.label == "place" and not name.places

    def in_titles(self) -> Iterator[NameMention]:
        """Inside "Norwegian Ambassador Ana Lund", "President of Norway Ana Lund"."""
        for name in self.names:
            if name.titles is not None:
                first = next(i for i in range(name.first, -1, -1) if self.tokens[i].start <= name.titles.start)
                yield from self._loose(first, name.first)

    def outside(self, sentences: Sequence[Sentence]) -> Iterator[NameMention]:
        """Words with capitals that belong to no name, as in a headline."""
        for sentence in sentences:
            if sentence.role != "dateline":
                yield from self._loose(sentence.first, sentence.last)

    def _loose(self, first: int, last: int) -> Iterator[NameMention]:
        begin = None
        for i in range(first, last + 1):
            free = i < last and i not in self.named and self.tokens[i].text[:1].isupper()
            if free and begin is None:
                begin = i
            elif not free and begin is not None:
                yield from self._within(begin, i, None, school=False)
                begin = None

    def _within(self, first: int, last: int, holder: NameMention | None, school: bool) -> Iterator[NameMention]:
        i = first
        while i < last:
            found = next(
                (
                    f
                    for end in range(min(last, i + LONGEST), i, -1)
                    if (f := self._at(i, end, first, last, holder, school))
                ),
                None,
            )
            if found is None:
                i += 1
            else:
                yield found
                i = found.last

    def _at(
        self, i: int, end: int, first: int, last: int, holder: NameMention | None, school: bool
    ) -> NameMention | None:
        """The place or the people that tokens `i` up to `end` name inside `holder`."""
        if not self.tokens[i].text[:1].isupper() or (holder is not None and end - i == last - first):
            return None
        if self._is_half(end) or (end < len(self.tokens) and self.tokens[end].lower in self.words.namesakes):
            return None
        text = self._text(i, end)
        if self.gazetteer.is_demonym(text):
            country = self.gazetteer.country_of_demonym(text)
            home = self.gazetteer.home_of_demonym(text)
            return self._mention(i, end, text, "demonym", (home,) if home else (), country)
        places = self.gazetteer.places(text)
        if not places or not self._means_place(i, end, text, places[0], first, holder, school):
            return None
        return self._mention(i, end, text, "place", places, places[0].country if places[0].kind == "country" else None)

    def _is_half(self, end: int) -> bool:
        """ "France" in "France-Presse": half of a word, or a word with its hyphen."""
        glued = end < len(self.tokens) and self.tokens[end].text == "-" and not self.tokens[end - 1].space
        return self.tokens[end - 1].text == "-" or (glued and end - 1 in self.named)

    def _means_place(
        self, i: int, end: int, text: str, place: PlaceEntry, first: int, holder: NameMention | None, school: bool
    ) -> bool:
        single = end - i == 1
        ordinary = single and (self.tokens[i].lower in self.words.common or text.casefold() in self.words.doubtful)
        if ordinary or text.casefold() in self.words.never:
            return False
        if place.is_wide and (place.matched == "name" or text.isupper()):  # "US", "U.S."
            return True
        if single and text in self.words.given:
            return False
        if text.casefold() in self.placed:
            return True
        if holder is None:
            return False
        if place.kind == "admin2":
            return not single
        if place.kind != "city" or place.matched != "name" or school:
            return False
        leads = i == first or self.tokens[i - 1].lower in self.words.links
        return leads and place.population >= (LARGE if holder.label == "organisation" else MIDDLING)

    def _text(self, first: int, last: int) -> str:
        words = [token.text + (" " if token.space else "") for token in self.tokens[first:last]]
        return "".join(words).strip()

    def _mention(
        self, first: int, last: int, text: str, label: Label, places: tuple[PlaceEntry, ...], country: str | None
    ) -> NameMention:
        return NameMention(
            first=first,
            last=last,
            start=self.tokens[first].start,
            end=self.tokens[last - 1].end,
            text=text,
            label=label,
            score=0.7,
            places=places,
            country=country,
            inner=True,
        )
