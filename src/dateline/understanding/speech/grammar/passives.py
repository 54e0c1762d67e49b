"""What is said, believed or expected of somebody in the passive: `The clerk was accused of theft`."""

from dateline.annotated import Token
from dateline.understanding.speech.cues import Cue
from dateline.understanding.speech.grammar.verbs import Content, Verbs


class Passives(Verbs):
    """Reads the verbs of saying in the passive in one sentence."""

    def passive(self, cue: Cue) -> Content | None:
        """`X is expected to go`, `X is accused of theft`: subject and complement are what is said."""
        verb = cue.verb
        subjects = self.tree.children(verb, "nsubjpass")
        if not subjects or not self.tree.children(verb, "auxpass"):
            return None
        subject = self.discourse.phrase(subjects[0], self.stretch, verb)
        complement = self._complement(verb)
        if subject is None or complement is None:
            return None
        end = min(self.end_of(verb, complement), self._before_agent(verb, complement))
        rest = self.trimmed(complement, end)
        return ((subject, rest), 0.7) if rest and subject.end <= rest.start else None

    def _complement(self, verb: Token) -> int | None:
        """The first token of what is said of the subject: "to go", "of theft", "as a failure"."""
        for kid in self.tree.children(verb):
            if kid.i < verb.i or self.discourse.box[kid.i] >= 0:
                continue
            if kid.dep == "xcomp" and verb.lemma in self.words.said_to and self.tokens[self.left(kid, 0)].tag == "TO":
                return self.left(kid, verb.i + 1)
            if kid.dep == "prep" and kid.lower in self.words.said_of.get(verb.lemma, ()):
                return kid.i
        return None

    def _before_agent(self, verb: Token, start: int) -> int:
        """Where the phrase with "by" begins behind token `start`, else the end of the sentence."""
        return next((kid.i for kid in self.tree.children(verb, "agent") if kid.i > start), self.stretch.last)

    def asked(self, verb: Token) -> bool:
        """`Asked whether S, X said no`: the reporter's question, behind a participle."""
        participle = verb.tag in ("VBN", "VBD") and verb.dep == "advcl" and verb.lemma in self.words.asked_by
        return participle and not self.tree.children(verb, "nsubj", "nsubjpass") and self._asks(verb)

    def _asks(self, verb: Token) -> bool:
        clauses = self.tree.children(verb, "ccomp")
        return any(self.tokens[self.left(clause, verb.i + 1)].lower in self.words.asked_with for clause in clauses)
