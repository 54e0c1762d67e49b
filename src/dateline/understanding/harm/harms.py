"""Which words tell of harm, and whom it befell."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, Sentence, Token
from dateline.languages import load
from dateline.languages.sections import LightVerb
from dateline.model import Status
from dateline.understanding.harm.number_words import match, phrases
from dateline.understanding.harm.numbers import numbers
from dateline.understanding.harm.undergoing import SUBJECTS, Undergoing

PREDICATES = ("acomp", "attr", "oprd", "xcomp", "ccomp", "advcl", "amod", "appos", "dep", "conj")
TOLD = 12
"""So many words behind "the toll" its count may stand."""

_TO_COME = ("planned", "requested")
"""Whom somebody means to harm is told by the event; nobody is hurt yet who could be counted."""


class Harm(Struct, frozen=True, kw_only=True):
    """A harm word, the head of the phrase for one sufferer, and how sure the grammar is of the two.

    `counted`: the sufferer's word is itself what is counted ("12 deaths"), and names no people.
    """

    effect: str
    trigger: Token
    sufferer: Token
    status: Status = "asserted"
    confidence: float = 0.9
    explicit: bool = False
    """Only a number or a name makes this one a count: "the wounded men" tells of no new harm."""
    counted: bool = False


class _Words(Struct, frozen=True):
    roles: dict[str, list[tuple[str, str]]]
    light: dict[str, list[LightVerb]]
    tolls: dict[str, str]
    marks: frozenset[str]
    averted: frozenset[str]
    towards: frozenset[str]
    judging: frozenset[str]
    rates: dict[str, list[tuple[list[str], bool]]]
    no_rate_after: frozenset[str]
    no_rate_before: frozenset[str]


@cache
def _words(code: str) -> _Words:
    words = load(code).casualties
    roles: dict[str, list[tuple[str, str]]] = {}
    for role in ("verbs", "fates", "states", "modifiers", "deeds", "counted"):
        for effect, lemmas in getattr(words, role).items():
            for lemma in lemmas:
                roles.setdefault(lemma, []).append((role, effect))
    light: dict[str, list[LightVerb]] = {}
    for entry in words.light:
        for noun in entry.objects:
            light.setdefault(noun, []).append(entry)
    return _Words(
        roles=roles,
        light=light,
        tolls=words.tolls.nouns,
        marks=frozenset(words.tolls.marks),
        averted=frozenset(words.doubt.averted),
        towards=frozenset(words.doubt.towards),
        judging=frozenset(words.doubt.judging),
        rates=phrases((rate, True) for rate in words.doubt.rates),
        no_rate_after=frozenset(words.doubt.no_rate_after),
        no_rate_before=frozenset(words.doubt.no_rate_before),
    )


def harm_words(annotation: Annotation) -> Iterator[Token]:
    """The tokens that may tell of harm, in the order of the text."""
    words = _words(annotation.words.language.code)
    for token in annotation.tokens:
        lemma = token.lemma.lower()
        if lemma in words.roles or lemma in words.light or lemma in words.tolls or token.lower in words.roles:
            yield token


def harms(annotation: Annotation, token: Token) -> Iterator[Harm]:
    """What one harm word tells: a Harm for every sufferer it governs."""
    words = _words(annotation.words.language.code)
    if annotation.tokens[annotation.sentence(token).last - 1].text == "?":
        return
    reading = _Reading(annotation, words)
    light = [("light", entry) for entry in words.light.get(token.lemma.lower(), ())]
    roles = _roles(token, words)
    counted = [entry for entry in roles if entry[0] == "counted"]  # "injuries" count only where nobody suffers them
    for role, effect in [*(entry for entry in roles if entry not in counted), *light, *counted]:
        found = list(getattr(reading, role)(token, effect))
        yield from found
        if found:
            return
    if effect := words.tolls.get(token.lemma.lower(), ""):
        yield from reading.toll(token, effect)


def _roles(token: Token, words: _Words) -> list[tuple[str, str]]:
    by_lemma = words.roles.get(token.lemma.lower(), [])
    by_form = [entry for entry in words.roles.get(token.lower, []) if entry[0] in ("states", "modifiers")]
    return list(dict.fromkeys([*by_lemma, *by_form]))


class _Reading:
    """The patterns, one method for each role of a harm word."""

    def __init__(self, annotation: Annotation, words: _Words) -> None:
        self.annotation = annotation
        self.words = words
        self.clauses = Undergoing(annotation)

    def verbs(self, token: Token, effect: str) -> Iterator[Harm]:
        """ "killed three soldiers", "three soldiers were killed", "three soldiers killed by a mine"."""
        if token.pos not in ("VERB", "AUX") and token.tag not in ("VBN", "VBD", "VBG"):
            return
        if token.dep == "amod":
            return
        habit = token.tag in ("VBP", "VBZ")  # "the mines kill children", against a headline's "Mines kill 12"
        sufferers = self.clauses.objects(token) or self.clauses.sufferers(token)
        yield from self._harmed(token, effect, sufferers, explicit=habit)

    def fates(self, token: Token, effect: str) -> Iterator[Harm]:
        """ "three soldiers died"."""
        if token.pos == "VERB" and token.dep != "amod":
            yield from self._harmed(token, effect, self.clauses.subjects(token))

    def states(self, token: Token, effect: str) -> Iterator[Harm]:
        """ "three soldiers are dead", "left three soldiers dead", "12 dead"."""
        before = self.clauses.before(token)
        if token.dep == "amod" and self.annotation.head(token).i > token.i:
            return
        if before and before.pos == "NUM" and (token.pos != "VERB" or token.tag == "VBN"):
            yield from self._harmed(token, effect, [before], confidence=0.85)
            return
        if token.pos not in ("ADJ", "VERB", "NOUN", "ADV", "ADP", "PROPN") or token.dep not in (
            *PREDICATES,
            "ROOT",
            "advmod",
            "dobj",
            "pobj",
        ):
            return
        yield from self._harmed(token, effect, self._described(token), confidence=0.85)

    def modifiers(self, token: Token, effect: str) -> Iterator[Harm]:
        """ "three wounded soldiers", "the kidnapped engineer Lee"."""
        head = self.annotation.head(token)
        if token.dep == "amod" and head.i > token.i:
            yield from self._harmed(token, effect, [head], confidence=0.65, explicit=True)

    def deeds(self, token: Token, effect: str) -> Iterator[Harm]:
        """ "the murder of two nuns", "the mayor's death"."""
        above = self.annotation.head(token)
        if token.dep == "pobj" and above.lower in self.words.towards:  # "stabbed to death"
            verb = self.annotation.head(above)
            if self.annotation.children(token, "det", "prep"):  # "linked to the death of a nun"
                return
            if verb.pos == "VERB" and verb.lemma not in self.words.judging:
                suffering = self.clauses.objects(verb) or self.clauses.sufferers(verb) or self.clauses.subjects(verb)
                yield from self._harmed(verb, effect, suffering)
            return
        if token.pos != "NOUN" or any(kid.lower in self.words.averted for kid in self.annotation.children(token)):
            return
        of = [
            p for kid in self.annotation.children(token, "prep") if kid.lower == "of" for p in self.clauses.objects(kid)
        ]
        yield from self._harmed(token, effect, of or self.annotation.children(token, "poss"), confidence=0.75)

    def counted(self, token: Token, effect: str) -> Iterator[Harm]:
        """ "12 deaths"."""
        if token.pos == "NOUN":
            status = self.clauses.status(token)
            if status and status not in _TO_COME:
                yield Harm(
                    effect=effect,
                    trigger=token,
                    sufferer=token,
                    status=status,
                    confidence=0.75,
                    explicit=True,
                    counted=True,
                )

    def light(self, token: Token, entry: LightVerb) -> Iterator[Harm]:
        """ "lost their lives", "claimed the lives of three", "took 12 hostages"."""
        verb = next((t for t in self.annotation.ancestors(token) if t.pos in ("VERB", "AUX")), None)
        if verb is None or verb.lemma not in entry.verbs or token.dep not in ("dobj", "nsubjpass", "pobj", "conj"):
            return
        own = [
            p for kid in self.annotation.children(token, "prep") if kid.lower == "of" for p in self.clauses.objects(kid)
        ]
        if entry.sufferer == "object":
            for harm in self._harmed(verb, entry.effect, own or [token]):
                yield harm if own else _counted(harm)
        elif token.dep == "nsubjpass":
            yield from map(_counted, self._harmed(verb, entry.effect, [token]))
        else:
            yield from self._harmed(verb, entry.effect, self.clauses.subjects(verb))

    def toll(self, token: Token, effect: str) -> Iterator[Harm]:
        """ "the death toll rose from 12 to 35"."""
        annotation = self.annotation
        sentence = annotation.sentence(token)
        if token.dep == "compound":  # "the toll road"
            return
        for number in numbers(annotation.tokens_of(sentence), annotation.words.language.code):
            figure = annotation.tokens[number.last - 1]
            if not token.i + 1 < number.first < token.i + TOLD or figure.pos != "NUM" or number.glued:
                continue
            between = annotation.tokens[token.i : number.first]
            leader = next(t for t in reversed(between) if t.pos != "ADV" or t.i == token.i)
            if leader.lemma in self.words.marks:
                yield Harm(effect=effect, trigger=token, sufferer=figure, confidence=0.85, counted=True)
                return

    def _harmed(
        self, token: Token, effect: str, sufferers: list[Token], confidence: float = 0.9, explicit: bool = False
    ) -> Iterator[Harm]:
        status = self.clauses.status(token) if sufferers else None
        if status is None or status in _TO_COME:
            return
        explicit = explicit or (status == "possible" and self.clauses.looks_ahead(token))
        for sufferer in sufferers:
            for one in self.clauses.coordinated(sufferer):
                yield Harm(
                    effect=effect,
                    trigger=token,
                    sufferer=one,
                    status=status,
                    confidence=confidence if status == "asserted" else confidence - 0.2,
                    explicit=explicit,
                )

    def _described(self, token: Token) -> list[Token]:
        annotation = self.annotation
        if own := annotation.children(token, *SUBJECTS):
            return [self.clauses.antecedent(kid, token) for kid in own]
        above = annotation.head(token)
        if above.i == token.i:
            return []
        if above.pos in ("VERB", "AUX"):
            things = [kid for kid in self.clauses.objects(above) if kid.i != token.i]
            things = things or [kid for kid in annotation.children(token, "compound", "nmod") if kid.pos == "NOUN"]
            things = things or self.clauses.sufferers(above)
            return things or ([] if token.dep == "dobj" else self.clauses.subjects(above))
        if token.dep in ("amod", "advmod", "appos") and above.i < token.i and above.pos in ("NOUN", "PROPN", "NUM"):
            return [above]
        return []


def _counted(harm: Harm) -> Harm:
    return replace(harm, counted=True)


def has_rate(annotation: Annotation, sentence: Sentence) -> bool:
    """Whether the sentence tells what happens every year or month: no incident. "A month later" is no rate."""
    words = _words(annotation.words.language.code)
    forms = [token.lower for token in annotation.tokens_of(sentence)]
    for i in range(1, len(forms)):
        if forms[i] not in words.rates or forms[i - 1] in words.no_rate_after:
            continue
        rate, end = match(forms, i, words.rates)
        if rate and (forms[end] if end < len(forms) else "") not in words.no_rate_before:
            return True
    return False
