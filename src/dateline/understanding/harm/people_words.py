"""Which words mean people, and which stand for people named elsewhere."""

from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load


class PeopleWords(Struct, frozen=True):
    """The nouns, pronouns and containers by which people are told of; see `casualties.toml`."""

    people: frozenset[str]
    endings: tuple[str, ...]
    collectives: frozenset[str]
    plural_endings: tuple[str, ...]
    rest: frozenset[str]
    loose: frozenset[str]
    remains: frozenset[str]
    shares: frozenset[str]
    tallies: frozenset[str]
    plural_pronouns: frozenset[str]
    singular_pronouns: frozenset[str]
    one: frozenset[str]

    def is_person(self, annotation: Annotation, token: Token) -> bool:
        """Whether a noun means people: a word of the list, or one with an ending that only people have."""
        if token.pos not in ("NOUN", "PROPN", "ADJ", "PRON"):
            return False
        name = annotation.name_at(token)
        if name is not None and name.label in ("person", "demonym"):
            return name.label == "person" or token.pos != "ADJ"
        if name is not None and token.pos == "PROPN":
            return False
        listed = token.lemma.lower() in self.people or token.lower in self.people
        return listed or (token.pos == "NOUN" and token.lower.endswith(self.endings))


@cache
def people_words(code: str) -> PeopleWords:
    """The words of a language, as sets."""
    casualties = load(code).casualties
    people = casualties.people
    return PeopleWords(
        people=frozenset(people.nouns),
        endings=people.endings,
        collectives=frozenset(people.collectives),
        plural_endings=people.plural_endings,
        rest=frozenset(people.rest),
        loose=frozenset((*people.rest, *people.loose)),
        remains=frozenset(people.remains),
        shares=frozenset(people.shares),
        tallies=frozenset(people.tallies),
        plural_pronouns=frozenset(people.plural_pronouns),
        singular_pronouns=frozenset(people.singular_pronouns),
        one=frozenset(casualties.hedges.article) | {"another"},
    )
