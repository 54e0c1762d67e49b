"""Words about saying."""

from typing import Literal

from dateline.languages.sections.base import Section

Stance = Literal["says", "denies", "confirms", "accuses", "promises", "warns", "demands", "asks", "believes"]


class Statements(Section, frozen=True):
    """`statements.toml`: verbs and nouns of saying, by stance."""

    elisions: tuple[str, ...]
    according: tuple[str, ...]
    according_things: tuple[str, ...]
    hypothetical: tuple[str, ...]
    future: tuple[str, ...]
    addressed: tuple[str, ...]
    towards: tuple[str, ...]
    places: tuple[str, ...]
    voices: tuple[str, ...]
    never_sources: tuple[str, ...]
    headline_sources: tuple[str, ...]
    headline_cues: tuple[str, ...]
    infinitive: tuple[str, ...]
    object: tuple[str, ...]
    naming: tuple[str, ...]
    naming_links: tuple[str, ...]
    preposition: dict[str, tuple[str, ...]]
    """Lemma to the prepositions that introduce what is said."""
    noun_links: tuple[str, ...]
    """Prepositions between a noun of saying and its source."""
    noun_clauses: tuple[str, ...]
    """Words that open what a noun of saying says."""
    nouns: dict[Stance, tuple[str, ...]]
    errands: tuple[str, ...]
    """Verbs with a preposition that say something only when somebody is asked to do something."""
    phrase_stances: dict[Stance, tuple[str, ...]]
    """Stance to verbs with a preposition, where it is not the verb's own."""
    stances: dict[Stance, tuple[str, ...]]
    """Stance (see `dateline.values.Statement`) to the lemmas of its verbs."""
