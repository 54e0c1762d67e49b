"""How many an incident befell: for each effect the range of what stands, every report's figure, and its course."""

from collections.abc import Mapping, Sequence

from dateline.merging.outcomes import Count, Figure, Standing
from dateline.merging.tolling import Claim, Tally

__all__ = ["counts_of", "course_of"]

_FAR = 10
"""Times: a count of one source that is further off than this does not widen the range."""


def counts_of(tallies: Mapping[str, Tally]) -> dict[str, Count]:
    """The counts of each effect; those that tell no total (parts, other times, denied ones) are left out."""
    return {effect: _count(tally) for effect, tally in tallies.items()}


def _count(tally: Tally) -> Count:
    low, high = _range(tally)
    best = tally.value if any(not claim.vague and claim.point == tally.value for claim in tally.agreeing) else None
    told = [*tally.current, *(past.claim for past in tally.outdated)]
    figures = [(claim, False) for claim in told] + [(claim, True) for claim, why in tally.aside if why == "copy"]
    figures.sort(key=lambda each: (each[0].moment or "9", each[0].part.report.article, each[0].toll.fact))
    return Count(
        low=low,
        high=high,
        best=best,
        by_source=tuple(_figure(claim, copy) for claim, copy in figures),
        over_time=course_of(tally),
    )


def _range(tally: Tally) -> tuple[int | None, int | None]:
    """What the counts that agree leave open together, widened to those that stand against them."""
    holding = [claim for claim in tally.agreeing if claim.holds(tally.value)]
    low = max(claim.low for claim in holding)
    high = min((claim.high for claim in holding if claim.high is not None), default=None)
    several = bool(tally.against) and len({claim.source for claim in tally.agreeing}) > 1
    for claim in tally.against:
        if several and _is_far(claim.point, tally.value):
            continue
        low = min(low, claim.point)
        if claim.point > tally.value:
            high = None if claim.high is None or high is None else max(high, claim.point)
    for claim in tally.agreeing if len(holding) < len(tally.agreeing) else ():
        if not claim.holds(tally.value):
            low, high = min(low, claim.point), None if high is None else max(high, claim.point)
    is_open = tally.value > 0 and all(claim.toll.low is None and claim.low == 0 for claim in holding)
    return None if low == 0 and is_open else low, high


def _is_far(one: int, other: int) -> bool:
    """Whether two counts are so far from each other that they hardly count the same people."""
    less, more = sorted((one, other))
    return more > _FAR * max(1, less)


def _figure(claim: Claim, copy: bool) -> Figure:
    toll, report = claim.toll, claim.part.report
    return Figure(
        fact=toll.fact,
        article=report.article,
        outlet=report.outlet,
        low=toll.low,
        high=toll.high,
        best=toll.best,
        group=toll.group,
        said_by=toll.said_by,
        published=report.dated,
        words=toll.words,
        copy=copy or claim.part.copy_of is not None,
    )


def course_of(tally: Tally) -> tuple[Standing, ...]:
    """The count as it stood from one moment on: a step where it rose, and where it came to what stands now.

    Counts that stand against the others make no step: they are a disagreement. Reports without a date are left out.
    """
    claims = [*tally.agreeing, *(past.claim for past in tally.outdated)]
    by_moment: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.moment, claim.part.report.article, claim.toll.fact)):
        if claim.moment:
            by_moment.setdefault(claim.moment, []).append(claim)
    steps: list[list[Claim]] = []
    for together in by_moment.values():
        point = _told(together)
        said = [claim for claim in together if claim.point == point]
        if not steps or _moves(steps[-1], said, tally.value):
            steps.append(said)
        elif point == steps[-1][0].point:
            steps[-1] += said
    return tuple(_standing(step) for step in steps)


def _told(together: Sequence[Claim]) -> int:
    """The figure that most of one moment's claims give; of equals the higher."""
    weights: dict[int, float] = {}
    for claim in together:
        weights[claim.point] = weights.get(claim.point, 0.0) + claim.weight
    return max(weights, key=lambda point: (round(weights[point], 6), point))


def _moves(before: Sequence[Claim], said: Sequence[Claim], value: int) -> bool:
    """Whether a count is news: nearer to what stands now; "at least seven" after nine is not."""
    return abs(said[0].point - value) < abs(before[0].point - value)


def _standing(step: Sequence[Claim]) -> Standing:
    best = min(step, key=lambda claim: (claim.high is None, -claim.low, claim.toll.fact))
    return Standing(
        published=step[0].part.report.dated or "",
        low=best.toll.low,
        high=best.toll.high,
        best=best.toll.best,
        articles=tuple(dict.fromkeys(claim.part.report.article for claim in step)),
    )
