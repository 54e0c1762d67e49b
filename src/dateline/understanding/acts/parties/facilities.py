"""What is built and is struck, seized or visited: "the bank's branch in Lund", a place fact of its own."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.parties.participants import PEOPLE, is_country, words
from dateline.understanding.acts.setting.circumstances import MATERIAL, Circumstances
from dateline.understanding.acts.wording import clauses
from dateline.understanding.acts.wording.triggers import Match
from dateline.understanding.identity.groups.words import group_words
from dateline.values import Mention, Place, Span

VISIT, EXPLOSION = "visit", "explosives"
"""PLOVER modes of events that befall places."""
SURE = 0.7
"""How likely a noun for something built means a building here."""
FORMLESS = frozenset(("DET", "NUM", "PUNCT", "PART", "CCONJ", "ADP"))
"""Parts of speech of words that tell one building from none other."""
NO_CODE = "other"


class _Site(NamedTuple):
    """One mention of something built: its words, what tells it from others of its kind, and where it stands."""

    head: Token
    span: Span
    marks: frozenset[str]
    new: bool
    town: Fact | None


@cache
def facility_nouns(language: str) -> dict[str, str | None]:
    """GeoNames' feature code of each noun, or pair of nouns, for something built; None where GeoNames has none."""
    table = load(language).events.facilities
    return {noun: None if code == NO_CODE else code for code, nouns in table.items() for noun in nouns}


class Facilities:
    """The buildings and sites of a record that no other fact stands for; each becomes one place, however often named.

    They are off the map: without coordinates, `unresolved`, of the country of the town that they are told to stand in.
    """

    def __init__(self, record: Record, around: Circumstances) -> None:
        self.record = record
        self.annotation = record.annotation
        self.around = around
        self._nouns = facility_nouns(self.annotation.words.language.code)
        self._facts: dict[int, Fact] = {}
        self._read: set[tuple[str, bool]] = set()
        self._told: set[str] = set()

    def struck(self, match: Match, recipients: tuple[Token, ...]) -> list[Fact]:
        """The buildings among the words for those acted upon, where the type of event may befall a building."""
        row = match.row
        if row.type not in MATERIAL and VISIT not in row.modes:
            return []
        heads = [head for head in (*recipients, match.object) if head is not None]
        if row.type == "DISASTER":  # a river's banks are no building
            heads = [head for head in heads if head != match.object]
        found = [self.at(head) for head in heads]
        if EXPLOSION in row.modes:
            sites = clauses.after(self.annotation, match.token, *self.annotation.words.events.blast_sites)
            found += [self.at(head) or self._body(head) for head in sites]
        return list({fact.id: fact for fact in found if fact is not None}.values())

    def _body(self, head: Token) -> Fact | None:
        """A body that is called by a building of its own ("a bomb exploded outside the embassy")."""
        if self._noun_of(head) is None:
            return None
        return self.record.who(Span(head.start, head.end), "organisation")

    def at(self, head: Token) -> Fact | None:
        """The place that a noun names: one with a name of its own ("the Brek Bridge"), or a building without."""
        head = self._whole(head)
        named = self.record.who(Span(head.start, head.end), *PEOPLE, "place")
        if named is not None:
            built = isinstance(named.value, Place) and self._is_built(named.value)
            return named if built and self._ends_name(head) else None
        if self._noun_of(head) is None:
            return None
        self._gather(head)
        return self._facts.get(head.i)

    def where(self, recipients: tuple[Fact, ...]) -> tuple[Fact, ...]:
        """The place of what befalls a building: the town that it is told to stand in, else the building itself."""
        ours = {fact.id for fact in self._facts.values()}
        found = [fact for fact in recipients if fact.id in ours]
        towns = [
            town for fact in found for ref in fact.because if (town := self.record.get(ref)) and not is_country(town)
        ]
        return tuple({fact.id: fact for fact in towns or found}.values())

    def unsaid(self, references: Iterable[str]) -> list[Fact]:
        """The buildings that these ids refer to and that were not given yet."""
        wanted = set(references) - self._told
        found = {fact.id: fact for fact in self._facts.values() if fact.id in wanted}
        self._told.update(found)
        return list(found.values())

    def _whole(self, noun: Token) -> Token:
        """What is counted, or what a part belongs to: "dozens of houses", "the entrance of a hotel"."""
        lemma = noun.lemma.lower()
        if lemma in words(self.annotation, "building_parts"):
            near = clauses.after(self.annotation, noun, *self.annotation.words.events.of)
            return next(iter(near or self.annotation.children(noun, "poss")), noun)
        if lemma in words(self.annotation, "counting") or noun.pos == "NUM":
            return next(iter(clauses.after(self.annotation, noun, *self.annotation.words.events.of)), noun)
        return noun

    def _is_built(self, place: Place) -> bool:
        coded = place.feature is not None and place.feature in self._nouns.values()
        return coded or place.name.split()[-1].lower() in self._nouns

    def _ends_name(self, head: Token) -> bool:
        name = self.annotation.name_at(head)
        return name is None or name.last == head.i + 1

    def _noun_of(self, head: Token) -> str | None:
        """The noun, or the pair of nouns, by which something built is called; None for any other word."""
        if head.pos not in ("NOUN", "PROPN") or head.dep in ("compound", "nmod", "amod"):
            return None
        lemma = head.lemma.lower()
        pair = f"{self.annotation.tokens[head.i - 1].lower} {lemma}" if head.i else ""
        return next((noun for noun in (pair, lemma) if noun in self._nouns), None)

    def _gather(self, head: Token) -> None:
        """Finds all mentions of this noun in the record, once, and which of them are one building."""
        lemma, several = head.lemma.lower(), _is_several(head)
        if (lemma, several) in self._read:
            return
        self._read.add((lemma, several))
        groups: list[list[_Site]] = []
        for token in self.annotation.tokens:
            alike = token.lemma.lower() == lemma and _is_several(token) == several
            if alike and self._noun_of(token) is not None and self._is_nameless(token):
                site = self._site(token)
                same = next((group for group in reversed(groups) if _is_same(group, site)), None)
                groups.append([site]) if same is None else same.append(site)
        for group in groups:
            fact = self._fact(group)
            self._facts.update(dict.fromkeys((site.head.i for site in group), fact))

    def _is_nameless(self, head: Token) -> bool:
        return self.record.who(Span(head.start, head.end), *PEOPLE, "place") is None

    def _site(self, head: Token) -> _Site:
        first, last = self._edges(head)
        inside = [t for t in self.annotation.tokens[first : last + 1] if t.i != head.i]
        marks = frozenset(t.lemma.lower() for t in inside if t.pos not in FORMLESS)
        new = not group_words(self.annotation.words.language.code).newcomers.isdisjoint(t.lower for t in inside)
        span = self.annotation.span(self.annotation.tokens[first], self.annotation.tokens[last])
        return _Site(head, span, marks, new, self._town(head, inside))

    def _edges(self, head: Token) -> tuple[int, int]:
        """The first and the last word of a noun's phrase: with its article and an "of", without its clauses."""
        before = [t for t in self.annotation.subtree(head) if t.i < head.i]
        first = head.i
        if self.annotation.sentence(head).role != "paragraph":
            # Headlines leave out articles and verbs: only a noun that belongs to its kind is sure ("police station").
            before = before[-1:] if " " in (self._noun_of(head) or "") else []
        while before and before[-1].i == first - 1 and before[-1].text not in (",", "(", "[", ")", "]", ";"):
            first = before.pop().i
        last = head.i
        for of in self.annotation.children(head, "prep"):
            if of.i == head.i + 1 and of.lower in self.annotation.words.events.of:
                for noun in self.annotation.children(of, "pobj"):
                    name = self.annotation.name_at(noun)
                    last = name.last - 1 if name is not None else noun.i
        return first, last

    def _town(self, head: Token, inside: list[Token]) -> Fact | None:
        """The town that its phrase or its clause puts it in."""
        here = [self.record.who(Span(t.start, t.end), "place") for t in inside if t.pos == "PROPN"]
        told = [fact for fact in here if fact is not None]
        told += self.around.tied(head)
        return next((fact for fact in told if not is_country(fact)), told[0] if told else None)

    def _fact(self, group: list[_Site]) -> Fact:
        best = max(group, key=lambda site: (len(site.marks), -site.head.i))
        town = next((site.town for site in group if site.town is not None), None)
        mentions = tuple(
            Mention(
                start=site.span.start,
                end=site.span.end,
                form="nominal",
                rule="facility" if site is group[0] else "same words",
                role="literal",
            )
            for site in group
        )
        place = Place(
            name=_name(self.annotation, best.span),
            country=town.value.country if town is not None and isinstance(town.value, Place) else None,
            feature=self._nouns[self._noun_of(best.head) or ""],
            mentions=mentions,
        )
        reason = "it has no name: a map cannot tell where it stands"
        because = (town.id,) if town is not None else ()
        return self.record.fact(place, *(site.span for site in group), because=because, confidence=SURE, reason=reason)


def _is_several(head: Token) -> bool:
    return head.tag in ("NNS", "NNPS")


def _is_same(group: list[_Site], site: _Site) -> bool:
    """Whether a mention takes up a building: of no other owner or kind, in no other town, and not "another"."""
    towns = {other.town.id for other in (*group, site) if other.town is not None}
    if site.new or len(towns) > 1:
        return False
    marks = frozenset().union(*(other.marks for other in group))
    return site.marks <= marks or marks <= site.marks


def _name(annotation: Annotation, span: Span) -> str:
    """The words of a phrase without its article."""
    tokens = annotation.tokens_in(span)
    own = tokens[1:] if len(tokens) > 1 and tokens[0].tag in ("DT", "PRP$") else tokens
    return "".join(token.text + (" " if token.space else "") for token in own).strip()
