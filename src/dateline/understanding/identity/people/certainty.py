"""How sure it is that a name is a person's, and one person's: what is no name is dropped, what is doubtful says so."""

import re

from dateline.annotated import Annotation
from dateline.languages.given import given_names
from dateline.understanding.identity.people.chains import PersonChain
from dateline.understanding.identity.people.name_parts import GENERATIONS
from dateline.understanding.identity.people.nouns import plain_person_nouns

DOUBT = 0.75
"""Confidence of a person to whom a name was given that others of the story bear too."""
LONE = 0.6
"""Confidence of a person known by one word that nothing else tells of."""
SPLIT = 0.75
"""Share of the votes on a name below which other readings are nearly as likely."""
_NO_NAME = re.compile(r"[A-Z]-[A-Z][\w.]*|.*[$@()\[\]{}<>=/].*")
"""A party and a state ("D-Ohio"), and what has marks in it."""
_ABBREVIATION = re.compile(r"(?:.* )?[A-Z][a-z]{1,4}\.")


def is_name(text: str, titles: frozenset[str]) -> bool:
    """Whether a text can be a person's name: no "Gov.", "Jr.", "D-Ohio" or scrap of markup. `titles` has the words of
    titles in small letters."""
    if _NO_NAME.fullmatch(text) or not any(letter.isalpha() for letter in text):
        return False
    words = text.casefold().split()
    last = words[-1].rstrip(".")
    if len(words) == 1 and last in GENERATIONS:
        return False
    return not (_ABBREVIATION.fullmatch(text) and (words[-1] in titles or last in titles))


def is_somebody(annotation: Annotation, chain: PersonChain, common: frozenset[str]) -> bool:
    """Whether a single word that nothing tells of may be a person: not one that the story writes small elsewhere, nor
    a plural. `common` has the words that it writes small."""
    if " " in chain.name or chain.titles or chain.gender or chain.aliases:
        return True
    word = chain.name.casefold()
    code = annotation.words.language.code
    if (word in common or word in plain_person_nouns(code)) and word not in given_names(code):
        return False
    return not all(token.tag == "NNS" for token in chain.tokens)


def certainty(annotation: Annotation, chain: PersonChain) -> tuple[float, str | None]:
    """The most that a person's confidence may be, and why it is not 1."""
    if chain.doubt:
        return DOUBT, chain.doubt
    if chain.unnamed:
        return 1.0, None
    if chain.scores and sum(chain.scores) < SPLIT * len(chain.scores):
        return LONE, "other readings of the name are nearly as likely"
    told = chain.titles or chain.nouns or chain.gender or any(mention.form == "pronoun" for mention in chain.mentions)
    if " " in chain.name or told or chain.name in given_names(annotation.words.language.code):
        return 1.0, None
    return LONE, "a single word, and nothing beside it tells that it is a person"
