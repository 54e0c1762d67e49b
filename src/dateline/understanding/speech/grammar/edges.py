"""One sentence of the writer's, in which quotations are closed boxes: what stands where."""

from dateline.annotated import Quotation, Token
from dateline.understanding.speech.cues import QUOTE_MARKS, Discourse, Stretch
from dateline.values import Span

CLOSING = " \t\n\u00a0'\"’”"
SEPARATORS = frozenset({",", "-", "--", "–", "—", "―"})
EDGES = SEPARATORS | {":", ";", ".", "...", "…"}
LONGEST = 90
"""Tokens that a sentence of what somebody said may have outside quotations."""
NOT_CONTENT = EDGES | QUOTE_MARKS


class Edges:
    """One sentence of the writer's, asked about its edges: tokens go by index, quotations are closed boxes."""

    def __init__(self, discourse: Discourse, stretch: Stretch) -> None:
        self.discourse = discourse
        self.tokens = discourse.tokens
        self.words = discourse.words
        self.stretch = stretch
        self.tree = discourse.annotation

    def trimmed(self, first: int, last: int) -> Span | None:
        """The span of these tokens without punctuation at its edges; of a lone quotation its inner words."""
        box = self.discourse.box
        while first < last and box[first] < 0 and (self.tokens[first].text in NOT_CONTENT):
            first += 1
        while first < last and box[last - 1] < 0 and (self.tokens[last - 1].text in NOT_CONTENT):
            last -= 1
        while last - first > 1 and box[last - 1] < 0 and (self.tokens[last - 1].tag == "CC"):
            last -= 1
        while first < last and box[last - 1] < 0 and (self.tokens[last - 1].text in NOT_CONTENT):
            last -= 1
        if first >= last:
            return None
        if box[first] >= 0 and box[first] == box[last - 1]:
            quotation = self.tree.quotations[box[first]]
            return quotation.inner
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def runs_on(self, content: tuple[Span, ...]) -> bool:
        """Whether more is said, outside quotations, than a sentence holds: its end was not recognised then."""
        tokens = [token for span in content for token in self.tree.tokens_in(span)]
        return sum(self.discourse.box[token.i] < 0 for token in tokens) > LONGEST

    def according_at(self, i: int) -> tuple[str, ...] | None:
        """The phrase that names a source without a verb, where one begins at token `i`."""
        if self.tokens[i].lower not in self.words.according_heads:
            return None
        return next((phrase for phrase in self.words.according if self._reads(i, phrase)), None)

    def _reads(self, i: int, phrase: tuple[str, ...]) -> bool:
        return tuple(token.lower for token in self.tokens[i : i + len(phrase)]) == phrase

    def is_aside(self, i: int) -> bool:
        """Whether token `i` begins a cue of its own: "adding that", "according to"."""
        token = self.tokens[i]
        return self.according_at(i) is not None or (token.tag == "VBG" and token.lemma in self.words.stance)

    def starts_anew(self, i: int) -> bool:
        """Whether what follows a cue's comma is the writer's, not the source's."""
        token = self.tokens[i]
        return token.tag in ("VBG", "CC", "WP", "WDT") or self.is_aside(i)

    def left(self, token: Token, least: int) -> int:
        """The first token of a subtree, not before `least`."""
        return max(least, min(t.i for t in self.tree.subtree(token)))

    def has_verb(self, first: int, last: int) -> bool:
        """Whether a verb stands among these tokens, inside a quotation or not."""
        return any(token.pos in ("VERB", "AUX") for token in self.tokens[first:last])

    def ends_clause(self, i: int) -> bool:
        """Whether the sentence ends before token `i`, or pauses there."""
        return i >= self.stretch.last or self.tokens[i].text in EDGES

    def box_before(self, i: int) -> Quotation | None:
        """The quotation that ends right before token `i`, a comma or dash between them aside."""
        while i > self.stretch.first and self.discourse.box[i - 1] < 0 and self.tokens[i - 1].text in SEPARATORS:
            i -= 1
        return self.discourse.quotation(i - 1) if i > self.stretch.first else None

    def pauses(self, quotation: Quotation) -> bool:
        """Whether a quotation ends as speech does before its verb: with a comma, a question or exclamation mark."""
        text = self.discourse.text
        inside = text[quotation.inner.start : quotation.inner.end].rstrip(CLOSING)[-1:]
        return inside in {",", "?", "!", "…", "—", "-"} or text[quotation.end : quotation.end + 1] == ","

    def speech_at(self, i: int) -> bool:
        """Whether token `i` stands in a quotation, be it of the next paragraph."""
        return i < len(self.tokens) and self.discourse.box[i] >= 0
