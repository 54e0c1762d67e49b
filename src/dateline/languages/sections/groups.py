"""Words for groups without a name."""

from typing import Literal

from dateline.languages.sections.base import Section


class Groups(Section, frozen=True):
    """`groups.toml`: groups without a name ("the rebels"), institutions, and their PLOVER sectors."""

    own_modifiers: tuple[str, ...]
    wide: tuple[str, ...]
    mass: tuple[str, ...]
    plain: dict[str, tuple[str, ...]]
    """PLOVER sector ("NONE" for none) to lemmas of people, of whom several are a group and one is a person."""
    peoples: tuple[str, ...]
    """Peoples and faiths, in the singular."""
    measures: tuple[str, ...]
    """What measures a group before "of" ("dozens of students")."""
    hedges: tuple[str, ...]
    """What may stand before a number ("up to 400 soldiers")."""
    neutral: tuple[str, ...]
    """Modifiers that do not tell one group from another."""
    newcomers: tuple[str, ...]
    """Words by which a group is another one than those told of before ("other soldiers")."""
    standing: tuple[str, ...]
    """Lemmas of the same actor throughout a story, with an article or without ("police said")."""
    needs_land: tuple[str, ...]
    """Lemmas that name a group only with the word for its kind or with its country ("Norwegian forces")."""
    needs_kind: tuple[str, ...]
    """Lemmas that name a group only with the word that says of which kind ("ruling party")."""
    local: tuple[str, ...]
    """Lemmas of institutions that the name of their town tells from others ("a Lund court")."""
    siding: tuple[str, ...]
    """Words behind a noun that tell whose side they are on ("forces loyal to X")."""
    parts: tuple[str, ...]
    """Lemmas that stand for the named body that they belong to ("members of the Brek Front")."""
    kin: tuple[str, ...]
    """Lemmas of whom one is only somebody's and no group ("her mother")."""
    terms: tuple[str, ...]
    """Lemmas that behind "a" or "any" are a time in office and no body ("a Brek administration")."""
    owned_terms: tuple[str, ...]
    """Those of them that are one with an owner too ("her presidency")."""
    collectives: tuple[str, ...]
    """Singular nouns of several people, beside those of bodies."""
    doubtful_mass: tuple[str, ...]
    """Mass nouns that are oftener something else, unless they do something ("customs seized the ship")."""
    nominal_adjectives: tuple[str, ...]
    """Adjectives that stand for people behind "the" or a number ("the wounded")."""
    abroad: tuple[str, ...]
    """Modifiers of groups that come from another country than the story's ("foreign troops")."""
    restating: tuple[str, ...]
    """Nouns that say behind a name what bears it ("the Brek group")."""
    wide_plurals: tuple[str, ...]
    """Lemmas whose plural names a group only with a word or a number that says more."""
    never: tuple[str, ...]
    """Phrases that end like a group and are none ("social media")."""
    same_people: tuple[tuple[str, ...], ...]
    """Lemmas that a story uses for the same people."""
    body_nouns: tuple[str, ...]
    """Nouns of bodies, beside those that stand in names ("airline")."""
    legal_forms: tuple[str, ...]
    """Forms of firms, which a name may go without ("Brek Inc")."""
    droppable: tuple[str, ...]
    """Nouns that say what a body is and that its name may go without."""
    turned: tuple[str, ...]
    """Nouns of bodies that are named in two orders ("Ministry of Health", "Health Ministry")."""
    body_tails: tuple[str, ...]
    """Words that open the part of a body's name that may be left out ("Foundation for the Arts")."""
    plural_mass: tuple[str, ...]
    plural_pronouns: tuple[str, ...]
    singular_pronouns: tuple[str, ...]
    """Pronouns that mean bodies and things."""
    place_nouns: dict[Literal["city", "country", "admin1"], tuple[str, ...]]
    """Kind of place to the nouns that take one up ("the city")."""
    groups: dict[str, tuple[str, ...]]
    """PLOVER sector to lemmas; the last word is the head."""
