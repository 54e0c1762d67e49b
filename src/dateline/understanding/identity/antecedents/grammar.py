"""Where a word stands in its sentence, as far as it tells whom a pronoun means."""

from typing import Literal

from dateline.annotated import Annotation, Token
from dateline.understanding.speech.lexicon import lexicon

Role = Literal["subject", "object", "owner", "modifier", "other"]

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "agent"})
SHARED = frozenset({"conj", "appos"})
"""Words that stand where the word stands that they hang on."""
MODIFIERS = frozenset({"compound", "nmod", "amod"})
SUBJECTLESS = frozenset({"xcomp", "conj", "advcl", "pcomp"})
"""Clauses that may share the subject of the clause above."""
VERBAL = frozenset({"VERB", "AUX"})
OUTSIDE = -1
NEAR = 5
"""Marks that may stand between a quotation and its verb of saying."""


class Grammar:
    """The parse and the quotations of a text, with what is asked of them again and again."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.tokens = annotation.tokens
        self.box = _boxes(annotation)
        """For each token the number of its quotation; `OUTSIDE` where it is in none."""
        words = lexicon(annotation.words.language.code)
        self.said = {lemma: stance for lemma, stance in words.stance.items() if lemma not in words.doubtful}
        self._told = _told(annotation, self.box)
        metonymy = annotation.words.geography.metonymy
        self._deeds = self.said.keys() | metonymy["subjects"]
        self._possessions = frozenset(metonymy["possessions"])

    def top(self, token: Token) -> Token:
        """The word whose place in the sentence this one shares: the first of a list, what an apposition is about."""
        while token.dep in SHARED and token.head != token.i:
            token = self.tokens[token.head]
        return token

    def role(self, token: Token) -> Role:
        """Subject, object, owner, modifier of a noun, or something else."""
        token = self.top(token)
        if token.dep in SUBJECTS:
            return "subject"
        if token.dep in OBJECTS or (token.dep == "pobj" and self.tokens[token.head].dep == "agent"):
            return "object"
        if token.dep == "poss":
            return "owner"
        return "modifier" if token.dep in MODIFIERS else "other"

    def verb(self, token: Token) -> int:
        """The verb of the clause that a word stands in; `OUTSIDE` where there is none."""
        for above in self.annotation.ancestors(token):
            if above.pos in VERBAL:
                return above.i
        return OUTSIDE

    def verbs(self, verb: int) -> frozenset[int]:
        """The verb and those above it whose subject it shares: "wants" of "to sell" in "Lund wants to sell it"."""
        found = []
        while verb != OUTSIDE and verb not in found:
            found.append(verb)
            token = self.tokens[verb]
            if self.annotation.children(token, *SUBJECTS, "agent") or token.dep not in SUBJECTLESS:
                break
            verb = self.verb(token)
        return frozenset(found)

    def locates_subject(self, token: Token) -> bool:
        """Whether it tells where its verb's subject is or comes from: "Oslo" in "Nobody in Oslo slept"."""
        while token.dep == "pobj" and token.head != token.i:
            link = self.tokens[token.head]
            if link.dep != "prep" or link.lower == "of":
                return False
            token = self.tokens[link.head]
            if token.dep in SUBJECTS:
                return True
        return False

    def opens(self, token: Token) -> bool:
        """Whether it is the subject of its sentence's main verb."""
        token = self.top(token)
        verb = self.tokens[token.head]
        return token.dep in SUBJECTS and verb.dep == "ROOT"

    def speaks(self, token: Token) -> bool:
        """Whether it is the subject of a verb of saying."""
        return token.dep in SUBJECTS and self.tokens[token.head].lemma.lower() in self.said

    def goes_on(self, pronoun: Token) -> bool:
        """Whether it is said to speak on, be it as the subject of its sentence's verb or beside its own words.

        A denial does not go on: "..., the policeman said. He denied it."
        """
        stance = self.said.get(self.tokens[pronoun.head].lemma.lower(), "denies")
        active = pronoun.dep == "nsubj" and self.box[pronoun.i] == OUTSIDE and stance != "denies"
        return active and (self.opens(pronoun) or self.own_words(pronoun) != OUTSIDE)

    def acts(self, token: Token) -> bool:
        """Whether it stands where only people and their bodies can: "wants", "its decision"."""
        if token.dep == "poss":
            return self.tokens[token.head].lemma.lower() in self._possessions
        return token.dep in SUBJECTS and self.tokens[token.head].lemma.lower() in self._deeds

    def back(self, pronoun: Token, other: Token) -> int:
        """How many sentences a pronoun stands behind a word; what is quoted between two words of the writer's is not
        counted."""
        if self.box[pronoun.i] == self.box[other.i] == OUTSIDE:
            return self._told[pronoun.sentence] - self._told[other.sentence]
        return pronoun.sentence - other.sentence

    def begins_box(self, token: Token) -> bool:
        """Whether it is the first word of a quotation."""
        return self.box[token.i] != OUTSIDE and (token.i == 0 or self.box[token.i - 1] != self.box[token.i])

    def own_words(self, pronoun: Token) -> int:
        """The quotation that the pronoun is said to have spoken: of `"...," she said`."""
        if not self.speaks(pronoun):
            return OUTSIDE
        first = pronoun.i if pronoun.i < pronoun.head else pronoun.head
        for i in range(first - 1, max(-1, first - NEAR), -1):
            if self.box[i] != OUTSIDE:
                return self.box[i]
            if self.tokens[i].pos not in ("PUNCT", "SPACE", "SYM"):
                break
        return OUTSIDE

    def above(self, pronoun: Token) -> set[int]:
        """The subjects of the nearest clause above with one before the pronoun, or the noun of a relative clause."""
        below = pronoun
        for above in self.annotation.ancestors(pronoun):
            if below.dep == "relcl" and above.pos in ("NOUN", "PROPN") and not _is_subject_of(pronoun, below):
                return {above.i}
            own = pronoun.dep != "poss" and pronoun.head == above.i
            kids = self.annotation.children(above, *SUBJECTS)
            subjects = {kid.i for kid in kids if kid.i < pronoun.i and kid.tag not in ("WP", "WDT")}
            if subjects and not own:
                return subjects
            below = above
        return set()

    def country(self, token: Token) -> str | None:
        """The country that a word names or is the adjective of, as an ISO 3166-1 alpha-3 code."""
        name = self.annotation.name_at(token)
        return name.country if name is not None else None

    def relative(self, pronoun: Token) -> set[int]:
        """The noun that "who" stands for as the subject of the pronoun's clause: "Lund, who hurt himself"."""
        verb = self.verb(pronoun)
        above = self.tokens[verb]
        if verb == OUTSIDE or above.dep != "relcl" or above.head == verb:
            return set()
        subjects = self.annotation.children(above, *SUBJECTS)
        return {above.head} if subjects and all(kid.tag in ("WP", "WDT") for kid in subjects) else set()

    def ahead(self, pronoun: Token) -> set[int]:
        """Subjects of clauses above that stand behind the pronoun: "In his speech, Lund ...", "When he came, Lund"."""
        found: set[int] = set()
        below = pronoun
        for above in self.annotation.ancestors(pronoun):
            fronted = below.dep in ("prep", "advcl", "npadvmod") and below.i < above.i
            if above.pos in VERBAL and fronted and below.i != pronoun.i:
                found |= {kid.i for kid in self.annotation.children(above, *SUBJECTS) if kid.i > pronoun.i}
            below = above
        return found

    def governors(self, pronoun: Token) -> set[int]:
        """The nouns that a pronoun is a part of and so cannot mean: "its" in "the leader of its party"."""
        verb = self.tokens[pronoun.head]
        found = {verb.head} if verb.dep == "relcl" and _is_subject_of(pronoun, verb) else set()  # "the ship it sold"
        below = pronoun
        for above in self.annotation.ancestors(pronoun):
            if above.pos in VERBAL or below.dep in ("conj", "relcl", "acl"):
                break
            found.add(above.i)
            below = above
        return found


def _is_subject_of(pronoun: Token, verb: Token) -> bool:
    return pronoun.dep in SUBJECTS and pronoun.head == verb.i


def _told(annotation: Annotation, boxes: list[int]) -> list[int]:
    """For each sentence how many sentences up to it the writer speaks in."""
    told, count = [], 0
    for sentence in annotation.sentences:
        words = annotation.tokens_of(sentence)
        count += any(boxes[word.i] == OUTSIDE and word.pos not in ("PUNCT", "SYM") for word in words)
        told.append(count)
    return told


def _boxes(annotation: Annotation) -> list[int]:
    boxes = [OUTSIDE] * len(annotation.tokens)
    number = OUTSIDE
    for i, quotation in enumerate(annotation.quotations):
        number = number if quotation.continues and number >= 0 else i
        for token in annotation.tokens_in(quotation.inner):
            boxes[token.i] = number
    return boxes
