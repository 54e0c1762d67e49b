"""A report: one article as merging sees it, with all that is compared, counted or quoted across articles.

Everything below is made from a record alone (`report_of`), is frozen, and knows nothing of other articles; it takes
little room and is written to disk or sent to another machine as it stands (`pack`, `unpack`).
"""

from typing import Literal

import msgspec
from msgspec import Struct

from dateline.model import Status

NameKind = Literal["person", "organisation", "place"]


class Named(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A person, a body, a group or a place of a report."""

    fact: str
    kind: NameKind
    name: str
    aliases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """The folded words of the name and its aliases: one spelling for many. Empty for groups without a name."""
    proper: bool = True
    """Whether it is a name; "the rebels" is none."""
    country: str | None = None
    sector: str | None = None
    posts: tuple[str, ...] = ()
    """For people: what they are or were, as written, with the body ("spokesman, Ministry of Health")."""
    mentions: int = 1
    start: int = 0
    """Where it is met first, in code points."""
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = None
    feature: str | None = None
    precision: str | None = None


class Toll(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One report of how many befell what."""

    fact: str
    effect: str
    low: int | None = None
    high: int | None = None
    best: int | None = None
    group: str | None = None
    victims: tuple[int, ...] = ()
    """Places in `Report.names`."""
    part: bool = False
    """Whether it is part of another count of the same report."""
    earliest: str | None = None
    latest: str | None = None
    """The count's own time, where it has one ("so far this year")."""
    status: Status = "asserted"
    said_by: str | None = None
    """Name or words of whoever says it; null: the report itself."""
    words: str = ""
    """The words that tell it, verbatim."""
    confidence: float = 0.9


class Happening(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """An event as one report tells it."""

    fact: str
    scheme: str = "plover"
    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    status: Status = "asserted"
    confidence: float = 0.9
    reason: str | None = None
    said_by: str | None = None
    """Name or words of whoever says it; null: the report itself."""
    stance: str | None = None
    """How it is said ("denies", "accuses"); null where nobody says it."""
    start: int
    """Of the trigger, in code points."""
    triggers: tuple[str, ...] = ()
    """Stems of the words that tell of it, at each telling."""
    lead: bool = False
    """Whether headline or opening tell of it."""
    words: tuple[str, ...] = ()
    """Stems of the telling words of the sentences that tell of it, each once."""
    sentence: str = ""
    """The sentence that tells of it first, verbatim."""
    earliest: str | None = None
    latest: str | None = None
    """When it was: ISO 8601, both ends included; null where the report does not tell."""
    time_precision: str | None = None
    timex: str | None = None
    """Its TIMEX3 value, X for what is not known: "XXXX-WXX-5" is some Friday."""
    days: tuple[str, ...] = ()
    """TIMEX3 values of the days that the sentences name which tell of it, whether of it or of something else."""
    places: tuple[int, ...] = ()
    """Places in `Report.names`, as are actors and recipients."""
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    tolls: tuple[Toll, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why, in the report's words (of the lead event)."""


class Saying(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What somebody said, as one report gives it."""

    fact: str
    speaker: int | None = None
    """Place in `Report.names`; null where it is nobody known."""
    source: str | None = None
    """Name or words of the speaker."""
    stance: str = "says"
    cue: str = ""
    """The word of saying, as written: "denied", "refused"."""
    manner: str = "direct"
    words: str
    """Verbatim."""
    start: int = 0
    about: tuple[str, ...] = ()
    """Facts of the events that are told within it."""


class Outline(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What an article is about, ready to be compared with many others."""

    size: float = 0.0
    """The length of `Report.terms` as a vector."""
    lead: dict[str, float] = {}
    """The stems of headline and opening that tell anything, with their weights."""
    called: dict[str, float] = {}
    """The stems of the words of its names, the more often named the heavier: a vector of length one."""
    people: tuple[str, ...] = ()
    """Folded words of the people who are named most."""
    rare: tuple[str, ...] = ()
    """Stems of the words of names that few articles have, of those that are named most."""
    leading: tuple[str, ...] = ()
    """Such stems that stand in the lead."""
    sites: tuple[int, ...] = ()
    """GeoNames numbers of its places, without countries and larger ones."""
    countries: tuple[str, ...] = ()
    """Where its places lie."""
    figures: tuple[str, ...] = ()
    """The numbers of its own text, as written, each once."""
    day: int | None = None
    """The day of `Report.dated`, counted as Python counts days."""
    happened: tuple[int, ...] = ()
    """The days, counted alike, of the events that headline or opening tell; those known to the week at least."""


class Report(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One article as merging sees it."""

    article: str
    version: str
    language: str | None = None
    location: str = ""
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    """Agencies that dateline, credit or byline name."""
    status: str = "usable"
    """Of the publication: usable, embargoed, updated, corrected, killed."""
    published: str | None = None
    """When, as its publication tells: ISO 8601."""
    updated: str | None = None
    dated: str | None = None
    """Published, else the dateline's day, else when it was fetched."""
    headline: str | None = None
    """The headline; where there is none, null."""
    opening: str = ""
    """The first sentence of the story, verbatim."""
    length: int = 0
    """Words of the story's own text."""
    terms: dict[str, float] = {}
    """The words that tell most of what it is about, by their stems, with weights (not scaled)."""
    names: tuple[Named, ...] = ()
    happenings: tuple[Happening, ...] = ()
    tolls: tuple[Toll, ...] = ()
    """Counts that belong to no event of the report."""
    sayings: tuple[Saying, ...] = ()
    outline: Outline = Outline()
    signature: bytes = b""
    """MinHash of its words: see `merging.copies`."""


_PACKER = msgspec.msgpack.Encoder()
_UNPACKER = msgspec.msgpack.Decoder(Report)


def pack(report: Report) -> bytes:
    """A report as bytes, the same for the same report."""
    return _PACKER.encode(report)


def unpack(packed: bytes) -> Report:
    """The report again. Raises msgspec.DecodeError where it is none."""
    return _UNPACKER.decode(packed)
