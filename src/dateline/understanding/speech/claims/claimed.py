"""What the encoder takes for speech, as attributions: its cue's word in the tree, edges at whole quotations."""

from collections.abc import Iterator

from dateline.annotated import Claim, Quotation, Token
from dateline.understanding.speech.claims.edge_choice import source_of
from dateline.understanding.speech.claims.judgement import of_claim
from dateline.understanding.speech.cues import Attribution
from dateline.understanding.speech.grammar.verbs import Verbs
from dateline.values import Span

HALF = 0.5
"""The share of a quotation from which a content that cuts it takes all of it."""

MODIFIERS = frozenset({"amod", "compound", "det", "nummod", "nmod", "poss"})
"""What stands before the noun that it belongs to."""


class Claimed(Verbs):
    """Reads the claims whose cue stands in one sentence."""

    def claims(self) -> Iterator[tuple[Claim, Token]]:
        """Each claim with the word that carries its cue: its verb, else its noun, else its first word."""
        for claim, tokens in self.discourse.claims or ():
            if self.stretch.first <= tokens[0].i < self.stretch.last:
                yield claim, _carrier(tokens)

    def all_claimed(self) -> list[Attribution]:
        """Every claim that can be somebody's words."""
        return [one for claim, word in self.claims() if (one := self.claimed(claim, word)) is not None]

    def claimed(self, claim: Claim, word: Token) -> Attribution | None:
        """A claim as an attribution; None where nothing is left of what is said, or it can be nobody's words."""
        parts = [part for part in claim.content if self._may_belong(part, word) and self._says_something(part)]
        parts = [part for part in parts if self._adjoins(part, word)] or parts
        if self._is_thought_of(word):
            parts = [*self._noun_before(word), *(part for part in parts if part.start >= word.end)]
        content = tuple(span for part in parts for span in self._whole(part, word))
        if claim.cue is None or not content or self.runs_on(content) or self._is_no_speech(word):
            return None
        source = self._source_of(claim, word, content)
        if source is not None and self.discourse.words_of(source) in self.words.never_sources:
            return None
        stance = self.words.noun_stance.get(word.lemma) or self._stance(word)
        likely, status = of_claim(claim), self._status(word)
        return Attribution(claim.cue, word, stance, source, content, self.stretch, likely, status, claim)

    def _source_of(self, claim: Claim, word: Token, content: tuple[Span, ...]) -> Span | None:
        """The subject of a verb that is a cue, else what the encoder takes for the source; no part of what is said."""
        if self._hides_its_asker(word) or self._is_thought_of(word):
            return None
        theirs = claim.source if self._is_near(claim, word) else None
        mine = None
        if word.pos == "VERB" and word.lower not in self.words.according_heads:
            mine = self.discourse.cue(word, self.stretch).source
        theirs = self._with_noun(theirs)
        chosen = (source_of(mine, theirs, word, self.discourse), theirs)
        return next((each for each in chosen if each and not any(_touch(each, span) for span in content)), None)

    def _with_noun(self, source: Span | None) -> Span | None:
        """A source of which the encoder sees the article or the adjective alone, with its noun."""
        tokens = self.tree.tokens_in(source) if source is not None else ()
        if not tokens or tokens[-1].dep not in ("det", "amod") or tokens[-1].head <= tokens[-1].i:
            return source
        return self.discourse.phrase(self.tokens[tokens[-1].head], self.stretch) or source

    def _hides_its_asker(self, verb: Token) -> bool:
        """`Asked about the pier, Lund left`: who is asked or told is named, and nobody tells who asks."""
        if verb.lemma not in self.words.addressed or self.tree.children(verb, "agent", "nsubj"):
            return False
        helpers = {kid.lemma for kid in self.tree.children(verb, "aux")}
        return (verb.tag == "VBN" and "have" not in helpers) or (verb.tag == "VBD" and verb.dep == "advcl")

    def _is_thought_of(self, verb: Token) -> bool:
        """`A group believed to be hiding`: the noun is what is thought of, and nobody tells who thinks so."""
        reduced = verb.tag in ("VBN", "VBD") and verb.dep == "acl"
        return reduced and not self.tree.children(verb, "agent", "nsubj")

    def _noun_before(self, verb: Token) -> Iterator[Span]:
        """The noun that a participle hangs on, with what tells which one it is."""
        if (span := self.discourse.phrase(self.tokens[verb.head], self.stretch, verb)) and span.end <= verb.start:
            yield span

    def _is_near(self, claim: Claim, word: Token) -> bool:
        """Whether the source stands in the sentence of the cue or of what is said, as sources do."""
        spans = (*claim.content, *((claim.source,) if claim.source else ()))
        sentences = [token.sentence for span in spans for token in self.tree.tokens_in(span)[:1]]
        return bool(sentences) and sentences[-1] in (word.sentence, *sentences[:-1])

    def _may_belong(self, part: Span, word: Token) -> bool:
        """What stands in another paragraph than its cue is quoted there."""
        tokens = self.tree.tokens_in(part)
        return bool(tokens) and (tokens[0].block == word.block or self.discourse.box[tokens[0].i] >= 0)

    def _adjoins(self, part: Span, word: Token) -> bool:
        """Whether it stands in the cue's sentence or begins another one of the paragraph: `"S," X said. "T."`"""
        first = self.tree.tokens_in(part)[0]
        if self.stretch.first <= first.i < self.stretch.last:
            return True
        while first.i > 0 and self.discourse.box[first.i - 1] == self.discourse.box[first.i] >= 0:
            first = self.tokens[first.i - 1]
        before = self.tokens[first.i - 1] if first.i > 0 else None
        return first.block == word.block and (before is None or before.sentence != first.sentence)

    def _says_something(self, part: Span) -> bool:
        """More than a name or "it": words that could be true or false, or be wanted."""
        tokens = self.tree.tokens_in(part)
        if any(self.discourse.box[token.i] >= 0 for token in tokens):
            return True
        names = [name for name in self.tree.names_in(part) if name.label == "person"]
        named = {i for name in names for i in range(name.first, name.last)}
        return any(token.pos in ("VERB", "NOUN", "ADJ", "AUX") and token.i not in named for token in tokens)

    def _is_no_speech(self, word: Token) -> bool:
        """A cue of a helping verb alone, what is done to a person, what only opens like "according to"."""
        if word.dep in ("auxpass", "aux") and word.pos in ("AUX", "PART"):
            return True
        return self._is_no_phrase(word) or (word.pos == "VERB" and self.is_about_somebody(word))

    def _is_no_phrase(self, word: Token) -> bool:
        """A cue that opens like "according to" and is none: "accordingly", "according to plan"."""
        if word.lower not in self.words.according_heads:
            return False
        phrase = self.according_at(word.i)
        things = self.tree.children(self.tokens[word.i + len(phrase) - 1], "pobj") if phrase else []
        return phrase is None or any(thing.lemma in self.words.according_things for thing in things)

    def _whole(self, part: Span, word: Token) -> Iterator[Span]:
        """A content without punctuation at its edges, which does not end in the middle of a quotation."""
        start, end = part
        for quotation in self.tree.quotations:
            if quotation.start < start < quotation.end:
                start = quotation.start if _covers(part, quotation) else min(quotation.end, end)
            if quotation.start < end < quotation.end:
                end = quotation.end if _covers(part, quotation) else max(quotation.start, start)
        tokens = self.tree.tokens_in(Span(start, end)) if start < end else ()
        if tokens and (span := self.trimmed(tokens[0].i, self._phrase_end(tokens[-1], word))) is not None:
            yield span

    def _phrase_end(self, last: Token, word: Token) -> int:
        """The token after the last: a modifier takes its noun along, a verb or preposition its phrase, but no cue."""
        if self.discourse.box[last.i] >= 0:
            return last.i + 1
        if last.dep in MODIFIERS and last.head > last.i:
            last = self.tokens[last.head]
        if last.pos not in ("VERB", "AUX", "ADP", "PART", "DET"):
            return last.i + 1
        end = max(token.i for token in self.tree.subtree(last)) + 1
        return last.i + 1 if last.i < word.i < end else end


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _covers(part: Span, quotation: Quotation) -> bool:
    shared = min(part.end, quotation.inner.end) - max(part.start, quotation.inner.start)
    return shared >= HALF * (quotation.inner.end - quotation.inner.start)


def _carrier(tokens: tuple[Token, ...]) -> Token:
    for pos in ("VERB", "NOUN"):
        for token in tokens:
            if token.pos == pos:
                return token
    return tokens[0]
