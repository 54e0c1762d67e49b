"""Which of its namesakes each place of a story is, decided for all of them together.

Every name weighs its candidates by what is known of them and by the words right beside it. Then the names vote on each
other: a candidate gains by what others mean in its country, in its province and within some hundred kilometres, each by
how likely its own candidates are, and this is repeated until it has settled (a mean field).
"""

from collections.abc import Iterator, Sequence
from math import exp, log

from msgspec import Struct
from msgspec.structs import astuple

from dateline.annotated import PlaceEntry
from dateline.understanding.geography.evidence import AROUND, COUNTY, LEARNT, Surroundings, Toponym, Weights, own
from dateline.understanding.geography.globe import distance

ROUNDS = 3
"""Times that the names vote on each other."""
UNLIKELY = 0.01
"""A likelihood too small to vote with."""

Likelihoods = list[float]


class Chosen(Struct, frozen=True):
    """The place that is meant and how likely that is, a town and the county around it taken together."""

    place: PlaceEntry
    likelihood: float


def choices(toponyms: Sequence[Toponym], weights: Weights = LEARNT) -> list[Chosen]:
    """For each name the place that it means. Names without candidates must be left out."""
    return [_best(each, likely) for each, likely in zip(toponyms, settled(toponyms, weights), strict=True)]


def _best(toponym: Toponym, likely: Likelihoods) -> Chosen:
    best = toponym.candidates[max(range(len(likely)), key=likely.__getitem__)]
    near = zip(toponym.candidates, likely, strict=True)
    return Chosen(best, min(1.0, sum(each for place, each in near if place is best or _is_same_spot(place, best))))


def _is_same_spot(one: PlaceEntry, other: PlaceEntry) -> bool:
    return one.country == other.country and distance(one, other) <= COUNTY


def settled(toponyms: Sequence[Toponym], weights: Weights = LEARNT, rounds: int = ROUNDS) -> list[Likelihoods]:
    """The likelihood of each name's candidates after so many rounds of votes."""
    values = astuple(weights)
    bases = [[_dot(values, found) for found in own(each)] for each in toponyms]
    likely = [_likelihoods(base) for base in bases]
    behind = values[len(values) - AROUND :]
    for _ in range(rounds):
        likely = [
            _likelihoods(
                [logit + _dot(behind, around.around(p)) for logit, p in zip(base, each.candidates, strict=True)]
            )
            for each, base, around in zip(toponyms, bases, surroundings(toponyms, likely), strict=True)
        ]
    return likely


def surroundings(toponyms: Sequence[Toponym], likely: Sequence[Likelihoods]) -> Iterator[Surroundings]:
    """For each name what all the others say."""
    whole = Surroundings()
    for toponym, each in zip(toponyms, likely, strict=True):
        _count(whole, toponym, each, 1.0)
    for toponym, each in zip(toponyms, likely, strict=True):
        _count(whole, toponym, each, -1.0)
        yield whole
        _count(whole, toponym, each, 1.0)


def _count(whole: Surroundings, toponym: Toponym, likely: Likelihoods, sign: float) -> None:
    weight = sign * toponym.home * (1 + log(toponym.count))
    for place, likelihood in zip(toponym.candidates, likely, strict=True):
        if likelihood > UNLIKELY:
            whole.add(place, weight * likelihood)


def _dot(values: Sequence[float], found: Sequence[float]) -> float:
    return sum(value * each for value, each in zip(values, found, strict=False) if each)


def _likelihoods(logits: Sequence[float]) -> Likelihoods:
    top = max(logits)
    weights = [exp(logit - top) for logit in logits]
    total = sum(weights)
    return [weight / total for weight in weights]
