"""Words about names in a language, prepared as sets for looking up."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from dateline.annotated import Token
from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.truecase import common_words
from dateline.languages import load
from dateline.languages.given import given_names
from dateline.languages.sections import Names
from dateline.languages.titles import title_words


class NameWords:
    """Sets of words about names, prepared once for a language."""

    def __init__(self, code: str) -> None:
        pack = load(code)
        names = pack.names
        self._add_edges(names)
        self.never = frozenset(names.never_names)
        self.doubtful = frozenset(names.doubtful_places)
        self.particles = frozenset(names.particles)
        self.joints = frozenset((*names.particles, *names.joints))
        self.links = frozenset(names.organisation_links)
        self.fields = frozenset(pack.titles.field_links)
        self.organisation = frozenset(names.organisation_nouns)
        self.geographic = frozenset(names.geographic_nouns)
        self.head_geographic = frozenset(names.head_geographic_nouns)
        self.memorial = frozenset((*names.memorial_nouns, *names.school_nouns))
        self.saints = frozenset(names.saints)
        self.naming = frozenset(names.naming_nouns)
        """Nouns that begin a name ("Fort Brek")."""
        self.namesakes = frozenset(names.namesakes)
        self.illness = frozenset(names.illness_nouns)
        self.namesake_things = frozenset(names.namesake_things)
        self.dwellers = frozenset(names.dwellers)
        self.prepositions = frozenset(names.place_prepositions)
        self.halls = frozenset(names.halls)
        self.peoples = frozenset(pack.groups.peoples)
        self.prefixes = frozenset(names.people_prefixes)
        self.plurals = pack.geography.division_plurals
        self.common = common_words(code) | _group_nouns(code)
        self.titles = title_words(code)
        self.ordinary = self.common | self.titles.inner
        self.given = given_names(code)

    def _add_edges(self, names: Names) -> None:
        """Words at the edges of a name, and beside it, that tell what it is a name of."""
        self.body_endings = frozenset((*names.body_endings, *names.organisation_nouns))
        self.things = frozenset(names.thing_nouns)
        self.thing_heads = frozenset(names.thing_heads)
        self.body_heads = frozenset(names.body_heads)
        self.articles = frozenset(names.glued_articles)
        self.topical = frozenset(names.topical_nouns)
        self.team_verbs = frozenset(names.team_verbs)
        self.coaching = frozenset(names.coaching_verbs)
        self.sites = frozenset(names.site_endings)
        self.numbered_ways = frozenset(names.numbered_ways)
        self.rulers = frozenset(names.rulers)
        self.units = frozenset(names.unit_nouns)
        self.kinds: dict[Literal["other", "organisation", "place"], frozenset[str]] = {
            "other": frozenset(names.thing_kinds),
            "organisation": frozenset(names.body_kinds),
            "place": frozenset(names.place_kinds),
        }
        """What an ordinary noun beside a name says that it is a name of."""

    def bears_name(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether what stands right behind these tokens is a thing of their name: "the Lund virus", "Brazil nuts"."""
        if last >= len(tokens):
            return False
        thing = tokens[last]
        if thing.lower in self.namesakes:
            return True
        things = (f"{tokens[last - 1].lower} {word}" for word in (thing.lower, thing.lemma.lower()))
        return thing.text.islower() and last - first == 1 and any(each in self.namesake_things for each in things)

    def is_country_code(self, tokens: Sequence[Token], i: int, gazetteer: Gazetteer) -> bool:
        """Whether capitals mean a country ("US"), be the word in small letters an ordinary one; not in "ABOUT US"."""
        token = tokens[i]
        if not token.text.isupper() or len(token.text) < 2:
            return False
        before = tokens[i - 1] if i else None
        if before is not None and before.sentence == token.sentence and before.text.isupper() and len(before.text) > 1:
            return False
        places = gazetteer.places(token.text)
        return bool(places) and places[0].kind == "country"


def _group_nouns(code: str) -> frozenset[str]:
    """Nouns for groups of people ("gunmen"), in both numbers: no names, whatever the parser says of capitals."""
    heads = {group.split()[-1] for groups in load(code).groups.groups.values() for group in groups}
    return frozenset(heads | {f"{head}s" for head in heads} | {f"{h[:-3]}men" for h in heads if h.endswith("man")})


@cache
def name_words(code: str) -> NameWords:
    """The name words of a language, prepared once."""
    return NameWords(code)
