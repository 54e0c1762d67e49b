"""How the counts of one event's reports stand to each other: current, outdated by a later one, or against each other.

`tallies_of` is all that others call. A later word of the same source replaces its earlier one; a higher count that
comes up later outdates the lower ones before it (a toll rises; of the missing fewer are left); counts that exclude
each other and both still stand are a disagreement.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dateline.merging.claims import Aside, Claim, Heard, claims_of, order_of
from dateline.merging.courses import Courses
from dateline.merging.parts import Part

__all__ = ["Aside", "Claim", "Heard", "Outdated", "Tally", "tallies_of"]

_FALLING = frozenset({"missing"})
"""Effects whose counts fall with time."""


class Outdated(NamedTuple):
    """A count that no longer stands."""

    claim: Claim
    by: Claim
    """The later one."""
    corrected: bool
    """Whether it is the same source's or speaker's; else it is another's, and the toll rose."""


class Tally(NamedTuple):
    """All counts of one effect, each in one of four places, in order of publication."""

    effect: str
    value: int
    """The figure that stands: of most independent sources, and the latest where the toll rises."""
    agreeing: tuple[Claim, ...]
    """Counts that stand and say so, or leave room for it ("at least nine")."""
    against: tuple[Claim, ...]
    """Counts that stand and exclude it: the other sides of a disagreement."""
    outdated: tuple[Outdated, ...]
    aside: tuple[Heard, ...]
    """Counts that do not tell how many there were, with the reason why."""

    @property
    def current(self) -> tuple[Claim, ...]:
        """The counts that stand."""
        return (*self.agreeing, *self.against)


def tallies_of(parts: Iterable[Part]) -> dict[str, Tally]:
    """The counts of the tellings of one event by effect; effects that no count tells a total of are left out."""
    found = {effect: _tally(effect, *heard) for effect, heard in claims_of(parts).items()}
    return {effect: tally for effect, tally in found.items() if tally}


def _tally(effect: str, claims: list[Claim], aside: list[Heard]) -> Tally | None:
    if not claims:
        return None
    claims = _at_one_scale(claims)
    claims, copied = _without_copies(claims)
    every = (*aside, *copied) if copied else tuple(aside)
    if _all_alike(claims):
        return Tally(effect, claims[0].point, tuple(claims), (), (), every)
    last, outdated = _last_words(claims)
    falling = effect in _FALLING
    value = _standing_value(last, falling)
    said = [claim for claim in last if claim.point == value]
    by, past = min(said, key=order_of), {old.claim.point for old in outdated}
    room = {(claim.low, claim.high) for claim in said if claim.low != claim.high and not claim.vague}
    agreeing, against = [], []
    for claim in last:
        if claim.holds(value) or (not claim.vague and _lies_in(claim.point, room)):
            agreeing.append(claim)
        elif _is_past(claim, by, falling) or (not claim.moment and claim.point in past):
            outdated.append(Outdated(claim, by, False))
            past.add(claim.point)
        else:
            against.append(claim)
    outdated.sort(key=lambda past: order_of(past.claim))
    return Tally(effect, value, tuple(agreeing), tuple(against), tuple(outdated), every)


def _lies_in(figure: int, room: Iterable[tuple[int, int | None]]) -> bool:
    return any(low <= figure and (high is None or figure <= high) for low, high in room)


def _is_past(claim: Claim, by: Claim, falling: bool) -> bool:
    """Whether it was said before the count rose (or fell, of the missing) to another one."""
    return "" < claim.moment < by.moment and (claim.point > by.point if falling else claim.point < by.point)


def _all_alike(claims: Sequence[Claim]) -> bool:
    first = claims[0]
    return all(claim.low == first.low and claim.high == first.high and claim.point == first.point for claim in claims)


def _at_one_scale(claims: list[Claim]) -> list[Claim]:
    """Where a report of a day tells no hour, none of that day came first."""
    days = {claim.moment for claim in claims if len(claim.moment) == 10}
    if not days or len(days) == len({claim.moment for claim in claims}):
        return claims
    scaled = [claim._replace(moment=claim.moment[:10]) if claim.moment[:10] in days else claim for claim in claims]
    return sorted(scaled, key=order_of)


def _without_copies(claims: list[Claim]) -> tuple[list[Claim], list[Heard]]:
    """The claims that are news, and those that a copy only repeats."""
    if all(claim.part.copy_of is None for claim in claims):
        return claims, []
    known = {_content(claim) for claim in claims if claim.part.copy_of is None}
    news: list[Claim] = []
    copied: list[Heard] = []
    for claim in claims:
        if claim.part.copy_of is not None and _content(claim) in known:
            copied.append((claim, "copy"))
        else:
            known.add(_content(claim))
            news.append(claim)
    return news, copied


def _content(claim: Claim) -> tuple[str, int, int, int | None]:
    return claim.source, claim.point, claim.low, claim.high


def _last_words(claims: Sequence[Claim]) -> tuple[list[Claim], list[Outdated]]:
    """The claims that nobody took back, and those that their source or speaker replaced by a later one."""
    many = len(claims)
    if len({c.source for c in claims}) == many == len({c.outlet for c in claims}) and not any(c.known for c in claims):
        return list(claims), []
    last: dict[tuple[str, ...], Claim] = {}
    for claim in sorted(claims, key=_moment_and_point):
        if claim.moment:
            last.update(dict.fromkeys(_replaces(claim), claim))
    standing: list[Claim] = []
    outdated: list[Outdated] = []
    for claim in claims:
        by = max((last[key] for key in _replaced_by(claim) if key in last), key=_moment_and_point, default=claim)
        later = claim.moment != "" and _moment_and_point(by) > _moment_and_point(claim)
        if later and by.part.report.article != claim.part.report.article and by.point != claim.point:
            outdated.append(Outdated(claim, by, True))
        else:
            standing.append(claim)
    return standing, outdated


def _moment_and_point(claim: Claim) -> tuple[str, int, tuple[str, str, str]]:
    return claim.moment, claim.point, order_of(claim)


def _replaces(claim: Claim) -> Iterator[tuple[str, ...]]:
    """Under which keys later claims are found: any word of an outlet or a source, its own, that of a speaker."""
    for whose in {claim.source, claim.outlet}:
        yield "any", whose
        yield "voice", whose, claim.voice
    if claim.known:
        yield "speaker", claim.voice


def _replaced_by(claim: Claim) -> Iterator[tuple[str, ...]]:
    for whose in {claim.source, claim.outlet}:
        yield ("voice", whose, claim.voice) if claim.voice else ("any", whose)
    if claim.known:
        yield "speaker", claim.voice


def _standing_value(claims: Sequence[Claim], falling: bool) -> int:
    """The figure at the end of the heaviest course: equal counts, and higher ones that came up later.

    Each source weighs once for a figure. Where two weigh the same it is the later one, then the lower one. Where only
    open counts give it ("at least seven"), an exact one that they leave room for is better.
    """
    rises = Courses()
    counted: set[tuple[str, int]] = set()
    for moment, together in _by_moment(claims):
        rises.open({-claim.point if falling else claim.point for claim in together}, bool(moment))
        for claim in together:
            if (claim.source, claim.point) not in counted:
                counted.add((claim.source, claim.point))
                rises.add(-claim.point if falling else claim.point, claim.weight)
    value = abs(rises.end())
    said = [claim for claim in claims if claim.point == value]
    if any(claim.low == claim.high for claim in said):
        return value
    exact = [c for c in claims if c.low == c.high and all(claim.holds(c.point) for claim in said)]
    return max(exact, key=lambda claim: (claim.weight, order_of(claim))).point if exact else value


def _by_moment(claims: Sequence[Claim]) -> list[tuple[str, list[Claim]]]:
    """Those that were published together, the earliest first; those without a date are the last."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.moment].append(claim)
    return sorted(found.items(), key=lambda group: (not group[0], group[0]))
