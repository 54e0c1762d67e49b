"""Charges before they are facts: one case told several times becomes one charge with several places of evidence."""

import re

from msgspec import Struct
from msgspec.structs import replace

from dateline.model import Status
from dateline.values import Charge, Span

_COUNTED = re.compile(r"^\S+ (?:counts?|charges?) of ", re.IGNORECASE)


class Draft(Struct, frozen=True, kw_only=True):
    """A charge that may still be joined with others.

    `like`: the number of the draft that it is similar to. `weak`: see `Case`. `own`: what the words
    themselves leave to say ("wanted"); where no offence is named such words are joined with none that say another.
    """

    value: Charge
    spans: tuple[Span, ...]
    confidence: float
    status: Status
    said_by: str | None = None
    reason: str | None = None
    headline: bool = False
    like: int | None = None
    weak: bool = False
    own: str | None = None


def merged(drafts: list[Draft]) -> list[Draft]:
    """Drafts with each case once for each stage; `like` counts in the new list.

    A weak one stays only where the same accused is charged in plainer words elsewhere.
    """
    made: list[Draft] = []
    place: list[int | None] = []
    plain = {draft.value.accused for draft in drafts if not draft.weak} - {None}
    for draft in _with_headlines(drafts):
        if draft.weak and draft.value.accused not in plain:
            place.append(None)
            continue
        own = replace(draft, like=place[draft.like] if draft.like is not None else None)
        found = next((i for i, other in enumerate(made) if _same(other, own)), len(made))
        if found == len(made):
            made.append(own)
        else:
            made[found] = _joined(made[found], own)
        place.append(found)
    return made


def _with_headlines(drafts: list[Draft]) -> list[Draft]:
    """A headline's "man" is the one whom the story below accuses of the same, where there is one alone."""
    found = []
    for draft in drafts:
        names = {other.value.accused for other in drafts if other.value.accused and _fits(draft, other)}
        if draft.headline and draft.value.accused is None and len(names) == 1:
            draft = replace(draft, value=replace(draft.value, accused=names.pop()), reason=None)
        found.append(draft)
    return found


def _same(one: Draft, other: Draft) -> bool:
    return one.value.accused is not None and one.value.accused == other.value.accused and _fits(one, other)


def _fits(one: Draft, other: Draft) -> bool:
    """Whether two tellings may be of one step of one case."""
    first, second = _keys(one.value), _keys(other.value)
    terms = {draft.value.sentence for draft in (one, other)} - {None}
    apart = len(terms) > 1 and not any(a != b and a in b for a in terms for b in terms if a and b)
    apart = apart or any(not draft.value.offences and draft.own for draft in (one, other) if one.own != other.own)
    same = one.value.stage == other.value.stage and one.status == other.status and not apart
    return same and (_within(first, second) or _within(second, first))


def _within(some: set[str], others: set[str]) -> bool:
    """Whether each offence of some is among others, in as many words or more: "murder", "murder of a guard"."""
    return all(any(a == b or a.startswith(f"{b} ") or b.startswith(f"{a} ") for b in others) for a in some)


def _keys(value: Charge) -> set[str]:
    return {_COUNTED.sub("", offence.lower()) for offence in value.offences}


def _joined(one: Draft, other: Draft) -> Draft:
    """What both tell together: the longer list, whoever is named, each place of evidence."""
    first, second = one.value, other.value
    longer = max((first, second), key=lambda value: (len(value.offences), sum(map(len, value.offences))))
    terms = [value.sentence for value in (first, second) if value.sentence]
    value = replace(
        first,
        offences=longer.offences,
        by=first.by or second.by,
        court=first.court or second.court,
        sentence=max(terms, key=len, default=None),
    )
    better = one if one.confidence >= other.confidence else other
    spans = tuple(dict.fromkeys((*one.spans, *other.spans)))
    return replace(one, value=value, spans=spans, confidence=better.confidence, reason=better.reason)
