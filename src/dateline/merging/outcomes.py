"""What merging gives: links, stories, incidents with their casualties and disagreements. The contract's shapes.

docs/merged.md explains them. What the contract names comes first in each; the rest is for people who read it.
"""

from typing import Literal

from msgspec import Struct

Verdict = Literal["same", "different", "unsure"]
How = Literal["exact", "trimmed", "extended", "updated", "headline", "near"]
MACHINE = "machine"


class Link(Struct, frozen=True, kw_only=True):
    """Whether two facts, or two articles, are about one and the same; why; and who decided it."""

    left: str
    right: str
    score: float
    """0.0 to 1.0."""
    reasons: tuple[str, ...] = ()
    """What speaks for and against, in sentences: "same place: Dushanbe", "1 day apart"."""
    judgement: Verdict
    decided_by: str = MACHINE
    """"machine" or a user."""
    about: Literal["event", "story", "copy", "person", "organisation", "place"] = "event"
    why: str | None = None
    """What the user gave as a reason."""


class Copy(Struct, frozen=True, kw_only=True):
    """An article whose words are another one's."""

    article: str
    of: str
    """The article that came first."""
    how: How
    """The same words; some left out; some added; a later version of the same outlet or agency; only the headline is
    another; else nearly the same."""
    similarity: float
    """Share of the words, 0.0 to 1.0."""
    replaces: bool = False
    """Whether it is an update by which `of` no longer stands."""


class Story(Struct, frozen=True, kw_only=True):
    """Articles on one happening and what followed."""

    story: str
    title: str
    articles: tuple[str, ...]
    duplicates: tuple[tuple[str, str, float], ...] = ()
    """Pairs of copies, with their similarity; the first of each pair came first."""
    copies: tuple[Copy, ...] = ()
    first: str | None = None
    """When its first article was published: ISO 8601."""
    last: str | None = None
    names: tuple[str, ...] = ()
    """Whom and what most of its articles name, most first."""
    independent: int = 1
    """Sources that copy no other."""


class Side(Struct, frozen=True, kw_only=True):
    """One side of a disagreement, in its own words."""

    value: str
    """What this side says: "9", "12 or more", a name, a place, a day, or words."""
    said_by: str | None = None
    """Who says so; null: the reports themselves."""
    article: str
    """The article that said so first."""
    facts: tuple[str, ...]
    published: str | None = None
    words: str = ""
    """Verbatim."""
    articles: tuple[str, ...] = ()
    """All that say so."""


class Disagreement(Struct, frozen=True, kw_only=True):
    """Where reports of one event do not agree."""

    about: str
    """A casualty effect, or actor, recipient, when, where, cause, motive, name, statement, happened."""
    how: Literal["disagreement", "update", "denial"]
    sides: tuple[Side, ...]
    message: str
    """The same in a sentence."""
    minor: bool = False
    """Whether only a letter of a name differs."""


class Figure(Struct, frozen=True, kw_only=True):
    """A count as one report gives it."""

    fact: str
    article: str
    outlet: str | None = None
    low: int | None = None
    high: int | None = None
    best: int | None = None
    group: str | None = None
    said_by: str | None = None
    published: str | None = None
    words: str = ""
    copy: bool = False
    """Whether the article copies another one."""


class Standing(Struct, frozen=True, kw_only=True):
    """A count as it stood from one moment on."""

    published: str
    low: int | None = None
    high: int | None = None
    best: int | None = None
    articles: tuple[str, ...] = ()


class Count(Struct, frozen=True, kw_only=True):
    """How many befell one effect, by all reports: null where an end is open."""

    low: int | None = None
    high: int | None = None
    best: int | None = None
    by_source: tuple[Figure, ...] = ()
    over_time: tuple[Standing, ...] = ()


class When(Struct, frozen=True, kw_only=True):
    """When it was: what all reports that agree leave of it."""

    earliest: str | None = None
    latest: str | None = None
    precision: str | None = None
    facts: tuple[str, ...] = ()
    """The event facts that say so."""


class Where(Struct, frozen=True, kw_only=True):
    """Where it was: the most exact place that agrees with the others."""

    name: str
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    precision: str | None = None
    facts: tuple[str, ...] = ()
    """The place facts that say so."""


class Party(Struct, frozen=True, kw_only=True):
    """Who acted, or was acted upon, by all reports."""

    name: str
    country: str | None = None
    sector: str | None = None
    facts: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


class Incident(Struct, frozen=True, kw_only=True):
    """One event in all its reports."""

    incident: str
    type: str
    when: When | None
    where: Where | None
    facts: tuple[str, ...]
    """Of the event, the one that is told best first."""
    articles: tuple[str, ...]
    """In the order in which they were published."""
    casualties: dict[str, Count] = {}
    independent: int = 1
    """Sources that copy no other."""
    disagreements: tuple[Disagreement, ...] = ()
    title: str = ""
    """A sentence or a headline of a report that tells of it."""
    scheme: str = "plover"
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    status: str = "asserted"
    """Of the best-told fact; "disputed" where a report denies that it happened."""
    confidence: float = 0.0
    reason: str | None = None
    """Why a part is empty or doubtful."""
    first: str | None = None
    """When it was first reported: ISO 8601."""
    last: str | None = None
    story: str | None = None
    """The story that most of its articles belong to."""
