"""Who said what: attributions as facts, then the quotations that no verb of saying stands by."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.speech.agreement import is_told, untold
from dateline.understanding.speech.attribution import attributions
from dateline.understanding.speech.cues import Attribution, Discourse
from dateline.understanding.speech.speakers import Setting, speaker_of
from dateline.understanding.speech.unclaimed import Heard, Unclaimed, begun, continued, unclaimed
from dateline.values import Span, Statement


class Draft(Struct, frozen=True):
    """An attribution with the paragraphs in which its quotation goes on."""

    found: Attribution
    content: tuple[Span, ...]


class Told(Struct, frozen=True):
    """A draft that has become a fact."""

    fact: Fact
    draft: Draft


def statements(record: Record) -> Iterator[Fact]:
    """What somebody said: who, in which words, to whom, when and where."""
    discourse = Discourse(record.annotation, record.text)
    ruled, claimed = attributions(discourse)
    drafts = sorted(_drafts(record, ruled), key=_outer_first)
    loose = list(unclaimed(discourse, [_heard(record, i, draft) for i, draft in enumerate(drafts)]))
    whole = [Draft(draft.found, (*draft.content, *_beside(loose, i))) for i, draft in enumerate(drafts)]
    owned = [part.content for part in loose if part.after is not None]
    more = [Draft(one, one.content) for one in untold(claimed, [*owned, *(draft.content for draft in whole)])]
    told: list[Told] = []
    for draft in sorted((*whole, *more), key=_outer_first):
        told.append(Told(_statement(record, discourse, draft, told), draft))
        yield told[-1].fact
    facts = {each.draft: each.fact for each in told}
    for part in loose:
        after = facts[whole[part.after]] if part.after is not None else None
        if not part.beside and not (after is None and any(is_told(part.content, each.content) for each in more)):
            yield _quotation(record, part, after)


def _beside(loose: Sequence[Unclaimed], number: int) -> Iterator[Span]:
    """The quotations that go on behind a draft in its own paragraph."""
    for part in loose:
        if part.after == number and part.beside:
            yield from part.content


def _heard(record: Record, number: int, draft: Draft) -> Heard:
    return Heard(number, draft.found.stretch, draft.content, _manner(record, draft.content) != "indirect")


def _drafts(record: Record, all_found: Sequence[Attribution]) -> list[Draft]:
    """One draft for each content: of two cues that claim the same words the surer one."""
    best: dict[tuple[Span, ...], Draft] = {}
    claimed = [span for found in all_found for span in found.content]
    for found in all_found:
        whole = (part for span in found.content for part in _with_continuations(record, span, claimed))
        draft = Draft(found, tuple(whole))
        if draft.content not in best or best[draft.content].found.confidence < found.confidence:
            best[draft.content] = draft
    return list(best.values())


def _with_continuations(record: Record, span: Span, claimed: Sequence[Span]) -> tuple[Span, ...]:
    """What is said with the paragraphs before it that nobody else says, and those after it, of the same quotation."""
    quotations = record.annotation.quotations
    for i, quotation in enumerate(quotations):
        if not (span.start < quotation.end and quotation.start < span.end):
            continue
        before = begun(quotations, i) if quotation.continues else ()
        if any(part.start < other.end and other.start < part.end for part in before for other in claimed):
            before = ()
        if before or not quotation.closed:
            return (*before, span, *continued(quotations, i)[1:])
    return (span,)


def _outer_first(draft: Draft) -> tuple[int, int, int]:
    """In the order of the text; of two that begin together the longer one first, since it may hold the other."""
    size = sum(span.end - span.start for span in draft.content)
    return draft.found.stretch.first, draft.content[0].start, -size


def _outer(draft: Draft, told: list[Told]) -> Fact | None:
    """The statement within whose content this one is made: "the agency reported that the ministry said ..."."""
    cue = draft.found.cue
    for earlier in reversed(told):
        if any(span.start <= cue.start and cue.end <= span.end for span in earlier.draft.content):
            return earlier.fact
    return None


def _statement(record: Record, discourse: Discourse, draft: Draft, told: list[Told]) -> Fact:
    found, content, outer = draft.found, draft.content, _outer(draft, told)
    around = Setting(record, discourse, found, content)
    speaker = speaker_of(record, discourse, found.source, told[-1].fact if told else None)
    value = Statement(
        speaker=speaker.fact.id if speaker.fact else None,
        speaker_span=found.source,
        cue=found.cue,
        content=content,
        manner=_manner(record, content),
        addressee=around.addressee(),
        when=around.when(),
        where=around.where(),
        stance=found.stance,
        insertions=_insertions(record, content),
    )
    return record.fact(
        value,
        *((found.source,) if found.source else ()),
        found.cue,
        *content,
        confidence=round(found.confidence * speaker.trust, 3),
        status=found.status,
        said_by=outer.id if outer else None,
        reason=speaker.reason,
    )


def _quotation(record: Record, loose: Unclaimed, after: Fact | None) -> Fact:
    earlier = after.value if after else None
    known = earlier if isinstance(earlier, Statement) else None
    value = Statement(
        speaker=known.speaker if known else None,
        speaker_span=known.speaker_span if known else None,
        content=loose.content,
        manner=loose.manner,
        insertions=_insertions(record, loose.content),
    )
    because = (after.id,) if after else ()
    return record.fact(value, *loose.content, confidence=loose.confidence, because=because, reason=loose.reason)


def _manner(record: Record, content: tuple[Span, ...]) -> Literal["direct", "indirect", "mixed"]:
    quoted = [q for q in record.annotation.quotations if any(q.start < s.end and s.start < q.end for s in content)]
    if not quoted:
        return "indirect"
    return "direct" if all(any(q.start <= s.start and s.end <= q.end for q in quoted) for s in content) else "mixed"


def _insertions(record: Record, content: tuple[Span, ...]) -> tuple[Span, ...]:
    brackets = (bracket for quotation in record.annotation.quotations for bracket in quotation.brackets)
    return tuple(b for b in brackets if any(s.start <= b.start and b.end <= s.end for s in content))
