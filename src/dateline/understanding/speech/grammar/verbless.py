"""Sources that are named without a verb: "according to X, S", and headlines: "Police: two held"."""

from collections.abc import Iterator

from dateline.annotated import Token
from dateline.understanding.speech.cues import Attribution
from dateline.understanding.speech.grammar.edges import SEPARATORS
from dateline.understanding.speech.grammar.endings import Endings
from dateline.values import Span

LABEL = 7
"""Tokens that the source of a headline may take, colon included."""
ACRONYM = 6
"""Letters that an acronym has at most."""
TOPIC = 14
"""Tokens up to a headline's colon where the source has a topic: "Marsh on the new harbour: ..."."""


class Verbless(Endings):
    """Reads the sources without a verb in one sentence."""

    def headline(self, found: list[Attribution]) -> Iterator[Attribution]:
        """`Police: two held`, `'We left': Marsh`, `Two held - police`, and `Two held, says minister` without a verb in
        the tree.
        """
        first, last = self.stretch.first, self.stretch.last
        while last > first and self.tokens[last - 1].pos == "PUNCT":
            last -= 1
        colons = [i for i in range(first, last) if self.tokens[i].text == ":" and self.discourse.box[i] < 0]
        if colons:
            yield from self._around_colon(first, colons[0], last)
        elif not found:
            yield from self._behind(first, last)

    def _around_colon(self, first: int, colon: int, last: int) -> Iterator[Attribution]:
        """`Police: two held`, `Marsh on the war: 'We left'`, `Marsh scolds union: 'You left'`, `'We left': Marsh`."""
        source = self._headed(first, colon)
        if source is not None and (self._is_noun(source) or self._tells(colon + 1, last)):
            yield from self._heading(*source, colon, (colon + 1, last))
        elif source is None and self._is_quotation(colon + 1, last):
            if (actor := self._actor(first, colon)) is not None:
                yield from self._heading(*actor, colon, (colon + 1, last))
        elif source is None and last - colon <= LABEL and self._ends_with((colon + 1, last), first, colon):
            yield from self._heading(colon + 1, last, colon, (first, colon))

    def _headed(self, first: int, colon: int) -> tuple[int, int] | None:
        """The tokens of the source before a colon, without a topic, and without what stands before a dash."""
        for i in range(first + 1, min(colon, first + LABEL)):
            if self._is_dash(i):
                first = i + 1
        topics = (i for i in range(first + 1, colon) if self._is_topic(self.tokens[i]))
        topic = next(topics, None)
        end = topic if topic is not None and colon - first <= TOPIC else colon
        return (first, end) if end - first < LABEL and self._names_source(first, end) else None

    def _is_dash(self, i: int) -> bool:
        """Whether a dash with spaces at its sides stands here, no hyphen."""
        return self.tokens[i].text in SEPARATORS - {","} and self.tokens[i].space and self.tokens[i - 1].space

    def _is_topic(self, token: Token) -> bool:
        return token.pos in ("ADP", "PART") and token.lower in self.tree.words.statements.topics

    def _names_source(self, first: int, last: int) -> bool:
        if last <= first or self.has_verb(first, last) or any(box >= 0 for box in self.discourse.box[first:last]):
            return False
        word = self.tokens[last - 1]
        if word.lower in self.tree.words.statements.kickers or len(self._people(first, last)) > 1:
            return False
        if self._is_slug(first, last):
            return False
        name = self.tree.name_at(word)
        speaks = name is not None and name.label in ("person", "organisation")
        return speaks or word.lower in self.words.headline_sources

    def _is_slug(self, first: int, last: int) -> bool:
        """Whether these words are in capitals, longer than an acronym, and the headline is not: an agency's slug."""
        label = self.discourse.text[self.tokens[first].start : self.tokens[last - 1].end]
        ends = self.tokens[self.stretch.first].start, self.tokens[self.stretch.last - 1].end
        return label.isupper() and len(label) > ACRONYM and not self.discourse.text[slice(*ends)].isupper()

    def _people(self, first: int, last: int) -> set[int]:
        """Where the persons begin that are named among these tokens."""
        names = (self.tree.name_at(token) for token in self.tokens[first:last])
        return {name.first for name in names if name is not None and name.label == "person"}

    def _is_noun(self, source: tuple[int, int]) -> bool:
        return self.tokens[source[1] - 1].lower in self.words.headline_sources

    def _tells(self, first: int, last: int) -> bool:
        """Whether a verb or a quotation is among these words: "Marsh: a life at sea" tells nothing that Marsh says."""
        return self.has_verb(first, last) or any(box >= 0 for box in self.discourse.box[first:last])

    def _is_quotation(self, first: int, last: int) -> bool:
        box = self.discourse.box
        return last - first > 2 and box[first] >= 0 and box[first] == box[last - 1]

    def _actor(self, first: int, colon: int) -> tuple[int, int] | None:
        """The person with whom a headline begins that goes on with a verb and ends with a quotation."""
        name = self.tree.name_at(self.tokens[first])
        if name is None or name.label != "person" or not self.has_verb(name.last, colon):
            return None
        if len(self._people(first, colon)) > 1:  # it may be the other one who is quoted
            return None
        return name.first, name.last

    def _ends_with(self, source: tuple[int, int], first: int, last: int) -> bool:
        """Whether a headline's last words are its source: a noun behind a clause, or a name behind a quotation."""
        quoted = self.discourse.box[first] >= 0 and self.discourse.box[first] == self.discourse.box[last - 1]
        if not self._names_source(*source) or not (quoted or self.has_verb(first, last)):
            return False
        name = self.tree.name_at(self.tokens[source[1] - 1])
        return self._is_noun(source) or (quoted and name is not None and name.label == "person")

    def _behind(self, first: int, last: int) -> Iterator[Attribution]:
        """`Two held, police say`, `Two held, says minister`, `Two held - police`."""
        mark = next((i for i in range(last - 1, first, -1) if self.tokens[i].text == "," or self._is_dash(i)), None)
        if mark is None or self.discourse.box[mark] >= 0 or not 0 < last - 1 - mark <= LABEL:
            return
        if self.tokens[last - 1].lower in self.words.headline_cues and last - 2 > mark:
            yield from self._heading(mark + 1, last - 1, last - 1, (first, mark))
        elif self.tokens[mark + 1].lower in self.words.headline_cues and self._names_source(mark + 2, last):
            yield from self._heading(mark + 2, last, mark + 1, (first, mark))
        elif self._is_dash(mark) and self._ends_with((mark + 1, last), first, mark):
            yield from self._heading(mark + 1, last, mark, (first, mark))

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
        after = self._behind_quoting(self.tree.tokens_in(source)[-1].i + 1)
        content = self._around(i, after)
        cue = Span(self.tokens[i].start, last_word.end)
        if not content:
            return None
        return Attribution(cue, self.tokens[i], "says", source, content, self.stretch, 0.85)

    def _behind_quoting(self, at: int) -> int:
        """The comma behind whom a source quotes: `According to the radio, quoting doctors, S`."""
        if at + 1 >= self.stretch.last or self.tokens[at].text != "," or not self.is_aside(at + 1):
            return at
        commas = (token.i for token in self.tokens[at + 2 : self.stretch.last] if token.text == ",")
        return next(commas, at)

    def _around(self, i: int, after: int) -> tuple[Span, ...]:
        """The sentence without the phrase between `i` and `after`."""
        first, last = self.stretch.first, self.stretch.last
        goes_on = after < last and (self.tokens[after].text == "," or i == first) and self.has_verb(after, last)
        parenthesis = goes_on and i - 1 > first and self.tokens[i - 1].text == ","
        spans = [self.trimmed(first, i) if parenthesis or self.has_verb(first, i) else None]
        if goes_on:
            spans.append(self.trimmed(after, self.end_of(self.tokens[i], after)))
        return tuple(span for span in spans if span)
