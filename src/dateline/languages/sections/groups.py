"""Words for groups without a name."""

from typing import Literal

from dateline.languages.sections.base import Section


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
