"""Places named inside other names and titles: the town of a police department, the country of an ambassador.

They are where nothing need happen, but they tell which country a story is about, and the maps of readers want them.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dateline.annotated import Label, NameMention, PlaceEntry, Sentence, Token
from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.inner_guards import LONGEST, InnerGuards
from dateline.annotation.name_words import NameWords, name_words
from dateline.languages import LanguagePack

OFFICES = frozenset({"GOV", "LEG", "JUD", "REL"})
"""Sectors of the titles whose field may be a town."""
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
    return tuple(_apart(found))


def _apart(found: Sequence[NameMention]) -> Iterator[NameMention]:
    """In order; of what lies over each other the first that was found, which knows best where it stands."""
    taken: set[int] = set()
    kept = []
    for name in found:
        inside = range(name.first, name.last)
        if taken.isdisjoint(inside):
            taken.update(inside)
            kept.append(name)
    yield from sorted(kept, key=lambda name: name.first)


class _Holder(Struct, frozen=True, kw_only=True):
    """Tokens `first` up to `last` that are searched: a `name`, a title, or capitals that belong to no name."""

    first: int
    last: int
    name: NameMention | None = None
    school: bool = False
    post: bool = False
    """A title of those who hold a public or a church office: "Mayor of Oslo"."""
    headline: bool = False
    """Where people stand outside names too."""


class _Finder:
    def __init__(
        self, tokens: Sequence[Token], names: Sequence[NameMention], words: LanguagePack, gazetteer: Gazetteer
    ) -> None:
        self.tokens = tokens
        self.names = names
        self.words: NameWords = name_words(words.language.code)
        self.gazetteer = gazetteer
        self.guards = InnerGuards(tokens, words, gazetteer)
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
            yield from self._within(
                _Holder(first=name.first, last=name.last, name=name, school=head in self.schools),
            )

    def _is_unknown(self, name: NameMention) -> bool:
        return name.label == "place" and not name.places

    def in_titles(self) -> Iterator[NameMention]:
        """Inside "Norwegian Ambassador Ana Lund", "President of Norway Ana Lund", "Mayor of Oslo Ana Lund"."""
        for name in self.names:
            if name.titles is not None:
                first = next(i for i in range(name.first, -1, -1) if self.tokens[i].start <= name.titles.start)
                yield from self._loose(first, name.first, post=self._is_post(first, name.first))

    def _is_post(self, first: int, last: int) -> bool:
        titles = self.words.titles
        return any(titles.sectors.get((token.lower,)) in OFFICES for token in self.tokens[first:last])

    def outside(self, sentences: Sequence[Sentence]) -> Iterator[NameMention]:
        """Words with capitals that belong to no name, as in a headline."""
        for sentence in sentences:
            if sentence.role != "dateline":
                headline = sentence.role in ("headline", "deck", "caption")
                yield from self._loose(sentence.first, sentence.last, headline=headline)

    def _loose(self, first: int, last: int, *, post: bool = False, headline: bool = False) -> Iterator[NameMention]:
        begin = None
        for i in range(first, last + 1):
            free = i < last and i not in self.named and self.tokens[i].text[:1].isupper()
            free = free or (begin is not None and i < last - 1 and self.guards.is_hyphen(i) and i not in self.named)
            if free and begin is None:
                begin = i
            elif not free and begin is not None:
                yield from self._within(_Holder(first=begin, last=i, post=post, headline=headline))
                begin = None

    def _within(self, holder: _Holder) -> Iterator[NameMention]:
        i = holder.first
        while i < holder.last:
            step = 1
            for end in range(min(holder.last, i + LONGEST), i, -1):
                if (found := self._at(i, end, holder)) is not None:
                    yield found
                if found is not None or self.guards.is_other_name(i, end, holder.first, holder.last):
                    step = end - i
                    break
            i += step

    def _at(self, i: int, end: int, holder: _Holder) -> NameMention | None:
        """The place or the people that tokens `i` up to `end` name inside `holder`."""
        if not self.tokens[i].text[:1].isupper():
            return None
        if holder.name is not None and end - i == holder.last - holder.first:
            return None
        if self.guards.is_something_else(i, end, holder.first, holder.last):
            return None
        text = self._text(i, end)
        if self.gazetteer.is_demonym(text):
            country = self.gazetteer.country_of_demonym(text)
            home = self.gazetteer.home_of_demonym(text)
            return self._mention(i, end, text, "demonym", (home,) if home else (), country)
        places = self.gazetteer.places(text)
        if not places or not self._means_place(i, end, text, places[0], holder):
            return None
        return self._mention(i, end, text, "place", places, places[0].country if places[0].kind == "country" else None)

    def _means_place(self, i: int, end: int, text: str, place: PlaceEntry, holder: _Holder) -> bool:
        named = holder.name is not None
        if (named or holder.headline) and self.guards.is_personal(i, end, holder.first, holder.last, named=named):
            return False
        if self.guards.is_wide_name(text, place):
            return True
        single = end - i == 1
        if place.kind == "country" or (single and text in self.words.given):
            return False
        if text.casefold() in self.placed:
            return True
        if holder.post and i > 0 and self.tokens[i - 1].lower in self.words.fields:
            return place.kind == "city" and place.matched == "name" and place.population >= MIDDLING
        if holder.name is None:
            return False
        if place.kind == "admin2":
            return not single
        if place.kind != "city" or place.matched != "name" or holder.school:
            return False
        leads = i == holder.first or self.tokens[i - 1].lower in self.words.links or self.guards.is_hyphen(i - 1)
        return leads and place.population >= (LARGE if holder.name.label == "organisation" else MIDDLING)

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
