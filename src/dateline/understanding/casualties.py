"""Casualties: counts of people whom harm befell."""

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.annotated import Annotation, Sentence, Token
from dateline.model import Fact, Status
from dateline.record import Record
from dateline.understanding.acts.bearings import Bearings
from dateline.understanding.harm.counts import Count
from dateline.understanding.harm.doubts import is_no_harm
from dateline.understanding.harm.harm_words import candidates, has_rate
from dateline.understanding.harm.harms import Harm, harms
from dateline.understanding.harm.merging import merged
from dateline.understanding.harm.parts import members, parts
from dateline.understanding.harm.sufferer import Sufferer
from dateline.understanding.harm.sufferers import Sufferers
from dateline.values import Casualties, Event, Span, Statement

NEAR = 12
"""How many words from its harm a count's own time ("so far this year") may stand."""


def casualties(record: Record) -> Iterator[Fact]:
    """People a verb of harm happened to: how many, of which group, in which event, as told by whom."""
    made: list[Fact] = []
    counts = merged(record, _Counting(record).counts())
    for count in counts:
        if _is_revised(record.annotation, count, counts):
            count = replace(count, doubt="an earlier figure; the story has another")
        fact = _fact(record, count, made)
        made.append(fact)
        yield fact


class _Counting:
    """Every count of one story, in its order; each number or name counts once for an effect."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.annotation: Annotation = record.annotation
        self.words = self.annotation.words.casualties
        self.bearings = Bearings(record)
        self.sufferers = Sufferers(record, self.bearings)
        self.found: list[Count] = []
        self.taken: set[tuple[str, int]] = set()
        said = (fact.value for fact in record.of("statement"))
        self.speakers = {value.speaker for value in said if isinstance(value, Statement) and value.speaker}

    def counts(self) -> list[Count]:
        """The counts as they are told, nothing joined yet."""
        for token in candidates(self.annotation):
            if has_rate(self.annotation, self.annotation.sentence(token)):
                continue
            first = len(self.found)
            for harm in harms(self.annotation, token):
                self._take(harm, first)
            self.found[first:] = _split(self.found[first:], first)
        return self.found

    def _take(self, harm: Harm, first: int) -> None:
        if harm.counted:
            sufferer = self.sufferers.read(harm.sufferer, counted=True)
        else:
            sufferer = self.sufferers.counted(harm.sufferer, harm.count)
        if sufferer is None or (harm.explicit and not (sufferer.number or sufferer.named)):
            return
        if harm.effect == "killed" and sufferer.pronoun and set(sufferer.victims) & self.speakers:
            return  # "he died" in the words of one who goes on speaking is somebody else
        whole = self._whole(harm, first) if harm.roll else None
        if harm.pronoun and not (sufferer.named and self._is_near(harm, whole)):
            return
        if harm.roll and not harm.effect:
            if whole is None:
                return
            harm = replace(harm, effect=self.found[whole].harm.effect)
        if (harm.effect, sufferer.span.start) in self.taken:
            return
        count = self._count(harm, sufferer)
        if is_no_harm(self.annotation, count):
            return
        part = whole if whole is not None and not self.found[whole].is_one else None
        named = members(self.sufferers, harm)
        if named and len(named) == sufferer.best:
            victims = tuple(one.victims[0] for one in named if one.victims)
            count = replace(count, sufferer=replace(sufferer, victims=victims))
        whole = None
        if not (named and sufferer.bare):  # "comrades Diaz and Roth"
            self._add(replace(count, part=part))
            whole = len(self.found) - 1
        for one in (*named, *parts(self.sufferers, harm)):
            self._add(replace(self._count(harm, one), part=whole))

    def _add(self, count: Count) -> None:
        self.taken.add((count.harm.effect, count.sufferer.span.start))
        self.found.append(count)

    def _whole(self, harm: Harm, first: int) -> int | None:
        """The count that a roll gives the members of: the last one with this effect before."""
        for i in range(first - 1, -1, -1):
            old = self.found[i]
            if old.part is None and not old.sufferer.named and harm.effect in ("", old.harm.effect):
                return i
        return None

    def _is_near(self, harm: Harm, whole: int | None) -> bool:
        return whole is not None and harm.trigger.sentence - self.found[whole].harm.trigger.sentence <= 1

    def _count(self, harm: Harm, sufferer: Sufferer) -> Count:
        group, head = sufferer.group, sufferer.head
        if harm.group is not None:
            group, head = self.sufferers.group(harm.group)
        if group is None:
            group, head = self._stood_for(harm) if sufferer.rest else ("people", "people")
        if harm.either:
            sufferer = replace(sufferer, low=None, best=None)
        at = Span(harm.trigger.start, harm.trigger.end)
        causes = self.words.causes.get(harm.effect, ())
        event, doubt = self.bearings.event_of(at, causes, self.words.weak_causes)
        if event is not None and doubt and (sufferer.bare or _is_crime(event)):
            event = None  # what stands in another paragraph has not harmed "soldiers" in general, nor a theft anybody
        return Count(
            harm=harm,
            sufferer=sufferer,
            group=group,
            head=head,
            spans=tuple(dict.fromkeys((sufferer.span, at))),
            event=event,
            doubt=doubt,
            recalling=head in self.words.people.recalling or self._points(sufferer),
        )

    def _points(self, sufferer: Sufferer) -> bool:
        """ "This man": one told of before."""
        token = self.annotation.token_at(sufferer.span.start)
        before = self.annotation.tokens[token.i - 1] if token is not None and token.i else None
        return before is not None and before.dep == "det" and before.lower in self.words.people.pointing

    def _stood_for(self, harm: Harm) -> tuple[str, str]:
        """The noun for "12 others": that of the count just before, if it is one group."""
        near: list[Count] = []
        for count in reversed(self.found):
            close = harm.trigger.sentence - count.harm.trigger.sentence <= 1
            if not close or count.harm.trigger.block != harm.trigger.block:
                break
            if (
                count.part is None
                and not count.harm.roll
                and (not near or count.harm.trigger.i == near[0].harm.trigger.i)
            ):
                near.append(count)
        if len({count.head for count in near}) == 1 and not near[0].sufferer.named:
            return near[0].group, near[0].head
        return "people", "people"


def _is_crime(event: Fact) -> bool:
    return isinstance(event.value, Event) and event.value.type == "CRIME"


def _is_revised(annotation: Annotation, count: Count, counts: list[Count]) -> bool:
    """ "Earlier reports had put the toll at nine", in a story that counts 14."""
    figures = {other.sufferer.best for other in counts if other.part is None and other.harm.effect == count.harm.effect}
    if count.part is not None or not count.sufferer.best or len(figures - {None, count.sufferer.best}) == 0:
        return False
    before = annotation.tokens[annotation.sentence(count.harm.trigger).first : count.harm.trigger.i]
    words = f" {' '.join(t.lower for t in before)} "
    return any(f" {phrase} " in words for phrase in annotation.words.casualties.doubt.earlier)


def _split(told: list[Count], first: int) -> list[Count]:
    """ "12 people, seven women and five men": counts that add up to the one before them are parts of it."""
    best = [count.sufferer.best or 0 for count in told if count.part is None]
    if len(best) < 3 or len(best) < len(told) or best[0] != sum(best[1:]):
        return told
    return [told[0], *(replace(count, part=first) for count in told[1:])]


def _fact(record: Record, count: Count, made: list[Fact]) -> Fact:
    harm, sufferer, event, reason = count.harm, count.sufferer, count.event, count.doubt
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


def _confidence(count: Count, reason: str | None) -> float:
    doubt = 0.2 if count.harm.either else 0.0
    if count.sufferer.number is None and not count.sufferer.named:
        doubt += 0.15 if count.sufferer.definite else 0.1
    if count.sufferer.pronoun:
        doubt += 0.15
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
