"""The words of saying of a language, ready to be asked."""

from functools import cache

from msgspec import Struct

from dateline.languages import load
from dateline.languages.sections import Stance


class Lexicon(Struct, frozen=True):
    """The words of saying of a language, ready to be asked."""

    stance: dict[str, Stance]
    infinitive: frozenset[str]
    plain: frozenset[str]
    doubtful: frozenset[str]
    lasting: frozenset[str]
    quoting: frozenset[str]
    object: frozenset[str]
    naming: frozenset[str]
    naming_links: frozenset[str]
    preposition: dict[str, frozenset[str]]
    phrase_stance: dict[tuple[str, str], Stance]
    errands: frozenset[tuple[str, str]]
    noun_stance: dict[str, Stance]
    occasions: frozenset[str]
    remarks: frozenset[str]
    own_promises: frozenset[str]
    papers: frozenset[str]
    concessions: frozenset[str]
    said_to: frozenset[str]
    said_of: dict[str, frozenset[str]]
    asked_by: frozenset[str]
    asked_with: frozenset[str]
    unnamed_requests: frozenset[str]
    noun_links: frozenset[str]
    noun_clauses: frozenset[str]
    clause_openers: frozenset[str]
    addressed: frozenset[str]
    towards: frozenset[str]
    voices: frozenset[str]
    never_sources: frozenset[str]
    headline_sources: frozenset[str]
    headline_cues: frozenset[str]
    places: frozenset[str]
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
        plain=frozenset(words.plain),
        doubtful=frozenset(words.doubtful),
        lasting=frozenset(words.lasting),
        quoting=frozenset(words.quoting),
        object=frozenset(words.object),
        naming=frozenset(words.naming),
        naming_links=frozenset(words.naming_links),
        preposition={lemma: frozenset(words_) for lemma, words_ in words.preposition.items()},
        phrase_stance={_pair(phrase): s for s, phrases in words.phrase_stances.items() for phrase in phrases},
        errands=frozenset(_pair(phrase) for phrase in words.errands),
        noun_stance={noun: stance for stance, nouns in words.nouns.items() for noun in nouns},
        occasions=frozenset(words.occasions),
        remarks=frozenset(words.remarks),
        own_promises=frozenset(words.own_promises),
        papers=frozenset(words.papers),
        concessions=frozenset(words.concessions),
        said_to=frozenset(words.said_to),
        said_of={lemma: frozenset(links) for lemma, links in words.said_of.items()},
        asked_by=frozenset(words.asked_by),
        asked_with=frozenset(words.asked_with),
        unnamed_requests=frozenset(words.unnamed_requests),
        noun_links=frozenset(words.noun_links),
        noun_clauses=frozenset(words.noun_clauses),
        clause_openers=frozenset(words.clause_openers),
        addressed=frozenset(words.addressed),
        towards=frozenset(words.towards),
        voices=frozenset(words.voices),
        never_sources=frozenset(words.never_sources),
        headline_sources=frozenset(words.headline_sources),
        headline_cues=frozenset(words.headline_cues),
        places=frozenset(words.places),
        according=tuple(tuple(phrase.split()) for phrase in words.according),
        according_things=frozenset(words.according_things),
        according_heads=frozenset(phrase.split()[0] for phrase in words.according),
    )


def _pair(phrase: str) -> tuple[str, str]:
    verb, preposition = phrase.split()
    return verb, preposition
