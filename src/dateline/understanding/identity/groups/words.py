"""The words that groups of a language are told by, prepared once."""

from functools import cache

from dateline.languages import load
from dateline.languages.titles import NO_SECTOR

CIVILIANS = "CVL"
"""The sector of peoples."""


class GroupWords:
    """The groups of a language, by the lemmas that they end with."""

    def __init__(self, code: str) -> None:
        words = load(code).groups
        self.sectors = {tuple(g.split()): sector for sector, groups in words.groups.items() for g in groups}
        plain = {tuple(g.split()): sector for sector, lemmas in words.plain.items() for g in lemmas}
        self.plain: dict[tuple[str, ...], str | None] = {(people,): CIVILIANS for people in words.peoples}
        self.plain |= {lemmas: None if sector == NO_SECTOR else sector for lemmas, sector in plain.items()}
        """What only several of are a group."""
        self.heads = {lemmas[-1] for lemmas in (*self.sectors, *self.plain)}
        self.modifiers = frozenset(words.own_modifiers)
        self.wide = frozenset(words.wide)
        self.wide_plurals = frozenset(words.wide_plurals)
        self.bodies = frozenset(
            (*words.wide, *words.body_nouns, *words.collectives, *load(code).names.organisation_nouns)
        )
        """Nouns of one body, which is several people."""
        self.mass = frozenset(words.mass)
        self.peoples = frozenset(words.peoples)
        self.needs_land = frozenset(words.needs_land)
        self.needs_kind = frozenset(words.needs_kind)
        self.local = frozenset(words.local)
        self.siding = frozenset(words.siding)
        self.parts = frozenset(words.parts)
        self.kin = frozenset(words.kin)
        self.terms = frozenset(words.terms)
        self.owned_terms = frozenset(words.owned_terms)
        self.doubtful = frozenset(words.doubtful_mass)
        self.adjectives = frozenset(words.nominal_adjectives)
        self.abroad = frozenset(words.abroad)
        self.standing = frozenset(words.standing)
        self.newcomers = frozenset(words.newcomers)
        self.neutral = frozenset(words.neutral)
        self.measures = frozenset(words.measures)
        self.never = frozenset(words.never)
        self.same_people = {lemma: i for i, lemmas in enumerate(words.same_people) for lemma in lemmas}
        self.longest = max(map(len, self.sectors))


@cache
def group_words(code: str) -> GroupWords:
    """The group words of a language, prepared once."""
    return GroupWords(code)
