"""Words about names: titles, nouns of bodies and places, given names, groups without a name, careers."""

from typing import Literal

from dateline.languages.sections.base import Section


class Names(Section, frozen=True):
    """`names.toml`: titles, honorifics and the nouns that make a name an organisation's or a place's."""

    former: tuple[str, ...]
    future: tuple[str, ...]
    acting: tuple[str, ...]
    honorifics: tuple[str, ...]
    male: tuple[str, ...]
    female: tuple[str, ...]
    title_modifiers: tuple[str, ...]
    ranks: tuple[str, ...]
    organisation_nouns: tuple[str, ...]
    geographic_nouns: tuple[str, ...]
    head_geographic_nouns: tuple[str, ...]
    halls: tuple[str, ...]
    """Buildings of towns, which bear the name of theirs ("Lund City Hall")."""
    school_nouns: tuple[str, ...]
    saints: tuple[str, ...]
    """What stands before the name of a saint ("St. Brek's Hospital")."""
    memorial_nouns: tuple[str, ...]
    """What is named after people, beside schools."""
    way_nouns: tuple[str, ...]
    state_ways: tuple[str, ...]
    """Ways that a whole state keeps or watches ("Texas Highway Patrol")."""
    naming_nouns: tuple[str, ...]
    """Nouns that begin the name of a place and are a part of it ("Fort Brek")."""
    borrowed_names: tuple[str, ...]
    """Lands whose names firms and clubs bear wherever they are."""
    given_places: tuple[str, ...]
    """Given names that are places' too."""
    people_prefixes: tuple[str, ...]
    """What a hyphen joins to the name of a people or a land ("Anglo-Norwegian")."""
    particles: tuple[str, ...]
    field_links: tuple[str, ...]
    organisation_links: tuple[str, ...]
    alias_words: tuple[str, ...]
    alias_phrases: tuple[str, ...]
    never_names: tuple[str, ...]
    never_places: tuple[str, ...]
    """Names of places that are oftener ordinary words in copy written in capitals."""
    determiners: tuple[str, ...]
    indefinite: tuple[str, ...]
    clitics: tuple[str, ...]
    """What hangs on a word behind an apostrophe."""
    prefixes: tuple[str, ...]
    """What makes a new word of an ordinary one ("antidrug")."""
    outside_names: tuple[str, ...]
    """Words before a name of a body that are no part of it."""
    capitalised_bodies: tuple[str, ...]
    """Nouns that newspapers capitalise, with the name or the `body_adjectives` before them."""
    body_adjectives: tuple[str, ...]
    doubtful_places: tuple[str, ...]
    namesakes: tuple[str, ...]
    illness_nouns: tuple[str, ...]
    """What there is of a disease ("West Nile cases")."""
    namesake_things: tuple[str, ...]
    """Things named after a place, with its name ("guinea pig")."""
    dwellers: tuple[str, ...]
    place_prepositions: tuple[str, ...]
    kin: tuple[str, ...]
    titles: dict[str, tuple[str, ...]]
    """PLOVER sector to titles; the last word of a title is its head."""


class GivenNames(Section, frozen=True):
    """`given_names.toml`: given names of people, in small letters and without accents, by who bears them."""

    male: tuple[str, ...]
    female: tuple[str, ...]
    either: tuple[str, ...]
    """Borne by men and by women, be it in different countries."""


class Groups(Section, frozen=True):
    """`groups.toml`: groups without a name ("the rebels"), institutions, and their PLOVER sectors."""

    own_modifiers: tuple[str, ...]
    wide: tuple[str, ...]
    mass: tuple[str, ...]
    plural_mass: tuple[str, ...]
    plural_pronouns: tuple[str, ...]
    singular_pronouns: tuple[str, ...]
    """Pronouns that mean bodies and things."""
    place_nouns: dict[Literal["city", "country", "admin1"], tuple[str, ...]]
    """Kind of place to the nouns that take one up ("the city")."""
    groups: dict[str, tuple[str, ...]]
    """PLOVER sector to lemmas; the last word is the head."""


class Roles(Section, frozen=True):
    """`roles.toml`: verbs by which people come into a post, hold it and lose it; where groups and posts are led."""

    appoint: tuple[str, ...]
    dismiss: tuple[str, ...]
    lead: dict[str, tuple[str, ...]]
    """Title to the verbs that give it ("headed by" makes a head)."""
    be: tuple[str, ...]
    rank_words: tuple[str, ...]
    post_words: tuple[str, ...]
    post_links: tuple[str, ...]
    lower_grades: tuple[str, ...]
    """Words that make a post a lesser one ("deputy minister" is no minister)."""
    reflexives: tuple[str, ...]
    """Pronouns that mean the subject of their own verb."""
    pronouns: dict[Literal["male", "female"], tuple[str, ...]]
