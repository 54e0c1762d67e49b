"""The text set in passages: furniture as furniture, words cut where other facts begin, each with the facts it tells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from dateline.faces.lit import Flow, Light, Segment, segments
from dateline.faces.safe import printable
from dateline.record import Record
from dateline.values import Span

NEAREST = 6
"""Facts that one word lights: the nearest ones, which have the fewest words."""
_INNER = ("dateline", "byline", "credit", "caption")
"""Blocks that are told apart within a passage of another role."""
_ASIDE = ("furniture", "section")
_FOLDED = 3
"""Passages of furniture in a row that are folded away, or so many characters of it."""
_FOLDED_WORDS = 240


class Run(Struct, frozen=True):
    """Words over which the same facts shine."""

    words: str
    start: int
    """In code points of the text."""
    tones: str = ""
    """Classes, with a blank between; empty where nothing shines."""
    facts: str = ""
    """The numbers of the facts' notes on this page, the nearest first."""
    role: str | None = None
    """Where another block stands within the passage: a dateline, a byline."""


class Passage(Struct, frozen=True):
    """A paragraph, a headline, a caption: words that stand in lines of their own."""

    role: str
    start: int
    runs: tuple[Run, ...]


class Group(Struct, frozen=True):
    """Passages that follow each other. Furniture that would keep readers from the story is `folded`."""

    passages: tuple[Passage, ...]
    folded: bool = False


def passages(
    record: Record, flows: Iterable[Flow], within: Span, shone: Iterable[Light], numbers: Mapping[str, int]
) -> list[Passage]:
    """The passages of a piece of the text, lit by these facts, which have these numbers."""
    shown = [_clipped(flow, within) for flow in flows if flow.end > within.start and flow.start < within.end]
    cuts = {edge for flow in shown for edge in (flow.start, flow.end)}
    cuts |= {edge for flow in shown for block in flow.blocks for edge in (block.start, block.end)}
    lit = [Light(_inside(light.span, within), light.fact, light.tone) for light in shone if light.fact in numbers]
    pieces = segments(within.end, [light for light in lit if light.span.start < light.span.end], cuts)
    return list(_set(record, shown, pieces, numbers))


def grouped(found: Sequence[Passage]) -> list[Group]:
    """Passages with long furniture set apart."""
    groups = []
    for aside, row in groupby(found, key=lambda passage: passage.role in _ASIDE):
        together = tuple(row)
        words = sum(len(run.words) for passage in together for run in passage.runs)
        groups.append(Group(together, aside and (len(together) > _FOLDED or words > _FOLDED_WORDS)))
    return groups


def _clipped(flow: Flow, within: Span) -> Flow:
    return Flow(max(flow.start, within.start), min(flow.end, within.end), flow.role, flow.blocks)


def _inside(span: Span, within: Span) -> Span:
    return Span(max(span.start, within.start), min(span.end, within.end))


def _set(
    record: Record, flows: Sequence[Flow], pieces: Sequence[Segment], numbers: Mapping[str, int]
) -> Iterator[Passage]:
    at = 0
    for flow in flows:
        while at < len(pieces) and pieces[at].end <= flow.start:
            at += 1
        first = at
        while at < len(pieces) and pieces[at].end <= flow.end:
            at += 1
        runs = tuple(_run(record, flow, piece, numbers) for piece in pieces[first:at])
        yield Passage(flow.role or "paragraph", flow.start, runs)


def _run(record: Record, flow: Flow, piece: Segment, numbers: Mapping[str, int]) -> Run:
    words = printable(record.text[piece.start : piece.end])
    nearest = piece.lights[:NEAREST]
    tones = dict.fromkeys(light.tone for light in piece.lights if light.tone != "plain")
    facts = dict.fromkeys(numbers[light.fact] for light in nearest)
    role = next((block.role for block in flow.blocks if block.start <= piece.start < block.end), None)
    return Run(
        words,
        piece.start,
        " ".join(tones) or ("plain" if nearest else ""),
        " ".join(map(str, facts)),
        role if role in _INNER and role != flow.role else None,
    )
