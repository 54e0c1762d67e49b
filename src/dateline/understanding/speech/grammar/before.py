"""What stands before its verb of saying, and goes on behind it: `"...," X said`, `The plan, X said, would fail`."""

from dateline.annotated import Quotation
from dateline.understanding.speech.cues import FINITE, Cue
from dateline.understanding.speech.grammar.edges import EDGES, SEPARATORS
from dateline.understanding.speech.grammar.endings import SUBJECTS
from dateline.understanding.speech.grammar.verbs import Content, Verbs
from dateline.values import Span

LEADING = frozenset({"advcl", "prep", "advmod", "npadvmod", "cc", "mark", "intj"})
"""What leads up to a verb: when, where and why something is said."""
SENTENCE = 4
"""Words from which a quotation with a capital may be a sentence."""


class Before(Verbs):
    """Reads what is said before its cue in one sentence."""

    def quoted_before(self, cue: Cue) -> Content | None:
        """`"...," X said`, with what follows: `"...," X said, "..."`."""
        box = self.box_before(cue.first)
        if box is None or (cue.source is None and not self.pauses(box)):
            return None
        if not self.pauses(box) and not self.ends_clause(cue.last):
            return None
        if self._is_occasion(cue) or self._only_leads(cue):
            return None
        content = box.inner if self.stands_alone(box) else self.trimmed(self.stretch.first, cue.first)
        return self._with_quotation(cue, content), 0.95

    def _only_leads(self, cue: Cue) -> bool:
        """Whether all that stands before a cue only leads up to its verb: `Citing "a leak," X left`."""
        box, first = self.discourse.box, self.stretch.first
        before = [token for token in self.tokens[first : cue.first] if token.pos != "PUNCT"]
        if not before or box[first] >= 0:
            return False
        tops = [token for token in before if not first <= token.head < cue.first or token.head == token.i]
        return all(token.dep in LEADING and token.head == cue.verb.i for token in tops)

    def _is_occasion(self, cue: Cue) -> bool:
        """`On the radio show "Harbour Talk," X said`: words without a verb that only tell where something is said."""
        first = self.tokens[self.stretch.first]
        before = self.tokens[self.stretch.first : cue.first]
        free = any(token.pos in ("VERB", "AUX") and self.discourse.box[token.i] < 0 for token in before)
        return first.tag == "IN" and first.dep == "prep" and not free

    def stands_alone(self, box: Quotation) -> bool:
        """Whether a quotation begins a sentence of its own: what the writer says before it is no part of it."""
        words = self.discourse.text[box.inner.start : box.inner.end].split()
        return len(words) >= SENTENCE and words[0][0].isupper() and len(words[0]) > 1

    def clause_before(self, cue: Cue) -> Content | None:
        """`S, X said on Monday`: all from the sentence's beginning to the comma."""
        at = cue.first - 1
        if cue.source is None or at <= self.stretch.first or self.tokens[at].text not in SEPARATORS:
            return None
        if (cue.verb.tag in ("VBG", "VB", "VBN") and cue.first == cue.verb.i) or self._is_another_cue(at - 1):
            return None
        content = self.trimmed(self.stretch.first, at)
        told = self.has_verb(self.stretch.first, at) or self.is_parenthesis(cue)
        if self._is_lead(cue):
            return self._with_rest(cue, None), 0.85
        if content is None or not told or self._is_subordinate(cue) or self._has_object(cue) or self._only_leads(cue):
            return None
        return self._with_rest(cue, content), 0.85

    def _is_another_cue(self, i: int) -> bool:
        """Whether a verb of saying ends right before a comma: `In Syria, X said, the army continues to ...`."""
        verb = self.tokens[i]
        told = verb.pos == "VERB" and verb.tag in FINITE and verb.lemma in self.words.stance
        return told and self.discourse.box[i] < 0 and not self.tree.children(verb, "dobj", "ccomp", "xcomp")

    def is_parenthesis(self, cue: Cue) -> bool:
        """`The plan, X said, would fail`: between two commas, and a verb after them."""
        if cue.source is None or cue.first - 1 <= self.stretch.first or cue.last + 1 >= self.stretch.last:
            return False
        commas = self.tokens[cue.first - 1].text == "," == self.tokens[cue.last].text
        rest = self.tokens[cue.last + 1]
        return commas and not self.starts_anew(rest.i) and self.has_verb(rest.i, self.stretch.last)

    def _is_lead(self, cue: Cue) -> bool:
        """`As for the pier, X said, S`: what stands before the cue only tells about what."""
        first = self.tokens[self.stretch.first]
        return self.is_parenthesis(cue) and first.tag == "IN" and not self.has_verb(first.i, cue.first)

    def _is_subordinate(self, cue: Cue) -> bool:
        """`When asked, he said no`: the clause before the comma only leads up to the verb."""
        first = self.tokens[self.stretch.first]
        if first.tag in ("VBG", "VBN") and first.dep in ("advcl", "acl"):
            return first.head == cue.verb.i
        return first.pos == "SCONJ" and not self.ends_clause(cue.last)

    def _has_object(self, cue: Cue) -> bool:
        """`Back in Porto, he mentioned the pier`: what the verb says stands behind it, so nothing before it is said."""
        if cue.verb.lemma in self.words.addressed or self.is_parenthesis(cue):
            return False
        behind = self.tree.children(cue.verb, "dobj", "ccomp")
        link = self._link(cue.verb)
        return (link is not None and link.i == cue.last) or any(cue.last <= kid.i < self.stretch.last for kid in behind)

    def _with_quotation(self, cue: Cue, content: Span | None) -> tuple[Span, ...]:
        """What is said before a cue, and the quotation that goes on behind it: `"...," X said, smiling, "..."`."""
        spans = (content,) if content else ()
        for i in range(cue.last, self.stretch.last):
            if self.discourse.box[i] >= 0:
                marked = i == cue.last or self.tokens[i - 1].text in EDGES
                rest = self.trimmed(i, self.stretch.last) if marked else None
                return (*spans, rest) if rest else spans
        return spans

    def _goes_on(self, i: int) -> bool:
        """Whether "and" or "but" joins a clause of its own that is said too: `S, X said, and nobody was hurt`."""
        if self.tokens[i].tag != "CC":
            return False
        subject = next((token for token in self.tokens[i + 1 : self.stretch.last] if token.dep in SUBJECTS), None)
        if subject is None or self.left(subject, 0) != i + 1:
            return False
        return self.tokens[subject.head].lemma not in self.words.stance

    def _with_rest(self, cue: Cue, content: Span | None) -> tuple[Span, ...]:
        """What goes on behind a cue in the middle of a sentence: `"...," X said, "..."`; `S, X said, because ...`."""
        spans = (content,) if content else ()
        at = cue.last
        while at < self.stretch.last and self.tokens[at].text != "," and self.discourse.box[at] < 0:
            at += 1
        if at + 1 >= self.stretch.last or self._is_signed(at + 1, self.stretch.last):
            return spans
        if self.discourse.box[at] >= 0:
            rest = self.trimmed(at, self.stretch.last) if at == cue.last else None
        elif self.discourse.box[at + 1] >= 0:
            rest = self.trimmed(at + 1, self.stretch.last)
        elif at == cue.last and (not self.starts_anew(at + 1) or self._goes_on(at + 1)):
            rest = self.trimmed(at + 1, self.end_of(cue.verb, at + 1))
        else:
            rest = None
        return (*spans, rest) if rest else spans
