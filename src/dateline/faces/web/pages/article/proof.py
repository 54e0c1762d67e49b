"""An article like an editor's proof: a part of its text, and in the margin a note for each fact near its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest

from msgspec import Struct
from msgspec.structs import replace

from dateline.desk.asking.home.home import Home
from dateline.faces.digest import Part as Words
from dateline.faces.digest.wording import LONGEST, shortened
from dateline.faces.digest.words import finding_id
from dateline.faces.lit import Light, flows, lights
from dateline.faces.safe import printable
from dateline.faces.web import addresses
from dateline.faces.web.pages.article.evidence import Evidence, Witness
from dateline.faces.web.pages.article.notes import NAMES, Note, notes
from dateline.faces.web.pages.article.parts import Part
from dateline.faces.web.pages.article.setting import Group, Passage, grouped, passages
from dateline.model import Fact, Finding
from dateline.record import Record
from dateline.references import references_of, spans_of
from dateline.values import Span

MOST = 600
"""Facts and findings that stand in the margin of one part; those whose words come first."""


class Margin(Struct, frozen=True, kw_only=True):
    """A note at its place."""

    number: int
    """By which words of the text call it."""
    note: Note
    evidence: tuple[Evidence, ...]
    at: int | None
    """Where its first words are in this part; None where it has none."""

    @property
    def is_name(self) -> bool:
        """Whether it tells who or where, and not what happened."""
        return self.note.kind in NAMES

    @property
    def confidence(self) -> float | None:
        """Of the fact, the least where it is about several."""
        return min((each.confidence for each in self.evidence if each.confidence is not None), default=None)


class Proof(Struct, frozen=True, kw_only=True):
    """A part of an article as it is shown."""

    part: Part
    groups: tuple[Group, ...]
    margins: dict[int, tuple[Margin, ...]]
    """Notes by the passage's start, in the order of their words."""
    gist: Margin | None
    rest: tuple[Margin, ...]
    """How it was published, and what no words of this part tell, such as findings about the whole."""
    left_out: int
    """Facts of this part that have no note, since there are too many."""
    counts: dict[str, int]
    """How many notes there are of each kind."""


def proof(record: Record, home: Home, part: Part, version: int | None) -> Proof:
    """A part of the record, set for reading. `version` stands in its addresses, where one was asked for."""
    text = Span(part.start, part.end)
    starts = dict(_starts(record, text, first=part.number == 1))
    kept = nsmallest(MOST, starts, key=lambda fact: (starts[fact] is None, starts[fact] or 0))
    shown = {fact: starts[fact] for fact in kept}
    witness = Witness(record, home, _Place(home.article, shown, version))
    margins = _margins(record, home, witness, shown)
    numbers = {fact: margin.number for margin in margins for fact in margin.note.facts}
    found = passages(record, flows(record), text, _lights(record, home, text), numbers)
    return Proof(
        part=part,
        groups=tuple(grouped(found)),
        margins=_beside(margins, found),
        gist=next((margin for margin in margins if margin.note.kind == "gist"), None),
        rest=tuple(margin for margin in margins if margin.note.kind == "report" or _is_loose(margin)),
        left_out=len(starts) - len(kept),
        counts=_counts(margins),
    )


def _starts(record: Record, text: Span, *, first: bool) -> Iterator[tuple[str, int | None]]:
    """Where in this piece each fact and finding has its first words; the first piece has what has no words at all."""
    every = [(fact.id, fact.spans or spans_of(fact.value)) for fact in record.facts]
    every += [(finding_id(index), finding.spans) for index, finding in enumerate(record.findings)]
    for fact, spans in every:
        inside = [span[0] for span in spans if text.start <= span[0] < text.end]
        if inside:
            yield fact, min(inside)
        elif first and not spans:
            yield fact, None


class _Place(Struct, frozen=True):
    """Gives the address at which a fact stands: on this page, or on the one that has it."""

    article: str
    shown: Mapping[str, int | None]
    version: int | None

    def __call__(self, fact: str) -> str:
        if fact in self.shown:
            return f"#{fact}"
        return addresses.asking(addresses.article(self.article), version=self.version, fact=fact) + f"#{fact}"


def _margins(record: Record, home: Home, witness: Witness, shown: Mapping[str, int | None]) -> list[Margin]:
    """The notes of these facts, in the order of their words."""
    found = []
    for note in notes(_only(record, shown), home.wrong):
        facts = tuple(fact for fact in note.facts if fact in shown)
        if facts:
            places = [at for fact in facts if (at := shown[fact]) is not None]
            found.append((min(places, default=None), replace(note, facts=facts)))
    found.sort(key=lambda pair: (pair[0] is None, pair[0] or 0))
    return [
        Margin(number=number, note=_safe(note), evidence=tuple(_evidence(record, witness, note.facts)), at=at)
        for number, (at, note) in enumerate(found)
    ]


def _evidence(record: Record, witness: Witness, ids: Iterable[str]) -> Iterator[Evidence]:
    for each in ids:
        fact = record.get(each)
        yield witness.of(fact) if fact else witness.of_finding(each, _finding(record, each))


def _finding(record: Record, called: str) -> Finding:
    return record.findings[int(called.rpartition("-")[2])]


def _only(record: Record, shown: Mapping[str, int | None]) -> Record:
    """The record with these facts and what they refer to, and with all findings, which are called by their place."""
    kept: dict[str, Fact] = {}
    waiting = [fact for fact in map(record.get, shown) if fact]
    while waiting:
        fact = waiting.pop()
        if fact.id not in kept:
            kept[fact.id] = fact
            named = (*references_of(fact.value), *fact.because, *filter(None, (fact.said_by,)))
            waiting.extend(each for each in map(record.get, named) if each)
    only = Record(record.article, made_by=record.made_by)
    only.fill([fact for fact in record.facts if fact.id in kept], ())
    only.findings.extend(record.findings)
    return only


def _lights(record: Record, home: Home, text: Span) -> list[Light]:
    """What shines in this piece; a fact that was judged wrong keeps its tie to the words, and no colour."""
    inside = (light for light in lights(record) if light.span.end > text.start and light.span.start < text.end)
    return [replace(light, tone="plain") if light.fact in home.wrong else light for light in inside]


def _beside(margins: Iterable[Margin], found: Iterable[Passage]) -> dict[int, tuple[Margin, ...]]:
    """The notes of each passage: those whose first words are in it."""
    starts = [passage.start for passage in found]
    beside: dict[int, list[Margin]] = defaultdict(list)
    following = 0
    for margin in margins:
        if margin.at is None or margin.note.kind in ("gist", "report") or not starts:
            continue
        while following + 1 < len(starts) and starts[following + 1] <= margin.at:
            following += 1
        beside[starts[following]].append(margin)
    return {start: tuple(notes) for start, notes in beside.items()}


def _is_loose(margin: Margin) -> bool:
    return margin.at is None and margin.note.kind != "gist"


def _counts(margins: Iterable[Margin]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for margin in margins:
        counts[margin.note.kind] += 1
    return dict(counts)


def _safe(note: Note) -> Note:
    """The note without letters that turn a line around, and no longer than a margin takes."""
    parts = tuple(_shown(part) for part in note.parts)
    below = tuple(
        replace(line, parts=tuple(_shown(part) for part in line.parts), label=_short(line.label)) for line in note.below
    )
    return replace(note, parts=parts, below=below, label=_short(note.label))


def _short(words: str) -> str:
    """Without what is dangerous to show, and without an end: a name may be as long as its article."""
    return shortened(printable(words[: 4 * LONGEST]), 2 * LONGEST)


def _shown(part: Words) -> Words:
    return part._replace(text=_short(part.text))
