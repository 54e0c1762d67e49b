"""Nouns of saying: "the mayor's claim that S", "a promise by the union to do"."""

from dateline.annotated import Token
from dateline.understanding.speech.cues import Attribution
from dateline.understanding.speech.grammar.endings import Endings
from dateline.values import Span

CLAUSES = ("acl", "ccomp", "relcl")


class Nouns(Endings):
    """Reads the nouns of saying in one sentence."""

    def noun(self, noun: Token) -> Attribution | None:
        """What somebody's claim, promise or warning is: only with a source of its own and a clause right behind."""
        stance = self.words.noun_stance.get(noun.lemma)
        if stance is None or noun.pos != "NOUN":
            return None
        source, after = self._source(noun)
        clause = self._clause(noun, after) if source is not None else None
        if source is None or clause is None:
            return None
        content = self.trimmed(after, self._end(clause, after))
        if content is None or self.runs_on((content,)):
            return None
        cue = Span(noun.start, noun.end)
        return Attribution(cue, noun, stance, source, (content,), self.stretch, 0.8)

    def _source(self, noun: Token) -> tuple[Span | None, int]:
        """Whose claim it is, before it ("the mayor's claim", "his claim") or behind ("a claim by the mayor")."""
        for owner in self.tree.children(noun, "poss"):
            marks = {kid.i for kid in self.tree.children(owner, "case")}
            inside = [token for token in self.tree.subtree(owner) if token.i not in marks]
            return Span(inside[0].start, inside[-1].end), noun.i + 1
        for link in self.tree.children(noun, "prep"):
            if link.i == noun.i + 1 and link.lower in self.words.noun_links:
                for owner in self.tree.children(link, "pobj"):
                    if (span := self.discourse.phrase(owner, self.stretch)) is not None:
                        return span, self.tree.tokens_in(span)[-1].i + 1
        return None, noun.i + 1

    def _clause(self, noun: Token, after: int) -> Token | None:
        """The clause that begins at token `after` with "that" or "to" and is no relative clause."""
        if after >= self.stretch.last or self.discourse.box[after] >= 0:
            return None
        opening = self.tokens[after]
        if opening.dep not in ("mark", "aux") or opening.lower not in self.words.noun_clauses:
            return None
        clause = self.tokens[opening.head]
        above = [clause, *self.tree.ancestors(clause)]
        return clause if clause.dep in CLAUSES and noun in above else None

    def _end(self, clause: Token, after: int) -> int:
        last = max(token.i for token in self.tree.subtree(clause))
        return min(last + 1, self.stretch.last, self.end_of(clause, after))
