"""What a fact can be about: one frozen value for every kind of the contract "dateline/1"."""

from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, Struct


class Span(NamedTuple):
    """`[start, end)` in code points of the article's text."""

    start: int
    end: int


Ref = Annotated[str, Meta(description="id of a fact in the same record", extra={"reference": True})]
"""A field of this type holds a fact's id; `Record.add` refuses it when the record has no such fact."""

Form = Literal["name", "nominal", "pronoun"]
PlaceUse = Literal["literal", "metonym", "modifier"]
Precision = Literal[
    "second", "minute", "hour", "part", "day", "week", "month", "season", "quarter", "year", "decade", "century"
]
CodeRule = Literal[
    "nationality", "place", "name table", "words", "title", "former", "apposition", "organisation", "byline", "story"
]
PlacePrecision = Literal["exact", "near", "admin2", "admin1", "country", "region", "unresolved"]


class Value(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The root of all values. Nothing derives from its children."""


class Mention(Value, frozen=True, kw_only=True):
    """Words that refer to a person, an organisation or a place, and the rule that linked them."""

    start: int
    end: int
    form: Form = "name"
    rule: str = "name"
    """What linked these words to the fact: "name", "surname", "alias", "acronym", "same words" and so on."""
    role: PlaceUse | None = None
    """For places: how the name is used."""


class Dateline(Value, frozen=True, kw_only=True):
    """Where, when and by which agency a story says it was written."""

    place: Ref | None = None
    """Id of a place."""
    date: Ref | None = None
    """Id of a moment."""
    agency: str | None = None
    """The agency's name, as written."""
    raw: str
    """The words of the dateline."""


class Publication(Value, frozen=True, kw_only=True):
    """How the story was published."""

    published: Ref | None = None
    """Id of a moment."""
    updated: Ref | None = None
    """Id of a moment."""
    agency: str | None = None
    outlet: str | None = None
    bylines: tuple[str, ...] = ()
    """Names, as written."""
    section: str | None = None
    headline: str | None = None
    deck: str | None = None
    """The line under the headline."""
    url: str | None = None
    tags: tuple[str, ...] = ()
    status: Literal["usable", "embargoed", "updated", "corrected", "killed"] = "usable"
    images: tuple[Span, ...] = ()
    """Spans of the captions."""


class Credit(Value, frozen=True, kw_only=True):
    """Who made a picture or a text. `block` is the span of the credit line."""

    person: Ref | None = None
    """Id of a person."""
    agency: str | None = None
    """The agency's words."""
    block: Span


class Code(Value, frozen=True, kw_only=True):
    """A country or sector code of a person or body, the words that tell it, and what it follows from (`rule`)."""

    code: str
    """ISO 3166-1 alpha-3 or PLOVER's supranational code; one PLOVER sector."""
    kind: Literal["country", "sector"]
    start: int
    end: int
    rule: CodeRule


class Person(Value, frozen=True, kw_only=True):
    """One human being, with every mention. `country` is ISO 3166-1 alpha-3, `sector` PLOVER codes side by side."""

    name: str
    aliases: tuple[str, ...] = ()
    """Other names the story gives ("dubbed the Fox")."""
    country: str | None = None
    """ISO 3166-1 alpha-3 (KOS for Kosovo), or PLOVER's IGO, UNO, EUR, NGO, IMG for who belongs to no country."""
    sector: str | None = None
    """PLOVER sector codes side by side: "GOV", "GOVJUD"."""
    codes: tuple[Code, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Organisation(Value, frozen=True, kw_only=True):
    """A body with a name, or a group without one ("the rebels"). Codes as in `Person`."""

    name: str
    """Its name, or what a group without one is called ("police officers")."""
    aliases: tuple[str, ...] = ()
    """Acronyms and other names."""
    country: str | None = None
    """ISO 3166-1 alpha-3 (KOS for Kosovo), or PLOVER's IGO, UNO, EUR, NGO, IMG for what belongs to no one country."""
    sector: str | None = None
    """PLOVER sector codes side by side."""
    codes: tuple[Code, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Place(Value, frozen=True, kw_only=True):
    """A place on the map. `lat` and `lon` are degrees (WGS 84), `geonames` the GeoNames id, `feature` its code."""

    name: str
    geonames: int | None = None
    """GeoNames id."""
    lat: float | None = None
    """Degrees north."""
    lon: float | None = None
    """Degrees east."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    admin1: str | None = None
    """First-level division: GeoNames' code."""
    feature: str | None = None
    """GeoNames feature code: PCLI, ADM1, PPLC, PPL and so on."""
    precision: PlacePrecision = "unresolved"
    """How exactly the coordinates place it."""
    relation: Literal["in", "near", "between", "from", "to"] | None = None
    """How what is told lies to the place."""
    mentions: tuple[Mention, ...] = ()


class Moment(Value, frozen=True, kw_only=True):
    """A time expression (TIMEX3) and the interval it lies in: ISO 8601, both ends included."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    """TIMEX3 type."""
    timex: str | None = None
    """TIMEX3 value: "2015-09-14", "1997-06", "P2W"."""
    mod: str | None = None
    """TIMEX3 modifier: START, END, APPROX and so on."""
    quant: str | None = None
    freq: str | None = None
    earliest: str | None = None
    """First instant of the interval, ISO 8601."""
    latest: str | None = None
    """Last instant of the interval, ISO 8601."""
    precision: Precision | None = None
    anchor: Ref | None = None
    """Id of the moment that it was resolved against."""


class Role(Value, frozen=True, kw_only=True):
    """A post, rank or relation of a person, and when it was held."""

    person: Ref
    """Id of a person."""
    title: str
    """The post, rank or relation, as written."""
    organisation: Ref | None = None
    """Id of an organisation."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    since: Ref | None = None
    """Id of a moment."""
    until: Ref | None = None
    """Id of a moment."""
    state: Literal["current", "former", "future"] = "current"
    acting: bool = False
    rank: bool = False
    """True for a rank held, which is a role of its own."""
    relative: Ref | None = None
    """Id of a person, for kinship."""


class Statement(Value, frozen=True, kw_only=True):
    """What somebody said, and in which words."""

    speaker: Ref | None = None
    """Id of a person, an organisation or a place that speaks; null where it is nobody known."""
    speaker_span: Span | None = None
    """The words that name the source."""
    cue: Span | None = None
    """The words of saying."""
    content: tuple[Span, ...]
    """The words said; several spans where the writer steps in between."""
    manner: Literal["direct", "indirect", "mixed", "scare"]
    addressee: Ref | None = None
    """Id of a person or organisation."""
    occasion: Span | None = None
    """The words for the occasion: "in an interview", "at a rally in Bergen", "a news conference" that was told."""
    when: Ref | None = None
    """Id of a moment: of the saying, not of what is said."""
    where: Ref | None = None
    """Id of a place: where it was said."""
    stance: Literal["says", "denies", "confirms", "accuses", "promises", "warns", "demands", "asks", "believes"] = (
        "says"
    )
    insertions: tuple[Span, ...] = ()
    """What an editor put into the quoted words: brackets, "(sic)", ellipses."""


class Event(Value, frozen=True, kw_only=True):
    """Who did what to whom: PLOVER (scheme `plover`), or what PLOVER has no name for (`other`)."""

    scheme: Literal["plover", "other"] = "plover"
    type: str
    """One of PLOVER's 16 types; scheme `other`: ACCIDENT, DISASTER, OUTBREAK, DEATH, CRIME, CAREER, GATHERING."""
    modes: tuple[str, ...] = ()
    """PLOVER modes."""
    contexts: tuple[str, ...] = ()
    """PLOVER contexts."""
    cameo: str | None = None
    """CAMEO code, as text."""
    trigger: Span
    """The words that tell of it."""
    actors: tuple[Ref, ...] = ()
    """Ids of those who act."""
    recipients: tuple[Ref, ...] = ()
    """Ids of those acted upon."""
    instruments: tuple[Span, ...] = ()
    when: Ref | None = None
    """Id of a moment."""
    where: tuple[Ref, ...] = ()
    """Ids of places."""
    intensity: float | None = None
    """PLOVER score, -10 to +10."""


class Casualties(Value, frozen=True, kw_only=True):
    """People whom harm befell: `low..high`, null where the report leaves an end open."""

    effect: Literal["killed", "wounded", "missing", "detained", "abducted", "displaced", "freed", "unharmed"]
    low: int | None = None
    """At least so many; null: open."""
    high: int | None = None
    """At most so many; null: open."""
    best: int | None = None
    """The figure that the report gives."""
    group: str | None = None
    """Who was hurt, in full ("others" takes its noun)."""
    victims: tuple[Ref, ...] = ()
    """Ids of people and organisations."""
    event: Ref | None = None
    """Id of an event."""
    when: Ref | None = None
    """Id of a moment: the count's own time."""
    part_of: Ref | None = None
    """Id of the count that this one is part of."""


class Quantity(Value, frozen=True, kw_only=True):
    """A number that matters and counts no casualties. `unit` is an ISO 4217 code, "%", "people", "km" and so on."""

    of: str | None = None
    """What is counted or measured."""
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    change: Literal["rise", "fall"] | None = None
    event: Ref | None = None
    """Id of an event."""


class Charge(Value, frozen=True, kw_only=True):
    """What somebody is accused of before the law, and how far it has come."""

    accused: Ref | None = None
    """Id of a person or organisation."""
    by: Ref | None = None
    """Id of who accuses or prosecutes."""
    offences: tuple[str, ...] = ()
    """As written."""
    stage: Literal["investigated", "charged", "arrested", "tried", "convicted", "sentenced", "acquitted"]
    court: Ref | None = None
    """Id of an organisation."""
    sentence: str | None = None
    """Words and duration."""
    same_as: Ref | None = None
    """Id of the charge that a story says this one is like."""


class Gist(Value, frozen=True, kw_only=True):
    """The five W's and the H of the lead event, a span each."""

    who: Span | None = None
    what: Span | None = None
    when: Span | None = None
    where: Span | None = None
    why: Span | None = None
    how: Span | None = None


_IN_ORDER: tuple[type[Value], ...] = (
    Dateline, Publication, Credit, Person, Organisation, Place, Moment, Role, Statement, Event, Casualties, Quantity,
    Charge, Gist,
)  # fmt: skip
KINDS: dict[str, type[Value]] = {value.__name__.lower(): value for value in _IN_ORDER}
"""The value of every kind of fact, in the order of the contract."""

KIND_OF: dict[type[Value], str] = {value: kind for kind, value in KINDS.items()}
