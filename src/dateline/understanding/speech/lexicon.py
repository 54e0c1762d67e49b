"""The words of saying of a language, ready to be asked."""

from functools import cache
from typing import Any

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
    """The lexicon of a language. What is a list of words there is a set here, under the same name."""
    words = load(language).statements
    own: dict[str, Any] = {
        "stance": {lemma: stance for stance, lemmas in reversed(words.stances.items()) for lemma in lemmas},
        "preposition": {lemma: frozenset(links) for lemma, links in words.preposition.items()},
        "phrase_stance": {_pair(phrase): s for s, phrases in words.phrase_stances.items() for phrase in phrases},
        "errands": frozenset(_pair(phrase) for phrase in words.errands),
        "noun_stance": {noun: stance for stance, nouns in words.nouns.items() for noun in nouns},
        "said_of": {lemma: frozenset(links) for lemma, links in words.said_of.items()},
        "according": tuple(tuple(phrase.split()) for phrase in words.according),
        "according_heads": frozenset(phrase.split()[0] for phrase in words.according),
    }
    sets = {name: frozenset(getattr(words, name)) for name in Lexicon.__struct_fields__ if name not in own}
    return Lexicon(**(own | sets))


def _pair(phrase: str) -> tuple[str, str]:
    verb, preposition = phrase.split()
    return verb, preposition
