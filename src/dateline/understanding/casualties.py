"""Casualties: counts of people whom harm befell."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, Sentence, Token
from dateline.model import Fact, Status
from dateline.record import Record
from dateline.understanding.acts.bearings import Bearings
from dateline.understanding.harm.harms import Harm, harm_words, harms, has_rate
from dateline.understanding.harm.sufferers import Sufferer, Sufferers
from dateline.values import Casualties, Span

NEAR = 12
"""How many words from its harm a count's own time ("so far this year") may stand."""


class _Count(Struct, frozen=True, kw_only=True):
    harm: Harm
    sufferer: Sufferer
    group: str
    head: str
    spans: tuple[Span, ...]
    part: "int | None" = None
    """Index of the count that this one is part of."""
    recalling: bool = False
    """ "the victim": one told of before."""


def casualties(record: Record) -> Iterator[Fact]:
    """People a verb of harm happened to: how many, of which group, in which event, as told by whom."""
    bearings = Bearings(record)
    made: list[Fact] = []
    for count in _merged(_counts(record, bearings)):
        fact = _fact(record, bearings, count, made)
        made.append(fact)
        yield fact


def _counts(record: Record, bearings: Bearings) -> list[_Count]:
    """Every count of the story, in its order; each number or name counts once for an effect."""
    annotation = record.annotation
    sufferers = Sufferers(record, bearings)
    found: list[_Count] = []
    taken: set[tuple[str, int]] = set()
    for token in harm_words(annotation):
        if has_rate(annotation, annotation.sentence(token)):
            continue
        first = len(found)
        for harm in harms(annotation, token):
            sufferer = sufferers.read(harm.sufferer, harm.counted)
            if sufferer is None or (harm.explicit and not (sufferer.number or sufferer.named)):
                continue
            if (harm.effect, sufferer.span.start) in taken:
                continue
            taken.add((harm.effect, sufferer.span.start))
            found.append(_count(record, harm, sufferer, found))
            whole = len(found) - 1
            for part in _parts(sufferers, harm):
                taken.add((harm.effect, part.span.start))
                found.append(replace(_count(record, harm, part, found), part=whole))
        found[first:] = _split(found[first:], first)
    return found


def _split(told: list[_Count], first: int) -> list[_Count]:
    """ "12 people, seven women and five men": counts that add up to the one before them are parts of it."""
    best = [count.sufferer.best or 0 for count in told if count.part is None]
    if len(best) < 3 or len(best) < len(told) or best[0] != sum(best[1:]):
        return told
    return [told[0], *(replace(count, part=first) for count in told[1:])]


def _count(record: Record, harm: Harm, sufferer: Sufferer, before: list[_Count]) -> _Count:
    group, head = sufferer.group, sufferer.head
    if group is None:
        group, head = _stood_for(record, harm, before) if sufferer.rest else ("people", "people")
    spans = (sufferer.span, Span(harm.trigger.start, harm.trigger.end))
    recalling = head in record.annotation.words.casualties.people.recalling
    evidence = tuple(dict.fromkeys(spans))
    return _Count(harm=harm, sufferer=sufferer, group=group, head=head, spans=evidence, recalling=recalling)


def _stood_for(record: Record, harm: Harm, before: list[_Count]) -> tuple[str, str]:
    """The noun for "12 others": that of the count before, when it stands in this sentence or the one before."""
    for count in reversed(before):
        near = harm.trigger.sentence - count.harm.trigger.sentence <= 1
        if near and count.harm.trigger.block == harm.trigger.block and count.part is None:
            return (count.group, count.head) if not count.sufferer.named else ("people", "people")
    return "people", "people"


def _parts(sufferers: Sufferers, harm: Harm) -> Iterator[Sufferer]:
    """ "23 people, including seven children"."""
    annotation = sufferers.annotation
    heads = list(_included(annotation, harm))
    while heads:
        head = heads.pop(0)
        part = sufferers.read(head)
        if part is not None and not part.rest:
            yield part
        heads.extend(annotation.children(head, "conj"))


def _included(annotation: Annotation, harm: Harm) -> list[Token]:
    """The nouns behind "including" or "among them", as the parser hung them or as they follow."""
    phrases = [phrase.split() for phrase in annotation.words.casualties.people.including]
    last = annotation.sentence(harm.sufferer).last
    for i in range(harm.sufferer.i + 1, min(harm.sufferer.i + NEAR, last)):
        token = annotation.tokens[i]
        for phrase in phrases:
            if [t.lower for t in annotation.tokens[i : min(i + len(phrase), last)]] == phrase:
                below = annotation.children(token, "pobj", "dobj") if len(phrase) == 1 else []
                return below or _next_noun(annotation, i + len(phrase), last)
        if token.pos == "VERB" and i > harm.trigger.i:
            break
    return []


def _next_noun(annotation: Annotation, first: int, last: int) -> list[Token]:
    for token in annotation.tokens[first : min(first + NEAR, last)]:
        if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "nmod"):
            return [token]
    return []


def _merged(counts: list[_Count]) -> list[_Count]:
    """One count for one claim: the evidence of a claim told again joins that of the first."""
    kept: list[_Count] = []
    moved: dict[int, int] = {}
    for i, count in enumerate(counts):
        count = replace(count, part=moved.get(count.part) if count.part is not None else None)
        same = next((j for j, old in enumerate(kept) if _same_claim(old, count)), None)
        if same is None:
            moved[i] = len(kept)
            kept.append(count)
        else:
            moved[i] = same
            kept[same] = replace(kept[same], spans=tuple(dict.fromkeys((*kept[same].spans, *count.spans))))
    return kept


def _same_claim(old: _Count, new: _Count) -> bool:
    """A named victim, as many of the same noun, or "the guards" after guards were counted."""
    if (old.harm.effect, old.harm.status) != (new.harm.effect, new.harm.status):
        return False
    one, other = old.sufferer, new.sufferer
    if one.named and other.named and one.victims:
        return one.victims == other.victims
    if other.named:
        return False
    if other.definite and other.number is None and (one.best, other.best) == (1, 1) and _recalls(old, new):
        return True
    if old.head != new.head:
        return False
    if other.definite:  # "both" are the two told of before
        return other.number is None or (one.low, one.high) == (other.low, other.high)
    if other.rest:
        return False
    several = other.number is not None and (other.best or 2) > 1
    return several and (one.low, one.high) == (other.low, other.high)


def _recalls(old: _Count, new: _Count) -> bool:
    """ "the victim", or "the governor" after "Governor Ana Diaz"."""
    return new.recalling or (old.sufferer.named and new.head in old.group.lower().split())


def _fact(record: Record, bearings: Bearings, count: _Count, made: list[Fact]) -> Fact:
    harm, sufferer = count.harm, count.sufferer
    causes = record.annotation.words.casualties.causes.get(harm.effect, ())
    weak = record.annotation.words.casualties.weak_causes
    event, reason = bearings.event_of(Span(harm.trigger.start, harm.trigger.end), causes, weak)
    said = record.said(Span(harm.trigger.start, harm.trigger.end))
    value = Casualties(
        effect=harm.effect,  # type: ignore[arg-type]
        low=sufferer.low,
        high=sufferer.high,
        best=sufferer.best,
        group=count.group,
        victims=sufferer.victims,
        event=event.id if event else None,
        when=_own_time(record, harm.trigger),
        part_of=made[count.part].id if count.part is not None else None,
    )
    return record.fact(
        value,
        *count.spans,
        confidence=_confidence(count, reason),
        status=_status(harm, sufferer, event),
        said_by=said.id if said else None,
        reason=reason,
    )


def _confidence(count: _Count, reason: str | None) -> float:
    doubt = 0.0
    if count.sufferer.number is None and not count.sufferer.named:
        doubt += 0.15 if count.sufferer.definite else 0.1
    if count.sufferer.rest or count.sufferer.group is None:
        doubt += 0.05
    return round(max(count.harm.confidence - doubt - (0.05 if reason else 0.0), 0.1), 2)


def _status(harm: Harm, sufferer: Sufferer, event: Fact | None) -> Status:
    if harm.status == "denied" and sufferer.high == 0:
        return "asserted"
    if harm.status != "asserted":
        return harm.status
    return "historical" if event is not None and event.status == "historical" else "asserted"


def _own_time(record: Record, token: Token) -> str | None:
    """The moment of the count itself: "so far this year"."""
    annotation = record.annotation
    sentence = annotation.sentence(token)
    words = record.text[sentence.start : sentence.end].lower()
    at = next((words.find(cue) for cue in annotation.words.casualties.doubt.so_far if f" {cue} " in f" {words} "), -1)
    if at < 0:
        return None
    cue = annotation.token_at(sentence.start + at)
    if cue is None or abs(cue.i - token.i) > NEAR:
        return None
    return _moment_after(record, sentence, cue)


def _moment_after(record: Record, sentence: Sentence, cue: Token) -> str | None:
    for fact in record.of("moment"):
        if any(cue.start - 1 <= span.start < sentence.end for span in fact.spans):
            return fact.id
    return None
