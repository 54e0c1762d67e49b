"""Which words mean people, and which stand for people named elsewhere."""

from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load

STEM = 3
"""So many letters stand before an ending that only people have: "artist", not "mist"."""


class PeopleWords(Struct, frozen=True):
    """The nouns, pronouns and containers by which people are told of; see `casualties.toml`."""

    people: frozenset[str]
    endings: tuple[str, ...]
    things: frozenset[str]
    collectives: frozenset[str]
    plural_endings: tuple[str, ...]
    rest: frozenset[str]
    loose: frozenset[str]
    remains: frozenset[str]
    shares: frozenset[str]
    tallies: frozenset[str]
    generic: frozenset[str]
    nations: frozenset[str]
    plural_pronouns: frozenset[str]
    singular_pronouns: frozenset[str]
    one: frozenset[str]
    another: frozenset[str]
    remainder: frozenset[str]
    every: frozenset[str]
    each: frozenset[str]
    known: frozenset[str]

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
        joined = "".join(part.lower for part in self.hyphenated(annotation, token))
        listed = listed or joined in self.people or joined.replace(token.lower, token.lemma.lower(), 1) in self.people
        listed = listed or (token.pos == "PROPN" and token.lower.removesuffix("s") in self.people)  # "Guards killed"
        return listed or (token.pos in ("NOUN", "PROPN") and self._has_ending(token.lower))

    def is_nation(self, annotation: Annotation, noun: Token) -> bool:
        """ "The Dutch people", no victims but a nation."""
        if noun.lower not in self.nations or not annotation.children(noun, "det", "poss"):
            return False
        names = (annotation.name_at(kid) for kid in annotation.children(noun, "amod", "compound", "poss"))
        return any(name is not None and name.label in ("demonym", "place") for name in names)

    def _has_ending(self, word: str) -> bool:
        """ "pianist", though not "list" or "specimen"."""
        ending = next((ending for ending in self.endings if word.endswith(ending)), None)
        return ending is not None and len(word) - len(ending) >= STEM and word not in self.things

    def hyphenated(self, annotation: Annotation, token: Token) -> tuple[Token, ...]:
        """The word with what hyphens glue to its end: "brother-in-law", "passers-by"."""
        last = annotation.sentence(token).last
        end = token.i
        while end + 2 < last and annotation.tokens[end + 1].text == "-" and annotation.tokens[end + 2].text.isalpha():
            if annotation.tokens[end].end != annotation.tokens[end + 1].start:
                break
            if annotation.tokens[end + 1].end != annotation.tokens[end + 2].start:
                break
            end += 2
        return annotation.tokens[token.i : end + 1]


@cache
def people_words(code: str) -> PeopleWords:
    """The words of a language, as sets."""
    casualties = load(code).casualties
    people = casualties.people
    return PeopleWords(
        people=frozenset(people.nouns),
        endings=people.endings,
        things=frozenset(people.things),
        collectives=frozenset(people.collectives),
        plural_endings=people.plural_endings,
        rest=frozenset((*people.rest, *people.remainder)),
        loose=frozenset((*people.rest, *people.remainder, *people.loose)),
        remains=frozenset(people.remains),
        shares=frozenset(people.shares),
        tallies=frozenset(people.tallies),
        generic=frozenset(people.generic),
        nations=frozenset(people.nations),
        plural_pronouns=frozenset(people.plural_pronouns),
        singular_pronouns=frozenset(people.singular_pronouns),
        remainder=frozenset(people.remainder),
        every=frozenset(people.every),
        each=frozenset(people.each),
        known=frozenset(people.known),
        one=frozenset((*casualties.hedges.article, *people.another)),
        another=frozenset(people.another),
    )
