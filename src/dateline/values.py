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


class Value(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The root of all values. Nothing derives from its children."""


class Mention(Value, frozen=True, kw_only=True):
    """Words that refer to a person, an organisation or a place, and the rule that linked them."""

    start: int
    end: int
    form: Form = "name"
    rule: str = "name"
    role: PlaceUse | None = None


class Dateline(Value, frozen=True, kw_only=True):
    """Where, when and by which agency a story says it was written."""

    place: Ref | None = None
    date: Ref | None = None
    agency: str | None = None
    raw: str


class Publication(Value, frozen=True, kw_only=True):
    """How the story was published."""

    published: Ref | None = None
    updated: Ref | None = None
    agency: str | None = None
    outlet: str | None = None
    bylines: tuple[str, ...] = ()
    section: str | None = None
    headline: str | None = None
    deck: str | None = None
    url: str | None = None
    tags: tuple[str, ...] = ()
    status: Literal["usable", "embargoed", "updated", "corrected", "killed"] = "usable"
    images: tuple[Span, ...] = ()


class Credit(Value, frozen=True, kw_only=True):
    """Who made a picture or a text. `block` is the span of the credit line."""

    person: Ref | None = None
    agency: str | None = None
    block: Span


class Person(Value, frozen=True, kw_only=True):
    """One human being, with every mention. `country` is ISO 3166-1 alpha-3, `sector` PLOVER codes side by side."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    mentions: tuple[Mention, ...] = ()


class Organisation(Value, frozen=True, kw_only=True):
    """A body with a name, or a group without one ("the rebels"). Codes as in `Person`."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    mentions: tuple[Mention, ...] = ()


class Place(Value, frozen=True, kw_only=True):
    """A place on the map. `lat` and `lon` are degrees (WGS 84), `geonames` the GeoNames id, `feature` its code."""

    name: str
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    feature: str | None = None
    precision: Literal["exact", "near", "admin2", "admin1", "country", "region", "unresolved"] = "unresolved"
    relation: Literal["in", "near", "between", "from", "to"] | None = None
    mentions: tuple[Mention, ...] = ()


class Moment(Value, frozen=True, kw_only=True):
    """A time expression (TIMEX3) and the interval it lies in: ISO 8601, both ends included."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    timex: str | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: Precision | None = None
    anchor: Ref | None = None


class Role(Value, frozen=True, kw_only=True):
    """A post, rank or relation of a person, and when it was held."""

    person: Ref
    title: str
    organisation: Ref | None = None
    country: str | None = None
    since: Ref | None = None
    until: Ref | None = None
    state: Literal["current", "former", "future"] = "current"
    acting: bool = False
    rank: bool = False
    relative: Ref | None = None


class Statement(Value, frozen=True, kw_only=True):
    """What somebody said, and in which words."""

    speaker: Ref | None = None
    speaker_span: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...]
    manner: Literal["direct", "indirect", "mixed", "scare"]
    addressee: Ref | None = None
    when: Ref | None = None
    where: Ref | None = None
    stance: Literal["says", "denies", "confirms", "accuses", "promises", "warns", "demands", "asks", "believes"] = (
        "says"
    )
    insertions: tuple[Span, ...] = ()


class Event(Value, frozen=True, kw_only=True):
    """Who did what to whom: PLOVER (scheme `plover`), or what PLOVER has no name for (`other`)."""

    scheme: Literal["plover", "other"] = "plover"
    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    trigger: Span
    actors: tuple[Ref, ...] = ()
    recipients: tuple[Ref, ...] = ()
    instruments: tuple[Span, ...] = ()
    when: Ref | None = None
    where: tuple[Ref, ...] = ()
    intensity: float | None = None


class Casualties(Value, frozen=True, kw_only=True):
    """People whom harm befell: `low..high`, null where the report leaves an end open."""

    effect: Literal["killed", "wounded", "missing", "detained", "abducted", "displaced", "freed", "unharmed"]
    low: int | None = None
    high: int | None = None
    best: int | None = None
    group: str | None = None
    victims: tuple[Ref, ...] = ()
    event: Ref | None = None
    when: Ref | None = None
    part_of: Ref | None = None


class Quantity(Value, frozen=True, kw_only=True):
    """A number that matters and counts no casualties. `unit` is an ISO 4217 code, "%", "people", "km" and so on."""

    of: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    change: Literal["rise", "fall"] | None = None
    event: Ref | None = None


class Charge(Value, frozen=True, kw_only=True):
    """What somebody is accused of before the law, and how far it has come."""

    accused: Ref | None = None
    by: Ref | None = None
    offences: tuple[str, ...] = ()
    stage: Literal["investigated", "charged", "arrested", "tried", "convicted", "sentenced", "acquitted"]
    court: Ref | None = None
    sentence: str | None = None
    same_as: Ref | None = None


class Gist(Value, frozen=True, kw_only=True):
    """The five W's and the H of the lead event, a span each."""

    who: Span | None = None
    what: Span | None = None
    when: Span | None = None
    where: Span | None = None
    why: Span | None = None
    how: Span | None = None


KINDS: dict[str, type[Value]] = {
    "dateline": Dateline,
    "publication": Publication,
    "credit": Credit,
    "person": Person,
    "organisation": Organisation,
    "place": Place,
    "moment": Moment,
    "role": Role,
    "statement": Statement,
    "event": Event,
    "casualties": Casualties,
    "quantity": Quantity,
    "charge": Charge,
    "gist": Gist,
}
"""The value of every kind of fact, in the order of the contract."""

KIND_OF: dict[type[Value], str] = {value: kind for kind, value in KINDS.items()}
