"""Who says what in a sentence: a verb of saying, its source, and the words it introduces."""

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.annotated import Quotation, Token
from dateline.understanding.speech.agreement import is_same, weighed
from dateline.understanding.speech.claimed import Claimed
from dateline.understanding.speech.cues import ENDERS, Attribution, Cue, Discourse
from dateline.understanding.speech.edges import SEPARATORS
from dateline.understanding.speech.nouns import Nouns
from dateline.understanding.speech.verbless import Verbless
from dateline.understanding.speech.verbs import CLAUSES
from dateline.values import Span

SENTENCE = 4
"""Words from which a quotation with a capital may be a sentence."""
Content = tuple[tuple[Span, ...], float]
"""What is said, and how sure the pattern is."""


def attributions(discourse: Discourse) -> tuple[list[Attribution], list[Attribution]]:
    """Every attribution that the grammar sees, and every one that the encoder sees."""
    ruled: list[Attribution] = []
    claimed: list[Attribution] = []
    for stretch in discourse.stretches():
        reader = _Reader(discourse, stretch)
        found = list(reader.attributions())
        ruled += found
        if discourse.role(stretch) == "headline":
            ruled += reader.headline(found)
        claimed += reader.unruled()
    seen = ruled if discourse.claims is None else list(weighed(ruled, claimed, discourse.quoted))
    return seen, claimed


class _Reader(Verbless, Nouns, Claimed):
    """Reads one sentence of the writer's."""

    def unruled(self) -> list[Attribution]:
        """What the encoder claims; where its cue is a verb that the grammar can read, the grammar draws the edges."""
        found = []
        for claim, word in self.claims():
            rough = self.claimed(claim, word)
            if rough is None or self._is_impersonal(word, rough.source):
                continue
            ruled = self._said(word) if word.pos == "VERB" and not self._may_say(word) else None
            if ruled is not None and is_same(ruled.content, rough.content) and not self._swallows(ruled, rough):
                rough = replace(ruled, confidence=rough.confidence).seconded(rough)
            found.append(rough)
        return found

    @staticmethod
    def _swallows(ruled: Attribution, rough: Attribution) -> bool:
        """Whether the grammar takes a part of the cue for what is said: "let it slip that"."""
        return any(span.start < rough.cue.end and rough.cue.start < span.end for span in ruled.content)

    def _is_impersonal(self, word: Token, source: Span | None) -> bool:
        """What nobody in particular says; a noun before "believed to be" is whom it is about, not who believes it."""
        if word.pos == "VERB" and self._is_about_somebody(word):
            return True
        if word.pos != "VERB" or not self._is_nobodys(self.discourse.cue(word, self.stretch)):
            return False
        return source is None or self._is_reduced(word)

    def attributions(self) -> Iterator[Attribution]:
        for i in range(self.stretch.first, self.stretch.last):
            token = self.tokens[i]
            if self.discourse.box[i] >= 0:
                continue
            found = self.according(i) or self.noun(token) or (self._said(token) if self._may_say(token) else None)
            if found is not None:
                yield found

    def _may_say(self, token: Token) -> bool:
        if token.pos != "VERB":
            return False
        return token.lemma in self.words.stance or self._touches_quotation(token)

    def _touches_quotation(self, verb: Token) -> bool:
        """Any verb can say when it stands with its subject right behind a quotation that ends with a comma."""
        if verb.tag not in ("VBD", "VBZ", "VBP"):
            return False
        cue = self.discourse.cue(verb, self.stretch)
        box = self.box_before(cue.first)
        return cue.source is not None and box is not None and box.inner.end - box.inner.start > 1 and self.pauses(box)

    def _said(self, verb: Token) -> Attribution | None:
        cue = self.discourse.cue(verb, self.stretch)
        if self._is_nobodys(cue):
            return None
        patterns = [self._quoted_before, self._clause_after, self._clause_before, self._noun_after]
        if self._is_parenthesis(cue):
            patterns.insert(0, self._clause_before)
        for pattern in patterns:
            if (found := pattern(cue)) and not self.runs_on(found[0]):
                content, confidence = found
                stance = self._stance(verb)
                span = self._cue_span(cue)
                return Attribution(
                    span, verb, stance, cue.source, content, self.stretch, confidence, self._status(verb)
                )
        return None

    def _is_nobodys(self, cue: Cue) -> bool:
        """An order to the reader ("Read more: ..."), what "you" say, what is "believed to be" by nobody named."""
        if not self.tree.children(cue.verb, "auxpass", "aux", "agent", "nsubj") and self._is_reduced(cue.verb):
            return True
        if cue.source is None:
            return cue.verb.tag in ("VB", "VBP") or self._is_forecast(cue.verb)
        return self.discourse.words_of(cue.source) in self.words.never_sources

    def _is_forecast(self, verb: Token) -> bool:
        """`The vote is expected to go on`: what nobody in particular believes to come."""
        after = self.tokens[verb.i + 1 : verb.i + 2]
        return self.words.stance.get(verb.lemma) == "believes" and any(token.tag == "TO" for token in after)

    def _is_reduced(self, verb: Token) -> bool:
        """A participle that hangs on a noun: "a man believed to be hiding", however the parser tags it."""
        behind = self.tokens[verb.i + 1 : verb.i + 2]
        passive = self.words.stance.get(verb.lemma) in ("says", "believes") and any(t.tag == "TO" for t in behind)
        return verb.tag == "VBN" or (verb.tag == "VBD" and passive)

    def _quoted_before(self, cue: Cue) -> Content | None:
        """`"...," X said`, with what follows: `"...," X said, "..."`."""
        box = self.box_before(cue.first)
        if box is None or (cue.source is None and not self.pauses(box)):
            return None
        if not self.pauses(box) and not self.ends_clause(cue.last):
            return None
        content = box.inner if self._stands_alone(box) else self.trimmed(self.stretch.first, cue.first)
        return self._with_rest(cue, content), 0.95

    def _stands_alone(self, box: Quotation) -> bool:
        """Whether a quotation begins a sentence of its own: what the writer says before it is no part of it."""
        words = self.discourse.text[box.inner.start : box.inner.end].split()
        return len(words) >= SENTENCE and words[0][0].isupper() and len(words[0]) > 1

    def _clause_after(self, cue: Cue) -> Content | None:
        """`X said (that) S`, `X said: "..."`, `X promised to do`."""
        start = self._start_after(cue)
        if start is None:
            return None
        if start >= self.stretch.last:
            return (self.tree.quotations[self.discourse.box[start]].inner,), 0.85
        content = self.trimmed(start, self.end_of(cue.verb, start))
        return ((content,), 0.85) if content else None

    def _clause_before(self, cue: Cue) -> Content | None:
        """`S, X said on Monday`: all from the sentence's beginning to the comma."""
        at = cue.first - 1
        if cue.source is None or at <= self.stretch.first or self.tokens[at].text not in SEPARATORS:
            return None
        if cue.verb.tag in ("VBG", "VB", "VBN") and cue.first == cue.verb.i:
            return None
        content = self.trimmed(self.stretch.first, at)
        told = self.has_verb(self.stretch.first, at) or self._is_parenthesis(cue)
        if content is None or not told or self._is_subordinate(cue) or self._has_object(cue):
            return None
        return self._with_rest(cue, content), 0.85

    def _is_parenthesis(self, cue: Cue) -> bool:
        """`The plan, X said, would fail`: between two commas, and a verb after them."""
        if cue.source is None or cue.first - 1 <= self.stretch.first or cue.last + 1 >= self.stretch.last:
            return False
        commas = self.tokens[cue.first - 1].text == "," == self.tokens[cue.last].text
        rest = self.tokens[cue.last + 1]
        return commas and not self.starts_anew(rest.i) and self.has_verb(rest.i, self.stretch.last)

    def _is_subordinate(self, cue: Cue) -> bool:
        """`When asked, he said no`: the clause before the comma only leads up to the verb."""
        first = self.tokens[self.stretch.first]
        if first.tag in ("VBG", "VBN") and first.dep in ("advcl", "acl"):
            return first.head == cue.verb.i
        return first.pos == "SCONJ" and not self.ends_clause(cue.last)

    def _has_object(self, cue: Cue) -> bool:
        """`Back in Porto, he mentioned the pier`: what the verb says stands behind it, so nothing before it is said."""
        if cue.verb.lemma in self.words.addressed or self._is_parenthesis(cue):
            return False
        behind = self.tree.children(cue.verb, "dobj", "ccomp")
        link = self._link(cue.verb)
        return (link is not None and link.i == cue.last) or any(cue.last <= kid.i < self.stretch.last for kid in behind)

    def _noun_after(self, cue: Cue) -> Content | None:
        """`X denied the charge`, `X accused Y of Z`, `X called for calm`."""
        verb = cue.verb
        if cue.source is None or self.tree.children(verb, "auxpass") or self._is_about_somebody(verb):
            return None
        first = self._noun_start(cue)
        if first is None:
            return None
        content = self.trimmed(first, self.end_of(verb, first))
        return ((content,), 0.65) if content else None

    def _is_about_somebody(self, verb: Token) -> bool:
        """`X dismissed him`: what is done to a person is no denial of words."""
        if self.words.stance.get(verb.lemma) != "denies":
            return False
        people = {word for words in self.tree.words.roles.pronouns.values() for word in words}
        for thing in self.tree.children(verb, "dobj"):
            name = self.tree.name_at(thing)
            if thing.lower in people or (name is not None and name.label == "person"):
                return True
        return False

    def _noun_start(self, cue: Cue) -> int | None:
        verb, words = cue.verb, self.words
        kids = [kid for kid in self.tree.children(verb) if kid.i >= cue.last]
        link = self._link(verb)
        if link is not None and link.i >= cue.last:
            return link.i + 1 if self._has_errand(verb, link) else None
        if verb.lemma not in words.object:
            return None
        named = verb.lemma in words.naming
        if named and not any(kid.dep in ("oprd", "ccomp", "xcomp") or kid.lower in words.naming_links for kid in kids):
            return None
        return min((self.left(kid, verb.i + 1) for kid in kids if kid.dep in ("dobj", "ccomp")), default=None)

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
            if kid.i < cue.last or (kid.dep == "xcomp" and verb.lemma not in self.words.infinitive):
                continue
            return self.left(self._one_asked(verb, kid), cue.last)
        return None

    def _one_asked(self, verb: Token, clause: Token) -> Token:
        """`urged the rebels to leave`: the rebels are part of what is said."""
        objects = [kid for kid in self.tree.children(verb, "dobj") if verb.i < kid.i < clause.i]
        if (link := self._link(verb)) is not None:
            objects += [noun for noun in self.tree.children(link, "pobj") if noun.i < clause.i]
        return objects[0] if objects and clause.dep == "xcomp" else clause

    def _with_rest(self, cue: Cue, content: Span | None) -> tuple[Span, ...]:
        """What goes on behind a cue in the middle of a sentence: `"...," X said, "..."`; `S, X said, because ...`."""
        spans = (content,) if content else ()
        at = cue.last
        while at < self.stretch.last and self.tokens[at].text != "," and self.discourse.box[at] < 0:
            at += 1
        if at + 1 >= self.stretch.last:
            return spans
        if self.discourse.box[at] >= 0:
            rest = self.trimmed(at, self.stretch.last) if at == cue.last else None
        elif self.discourse.box[at + 1] >= 0:
            rest = self.trimmed(at + 1, self.stretch.last)
        elif at == cue.last and not self.starts_anew(at + 1):
            rest = self.trimmed(at + 1, self.end_of(cue.verb, at + 1))
        else:
            rest = None
        return (*spans, rest) if rest else spans
