"""Verbs of saying and the phrases that name their sources: what `attribution` builds on."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, Claim, Quotation, Token
from dateline.languages.sections import Stance
from dateline.model import BlockRole, Status
from dateline.understanding.speech.lexicon import lexicon
from dateline.values import Span

SUBJECTS = ("nsubj",)
CLIMBED = frozenset({"xcomp", "conj", "advcl", "pcomp", "prep", "ccomp", "dep"})
"""Ways from a verb without a subject to the verb whose subject it shares."""
LEANING = frozenset({"aux", "auxpass", "advmod", "neg"})
"""What stands right before a verb as a part of it."""
QUOTE_MARKS = frozenset({'"', "'", "``", "''", "“", "”", "‘", "’", "«", "»"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
BRACKETS = {")": "(", "]": "["}
ENDERS = frozenset(".!?…")
REACH = 8
"""Tokens behind a quotation among which its verb of saying is looked for."""


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
    claim: Claim | None = None
    """What the encoder says of it, where it sees it."""
    worth: float = 1.0
    """What its confidence is worth where nobody seconds it."""

    def seconded(self, other: "Attribution") -> "Attribution":
        """The same with the cue in full, and with a source where the grammar sees none."""
        cue, more = self.cue, other.cue
        if more.start < cue.end and cue.start < more.end:
            cue = Span(min(cue.start, more.start), max(cue.end, more.end))
        return replace(self, cue=cue, source=self.source or other.source, claim=other.claim)

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
        source = self.phrase(head, stretch, verb) if head is not None else None
        first, last = self.leaning(verb, stretch), verb.i
        before = True
        if source is not None and own and head is not None:
            inside = self.annotation.tokens_in(source)
            before = head.i < verb.i
            first = min(first, inside[0].i)
            last = max(last, inside[-1].i)
        return Cue(verb, source, first, last + 1, before, stretch)

    def leaning(self, verb: Token, stretch: Stretch) -> int:
        """The first of the auxiliaries and adverbs that stand right before a verb."""
        first = verb.i
        while first > stretch.first and self._leans(first - 1, verb):
            first -= 1
        return first

    def _leans(self, i: int, verb: Token) -> bool:
        """Whether an auxiliary, an adverb or "not" stands right before a verb, or joins two of them."""
        token = self.tokens[i]
        if token.dep in ("cc", "conj") and self.tokens[token.head].dep == "advmod":
            token = self.tokens[token.head]
        if token.head != verb.i or token.dep not in LEANING or self.box[i] >= 0:
            return False
        return token.tag != "TO" or verb.tag == "VB"

    def _subject(self, verb: Token) -> tuple[bool, Token | None]:
        below, at, own = verb, verb, True
        for _ in range(4):
            if verb.tag == "VB" and not own and (told := self._controlled(below, at)) is not None:
                return False, told
            if (found := self._nearest_subject(at)) is not None:
                return own, self._antecedent(found, at)
            if passive := self.annotation.children(at, "nsubjpass"):
                return self._agent(at) if own else (False, passive[0])
            if at.dep in ("acl", "relcl"):
                return False, self._described(at)
            if at.dep not in CLIMBED or at.head == at.i or (at.tag == "VBN" and at.dep == "advcl"):
                break
            below, at, own = at, self._joined_to(at), False
        return False, None

    def _joined_to(self, verb: Token) -> Token:
        """The verb that a verb hangs on: in `said seven are missing and accused Y` the past forms are joined."""
        head = self.tokens[verb.head]
        above = self.tokens[head.head]
        forms = {head.tag, *(kid.tag for kid in self.annotation.children(head, "aux", "auxpass"))}
        strays = verb.dep == "conj" and verb.tag == "VBD" and head.dep == "ccomp" and forms & {"VBP", "VBZ"}
        return above if strays and above.tag == "VBD" else head

    def _described(self, verb: Token) -> Token | None:
        """The noun that a clause describes: "a judge saying S"; of a paper the one who issues it."""
        noun = self.tokens[verb.head]
        if verb.tag in ("VBN", "VB"):
            return None
        above = self.tokens[noun.head]
        if noun.lemma in self.words.papers and noun.dep == "dobj" and (author := self._nearest_subject(above)):
            return self._antecedent(author, above)
        return noun

    def _controlled(self, below: Token, verb: Token) -> Token | None:
        """`They forced the clerk to admit it`: the one who is made to speak stands between the two verbs."""
        if below.dep != "xcomp" or verb.lemma in self.words.own_promises:
            return None
        between = (kid for kid in self.annotation.children(verb, "dobj") if verb.i < kid.i < below.i)
        return next(between, None)

    def _nearest_subject(self, verb: Token) -> Token | None:
        kids = [
            kid
            for kid in self.annotation.children(verb, *SUBJECTS)
            if self.box[kid.i] < 0 and kid.entity not in ("DATE", "TIME")
        ]
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

    def phrase(self, head: Token, stretch: Stretch, verb: Token | None = None) -> Span | None:
        """The whole phrase with its appositions and the clauses that tell which one, but without the clause of `verb`.

        It never goes into a quotation that it is not all in.
        """
        if not stretch.first <= head.i < stretch.last:
            return None
        skipped: set[int] = set()
        for kid in self.annotation.children(head, "relcl", "acl", "cc", "conj", "advcl", "parataxis"):
            below = {token.i for token in self.annotation.subtree(kid)}
            skipped |= below if self._is_aside(kid) or (verb is not None and verb.i in below) else set()
        kept = {token.i for token in self.annotation.subtree(head)} - skipped
        first = last = head.i
        while first - 1 in kept and first > stretch.first:
            first -= 1
        while last + 1 in kept and last + 1 < stretch.last:
            last += 1
        while first < head.i and self.tokens[first].pos == "PUNCT":
            first += 1
        first, last = self._unbracketed(head, first, self._without_setting(head, self._without_remark(head, last)))
        while last > head.i and self.tokens[last].pos == "PUNCT" and self.tokens[last].text not in (")", "]"):
            last -= 1
        return Span(self.tokens[first].start, self.tokens[last].end)

    def _unbracketed(self, head: Token, first: int, last: int) -> tuple[int, int]:
        """The same, not over a bracket that closes and did not open: `[Reporter] Mr. Lund, the paper`."""
        for i in range(first, last + 1):
            closing = i != head.i and self.tokens[i].text in BRACKETS
            if closing and all(token.text != BRACKETS[self.tokens[i].text] for token in self.tokens[first:i]):
                return (first, i - 1) if i > head.i else (i + 1, last)
        after = self.tokens[last + 1].text if last + 1 < len(self.tokens) else ""
        opened = BRACKETS.get(after) in [token.text for token in self.tokens[head.i : last + 1]]
        return first, last + opened

    def _without_setting(self, head: Token, last: int) -> int:
        """The last token but for the occasion set off at the end: `Novak, the mayor, in an interview with X`."""
        for token in self.tokens[head.i + 1 : last]:
            link = self.tokens[token.i + 1]
            opens = token.text == "," and link.dep == "prep" and link.lower in self.words.occasions
            if opens and max(each.i for each in self.annotation.subtree(link)) >= last:
                return token.i
        return last

    def _without_remark(self, head: Token, last: int) -> int:
        """The last token but for a relative clause set off at the end: `Novak, head of the union, which ...`."""
        for token in self.tokens[head.i + 1 : last]:
            if token.text == "," and self.tokens[token.i + 1].tag == "WDT":
                below = self.tokens[self.tokens[token.i + 1].head]
                if below.dep == "relcl" and max(each.i for each in self.annotation.subtree(below)) >= last - 1:
                    return token.i
        return last

    def _is_aside(self, kid: Token) -> bool:
        """Whether something behind a noun is no part of its phrase: clauses are, but for those that tell which one."""
        if kid.dep in ("cc", "conj"):
            return kid.pos in ("VERB", "AUX")
        if kid.dep in ("relcl", "acl"):
            return self._is_set_off(kid)
        return True

    def _is_set_off(self, kid: Token) -> bool:
        """Whether a comma, a dash or a bracket stands before a clause."""
        first = min(token.i for token in self.annotation.subtree(kid))
        return first > 0 and self.tokens[first - 1].pos == "PUNCT"
