"""The grammar and the encoder on who says what: which claim is which pattern's, and what is told of what both see.

Where both see the same, each edge and the source are those of the one who is more often right about it
(`edge_choice`); a cue is the grammar's unless the encoder sees another word for it.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.understanding.speech.claims.edge_choice import content_of, source_of
from dateline.understanding.speech.claims.judgement import PLAIN, QUOTED, RULED, TOLD, of_both
from dateline.understanding.speech.cues import FINITE, Attribution, Discourse
from dateline.values import Span

LIKE = 0.4
"""Likeness from which two contents are told by one cue."""
TELLING = ("says", "confirms", "believes")
"""Stances of what somebody tells once he does; a warning or demand to come is news already."""
DOUBTED = 0.6
"""A pattern that is less sure than this is told only where the encoder sees it too."""


def agreed(
    ruled: Sequence[Attribution], claimed: Sequence[Attribution], discourse: Discourse
) -> tuple[list[Attribution], list[Attribution]]:
    """What the grammar sees, with what the encoder knows of it, and what only the encoder sees.

    Where the encoder was not asked, the grammar decides alone.
    """
    if discourse.claims is None:
        return [one for one in ruled if one.confidence >= DOUBTED], []
    pairs = paired(ruled, claimed)
    both = {i: joined(ruled[i], claimed[j], discourse) for i, j in pairs.items()}
    seen = [both[i] if i in both else alone(one, claimed, discourse) for i, one in enumerate(ruled)]
    taken = {*pairs.values()}
    unseen = [other for j, other in enumerate(claimed) if j not in taken and not _is_idle(other, discourse)]
    return [one for one in seen if one.confidence >= TOLD], unseen


def paired(ruled: Sequence[Attribution], claimed: Sequence[Attribution]) -> dict[int, int]:
    """For the number of each pattern that of its claim: one of the same cue rather than another, then the likest."""
    ends = [(other.content[0].start, other.content[-1].end) for other in claimed]
    likely = []
    for i, one in enumerate(ruled):
        start, end = one.content[0].start, one.content[-1].end
        for j in (j for j, (first, last) in enumerate(ends) if first < end and start < last):
            cue = one.verb.i == claimed[j].verb.i or _touch(one.cue, claimed[j].cue)
            like = likeness(one.content, claimed[j].content)
            if like >= LIKE or (cue and like > 0):
                likely.append((cue, like, -i, -j))
    pairs: dict[int, int] = {}
    for *_, i, j in sorted(likely, reverse=True):
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def joined(ruled: Attribution, claimed: Attribution, discourse: Discourse) -> Attribution:
    """One attribution of what both see."""
    if ruled.verb.i == claimed.verb.i:
        source = source_of(ruled.source, claimed.source, ruled.verb, discourse)
        whole = replace(ruled.seconded(claimed), source=source)
    else:
        whole = claimed
    likely = of_both(claimed.claim, likeness(ruled.content, claimed.content))
    if ruled.confidence >= DOUBTED:
        likely = max(likely, RULED)  # a faint second voice must not say less than none
    return replace(whole, content=content_of(ruled, claimed, discourse), confidence=likely)


def alone(one: Attribution, claimed: Sequence[Attribution], discourse: Discourse) -> Attribution:
    """What only the grammar sees, as sure as such things are; the encoder does not look within others' words."""
    if is_within(one, claimed):
        return one
    quoted = one.source is not None and _is_quoted(one, discourse)
    if one.confidence < DOUBTED or (not quoted and (is_aim(one, discourse) or _is_faint(one))):
        return replace(one, confidence=0.0)
    ruled = PLAIN if one.verb.lemma in discourse.words.plain and one.source is not None else RULED
    return replace(one, confidence=round(one.confidence * QUOTED, 3) if quoted else ruled)


def is_within(one: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether it is said within what another says."""
    return any(span.start <= one.cue.start and one.cue.end <= span.end for each in others for span in each.content)


def untold(claimed: Sequence[Attribution], told: Sequence[tuple[Span, ...]]) -> Iterator[Attribution]:
    """What only the encoder sees, where it is sure enough and none of the contents told already holds it."""
    for one in claimed:
        if one.confidence >= TOLD and not any(is_told(one.content, content) for content in told):
            yield one.alone(one.worth)


def likeness(some: Sequence[Span], others: Sequence[Span]) -> float:
    """Twice the letters that two contents share, by the letters of both."""
    return 2 * _shared(some, others) / (_size(some) + _size(others))


def is_told(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether the first content lies in the second, or is much the same."""
    return 2 * _shared(some, others) > _size(some) or likeness(some, others) >= LIKE


def is_aim(one: Attribution, discourse: Discourse) -> bool:
    """Whether words are only what somebody is going to find out or to speak about: `a jury to decide whether S`."""
    tokens = [token for span in one.content for token in discourse.annotation.tokens_in(span)]
    if one.status != "planned" or one.stance not in TELLING:
        return False
    return tokens[0].lower in discourse.words.asked_with or not any(token.tag in FINITE for token in tokens)


def _is_faint(one: Attribution) -> bool:
    """What somebody asks or feels: of these the grammar alone is right in one of five."""
    return one.stance == "asks" or (one.stance == "believes" and one.source is not None)


def _is_idle(one: Attribution, discourse: Discourse) -> bool:
    return not _is_quoted(one, discourse) and is_aim(one, discourse)


def _is_quoted(one: Attribution, discourse: Discourse) -> bool:
    """Whether something of what is said stands in quotation marks."""
    return any(_touch(span, mark) for span in one.content for mark in discourse.quoted)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _shared(some: Sequence[Span], others: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)


def _size(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)
