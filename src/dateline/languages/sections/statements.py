"""Words about saying."""

from typing import Literal

from dateline.languages.sections.base import Section

Stance = Literal["says", "denies", "confirms", "accuses", "promises", "warns", "demands", "asks", "believes"]


class Statements(Section, frozen=True):
    """`statements.toml`: verbs and nouns of saying, by stance."""

    elisions: tuple[str, ...]
    according: tuple[str, ...]
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
    stances: dict[Stance, tuple[str, ...]]
    """Stance (see `dateline.values.Statement`) to the lemmas of its verbs."""
