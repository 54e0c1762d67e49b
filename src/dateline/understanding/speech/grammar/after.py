"""What stands behind its verb of saying: `X said (that) S`, `X said: "..."`, `X denied the charge`."""

from collections.abc import Iterator

from dateline.annotated import Token
from dateline.understanding.speech.cues import ENDERS, Cue
from dateline.understanding.speech.grammar.edges import SEPARATORS
from dateline.understanding.speech.grammar.verbs import CLAUSES, Content, Verbs
from dateline.values import Span


class After(Verbs):
    """Reads what is said behind its cue in one sentence."""

    def clause_after(self, cue: Cue) -> Content | None:
        """`X said (that) S`, `X said: "..."`, `X promised to do`."""
        start = self._start_after(cue)
        if start is None:
            return None
        if start >= self.stretch.last:
            return (self.tree.quotations[self.discourse.box[start]].inner,), 0.85
        content = self.trimmed(start, self.end_of(cue.verb, start))
        if content is None or self.is_unnamed_request(content):
            return None
        return (*self._relative(cue), content), 0.85

    def _relative(self, cue: Cue) -> Iterator[Span]:
        """The word before a cue that is a part of what is said: `which X said was old`, `what X says the plan does`."""
        word = self.tokens[cue.first - 1] if cue.first > self.stretch.first else None
        if word is None or word.tag not in ("WDT", "WP") or self.discourse.box[word.i] >= 0:
            return
        clauses = self.tree.children(cue.verb, "ccomp")
        asked = clauses if word.dep == "dobj" and word.head == cue.verb.i else []
        if asked or any(clause in self.tree.ancestors(word) for clause in clauses):
            yield Span(word.start, word.end)

    def noun_after(self, cue: Cue) -> Content | None:
        """`X denied the charge`, `X accused Y of Z`, `X called for calm`."""
        verb = cue.verb
        if cue.source is None or self.tree.children(verb, "auxpass") or self.is_about_somebody(verb):
            return None
        first = self._noun_start(cue)
        if first is None:
            return None
        content = self.trimmed(first, min(self.end_of(verb, first), self.end_of_object(verb, first)))
        return ((content,), 0.75) if content else None

    def _noun_start(self, cue: Cue) -> int | None:
        verb, words = cue.verb, self.words
        kids = [kid for kid in self.tree.children(verb) if kid.i >= cue.last]
        link = self._link(verb)
        if link is not None and link.i >= cue.last:
            return link.i + 1 if self._has_errand(verb, link) and self._is_followed(link) else None
        if verb.lemma not in words.object:
            return None
        named = verb.lemma in words.naming
        if named and not any(kid.dep in ("oprd", "ccomp", "xcomp") or kid.lower in words.naming_links for kid in kids):
            return None
        return min((self.left(kid, verb.i + 1) for kid in kids if kid.dep in ("dobj", "ccomp")), default=None)

    def _is_followed(self, link: Token) -> bool:
        """Whether something stands behind a preposition: in `what critics point to as a failure` it stands before."""
        return link.i + 1 < self.stretch.last and (bool(self.tree.children(link)) or self.speech_at(link.i + 1))

    def _start_after(self, cue: Cue) -> int | None:
        """The first token of what follows a cue: behind a colon, at a quotation, or where the tree puts a clause."""
        clause = self._clause_start(cue)
        for i in range(cue.last, self.stretch.last):
            token = self.tokens[i]
            if i == clause:
                return i
            if self.discourse.box[i] >= 0:
                return i if self._opens_speech(i, cue) else None
            if token.text == ":":
                return i + 1 if self.speech_at(i + 1) or i + 1 < self.stretch.last else None
            if token.text in SEPARATORS and clause is None and not self.speech_at(i + 1):
                return None
        return None

    def _opens_speech(self, i: int, cue: Cue) -> bool:
        """Whether the quotation at token `i` is what the verb introduces, not a name or a word in its way."""
        quotation = self.discourse.quotation(i)
        if quotation is None:
            return False
        if self.tokens[i - 1].text in (":", ",") or i == cue.last:
            return True
        words = self.discourse.text[quotation.inner.start : quotation.inner.end]
        return words[:1].isupper() and words.rstrip()[-1:] in ENDERS

    def _clause_start(self, cue: Cue) -> int | None:
        verb = cue.verb
        for kid in self.tree.children(verb, *CLAUSES):
            if kid.i < cue.last or self._lasts(verb, kid) or (kid.dep == "xcomp" and not self._takes(verb, kid)):
                continue
            return self.left(self._one_asked(verb, kid), cue.last)
        return None

    def _lasts(self, verb: Token, clause: Token) -> bool:
        """`continued working`, `was found swimming`: what somebody does, or is seen doing, is not what is said."""
        if verb.lemma in self.words.lasting:
            return not self._is_finite(clause) and not self.tree.children(clause, "mark")
        bare = clause.tag == "VBG" and not self.tree.children(clause, "nsubj", "nsubjpass", "mark")
        return bare and bool(self.tree.children(verb, "auxpass"))

    def _takes(self, verb: Token, clause: Token) -> bool:
        """Whether a verb says something with a clause without a subject: "promised to go", "denied going"."""
        return verb.lemma in self.words.infinitive or (clause.tag == "VBG" and clause.i > verb.i)

    def _one_asked(self, verb: Token, clause: Token) -> Token:
        """`urged the rebels to leave`: the rebels are part of what is said."""
        objects = [kid for kid in self.tree.children(verb, "dobj") if verb.i < kid.i < clause.i]
        if (link := self._link(verb)) is not None:
            objects += [noun for noun in self.tree.children(link, "pobj") if noun.i < clause.i]
        return objects[0] if objects and clause.dep == "xcomp" else clause
