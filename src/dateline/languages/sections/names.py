"""Words about names: nouns of bodies and places, small words inside names, given names."""

from dateline.languages.sections.base import Section


class Names(Section, frozen=True):
    """`names.toml`: the nouns and small words that make a name an organisation's or a place's."""

    organisation_nouns: tuple[str, ...]
    body_heads: tuple[str, ...]
    """Nouns of other languages that begin a body's name ("Banco", "Jaish")."""
    glued_articles: tuple[str, ...]
    """What a hyphen ties to a name before it ("al-")."""
    topical_nouns: tuple[str, ...]
    """Nouns of bodies before "on" and what they deal with ("Committee on Water")."""
    team_verbs: tuple[str, ...]
    """What players do for or with a team ("played for Orla")."""
    coaching_verbs: tuple[str, ...]
    site_endings: tuple[str, ...]
    """Words that are a place's at the end of its name only ("Brek Station")."""
    numbered_ways: tuple[str, ...]
    """Roads that go by a number ("Highway 12")."""
    rulers: tuple[str, ...]
    """Titles of those who bear a number ("King Manfred I")."""
    body_endings: tuple[str, ...]
    """Words that are a body's only at the end of a name ("Orla Weekly")."""
    thing_nouns: tuple[str, ...]
    """They end the name of what is neither a body nor a place ("Brek Prize")."""
    thing_heads: tuple[str, ...]
    """They begin such a name ("Operation Brek")."""
    unit_nouns: tuple[str, ...]
    """Nouns of bodies that an army numbers ("4th Rifle Regiment")."""
    geographic_nouns: tuple[str, ...]
    head_geographic_nouns: tuple[str, ...]
    body_kinds: tuple[str, ...]
    """Lemmas of nouns that tell that a name beside them is a body's ("the band Orla")."""
    thing_kinds: tuple[str, ...]
    """Lemmas of nouns that tell that a name is no person's, body's or place's ("the song Orla")."""
    place_kinds: tuple[str, ...]
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
    joints: tuple[str, ...]
    """Small words that hyphens tie to both halves of a place's name ("Stoke-on-Trent")."""
    organisation_links: tuple[str, ...]
    alias_words: tuple[str, ...]
    alias_phrases: tuple[str, ...]
    """Before another name of somebody; a star stands for one to four words ("known to * as")."""
    real_name_phrases: tuple[str, ...]
    birth_name_phrases: tuple[str, ...]
    earlier_name_words: tuple[str, ...]
    """Before the name that a body bore earlier."""
    alias_openers: tuple[str, ...]
    """What may stand between such words and the name ("goes by the name of")."""
    family_nouns: tuple[str, ...]
    """Behind a surname: all who bear it ("the Lund family")."""
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
