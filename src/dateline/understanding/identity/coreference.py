"""Which person a pronoun or a bare title means: agreement, syntax and how lately the person was spoken of."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.values import Mention, Span

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
REACH = 3
"""Sentences back within which a pronoun finds its person."""
RECENCY = (1.0, 0.9, 0.5, 0.3)
SUBJECT, OBJECT, OTHER = 3.0, 1.6, 1.0
POSSESSIVE = 0.4
"""Weights of a candidate's place in its sentence; centering theory's order, sizes by eye."""
QUOTED = 0.3
"""Whoever is named inside a quotation is seldom the one who spoke it."""
CLAUSE_ABOVE = 1.4
"""The subject of the clause above, and whoever a relative clause tells of, come before other subjects."""


class Seen(Struct, frozen=True):
    """A mention of a person that a pronoun may take up."""

    person: int
    token: int
    sentence: int


class Resolver:
    """Walks a text and gives each pronoun the person who fits best."""

    def __init__(self, annotation: Annotation, genders: dict[int, str]) -> None:
        self.annotation = annotation
        self.genders = genders
        self.reflexives = frozenset(annotation.words.roles.reflexives)
        self.seen: list[Seen] = []

    def see(self, person: int, token: Token) -> None:
        """A person has been mentioned by name or by title."""
        self.seen.append(Seen(person, token.i, token.sentence))

    def resolve(self, pronoun: Token, gender: str) -> int | None:
        """The person that the pronoun means, who then counts as mentioned again; None when nobody fits."""
        scores: dict[int, float] = {}
        for seen in self.seen:
            if self._fits(seen, pronoun, gender):
                scores[seen.person] = max(scores.get(seen.person, 0.0), self._weight(seen, pronoun))
        if not scores:
            return None
        best = max(scores, key=lambda person: scores[person])
        self.genders.setdefault(best, gender)
        self.see(best, pronoun)
        return best

    def _fits(self, seen: Seen, pronoun: Token, gender: str) -> bool:
        if not 0 <= pronoun.sentence - seen.sentence <= REACH:
            return False
        return self.genders.get(seen.person, gender) == gender and not self._bound(seen, pronoun)

    def _bound(self, seen: Seen, pronoun: Token) -> bool:
        """An object pronoun is not the subject of its own verb ("Lund met him"); "himself" is nobody else."""
        token = self.annotation.tokens[seen.token]
        same_verb = token.head == pronoun.head and token.sentence == pronoun.sentence
        if pronoun.lower in self.reflexives:
            return not same_verb
        return same_verb and pronoun.dep != "poss" and token.dep != pronoun.dep

    def _weight(self, seen: Seen, pronoun: Token) -> float:
        token = self.annotation.tokens[seen.token]
        while token.dep in ("compound", "conj", "appos") and token.head != token.i:
            token = self.annotation.head(token)
        role = SUBJECT if token.dep in SUBJECTS else OBJECT if token.dep in ("dobj", "agent") else OTHER
        role *= POSSESSIVE if token.dep == "poss" else 1.0
        role *= QUOTED if self._quoted(seen) else 1.0
        if seen.token in self._above(pronoun):
            role = SUBJECT * CLAUSE_ABOVE
        return role * RECENCY[pronoun.sentence - seen.sentence]

    def _quoted(self, seen: Seen) -> bool:
        start = self.annotation.tokens[seen.token].start
        return any(quotation.start <= start < quotation.end for quotation in self.annotation.quotations)

    def _above(self, pronoun: Token) -> set[int]:
        """The subjects of the nearest clause above with one before the pronoun, or the noun of a relative clause."""
        below = pronoun
        for above in self.annotation.ancestors(pronoun):
            if below.dep == "relcl" and above.pos in ("NOUN", "PROPN"):
                return {above.i}
            own = pronoun.dep != "poss" and pronoun.head == above.i
            subjects = {s.i for s in self.annotation.children(above, *SUBJECTS) if s.i < pronoun.i and s.tag != "WP"}
            if subjects and not own:
                return subjects
            below = above
        return set()


@cache
def _pronouns(code: str) -> dict[str, str]:
    return {word: gender for gender, words in load(code).roles.pronouns.items() for word in words}


def pronouns(annotation: Annotation) -> list[tuple[Token, str]]:
    """Third person pronouns outside quotations, with the gender that they tell."""
    known = _pronouns(annotation.words.language.code)
    quoted = [(q.start, q.end) for q in annotation.quotations]
    found = [(token, known[token.lower]) for token in annotation.tokens if token.lower in known]
    return [(t, gender) for t, gender in found if not any(start <= t.start < end for start, end in quoted)]


def in_order(
    annotation: Annotation, named: Sequence[tuple[int, Token]], genders: dict[int, str]
) -> dict[int, list[Mention]]:
    """The pronouns of each person, given where people are named: pairs of a person's number and a token."""
    resolver = Resolver(annotation, genders)
    found: dict[int, list[Mention]] = {}
    waiting = sorted(named, key=lambda pair: pair[1].i)
    for pronoun, gender in pronouns(annotation):
        while waiting and waiting[0][1].i < pronoun.i:
            resolver.see(*waiting.pop(0))
        person = resolver.resolve(pronoun, gender)
        if person is not None:
            span = Span(pronoun.start, pronoun.end)
            mention = Mention(start=span.start, end=span.end, form="pronoun", rule="agreement and salience")
            found.setdefault(person, []).append(mention)
    return found
