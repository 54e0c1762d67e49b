"""What a fact rests on, for people: how sure it is, which step read it, in which words, and what it follows from."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from msgspec import Struct

from dateline.desk.asking.home.home import Home
from dateline.desk.asking.why.explanation import Struck
from dateline.faces.digest.wording import LONGEST, first_words, flat, named, shortened
from dateline.faces.safe import printable
from dateline.faces.web import addresses
from dateline.faces.web.numerals import counted
from dateline.model import Fact, Finding
from dateline.record import Record
from dateline.references import references_of, spans_of
from dateline.values import Span, Statement

MOST = 6
"""Words, and links, of one fact that are shown."""

Address = Callable[[str], str]
"""Where on these pages a fact stands, by its id."""


class Link(Struct, frozen=True):
    """Words that lead somewhere."""

    words: str
    address: str


class Quote(Struct, frozen=True):
    """Words of the article, and where in it they begin, in code points."""

    words: str
    start: int


class Evidence(Struct, frozen=True, kw_only=True):
    """All that speaks for a fact or a finding."""

    id: str
    kind: str
    step: str
    """The step or check that read it."""
    sentence: str
    """What that does."""
    confidence: float | None = None
    status: str | None = None
    reason: str | None = None
    said_by: Link | None = None
    because: tuple[Link, ...] = ()
    """What it follows from, or what a finding is about."""
    words: tuple[Quote, ...] = ()
    left_out: int = 0
    """Further places in the text."""
    field: str | None = None
    links: tuple[Link, ...] = ()
    """Pages about whom and what it names."""
    struck: Struck | None = None
    """Who judged it wrong, and why."""


class Witness:
    """Tells the evidence of the facts of one record. `place` gives the address at which a fact stands."""

    def __init__(self, record: Record, home: Home, place: Address) -> None:
        self._record = record
        self._home = home
        self._place = place

    def of(self, fact: Fact) -> Evidence:
        """What a fact rests on."""
        source = self._record.get(fact.said_by)
        spans = fact.spans or tuple(spans_of(fact.value))
        return Evidence(
            id=fact.id,
            kind=fact.kind,
            step=fact.method,
            sentence=sentences().get(fact.method, ""),
            confidence=fact.confidence,
            status=fact.status,
            reason=_line(fact.reason) if fact.reason else None,
            said_by=self._link(source) if source else None,
            because=tuple(self._links(fact.because)),
            words=self._quotes(spans),
            left_out=max(0, len(spans) - MOST),
            field=fact.field,
            links=tuple(self._elsewhere(fact)),
            struck=self._home.wrong.get(fact.id),
        )

    def of_finding(self, id: str, finding: Finding) -> Evidence:  # noqa: A002
        """What a finding points at."""
        return Evidence(
            id=id,
            kind="finding",
            step=finding.check,
            sentence=sentences().get(finding.check, ""),
            because=tuple(self._links(finding.facts)),
            words=self._quotes(finding.spans),
            left_out=max(0, len(finding.spans) - MOST),
        )

    def _quotes(self, spans: Iterable[Span]) -> tuple[Quote, ...]:
        shown = sorted(spans)[:MOST]
        return tuple(Quote(shortened(_line(self._record.words(Span(*span))), LONGEST), span[0]) for span in shown)

    def _links(self, facts: Iterable[str]) -> Iterator[Link]:
        found = (self._record.get(fact) for fact in dict.fromkeys(facts))
        yield from [self._link(fact) for fact in found if fact][:MOST]

    def _link(self, fact: Fact) -> Link:
        return Link(called(self._record, fact), self._place(fact.id))

    def _elsewhere(self, fact: Fact) -> Iterator[Link]:
        """Its incident, and the pages of those whom it names."""
        happened = self._home.incidents.get(fact.id)
        if happened is not None:
            disagree = ", which do not agree" if happened.disagreements else ""
            told = f" in {counted(happened.articles, 'report')}{disagree}" if happened.articles > 1 else " by itself"
            yield Link(f"This event{told}", addresses.of("incident", happened.id))
        named_here = dict.fromkeys([fact.id, *references_of(fact.value)])
        known = [self._home.identities[each] for each in named_here if each in self._home.identities]
        for identity in list({each.id: each for each in known}.values())[:MOST]:
            yield Link(f"{shortened(_line(identity.name), 60)} in all news", addresses.of(identity.kind, identity.id))


def called(record: Record, fact: Fact) -> str:
    """What a fact is called where another one leads to it."""
    part = named(record, fact.id)
    if part is None and isinstance(fact.value, Statement):
        part = named(record, fact.value.speaker)
        who, words = (
            shortened(part.text, 60) if part else "somebody unnamed",
            _line(record.words(fact.value.content[0])),
        )
        return printable(f"{who} {fact.value.stance}: “{shortened(words, 60)}”")
    words = part.text if part else first_words(record, fact)
    return f"{fact.kind} “{shortened(_line(words), 60)}”"


@cache
def sentences() -> dict[str, str]:
    """What each step and each check does, by its name."""
    from dateline.pipeline import checks, steps

    told = {step.name: step.sentence for step in steps()}
    return told | {check.name: check.sentence for check in checks()}


def _line(words: str) -> str:
    """Words on one line, and not many more than are shown."""
    return printable(flat(words[: 4 * LONGEST]))
