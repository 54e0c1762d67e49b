"""Words that tell of people: titles, ranks, honorifics, careers."""

from typing import Literal

from dateline.languages.sections.base import Section


class Titles(Section, frozen=True):
    """`titles.toml`: titles and ranks, what stands before and behind them, and the gender that words tell."""

    former: tuple[str, ...]
    future: tuple[str, ...]
    acting: tuple[str, ...]
    honorifics: tuple[str, ...]
    male: tuple[str, ...]
    female: tuple[str, ...]
    title_modifiers: tuple[str, ...]
    ranks: tuple[str, ...]
    field_links: tuple[str, ...]
    """Between a post or a body and its field: "Minister of Trade"."""
    kin: tuple[str, ...]
    by_sector: dict[str, tuple[str, ...]]
    """PLOVER sector to titles; the last word of a title is its head."""


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
