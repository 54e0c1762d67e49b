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
        """An object pronoun is not the subject of its own verb ("Lund met him"), nor the other way round."""
        token = self.annotation.tokens[seen.token]
        same_verb = token.head == pronoun.head and token.sentence == pronoun.sentence
        return same_verb and pronoun.dep != "poss" and token.dep != pronoun.dep

    def _weight(self, seen: Seen, pronoun: Token) -> float:
        token = self.annotation.tokens[seen.token]
        while token.dep in ("compound", "conj", "appos") and token.head != token.i:
            token = self.annotation.head(token)
        role = SUBJECT if token.dep in SUBJECTS else OBJECT if token.dep in ("dobj", "agent") else OTHER
        role *= POSSESSIVE if token.dep == "poss" else 1.0
        return role * RECENCY[pronoun.sentence - seen.sentence]


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
