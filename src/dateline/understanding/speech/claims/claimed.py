"""What the encoder takes for speech, as attributions: its cue's word in the tree, edges at whole quotations."""

from collections.abc import Iterator

from dateline.annotated import Claim, Quotation, Token
from dateline.understanding.speech.claims.edge_choice import source_of
from dateline.understanding.speech.claims.judgement import of_claim
from dateline.understanding.speech.cues import FINITE, Attribution
from dateline.understanding.speech.grammar.verbs import Verbs
from dateline.values import Span

HALF = 0.5
"""The share of a quotation from which a content that cuts it takes all of it."""

FAINT = 0.6
"""What the encoder's voice is worth on a thing that somebody does by no word of saying ("unveiled the harbour plan"):
right in six of ten cases in political analysis, in three of ten in news of agencies."""
MODIFIERS = frozenset({"amod", "compound", "det", "nummod", "nmod", "poss"})
"""What stands before the noun that it belongs to."""


class Claimed(Verbs):
    """Reads the claims whose cue stands in one sentence."""

    def claims(self) -> Iterator[tuple[Claim, Token]]:
        """Each claim with the word that carries its cue: its verb, else its noun, else its first word."""
        for claim, tokens in self.discourse.claims or ():
            if self.stretch.first <= tokens[0].i < self.stretch.last:
                yield claim, self._verb_of(_carrier(tokens))

    def _verb_of(self, word: Token) -> Token:
        """The verb of saying beside an adverb or a helper that the encoder took for the cue: "also believes"."""
        above = self.tokens[word.head]
        beside = word.dep in ("advmod", "npadvmod", "aux", "auxpass", "neg", "appos") and above.i == word.i + 1
        return above if beside and above.pos == "VERB" and above.lemma in self.words.stance else word

    def all_claimed(self) -> list[Attribution]:
        """Every claim that can be somebody's words."""
        return [one for claim, word in self.claims() if (one := self.claimed(claim, word)) is not None]

    def claimed(self, claim: Claim, word: Token) -> Attribution | None:
        """A claim as an attribution; None where nothing is left of what is said, or it can be nobody's words."""
        parts = [part for part in claim.content if self._may_belong(part, word) and self._says_something(part)]
        parts = [part for part in parts if self._adjoins(part, word)] or parts
        if self._is_thought_of(word):
            parts = [*self._noun_before(word), *(part for part in parts if part.start >= word.end)]
        elif word.pos == "VERB":
            parts = [each for part in parts for each in self._without_cue(part, word)]
        content = tuple(span for part in parts for span in self._whole(part, word))
        if self._is_thought_of(word) and content[-1:] and content[-1].end <= word.start:
            return None
        if claim.cue is None or not content or self.runs_on(content) or self._is_no_speech(word):
            return None
        if all(self.is_unnamed_request(span) for span in content):
            return None
        source = self._source_of(claim, word, content)
        if source is not None and self.discourse.words_of(source) in self.words.never_sources:
            return None
        stance = (self.words.noun_stance.get(word.lemma) if word.pos == "NOUN" else None) or self._stance(word)
        likely, status, worth = of_claim(claim), self._status(word), self._worth(word, content)
        cue = self._trimmed_cue(Span(min(claim.cue.start, word.start), max(claim.cue.end, word.end)), word)
        return Attribution(cue, word, stance, source, content, self.stretch, likely, status, claim, worth)

    def _trimmed_cue(self, cue: Span, word: Token) -> Span:
        """A cue without an article, and the preposition before it, that begins a phrase behind it: "told a"."""
        tokens = [token for token in self.tree.tokens_in(cue) if token.i > word.i]
        while tokens and tokens[-1].pos in ("DET", "PUNCT"):
            tokens.pop()
            while tokens and tokens[-1].pos == "ADP":
                tokens.pop()
        return Span(cue.start, max([word.end, *(token.end for token in tokens)]))

    def _without_cue(self, part: Span, word: Token) -> Iterator[Span]:
        """A part without its own source and cue, where the encoder took them along: `He admits that S`."""
        cue = self.discourse.cue(word, self.stretch)
        first, last = self.tokens[cue.first].start, self.tokens[cue.last - 1].end
        if first <= part.start and part.end <= last:
            return
        if not part.start <= word.start < part.end or self.discourse.box[word.i] >= 0:
            yield part
            return
        yield from (Span(*ends) for ends in ((part.start, first), (last, part.end)) if ends[0] < ends[1])

    def _worth(self, word: Token, content: tuple[Span, ...]) -> float:
        """What a claim is worth alone: little where words without a clause hang on a word that is no word of saying."""
        tokens = [token for span in content for token in self.tree.tokens_in(span)]
        if any(self.discourse.box[token.i] >= 0 for token in tokens):
            return 1.0
        says = word.lemma in self.words.stance or (word.pos == "NOUN" and word.lemma in self.words.noun_stance)
        return 1.0 if says or any(token.tag in FINITE for token in tokens) else FAINT

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
        asked = verb.lemma in self.words.addressed and not self.tree.children(verb, "agent")
        if not asked or (self.tree.children(verb, "nsubj") and not self.tree.children(verb, "auxpass")):
            return False
        if self.tree.children(verb, "auxpass"):
            return True
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
        if word.lemma in self.words.quoting and self.tree.children(word, "dobj"):
            return True  # "quoting the Red Cross" names whom somebody quotes
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
        if last.pos in ("NOUN", "PROPN") and (link := self._clinging(last)) is not None:
            last = link
        if last.pos not in ("VERB", "AUX", "ADP", "PART", "DET"):
            return last.i + 1
        end = max(token.i for token in self.tree.subtree(last)) + 1
        return last.i + 1 if last.i < word.i < end else end

    def _clinging(self, noun: Token) -> Token | None:
        """The "of" right behind a noun, whose phrase belongs to it."""
        links = self.tree.children(noun, "prep")
        return next((kid for kid in links if kid.i == noun.i + 1 and kid.lower in self.words.noun_links), None)


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
