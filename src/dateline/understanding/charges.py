"""Charges: who is accused of what before the law."""

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.annotated import Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.bearings import Bearings
from dateline.understanding.harm.people_words import people_words
from dateline.understanding.law.cases import Case, cases
from dateline.understanding.law.courts import unnamed_court
from dateline.understanding.law.drafts import Draft, merged
from dateline.values import Charge, Organisation, Span, Statement

SIMILAR = "the story says similar charges; the offences are those of the charge before"


def charges(record: Record) -> Iterator[Fact]:
    """Who is accused before the law, of which offences, by whom, and how far the case has come.

    Told several times it is one charge with several places of evidence; each stage that a case has reached is a fact of
    its own. Civil suits and what politicians accuse each other of are no charges. A court without a name that its place
    tells ("a court in Lund") becomes an organisation.
    """
    bearings = Bearings(record)
    drafts: list[Draft] = []
    courts: dict[str, Fact] = {}
    for case in cases(record.annotation):
        court = _court(record, bearings, case, courts)
        if court is not None and record.get(court.id) is None and court.id not in courts:
            courts[court.id] = court
            yield court
        for accused in case.accused:
            draft = _draft(record, bearings, case, accused, drafts, court)
            if draft is not None:
                drafts.append(draft)
    yield from _facts(record, merged(drafts))


def _facts(record: Record, drafts: list[Draft]) -> Iterator[Fact]:
    made: list[Fact] = []
    for draft in drafts:
        same = made[draft.like].id if draft.like is not None and draft.like < len(made) else None
        value = draft.value if same is None else replace(draft.value, same_as=same)
        fact = record.fact(
            value,
            *draft.spans,
            confidence=draft.confidence,
            status=draft.status,
            said_by=draft.said_by,
            reason=draft.reason,
        )
        made.append(fact)
        yield fact


def _draft(
    record: Record, bearings: Bearings, case: Case, accused: Token, drafts: list[Draft], court: Fact | None
) -> Draft | None:
    who = bearings.whom(accused)
    if who is None and not _may_be_accused(record, case, accused):
        return None
    offences = case.offences.names if case.offences else ()
    like = _last_with_offences(drafts) if case.similar else None
    if (who is None and not offences and not case.sentence) or not (
        offences or case.bare or case.sentence or like is not None
    ):
        return None
    by = bearings.whom(case.by) if case.by is not None else None
    before = drafts[like].value.offences if like is not None else ()
    trigger = Span(case.trigger.start, case.trigger.end)
    said = _said(record, trigger)
    return Draft(
        value=Charge(
            accused=who.id if who else None,
            by=by.id if by is not None and by is not who else None,
            offences=offences or before,
            stage=case.stage,  # type: ignore[arg-type]
            court=court.id if court is not None and court is not who else None,
            sentence=" ".join(record.words(case.sentence).split()) if case.sentence else None,
        ),
        spans=_spans(record, case, accused),
        confidence=_confidence(case, who, offences),
        status=case.status,
        said_by=said.id if said else None,
        reason=_reason(case, who, offences, like is not None),
        headline=record.article.blocks[case.trigger.block].role == "headline",
        like=like,
        weak=case.weak,
        own=case.reason,
    )


def _said(record: Record, trigger: Span) -> Fact | None:
    """Whose words the charge is told in; who denies one does not tell of it."""
    said = record.said(trigger)
    denies = said is not None and isinstance(said.value, Statement) and said.value.stance == "denies"
    return None if denies else said


def _may_be_accused(record: Record, case: Case, token: Token) -> bool:
    """Whether words for nobody that the record knows mean somebody; who is charged with a crime is no thing."""
    annotation = record.annotation
    if token.pos == "PRON" or people_words(annotation.words.language.code).is_person(annotation, token):
        return True
    aside = token.tag == "CD" and annotation.tokens[token.i - 1].text == ","  # "Ana Diaz, 19, was charged"
    return case.trigger.pos == "VERB" and case.offences is not None and token.tag in ("NNS", "CD") and not aside


def _confidence(case: Case, who: Fact | None, offences: tuple[str, ...]) -> float:
    doubt = 0.25 if who is None else 0.15 if not offences and not case.reason else 0.0
    return round(case.confidence - doubt, 2)


def _reason(case: Case, who: Fact | None, offences: tuple[str, ...], similar: bool) -> str | None:
    if similar:
        return SIMILAR
    if who is None:
        return "the accused is nobody whom the record knows"
    return case.reason or (None if offences else "no offence is named with this word")


def _spans(record: Record, case: Case, accused: Token) -> tuple[Span, ...]:
    parts = [Span(case.trigger.start, case.trigger.end), _phrase(record, accused)]
    if case.offences:
        parts.append(case.offences.span)
    if case.sentence:
        parts.append(case.sentence)
    return tuple(dict.fromkeys(parts))


def _last_with_offences(drafts: list[Draft]) -> int | None:
    return next((i for i in range(len(drafts) - 1, -1, -1) if drafts[i].value.offences), None)


def _phrase(record: Record, head: Token) -> Span:
    """The head with what stands before it in its phrase; what follows it is left out."""
    before = [t for t in record.annotation.subtree(head) if t.i <= head.i]
    first = before[-1]
    for token in reversed(before[:-1]):
        if first.i - token.i > 1 or (token.pos in ("PUNCT", "CCONJ") and token.text != "-"):
            break
        first = token
    return record.annotation.span(first, head)


def _court(record: Record, bearings: Bearings, case: Case, made: dict[str, Fact]) -> Fact | None:
    """The court as the record knows it, or one that its place tells."""
    if case.court is None:
        return None
    known = bearings.whom(case.court)
    if known is not None:
        return known if isinstance(known.value, Organisation) else None
    value, spans = unnamed_court(record, case.court)
    if value is None:
        return None
    told = [fact for fact in made.values() if isinstance(fact.value, Organisation) and fact.value.name == value.name]
    return told[0] if told else record.fact(value, *spans, confidence=0.8)
