"""The annotated text that steps read: tokens, sentences, mentions, and the words of the language."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from msgspec import Struct

from dateline.languages import LanguagePack
from dateline.model import BlockRole, Status
from dateline.values import Span

Label = Literal["person", "organisation", "place", "demonym"]


class PlaceEntry(Struct, frozen=True, kw_only=True, gc=False):
    """A row of the gazetteer. `country` is ISO 3166-1 alpha-3; `matched` tells how the name asked for is known.

    `extent` is the rough radius in kilometres of a feature that is no point, such as a lake.
    """

    name: str
    kind: Literal["city", "admin1", "admin2", "country", "region", "continent", "feature"]
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    feature: str | None = None
    population: int = 0
    extent: int = 0
    matched: Literal["name", "alternate"] = "name"

    @property
    def is_wide(self) -> bool:
        """Whether it is a country, a state or province, or a region of the world, which no town is called like."""
        return self.kind in ("country", "admin1", "region", "continent")


class Token(Struct, frozen=True, gc=False):
    """One word as the parser saw it: curly quotes straightened, capitals copy truecased.

    `start` and `end` are offsets in the article's text, `head` is the index of the governing token (its own at a
    root), `sentence` and `block` are indexes too. `pos` is a universal tag, `tag` a Penn tag, `dep` a ClearNLP label,
    `entity` a label in OntoNotes' terms ("" for none), begun anew where `opens`, with how sure it is (`surety`): the
    encoder's, or the parser's own. It is evidence, not truth; the truth, after voting, is in `Annotation.names`.
    `space`: whether white space follows.
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    sentence: int
    block: int
    entity: str = ""
    opens: bool = False
    surety: float = 1.0
    space: bool = True

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()


class Sentence(Struct, frozen=True, gc=False):
    """Tokens `first` up to, not including, `last`; never longer than its block."""

    i: int
    first: int
    last: int
    start: int
    end: int
    block: int
    role: BlockRole


class NameMention(Struct, frozen=True, kw_only=True):
    """A name in the text: tokens `first` up to `last`, and what it is a name of, after voting over the document.

    `places` are the gazetteer's candidates, most populous first. `country` is set for a demonym or a country's name.
    `titles` is the span of a title before the name ("former Deputy Defense Minister"), not part of the name.
    `inner` tells that it stands inside another name or a title, as one of `Annotation.inner_places`.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    label: Label
    score: float = 0.8
    places: tuple[PlaceEntry, ...] = ()
    country: str | None = None
    titles: Span | None = None
    inner: bool = False


class Claim(Struct, frozen=True, kw_only=True):
    """That somebody says something: the spans of what is said, of the cue and of the source, as far as there is one.

    `score` is how likely these are words that somebody is credited with; `cue_score` and `source_score` how likely the
    cue and the source are theirs.
    """

    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    score: float = 0.8
    cue_score: float = 0.8
    source_score: float = 0.8


ArgumentRole = Literal["actor", "recipient", "place", "instrument"]


class Argument(Struct, frozen=True, kw_only=True):
    """The head word of a phrase that takes part in an event."""

    role: ArgumentRole
    span: Span
    score: float = 0.8


class Trigger(Struct, frozen=True, kw_only=True):
    """The words that an event is told by, whether it came to pass, what kind it is of, and who takes part in it.

    A `status` or `kind` that nobody knows is None, and so is its score worth nothing.
    """

    span: Span
    score: float = 0.8
    status: Status | None = None
    status_score: float = 0.0
    kind: str | None = None
    kind_score: float = 0.0
    arguments: tuple[Argument, ...] = ()


class Nominal(Struct, frozen=True, kw_only=True, gc=False):
    """A common noun that stands for a person, a body or a place: tokens `first` up to `last`."""

    first: int
    last: int
    start: int
    end: int
    label: Label
    score: float = 0.8


class Quotation(Struct, frozen=True, kw_only=True, gc=False):
    """Words between quotation marks, within one block. `start` and `end` include the marks, `inner` leaves them out.

    `closed` is False where a quotation goes on in the next block, which then opens with a mark of its own
    (`continues`). `insertions` are an editor's words and omissions inside it: brackets, "(sic)", ellipses. `nested`
    are the quotations within this one. `repaired`: one of its ends was guessed, since a mark has no partner.
    """

    start: int
    end: int
    inner: Span
    block: int
    closed: bool = True
    continues: bool = False
    insertions: tuple[Span, ...] = ()
    nested: tuple["Quotation", ...] = ()
    repaired: bool = False


MarkSide = Literal["opens", "closes", "neither"]
MarkReading = Literal[
    "ignored",
    "doubled",
    "ends with paragraph",
    "ends before verb",
    "ends before next",
    "ends with sentence",
    "begins with sentence",
    "pairs with another kind",
]


class StrayMark(Struct, frozen=True, kw_only=True, gc=False):
    """A quotation mark without a partner: which way it looks, and how its paragraph was read all the same.

    A mark that opens is ignored, or its quotation ends with the paragraph or sentence, before the verb of saying
    behind it or before the next quotation. One that closes is ignored, or its quotation begins with the sentence. A
    mark that stands twice counts once. One may also close what a mark of another kind opens.
    """

    start: int
    end: int
    side: MarkSide
    reading: MarkReading = "ignored"

    @property
    def span(self) -> Span:
        """The mark itself."""
        return Span(self.start, self.end)


class Annotation:
    """Tokens, sentences and names of one article, with the shape of the tree and the language's words."""

    def __init__(
        self,
        tokens: tuple[Token, ...],
        sentences: tuple[Sentence, ...],
        names: tuple[NameMention, ...],
        words: LanguagePack,
        *,
        parsed: bool = True,
        quotations: tuple[Quotation, ...] = (),
        stray_marks: tuple[StrayMark, ...] = (),
        nominals: tuple[Nominal, ...] = (),
        claims: tuple[Claim, ...] | None = None,
        triggers: tuple[Trigger, ...] | None = None,
        inner_places: tuple[NameMention, ...] = (),
        outlet_home: tuple[tuple[PlaceEntry, ...], ...] = (),
    ) -> None:
        self.tokens = tokens
        self.sentences = sentences
        self.names = names
        self.words = words
        self.quotations = quotations
        self.stray_marks = stray_marks
        """Quotation marks that have no partner, after the most plausible repair of their block."""
        self.nominals = nominals
        self.claims = claims
        """Who says what; None where nobody looked for it."""
        self.triggers = triggers
        """What happens; None where nobody looked for it."""
        self.inner_places = inner_places
        """Places and peoples named inside other names and inside titles; they are in none of `names`."""
        self.outlet_home = outlet_home
        """The candidates for each place that the outlet's name and address tell."""
        self.parsed = parsed
        """False where the language has no pack: then only dateline, byline and credit lines have tokens."""

    @cached_property
    def _below(self) -> list[list[Token]]:
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token)
        return children

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _name_of_token(self) -> dict[int, NameMention]:
        return {i: name for name in self.names for i in range(name.first, name.last)}

    def children(self, token: Token, *deps: str) -> list[Token]:
        """The tokens that hang on this one, left to right; only those with one of `deps` when any is given."""
        kids = self._below[token.i]
        return [kid for kid in kids if kid.dep in deps] if deps else list(kids)

    def head(self, token: Token) -> Token:
        """The governing token; a root is its own."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The tokens above this one, nearest first."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> list[Token]:
        """This token and all below it, in the order of the text."""
        found, queue = [], [token]
        while queue:
            word = queue.pop()
            found.append(word)
            queue.extend(self._below[word.i])
        return sorted(found, key=lambda word: word.i)

    def sentence(self, token: Token) -> Sentence:
        """The sentence of a token."""
        return self.sentences[token.sentence]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers this offset of the text, else the last one before it."""
        i = bisect_right(self._starts, offset) - 1
        return self.tokens[i] if i >= 0 else None

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that begin inside the span."""
        first = bisect_right(self._starts, span.start - 1)
        last = bisect_right(self._starts, span.end - 1)
        return self.tokens[first:last]

    def name_at(self, token: Token) -> NameMention | None:
        """The name that this token is part of."""
        return self._name_of_token.get(token.i)

    def names_in(self, span: Span) -> list[NameMention]:
        """The names that lie wholly inside the span."""
        return [name for name in self.names if span.start <= name.start and name.end <= span.end]

    def span(self, first: Token, last: Token) -> Span:
        """From the first token's beginning to the last one's end."""
        return Span(first.start, last.end)

    def phrase(self, token: Token) -> Span:
        """The whole phrase below a token, without punctuation at its edges."""
        words = self.subtree(token)
        while len(words) > 1 and words[-1].pos == "PUNCT" and words[-1].i != token.i:
            words.pop()
        while len(words) > 1 and words[0].pos == "PUNCT" and words[0].i != token.i:
            words.pop(0)
        return Span(words[0].start, words[-1].end)
