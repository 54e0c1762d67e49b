"""Where an event happened when its own phrase does not say: its clauses, or for the lead the dateline."""

from functools import cache

from dateline.annotated import Annotation, NameMention, Token
from dateline.languages import load
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.parties.participants import hurts, is_country, words
from dateline.understanding.acts.setting.circumstances import APART
from dateline.understanding.acts.wording import clauses
from dateline.values import Dateline, Place, Span

POINTS = ("exact", "near", "admin2", "admin1")
"""How exactly a place must be known to be lent to an event that does not name its own."""
STEPS = 4
"""How many verbs above its own the place of an event is looked for."""
PARTS = ("nsubj", "nsubjpass", "ROOT")
"""What an event's noun is in a clause that tells of it."""
MAIN = ("ROOT", "ccomp", "conj", "xcomp", "parataxis")
"""The clauses of a lead that tell its news."""


class Scenes:
    """The places of a record by the verb that they are tied to, and the one it was written in."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.annotation: Annotation = record.annotation
        self._by_verb: dict[int, list[tuple[Fact, Token]]] = {}
        self._told: dict[int, dict[str, Fact]] = {}
        for fact in record.of("place"):
            for mention in fact.value.mentions if isinstance(fact.value, Place) else ():
                token = self.annotation.token_at(mention.start)
                if token is None or mention.role == "modifier" or mention.form == "pronoun":
                    continue
                self._told.setdefault(token.sentence, {})[fact.id] = fact
                verb = self._verb_of(Span(mention.start, mention.end), apart=bool(fact.because))
                if verb is not None and _is_point(fact) and mention.role == "literal":
                    self._by_verb.setdefault(verb.i, []).append((fact, token))
        paragraphs = [s for s in self.annotation.sentences if s.role == "paragraph"]
        self._lead = paragraphs[0].i if paragraphs else None
        names = (*self.annotation.names, *self.annotation.inner_places)
        lead = paragraphs[0] if paragraphs else None
        self._lead_names = [name for name in names if lead is not None and lead.first <= name.first < lead.last]

    def _verb_of(self, span: Span, apart: bool) -> Token | None:
        """The verb that a preposition of place, or a distance (`apart`), is tied to; none of saying or of meeting."""
        inside = self.annotation.tokens_in(span)
        numbers = {token.i for token in inside}
        top = next((token for token in inside if token.head not in numbers or token.head == token.i), None)
        if top is None:
            return None
        link = self.annotation.head(top) if top.dep == "pobj" else top
        by = top.dep in APART if apart else top.dep == "pobj" and link.lower in words(self.annotation, "places_by")
        if not by:
            return None
        verb = self.annotation.head(link)
        return verb if verb.pos == "VERB" and verb.lemma.lower() not in _talk(_code(self.annotation)) else None

    def of(self, token: Token, carrier: Token | None, parties: tuple[Fact, ...]) -> tuple[tuple[Fact, ...], str | None]:
        """The place lent to the event of a trigger, and why it is taken; none where two could be meant.

        What acts or is acted upon is no place of the event, nor what a computed point was counted from. An event that
        its own clause puts somewhere ("at the border") is not put elsewhere.
        """
        if self._is_somewhere(token, carrier):
            return (), None
        found = [fact for fact in self._around(token, carrier) if fact not in parties]
        if len(found) == 1 and not self._others(token, found[0], parties):
            return tuple(found), "its place is the one that its sentence names"
        if token.sentence == self._lead and self._is_told(carrier or token) and (written := self._written()):
            return (written,), "its place is that of the dateline: it is told in the lead, which names no other"
        return (), None

    def _others(self, token: Token, found: Fact, parties: tuple[Fact, ...]) -> bool:
        """Whether the sentence names places besides: neither what this one was counted from, nor its country."""
        told = self._told.get(token.sentence, {}).values()
        bases = {base for fact in (found, *told) for base in fact.because}
        return any(
            fact.id != found.id
            and fact.id not in bases
            and fact not in parties
            and not (is_country(fact) and _country(fact) == _country(found))
            for fact in told
        )

    def _around(self, token: Token, carrier: Token | None) -> list[Fact]:
        """The places of an event's own verb, of a participle below it, or of the verbs above it that tell the same."""
        home = carrier or token
        verb = clauses.clause(self.annotation, home)
        if home is not verb and not self._is_part(home, verb):
            return []
        if carrier is not None and token.dep != "dobj" and not self._is_part(token, carrier):
            return []
        hurt = [kid for kid in self.annotation.children(verb, "conj") if hurts(self.annotation, kid)]
        same = [verb, *(hurt if hurts(self.annotation, verb) else [])]
        below = [kid for each in same for kid in self.annotation.children(each, "advcl") if self._is_same(kid, each)]
        for each in (verb, *below):
            if found := self._at(each):
                return found
        for _ in range(STEPS):
            above = self.annotation.head(verb)
            if above.i == verb.i or not (places := self._lent(verb, above)):
                return []
            if found := places if isinstance(places, list) else self._at(above):
                return found
            verb = above
        return []

    def _at(self, verb: Token) -> list[Fact]:
        found = {fact.id: fact for fact, _ in self._by_verb.get(verb.i, ())}
        bases = {base for fact in found.values() for base in fact.because}
        return [fact for fact in found.values() if fact.id not in bases]

    def _lent(self, verb: Token, above: Token) -> bool | list[Fact]:
        """Whether the verb above a clause has the same scene; the places alone that open its sentence, where others
        act in the clause: "In Lund, people slept while soldiers marched".
        """
        own = bool(self.annotation.children(verb, *clauses.SUBJECTS))
        if verb.dep in ("xcomp", "pcomp", "conj"):
            return above.pos in ("VERB", "AUX", "ADP") and not own
        if verb.dep != "advcl" or above.lemma.lower() in _talk(_code(self.annotation)):
            return False
        if self._is_participle(verb) or hurts(self.annotation, above) or self._is_when(verb):
            return True
        subjects = self.annotation.children(above, *clauses.SUBJECTS)
        opens = subjects[0].i if subjects else above.i
        return [fact for fact, token in self._by_verb.get(above.i, ()) if token.i < opens]

    def _is_same(self, verb: Token, above: Token) -> bool:
        """Whether a clause tells how what is told above it came: "were hurt when a bus crashed in Lund"."""
        return self._is_participle(verb) or (hurts(self.annotation, above) and self._is_when(verb))

    def _is_participle(self, verb: Token) -> bool:
        """ "Killing two in Lund": a clause without a subject and a conjunction of its own."""
        return verb.tag == "VBG" and not self.annotation.children(verb, *clauses.SUBJECTS, "mark", "aux")

    def _is_when(self, verb: Token) -> bool:
        linked = self.annotation.children(verb, "advmod", "mark")
        return any(word.lower in self.annotation.words.events.when_links for word in linked)

    def _is_part(self, noun: Token, verb: Token) -> bool:
        """Whether a noun is what its clause tells of: "the raid began", "died in a raid"; not "left for a raid"."""
        if noun.dep in PARTS:
            return verb.lemma.lower() not in _talk(_code(self.annotation))
        link = self.annotation.head(noun)
        lends = self.annotation.words.events.scene_links
        return noun.dep == "pobj" and link.head == verb.i and link.lower in lends

    def _is_told(self, token: Token) -> bool:
        """Whether it is a lead's news: no cause, no past, nothing that another noun is about."""
        verb = clauses.clause(self.annotation, token)
        if token is not verb and not self._is_part(token, verb):
            return False
        chain = [each for each in (verb, *self.annotation.ancestors(verb)) if clauses.is_clause(each)]
        scenes = (each.dep == "advcl" and (self._is_participle(each) or self._is_when(each)) for each in chain)
        return all(scene or each.dep in MAIN for scene, each in zip(scenes, chain, strict=True))

    def _is_somewhere(self, token: Token, carrier: Token | None) -> bool:
        verb = clauses.clause(self.annotation, carrier or token)
        sites = _sites(_code(self.annotation))
        links = [
            kid for word in {token.i: token, verb.i: verb}.values() for kid in self.annotation.children(word, "prep")
        ]
        nouns = (noun for link in links for noun in self.annotation.children(link, "pobj"))
        return any(noun.lemma.lower() in sites for noun in nouns)

    def _written(self) -> Fact | None:
        """The place of the dateline, where the lead names no other place, and no people of another country."""
        for fact in self.record.of("dateline"):
            place = self.record.get(fact.value.place) if isinstance(fact.value, Dateline) else None
            if place is not None and not is_country(place):
                return None if any(_is_elsewhere(name, place) for name in self._lead_names) else place
        return None


def _is_elsewhere(name: NameMention, place: Fact) -> bool:
    return name.label == "place" or (name.label == "demonym" and name.country != _country(place))


def _is_point(fact: Fact) -> bool:
    return isinstance(fact.value, Place) and fact.value.precision in POINTS


def _country(fact: Fact) -> str | None:
    return fact.value.country if isinstance(fact.value, Place) else None


def _code(annotation: Annotation) -> str:
    return annotation.words.language.code


@cache
def _talk(code: str) -> frozenset[str]:
    """Verbs of saying and of meeting: what they tell of happened elsewhere."""
    pack = load(code)
    said = (verb for verbs in pack.statements.stances.values() for verb in verbs)
    met = (verb.split()[0] for row in pack.lexicon.rows if row.type == "CONSULT" for verb in row.verbs)
    return frozenset((*said, *met))


@cache
def _sites(code: str) -> frozenset[str]:
    """Nouns for places."""
    words_of = load(code)
    return frozenset((*words_of.events.place_nouns, *words_of.names.geographic_nouns))
