"""Counts that exclude each other, and counts that changed as time went on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dateline.merging.claims import Claim
from dateline.merging.disagreements.heard import has, words_of
from dateline.merging.disagreements.sides import DENIED, Position, disagreement, heard_on_each
from dateline.merging.outcomes import Disagreement
from dateline.merging.tolling import Outdated, Tally
from dateline.merging.words import stem

__all__ = ["figures"]

_FAR = 5
"""Times: figures further apart are hardly two counts of the same people."""
_DAYS = 3
"""Days between two reports: later ones tell of what has come to light since."""
_MOST = 4000
"""More than so many are those of a war, not of one deed."""
_WIDE = frozenset(("DISASTER", "OUTBREAK", "MOBILIZE", "PROTEST", "GATHERING"))
_KINDS = 48
"""Counts that are compared with those of the other side."""
_COUNTED = frozenset(("killed", "wounded", "missing", "detained", "abducted", "displaced", "freed"))


def figures(tallies: Iterable[Tally]) -> Iterator[Disagreement]:
    """Disagreements and updates of the counts of each effect."""
    for tally in tallies:
        if tally.effect in _COUNTED and (tally.against or tally.outdated):
            yield from _against(tally)
            yield from _changed(tally)
        if tally.effect in _COUNTED and tally.aside:
            yield from _denied(tally)


def _denied(tally: Tally) -> Iterator[Disagreement]:
    """A figure that somebody gives and somebody else denies."""
    for claim, _ in tally.aside:
        if claim.toll.status == "denied" and claim.voice and claim.part.copy_of is None and _counts(claim):
            held = [other for other in tally.current if other.point == claim.point and other.voice != claim.voice]
            if held:
                toll = claim.toll
                denial = Position(claim.part, DENIED, (toll.fact,), toll.said_by, toll.words)
                yield disagreement(tally.effect, "denial", [_positions(held, tally.effect), [denial]])
                return


def _against(tally: Tally) -> Iterator[Disagreement]:
    """The figure that stands against those that leave it no room."""
    held = [claim for claim in tally.agreeing if claim.point == tally.value and _counts(claim)]
    kinds = list({_kind(claim): claim for claim in reversed(held)}.values())[:_KINDS]
    sides: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    known: dict[tuple[object, ...], bool] = {}
    for claim in tally.against:
        kind = _kind(claim)
        if kind not in known:
            known[kind] = _counts(claim) and any(_contradict(claim, other) for other in kinds)
        if known[kind]:
            sides[claim.low, -1 if claim.high is None else claim.high].append(claim)
    ours = [_position(claim, tally.effect) for claim in held]
    theirs = [[_position(claim, tally.effect) for claim in side] for _, side in sorted(sides.items()) if _led(side)]
    theirs = [side for side in theirs if heard_on_each(ours, side)]
    if theirs and _led(held):
        yield disagreement(tally.effect, "disagreement", [ours, *theirs])


def _kind(claim: Claim) -> tuple[object, ...]:
    """What two counts have in common that stand alike to all others."""
    article = claim.part.report.article if claim.voice else ""
    return claim.low, claim.high, claim.toll.group, claim.voice, claim.moment, article


def _counts(claim: Claim) -> bool:
    """Whether a number is given: who tells of one victim as a person has counted nobody."""
    if claim.vague or claim.part.copy_of is not None:
        return False
    if claim.point > _MOST and claim.part.happening.type not in _WIDE:
        return False
    if claim.point != 1:
        return True
    words = words_of(claim.part.report.language)
    return has(claim.toll.words.casefold(), words.one)


def _led(claims: Iterable[Claim]) -> bool:
    """Whether one of them is a count of what its report is mainly about."""
    return any(claim.part.happening.lead for claim in claims)


def _contradict(one: Claim, other: Claim) -> bool:
    """Whether two counts of the same people exclude each other, at one time."""
    together = one.part.report.article == other.part.report.article
    if one.meets(other) or (one.source == other.source and not (one.voice and other.voice)):
        return False
    if not together and (not _near(one.moment, other.moment) or _one_day(one, other)):
        return False
    less, more = sorted((one, other), key=lambda claim: claim.point)
    if not (_at_once(less, more) if not less.point else more.point <= _FAR * less.point):
        return False
    if _of_its_own(less) or (not together and _one_of_several(less)):
        return False
    return _one_group(one.toll.group, other.toll.group)


def _at_once(nobody: Claim, some: Claim) -> bool:
    """Whether nobody was hurt in the very deed in which some were, by the words of two who are named."""
    triggers = set(nobody.part.happening.triggers) & set(some.part.happening.triggers)
    return bool(triggers and nobody.voice and some.voice)


def _one_of_several(claim: Claim) -> bool:
    """Whether its report gives other counts beside it, as of several towns: then this one may be of some only."""
    kind, own = claim.part.happening.type, claim.toll
    events = (event for event in claim.part.report.happenings if event.type == kind)
    others = (toll for event in events for toll in event.tolls if toll.effect == own.effect and not toll.part)
    return any(toll.best not in (None, 1, own.best) for toll in others)


def _near(one: str, other: str) -> bool:
    """Whether two reports are of a few days; those without a date may be of any."""
    if not one or not other:
        return False
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days) <= _DAYS


def _one_day(one: Claim, other: Claim) -> bool:
    """Whether nobody is named for either figure, and one may have come up hours after the other."""
    return not one.voice and not other.voice and one.moment == other.moment and len(one.moment) == 10


def _of_its_own(claim: Claim) -> bool:
    """Whether who counts knows only of some, as a hospital does of those who lie there."""
    words = words_of(claim.part.report.language)
    return bool(claim.voice) and has(claim.voice, words.wards)


def _one_group(left: str | None, right: str | None) -> bool:
    """Whether both may count the same people, by the last words of what they are called."""
    return not left or not right or _head(left) == _head(right)


def _head(group: str) -> str:
    return stem(group.rsplit(maxsplit=1)[-1])


def _changed(tally: Tally) -> Iterator[Disagreement]:
    """The figures as they followed each other: one update, with its steps."""
    current = [claim for claim in tally.agreeing if claim.point == tally.value and _counts(claim) and claim.moment]
    past = [each.claim for each in tally.outdated if _step(each, tally.value, tally.effect)]
    if not past or not _led(current) or not _led(past):
        return
    steps: dict[int, list[Claim]] = defaultdict(list)
    for claim in (*past, *current):
        steps[claim.point].append(claim)
    ordered = sorted(steps.values(), key=lambda claims: (min(claim.moment for claim in claims), claims[0].point))
    if len(ordered) < 2 or tally.value not in (claim.point for claim in ordered[-1]):
        return
    yield disagreement(
        tally.effect, "update", [_positions(of, tally.effect) for of in ordered], _course(ordered, tally)
    )


def _step(past: Outdated, value: int, effect: str) -> bool:
    """Whether a count led up to the one that stands: lower as tolls rise, higher as the missing are found, or taken
    back by whoever gave it.
    """
    claim = past.claim
    if (
        not _counts(claim)
        or not claim.moment
        or claim.point == value
        or (claim.high is not None and claim.holds(value))
    ):
        return False
    less, more = sorted((claim.point, value))
    if more > _FAR * max(1, less) or not _one_group(claim.toll.group, past.by.toll.group):
        return False
    return past.corrected or (claim.point > value if effect == "missing" else claim.point < value)


def _course(ordered: Sequence[Sequence[Claim]], tally: Tally) -> str:
    if tally.value > ordered[0][0].point:
        return f"The count of {tally.effect} rose"
    return f"The count of {tally.effect} was brought down"


def _positions(claims: Iterable[Claim], effect: str) -> list[Position]:
    return [_position(claim, effect) for claim in claims]


def _position(claim: Claim, effect: str) -> Position:
    return Position(claim.part, f"{_figure(claim)} {effect}", (claim.toll.fact,), claim.toll.said_by, claim.toll.words)


def _figure(claim: Claim) -> str:
    """A count in words: "9", "at least 12", "up to 20", "about 20"."""
    if claim.high is None:
        return f"at least {claim.low}"
    if claim.low == claim.high:
        return str(claim.low)
    if claim.point == claim.high:
        return f"up to {claim.high}"
    return f"about {claim.point}" if claim.low < claim.point else f"{claim.low} to {claim.high}"
