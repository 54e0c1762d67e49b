"""Charges: who is accused of what before the law."""

from collections.abc import Iterator

from dateline.annotated import Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.bearings import Bearings
from dateline.understanding.harm.people_words import people_words
from dateline.understanding.law.cases import Case, cases
from dateline.values import Charge, Span


def charges(record: Record) -> Iterator[Fact]:
    """Who is accused before the law, of which offences, by whom, and how far the case has come."""
    bearings = Bearings(record)
    made: list[Fact] = []
    for case in cases(record.annotation):
        for accused in case.accused:
            fact = _fact(record, bearings, case, accused, made)
            if fact is not None and not _told_before(fact, made):
                made.append(fact)
                yield fact


def _fact(record: Record, bearings: Bearings, case: Case, accused: Token, made: list[Fact]) -> Fact | None:
    who = bearings.whom(accused)
    if who is None and not _is_person(record, accused):
        return None
    offences = case.offences.names if case.offences else ()
    before = _last_with_offences(made) if case.similar else None
    if (who is None and not offences) or not (offences or case.bare or case.sentence or before):
        return None
    value = Charge(
        accused=who.id if who else None,
        by=_id(bearings, case.by),
        offences=offences or _offences(before),
        stage=case.stage,  # type: ignore[arg-type]
        court=_id(bearings, case.court),
        sentence=_words(record, case.sentence),
        same_as=before.id if before else None,
    )
    reason = _reason(case, who, offences, before)
    said = record.said(Span(case.trigger.start, case.trigger.end))
    return record.fact(
        value,
        *_spans(record, case, accused),
        confidence=round(case.confidence - (0.25 if who is None else 0.15 if reason and not case.reason else 0.0), 2),
        status=case.status,
        said_by=said.id if said else None,
        reason=reason,
    )


def _is_person(record: Record, token: Token) -> bool:
    annotation = record.annotation
    return token.pos == "PRON" or people_words(annotation.words.language.code).is_person(annotation, token)


def _reason(case: Case, who: Fact | None, offences: tuple[str, ...], before: Fact | None) -> str | None:
    if before is not None:
        return "the story says similar charges; the offences are those of the charge before"
    if who is None:
        return "the accused is nobody whom the record knows"
    if not offences:
        return "no offence is named with this word"
    return case.reason


def _spans(record: Record, case: Case, accused: Token) -> tuple[Span, ...]:
    trigger = Span(case.trigger.start, case.trigger.end)
    parts = [trigger, _phrase(record, accused)]
    if case.offences:
        parts.append(case.offences.span)
    if case.sentence:
        parts.append(case.sentence)
    return tuple(dict.fromkeys(parts))


def _told_before(fact: Fact, made: list[Fact]) -> bool:
    """Whether an earlier charge says the same or more of the same person."""
    value = fact.value
    for other in made:
        old = other.value
        if not (isinstance(value, Charge) and isinstance(old, Charge)) or value.accused is None:
            continue
        same = (old.accused, old.stage, other.status) == (value.accused, value.stage, fact.status)
        adds = value.sentence not in (None, old.sentence) or (value.court and not old.court)
        if same and set(value.offences) <= set(old.offences) and not adds:
            return True
    return False


def _last_with_offences(made: list[Fact]) -> Fact | None:
    return next((fact for fact in reversed(made) if _offences(fact)), None)


def _offences(fact: Fact | None) -> tuple[str, ...]:
    return fact.value.offences if fact is not None and isinstance(fact.value, Charge) else ()


def _phrase(record: Record, head: Token) -> Span:
    """The head with what stands before it in its phrase; what follows it is left out."""
    before = [t for t in record.annotation.subtree(head) if t.i <= head.i]
    first = before[-1]
    for token in reversed(before[:-1]):
        if first.i - token.i > 1 or (token.pos in ("PUNCT", "CCONJ") and token.text != "-"):
            break
        first = token
    return record.annotation.span(first, head)


def _id(bearings: Bearings, head: Token | None) -> str | None:
    fact = bearings.whom(head) if head is not None else None
    return fact.id if fact else None


def _words(record: Record, span: Span | None) -> str | None:
    return " ".join(record.words(span).split()) if span else None
