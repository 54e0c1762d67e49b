"""Who says "I" and "we" in a quotation: by the verb of saying beside it, else by what the encoder claims."""

from collections.abc import Iterator

from dateline.annotated import Annotation, Token
from dateline.understanding.identity.antecedents.candidates import Candidates
from dateline.understanding.identity.antecedents.grammar import OUTSIDE, SUBJECTS, Grammar
from dateline.values import Span

BESIDE = 8
"""Tokens before or behind a quotation among which its verb of saying stands."""

ANNOUNCED = 3
"""The same for a colon before it."""

GAP = 25
"""Tokens between two quotations of which one runs on from the other."""


class Speakers:
    """The word for the speaker of each quotation."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.annotation = grammar.annotation
        self.tokens = grammar.tokens
        self._found: dict[int, Token | None] = {}
        self._verbs: dict[int, Token | None] = {}

    def of(self, token: Token) -> Token | None:
        """The head of the phrase for whoever speaks the quotation that a word stands in; None where nobody is told."""
        box = self.grammar.box[token.i]
        if box == OUTSIDE:
            return None
        if box not in self._found:
            self._found[box] = self._beside(box) or self._claimed(token)
        return self._found[box]

    def again(self, pronoun: Token) -> int:
        """The word for whoever spoke the quotation before `"...," he said`; `OUTSIDE` where none stands near it."""
        own = self.grammar.own_words(pronoun)
        if own == OUTSIDE:
            return OUTSIDE
        first = self.grammar.box.index(own)
        for i in range(first - 1, max(-1, first - GAP), -1):
            if self.grammar.box[i] != OUTSIDE:
                speaker = self.of(self.tokens[i])
                return speaker.i if speaker is not None else OUTSIDE
        return OUTSIDE

    def is_beside(self, token: Token) -> bool:
        """Whether the speaker of a word is told right beside the quotation that it stands in."""
        box = self.grammar.box[token.i]
        return box != OUTSIDE and self._verb(box) is not None

    def body(self, speaker: Token, known: Candidates) -> int | None:
        """The word for the body that speaks, where the speaker is one."""
        entity = known.of_token.get(speaker.i)
        if entity is None or speaker.dep not in SUBJECTS:
            return None
        return speaker.i if known.entities[entity].kind in ("body", "place") else None

    def _claimed(self, token: Token) -> Token | None:
        """The source of the shortest claim that holds the word."""
        found: list[tuple[int, Span]] = [
            (sum(span.end - span.start for span in claim.content), claim.source)
            for claim in self.annotation.claims or ()
            if claim.source is not None and any(span.start <= token.start < span.end for span in claim.content)
        ]
        return head_of(self.annotation, min(found)[1]) if found else None

    def addressee(self, token: Token) -> Token | None:
        """The word for whoever a quotation is told to ("she told Lund"); None where nobody is."""
        box = self.grammar.box[token.i]
        verb = self._verb(box) if box != OUTSIDE else None
        if verb is None or verb.lemma.lower() not in self.annotation.words.anaphors.asking:
            return None
        told = self.annotation.children(verb, "dobj", "dative")
        if len(told) != 1 or self.grammar.box[told[0].i] != OUTSIDE or self.annotation.children(told[0], "conj"):
            return None
        return told[0]

    def _beside(self, box: int) -> Token | None:
        """The subject of the verb of saying right behind a quotation or right before it."""
        verb = self._verb(box)
        return next(self._subjects(verb), None) if verb is not None else None

    def _verb(self, box: int) -> Token | None:
        if box not in self._verbs:
            self._verbs[box] = self._verb_beside(box)
        return self._verbs[box]

    def _verb_beside(self, box: int) -> Token | None:
        """The verb of saying right behind a quotation or right before it, if it has a subject."""
        inside = [i for i, number in enumerate(self.grammar.box) if number == box]
        behind = range(inside[-1] + 1, min(len(self.tokens), inside[-1] + BESIDE))
        before = range(inside[0] - 1, max(-1, inside[0] - BESIDE), -1)
        ways = (before, behind) if self._announced(inside[0]) else (behind, before)
        for way in ways:
            for i in way:
                token = self.tokens[i]
                if token.block not in (self.tokens[inside[0]].block, self.tokens[inside[-1]].block):
                    break
                if self.grammar.box[i] != OUTSIDE:
                    break
                if token.lemma.lower() in self.grammar.said:
                    if next(self._subjects(token), None) is not None:
                        return token
                    break
        return None

    def _announced(self, first: int) -> bool:
        """Whether a colon leads up to a quotation's first word: `she said: "..."`."""
        return any(self.tokens[i].text == ":" for i in range(max(0, first - ANNOUNCED), first))

    def _subjects(self, verb: Token) -> Iterator[Token]:
        for kid in self.annotation.children(verb, *SUBJECTS):
            if self.grammar.box[kid.i] == OUTSIDE and kid.tag not in ("WP", "WDT"):
                yield kid


def head_of(annotation: Annotation, span: Span) -> Token | None:
    """The word of a phrase that hangs on a word outside it."""
    tokens = annotation.tokens_in(span)
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head not in inside or token.head == token.i), None)
