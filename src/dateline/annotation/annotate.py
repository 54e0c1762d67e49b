"""Articles in, Annotations out, one pass of the parser for a whole batch."""

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.annotated import Annotation
from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.names import names
from dateline.annotation.parser import (
    READ_ROLES,
    UNREAD_LANGUAGE_ROLES,
    Prepared,
    case_words,
    parse,
    pipeline,
)
from dateline.annotation.quotations import quotations
from dateline.languages import LanguagePack, available, load
from dateline.model import Article

FALLBACK = "en"
"""Whose words are used for the dateline of a story in a language without a pack."""

LARGE_PLACE = 100_000
"""Inhabitants from which a place is known well enough to be no ordinary word in text written in capitals."""


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, opened once."""
    return Gazetteer()


@cache
def is_large_place(name: str) -> bool:
    """Whether capitals copy means a place by this name: a country, a region, or a large town."""
    return any(place.kind != "city" or place.population >= LARGE_PLACE for place in gazetteer().places(name))


def annotate(articles: Sequence[Article]) -> Iterator[Annotation]:
    """An annotation for each article, in order. Articles of one language go through the parser together."""
    packs = [_pack(article) for article in articles]
    done: dict[int, Annotation] = {}
    for code in dict.fromkeys(words.language.code for words, _ in packs):
        members = [i for i, (words, _) in enumerate(packs) if words.language.code == code]
        words = load(code)
        prepared = [_prepared(articles[i], words, packs[i][1]) for i in members]
        for i, (tokens, sentences) in zip(members, parse(prepared, pipeline(words.language.pipeline)), strict=True):
            found = names(tokens, sentences, words, gazetteer())
            quoted, strays = quotations(articles[i])
            done[i] = Annotation(
                tokens, sentences, found, words, parsed=packs[i][1], quotations=quoted, stray_marks=strays
            )
    yield from (done[i] for i in range(len(articles)))


def _pack(article: Article) -> tuple[LanguagePack, bool]:
    known = article.language in available()
    unknown = article.language is None
    return load(article.language if known and article.language else FALLBACK), known or unknown


def _prepared(article: Article, words: LanguagePack, whole: bool) -> Prepared:
    prepared = Prepared(article, READ_ROLES if whole else UNREAD_LANGUAGE_ROLES)
    prepared.fill(lambda: case_words(words.language.code, is_large_place))
    return prepared
