"""Where an event happened when its own clause does not say: its sentence, or for the lead the dateline."""

from functools import cache

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts import clauses
from dateline.understanding.acts.participants import is_country, words
from dateline.values import Dateline, Place, Span

POINTS = ("exact", "near", "admin2", "admin1")
"""How exactly a place must be known to be lent to an event that does not name its own."""


class Scenes:
    """The places of a record by sentence, and the one it was written in."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.annotation: Annotation = record.annotation
        self._by_sentence: dict[int, dict[str, Fact]] = {}
        self._told: dict[int, set[str]] = {}
        for fact in record.of("place"):
            for mention in fact.value.mentions if isinstance(fact.value, Place) else ():
                token = self.annotation.token_at(mention.start)
                if token is None or mention.role == "modifier":
                    continue
                self._told.setdefault(token.sentence, set()).add(fact.id)
                inside = self.annotation.tokens_in(Span(mention.start, mention.end))
                if _is_point(fact) and mention.role == "literal" and self._is_scene(inside):
                    self._by_sentence.setdefault(token.sentence, {})[fact.id] = fact
        paragraphs = [s for s in self.annotation.sentences if s.role == "paragraph"]
        self._lead = paragraphs[0].i if paragraphs else None

    def _is_scene(self, inside: tuple[Token, ...]) -> bool:
        """Whether a preposition of place ties the name to a verb other than one of saying."""
        numbers = {token.i for token in inside}
        top = next((token for token in inside if token.head not in numbers or token.head == token.i), None)
        if top is None:
            return False
        link = self.annotation.head(top) if top.dep == "pobj" else top
        if top.dep == "pobj" and link.lower not in words(self.annotation, "places_by"):
            return False
        verb = self.annotation.head(link)
        return verb.pos == "VERB" and verb.lemma.lower() not in _said(self.annotation.words.language.code)

    def of(self, token: Token, carrier: Token | None, parties: tuple[Fact, ...]) -> tuple[tuple[Fact, ...], str | None]:
        """The place lent to the event of a trigger, and why it is taken; none where two could be meant.

        What acts or is acted upon is no place of the event, nor what a computed point was counted from. An event that
        its own clause puts somewhere ("at the border") is not put elsewhere.
        """
        if self._is_somewhere(token, carrier):
            return (), None
        found = [fact for fact in self._by_sentence.get(token.sentence, {}).values() if fact not in parties]
        bases = {base for fact in found for base in fact.because}
        found = [fact for fact in found if fact.id not in bases]
        others = self._told.get(token.sentence, set()) - bases - {fact.id for fact in parties}
        if len(found) == 1 == len(others):
            return tuple(found), "its place is the one that its sentence names"
        if token.sentence == self._lead and token.sentence not in self._told and (written := self._written()):
            return (written,), "its place is that of the dateline: it is told in the lead, which names no other"
        return (), None

    def _is_somewhere(self, token: Token, carrier: Token | None) -> bool:
        verb = clauses.clause(self.annotation, carrier or token)
        sites = _sites(self.annotation.words.language.code)
        links = [
            kid for word in {token.i: token, verb.i: verb}.values() for kid in self.annotation.children(word, "prep")
        ]
        nouns = (noun for link in links for noun in self.annotation.children(link, "pobj"))
        return any(noun.lemma.lower() in sites for noun in nouns)

    def _written(self) -> Fact | None:
        for fact in self.record.of("dateline"):
            place = self.record.get(fact.value.place) if isinstance(fact.value, Dateline) else None
            if place is not None and not is_country(place):
                return place
        return None


def _is_point(fact: Fact) -> bool:
    return isinstance(fact.value, Place) and fact.value.precision in POINTS


@cache
def _said(code: str) -> frozenset[str]:
    return frozenset(verb for verbs in load(code).statements.stances.values() for verb in verbs)


@cache
def _sites(code: str) -> frozenset[str]:
    """Nouns for places."""
    words_of = load(code)
    return frozenset((*words_of.events.place_nouns, *words_of.names.geographic_nouns))
