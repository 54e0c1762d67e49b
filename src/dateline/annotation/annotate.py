"""Articles in, Annotations out, one pass of the parser for a whole batch."""

from collections.abc import Iterator, Sequence

from dateline.annotated import Annotation
from dateline.annotation.encoder.model import encoder
from dateline.annotation.encoder.scores import Scores
from dateline.annotation.gazetteer import Gazetteer, gazetteer
from dateline.annotation.inner_places import inner_places
from dateline.annotation.labels import Labels, entities, labels
from dateline.annotation.names import names
from dateline.annotation.outlet_home import outlet_home
from dateline.annotation.parser import (
    READ_ROLES,
    UNREAD_LANGUAGE_ROLES,
    Prepared,
    case_words,
    parse,
    pipeline,
)
from dateline.annotation.quotes.quotations import quotations
from dateline.languages import LanguagePack, available, load, load_with
from dateline.model import Article

FALLBACK = "en"
"""Whose words are used for the dateline of a story in a language without a pack."""


def annotate(
    articles: Sequence[Article], *, model: bool = True, world: Gazetteer | None = None, lexicon: str | None = None
) -> Iterator[Annotation]:
    """An annotation for each article, in order. Articles of one language go through encoder and parser together.

    Without `model` the encoder is left out: names are then labelled by the parser, and nobody looks for claims.
    Places are those of `world`, or of the gazetteer that came with the package; `lexicon` is a folder with rows of the
    user's own for the event lexicon. Raises BadLexicon where it cannot be read.
    """
    world = world or gazetteer()
    packs = [_pack(article) for article in articles]
    done: dict[int, Annotation] = {}
    for code in dict.fromkeys(words.language.code for words, _ in packs):
        members = [i for i, (words, _) in enumerate(packs) if words.language.code == code]
        words = load_with(code, lexicon)
        prepared = [_prepared(articles[i], words, packs[i][1], world) for i in members]
        scores = _scores(prepared, words) if model and words.language.encoder else [None] * len(members)
        parsed = parse(prepared, pipeline(words.language.pipeline))
        for i, said, each, (tokens, sentences) in zip(members, scores, prepared, parsed, strict=True):
            found = names(tokens, sentences, words, world, learnt=said is not None)
            quoted, strays = quotations(articles[i], tokens, words)
            seen = labels(said, each, tokens) if said is not None else Labels()
            done[i] = Annotation(
                tokens,
                sentences,
                found,
                words,
                parsed=packs[i][1],
                quotations=quoted,
                stray_marks=strays,
                nominals=seen.nominals,
                claims=seen.claims if packs[i][1] else None,
                triggers=seen.triggers if packs[i][1] else None,
                inner_places=inner_places(tokens, sentences, found, words, world),
                outlet_home=outlet_home(articles[i], words, world),
            )
    yield from (done[i] for i in range(len(articles)))


def _scores(prepared: Sequence[Prepared], words: LanguagePack) -> list[Scores | None]:
    """What the encoder says of each text; the names go to the parser's tokens."""
    found: list[Scores | None] = []
    for each, scores in zip(prepared, encoder().read([each.text for each in prepared]), strict=True):
        each.entities = entities(scores, each.text, words.language.code)
        found.append(scores)
    return found


def _pack(article: Article) -> tuple[LanguagePack, bool]:
    known = article.language in available()
    unknown = article.language is None
    return load(article.language if known and article.language else FALLBACK), known or unknown


def _prepared(article: Article, words: LanguagePack, whole: bool, world: Gazetteer) -> Prepared:
    prepared = Prepared(article, READ_ROLES if whole else UNREAD_LANGUAGE_ROLES)
    prepared.fill(lambda: case_words(words.language.code, world.is_large, world.is_demonym))
    return prepared
