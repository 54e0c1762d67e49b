"""Words about names in a language, prepared as sets for looking up."""

from functools import cache

from dateline.annotation.truecase import common_words
from dateline.languages import load
from dateline.languages.given import given_names
from dateline.languages.titles import title_words


class NameWords:
    """Sets of words about names, prepared once for a language."""

    def __init__(self, code: str) -> None:
        names = load(code).names
        self.never = frozenset(names.never_names)
        self.doubtful = frozenset(names.doubtful_places)
        self.particles = frozenset(names.particles)
        self.links = frozenset(names.organisation_links)
        self.fields = frozenset(names.field_links)
        self.organisation = frozenset(names.organisation_nouns)
        self.geographic = frozenset(names.geographic_nouns)
        self.head_geographic = frozenset(names.head_geographic_nouns)
        self.namesakes = frozenset(names.namesakes)
        self.dwellers = frozenset(names.dwellers)
        self.prepositions = frozenset(names.place_prepositions)
        self.common = common_words(code) | _group_nouns(code)
        self.titles = title_words(code)
        self.ordinary = self.common | self.titles.inner
        self.given = given_names(code)


def _group_nouns(code: str) -> frozenset[str]:
    """Nouns for groups of people ("gunmen"), in both numbers: no names, whatever the parser says of capitals."""
    heads = {group.split()[-1] for groups in load(code).groups.groups.values() for group in groups}
    return frozenset(heads | {f"{head}s" for head in heads} | {f"{h[:-3]}men" for h in heads if h.endswith("man")})


@cache
def name_words(code: str) -> NameWords:
    """The name words of a language, prepared once."""
    return NameWords(code)
