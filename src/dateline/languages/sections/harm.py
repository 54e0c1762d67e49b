"""Words about harm and numbers."""

from typing import Literal

from dateline.languages.sections.base import Section


class LightVerb(Section, frozen=True):
    """A verb that tells of harm only with one of these objects: "lost their lives", "took 12 hostages"."""

    effect: str
    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    sufferer: Literal["subject", "object"]


class Sufferers(Section, frozen=True):
    """Nouns for people, and the words that stand for people named elsewhere."""

    nouns: tuple[str, ...]
    endings: tuple[str, ...]
    things: tuple[str, ...]
    collectives: tuple[str, ...]
    plural_endings: tuple[str, ...]
    rest: tuple[str, ...]
    another: tuple[str, ...]
    remainder: tuple[str, ...]
    every: tuple[str, ...]
    loose: tuple[str, ...]
    remains: tuple[str, ...]
    shares: tuple[str, ...]
    tallies: tuple[str, ...]
    generic: tuple[str, ...]
    nations: tuple[str, ...]
    reflexive: tuple[str, ...]
    plural_pronouns: tuple[str, ...]
    singular_pronouns: tuple[str, ...]
    relative_pronouns: tuple[str, ...]
    singular_verbs: tuple[str, ...]
    each: tuple[str, ...]
    known: tuple[str, ...]
    recalling: tuple[str, ...]
    pointing: tuple[str, ...]
    beside: tuple[str, ...]
    including: tuple[str, ...]


class Doubt(Section, frozen=True):
    """Words that make a harm averted or habitual instead of done; the rest of its standing is `factuality`'s."""

    averted: tuple[str, ...]
    towards: tuple[str, ...]
    judging: tuple[str, ...]
    rates: tuple[str, ...]
    no_rate_after: tuple[str, ...]
    no_rate_before: tuple[str, ...]
    so_far: tuple[str, ...]
    dismissing: tuple[str, ...]
    sport: tuple[str, ...]
    pitch: tuple[str, ...]
    routs: tuple[str, ...]
    scenes: tuple[str, ...]
    expecting: tuple[str, ...]
    pending: tuple[str, ...]
    fiction: tuple[str, ...]
    figurative: tuple[str, ...]
    linking: tuple[str, ...]
    earlier: tuple[str, ...]


class Rolls(Section, frozen=True):
    """Nouns for those who suffered, by effect (empty: that of the count before), and verbs that say who they were."""

    nouns: dict[str, str]
    naming: tuple[str, ...]
    among: tuple[str, ...]


class Tolls(Section, frozen=True):
    """Nouns that stand for a count ("the death toll rose to 35") by effect, and the words before the count."""

    nouns: dict[str, str]
    marks: tuple[str, ...]


class Hedges(Section, frozen=True):
    """Words before or after a number that open or widen its interval."""

    at_least: tuple[str, ...]
    more_than: tuple[str, ...]
    fewer_than: tuple[str, ...]
    up_to: tuple[str, ...]
    nearly: tuple[str, ...]
    about: tuple[str, ...]
    more_after: tuple[str, ...]
    about_after: tuple[str, ...]
    less_after: tuple[str, ...]
    between: tuple[str, ...]
    link: tuple[str, ...]
    to: tuple[str, ...]
    alternatives: tuple[str, ...]
    adding: tuple[str, ...]
    share: tuple[str, ...]
    origin: tuple[str, ...]
    half: tuple[str, ...]
    article: tuple[str, ...]


class Uncounted(Section, frozen=True):
    """Words beside a figure that show it counts nothing: dates, hours, labels, fractions."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    fractions: tuple[str, ...]


class Casualties(Section, frozen=True):
    """`casualties.toml`: harm words by effect, number words, vague numbers."""

    verbs: dict[str, tuple[str, ...]]
    fates: dict[str, tuple[str, ...]]
    states: dict[str, tuple[str, ...]]
    modifiers: dict[str, tuple[str, ...]]
    deeds: dict[str, tuple[str, ...]]
    counted: dict[str, tuple[str, ...]]
    spared: dict[str, tuple[str, ...]]
    light: tuple[LightVerb, ...]
    people: Sufferers
    doubt: Doubt
    tolls: Tolls
    rolls: Rolls
    causes: dict[str, tuple[str, ...]]
    """Effect to the types of event that can have it."""
    weak_causes: tuple[str, ...]
    """Types that only name the harm; an event that brought it about is better."""
    numerals: dict[str, int]
    multipliers: dict[str, int]
    suffixes: dict[str, int]
    correlatives: dict[str, str]
    vague: dict[str, tuple[int, int]]
    hedges: Hedges
    uncounted: Uncounted


class Ages(Section, frozen=True):
    """The words of an age: "23-year-old", "aged 23"."""

    old: tuple[str, ...]
    years: tuple[str, ...]
    before: tuple[str, ...]


class Quantities(Section, frozen=True):
    """`quantities.toml`: units, currencies, verbs of rise and fall."""

    currencies: dict[str, str]
    vague_currencies: tuple[str, ...]
    units: dict[str, str]
    ages: Ages
    magnitudes: tuple[str, ...]
    minus: tuple[str, ...]
    things: dict[str, tuple[str, ...]]
    """Unit to the nouns that are counted in it."""
    rise: tuple[str, ...]
    fall: tuple[str, ...]
    changes: tuple[str, ...]
    """Those of the two that are nouns too."""
    raising: tuple[str, ...]
    steady: tuple[str, ...]
    holding: tuple[str, ...]
    seating: tuple[str, ...]
    rooms: tuple[str, ...]
    nations: tuple[str, ...]
    classes: tuple[str, ...]
    of: tuple[str, ...]
    worth: tuple[str, ...]
    measures: tuple[str, ...]
    crowds: tuple[str, ...]
