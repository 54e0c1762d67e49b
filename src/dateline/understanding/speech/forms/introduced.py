"""What a colon introduces: `Berg: "..."`, `And from Berg: "..."`, and whole paragraphs below "Berg wrote:"."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import takewhile

from msgspec.structs import replace

from dateline.annotated import NameMention, Quotation, Token
from dateline.understanding.speech.cues import Attribution, Discourse, Stretch
from dateline.understanding.speech.forms.labels import (
    FINITE,
    Form,
    Paragraph,
    attributed,
    formed,
    is_known_source,
    speaker_in,
    trimmed,
    words,
)  # fmt: skip
from dateline.understanding.speech.unclaimed import continued
from dateline.values import Span

QUOTED = 0.8
UNQUOTED = 0.7
FEWEST = 3
"""Tokens that a paragraph has at least if it is somebody's words."""
BEHIND = 10
"""Tokens that may stand between a verb of saying and the colon: "on Facebook on Monday night"."""
MOST = 12
"""Paragraphs that somebody's words without marks may have."""
TITLES = ("PROPN", "NOUN", "ADJ", "DET", "NUM")
INTRODUCES = ("paragraph", "deck")
TOPIC = 10
"""Tokens that a topic between a source and its colon may have: "Berg on the new harbour:"."""

_BREAK = re.compile(r"[.!?…][\"'”’)\]]*\s|[\"”]\s|\s(?:-{1,2}|[—–―•|])\s?|^(?:-{1,2}|[—–―•])\s?")
_BULLET = re.compile(r"(?:[-–—•*·▪■●~]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")


def introduced(discourse: Discourse, blocks: Sequence[Paragraph], ruled: Sequence[Attribution]) -> Iterator[Form]:
    """What stands behind a colon and is somebody's words, though no verb of saying has it as its object."""
    reader = _Introductions(discourse, blocks, ruled)
    yield from reader.quoted()
    yield from reader.unquoted()


class _Introductions:
    def __init__(self, discourse: Discourse, blocks: Sequence[Paragraph], ruled: Sequence[Attribution]) -> None:
        self.discourse = discourse
        self.text = discourse.text
        self.tree = discourse.annotation
        self.words = words(discourse)
        self.blocks = blocks
        self.ruled = ruled
        self.at = {block.block: i for i, block in enumerate(blocks)}
        self._nobody = {*self.words.never_sources, *self.words.first_person}

    @cached_property
    def _stretches(self) -> list[Stretch]:
        return list(self.discourse.stretches())

    def quoted(self) -> Iterator[Form]:
        """Quotations right behind a colon, in the same paragraph or below it."""
        for i, quotation in enumerate(self.tree.quotations):
            colon = self._colon_before(quotation)
            if colon is None or self._is_told(quotation.inner):
                continue
            source = self._source(Span(self._begins(colon), colon.start))
            content = continued(self.tree.quotations, i)
            if source is not None:
                found = formed(self.discourse, source, colon, content, QUOTED)
                yield Form(replace(found, stretch=self._stretch(found.stretch.first)))
            elif (told := self._announced(colon, content)) is not None:
                yield Form(told)

    def _announced(self, colon: Span, content: tuple[Span, ...]) -> Attribution | None:
        """`Berg released the following statement on the harbour: "..."`."""
        token = self.tree.token_at(colon.start)
        stretch = self._stretch(token.i) if token is not None else None
        if stretch is None or self._speaks(stretch):
            return None
        return self._verb(Stretch(stretch.first, stretch.last if token is None else token.i + 1), content)

    def _stretch(self, i: int) -> Stretch:
        """The writer's sentence in which token `i` stands."""
        return self._stretches[bisect_right(self._stretches, i, key=lambda stretch: stretch.first) - 1]

    def _is_told(self, content: Span) -> bool:
        spans = (span for one in self.ruled if one.source is not None for span in one.content)
        return any(span.start < content.end and content.start < span.end for span in spans)

    def _colon_before(self, quotation: Quotation) -> Span | None:
        place = self.at.get(quotation.block)
        if place is None:
            return None
        block = self.blocks[place]
        opens = not self.text[block.start : quotation.start].strip()
        if opens and (place == 0 or self.blocks[place - 1].role not in INTRODUCES):
            return None
        end = (
            self.blocks[place - 1].end
            if opens
            else block.start + len(self.text[block.start : quotation.start].rstrip())
        )
        return Span(end - 1, end) if self.text[end - 1] == ":" else None

    def _begins(self, colon: Span) -> int:
        """Where the sentence of a colon begins, or what stands behind a dash or a quotation in it."""
        token = self.tree.token_at(colon.start)
        block = self.blocks[self.at[token.block]] if token is not None else self.blocks[0]
        breaks = [found.end() for found in _BREAK.finditer(self.text, block.start, colon.start)]
        return max([block.start, *(end for end in breaks if not self._is_abbreviated(end))])

    def _is_abbreviated(self, end: int) -> bool:
        """A full stop inside a word, "Gov. Berg", ends no sentence."""
        token = self.tree.token_at(end)
        before = self.tree.tokens[token.i - 1] if token is not None and token.i else None
        return before is not None and before.text[-1:] == "." and len(before.text) > 1 and before.end < end

    def _source(self, phrase: Span) -> Span | None:
        """Who is named by the words before a colon: "Berg", "And from Berg", "Berg on the harbour"."""
        tokens = list(self.tree.tokens_in(phrase))
        if (relayed := self._relay(tokens)) is not None:
            tokens = tokens[relayed + 1 :]
            return self._named(tokens) or self._noun(tokens)
        topic = next((i for i, t in enumerate(tokens) if i and t.lower in self.words.topics and t.pos == "ADP"), None)
        if topic is not None and len(tokens) - topic <= TOPIC and not self._has_verb(tokens):
            tokens = tokens[:topic]
        return self._named(tokens)

    def _relay(self, tokens: Sequence[Token]) -> int | None:
        """Where "from" stands, behind no verb: "More from", "A letter from"."""
        found = [i for i, token in enumerate(tokens) if token.lower in self.words.relays]
        return found[-1] if found and not self._has_verb(tokens[: found[-1]]) else None

    def _named(self, tokens: Sequence[Token]) -> Span | None:
        if not tokens:
            return None
        span = Span(tokens[0].start, tokens[-1].end)
        name = speaker_in(self.discourse, span)
        if name is None or not (tokens[0].text[0].isupper() or tokens[0].pos == "DET"):
            return None
        tokens = [token for token in tokens if token.i >= name.first or not self._says(token)]
        if not all(token.pos in TITLES or token.text == "." for token in tokens if token.i < name.first):
            return None
        verbs = (token.i for token in tokens if token.i >= name.last and token.pos == "VERB")
        ends = self._before_verb(name, next(verbs, None))
        kept = [token for token in tokens if ends is None or token.i < ends]
        return Span(kept[0].start, kept[-1].start + len(kept[-1].text.split(":")[0]))

    def _says(self, word: Token) -> bool:
        """Whether a word before a name is a verb of saying, "Added Berg:", though it was read as a part of the name."""
        forms = {word.lower, word.lemma.lower(), word.lower.removesuffix("d"), word.lower.removesuffix("ed")}
        return bool(forms & (self.discourse.words.stance.keys() | self.discourse.words.headline_cues))

    def _before_verb(self, name: NameMention, verb: int | None) -> int | None:
        """Where a source ends behind which a verb follows: at the comma, "Berg, the mayor, replied"."""
        if verb is None:
            return None
        commas = (i for i in range(verb - 1, name.last, -1) if self.tree.tokens[i].text == ",")
        return next(commas, name.last)

    def _noun(self, tokens: Sequence[Token]) -> Span | None:
        return Span(tokens[0].start, tokens[-1].end) if is_known_source(self.discourse, tokens) else None

    @staticmethod
    def _has_verb(tokens: Sequence[Token]) -> bool:
        return any(token.pos in ("VERB", "AUX") and token.tag not in ("VBG", "VB") for token in tokens)

    def unquoted(self) -> Iterator[Form]:
        """Paragraphs without marks below one that ends with a source, a verb of saying and a colon."""
        for place, block in enumerate(self.blocks[:-1]):
            if self.text[block.end - 1] != ":" or block.role not in INTRODUCES:
                continue
            content = self._below(place)
            stretch = self._stretch(block.last - 1)
            if not content or self._speaks(stretch):
                continue
            if (
                found := self._verb(stretch, content) or self._relayed(Span(block.end - 1, block.end), content)
            ) is not None:
                yield Form(found, verbatim=True)

    def _speaks(self, stretch: Stretch) -> bool:
        """Whether a verb in the sentence has already told what it says."""
        return any(one.stretch == stretch for one in self.ruled)

    def _verb(self, stretch: Stretch, content: tuple[Span, ...]) -> Attribution | None:
        """The last verb of saying in a sentence that ends with a colon, with its source."""
        after: list[Token] = []
        for token in reversed(self.tree.tokens[stretch.first : stretch.last]):
            if self._introduces(token, after):
                source = self.discourse.cue(token, stretch).source
                if source is None or self.discourse.words_of(source) in self._nobody:
                    return None
                return formed(self.discourse, source, Span(token.start, token.end), content, UNQUOTED)
            if token.tag in FINITE:
                return None
            after.append(token)
        return None

    def _introduces(self, verb: Token, after: Sequence[Token]) -> bool:
        """Whether a verb says what stands below: it takes nothing else than "this" or "the following statement"."""
        if verb.pos != "VERB" or len(after) > BEHIND or verb.lemma in self.discourse.words.preposition:
            return False
        things = self.tree.children(verb, "dobj")
        written = any(word.lower in self.words.written for thing in things for word in self.tree.subtree(thing))
        if verb.lemma in self.words.issuing:
            return written
        says = self.discourse.words.stance.get(verb.lemma) not in (None, "believes", "asks")
        return says and (written or not things)

    def _relayed(self, colon: Span, content: tuple[Span, ...]) -> Attribution | None:
        """`This from Berg:` above a paragraph."""
        phrase = Span(self._begins(colon), colon.start)
        relayed = self._relay(self.tree.tokens_in(phrase)) is not None
        source = self._source(phrase) if relayed else None
        return formed(self.discourse, source, colon, content, UNQUOTED) if source else None

    def _below(self, place: int) -> tuple[Span, ...]:
        """The paragraph below, and those after it as far as marks show that they go on: bullets, indentation, "we"."""
        first = self.blocks[place + 1]
        if first.role != "paragraph" or first.last - first.first < FEWEST or self._ends_open(first):
            return ()
        if _BULLET.match(self.text, first.start, first.end):
            return self._spans([first, *takewhile(self._is_bullet, self.blocks[place + 2 :])])
        if self._indent(first) > self._indent(self.blocks[place]):
            return self._spans([first, *takewhile(self._is_indented(first), self.blocks[place + 2 :])])
        return self._spans(self._own(place + 1))

    def _spans(self, blocks: Sequence[Paragraph]) -> tuple[Span, ...]:
        bullets = [_BULLET.match(self.text, block.start, block.end) for block in blocks]
        starts = [bullet.end() if bullet else block.start for bullet, block in zip(bullets, blocks, strict=True)]
        spans = (trimmed(self.text, start, block.end) for start, block in zip(starts, blocks, strict=True))
        return tuple(span for span in spans if span is not None)

    def _ends_open(self, block: Paragraph) -> bool:
        return self.text[block.end - 1] == ":" or self.discourse.box[block.first] >= 0

    def _is_bullet(self, block: Paragraph) -> bool:
        return block.role == "paragraph" and _BULLET.match(self.text, block.start, block.end) is not None

    def _is_indented(self, first: Paragraph) -> Callable[[Paragraph], bool]:
        least = self._indent(first)
        return lambda block: block.role == "paragraph" and self._indent(block) >= least

    def _indent(self, block: Paragraph) -> int:
        line = self.text.rfind("\n", 0, block.start) + 1
        return len(self.text[line : block.start]) - len(self.text[line : block.start].lstrip())

    def _own(self, at: int) -> list[Paragraph]:
        """A paragraph, and those behind it up to the last that speaks of "us", before others are reported on."""
        run = [self.blocks[at], *takewhile(self._may_go_on, self.blocks[at + 1 : at + MOST])]
        while len(run) > 1 and not self._is_first_person(run[-1]):
            run.pop()
        return run

    def _may_go_on(self, block: Paragraph) -> bool:
        told = attributed(self.ruled, Span(block.start, block.end))
        sources = [self.discourse.words_of(one.source) for one in told if one.source is not None]
        others = any(source not in self.words.first_person for source in sources)
        return block.role == "paragraph" and not others and not self._ends_open(block) and not self._is_bullet(block)

    def _is_first_person(self, block: Paragraph) -> bool:
        tokens = self.tree.tokens[block.first : block.last]
        return any(token.lower in self.words.first_person and self.discourse.box[token.i] < 0 for token in tokens)
