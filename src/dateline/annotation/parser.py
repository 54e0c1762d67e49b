"""The parser of a language, and its trees as our tokens and sentences. The only module that knows spaCy."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache, lru_cache
from threading import RLock
from typing import Any

import spacy
from msgspec import Struct
from spacy.language import Language
from spacy.tokens import Doc

from dateline.annotated import Sentence, Token
from dateline.annotation.acronyms import CaseWords, SpeltOut, spelt_out
from dateline.annotation.headline_case import Printed, headings, sentence_cased
from dateline.annotation.normal import NormalText, normal_text
from dateline.annotation.time_words import time_names
from dateline.annotation.truecase import common_words, in_capitals, truecased
from dateline.errors import MissingPart
from dateline.languages import available, load
from dateline.languages.given import given_names
from dateline.languages.sections import Titles
from dateline.model import Article, Block, BlockRole
from dateline.values import Span

READ_ROLES: tuple[BlockRole, ...] = (
    "headline",
    "deck",
    "byline",
    "dateline",
    "paragraph",
    "caption",
    "credit",
    "note",
)
"""Roles worth parsing; section labels and furniture are not."""

UNREAD_LANGUAGE_ROLES: tuple[BlockRole, ...] = ("byline", "dateline", "credit")
"""What is still read of a story in a language without a pack: its names and dates are much the same everywhere."""

BLOCK_GAP = "\n\n"

MOST_WORDS = 30_000
"""Words that are kept from one text to the next: the common ones, which come first, and not every name in the world."""

_TURN = RLock()


@cache
def pipeline(name: str) -> Language:
    """The spaCy pipeline, loaded once. Raises MissingPart."""
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise MissingPart(f"the model {name!r} is not installed; run: pip install {name.replace('_', '-')}") from error
    for short in _short_titles(name):
        nlp.tokenizer.add_special_case(short, [{"ORTH": short}])  # type: ignore[union-attr]
    return nlp


def _short_titles(name: str) -> set[str]:
    """Short forms of titles as they are written ("Capt."): their full stop ends no sentence."""
    packs = [load(code) for code in available() if load(code).language.pipeline == name]
    shorts = {short for pack in packs for short in pack.titles.short_forms if short.endswith(".")}
    return {form for short in shorts for form in (short, short.capitalize())}


SURNAME_TITLES = ("GOV", "LEG", "JUD", "MIL", "REL")
"""Sectors whose titles stand before a surname alone, rather than before another noun ("worker safety")."""


@cache
def case_words(code: str, is_place: Callable[[str], bool], is_demonym: Callable[[str], bool]) -> CaseWords:
    """The words that decide capitals. Common are learnt words first, then the parser's own word lists."""
    learnt, given, names = common_words(code), given_names(code), load(code).names
    nlp = pipeline(load(code).language.pipeline)
    stops, listed = frozenset(nlp.Defaults.stop_words), _Dictionary(nlp)
    never, seen = frozenset(names.never_places), learnt | stops

    @lru_cache(MOST_WORDS)
    def is_common(word: str) -> bool:
        base = _without_clitic(word, names.clitics)
        if base in seen or base in never:
            return True
        if is_place(base) or base in given or is_demonym(base.capitalize()):
            return False
        prefixed = any(base.startswith(p) and base[len(p) :] in learnt for p in names.prefixes)
        return prefixed or listed.knows(base)

    def is_rare(word: str) -> bool:
        return word in listed and word not in seen and is_common(word)

    return CaseWords(
        is_common=is_common,
        is_place=lambda name: name not in never and is_place(name),
        is_usual=lambda word: word in seen or not learnt.isdisjoint(listed.verbs_of(word)),
        is_rare=is_rare,
        verbs=listed.verbs_of,
        is_listed_noun=lambda word: listed.only_as_noun(word) and word not in seen,
        stops=stops,
        given=given,
        titles=_surname_titles(load(code).titles),
        determiners=frozenset(names.determiners),
        indefinite=frozenset(names.indefinite),
        links=frozenset(names.organisation_links),
        outside=frozenset(names.outside_names),
        geographic=frozenset(names.geographic_nouns),
        bodies=frozenset(names.capitalised_bodies),
        body_adjectives=frozenset(names.body_adjectives),
        times=time_names(code),
    )


class _Dictionary:
    """The words that the parser's own lists have, in small letters."""

    def __init__(self, nlp: Language) -> None:
        lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        index, rules = lookups.get_table("lemma_index"), lookups.get_table("lemma_rules")
        self._others = {word for part in ("verb", "adj", "adv") for word in index[part]}
        self._nouns_alone = set(index["noun"]) - self._others
        self._endings = [(old, new) for table in rules.values() for old, new in table if old.isalpha()]
        self._verbs = frozenset(index["verb"])
        self._verb_endings = [(old, new) for old, new in rules["verb"] if old.endswith(("s", "d"))]
        self._odd_verbs = lookups.get_table("lemma_exc")["verb"]

    def __contains__(self, word: str) -> bool:
        return word in self._others or word in self._nouns_alone

    def knows(self, word: str) -> bool:
        """Whether it is listed, or a regular form of what is."""
        bases = (word[: -len(old)] + new for old, new in self._endings if word.endswith(old))
        return word in self or any(base in self for base in bases)

    def only_as_noun(self, word: str) -> bool:
        """Whether it is listed, and as nothing but a noun."""
        return word in self._nouns_alone

    def verbs_of(self, word: str) -> set[str]:
        """The verbs that it may be a form of, of the present or the past and other than the base: "kills", "shot"."""
        regular = {word.removesuffix(old) + new for old, new in self._verb_endings if word.endswith(old)}
        return (regular & self._verbs | set(self._odd_verbs.get(word, ()))) - {word}


def _surname_titles(words: Titles) -> frozenset[str]:
    titles = {title for sector in SURNAME_TITLES for title in words.by_sector.get(sector, ())}
    return (frozenset(titles) | frozenset(words.honorifics)) - frozenset(words.title_modifiers)


def _without_clitic(word: str, clitics: Sequence[str]) -> str:
    """ "country's" is "country", "don't" is "do" and "n't"."""
    return next((word[: -len(clitic)] for clitic in clitics if word.endswith(clitic) and word != clitic), word)


class Entity(Struct, frozen=True, gc=False):
    """A name found in a prepared text, with a label in the parser's terms and how sure that is."""

    start: int
    end: int
    label: str
    score: float = 1.0


class Prepared:
    """The blocks of an article that are to be parsed, as one text for the parser and the way back."""

    def __init__(self, article: Article, roles: Sequence[BlockRole]) -> None:
        self.article = article
        self.blocks: list[tuple[int, Block, NormalText]] = []
        self.starts: list[int] = []
        self.pieces: list[str] = []
        self.roles = roles
        self.entities: tuple[Entity, ...] | None = None
        """Names that were found in `text` beforehand; None leaves names to the parser."""

    @property
    def text(self) -> str:
        """All blocks as the parser reads them."""
        return BLOCK_GAP.join(self.pieces)

    def origin(self, start: int, end: int) -> Span:
        """The place in the article of a slice of `text` that lies within one block; `start < end`."""
        at = bisect_right(self.starts, start) - 1
        begin = self.starts[at]
        end = min(end, begin + len(self.pieces[at]))
        return Span(*self.blocks[at][2].origin(start - begin, end - begin))

    def fill(self, words: Callable[[], CaseWords]) -> None:
        """Normalises and, where a block is in capitals, truecases the blocks, and headlines in title case.

        `words` is called for these two only.
        """
        self.blocks = [
            (i, block, normal_text(self.article.text, block.start, block.end))
            for i, block in enumerate(self.article.blocks)
            if block.role in self.roles
        ]
        texts = [normal.text for _, _, normal in self.blocks]
        capitals = in_capitals(texts)
        spelt = SpeltOut()
        if any(capitals):
            spelt = spelt_out((text for text, loud in zip(texts, capitals, strict=True) if loud), words())
        pieces = [truecased(text, words(), spelt) if loud else text for text, loud in zip(texts, capitals, strict=True)]
        offset = 0
        for piece in self._sentence_cased(pieces, capitals, words):
            self.starts.append(offset)
            self.pieces.append(piece)
            offset += len(piece) + len(BLOCK_GAP)

    def _sentence_cased(
        self, pieces: list[str], capitals: Sequence[bool], words: Callable[[], CaseWords]
    ) -> Iterator[str]:
        """The blocks, headlines in title case with the small letters of a sentence."""
        roles = [block.role for _, block, _ in self.blocks]
        titled = [i for i in headings(pieces, roles) if not capitals[i]]
        printed = Printed([piece for i, piece in enumerate(pieces) if i not in titled])
        for i, piece in enumerate(pieces):
            yield sentence_cased(piece, roles[i], words(), printed) if i in titled else piece


def parse(batch: Sequence[Prepared], nlp: Language) -> list[tuple[tuple[Token, ...], tuple[Sentence, ...]]]:
    """One pass of the parser for all blocks of an article; no sentence crosses from one block into another.

    The parser looks for names only where nobody did beforehand; that is a third of its time.
    """
    known = bool(batch) and all(prepared.entities is not None for prepared in batch)
    docs = ((_document(prepared, nlp), prepared) for prepared in batch)
    with _bounded(nlp):
        parsed = nlp.pipe(docs, as_tuples=True, disable=["ner"] if known else [])
        return [_tokens(doc, prepared) for doc, prepared in parsed]


@contextmanager
def _bounded(nlp: Language) -> Iterator[None]:
    """What is parsed herein may teach the parser MOST_WORDS words; further ones it forgets, with the documents.

    All threads share its vocabulary, so they parse one after another.
    """
    with _TURN:
        lemmas = nlp.get_pipe("lemmatizer").cache  # type: ignore[attr-defined]
        if len(lemmas) > MOST_WORDS:
            lemmas.clear()
        with nlp.memory_zone() if len(nlp.vocab) > MOST_WORDS else nullcontext():
            yield


def _document(prepared: Prepared, nlp: Language) -> Doc:
    doc = nlp.make_doc(prepared.text)
    starts = set(prepared.starts)
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
    return doc


def _tokens(doc: Doc, prepared: Prepared) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    words: list[Any] = [token for token in doc if not token.is_space]
    place = {token.i: i for i, token in enumerate(words)}
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    at, first = 0, 0
    entities = _Entities(prepared)
    for i, token in enumerate(words):
        while at + 1 < len(prepared.starts) and token.idx >= prepared.starts[at + 1]:
            at += 1
        if i and (token.is_sent_start or tokens[-1].block != prepared.blocks[at][0]):
            sentences.append(_sentence(tokens, first, i, prepared))
            first = i
        tokens.append(_token(token, i, place, len(sentences), prepared, at, entities.at(token)))
    if tokens:
        sentences.append(_sentence(tokens, first, len(tokens), prepared))
    return tuple(tokens), tuple(sentences)


class _Entities:
    """The label of each token, asked for from first to last: the parser's, or what was found beforehand."""

    def __init__(self, prepared: Prepared) -> None:
        self._found = prepared.entities
        self._next = 0

    def at(self, token: Any) -> tuple[str, bool, float]:
        """The label, whether it begins here, and how sure it is."""
        if self._found is None:
            return token.ent_type_, token.ent_iob == 3, 1.0
        start, end = token.idx, token.idx + len(token)
        while self._next < len(self._found) and self._found[self._next].end <= start:
            self._next += 1
        entity = self._found[self._next] if self._next < len(self._found) else None
        if entity is None or entity.start >= end:
            return "", False, 1.0
        return entity.label, entity.start >= start, entity.score


def _token(
    token: Any,
    i: int,
    place: dict[int, int],
    sentence: int,
    prepared: Prepared,
    at: int,
    entity: tuple[str, bool, float],
) -> Token:
    block, _, normal = prepared.blocks[at]
    begin = token.idx - prepared.starts[at]
    text = token.text
    start, end = normal.origin(begin, begin + len(text))
    return Token(
        i,
        text,
        token.lemma_,
        token.pos_,
        token.tag_,
        token.dep_,
        place.get(token.head.i, i),
        start,
        end,
        sentence,
        block,
        *entity,
        bool(token.whitespace_),
    )


def _sentence(tokens: list[Token], first: int, last: int, prepared: Prepared) -> Sentence:
    block = tokens[first].block
    role = prepared.article.blocks[block].role
    return Sentence(tokens[first].sentence, first, last, tokens[first].start, tokens[last - 1].end, block, role)
