"""When, where and with what: the moments, places and weapons that stand in an event's own clause."""

from functools import cache
from typing import NamedTuple

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.parties.participants import hurts, is_country, words
from dateline.understanding.acts.wording import clauses
from dateline.values import Moment, Place, Span

MATERIAL = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "ACCIDENT", "DISASTER", "OUTBREAK", "DEATH", "CRIME"))
"""Types that happen where their object is: "attacked a base near Bergen"."""


APART = ("npadvmod", "advmod", "prep", "dobj", "dep", "appos")
"""How a distance hangs on the word that it places."""


class Attached(NamedTuple):
    """A moment or a place, and the tokens that lead from it up to the verb of its clause."""

    fact: Fact
    head: Token
    path: tuple[int, ...]


def _is_vague(moment: Moment) -> bool:
    """ "Now", "recently": TIMEX3's PAST_REF, PRESENT_REF and FUTURE_REF date nothing."""
    return (moment.timex or "").endswith("_REF")


class Circumstances:
    """All moments and places of a record, by the verb of the clause in which they stand."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.annotation = record.annotation
        self.moments: dict[int, list[Attached]] = {}
        self.places: dict[int, list[Attached]] = {}
        for fact in record.of("moment"):
            if isinstance(fact.value, Moment) and fact.value.type in ("DATE", "TIME") and not _is_vague(fact.value):
                for span in fact.spans:
                    self._keep(self.moments, fact, span)
        for fact in record.of("place"):
            if isinstance(fact.value, Place):
                for mention in fact.value.mentions:
                    # A country that acts, and "its", are no place where something happens.
                    if mention.role != "metonym" and mention.form != "pronoun":
                        self._keep(self.places, fact, Span(mention.start, mention.end))

    def _keep(self, kept: dict[int, list[Attached]], fact: Fact, span: Span) -> None:
        inside = self.annotation.tokens_in(span)
        if not inside:
            return
        head = next((t for t in inside if self.annotation.head(t) not in inside or t.head == t.i), inside[-1])
        path, token = [head.i], head
        while token.head != token.i and not (clauses.is_clause(token) and token is not head):
            token = self.annotation.head(token)
            path.append(token.i)
        kept.setdefault(path[-1], []).append(Attached(fact, head, tuple(path)))

    def when(self, token: Token, carrier: Token | None) -> Fact | None:
        """The moment that hangs on a noun or stands in the clause of a verb, the nearest first."""
        verb = clauses.clause(self.annotation, token)
        if token is not verb:
            mine = [a for a in self.moments.get(verb.i, ()) if token.i in a.path[1:]]
            if mine or (carrier is None and not self._is_foiled(token, verb)):
                return mine[0].fact if mine else self._beside(token, verb)
            verb = carrier or verb
        return self._when_of(verb)

    def _is_foiled(self, noun: Token, verb: Token) -> bool:
        """ "Foiled an attack on Monday": the day and the place at which it came to nothing are its own."""
        undone = noun.dep in ("dobj", "nsubjpass") and noun.head == verb.i
        return undone and verb.lemma.lower() in words(self.annotation, "foiling")

    def _beside(self, noun: Token, verb: Token) -> Fact | None:
        """The noun of a clause without a verb of action: "The raid was on Monday", or a headline's."""
        alone = verb is noun or verb.pos == "AUX" or verb.i == noun.i
        others = [a for a in self.moments.get(verb.i, ()) if a.head.dep == "poss" and noun.i not in a.path]
        return self._when_of(verb) if alone and not others else None  # "was in answer to Friday's raid"

    def _when_of(self, verb: Token) -> Fact | None:
        for _ in range(4):
            own = [anchor for anchor in self.moments.get(verb.i, ()) if not self._is_of_a_noun(anchor.head)]
            near = sorted(own, key=lambda a: (len(a.path), abs(a.head.i - verb.i)))
            if near:
                return near[0].fact
            head = self.annotation.head(verb)
            reason = verb.dep == "pcomp" and head.lower in self.annotation.words.events.reasons_by
            lends = (verb.dep in ("xcomp", "pcomp") and not reason) or (verb.dep == "conj" and clauses.is_clause(head))
            if verb.head == verb.i or not lends:
                return None
            verb = clauses.clause(self.annotation, head)
        return None

    def _is_of_a_noun(self, day: Token) -> bool:
        """ "Arrested after Friday's raid", "condemned Friday's raid": the day is the raid's; not "killed in" it."""
        noun = self.annotation.head(day)
        if day.dep != "poss" or noun.pos not in ("NOUN", "PROPN") or noun.dep in clauses.SUBJECTS:
            return False
        link = self.annotation.head(noun)
        return noun.dep == "dobj" or (noun.dep == "pobj" and link.lower not in words(self.annotation, "scene_links"))

    def where(self, token: Token, carrier: Token | None, kind: str) -> list[Fact]:
        """The places that a preposition ties to a noun or to the clause of a verb."""
        homes = self._homes(token, carrier)
        clause_heads = dict.fromkeys(clauses.clause(self.annotation, home).i for home in homes)
        targets = {home.i for home in homes}
        found: dict[str, Fact] = {}
        for place in (near for i in clause_heads for near in self.places.get(i, ())):
            if self._modifies(place, token) or self._lies_at(place, targets, kind):
                found[place.fact.id] = place.fact
        counted_from = {base for fact in found.values() for base in fact.because}
        return [fact for fact in found.values() if fact.id not in counted_from]

    def tied(self, noun: Token) -> list[Fact]:
        """The places that a preposition ties to a noun, else the only one that is tied to the verb of its clause."""
        verb = clauses.clause(self.annotation, noun)
        anchors = [(near.fact, self._anchor(near.head)) for near in self.places.get(verb.i, ())]
        own = [fact for fact, anchor in anchors if anchor is not None and anchor.i == noun.i]
        scene = {fact.id: fact for fact, anchor in anchors if anchor is not None and anchor.i == verb.i}
        return own or (list(scene.values()) if len(scene) == 1 else [])

    def _homes(self, token: Token, carrier: Token | None) -> list[Token]:
        """The words whose places are the event's: the trigger, its carrier, a copula, the verb before an "and"."""
        homes = [token] if carrier is None else [token, carrier]
        verb = clauses.clause(self.annotation, homes[-1])
        above = self.annotation.head(verb)
        if token.pos != "VERB" and carrier is None and verb.pos == "AUX":
            homes.append(verb)
        elif verb is homes[-1] and verb.dep == "conj" and clauses.is_clause(above) and not self.places.get(verb.i):
            homes += [above] if self._goes_on(verb) else []
        reported = token.dep == "nsubjpass" and verb.lemma.lower() in words(self.annotation, "found_out")
        if reported or self._is_foiled(token, verb):
            homes.append(verb)  # "an outbreak was reported in Lund"
        return homes

    def _goes_on(self, verb: Token) -> bool:
        """Whether a clause behind "and" tells of the same doers, or what came of it: "and two guards were killed"."""
        passive = hurts(self.annotation, verb) and not self.annotation.children(verb, "dobj")
        return passive or not self.annotation.children(verb, *clauses.SUBJECTS)

    def _lies_at(self, place: Attached, targets: set[int], kind: str) -> bool:
        anchor = self._anchor(place.head)
        if anchor is None and place.fact.because and place.head.dep in APART:
            anchor = self.annotation.head(place.head)  # "exploded ten miles north of Oslo"
        if anchor is None or anchor.i in targets:
            return anchor is not None
        if anchor.dep not in ("dobj", "nsubjpass", "pobj") or not (kind in MATERIAL or anchor.pos == "PROPN"):
            return False
        above = self.annotation.head(anchor)
        return (self.annotation.head(above) if anchor.dep == "pobj" else above).i in targets

    def _modifies(self, place: Attached, token: Token) -> bool:
        """ "the Oslo bombing"; a country before a noun is rather its actor."""
        before = place.head.dep in ("compound", "amod", "poss") and place.head.head == token.i
        return before and token.pos != "VERB" and not is_country(place.fact)

    def _anchor(self, token: Token) -> Token | None:
        """The word that a place's preposition hangs on: "in Oslo", "in the town of Oslo", "in Oslo and Bergen"."""
        annotation = self.annotation
        for _ in range(5):
            head = annotation.head(token)
            if token.dep == "conj" and head.pos in ("NOUN", "PROPN"):
                token = head
            elif token.dep == "pobj" and head.lower in words(annotation, "places_by"):
                return annotation.head(head)
            elif token.dep in ("pobj", "compound", "poss", "appos", "nmod"):
                noun = annotation.head(head) if token.dep == "pobj" else head
                if noun.lemma.lower() not in words(annotation, "place_nouns") or noun.i == token.i:
                    return None
                token = noun
            else:
                return None
        return None

    def stay(self, recipients: tuple[Token, ...], token: Token) -> list[Fact]:
        """Where those are to whom it happens: "detain a gang hiding in Oslo"."""
        verb = clauses.clause(self.annotation, token)
        for kid in self._participles(recipients, verb):
            if kid.lemma.lower() in words(self.annotation, "staying"):
                return [a.fact for a in self.places.get(kid.i, ()) if self._anchor(a.head) == kid]
        return []

    def _participles(self, recipients: tuple[Token, ...], verb: Token) -> list[Token]:
        found = [kid for noun in recipients for kid in self.annotation.children(noun, "acl", "relcl")]
        above = [verb, self.annotation.head(verb), clauses.clause(self.annotation, self.annotation.head(verb))]
        return found + [kid for v in above for kid in self.annotation.children(v, "advcl", "acl") if kid.tag == "VBG"]


@cache
def _modes(language: str) -> dict[str, str]:
    table = load(language).events.instruments
    return {word: mode for mode, listed in table.items() for word in listed}


def instruments(
    annotation: Annotation, token: Token, carrier: Token | None, wanted: Token | None = None
) -> list[tuple[Span, str]]:
    """The weapons in an event's clause or before its noun, each with the mode that it makes.

    `wanted` is the object that the event's wording asks for ("fired rockets"); no other object is a weapon: it is what
    was struck ("attacked a tank").
    """
    found: dict[Span, str] = {}
    for word in _own_words(annotation, token, carrier):
        mode = weapon_mode(annotation, word) if word.pos in ("NOUN", "PROPN") and word is not token else None
        if mode and _is_used(annotation, word, token, wanted):
            found.setdefault(_weapon(annotation, word, token), mode)
    for word in _used_in(annotation, token):
        if mode := weapon_mode(annotation, word):
            found.setdefault(_weapon(annotation, word, token), mode)
    return list(found.items())


def _used_in(annotation: Annotation, noun: Token) -> list[Token]:
    """ "The rifle used in the raid", "20 kilos of dynamite were used in the raid": the words for what was used."""
    link = annotation.head(noun)
    verb = annotation.head(link)
    if noun.dep != "pobj" or link.lower not in words(annotation, "engaged") or not clauses.is_passive(annotation, verb):
        return []
    if verb.lemma.lower() not in words(annotation, "using"):
        return []
    things = clauses.surface(annotation, verb)
    return [word for thing in things for word in _own_words(annotation, thing, None) if word.pos in ("NOUN", "PROPN")]


def _is_used(annotation: Annotation, word: Token, trigger: Token, wanted: Token | None) -> bool:
    """Whether a weapon is what somebody used: neither a part of another noun ("a tank truck") nor what was struck."""
    if word.dep == "appos" and weapon_mode(annotation, annotation.head(word)):
        return False  # "an improvised bomb (IED)"
    while word.dep in ("compound", "nmod", "conj", "amod") and word.head != word.i:
        above = annotation.head(word)
        if above is trigger:
            return True
        if word.dep != "conj" and not _bursts(annotation, above) and not weapon_mode(annotation, above):
            return False
        word = above
    if wanted is not None and wanted.i == word.i:
        return True
    head = annotation.head(word)
    if word.dep in ("dobj", "nsubjpass"):
        return head.lemma.lower() in words(annotation, "using")
    return word.dep != "pobj" or _is_means(annotation, word, head)


def _is_means(annotation: Annotation, word: Token, preposition: Token) -> bool:
    """ "With rifles", "the explosion of a bomb", "in gunfire"; not "president of a club", "an attack on a tank"."""
    if preposition.lower in annotation.words.events.of:
        above = annotation.head(preposition)
        counts = above.lemma.lower() in words(annotation, "counting")
        return counts or _bursts(annotation, above) or weapon_mode(annotation, above) is not None
    if preposition.lower in words(annotation, "engaged"):
        return _bursts(annotation, word)
    return preposition.lower in words(annotation, "means")


def weapon_mode(annotation: Annotation, word: Token) -> str | None:
    """The mode that a weapon makes of an ASSAULT; None for what is no weapon."""
    modes, lemma = _modes(annotation.words.language.code), word.lemma.lower()
    before = annotation.children(word, "amod", "compound")
    return (modes.get(f"{before[-1].lemma.lower()} {lemma}") if before else None) or modes.get(lemma)


def _bursts(annotation: Annotation, noun: Token) -> bool:
    """Whether a noun with a weapon before it tells of its use ("a grenade attack"), or is its part or its shot."""
    lemma = noun.lemma.lower()
    known = lemma in words(annotation, "weapon_parts") or lemma in words(annotation, "weapon_uses")
    return known or lemma in annotation.words.lexicon.nouns or noun.pos == "VERB"


def _weapon(annotation: Annotation, word: Token, trigger: Token) -> Span:
    """The weapon with the words before it, and the noun that it is a part of ("rocket launchers")."""
    above = annotation.head(word)
    if word.dep == "compound" and above is not trigger and above.lemma.lower() in words(annotation, "weapon_parts"):
        word = above
    first = word
    for kid in annotation.children(word, "compound", "amod", "nummod", "nmod"):
        if kid.i < first.i and (kid.i == first.i - 1 or kid.dep == "compound"):
            first = annotation.tokens[min(kid.i, first.i)]
    return annotation.span(first, word)


def _own_words(annotation: Annotation, token: Token, carrier: Token | None) -> list[Token]:
    """The words below a trigger (and its carrier) that are in no clause of their own."""
    found: list[Token] = []
    queue = [token] if carrier is None else [token, carrier]
    while queue:
        word = queue.pop()
        found.append(word)
        queue += [kid for kid in annotation.children(word) if not clauses.is_clause(kid) or _brings(annotation, kid)]
    return sorted(set(found), key=lambda t: t.i)


def _brings(annotation: Annotation, verb: Token) -> bool:
    """ "By firing rockets", "using rockets", "a raid carried out with rockets": a clause that tells with what."""
    lemma = verb.lemma.lower()
    carries = verb.dep == "acl" and verb.tag == "VBN" and lemma in words(annotation, "light")
    return carries or verb.dep == "pcomp" or (verb.tag == "VBG" and lemma in words(annotation, "using"))
