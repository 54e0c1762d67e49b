"""What a person said of two facts, put above what the machine found."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

from dateline.merging.clusters import clusters
from dateline.merging.identities.likeness import identity_tie
from dateline.merging.identities.profiles import Profile, joined

__all__ = ["judged"]

Pairs = Iterable[tuple[str, str]]


def judged(
    groups: Sequence[Sequence[str]], profiles: Mapping[str, Profile], bound: Pairs, apart: Pairs
) -> list[tuple[str, ...]]:
    """Groups of facts once more, where a person said of some pairs that they are one (`bound`) or are not (`apart`).

    Facts of which nothing was said stay with those of their group; where the group falls apart, each goes to the side
    that it is most like. `apart` wins over `bound`. Groups come in the order of their first facts. Without judgements
    the groups come out as they went in, so that taking one back undoes it.
    """
    bound, apart = list(bound), list(apart)
    told = {fact for pair in (*bound, *apart) for fact in pair}
    homes = {fact: place for place, group in enumerate(groups) for fact in group}
    seeds = _seeds([fact for fact in homes if fact in told], homes, profiles, bound, apart)
    side = {fact: place for place, seed in enumerate(seeds) for fact in seed}
    found: list[list[str]] = [list(seed) for seed in seeds]
    for group in groups:
        sides = sorted({side[fact] for fact in group if fact in side})
        rest = [fact for fact in group if fact not in side]
        if not sides:
            found.append(rest)
        elif len(sides) == 1:
            found[sides[0]] += rest
        else:
            _share_out(rest, sides, seeds, found, profiles)
    order = {fact: place for place, fact in enumerate(homes)}
    ordered = [tuple(sorted(group, key=order.__getitem__)) for group in found if group]
    return sorted(ordered, key=lambda group: order[group[0]])


def _seeds(
    told: Sequence[str],
    homes: Mapping[str, int],
    profiles: Mapping[str, Profile],
    bound: Sequence[tuple[str, str]],
    apart: Sequence[tuple[str, str]],
) -> list[tuple[str, ...]]:
    """The facts of which something was said, in groups: the machine's, except where it was denied."""
    ties = [
        (a, b, 0.5 + identity_tie(profiles[a], profiles[b]).score / 2, False)
        for place, a in enumerate(told)
        for b in told[place + 1 :]
        if homes[a] == homes[b]
    ]
    return clusters(told, ties, line=0.5, bound=bound, apart=apart)


def _share_out(
    rest: Sequence[str],
    sides: Sequence[int],
    seeds: Sequence[Sequence[str]],
    found: list[list[str]],
    profiles: Mapping[str, Profile],
) -> None:
    """Gives each fact to the side that it is most like; the first where they are alike."""
    known = {place: reduce(joined, (profiles[fact] for fact in seeds[place])) for place in sides}
    for fact in rest:
        best = max(sides, key=lambda place: (identity_tie(profiles[fact], known[place]).score, -place))
        found[best].append(fact)
