"""Words lit by facts: which words each fact points at, and the text cut where that changes."""

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from dateline.faces.digest.parts import Tone
from dateline.faces.digest.words import finding_id
from dateline.model import Block, BlockRole, Fact, Severity
from dateline.record import Record
from dateline.references import spans_of
from dateline.values import Event, Mention, Organisation, Person, Place, Span, Statement

_TONES: dict[str, Tone] = {"moment": "moment", "casualties": "number", "quantity": "number", "charge": "event"}

_ALARMS: dict[Severity, Tone] = {"error": "finding", "warning": "warning", "note": "plain"}


class Light(Struct, frozen=True):
    """A fact points at these words. A plain one is no colour, only a tie between the two."""

    span: Span
    fact: str
    tone: Tone = "plain"


class Flow(Struct, frozen=True):
    """Words that stand in lines of their own: a dateline and its paragraph. `role` is its longest block's."""

    start: int
    end: int
    role: BlockRole | None
    blocks: tuple[Block, ...] = ()


class Segment(Struct, frozen=True):
    """Words over which the same lights shine, the shortest light first. They follow each other without a gap."""

    start: int
    end: int
    lights: tuple[Light, ...] = ()


def lights(record: Record, wrong: Collection[str] = frozenset()) -> list[Light]:
    """Every span of every fact and finding, once for each fact, in the order of the text; none of `wrong` ones."""
    found: dict[tuple[Span, str], Light] = {}
    for light in (each for each in _all(record) if each.fact not in wrong):
        known = found.get((light.span, light.fact))
        if known is None or known.tone == "plain":
            found[light.span, light.fact] = light
    return sorted(found.values(), key=lambda light: light.span)


def _all(record: Record) -> Iterator[Light]:
    for fact in record.facts:
        for span, tone in _toned(fact):
            yield Light(span, fact.id, tone)
        for span in (*fact.spans, *spans_of(fact.value)):
            yield Light(Span(*span), fact.id)
    for index, finding in enumerate(record.findings):
        for span in finding.spans:
            if 0 <= span.start < span.end <= len(record.text):
                yield Light(Span(*span), finding_id(index), _ALARMS[finding.severity])


def _toned(fact: Fact) -> Iterator[tuple[Span, Tone]]:
    match fact.value:
        case Person(mentions=mentions):
            yield from ((_span(mention), "person") for mention in mentions)
        case Organisation(mentions=mentions):
            yield from ((_span(mention), "organisation") for mention in mentions)
        case Place(mentions=mentions):
            yield from ((_span(mention), "place") for mention in mentions)
        case Statement(content=content, manner="direct" | "scare"):
            yield from ((span, "quote") for span in content)
        case Event(trigger=trigger):
            yield from ((span, "event") for span in (trigger, *fact.spans))
        case _ if fact.kind in _TONES:
            yield from ((span, _TONES[fact.kind]) for span in fact.spans)


def _span(mention: Mention) -> Span:
    return Span(mention.start, mention.end)


def flows(record: Record) -> list[Flow]:
    """The text in flows, in order. Words outside of all blocks flow too; only white space is left between flows."""
    found: list[list[Block | _Stray]] = []
    for piece in _pieces(record):
        if found and "\n" not in record.text[found[-1][-1].end : piece.start]:
            found[-1].append(piece)
        else:
            found.append([piece])
    return [_flow(pieces) for pieces in found]


class _Stray(Struct, frozen=True):
    start: int
    end: int


def _flow(pieces: list[Block | _Stray]) -> Flow:
    longest = max(pieces, key=lambda piece: piece.end - piece.start)
    blocks = tuple(piece for piece in pieces if isinstance(piece, Block))
    role = longest.role if isinstance(longest, Block) else None
    return Flow(pieces[0].start, pieces[-1].end, role, blocks)


def _pieces(record: Record) -> Iterator[Block | _Stray]:
    at = 0
    for block in record.article.blocks:
        yield from _stray(record, at, block.start)
        yield block
        at = block.end
    yield from _stray(record, at, len(record.text))


def _stray(record: Record, start: int, end: int) -> Iterator[_Stray]:
    words = record.text[start:end]
    if words.strip():
        yield _Stray(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


def segments(size: int, shone: Iterable[Light], cuts: Iterable[int] = ()) -> list[Segment]:
    """A text of this size, cut wherever a light begins or ends and at `cuts`; put together they are the text."""
    ordered_lights = sorted(shone, key=lambda light: light.span)
    edges = {0, size, *(cut for cut in cuts if 0 < cut < size)}
    edges.update(edge for light in ordered_lights for edge in light.span)
    ordered = sorted(edges)
    found, shining, following = [], [], 0
    for start, end in pairwise(ordered):
        while following < len(ordered_lights) and ordered_lights[following].span.start <= start:
            shining.append(ordered_lights[following])
            following += 1
        shining = [light for light in shining if light.span.end > start]
        nearest = sorted(shining, key=lambda light: (light.span.end - light.span.start, light.fact))
        found.append(Segment(start, end, tuple(nearest)))
    return found
