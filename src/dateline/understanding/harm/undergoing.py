"""Who undergoes what a verb of harm tells, and whether it happened.

Beside `clauses`, which reads whole clauses, this one reads headlines ("17 killed") and mends subjects that the parser
lost, since a count that is missed there is the count of the story.
"""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.model import Status
from dateline.understanding.factuality.deciding import factuality
from dateline.understanding.harm.people_words import people_words

SUBJECTS = ("nsubj", "nsubjpass")


class _Words(Struct, frozen=True):
    averted: frozenset[str]
    relative: frozenset[str]
    singular: frozenset[str]
    neither: frozenset[str]


@cache
def _words(code: str) -> _Words:
    casualties = load(code).casualties
    doubt = casualties.doubt
    return _Words(
        averted=frozenset(doubt.averted),
        relative=frozenset(casualties.people.relative_pronouns),
        singular=frozenset(casualties.people.singular_verbs),
        neither=frozenset(
            w for pair in casualties.correlatives.items() if casualties.vague.get(pair[0]) == (0, 0) for w in pair
        ),
    )


class Undergoing:
    """The clauses of one article, read for those who suffer."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.words = _words(annotation.words.language.code)

    def coordinated(self, token: Token) -> Iterator[Token]:
        """A noun and those that "and" or "or" sets beside it."""
        yield token
        listed = [kid for kid in self.annotation.children(token, "appos") if self._is_listed(kid)]
        for kid in (*listed, *self.annotation.children(token, "conj")):
            if kid.pos in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"):
                yield from self.coordinated(kid)

    def _is_listed(self, noun: Token) -> bool:
        """ "A man, his wife and three children": no explanation, the next of a list."""
        whose = self.annotation.children(noun, "poss")
        return any(kid.tag == "PRP$" for kid in whose) and bool(self.annotation.children(noun, "conj"))

    def before(self, token: Token) -> Token | None:
        """The word before, in the same sentence."""
        before = self.annotation.tokens[token.i - 1] if token.i else None
        return before if before and before.sentence == token.sentence else None

    def of(self, noun: Token) -> list[Token]:
        """What stands behind a noun's "of"."""
        return [p for kid in self.annotation.children(noun, "prep") if kid.lower == "of" for p in self.objects(kid)]

    def objects(self, token: Token) -> list[Token]:
        """The objects of a verb or of a preposition."""
        return [self.antecedent(kid, token) for kid in self.annotation.children(token, "dobj", "pobj")]

    def antecedent(self, token: Token, verb: Token) -> Token:
        """For "who" the noun that its clause hangs on."""
        if token.lower not in self.words.relative or token.tag not in ("WP", "WDT", "IN"):
            return token
        chain = [verb, *self.annotation.ancestors(verb)]
        clause = next((t for t in chain if t.dep == "relcl"), None)
        if clause is None:
            return token
        noun = self.annotation.head(clause)
        return self._one_of(self._person(noun) if token.tag == "WP" else noun, clause)

    def _person(self, noun: Token) -> Token:
        """ "The guard at the bank, who": the guard, whatever the parser says."""
        people = people_words(self.annotation.words.language.code)
        whole = self.annotation.head(self.annotation.head(noun))
        climbs = (
            noun.dep == "pobj"
            and noun.pos != "PRON"
            and whole.pos == "NOUN"
            and not people.is_person(self.annotation, noun)
        )
        return whole if climbs and people.is_person(self.annotation, whole) else noun

    def _one_of(self, noun: Token, clause: Token) -> Token:
        """ "one of the gunmen who was wounded": a singular verb means the one."""
        whole = self.annotation.head(self.annotation.head(noun))
        verbs = [clause, *self.annotation.children(clause, "aux", "auxpass")]
        single = any(t.tag == "VBZ" or t.lower in self.words.singular for t in verbs)
        return whole if single and noun.tag == "NNS" and noun.dep == "pobj" and whole.pos == "NUM" else noun

    def sufferers(self, verb: Token) -> list[Token]:
        """Whom a verb without an object is done to: a passive's subject, the noun before a participle."""
        annotation = self.annotation
        passive = bool(annotation.children(verb, "auxpass", "nsubjpass"))
        if verb.dep == "acl" and verb.tag in ("VBN", "VBD") and not annotation.children(verb, "mark"):
            noun = annotation.head(verb)
            opener = self.before(noun)  # "the judge whom rebels killed"
            return [] if opener is not None and opener.tag == "WP" else [noun]
        if verb.dep == "relcl" and not passive:  # "the men they killed"
            theirs = annotation.children(verb, "nsubj")
            return [annotation.head(verb)] if theirs and theirs[0].lower not in self.words.relative else []
        if verb.tag == "VBG" and not passive:
            return []
        if subjects := annotation.children(verb, *SUBJECTS):
            counted = self._is_headline(verb, subjects[-1])
            told = subjects if passive else subjects[-1:]  # "ten dead, 30 wounded"
            return [self.antecedent(one, verb) for one in told] if passive or counted else []
        if passive and verb.dep == "xcomp":  # "is believed to have been killed"
            return self.subjects(verb)
        lost = self._standing_before(verb) if passive else None
        return [lost] if lost is not None else self._shared(verb)

    def _is_headline(self, verb: Token, subject: Token) -> bool:
        """ "17 killed in blast", "three men shot and wounded": no auxiliary, and a number or participle shows it."""
        if verb.tag not in ("VBN", "VBD") or self.annotation.children(verb, "aux"):
            return False
        return verb.tag == "VBN" or any(t.pos == "NUM" for t in self.annotation.subtree(subject))

    def _shared(self, verb: Token) -> list[Token]:
        if verb.dep != "conj" or verb.tag not in ("VBN", "VBD"):
            return []
        before = self.before(verb)
        if before is not None and before.head == verb.i and before.pos in ("NUM", "ADJ", "DET", "PRON", "NOUN"):
            return [before]  # "six were killed and several injured"
        above = self.annotation.head(verb)
        passive = self.annotation.children(above, "auxpass", "nsubjpass") or above.dep == "acl"
        return self.sufferers(above) if passive else []

    def _standing_before(self, verb: Token) -> Token | None:
        """Where the parser lost a subject: the noun right before the verb's first auxiliary."""
        first = min((kid.i for kid in self.annotation.children(verb, "aux", "auxpass")), default=verb.i)
        before = self.before(self.annotation.tokens[first])
        return before if before is not None and before.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") else None

    def subjects(self, verb: Token) -> list[Token]:
        """The subject of a verb, its own or the one it shares with the verb above."""
        annotation = self.annotation
        if own := annotation.children(verb, *SUBJECTS):
            return [self.antecedent(kid, verb) for kid in own]
        above = annotation.head(verb)
        if verb.dep in ("acl", "relcl"):
            return [above]
        if verb.dep not in ("conj", "xcomp", "advcl") or above.i == verb.i:
            return []
        if verb.dep == "xcomp" and self.objects(above):
            return self.objects(above)
        return self.sufferers(above) or self.subjects(above) if above.pos in ("VERB", "AUX") else []

    def status(self, token: Token) -> Status | None:
        """How real it is, as `factuality` decides; None for what was averted, or only supposed.

        Of an allegation the harm is told as a fact; who did it is what is alleged.
        """
        if any(self._averts(kid) for kid in self.annotation.children(token, "amod", "compound")):
            return None
        above = self.annotation.head(token)
        ends = above.lemma.lower() in self.annotation.words.factuality.governors.end
        if token.dep == "xcomp" and ends:  # "urged them to stop killing farmers" counts none
            return None
        reading = factuality(self.annotation, token)
        if reading.word is None or reading.alleged:
            return "asserted"
        supposed = reading.word.lower in self.annotation.words.factuality.conditions
        if supposed or (reading.status == "denied" and (self._averts(reading.word) or self._is_to_come(reading.word))):
            return None
        return reading.status

    def is_negated(self, token: Token) -> bool:
        """ "Was not hurt", "neither Diaz nor Roth was hurt": the report itself says so, nobody denies a claim."""
        subjects = self.annotation.children(token, *SUBJECTS)
        beside = (kid for one in subjects for kid in self.annotation.children(one, "preconj", "cc", "det"))
        return bool(self.annotation.children(token, "neg")) or any(kid.lower in self.words.neither for kid in beside)

    def looks_ahead(self, token: Token) -> bool:
        """ "Could be hurt", which is no report as "could have been hurt" is."""
        helpers = self.annotation.children(token, "aux")
        return any(kid.tag == "MD" for kid in helpers) and not any(kid.lemma == "have" for kid in helpers)

    def _averts(self, word: Token) -> bool:
        return word.lower in self.words.averted or word.lemma.lower() in self.words.averted

    def _is_to_come(self, word: Token) -> bool:
        """ "Will not be hurt", "there will be no deaths": a promise, no report."""
        above = [word, *self.annotation.ancestors(word)][1:3]
        return any(kid.tag == "MD" for verb in above for kid in self.annotation.children(verb, "aux"))
