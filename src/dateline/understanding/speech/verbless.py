"""Sources that are named without a verb: "according to X, S", and headlines: "Police: two held"."""

from collections.abc import Iterator

from dateline.understanding.speech.cues import Attribution
from dateline.understanding.speech.edges import Edges
from dateline.values import Span

LABEL = 7
"""Tokens that the source of a headline may take, colon included."""


class Verbless(Edges):
    """Reads the sources without a verb in one sentence."""

    def headline(self, found: list[Attribution]) -> Iterator[Attribution]:
        """`Police: two held`, and `Two held, police say` where the tree shows no verb."""
        first, last = self.stretch.first, self.stretch.last
        while last > first and self.tokens[last - 1].pos == "PUNCT":
            last -= 1
        colon = next((i for i in range(first, min(first + LABEL, last)) if self.tokens[i].text == ":"), None)
        if colon is not None and self._names_source(first, colon):
            yield from self._heading(first, colon, colon, (colon + 1, last))
        comma = next((i for i in range(last - 1, first, -1) if self.tokens[i].text == ","), None)
        short = comma is not None and 1 < last - 1 - comma <= LABEL
        if not found and comma is not None and short and self.tokens[last - 1].lower in self.words.headline_cues:
            yield from self._heading(comma + 1, last - 1, last - 1, (first, comma))

    def _names_source(self, first: int, last: int) -> bool:
        if last <= first or self.has_verb(first, last) or any(box >= 0 for box in self.discourse.box[first:last]):
            return False
        name = self.tree.name_at(self.tokens[last - 1])
        speaks = name is not None and name.label in ("person", "organisation")
        return speaks or self.tokens[last - 1].lower in self.words.headline_sources

    def _heading(self, first: int, last: int, cue: int, content: tuple[int, int]) -> Iterator[Attribution]:
        words = self.trimmed(*content)
        if words is not None and content[1] - content[0] > 2:
            verb = self.tokens[cue]
            source = Span(self.tokens[first].start, self.tokens[last - 1].end)
            span = Span(verb.start, verb.end)
            yield Attribution(span, verb, "says", source, (words,), self.stretch, 0.75)

    def according(self, i: int) -> Attribution | None:
        """`According to X, S` or `S, according to X`, where the phrase begins at token `i`."""
        phrase = self.according_at(i)
        if phrase is None or i + len(phrase) >= self.stretch.last:
            return None
        last_word = self.tokens[i + len(phrase) - 1]
        heads = self.tree.children(last_word, "pobj") or [self.tokens[i + len(phrase)]]
        source = self.discourse.phrase(heads[0], self.stretch)
        if source is None or heads[0].lemma in self.words.according_things:
            return None
        after = self.tree.tokens_in(source)[-1].i + 1
        content = self._around(i, after)
        cue = Span(self.tokens[i].start, last_word.end)
        if not content:
            return None
        return Attribution(cue, self.tokens[i], "says", source, content, self.stretch, 0.85)

    def _around(self, i: int, after: int) -> tuple[Span, ...]:
        """The sentence without the phrase between `i` and `after`."""
        first, last = self.stretch.first, self.stretch.last
        goes_on = after < last and (self.tokens[after].text == "," or i == first) and self.has_verb(after, last)
        parenthesis = goes_on and i - 1 > first and self.tokens[i - 1].text == ","
        spans = [self.trimmed(first, i) if parenthesis or self.has_verb(first, i) else None]
        if goes_on:
            spans.append(self.trimmed(after, self.end_of(self.tokens[i], after)))
        return tuple(span for span in spans if span)
