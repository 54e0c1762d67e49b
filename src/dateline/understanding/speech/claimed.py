"""What the encoder takes for speech, as attributions: its cue's word in the tree, edges at whole quotations."""

from collections.abc import Iterator

from dateline.annotated import Claim, Quotation, Token
from dateline.understanding.speech.cues import Attribution
from dateline.understanding.speech.verbs import Verbs
from dateline.values import Span

HALF = 0.5
"""The share of a quotation from which a content that cuts it takes all of it."""
CEILING = 0.9
"""No label that was learnt is surer than a pattern of the grammar."""


class Claimed(Verbs):
    """Reads the claims whose cue stands in one sentence."""

    def claims(self) -> Iterator[tuple[Claim, Token]]:
        """Each claim with the word that carries its cue: its verb, else its noun, else its first word."""
        for claim, tokens in self.discourse.claims or ():
            if self.stretch.first <= tokens[0].i < self.stretch.last:
                yield claim, _carrier(tokens)

    def claimed(self, claim: Claim, word: Token) -> Attribution | None:
        """A claim as an attribution; None where nothing is left of what is said, or it can be nobody's words."""
        source = self._source_of(claim, word)
        parts = (part for part in claim.content if self._may_belong(part, word) and self._says_something(part))
        content = tuple(span for part in parts for span in self._whole(part))
        if claim.cue is None or not content or self.runs_on(content):
            return None
        if self._is_no_source(source, content) or self._is_no_phrase(word):
            return None
        confidence = round(min(CEILING, claim.score * claim.cue_score**0.5), 3)
        stance = self.words.noun_stance.get(word.lemma) or self._stance(word)
        return Attribution(claim.cue, word, stance, source, content, self.stretch, confidence, self._status(word))

    def _source_of(self, claim: Claim, word: Token) -> Span | None:
        """The subject of a verb that is a cue, else what the encoder takes for the source."""
        subject = self.discourse.cue(word, self.stretch).source if word.pos == "VERB" else None
        return subject or (claim.source if self._is_near(claim, word) else None)

    def _is_near(self, claim: Claim, word: Token) -> bool:
        """Whether the source stands in the sentence of the cue or of what is said, as sources do."""
        spans = (*claim.content, *((claim.source,) if claim.source else ()))
        sentences = [token.sentence for span in spans for token in self.tree.tokens_in(span)[:1]]
        return bool(sentences) and sentences[-1] in (word.sentence, *sentences[:-1])

    def _may_belong(self, part: Span, word: Token) -> bool:
        """What stands in another paragraph than its cue is quoted there."""
        tokens = self.tree.tokens_in(part)
        return bool(tokens) and (tokens[0].block == word.block or self.discourse.box[tokens[0].i] >= 0)

    def _says_something(self, part: Span) -> bool:
        """More than a name or "it": words that could be true or false, or be wanted."""
        tokens = self.tree.tokens_in(part)
        if any(self.discourse.box[token.i] >= 0 for token in tokens):
            return True
        names = [name for name in self.tree.names_in(part) if name.label == "person"]
        named = {i for name in names for i in range(name.first, name.last)}
        return any(token.pos in ("VERB", "NOUN", "ADJ", "AUX") and token.i not in named for token in tokens)

    def _is_no_source(self, source: Span | None, content: tuple[Span, ...]) -> bool:
        """ "You say", a source that is part of what is said, and none at all where nothing is quoted."""
        if source is None:
            tokens = (token for span in content for token in self.tree.tokens_in(span))
            return all(self.discourse.box[token.i] < 0 for token in tokens)
        within = any(span.start < source.end and source.start < span.end for span in content)
        return within or self.discourse.words_of(source) in self.words.never_sources

    def _is_no_phrase(self, word: Token) -> bool:
        """A cue that opens like "according to" and is none: "according to plan"."""
        return word.lower in self.words.according_heads and self.according_at(word.i) is None

    def _whole(self, part: Span) -> Iterator[Span]:
        """A content without punctuation at its edges, which does not end in the middle of a quotation."""
        start, end = part
        for quotation in self.tree.quotations:
            if quotation.start < start < quotation.end:
                start = quotation.start if _covers(part, quotation) else min(quotation.end, end)
            if quotation.start < end < quotation.end:
                end = quotation.end if _covers(part, quotation) else max(quotation.start, start)
        tokens = self.tree.tokens_in(Span(start, end)) if start < end else ()
        if tokens and (span := self.trimmed(tokens[0].i, self._phrase_end(tokens[-1]))) is not None:
            yield span

    def _phrase_end(self, last: Token) -> int:
        """The token after the last: a verb or a preposition at the end takes its phrase along."""
        if last.pos not in ("VERB", "AUX", "ADP", "PART", "DET") or self.discourse.box[last.i] >= 0:
            return last.i + 1
        return max(token.i for token in self.tree.subtree(last)) + 1


def _covers(part: Span, quotation: Quotation) -> bool:
    shared = min(part.end, quotation.inner.end) - max(part.start, quotation.inner.start)
    return shared >= HALF * (quotation.inner.end - quotation.inner.start)


def _carrier(tokens: tuple[Token, ...]) -> Token:
    for pos in ("VERB", "NOUN"):
        for token in tokens:
            if token.pos == pos:
                return token
    return tokens[0]
