"""Common nouns that stand for one person."""

from functools import cache

from dateline.languages import load
from dateline.languages.titles import title_words

PEOPLE = frozenset({"AGR", "COP", "CRM", "CVL", "EDU", "GOV", "JRN", "JUD", "LEG", "MED", "MIL", "OPP", "REB", "REF"})
PEOPLE |= frozenset({"REL", "SOC", "SPY", "UAF", "PRM", "ELI", "LAB"})
"""Sectors whose singular nouns are people where they are no bodies."""


@cache
def person_nouns(code: str) -> frozenset[str]:
    """Nouns for one person, in small letters: of groups in the singular, of posts, of kin."""
    titles = title_words(code)
    kin = {words[0] for words in titles.kin if len(words) == 1}
    nouns = plain_person_nouns(code) | titles.heads | titles.genders.keys()
    return frozenset((nouns - _bodies(code) - titles.honorifics) | kin)


@cache
def plain_person_nouns(code: str) -> frozenset[str]:
    """Those of them that are no posts or titles ("suspect", "hijacker")."""
    groups = load(code).groups.groups
    nouns = {noun for sector in PEOPLE & groups.keys() for noun in groups[sector]}
    return frozenset(nouns - _bodies(code) - title_words(code).heads)


def _bodies(code: str) -> set[str]:
    words = load(code)
    return {*words.names.organisation_nouns, *words.groups.mass}
