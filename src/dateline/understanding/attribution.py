"""Who says what in a sentence: a verb of saying, its source, and the words it introduces."""

from collections.abc import Iterator

from msgspec import Struct

from dateline.annotated import Quotation, Token
from dateline.model import Status
from dateline.understanding.cues import ENDERS, QUOTE_MARKS, Cue, Discourse, Stretch
from dateline.values import Span

CLAUSES = ("ccomp", "xcomp")
CLOSING = " \t\n\u00a0'\"’”"
SEPARATORS = frozenset({",", "-", "--", "–", "—", "―"})
EDGES = SEPARATORS | {":", ";", ".", "...", "…"}


class Attribution(Struct, frozen=True):
    """A source (or none), the cue, and the spans of what is said. `rule` names the pattern, for confidence."""

    cue: Span
    verb: Token
    stance: str
    source: Span | None
    content: tuple[Span, ...]
    stretch: Stretch
    confidence: float
    status: Status = "asserted"


def attributions(discourse: Discourse) -> Iterator[Attribution]:
    """Every attribution that a sentence states, in the order of the cues."""
    for stretch in discourse.stretches():
        reader = _Reader(discourse, stretch)
        yield from reader.attributions()


class _Reader:
    """Reads one sentence of the writer's."""

    def __init__(self, discourse: Discourse, stretch: Stretch) -> None:
        self.discourse = discourse
        self.tokens = discourse.tokens
        self.words = discourse.words
        self.stretch = stretch
        self.tree = discourse.annotation

    def attributions(self) -> Iterator[Attribution]:
        for i in range(self.stretch.first, self.stretch.last):
            token = self.tokens[i]
            if self.discourse.box[i] >= 0:
                continue
            if token.lower in self.according_heads and (found := self._according(i)) is not None:
                yield found
            elif self._may_say(token) and (found := self._said(token)) is not None:
                yield found

    @property
    def according_heads(self) -> set[str]:
        return {phrase[0] for phrase in self.words.according}

    def _may_say(self, token: Token) -> bool:
        if token.pos != "VERB":
            return False
        return token.lemma in self.words.stance or self._touches_quotation(token)

    def _touches_quotation(self, verb: Token) -> bool:
        """Any verb can say when it stands with its subject right behind a quotation that ends with a comma."""
        if verb.tag not in ("VBD", "VBZ", "VBP"):
            return False
        cue = self.discourse.cue(verb, self.stretch)
        box = self._box_before(cue.first)
        return cue.source is not None and box is not None and box.inner.end - box.inner.start > 1 and self._pauses(box)

    # what is said

    def _said(self, verb: Token) -> Attribution | None:
        cue = self.discourse.cue(verb, self.stretch)
        patterns = [self._quoted_before, self._clause_after, self._clause_before, self._noun_after]
        if self._is_parenthesis(cue):
            patterns.insert(0, self._clause_before)
        for pattern in patterns:
            if found := pattern(cue):
                content, confidence = found
                stance = self.words.stance.get(verb.lemma, "says")
                span = self._cue_span(cue)
                return Attribution(
                    span, verb, stance, cue.source, content, self.stretch, confidence, self._status(verb)
                )
        return None

    def _quoted_before(self, cue: Cue) -> tuple[tuple[Span, ...], float] | None:
        """`"...," X said`, with what follows: `"...," X said, "..."`."""
        box = self._box_before(cue.first)
        if box is None or (cue.source is None and not self._pauses(box)):
            return None
        if not self._pauses(box) and not self._ends_clause(cue.last):
            return None
        content = self._trimmed(self.stretch.first, cue.first)
        return self._with_rest(cue, content), 0.95

    def _clause_after(self, cue: Cue) -> tuple[tuple[Span, ...], float] | None:
        """`X said (that) S`, `X said: "..."`, `X promised to do`."""
        start = self._start_after(cue)
        if start is None:
            return None
        if start >= self.stretch.last:
            return (self.tree.quotations[self.discourse.box[start]].inner,), 0.85
        content = self._trimmed(start, self._end_of(cue.verb, start))
        return ((content,), 0.85) if content else None

    def _clause_before(self, cue: Cue) -> tuple[tuple[Span, ...], float] | None:
        """`S, X said on Monday`: all from the sentence's beginning to the comma."""
        at = cue.first - 1
        if cue.source is None or at <= self.stretch.first or self.tokens[at].text not in SEPARATORS:
            return None
        if cue.verb.tag in ("VBG", "VB", "VBN") and cue.first == cue.verb.i:
            return None
        content = self._trimmed(self.stretch.first, at)
        told = self._has_verb(self.stretch.first, at) or self._is_parenthesis(cue)
        if content is None or not told or self._is_subordinate(cue):
            return None
        return self._with_rest(cue, content), 0.85

    def _is_parenthesis(self, cue: Cue) -> bool:
        """`The plan, X said, would fail`: between two commas, and a verb after them."""
        if cue.source is None or cue.first - 1 <= self.stretch.first or cue.last + 1 >= self.stretch.last:
            return False
        commas = self.tokens[cue.first - 1].text == "," == self.tokens[cue.last].text
        rest = self.tokens[cue.last + 1]
        return commas and not self._starts_anew(rest.i) and self._has_verb(rest.i, self.stretch.last)

    def _noun_after(self, cue: Cue) -> tuple[tuple[Span, ...], float] | None:
        """`X denied the charge`, `X accused Y of Z`, `X called for calm`."""
        verb = cue.verb
        if cue.source is None or self.tree.children(verb, "auxpass"):
            return None
        first = self._noun_start(cue)
        if first is None:
            return None
        content = self._trimmed(first, self._end_of(verb, first))
        return ((content,), 0.65) if content else None

    def _noun_start(self, cue: Cue) -> int | None:
        verb, words = cue.verb, self.words
        kids = [kid for kid in self.tree.children(verb) if kid.i >= cue.last]
        links = words.preposition.get(verb.lemma, frozenset())
        for kid in kids:
            if kid.dep in ("prep", "prt") and kid.lower in links and kid.i == cue.last:
                return kid.i + 1
        if verb.lemma not in words.object:
            return None
        named = verb.lemma in words.naming
        if named and not any(kid.dep in ("oprd", "ccomp", "xcomp") or kid.lower in words.naming_links for kid in kids):
            return None
        return min((self._left(kid, verb.i + 1) for kid in kids if kid.dep in ("dobj", "ccomp")), default=None)

    # where it begins and ends

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
                return i + 1 if self._speech_at(i + 1) or i + 1 < self.stretch.last else None
            if token.text in SEPARATORS and clause is None and not self._speech_at(i + 1):
                return None
        return None

    def _speech_at(self, i: int) -> bool:
        return i < len(self.tokens) and self.discourse.box[i] >= 0

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
            if kid.i < cue.last or kid.dep == "xcomp" and not self._takes_infinitive(verb, kid):
                continue
            return self._left(self._one_asked(verb, kid), cue.last)
        return None

    def _takes_infinitive(self, verb: Token, kid: Token) -> bool:
        return verb.lemma in self.words.infinitive

    def _one_asked(self, verb: Token, clause: Token) -> Token:
        """`urged the rebels to leave`: the rebels are part of what is said."""
        objects = [kid for kid in self.tree.children(verb, "dobj") if verb.i < kid.i < clause.i]
        return objects[0] if objects and clause.dep == "xcomp" else clause

    def _end_of(self, verb: Token, start: int) -> int:
        """Where what begins at `start` ends: where the verb's own sentence goes on, or an aside begins, or it ends."""
        joined = self._joined(verb, start)
        for i in range(start + 1, self.stretch.last):
            if self.discourse.box[i] >= 0:
                continue
            if i == joined or self.tokens[i].text == ";":
                return i
            if self.tokens[i - 1].text in SEPARATORS and self._is_aside(i):
                return i - 1
        return self.stretch.last

    def _joined(self, verb: Token, start: int) -> int | None:
        """The conjunction behind which the writer joins another verb to this one: `X said S, but left`."""
        for kid in self.tree.children(verb, "conj"):
            if kid.i > start and kid.pos in ("VERB", "AUX"):
                links = [cc.i for cc in self.tree.children(verb, "cc") if start < cc.i < kid.i]
                return links[-1] if links else None
        return None

    def _is_aside(self, i: int) -> bool:
        token = self.tokens[i]
        return token.lower in self.according_heads or token.tag == "VBG" and token.lemma in self.words.stance

    def _left(self, token: Token, least: int) -> int:
        """The first token of a subtree, not before `least`."""
        return max(least, min(t.i for t in self.tree.subtree(token)))

    # what stands around

    def _box_before(self, i: int) -> Quotation | None:
        """The quotation that ends right before token `i`, a comma or dash between them aside."""
        while i > self.stretch.first and self.discourse.box[i - 1] < 0 and self.tokens[i - 1].text in SEPARATORS:
            i -= 1
        return self.discourse.quotation(i - 1) if i > self.stretch.first else None

    def _pauses(self, quotation: Quotation) -> bool:
        """Whether a quotation ends as speech does before its verb: with a comma, a question or exclamation mark."""
        text = self.discourse.text
        inside = text[quotation.inner.start : quotation.inner.end].rstrip(CLOSING)[-1:]
        return inside in {",", "?", "!", "…", "—", "-"} or text[quotation.end : quotation.end + 1] == ","

    def _ends_clause(self, i: int) -> bool:
        return i >= self.stretch.last or self.tokens[i].text in EDGES

    def _with_rest(self, cue: Cue, content: Span | None) -> tuple[Span, ...]:
        """What goes on behind a cue in the middle of a sentence: `"...," X said, "..."`; `S, X said, because ...`."""
        spans = (content,) if content else ()
        at = cue.last
        while at < self.stretch.last and self.tokens[at].text != "," and self.discourse.box[at] < 0:
            at += 1
        if at + 1 >= self.stretch.last:
            return spans
        if self.discourse.box[at] >= 0:
            rest = self._trimmed(at, self.stretch.last)
        elif self.discourse.box[at + 1] >= 0:
            rest = self._trimmed(at + 1, self.stretch.last)
        elif at == cue.last and not self._starts_anew(at + 1):
            rest = self._trimmed(at + 1, self._end_of(cue.verb, at + 1))
        else:
            rest = None
        return (*spans, rest) if rest else spans

    def _starts_anew(self, i: int) -> bool:
        """Whether what follows a cue's comma is the writer's, not the source's."""
        token = self.tokens[i]
        return token.tag in ("VBG", "CC", "WP", "WDT") or self._is_aside(i)

    def _has_verb(self, first: int, last: int) -> bool:
        return any(token.pos in ("VERB", "AUX") for token in self.tokens[first:last])

    def _is_subordinate(self, cue: Cue) -> bool:
        """`When asked, he said no`: the clause before the comma only leads up to the verb."""
        first = self.tokens[self.stretch.first]
        return first.pos == "SCONJ" and not self._ends_clause(cue.last)

    def _trimmed(self, first: int, last: int) -> Span | None:
        """The span of these tokens without punctuation at its edges; of a lone quotation its inner words."""
        box = self.discourse.box
        while first < last and box[first] < 0 and (self.tokens[first].text in EDGES | QUOTE_MARKS):
            first += 1
        while first < last and box[last - 1] < 0 and (self.tokens[last - 1].text in EDGES | QUOTE_MARKS):
            last -= 1
        if first >= last:
            return None
        if box[first] >= 0 and box[first] == box[last - 1]:
            quotation = self.tree.quotations[box[first]]
            return quotation.inner
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def _cue_span(self, cue: Cue) -> Span:
        verb = cue.verb
        links = self.words.preposition.get(verb.lemma, frozenset())
        after = self.tokens[verb.i + 1] if verb.i + 1 < self.stretch.last else None
        return Span(verb.start, after.end if after is not None and after.lower in links else verb.end)

    def _status(self, verb: Token) -> Status:
        helpers = {kid.lower for kid in self.tree.children(verb, "aux", "mark")}
        if helpers & self.words.hypothetical:
            return "possible"
        if helpers & self.words.future:
            return "planned"
        return "denied" if self.tree.children(verb, "neg") else "asserted"

    # according to X

    def _according(self, i: int) -> Attribution | None:
        phrase = next((p for p in self.words.according if self._reads(i, p)), None)
        if phrase is None or i + len(phrase) >= self.stretch.last:
            return None
        last_word = self.tokens[i + len(phrase) - 1]
        heads = self.tree.children(last_word, "pobj") or [self.tokens[i + len(phrase)]]
        source = self.discourse.phrase(heads[0], self.stretch)
        if source is None:
            return None
        after = self.tree.tokens_in(source)[-1].i + 1
        content = self._around(i, after)
        cue = Span(self.tokens[i].start, last_word.end)
        if not content:
            return None
        return Attribution(cue, self.tokens[i], "says", source, content, self.stretch, 0.85)

    def _reads(self, i: int, phrase: tuple[str, ...]) -> bool:
        return tuple(token.lower for token in self.tokens[i : i + len(phrase)]) == phrase

    def _around(self, i: int, after: int) -> tuple[Span, ...]:
        """The sentence without the phrase between `i` and `after`."""
        spans = [self._trimmed(self.stretch.first, i) if self._has_verb(self.stretch.first, i) else None]
        if after < self.stretch.last and (self.tokens[after].text == "," or i == self.stretch.first):
            rest_ok = self._has_verb(after, self.stretch.last)
            spans.append(self._trimmed(after, self._end_of(self.tokens[i], after)) if rest_ok else None)
        return tuple(span for span in spans if span)
