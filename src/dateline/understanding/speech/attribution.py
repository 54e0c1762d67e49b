"""Who says what in a sentence: a verb of saying, its source, and the words it introduces."""

from collections.abc import Callable, Iterator

from dateline.annotated import Quotation, Token
from dateline.understanding.speech.claims.agreement import agreed
from dateline.understanding.speech.claims.claimed import Claimed
from dateline.understanding.speech.cues import Attribution, Cue, Discourse
from dateline.understanding.speech.grammar.after import After
from dateline.understanding.speech.grammar.before import Before
from dateline.understanding.speech.grammar.nesting import told_within
from dateline.understanding.speech.grammar.nouns import Nouns
from dateline.understanding.speech.grammar.passives import Passives
from dateline.understanding.speech.grammar.verbless import Verbless
from dateline.understanding.speech.grammar.verbs import Content
from dateline.values import Span

Pattern = Callable[[Cue], Content | None]
"""A way in which a verb and what is said stand together."""
DOUBTFUL = 0.5
"""The confidence of verbs that are somebody's words only now and then: with a second opinion it rises."""


def attributions(discourse: Discourse) -> tuple[list[Attribution], list[Attribution]]:
    """Every attribution that the grammar sees, with what the encoder knows of it, and those that the encoder adds."""
    ruled, claimed = candidates(discourse)
    seen, unseen = agreed(ruled, claimed, discourse)
    return told_within(discourse, seen, unseen), unseen


def candidates(discourse: Discourse) -> tuple[list[Attribution], list[Attribution]]:
    """Every attribution that the grammar sees, and every one that the encoder sees."""
    ruled: list[Attribution] = []
    claimed: list[Attribution] = []
    for stretch in discourse.stretches():
        reader = _Reader(discourse, stretch)
        found = list(reader.attributions())
        ruled += found
        if discourse.role(stretch) == "headline":
            ruled += reader.headline(found)
        claimed += reader.all_claimed()
    return ruled, claimed


class _Reader(Verbless, Nouns, Claimed, Before, After, Passives):
    """Reads one sentence of the writer's."""

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
        if cue.source is None or box is None or not self.pauses(box):
            return False
        relative = self.tree.tokens_in(cue.source)[0].tag == "WDT"
        return not relative and (self.stands_alone(box) or self._opens_sentence(box))

    def _opens_sentence(self, box: Quotation) -> bool:
        """Whether a quotation, of more than a letter, stands first in the sentence: no title in other words."""
        first = self.tree.tokens_in(box.inner)[:1]
        return bool(first) and first[0].i - 1 <= self.stretch.first and box.inner.end - box.inner.start > 1

    def _said(self, verb: Token) -> Attribution | None:
        cue = self.discourse.cue(verb, self.stretch)
        for pattern in self._patterns(cue):
            if (found := pattern(cue)) and not self.runs_on(found[0]) and not self._holds_its_source(cue, found[0]):
                content, confidence = found
                doubtful = verb.lemma in self.words.doubtful and not self.tree.children(verb, "auxpass")
                confidence = min(confidence, DOUBTFUL) if doubtful else confidence
                span, stance, status = self._cue_span(cue), self._stance(verb), self._status(verb)
                return Attribution(span, verb, stance, cue.source, content, self.stretch, confidence, status)
        return None

    def _holds_its_source(self, cue: Cue, content: tuple[Span, ...]) -> bool:
        """`To be clear, the army left`: nobody who says something stands within what is said."""
        source = cue.source
        return source is not None and any(span.start <= source.start and source.end <= span.end for span in content)

    def _patterns(self, cue: Cue) -> list[Pattern]:
        """The patterns that a verb may make, the likeliest first."""
        if self._is_nobodys(cue):
            return [self.clause_after] if self.asked(cue.verb) else [self.passive]
        first: list[Pattern] = [self.clause_before] if self.is_parenthesis(cue) else []
        return [*first, self.passive, self.quoted_before, self.clause_after, self.clause_before, self.noun_after]

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
