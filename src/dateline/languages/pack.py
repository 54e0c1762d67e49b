"""A language pack: lists of words, each file of a language's folder decoded into its own frozen section."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec
from msgspec import Struct

from dateline.errors import UnknownLanguage


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a pack. A word that the struct does not know is an error, so a typing slip cannot hide."""


class Language(Section, frozen=True):
    """`language.toml`: what the language is called, and the parser that reads it."""

    code: str
    name: str
    pipeline: str


class Furniture(Section, frozen=True):
    """`furniture.toml`: the words by which a page's furniture is told from its story."""

    agencies: tuple[str, ...]
    picture_agencies: tuple[str, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    undated: tuple[str, ...]
    place_particles: tuple[str, ...]
    places_with_article: tuple[str, ...]
    not_places: tuple[str, ...]
    also_in_places: tuple[str, ...]
    in_dated_places: tuple[str, ...]
    section_words: tuple[str, ...]
    byline_openers: tuple[str, ...]
    byline_words: tuple[str, ...]
    credit_labels: tuple[str, ...]
    credit_openers: tuple[str, ...]
    caption_openers: tuple[str, ...]
    note_openers: tuple[str, ...]
    note_labels: tuple[str, ...]
    stamp_labels: tuple[str, ...]
    note_phrases: tuple[str, ...]
    furniture_lines: tuple[str, ...]
    furniture_openers: tuple[str, ...]
    share_words: tuple[str, ...]
    box_openers: tuple[str, ...]
    rights: tuple[str, ...]
    signoffs: tuple[str, ...]
    anaphors: tuple[str, ...]
    headline_small_words: tuple[str, ...]
    wall_phrases: tuple[str, ...]


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
    particles: tuple[str, ...]
    field_links: tuple[str, ...]
    organisation_links: tuple[str, ...]
    alias_words: tuple[str, ...]
    alias_phrases: tuple[str, ...]
    never_names: tuple[str, ...]
    place_prepositions: tuple[str, ...]
    kin: tuple[str, ...]
    relations: dict[Literal["in", "near", "between", "from", "to"], tuple[str, ...]]
    """How a place lies to what is told of it, by preposition."""
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
    lower_grades: tuple[str, ...]
    """Words that make a post a lesser one ("deputy minister" is no minister)."""
    pronouns: dict[Literal["male", "female"], tuple[str, ...]]


class Moments(Section, frozen=True):
    """`moments.toml`: months, weekdays, units, parts of day, relative words. What each is for stands in the file."""

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    doubtful_months: tuple[str, ...]
    month_leads: tuple[str, ...]
    number_words: dict[str, int]
    vague_numbers: tuple[str, ...]
    ordinals: tuple[tuple[str, ...], ...]
    decade_words: dict[str, int]
    not_durations: tuple[str, ...]
    duration_leads: tuple[str, ...]
    year_leads: tuple[str, ...]
    year_words: tuple[str, ...]
    determiners: tuple[str, ...]
    clock_leads: tuple[str, ...]
    clock_zones: tuple[str, ...]
    universal_zones: tuple[str, ...]
    before_noon: tuple[str, ...]
    after_noon: tuple[str, ...]
    last: tuple[str, ...]
    this: tuple[str, ...]
    next: tuple[str, ...]
    stretch_words: tuple[str, ...]
    reference_words: tuple[str, ...]
    ago: tuple[str, ...]
    ahead: tuple[str, ...]
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    every: tuple[str, ...]
    weekend: tuple[str, ...]
    past_stretch: tuple[str, ...]
    next_stretch: tuple[str, ...]
    range_openers: tuple[str, ...]
    range_joints: tuple[str, ...]
    ahead_leads: tuple[str, ...]
    range_dashes: tuple[str, ...]
    present: tuple[str, ...]
    past: tuple[str, ...]
    future: tuple[str, ...]
    units: dict[str, tuple[str, ...]]
    deictics: dict[str, int]
    deictic_parts: dict[str, str]
    parts: dict[str, tuple[str, ...]]
    clock_words: dict[str, int]
    seasons: dict[str, tuple[str, ...]]
    frequencies: dict[str, tuple[str, ...]]
    date_mods: dict[str, tuple[str, ...]]
    duration_mods: dict[str, tuple[str, ...]]
    tenses: dict[str, tuple[str, ...]]


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


Need = Literal[
    "actor", "recipient", "person", "party", "place", "scene", "weapon", "armed", "peaceful", "bare", "plain", "post"
]


class Trigger(Section, frozen=True):
    """Words that tell of one kind of event, and what must or must not stand with them."""

    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    verbs: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    owner: Literal["actor", "recipient"] = "actor"
    of: Literal["actor", "recipient"] = "recipient"
    reverse: bool = False
    unless: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()


class Unreal(Section, frozen=True):
    """Words that make an event denied, prevented, planned, requested, alleged, doubtful or habitual."""

    deny: tuple[str, ...]
    prevent: tuple[str, ...]
    plan: tuple[str, ...]
    plan_nouns: tuple[str, ...]
    request: tuple[str, ...]
    request_nouns: tuple[str, ...]
    accuse: tuple[str, ...]
    accuse_by: tuple[str, ...]
    accuse_nouns: tuple[str, ...]
    doubt: tuple[str, ...]
    doubt_nouns: tuple[str, ...]
    doubt_adverbs: tuple[str, ...]
    conditions: tuple[str, ...]
    wills: tuple[str, ...]
    mays: tuple[str, ...]
    shoulds: tuple[str, ...]
    would: tuple[str, ...]
    own_side: tuple[str, ...]
    generic: tuple[str, ...]
    without: tuple[str, ...]
    contents: tuple[str, ...]


class GistWords(Section, frozen=True):
    """What opens a cause and what a manner in a lead."""

    causes: tuple[str, ...]
    sites: tuple[str, ...]
    manners: tuple[str, ...]


class Events(Section, frozen=True):
    """`events.toml`: triggers of events, verbs that carry nouns, PLOVER's scores, instruments, contexts."""

    light: tuple[str, ...]
    undergoing: tuple[str, ...]
    happening: tuple[str, ...]
    parts: tuple[str, ...]
    by: tuple[str, ...]
    of: tuple[str, ...]
    amounts: tuple[str, ...]
    topics: tuple[str, ...]
    with_whom: tuple[str, ...]
    engaged: tuple[str, ...]
    as_post: tuple[str, ...]
    against: tuple[str, ...]
    between: tuple[str, ...]
    relatives: tuple[str, ...]
    object_control: tuple[str, ...]
    harm: tuple[str, ...]
    dying: tuple[str, ...]
    harm_ties: tuple[str, ...]
    results: tuple[str, ...]
    violent: tuple[str, ...]
    places_by: tuple[str, ...]
    place_nouns: tuple[str, ...]
    staying: tuple[str, ...]
    counting: tuple[str, ...]
    unreal: Unreal
    promised: dict[str, tuple[str, str]]
    asked: dict[str, str]
    threatened: dict[str, str]
    scores: dict[str, float]
    gist: GistWords
    instruments: dict[str, tuple[str, ...]]
    contexts: dict[str, tuple[str, ...]]
    triggers: tuple[Trigger, ...]


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
    collectives: tuple[str, ...]
    plural_endings: tuple[str, ...]
    rest: tuple[str, ...]
    loose: tuple[str, ...]
    remains: tuple[str, ...]
    shares: tuple[str, ...]
    tallies: tuple[str, ...]
    plural_pronouns: tuple[str, ...]
    singular_pronouns: tuple[str, ...]
    relative_pronouns: tuple[str, ...]
    including: tuple[str, ...]


class Doubt(Section, frozen=True):
    """Words that make a harm possible, conditional, denied or habitual instead of done."""

    may: tuple[str, ...]
    unreal: tuple[str, ...]
    feared: tuple[str, ...]
    conditions: tuple[str, ...]
    negations: tuple[str, ...]
    realised: tuple[str, ...]
    averted: tuple[str, ...]
    almost: tuple[str, ...]
    towards: tuple[str, ...]
    judging: tuple[str, ...]
    rates: tuple[str, ...]
    so_far: tuple[str, ...]


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
    between: tuple[str, ...]
    link: tuple[str, ...]
    to: tuple[str, ...]
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
    light: tuple[LightVerb, ...]
    people: Sufferers
    doubt: Doubt
    tolls: Tolls
    causes: dict[str, tuple[str, ...]]
    """Effect to the types of event that can have it."""
    weak_causes: tuple[str, ...]
    """Types that only name the harm; an event that brought it about is better."""
    numerals: dict[str, int]
    multipliers: dict[str, int]
    suffixes: dict[str, int]
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
    things: dict[str, tuple[str, ...]]
    """Unit to the nouns that are counted in it."""
    rise: tuple[str, ...]
    fall: tuple[str, ...]
    of: tuple[str, ...]
    worth: tuple[str, ...]
    measures: tuple[str, ...]
    crowds: tuple[str, ...]


class LegalVerb(Section, frozen=True):
    """Verbs of the law, the stage they tell, and the words that open the offences and the sentence."""

    verbs: tuple[str, ...]
    stage: str
    openers: tuple[str, ...]
    official: bool = False
    bare: bool = False
    sentence: tuple[str, ...] = ()


class Guilt(Section, frozen=True):
    """ "found guilty of", "pleaded guilty to"."""

    words: tuple[str, ...]
    find: tuple[str, ...]
    plead: tuple[str, ...]
    openers: tuple[str, ...]


class Cases(Section, frozen=True):
    """Nouns for a case by stage, and the words around them."""

    investigated: tuple[str, ...]
    charged: tuple[str, ...]
    tried: tuple[str, ...]
    marks: tuple[str, ...]
    legal: tuple[str, ...]
    opening: tuple[str, ...]
    facing: tuple[str, ...]
    dropping: tuple[str, ...]
    openers: tuple[str, ...]
    charging: tuple[str, ...]
    similar: tuple[str, ...]
    on_trial: tuple[str, ...]


class Law(Section, frozen=True):
    """Who may accuse before the law, and who judges."""

    officials: tuple[str, ...]
    courts: tuple[str, ...]


class Sentences(Section, frozen=True):
    """Words of a sentence ("five years in prison"), what may go on behind "in", and what ends it."""

    words: tuple[str, ...]
    continues: tuple[str, ...]
    ends: tuple[str, ...]


class OffenceLists(Section, frozen=True):
    """How a list of offences is cut: words dropped before one, words that end the list, words between two."""

    leads: tuple[str, ...]
    ends: tuple[str, ...]
    doubtful: tuple[str, ...]
    carriers: tuple[str, ...]
    separators: tuple[str, ...]
    offences: tuple[str, ...]


class Charges(Section, frozen=True):
    """`charges.toml`: offences, stages of a case, courts."""

    verbs: tuple[LegalVerb, ...]
    guilty: Guilt
    cases: Cases
    law: Law
    sentences: Sentences
    reading: OffenceLists


class Publications(Section, frozen=True):
    """`publications.toml`: words of a desk's note that tell what became of the story."""

    statuses: dict[Literal["killed", "embargoed", "corrected", "updated"], tuple[str, ...]]


class LanguagePack(Struct, frozen=True):
    """All the words of one language."""

    language: Language
    furniture: Furniture
    names: Names
    given_names: GivenNames
    groups: Groups
    roles: Roles
    moments: Moments
    statements: Statements
    events: Events
    casualties: Casualties
    quantities: Quantities
    charges: Charges
    publications: Publications


def _folder() -> Traversable:
    return files("dateline") / "languages"


def available() -> list[str]:
    """The codes (ISO 639-1) of the languages that have a pack."""
    return sorted(entry.name for entry in _folder().iterdir() if (entry / "language.toml").is_file())


@cache
def load(code: str) -> LanguagePack:
    """The pack of a language. Raises UnknownLanguage when there is none."""
    folder = _folder() / code
    if code not in available():
        raise UnknownLanguage(f"no pack for {code!r}; add languages/{code}/ (there are: {', '.join(available())})")
    sections = {}
    for name in LanguagePack.__struct_fields__:
        raw = (folder / f"{name}.toml").read_bytes()
        kind = LanguagePack.__annotations__[name]
        try:
            sections[name] = msgspec.toml.decode(raw, type=kind)
        except msgspec.MsgspecError as error:
            raise UnknownLanguage(f"languages/{code}/{name}.toml: {error}") from error
    return LanguagePack(**sections)
