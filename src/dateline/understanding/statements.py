"""Who said what: attributions as facts, and the quotations that no verb of saying stands by."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Quotation, Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.attribution import Attribution, attributions
from dateline.understanding.cues import Discourse
from dateline.understanding.sources import speaker_of
from dateline.understanding.unclaimed import Unclaimed, unclaimed
from dateline.values import Moment, Span, Statement

NO_SOURCE = "no person or organisation is named as the source"
NO_CUE = "quoted without a verb of saying"
UNKNOWN_SOURCE = "the source names nobody whom the article tells more of"


class Draft(Struct, frozen=True):
    """A statement on its way: everything but the references to other facts."""

    attribution: Attribution
    content: tuple[Span, ...]


def statements(record: Record) -> Iterator[Fact]:
    """What somebody said: who, in which words, to whom, when and where."""
    discourse = Discourse(record.annotation, record.text)
    drafts = _drafts(record, discourse)
    told: list[tuple[Draft, Fact]] = []
    for draft in sorted(drafts, key=lambda d: (d.attribution.stretch.first, -_size(d.content))):
        fact = _fact(record, discourse, draft, _outer(draft, told))
        told.append((draft, fact))
        yield fact
    spoken = [(draft.attribution, draft.content, fact) for draft, fact in told]
    for loose in unclaimed(discourse, spoken):
        yield _loose_fact(record, loose)


def _drafts(record: Record, discourse: Discourse) -> list[Draft]:
    best: dict[tuple[Span, ...], Draft] = {}
    for found in attributions(discourse):
        content = tuple(part for span in found.content for part in _continued(record, span))
        kept = best.get(content)
        if kept is None or kept.attribution.confidence < found.confidence:
            best[content] = Draft(found, content)
    return list(best.values())


def _continued(record: Record, span: Span) -> Iterator[Span]:
    """A span, and the paragraphs in which a quotation left open at its end goes on."""
    yield span
    quotations = record.annotation.quotations
    at = next((i for i, q in enumerate(quotations) if q.start < span.end <= q.end and not q.closed), None)
    while at is not None and not quotations[at].closed and at + 1 < len(quotations):
        at += 1
        if not quotations[at].continues:
            return
        yield quotations[at].inner


def _fact(record: Record, discourse: Discourse, draft: Draft, outer: Fact | None) -> Fact:
    found, content = draft.attribution, draft.content
    around = _Around(record, discourse, draft)
    speaker = speaker_of(record, discourse, found.source) if found.source else None
    value = Statement(
        speaker=speaker.id if speaker else None,
        speaker_span=found.source,
        cue=found.cue,
        content=content,
        manner=_manner(record, content),
        addressee=around.addressee(),
        when=around.when(),
        where=around.where(),
        stance=found.stance,  # type: ignore[arg-type]  # the pack's tests hold stances to the contract's
        insertions=_insertions(record, content),
    )
    reason = None if speaker else UNKNOWN_SOURCE if found.source else NO_SOURCE
    if speaker is not None and speaker.reason:
        reason = speaker.reason
    spans = (*(s for s in (found.source, found.cue) if s), *content)
    return record.fact(
        value,
        *spans,
        confidence=round(found.confidence * (speaker.trust if speaker else 0.9), 3),
        status=found.status,
        said_by=outer.id if outer else None,
        reason=reason,
    )


def _loose_fact(record: Record, loose: Unclaimed) -> Fact:
    heard = loose.heard
    speaker = heard.value.speaker if heard is not None and isinstance(heard.value, Statement) else None
    value = Statement(
        speaker=speaker,
        speaker_span=heard.value.speaker_span if heard is not None and isinstance(heard.value, Statement) else None,
        content=loose.content,
        manner=loose.manner,
        insertions=_insertions(record, loose.content),
    )
    because = (heard.id,) if heard is not None else ()
    return record.fact(value, *loose.content, confidence=loose.confidence, because=because, reason=loose.reason)


def _size(content: tuple[Span, ...]) -> int:
    return sum(span.end - span.start for span in content)


def _outer(draft: Draft, told: list[tuple[Draft, Fact]]) -> Fact | None:
    """The statement within whose content this one is made: `X reported that Y said S`."""
    cue = draft.attribution.cue
    for other, fact in reversed(told):
        if any(span.start <= cue.start and cue.end <= span.end for span in other.content):
            return fact
    return None


def _manner(record: Record, content: tuple[Span, ...]) -> str:
    quoted = [q for span in content for q in record.annotation.quotations if q.start < span.end and span.start < q.end]
    if not quoted:
        return "indirect"
    whole = all(any(q.start <= span.start and span.end <= q.end for q in quoted) for span in content)
    return "direct" if whole else "mixed"
