"""Where what is said ends in a sentence."""

from dateline.annotated import Token
from dateline.understanding.speech.cues import BRACKETS, FINITE
from dateline.understanding.speech.grammar.edges import SEPARATORS, Edges

OWN_CLAUSE = frozenset({"parataxis"})
"""Ways up to a verb beside which a clause stands for itself."""
LEADS = frozenset({"CCONJ", "ADV", "PUNCT", "PART"})
"""What may stand before the word that opens a clause at the sentence's beginning: "but even though"."""
SIGNED = 9
"""Tokens that a source with its verb at the end of a sentence may take."""
SUBJECTS = ("nsubj", "nsubjpass", "expl")


class Endings(Edges):
    """One sentence of the writer's, asked where what is said in it ends."""

    def end_of(self, verb: Token, start: int) -> int:
        """Where what begins at `start` ends: where the verb's own sentence goes on, or an aside begins, or it ends."""
        joined, limit = self.joined(verb, start), self._limit(verb, start)
        for i in range(start + 1, limit):
            if self.discourse.box[i] >= 0:
                continue
            if i == joined or self.tokens[i].text == ";" or self._closes(i, start) or self._is_behind_speech(i, start):
                return i
            if self.tokens[i - 1].text in SEPARATORS and self._leaves(i, verb, limit):
                return max(start + 1, i - 1)
        return limit

    def _leaves(self, i: int, verb: Token, limit: int) -> bool:
        """Whether the writer goes on for himself behind the comma before token `i`."""
        if self.is_aside(i) or self._is_circumstance(i, verb) or self._is_remark(i, limit):
            return True
        return self._is_concession(i) or self._is_signed(i, limit)

    def _is_signed(self, i: int, limit: int) -> bool:
        """Whether another source signs what is told: `X says S, the agency reports`."""
        while limit > i and self.tokens[limit - 1].pos == "PUNCT":
            limit -= 1
        verb = self.tokens[limit - 1]
        if limit - i > SIGNED or verb.tag not in FINITE or verb.lemma not in self.words.stance:
            return False
        nouns = self.tree.children(verb, "nsubj", "compound")  # "the agency reports" may be read as one noun
        before = [noun for noun in nouns if noun.i == verb.i - 1]
        return any(i in (self.left(noun, 0), self.left(verb, i)) for noun in before)

    def _is_concession(self, i: int) -> bool:
        """Whether a clause begins in which somebody says something else: `X said S, though she admitted ...`."""
        clause = self.tokens[self.tokens[i].head]
        says = clause.lemma in self.words.stance and bool(self.tree.children(clause, "nsubj"))
        return self.tokens[i].dep == "mark" and self.tokens[i].lower in self.words.concessions and says

    def _is_remark(self, i: int, limit: int) -> bool:
        """Whether a relative clause tells of a person to the end: `X criticised Novak, who left on Monday`."""
        clause = self.tokens[self.tokens[i].head]
        if self.tokens[i].lower not in self.words.remarks or clause.dep != "relcl":
            return False
        return max((token.i for token in self.tree.subtree(clause) if token.pos != "PUNCT"), default=0) >= limit - 2

    def _is_behind_speech(self, i: int, start: int) -> bool:
        """Whether the writer tells when or why behind words quoted by themselves: `chanting "No!" as he left`."""
        token, box = self.tokens[i], self.discourse.box
        if box[start] < 0 or box[i - 1] != box[start]:
            return False
        if token.dep == "mark" and token.lower in self.words.clause_openers:
            return True
        return token.dep in ("mark", "advmod", "prep") and token.lower in self.words.occasions

    def _closes(self, i: int, start: int) -> bool:
        """Whether a bracket closes at token `i` that was opened before `start`."""
        if self.tokens[i].text not in BRACKETS:
            return False
        words = [token.text for token in self.tokens[start : i + 1]]
        return words.count(words[-1]) > words.count(BRACKETS[words[-1]])

    def _is_circumstance(self, i: int, verb: Token) -> bool:
        """Whether a participle behind a comma tells how it is said: `X said S, drawing applause`."""
        return any(
            kid.tag == "VBG" and kid.dep == "advcl" and self.left(kid, 0) == i for kid in self.tree.children(verb)
        )

    def _limit(self, verb: Token, start: int) -> int:
        """The end of the sentence, or the comma that ends the verb's own clause: `Novak, who said S, left`."""
        last = self.stretch.last
        main = self._main_clause(verb, start)
        if main is not None:
            return main
        if verb.dep in ("pcomp", "csubj") and any(kid.tag == "WP" for kid in self.tree.children(verb, "dobj", "pobj")):
            return max(start + 1, max(token.i for token in self.tree.subtree(verb)) + 1)
        return self._relative_end(verb, start) if verb.dep in ("relcl", "acl") else last

    def _relative_end(self, verb: Token, start: int) -> int:
        """The comma or the verb of the main clause that ends a relative one: `Novak, who said S, left`."""
        last, after = self.stretch.last, max(token.i for token in self.tree.subtree(verb)) + 1
        while after < last and self.discourse.box[after] >= 0:
            after += 1
        if not start < after < last - 1:
            return last
        if self.tokens[after].text == "," and verb.dep == "relcl":
            return last if self.tokens[after + 1].tag == "CC" else after
        above = self.tokens[self.tokens[verb.head].head]
        return after if above.i >= after and self._begins_verb(above, after) else last

    def _begins_verb(self, verb: Token, i: int) -> bool:
        return i == verb.i or any(helper.i == i for helper in self.tree.children(verb, "aux", "auxpass", "advmod"))

    def _main_clause(self, verb: Token, start: int) -> int | None:
        """The comma behind which the main clause begins of `While X said S, Y left`."""
        if verb.pos != "VERB" or self._opening(verb) is None:
            return None
        skip = self.tokens[start].lower in self.words.clause_openers
        for i in range(start + 1, self.stretch.last - 1):
            inside = self.discourse.box[i] >= 0 or self.discourse.box[i + 1] >= 0
            if not inside and self.tokens[i].text in SEPARATORS and self._begins_clause(i + 1):
                if not skip:
                    return i
                skip = False
        return None

    def _opening(self, verb: Token) -> Token | None:
        """The word that opens a verb's phrase or clause where a sentence begins: "while", "by", or a participle."""
        at = verb
        while at.head < at.i and at.dep not in OWN_CLAUSE:
            at = self.tokens[at.head]
        marks = [kid for kid in self.tree.children(at, "mark", "advmod") if kid.tag in ("IN", "WRB") and kid.i < verb.i]
        opening = marks[0] if marks else at
        if opening.i > verb.i or opening.lower == "that" or not (marks or self._is_participle(at) or at.tag == "IN"):
            return None
        below = {token.i for token in self.tree.subtree(at)}
        lead = self.tokens[self.stretch.first : opening.i]
        return opening if all(token.i in below or token.pos in LEADS for token in lead) else None

    def _is_participle(self, verb: Token) -> bool:
        return verb.tag in ("VBG", "VBN", "VBD", "VB") and not self.tree.children(verb, *SUBJECTS)

    def _begins_clause(self, i: int) -> bool:
        """Whether a subject and its finite verb begin at token `i`."""
        for token in self.tokens[i : self.stretch.last]:
            if token.dep in SUBJECTS and token.tag not in ("WDT", "WP"):
                return self.left(token, 0) == i and self._is_finite(self.tokens[token.head])
            if self.discourse.box[token.i] >= 0 or token.text in SEPARATORS or token.pos in ("VERB", "SCONJ"):
                return False
        return False

    def _is_finite(self, verb: Token) -> bool:
        helpers = self.tree.children(verb, "aux", "auxpass")
        return verb.tag in FINITE or any(helper.tag in FINITE for helper in helpers)

    def joined(self, verb: Token, start: int) -> int | None:
        """The conjunction behind which the writer joins another verb to this one: `X said S, but left`."""
        for above in (verb, *self.tree.children(verb, "xcomp", "ccomp")):
            for kid in self.tree.children(above, "conj"):
                if kid.i > start and kid.pos in ("VERB", "AUX") and self._parts_from(verb, above, kid):
                    links = [cc.i for cc in self.tree.children(above, "cc") if start < cc.i < kid.i and cc.tag == "CC"]
                    return links[-1] if links else None
        return None

    def _parts_from(self, verb: Token, above: Token, joined: Token) -> bool:
        """Whether a verb that the tree joins to this one, or to its clause (`above`), is not part of what is said."""
        subjects = self.tree.children(joined, *SUBJECTS)
        if above is not verb:
            return self._breaks(above, joined) or self._is_further_cue(verb, joined)
        if subjects:
            says = self.words.stance.get(joined.lemma, "believes") != "believes"
            return says or not self._is_same_subject(verb, subjects[0])
        return self._mood(joined) in (self._mood(verb), "finite")

    def _breaks(self, above: Token, joined: Token) -> bool:
        """`would leave and warned`: a past form goes on no infinitive, whatever the tree says."""
        return above.tag == "VB" and joined.tag == "VBD" and not self.tree.children(joined, *SUBJECTS)

    def _is_further_cue(self, verb: Token, joined: Token) -> bool:
        """`He said it was late and called it a shame`: a verb of saying in the form of the first one."""
        says = self.words.stance.get(joined.lemma, "believes") != "believes"
        return says and joined.tag == verb.tag and joined.tag in FINITE

    def _is_same_subject(self, verb: Token, subject: Token) -> bool:
        """`She says she hopes to win, but she knows ...`: what is said goes on with its pronoun, or with "there"."""
        clauses = self.tree.children(verb, "ccomp")
        first = [kid.lower for clause in clauses for kid in self.tree.children(clause, *SUBJECTS)]
        return subject.dep == "expl" or (subject.pos == "PRON" and subject.lower in first)

    def _mood(self, verb: Token) -> str:
        """Whether a verb is finite, stands behind a modal verb, or neither: its first helper tells, else its tag."""
        helpers = self.tree.children(verb, "aux", "auxpass")
        tag = helpers[0].tag if helpers else verb.tag
        return "modal" if tag == "MD" else "finite" if tag in FINITE else "infinite"
