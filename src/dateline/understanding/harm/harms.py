"""Which words tell of harm, and whom it befell."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, Token
from dateline.languages.sections import LightVerb
from dateline.model import Status
from dateline.understanding.harm.harm_words import HarmWords, harm_words
from dateline.understanding.harm.rolls import figure, listed, tallied
from dateline.understanding.harm.undergoing import SUBJECTS, Undergoing

PREDICATES = ("acomp", "attr", "oprd", "xcomp", "ccomp", "advcl", "amod", "appos", "dep", "conj")
_TO_COME = ("planned", "requested")
"""Whom somebody means to harm is told by the event; nobody is hurt yet who could be counted."""

_OWNED = ("killed", "abducted", "missing")
"""Only of these does "the guard's" tell of harm that counts: not "the player's injury"."""


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
    roll: bool = False
    """ "The dead were two nurses": those told of before, one by one; an empty `effect` is that of the count before."""
    pronoun: bool = False
    """ "They are Ana Diaz and Lea Roth": only names tell anything, and only right behind the count."""
    count: Token | None = None
    """The number that stands apart from a roll's noun: "four of the dead were children"."""
    either: bool = False
    """ "Dead or wounded": how many of them were what, nobody says."""
    group: Token | None = None
    """The noun for those whose count stands apart: "the number of guards killed rose to 31"."""


def harms(annotation: Annotation, token: Token) -> Iterator[Harm]:
    """What one harm word tells: a Harm for every sufferer it governs."""
    words = harm_words(annotation.words.language.code)
    if annotation.tokens[annotation.sentence(token).last - 1].text == "?":
        return
    reading = _Reading(annotation, words)
    light = [("light", entry) for entry in words.light.get(token.lemma.lower(), ())]
    roles = _roles(token, words)
    late = ("counted", "spared")  # "injuries" count only where nobody suffers them
    found = list(reading.rolls(token))
    told = "rolls" if found else ""
    yield from found
    for role, effect in [*(e for e in roles if e[0] not in late), *light, *(e for e in roles if e[0] in late)]:
        if told and role != told:
            return
        found = list(getattr(reading, role)(token, effect))
        yield from found
        told = role if found else told
    if not told:
        yield from reading.tolls(token)


def _roles(token: Token, words: HarmWords) -> list[tuple[str, str]]:
    by_lemma = words.roles.get(token.lemma.lower(), [])
    by_form = [entry for entry in words.roles.get(token.lower, []) if entry[0] in ("states", "modifiers")]
    return list(dict.fromkeys([*by_lemma, *by_form]))


class _Reading:
    """The patterns, one method for each role of a harm word."""

    def __init__(self, annotation: Annotation, words: HarmWords) -> None:
        self.annotation = annotation
        self.words = words
        self.clauses = Undergoing(annotation)

    def verbs(self, token: Token, effect: str) -> Iterator[Harm]:
        """ "killed three soldiers", "three soldiers were killed", "three soldiers killed by a mine"."""
        if token.pos not in ("VERB", "AUX") and token.tag not in ("VBN", "VBD", "VBG"):
            return
        if token.dep == "amod" or (effect == "freed" and self._dismisses(token)):
            return
        going_on = token.tag == "VBG" and bool(self.annotation.children(token, "aux"))  # "they are hurting the party"
        habit = (
            token.tag in ("VBP", "VBZ") or going_on
        )  # "the mines kill children", against a headline's "Mines kill 12"
        sufferers = self._objects(token) or self.clauses.sufferers(token)
        yield from self._harmed(token, effect, sufferers, explicit=habit)

    def _objects(self, token: Token) -> list[Token]:
        """The objects, and those that a parser hung elsewhere: "killed one in Porto and two in Faro", "a maid, and"."""
        objects = [o for o in self.clauses.objects(token) if not self._is_anothers(token, o)]
        after = self.annotation.tokens[token.i + 1 : self.annotation.sentence(token).last]
        if not objects and after and after[0].pos == "NUM" and token.dep == "conj":
            return [after[0]]
        loose = [kid for kid in self.annotation.children(token, "conj", "npadvmod") if kid.i > token.i]
        nouns = [
            kid for kid in loose if objects and kid.pos == "NOUN" and self.annotation.children(kid, "det", "nummod")
        ]
        passive = self.annotation.children(token, "auxpass")  # "the motion was killed, 12 to 3"
        return [*objects, *(kid for kid in loose if kid.pos == "NUM" and not passive), *nouns]

    def _is_anothers(self, verb: Token, noun: Token) -> bool:
        """ "Killed two and injured 14", whatever the parser makes of it."""
        between = self.annotation.tokens[verb.i + 1 : noun.i]
        return any(t.tag in ("VBN", "VBD") and t.dep == "conj" and t.lemma in self.words.roles for t in between)

    def _dismisses(self, token: Token) -> bool:
        """ "released from hospital", "the club released two players": nobody was set free."""
        annotation = self.annotation
        ties = [kid for one in (token, *self.clauses.objects(token)) for kid in annotation.children(one, "prep")]
        sources = [p for kid in ties for p in self.clauses.objects(kid)]
        words = (t.lemma.lower() for t in [*sources, *annotation.children(token, "nsubj")])
        return any(word in self.words.dismissing for word in words)

    def fates(self, token: Token, effect: str) -> Iterator[Harm]:
        """ "three soldiers died"."""
        if token.pos == "VERB" and token.dep != "amod":
            yield from self._harmed(token, effect, self.clauses.subjects(token))

    def states(self, token: Token, effect: str) -> Iterator[Harm]:
        """ "three soldiers are dead", "left three soldiers dead", "12 dead"."""
        before = self.clauses.before(token)
        if token.dep == "amod" and self.annotation.head(token).i > token.i:
            return
        hostages = token.tag == "NNS" and token.lower != token.lemma.lower()  # "freed nine hostages"
        if before and before.pos == "NUM" and not hostages and (token.pos != "VERB" or token.tag == "VBN"):
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
        kids = self.annotation.children(token, "det", "prep", "poss", "compound")
        own = any(kid.tag != "PRP$" for kid in kids)  # "responded to Diaz's death"
        if token.dep == "pobj" and above.lower in self.words.towards and not own:  # "stabbed to death"
            verb = self.annotation.head(above)
            if verb.pos == "VERB" and verb.lemma not in self.words.judging:
                suffering = self.clauses.objects(verb) or self.clauses.sufferers(verb) or self.clauses.subjects(verb)
                yield from self._harmed(verb, effect, suffering)
            return
        if token.pos != "NOUN" or any(kid.lower in self.words.averted for kid in self.annotation.children(token)):
            return
        of = [
            p for kid in self.annotation.children(token, "prep") if kid.lower == "of" for p in self.clauses.objects(kid)
        ]
        of = of or self._behind_time(token)
        if of and token.lemma.lower() in self.words.remains and self.annotation.children(token, "nummod"):
            of = [token]  # "28 bodies of rebels": the bodies are counted
        whose = self.annotation.children(token, "poss") if effect in _OWNED else []
        yield from self._harmed(token, effect, of or whose, confidence=0.75)

    def _behind_time(self, token: Token) -> list[Token]:
        """ "The killings in the past week of two judges"."""
        times = [p for kid in self.annotation.children(token, "prep") for p in self.clauses.objects(kid)]
        return [p for time in times if time.entity in ("DATE", "TIME") for p in self.clauses.of(time)]

    def counted(self, token: Token, effect: str) -> Iterator[Harm]:
        """ "12 deaths"."""
        if token.pos == "NOUN" and token.dep != "compound":
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
        if token.dep == "pobj" and self.annotation.head(token).lower not in self.words.linking:
            return  # "lost control on the home straight"
        own = [
            p for kid in self.annotation.children(token, "prep") if kid.lower == "of" for p in self.clauses.objects(kid)
        ]
        if entry.sufferer == "object":
            if token.dep == "pobj" and not own:  # "took as hostages two nuns"
                yield from self._harmed(verb, entry.effect, self.clauses.objects(verb))
                return
            for harm in self._harmed(verb, entry.effect, own or [token]):
                yield harm if own else _counted(harm)
        elif token.dep == "nsubjpass":
            yield from map(_counted, self._harmed(verb, entry.effect, [token]))
        else:
            yield from self._harmed(verb, entry.effect, self.clauses.subjects(verb))

    def spared(self, token: Token, effect: str) -> Iterator[Harm]:
        """ "no casualties": nobody was killed, nobody hurt."""
        before = self.clauses.before(token)
        if before is not None and before.lower == "no" and token.dep != "compound":
            yield from self.counted(token, effect)

    def rolls(self, token: Token) -> Iterator[Harm]:
        """ "The dead were two nurses and a guard", "the victim was identified as Ana Diaz", "two of those killed"."""
        effect = self.words.rolls.get(token.lower, self.words.rolls.get(token.lemma.lower()))
        above = self.annotation.head(token)
        those = token.dep == "acl" and above.lower in self.words.plural_pronouns
        noun = above if those else token
        fixed = noun.pos == "PRON" or self.annotation.children(noun, "det", "nummod")
        if effect is None or noun.dep in ("amod", "compound") or not fixed:
            return
        told = listed(self.annotation, noun, self.words.naming, self.words.among)
        above = self.annotation.head(self.annotation.head(noun))
        count = above if noun.dep == "pobj" and above.pos == "NUM" else None
        for harm in self._harmed(token, effect, list(told), confidence=0.75):
            yield replace(harm, roll=True, count=count, pronoun=token.pos == "PRON")

    def tolls(self, token: Token) -> Iterator[Harm]:
        """ "the death toll rose from 12 to 35", "brought to 14 the number of guards killed"."""
        annotation = self.annotation
        effect, last, group = self.words.tolls.get(token.lemma.lower(), ""), token, None
        if token.dep == "compound":  # "the toll road"
            return
        if token.lemma.lower() in self.words.tallies and not effect:
            effect, last, group = tallied(annotation, token, self.words.tallied) or ("", token, None)
        at = figure(annotation, last, self.words.marks, token) if effect else None
        if at is not None:
            yield Harm(effect=effect, trigger=token, sufferer=at, confidence=0.85, counted=True, group=group)

    def _harmed(
        self, token: Token, effect: str, sufferers: list[Token], confidence: float = 0.9, explicit: bool = False
    ) -> Iterator[Harm]:
        status = self.clauses.status(token) if sufferers else None
        if effect == "wounded" and status == "denied" and self.clauses.is_negated(token):  # "was not hurt"
            effect, status, confidence = "unharmed", "asserted", confidence - 0.1
        if status is None or status in _TO_COME:
            return
        explicit = explicit or (status == "possible" and self.clauses.looks_ahead(token))
        for sufferer in [*sufferers, *self._beside(token)]:
            for one in self._each(token, sufferer):
                yield Harm(
                    effect=effect,
                    trigger=token,
                    sufferer=one,
                    status=status,
                    confidence=confidence if status == "asserted" else confidence - 0.2,
                    explicit=explicit,
                    either=self._is_either(token, effect),
                )

    def _is_either(self, token: Token, effect: str) -> bool:
        """ "Dead or wounded", "either killed or wounded"."""
        annotation = self.annotation
        linked = [token, *annotation.children(token, "conj")]
        if token.dep == "conj":
            linked.insert(0, annotation.head(token))
        if len(linked) < 2 or not any(
            kid.lower in self.words.alternatives for kid in annotation.children(linked[0], "cc")
        ):
            return False
        effects = {self.words.tallied.get(t.lower, self.words.tallied.get(t.lemma.lower())) for t in linked}
        return len(effects - {None, effect}) > 0

    def _beside(self, token: Token) -> list[Token]:
        """ "He was killed along with two guards"."""
        annotation = self.annotation
        found: list[Token] = []
        for kid in (
            k for above in (token, annotation.head(token)) for k in annotation.children(above, "prep", "advmod", "prt")
        ):
            for phrase in self.words.beside:
                words = annotation.tokens[kid.i : kid.i + len(phrase)]
                if kid.i > token.i and tuple(t.lower for t in words) == phrase:
                    found += self.clauses.objects(words[-1])
        return found

    def _each(self, verb: Token, sufferer: Token) -> Iterator[Token]:
        """Those whom "and" sets side by side; for "himself" whoever does it."""
        for one in self.clauses.coordinated(sufferer):
            yield from self.clauses.subjects(verb) if one.lower in self.words.reflexive else [one]

    def _is_state(self, token: Token) -> bool:
        """ "Counted the dead and wounded": the dead are none of the wounded."""
        return token.pos != "NUM" and any(role == "states" for role, _ in _roles(token, self.words))

    def _described(self, token: Token) -> list[Token]:
        annotation = self.annotation
        if own := annotation.children(token, *SUBJECTS):
            return [self.clauses.antecedent(kid, token) for kid in own]
        above = annotation.head(token)
        if above.i == token.i:
            return []
        if (
            token.dep == "conj" and above.lower in self.words.roles and above.dep in PREDICATES
        ):  # "dozens dead or wounded"
            return self._described(above)
        if above.pos in ("VERB", "AUX"):
            things = [kid for kid in self.clauses.objects(above) if kid.i != token.i and not self._is_state(kid)]
            things = things or [kid for kid in annotation.children(token, "compound", "nmod") if kid.pos == "NOUN"]
            things = things or self.clauses.sufferers(above)
            object_ = token.dep == "dobj" and token.pos != "ADJ"  # "escaped unhurt"
            return things or ([] if object_ else self.clauses.subjects(above))
        if token.dep in ("amod", "advmod", "appos") and above.i < token.i and above.pos in ("NOUN", "PROPN", "NUM"):
            return [above]
        return []


def _counted(harm: Harm) -> Harm:
    return replace(harm, counted=True)
