"""Words about where things are: distances, directions, how names of places are used."""

from typing import Literal

from dateline.languages.sections.base import Section


class Geography(Section, frozen=True):
    """`geography.toml`: what words beside a place's name say of it. What each list is for stands in the file."""

    distance_leads: tuple[str, ...]
    distance_adverbs: tuple[str, ...]
    """Words between a distance and its direction or preposition ("25 km away from", "25 km due north of")."""
    lying: tuple[str, ...]
    """Words that tie a place to the distance that tells where it lies."""
    motion: tuple[str, ...]
    """Verbs behind which a distance is a way that somebody went."""
    works: tuple[str, ...]
    doer_endings: tuple[str, ...]
    """On what many nouns of people end, and some of things: "runner", "sailor"."""
    people_endings: tuple[str, ...]
    """On what nouns end that are all of people: "pianist"."""
    metonymy: dict[
        Literal["subjects", "states", "objects", "prepositions", "nouns", "adjectives", "possessions"], tuple[str, ...]
    ]
    distance_units: dict[str, tuple[str, ...]]
    bearings: dict[str, tuple[str, ...]]
    place_kinds: dict[Literal["admin1", "admin2", "city", "feature"], tuple[str, ...]]
    division_plurals: dict[str, str]
    relations: dict[Literal["in", "near", "between", "from", "to"], tuple[str, ...]]
    """How a place lies to what is told of it, by preposition."""
