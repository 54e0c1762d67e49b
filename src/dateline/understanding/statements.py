"""Who said what: attributions as facts, then the quotations that no verb of saying stands by."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.speech.attribution import attributions
from dateline.understanding.speech.claims.agreement import is_told, untold
from dateline.understanding.speech.cues import Attribution, Discourse
from dateline.understanding.speech.forms.forms import beside, forms
from dateline.understanding.speech.forms.labels import Form
from dateline.understanding.speech.grammar.nesting import told_within
from dateline.understanding.speech.speakers.handles import owner_of
from dateline.understanding.speech.speakers.headings import HEADED, HEADED_WORTH, headed
from dateline.understanding.speech.speakers.mending import mended
from dateline.understanding.speech.speakers.setting import Setting
from dateline.understanding.speech.speakers.speakers import speaker_of
from dateline.understanding.speech.speakers.speaking_on import Speaker
from dateline.understanding.speech.speakers.unnamed import WRITER
from dateline.understanding.speech.unclaimed import NO_CUE, Heard, Unclaimed, begun, continued, unclaimed
from dateline.values import Span, Statement

TAKEN_FOR = 0.85
"""What the confidence of a statement is worth whose speaker is named elsewhere."""

GUESSED = 0.85
"""What the confidence is worth of words whose quotation has one mark only."""
GUESSED_MARK = "one of its quotation marks is missing, and where it belongs is guessed"


class Draft(Struct, frozen=True):
    """An attribution with the paragraphs in which its quotation goes on, and the form that it was read from."""

    found: Attribution
    content: tuple[Span, ...]
    form: Form | None = None


class Told(Struct, frozen=True):
    """A draft that has become a fact."""

    fact: Fact
    draft: Draft


def statements(record: Record) -> Iterator[Fact]:
    """What somebody said: who, in which words, to whom, when and where."""
    discourse = Discourse(record.annotation, record.text)
    ruled, claimed = ([mended(discourse, one) for one in some] for some in attributions(discourse))
    formed = forms(discourse, ruled)
    whole_forms = [Draft(form.found, form.found.content, form) for form in formed]
    drafts = sorted(_once([*whole_forms, *_drafts(record, _beside_forms(discourse, ruled, formed))]), key=_outer_first)
    loose = list(unclaimed(discourse, [_heard(record, i, draft) for i, draft in enumerate(drafts)]))
    whole = [replace(draft, content=(*draft.content, *_beside(loose, i))) for i, draft in enumerate(drafts)]
    owned = [part.content for part in loose if part.after is not None]
    taken = [*owned, *(draft.content for draft in whole)]
    rest = untold(_beside_forms(discourse, claimed, formed), taken)
    more = [Draft(one, one.content) for one in rest if not any(_names(one, draft.found) for draft in drafts)]
    told: list[Told] = []
    for draft in sorted((*whole, *more), key=_outer_first):
        told.append(Told(_statement(record, discourse, draft, told), draft))
        yield told[-1].fact
    facts = {each.draft: each.fact for each in told}
    for part in loose:
        after = facts[whole[part.after]] if part.after is not None else None
        if not part.beside and not (after is None and any(is_told(part.content, each.content) for each in more)):
            yield _quotation(record, discourse, part, after)


def _beside_forms(discourse: Discourse, found: Sequence[Attribution], formed: Sequence[Form]) -> list[Attribution]:
    """The attributions that no form tells; within a turn only those that are statements of their own."""
    return told_within(discourse, list(beside(discourse, found, formed)), [form.found for form in formed])


def _names(one: Attribution, other: Attribution) -> bool:
    """Whether one cue is told to say what is its source by better evidence."""
    source, same = other.source, one.cue.start < other.cue.end and other.cue.start < one.cue.end
    return same and source is not None and all(source.start <= s.start and s.end <= source.end for s in one.content)


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


def _once(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, without the spans that are all that another draft says: `Berg said S. "Q," Berg said.`"""
    for draft in drafts:
        if any(_tells_same(draft, other) for other in drafts if other is not draft):
            continue
        if len(draft.content) == 1:
            yield draft
            continue
        others = [other for other in drafts if other is not draft and not _hold(draft, other)]
        kept = tuple(span for i, span in enumerate(draft.content) if not _is_others(draft, i, others))
        yield replace(draft, content=kept) if kept else draft


def _tells_same(draft: Draft, other: Draft) -> bool:
    """Whether a surer reading of the same cue has a draft's words: "refused to discuss S" and "to discuss S"."""
    one, two = draft.found, other.found
    same = one.cue.start < two.cue.end and two.cue.start < one.cue.end and one.source == two.source
    return same and one.confidence < two.confidence and is_told(draft.content, other.content)


def _is_others(draft: Draft, i: int, others: Sequence[Draft]) -> bool:
    """Whether a span of a draft is all that another says, or somebody else has spoken since the one before it."""
    span, before = draft.content[i], draft.content[i - 1] if i else None
    if any(len(o.content) < len(draft.content) and is_told((span,), o.content) for o in others):
        return True
    return before is not None and any(
        before.end <= other.found.cue.start and other.found.cue.end <= span.start and other.found.source is not None
        for other in others
        if draft.found.cue.end <= before.start
    )


def _hold(draft: Draft, other: Draft) -> bool:
    """Whether the cue of another draft stands within what one says."""
    cue = other.found.cue
    return any(span.start <= cue.start and cue.end <= span.end for span in draft.content)


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


def _apart(content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans of what is said without those that another of them holds."""
    return tuple(
        span
        for i, span in enumerate(content)
        if not any(o.start <= span.start and span.end <= o.end for o in content[:i])
    )


def _before(told: Sequence[Told], outer: Fact | None) -> Fact | None:
    """The statement told last that stands in the same words: the writer's, or those of the same speaker."""
    within = outer.id if outer else None
    return next((each.fact for each in reversed(told) if each.fact.said_by == within), None)


def _within_blocks(record: Record, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The same words without what lies between two blocks, a blank line or furniture."""
    cuts = (
        Span(max(span.start, block.start), min(span.end, block.end))
        for span in content
        for block in record.article.blocks
        if span.start < block.end and block.start < span.end
    )
    return tuple(part for part in (_trimmed(record, cut) for cut in cuts) if part.start < part.end) or content


def _trimmed(record: Record, span: Span) -> Span:
    words = record.words(span)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, start + len(words.strip())))


def _statement(record: Record, discourse: Discourse, draft: Draft, told: list[Told]) -> Fact:
    found, content, outer = draft.found, _within_blocks(record, _apart(draft.content)), _outer(draft, told)
    around = Setting(record, discourse, found, content)
    speaker = _speaker(record, discourse, draft, _before(told, outer))
    if speaker.reason == WRITER and outer is None and (author := headed(discourse)) is not None:
        speaker = Speaker(speaker_of(record, discourse, author).fact, HEADED_WORTH, HEADED)
    mark = GUESSED_MARK if _is_repaired(record, content) else None
    value = Statement(
        speaker=speaker.fact.id if speaker.fact else None,
        speaker_span=found.source,
        cue=found.cue,
        content=content,
        manner="direct" if draft.form is not None and draft.form.verbatim else _manner(record, content),
        addressee=around.addressee(),
        occasion=around.occasion(),
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
        confidence=round(found.confidence * speaker.trust * (GUESSED if mark else 1.0), 3),
        status=found.status,
        said_by=outer.id if outer else None,
        reason="; ".join(filter(None, (speaker.reason, mark))) or None,
    )


def _speaker(record: Record, discourse: Discourse, draft: Draft, before: Fact | None) -> Speaker:
    """Who speaks: whom the source names, or whom the form that a draft was read from takes it for."""
    source, doubt = draft.found.source, draft.form.doubt if draft.form else None
    named = draft.form.named if draft.form else None
    named = named or (owner_of(discourse, source) if source else None)
    if named is None:
        return speaker_of(record, discourse, source, before, draft.found.verb)
    speaker = speaker_of(record, discourse, named)
    return Speaker(speaker.fact, speaker.trust * (TAKEN_FOR if doubt else 1.0), doubt or speaker.reason)


def _quotation(record: Record, discourse: Discourse, loose: Unclaimed, after: Fact | None) -> Fact:
    earlier = after.value if after else None
    known = earlier if isinstance(earlier, Statement) else None
    person = speaker_of(record, discourse, loose.source).fact if loose.source else None
    taken = person is not None and person.kind == "person"
    value = Statement(
        speaker=known.speaker if known else person.id if person is not None and taken else None,
        speaker_span=known.speaker_span if known else loose.source if taken else None,
        content=loose.content,
        manner=loose.manner,
        insertions=_insertions(record, loose.content),
    )
    because = (after.id,) if after else ()
    reason, sure = NO_CUE if loose.source and not taken else loose.reason, loose.confidence
    if _is_repaired(record, loose.content):
        reason, sure = f"{reason}; {GUESSED_MARK}", round(sure * GUESSED, 3)
    return record.fact(value, *loose.content, confidence=sure, because=because, reason=reason)


def _is_repaired(record: Record, content: tuple[Span, ...]) -> bool:
    """Whether a quotation of which one end was guessed has a part in what is said."""
    quotations = (quotation for quotation in record.annotation.quotations if quotation.repaired)
    return any(q.start < span.end and span.start < q.end for q in quotations for span in content)


def _manner(record: Record, content: tuple[Span, ...]) -> Literal["direct", "indirect", "mixed"]:
    quoted = [q for q in record.annotation.quotations if any(q.start < s.end and s.start < q.end for s in content)]
    if not quoted:
        return "indirect"
    return "direct" if all(any(q.start <= s.start and s.end <= q.end for q in quoted) for s in content) else "mixed"


def _insertions(record: Record, content: tuple[Span, ...]) -> tuple[Span, ...]:
    found = (span for quotation in record.annotation.quotations for span in quotation.insertions)
    return tuple(b for b in found if any(s.start <= b.start and b.end <= s.end for s in content))
