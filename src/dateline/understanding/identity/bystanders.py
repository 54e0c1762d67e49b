"""People without a name or a post of their own in the record: "a woman", "the pilot". Pronouns may mean them."""

from collections.abc import Collection, Iterator
from functools import cache

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.languages.titles import title_words

HUMAN = frozenset({"CVL", "UAF", "MIL", "COP", "CRM", "JRN", "MED", "SOC", "REL", "EDU", "AGR", "REF", "JUD", "LEG"})
"""Sectors whose singular nouns are people, where they are no bodies."""
SAID_OF_SOMEBODY = frozenset({"compound", "nmod", "appos", "attr", "oprd", "amod", "nummod"})


@cache
def _nouns(code: str) -> frozenset[str]:
    words = load(code)
    titles = title_words(code)
    groups = {g for sector in HUMAN & words.groups.groups.keys() for g in words.groups.groups[sector] if " " not in g}
    bodies = {*words.names.organisation_nouns, *words.groups.mass}
    return frozenset((groups | titles.heads | titles.genders.keys()) - bodies - titles.honorifics)


def bystanders(annotation: Annotation, taken: Collection[int]) -> Iterator[tuple[str, Token]]:
    """Nouns for one person who is nobody's name or post, each with its lemma; `taken` are indexes of known people."""
    nouns = _nouns(annotation.words.language.code)
    for token in annotation.tokens:
        if token.tag != "NN" or token.lower not in nouns or token.dep in SAID_OF_SOMEBODY or token.i in taken:
            continue
        if annotation.name_at(token) is None:
            yield token.lower, token
