"""Verbs of saying and the phrases that name their sources: what `attribution` builds on."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, Claim, Quotation, Token
from dateline.languages import load
from dateline.languages.sections import Stance
from dateline.model import BlockRole, Status
from dateline.values import Span

SUBJECTS = ("nsubj",)
CLIMBED = frozenset({"xcomp", "conj", "advcl", "pcomp", "prep", "ccomp", "dep"})
"""Ways from a verb without a subject to the verb whose subject it shares."""
QUOTE_MARKS = frozenset({'"', "'", "``", "''", "“", "”", "‘", "’", "«", "»"})
ENDERS = frozenset(".!?…")
REACH = 8
"""Tokens behind a quotation among which its verb of saying is looked for."""


class Lexicon(Struct, frozen=True):
    """The words of saying of a language, ready to be asked."""

    stance: dict[str, Stance]
    infinitive: frozenset[str]
    object: frozenset[str]
    naming: frozenset[str]
    naming_links: frozenset[str]
    preposition: dict[str, frozenset[str]]
    phrase_stance: dict[tuple[str, str], Stance]
    errands: frozenset[tuple[str, str]]
    noun_stance: dict[str, Stance]
    noun_links: frozenset[str]
    noun_clauses: frozenset[str]
    addressed: frozenset[str]
    towards: frozenset[str]
    voices: frozenset[str]
    never_sources: frozenset[str]
    headline_sources: frozenset[str]
    headline_cues: frozenset[str]
    places: frozenset[str]
    hypothetical: frozenset[str]
    future: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    according_heads: frozenset[str]
    according_things: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language."""
    words = load(language).statements
    return Lexicon(
        stance={lemma: stance for stance, lemmas in reversed(words.stances.items()) for lemma in lemmas},
        infinitive=frozenset(words.infinitive),
        object=frozenset(words.object),
        naming=frozenset(words.naming),
        naming_links=frozenset(words.naming_links),
        preposition={lemma: frozenset(words_) for lemma, words_ in words.preposition.items()},
        phrase_stance={_pair(phrase): s for s, phrases in words.phrase_stances.items() for phrase in phrases},
        errands=frozenset(_pair(phrase) for phrase in words.errands),
        noun_stance={noun: stance for stance, nouns in words.nouns.items() for noun in nouns},
        noun_links=frozenset(words.noun_links),
        noun_clauses=frozenset(words.noun_clauses),
        addressed=frozenset(words.addressed),
        towards=frozenset(words.towards),
        voices=frozenset(words.voices),
        never_sources=frozenset(words.never_sources),
        headline_sources=frozenset(words.headline_sources),
        headline_cues=frozenset(words.headline_cues),
        places=frozenset(words.places),
        hypothetical=frozenset(words.hypothetical),
        future=frozenset(words.future),
        according=tuple(tuple(phrase.split()) for phrase in words.according),
        according_things=frozenset(words.according_things),
        according_heads=frozenset(phrase.split()[0] for phrase in words.according),
    )


def _pair(phrase: str) -> tuple[str, str]:
    verb, preposition = phrase.split()
    return verb, preposition


class Stretch(Struct, frozen=True, gc=False):
    """Tokens `first` up to `last`: a sentence of the writer's, in which a quotation counts as one word."""

    first: int
    last: int


class Cue(Struct, frozen=True):
    """A verb of saying outside quotations, its source, and the tokens `first` up to `last` that the two take."""

    verb: Token
    source: Span | None
    first: int
    last: int
    before: bool
    """Whether the source stands before the verb."""
    stretch: Stretch


class Attribution(Struct, frozen=True):
    """A source (or none), the cue with its verb (or what stands for one), and the spans of what is said."""

    cue: Span
    verb: Token
    stance: Stance
    source: Span | None
    content: tuple[Span, ...]
    stretch: Stretch
    confidence: float
    status: Status = "asserted"

    def seconded(self, other: "Attribution") -> "Attribution":
        """The same with the cue in full, and with a source where the grammar sees none."""
        cue = other.cue if other.cue.start < self.cue.end and self.cue.start < other.cue.end else self.cue
        return replace(self, cue=cue, source=self.source or other.source)

    def alone(self, worth: float) -> "Attribution":
        """The same, less sure: a second opinion did not see it."""
        return replace(self, confidence=round(self.confidence * worth, 3))


class Discourse:
    """The tokens of a text with its quotations seen as closed boxes."""

    def __init__(self, annotation: Annotation, text: str) -> None:
        self.annotation = annotation
        self.text = text
        self.words = lexicon(annotation.words.language.code)
        self.tokens = annotation.tokens
        self._starts = [quotation.start for quotation in annotation.quotations]
        self.box: list[int] = [self._box_of(token) for token in self.tokens]
        """For each token the index of the quotation it stands in, or -1."""
        self.quoted = tuple(quotation.inner for quotation in annotation.quotations)
        self.claims = None if annotation.claims is None else [*self._with_cues(annotation.claims)]
        """What the encoder takes for speech, each with the words of its cue; None where it was not asked."""

    def _with_cues(self, claims: Sequence[Claim]) -> Iterator[tuple[Claim, tuple[Token, ...]]]:
        for claim in claims:
            if claim.cue is not None and (tokens := self.annotation.tokens_in(claim.cue)):
                yield claim, tokens

    def _box_of(self, token: Token) -> int:
        i = bisect_right(self._starts, token.start) - 1
        return i if i >= 0 and token.start < self.annotation.quotations[i].end else -1

    def quotation(self, i: int) -> Quotation | None:
        """The quotation in which token `i` stands."""
        return self.annotation.quotations[self.box[i]] if self.box[i] >= 0 else None

    def words_of(self, span: Span) -> str:
        """The words of a span in small letters."""
        return self.text[span.start : span.end].lower()

    def role(self, stretch: Stretch) -> BlockRole:
        """The role of the block that a stretch belongs to."""
        return self.annotation.sentences[self.tokens[stretch.first].sentence].role

    def stretches(self) -> Iterator[Stretch]:
        """The writer's sentences, block by block."""
        first = 0
        for i in range(1, len(self.tokens) + 1):
            if i == len(self.tokens) or self._parts(i):
                yield Stretch(first, i)
                first = i

    def _parts(self, i: int) -> bool:
        """Whether a sentence of the writer's ends before token `i`."""
        before, after = self.tokens[i - 1], self.tokens[i]
        if before.block != after.block:
            return True
        if self.box[i - 1] >= 0:
            return self.box[i - 1] != self.box[i] and self._quotation_ends_sentence(i)
        return before.sentence != after.sentence and before.text[-1] in ENDERS

    def _quotation_ends_sentence(self, i: int) -> bool:
        quotation = self.annotation.quotations[self.box[i - 1]]
        ending = self.text[quotation.inner.start : quotation.inner.end].rstrip()[-1:]
        if self.tokens[i].text[0] in ENDERS or ending not in ENDERS:
            return False
        return not self._cue_follows(i) if ending != "." else not self.tokens[i].text[0].islower()

    def _cue_follows(self, i: int) -> bool:
        for token in self.tokens[i : i + REACH]:
            if token.block != self.tokens[i].block or token.text[-1] in ENDERS or self.box[token.i] >= 0:
                return False
            if token.lemma in self.words.stance and token.pos == "VERB":
                return True
        return False

    def cue(self, verb: Token, stretch: Stretch) -> Cue:
        """A verb with its source. The source of a verb without a subject is the subject of the verb it hangs on."""
        own, head = self._subject(verb)
        source = self.phrase(head, stretch) if head is not None else None
        first = last = verb.i
        while first > stretch.first and self._leans(first - 1, verb):
            first -= 1
        before = True
        if source is not None and own and head is not None:
            inside = self.annotation.tokens_in(source)
            before = head.i < verb.i
            first = min(first, inside[0].i)
            last = max(last, inside[-1].i)
        return Cue(verb, source, first, last + 1, before, stretch)

    def _leans(self, i: int, verb: Token) -> bool:
        """Auxiliaries, adverbs and "not" right before a verb."""
        token = self.tokens[i]
        return token.head == verb.i and token.dep in ("aux", "auxpass", "advmod", "neg") and self.box[i] < 0

    def _subject(self, verb: Token) -> tuple[bool, Token | None]:
        at, own = verb, True
        for _ in range(4):
            if (found := self._nearest_subject(at)) is not None:
                return own, self._antecedent(found, at)
            if passive := self.annotation.children(at, "nsubjpass"):
                return self._agent(at) if own else (False, passive[0])
            if at.dep in ("acl", "relcl"):
                return False, self.tokens[at.head] if at.tag != "VBN" else None
            if at.dep not in CLIMBED or at.head == at.i or (at.tag == "VBN" and at.dep == "advcl"):
                break
            at, own = self.tokens[at.head], False
        return False, None

    def _nearest_subject(self, verb: Token) -> Token | None:
        kids = [kid for kid in self.annotation.children(verb, *SUBJECTS) if self.box[kid.i] < 0]
        return min(kids, key=lambda kid: abs(kid.i - verb.i), default=None)

    def _agent(self, verb: Token) -> tuple[bool, Token | None]:
        for agent in self.annotation.children(verb, "agent"):
            for noun in self.annotation.children(agent, "pobj"):
                return False, noun
        return False, None

    def _antecedent(self, subject: Token, verb: Token) -> Token:
        """Who "who" is."""
        if subject.tag not in ("WDT", "WP"):
            return subject
        above = self.tokens[verb.head]
        return above if verb.dep == "relcl" and above.pos in ("NOUN", "PROPN", "PRON") else subject

    def phrase(self, head: Token, stretch: Stretch) -> Span | None:
        """The whole phrase with its appositions, without relative clauses; never into a quotation it is not all in."""
        if not stretch.first <= head.i < stretch.last:
            return None
        skipped: set[int] = set()
        for kid in self.annotation.children(head, "relcl", "acl", "cc", "conj", "advcl", "parataxis"):
            skipped |= {token.i for token in self.annotation.subtree(kid)} if self._is_aside(head, kid) else set()
        kept = {token.i for token in self.annotation.subtree(head)} - skipped
        first = last = head.i
        while first - 1 in kept and first > stretch.first:
            first -= 1
        while last + 1 in kept and last + 1 < stretch.last:
            last += 1
        while first < head.i and self.tokens[first].pos == "PUNCT":
            first += 1
        while last > head.i and self.tokens[last].pos == "PUNCT" and self.tokens[last].text not in (")", "]"):
            last -= 1
        return Span(self.tokens[first].start, self.tokens[last].end)

    def _is_aside(self, head: Token, kid: Token) -> bool:
        if kid.dep in ("cc", "conj"):
            return kid.pos in ("VERB", "AUX")
        return True
