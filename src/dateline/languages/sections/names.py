"""Words about names: nouns of bodies and places, small words inside names, given names."""

from dateline.languages.sections.base import Section


class Names(Section, frozen=True):
    """`names.toml`: the nouns and small words that make a name an organisation's or a place's."""

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


class GivenNames(Section, frozen=True):
    """`given_names.toml`: given names of people, in small letters and without accents, by who bears them."""

    male: tuple[str, ...]
    female: tuple[str, ...]
    either: tuple[str, ...]
    """Borne by men and by women, be it in different countries."""
