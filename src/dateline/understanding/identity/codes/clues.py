"""What tells codes: clues with the words that they stand in, and what the story knows of countries."""

import re
from functools import cached_property

from msgspec import Struct

from dateline.annotated import NameMention, Token
from dateline.model import Block
from dateline.record import Record
from dateline.understanding.identity.codes.shared_posts import SharedPost, shared_posts
from dateline.understanding.identity.codes.wording import BodyWords, body_words
from dateline.understanding.identity.countries import main_country, name_before, name_behind, qualifies
from dateline.values import Code, CodeRule, Organisation, Place, Span

_DONE_BY = re.compile(r"(\w+) (?:by|from)\b")
_YEAR = re.compile(r"\b(19|20)\d\d\b")


class Clue(Struct, frozen=True):
    """A code, the words that tell it, and by which rule. A sector may be several codes side by side."""

    code: str
    span: Span
    rule: CodeRule
    confidence: float = 0.9
    reason: str | None = None


class Coded(Struct, frozen=True, kw_only=True):
    """The codes of a person or a body: `country` is ISO 3166-1 alpha-3, `sector` PLOVER's, with how sure they are."""

    country: str | None
    sector: str | None
    codes: tuple[Code, ...] = ()
    confidence: float
    reason: str | None = None


class Story:
    """What a story knows of countries, looked up once for all its people and bodies."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.annotation = record.annotation
        self.words: BodyWords = body_words(record.annotation.words.language.code)

    @cached_property
    def home(self) -> Clue | None:
        """The country that the story was written in and names most, told by its dateline."""
        country = main_country(self.record)
        lines = self.record.article.blocks_of("dateline")
        for name in self.annotation.names if country else ():
            inside = any(line.start <= name.start < line.end for line in lines)
            if country and inside and name.places and name.places[0].country == country:
                reason = "no country is named with it; taken from the story's own"
                return Clue(country, Span(name.start, name.end), "story", 0.65, reason)
        return None

    @cached_property
    def countries(self) -> frozenset[str]:
        """All countries that the story names, or names places of."""
        named = {name.country for name in self.annotation.names if name.country}
        placed = {fact.value.country for fact in self.record.of("place") if isinstance(fact.value, Place)}
        return frozenset(country for country in named | placed if country)

    @cached_property
    def shared_posts(self) -> dict[int, SharedPost]:
        """The posts that several persons share, by the first token of each name."""
        return shared_posts(self.annotation)

    @cached_property
    def year(self) -> int | None:
        """The year in which the story was published, as its fields say."""
        fields = [field.value for field in self.record.article.fields if field.name in ("published", "updated")]
        found = next((match for match in map(_YEAR.search, fields) if match), None)
        return int(found.group()) if found else None

    @cached_property
    def _inner(self) -> list[NameMention]:
        return [name for name in self.annotation.inner_places if self.country_of(name)]

    def country_of(self, name: NameMention) -> str | None:
        """The country that a name means or that its place lies in."""
        if name.country or name.label != "place":
            return name.country
        if name.inner:
            return name.places[0].country if name.places else None
        fact = self.record.who(Span(name.start, name.end), "place")
        return fact.value.country if fact and isinstance(fact.value, Place) else None

    def within(self, span: Span) -> Clue | None:
        """The last country or place within a phrase or a name: "the nine Norwegian officers", "Bank of Norway"."""
        names = [*self._inner, *(name for token in self.annotation.tokens_in(span) if (name := self._named(token)))]
        inside = [name for name in names if span.start <= name.start and name.end <= span.end]
        for name in sorted(inside, key=lambda name: -name.start):
            if (country := self.country_of(name)) and not self._is_ethnic(name):
                rule: CodeRule = "nationality" if name.country else "place"
                return Clue(country, Span(name.start, name.end), rule)
        return None

    def of_several(self, span: Span) -> bool:
        """Whether a phrase joins the names of two countries: "British and Norwegian police"."""
        tokens = self.annotation.tokens_in(span)
        for token in tokens:
            name = self._named(token) if token.pos != "CCONJ" else None
            before = self.annotation.tokens[name.first - 2] if name and name.first > 1 else None
            joined = before and self.annotation.tokens[before.i + 1].pos == "CCONJ" and self._named(before)
            if name and joined and {self.country_of(name), self.country_of(joined)} > {name.country}:
                return True
        return False

    def _is_ethnic(self, name: NameMention) -> bool:
        """Whether the name is a people's and tells no country: "ethnic Albanians"."""
        return name.first > 0 and self.annotation.tokens[name.first - 1].lower in self.words.ethnic

    def _named(self, token: Token) -> NameMention | None:
        name = self.annotation.name_at(token)
        return name if name and name.label in ("place", "demonym") else None

    def before(self, first: int, strictly: bool = False) -> Clue | None:
        """The country right before token `first`: "Norway's ...", "Norwegian ...", "Oslo ...".

        A town must qualify what stands behind it. `strictly`: a country's name needs its "'s" ("In Norway Lund ...").
        """
        name = name_before(self.annotation, first)
        country = self.country_of(name) if name and name.label in ("place", "demonym") else None
        if name is None or country is None or self._is_ethnic(name):
            return None
        bare = name.label == "place" and name.last == first
        if bare if strictly else not name.country and not qualifies(self.annotation, name):
            return None
        return Clue(country, Span(name.start, name.end), "nationality" if name.country else "place")

    def behind(self, last: int, only: str | None = None) -> Clue | None:
        """The country right behind token `last - 1`: "... of Norway", "... in Oslo"; `only` after this word.

        Whatever stands behind another word than "of" must hang on the word before it or on the name that ends there
        ("Ministry of Defence in Oslo"), not on the verb.
        """
        name = name_behind(self.annotation, last)
        country = self.country_of(name) if name and name.label in ("place", "demonym") else None
        if name is None or country is None:
            return None
        link = self.annotation.tokens[last]
        held = self.annotation.name_at(self.annotation.tokens[last - 1])
        first = held.first if held else last - 1
        if link.lower != "of" and (only == "of" or not first <= link.head < last):
            return None
        return Clue(country, Span(name.start, name.end), "place")

    def right_behind(self, head: int) -> Clue | None:
        """The country of "a farmer from Norway", told by nothing but the place: not of "wife of Norway's envoy"."""
        clue = self.behind(head + 1)
        end = self.annotation.tokens_in(clue.span)[-1] if clue else None
        return clue if end and end.dep == "pobj" and end.head == head + 1 else None

    def seat(self, first: int, last: int) -> Clue | None:
        """The country in which a body of these tokens has its seat: "the Oslo-based Fjord Bank"."""
        tokens = self.annotation.tokens
        for kid in (kid for token in tokens[first:last] for kid in self.annotation.children(token)):
            if kid.i >= first or kid.i < 2 or kid.lower not in self.words.seated or tokens[kid.i - 1].tag != "HYPH":
                continue
            name = self._named(tokens[kid.i - 2])
            if name and (country := self.country_of(name)):
                return Clue(country, Span(name.start, name.end), "place", 0.7, "its seat is there")
        return None

    def is_credited(self, start: int) -> bool:
        """Whether the name that starts here is credited with the story: in its byline, or behind "Reporting by"."""
        for block in self._credits:
            if block.start <= start < block.end:
                part = self.record.text[block.start : start].rpartition(";")[2]
                done = _DONE_BY.findall(part)
                return block.role != "note" or any(word.lower() in self.words.crediting for word in done)
        return False

    @cached_property
    def _credits(self) -> list[Block]:
        return [block for role in ("byline", "credit", "note") for block in self.record.article.blocks_of(role)]

    def body_at(self, token: Token) -> Organisation | None:
        """The organisation that a word stands for."""
        fact = self.record.who(Span(token.start, token.end), "organisation")
        return fact.value if fact and isinstance(fact.value, Organisation) else None


def coded(country: Clue | None, sector: Clue | None, confidence: float, reason: str | None = None) -> Coded:
    """Both clues as codes with their evidence; the less sure of them tells how sure they are."""
    clues = [clue for clue in (country, sector) if clue]
    codes = [_code(country, country.code, "country")] if country else []
    codes += [_code(sector, part, "sector") for part in re.findall("...", sector.code)] if sector else []
    least = min(clues, key=lambda clue: clue.confidence, default=None)
    if least is not None and least.confidence < confidence:
        confidence, reason = least.confidence, least.reason or reason
    return Coded(
        country=country.code if country else None,
        sector=sector.code if sector else None,
        codes=tuple(codes),
        confidence=confidence,
        reason=reason,
    )


def _code(clue: Clue, code: str, kind: str) -> Code:
    return Code(
        code=code,
        kind="country" if kind == "country" else "sector",
        start=clue.span.start,
        end=clue.span.end,
        rule=clue.rule,
    )
