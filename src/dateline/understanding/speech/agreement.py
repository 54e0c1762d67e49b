"""The grammar and the encoder on who says what: where both see it the grammar draws the edges, else it counts less."""

from collections.abc import Iterator, Sequence

from dateline.understanding.speech.cues import Attribution
from dateline.values import Span

SAME = 0.5
"""The share of the shorter of two contents from which they are one."""
LIKE = 0.4
"""Likeness from which two contents are told by one cue."""
ALONE = 0.8
"""What the confidence of a pattern is worth that the encoder does not see."""
WEAK = 0.5
"""What is less sure than this is not told."""
SAID = 0.4
"""Confidence from which the encoder is believed alone."""


def weighed(
    ruled: Sequence[Attribution], claimed: Sequence[Attribution], quoted: Sequence[Span]
) -> Iterator[Attribution]:
    """What the grammar sees, less sure where the encoder does not; words in marks (`quoted`) need no second opinion."""
    for one in ruled:
        same = [each for each in claimed if is_same(one.content, each.content)]
        if same:
            other = max(same, key=lambda each: likeness(one.content, each.content))
            yield one.seconded(other) if likeness(one.content, other.content) >= LIKE else one
        elif _is_quoted(one.content, quoted):
            yield one
        elif one.confidence * ALONE >= WEAK:
            yield one.alone(ALONE)


def untold(claimed: Sequence[Attribution], told: Sequence[tuple[Span, ...]]) -> Iterator[Attribution]:
    """What only the encoder sees, where it is sure enough and none of the contents told already holds it."""
    for one in claimed:
        if one.confidence >= SAID and not any(is_told(one.content, content) for content in told):
            yield one


def likeness(some: Sequence[Span], others: Sequence[Span]) -> float:
    """Twice the letters that two contents share, by the letters of both."""
    return 2 * _shared(some, others) / (_size(some) + _size(others))


def is_told(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether the first content lies in the second, or is much the same."""
    return 2 * _shared(some, others) > _size(some) or likeness(some, others) >= LIKE


def is_same(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether two contents share half of the shorter one."""
    return _shared(some, others) >= SAME * min(_size(some), _size(others))


def _shared(some: Sequence[Span], others: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)


def _size(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _is_quoted(content: Sequence[Span], quoted: Sequence[Span]) -> bool:
    return any(span.start < mark.end and mark.start < span.end for span in content for mark in quoted)
