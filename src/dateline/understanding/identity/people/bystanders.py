"""Nouns for people, of whom any may be told of without a name: "a woman", "the pilot"."""

from functools import cache

from dateline.languages import load
from dateline.languages.titles import title_words

HUMAN = frozenset(
    {"CVL", "UAF", "MIL", "COP", "CRM", "JRN", "MED", "SOC", "REL", "EDU", "AGR", "LAB", "REF", "JUD", "LEG"}
)
"""Sectors whose singular nouns are people, where they are no bodies."""


@cache
def person_nouns(code: str) -> frozenset[str]:
    """Nouns that stand for one person, honorifics left out."""
    words = load(code)
    titles = title_words(code)
    groups = {g for sector in HUMAN & words.groups.groups.keys() for g in words.groups.groups[sector] if " " not in g}
    bodies = {*words.names.organisation_nouns, *words.groups.mass}
    return frozenset((groups | titles.heads | titles.genders.keys()) - bodies - titles.honorifics)
