"""What a verb of saying says by its form: its stance, its preposition, and whether it is told as a fact."""

from collections.abc import Iterator

from dateline.annotated import Token
from dateline.languages.sections import Stance
from dateline.model import Status
from dateline.understanding.speech.cues import Cue
from dateline.understanding.speech.edges import Edges
from dateline.values import Span

CLAUSES = ("ccomp", "xcomp")


class Verbs(Edges):
    """Reads the verbs of saying in one sentence."""

    def _cue_span(self, cue: Cue) -> Span:
        verb, link = cue.verb, self._link(cue.verb)
        return Span(verb.start, link.end if link is not None and link.i == verb.i + 1 else verb.end)

    def _stance(self, verb: Token) -> Stance:
        """A preposition can have a stance of its own: "called the plan a trap", but "called for a strike"."""
        link = self._link(verb) or next(self._errands(verb), None)
        own = self.words.phrase_stance.get((verb.lemma, link.lower)) if link is not None else None
        return own or self.words.stance.get(verb.lemma, "says")

    def _errands(self, verb: Token) -> Iterator[Token]:
        """The "to" of "told him to leave"."""
        for clause in self.tree.children(verb, *CLAUSES):
            yield from (kid for kid in self.tree.children(clause, "aux") if kid.tag == "TO" and clause.i > verb.i)

    def _link(self, verb: Token) -> Token | None:
        """The preposition that introduces what is said, behind the verb or a day: `called Monday for calm`."""
        links = self.words.preposition.get(verb.lemma)
        for kid in self.tree.children(verb) if links else ():
            if kid.i <= verb.i or self._is_day(kid):
                continue
            fits = links is not None and kid.dep in ("prep", "prt") and kid.lower in links
            return kid if fits and self.discourse.box[kid.i] < 0 else None
        return None

    def _is_day(self, kid: Token) -> bool:
        return any(token.entity in ("DATE", "TIME") for token in (kid, *self.tree.children(kid, "pobj")))

    def _has_errand(self, verb: Token, link: Token) -> bool:
        """Whether somebody is asked to do something: to "call on" a man is else a visit."""
        if (verb.lemma, link.lower) not in self.words.errands:
            return True
        below = (kid for noun in self.tree.children(link, "pobj") for kid in self.tree.children(noun))
        return any(self.tokens[kid.i - 1].tag == "TO" and kid.tag == "VB" for kid in below)

    def _status(self, verb: Token) -> Status:
        helpers = {kid.lower for kid in self.tree.children(verb, "aux", "mark")}
        if helpers & self.words.hypothetical:
            return "possible"
        if helpers & self.words.future:
            return "planned"
        return "denied" if self.tree.children(verb, "neg") else "asserted"
