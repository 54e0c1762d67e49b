"""The words that every stage speaks: Page, Block, Article, Evidence, Fact, Finding, Refused."""

from hashlib import blake2b, sha256
from typing import Literal, NamedTuple

from msgspec import Struct, json

from dateline.values import KIND_OF, Span, Value

FORMAT = "dateline/1"

BlockRole = Literal[
    "section", "headline", "deck", "byline", "dateline", "paragraph", "caption", "credit", "note", "furniture"
]
Status = Literal["asserted", "denied", "possible", "planned", "requested", "historical"]
Severity = Literal["error", "warning", "note"]


class Field(Struct, frozen=True):
    """Something said of the story outside its text: its name, its value, and the path it stood at.

    Names: published, updated, outlet, headline, deck, byline, section, url, tag, agency, language, image, located,
    copyright; and of an item that was sent: status (usable, embargoed, updated, corrected, killed), embargoed (until
    when), revision, extent ("full text" or "summary"). What made no sense is kept as "unreadable".
    The path is a markup path ("meta[property='og:title']", "json-ld: headline"), a row's key ("row: published")
    or an option ("option: --published"). A name may come several times (tags, bylines), best first.
    """

    name: str
    value: str
    path: str


class Page(Struct, frozen=True, kw_only=True):
    """What a source gives to a reader: one document as it came, decoded.

    `fields` are what the source itself says of it (a row's `published`, an option); readers keep them in front.
    `fetched` is an ISO 8601 moment, for pages from the network and from web archives.
    """

    id: str
    location: str
    media_type: str
    content: str
    fetched: str | None = None
    fields: tuple[Field, ...] = ()


class Refused(Struct, frozen=True):
    """What was not read, at which stage it ended, and why."""

    location: str
    stage: str
    reason: str


class Block(Struct, frozen=True):
    """A piece of the text with one role. Blocks do not overlap and stand in the order of the text."""

    role: BlockRole
    start: int
    end: int


class Source(Struct, frozen=True, kw_only=True):
    """Where an article came from."""

    location: str
    media_type: str
    fetched: str | None = None
    outlet: str | None = None


class Article(Struct, frozen=True, kw_only=True):
    """A text cut into blocks, with what its page says of it."""

    id: str
    source: Source
    text: str
    blocks: tuple[Block, ...]
    language: str | None = None
    fields: tuple[Field, ...] = ()

    @property
    def version(self) -> str:
        """Follows the text: the same words are the same version wherever they stand."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def field(self, name: str) -> Field | None:
        """The most trusted field of this name."""
        return next((field for field in self.fields if field.name == name), None)

    def all_fields(self, name: str) -> tuple[Field, ...]:
        """Every field of this name, best first."""
        return tuple(field for field in self.fields if field.name == name)

    def blocks_of(self, *roles: BlockRole) -> tuple[Block, ...]:
        """The blocks that have one of these roles, in the order of the text."""
        return tuple(block for block in self.blocks if block.role in roles)


class Evidence(NamedTuple):
    """What a fact rests on: words, a field outside the text, earlier facts. One of them at least."""

    spans: tuple[Span, ...] = ()
    field: str | None = None
    because: tuple[str, ...] = ()


class Fact(Struct, frozen=True, kw_only=True):
    """One claim of the record and the evidence for it. Made by `Record.fact`, kept by `Record.add`."""

    id: str
    kind: str
    value: Value
    spans: tuple[Span, ...] = ()
    field: str | None = None
    because: tuple[str, ...] = ()
    confidence: float = 1.0
    method: str = ""
    status: Status = "asserted"
    said_by: str | None = None
    reason: str | None = None

    @property
    def evidence(self) -> Evidence:
        """Spans, field and earlier facts together."""
        return Evidence(self.spans, self.field, self.because)


class Finding(Struct, frozen=True, kw_only=True):
    """Something that does not add up, or that a reader should know."""

    check: str
    severity: Severity
    message: str
    spans: tuple[Span, ...] = ()
    facts: tuple[str, ...] = ()


def fact_id(article: str, value: Value, evidence: Evidence) -> str:
    """Hashes the claim and its evidence, never method or confidence: read again, it is the same fact."""
    kind = KIND_OF[type(value)]
    claim = json.encode((article, kind, value, *evidence))
    return f"{kind}-{blake2b(claim, digest_size=8).hexdigest()}"
