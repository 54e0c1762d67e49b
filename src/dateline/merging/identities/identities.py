"""People, bodies and places of many reports: who is who, with a link for each fact."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce

from msgspec import Struct

from dateline.merging.identities.gathering import Gathering
from dateline.merging.identities.judging import judged
from dateline.merging.identities.likeness import identity_reasons, identity_tie
from dateline.merging.identities.profiles import Profile, joined, name_of_profile, parted, profiles_of
from dateline.merging.outcomes import Link, Verdict
from dateline.merging.reports.report import NameKind, Report

__all__ = ["Identities", "Identity", "grouped", "identities", "identities_in_order", "links"]

Pairs = Iterable[tuple[str, str]]


class Identity(Struct, frozen=True, kw_only=True, gc=False):
    """A person, a body or a place in all articles."""

    kind: NameKind
    name: str
    """The fullest of its frequent names."""
    first: str
    """The fact that was met first; the links of all others lead to it."""
    profile: Profile


class Identities(Struct, frozen=True):
    """Who is who in many reports."""

    every: tuple[Identity, ...]
    of: dict[str, int]
    """For each fact with a name its place in `every`."""
    scores: "array[float]"
    """How likely each fact is of its identity, in the order of `of`."""
    unsure: tuple[tuple[int, int, float], ...]
    """Two identities that may be one, and how likely that is."""
    bound: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()


def identities(reports: Iterable[Report], bound: Pairs = (), apart: Pairs = ()) -> Identities:
    """Who is who in these reports. Their order does not matter.

    `bound` and `apart` are what a person said of pairs of facts: that they are one, that they are not. They win over
    all scores; without them everything is as it was before.
    """
    return identities_in_order(sorted(reports, key=lambda report: (report.dated or "", report.article)), bound, apart)


def identities_in_order(ordered: Iterable[Report], bound: Pairs = (), apart: Pairs = ()) -> Identities:
    """The same for reports that come in the order of time; they are gone through once, twice with judgements."""
    gathering, numbers, scores = Gathering(), dict[str, int](), array("f")
    for report in ordered:
        for named, profile in zip(report.names, profiles_of(report), strict=True):
            if profile is not None:
                numbers[named.fact], score = gathering.add(profile)
                scores.append(score)
    gathering.settle()
    numbers = {fact: gathering.root(number) for fact, number in numbers.items()}
    bound, apart = frozenset(map(_pair, bound)), frozenset(map(_pair, apart))
    known = {number: gathering.profile(number) for number in gathering.numbers()}
    unsure = _unsure(gathering)
    if bound or apart:
        _judge(ordered, numbers, known, bound, apart)
    return _told(numbers, known, scores, unsure, bound, apart)


def grouped(facts: Sequence[tuple[str, Profile]], bound: Pairs = (), apart: Pairs = ()) -> list[tuple[str, ...]]:
    """The same for a few facts with their profiles: which of them are one, in groups, in the order of their firsts.

    It says what becomes of the facts of an identity, and of its neighbours, after a judgement was made or taken back.
    """
    gathering = Gathering()
    numbers = {fact: gathering.add(profile)[0] for fact, profile in facts}
    gathering.settle()
    groups: dict[int, list[str]] = defaultdict(list)
    for fact, number in numbers.items():
        groups[gathering.root(number)].append(fact)
    known = [[pair for pair in each if pair[0] in numbers and pair[1] in numbers] for each in (bound, apart)]
    return judged(list(groups.values()), dict(facts), *known)


def _pair(pair: tuple[str, str]) -> tuple[str, str]:
    return (min(pair), max(pair))


def _unsure(gathering: Gathering) -> dict[tuple[int, int], float]:
    found = {}
    for number in gathering.numbers():
        if gathering.profile(number).geonames is None:
            likeliest = sorted(gathering.likely(number), key=lambda item: (-item[1], item[0]))[:3]
            found.update({(min(number, other), max(number, other)): score for other, score in likeliest})
    return found


def _judge(
    reports: Iterable[Report], numbers: dict[str, int], known: dict[int, Profile], bound: Pairs, apart: Pairs
) -> None:
    """Puts what a person said above what was found, in `numbers` and `known`."""
    pairs = [pair for pair in (*bound, *apart) if pair[0] in numbers and pair[1] in numbers]
    touched = {numbers[fact] for pair in pairs for fact in pair}
    groups: dict[int, list[str]] = defaultdict(list)
    for fact, number in numbers.items():
        if number in touched:
            groups[number].append(fact)
    profiles = dict(_profiles(reports, {fact for group in groups.values() for fact in group}))
    kept = [[pair for pair in each if pair in pairs] for each in (bound, apart)]
    for number in touched:
        del known[number]
    free = max(numbers.values(), default=0) + 1
    for place, group in enumerate(judged(list(groups.values()), profiles, *kept)):
        known[free + place] = reduce(joined, (profiles[fact] for fact in group))
        numbers.update(dict.fromkeys(group, free + place))


def _profiles(reports: Iterable[Report], wanted: set[str]) -> Iterator[tuple[str, Profile]]:
    for report in reports:
        if any(named.fact in wanted for named in report.names):
            for named, profile in zip(report.names, profiles_of(report), strict=True):
                if profile is not None and named.fact in wanted:
                    yield named.fact, profile


def _told(
    numbers: Mapping[str, int],
    known: Mapping[int, Profile],
    scores: "array[float]",
    unsure: Mapping[tuple[int, int], float],
    bound: frozenset[tuple[str, str]],
    apart: frozenset[tuple[str, str]],
) -> Identities:
    """Identities in the order of their first facts."""
    firsts: dict[int, str] = {}
    for fact, number in numbers.items():
        firsts.setdefault(number, fact)
    places = {number: place for place, number in enumerate(firsts)}
    every = tuple(
        Identity(kind=(profile := known[number]).kind, name=name_of_profile(profile), first=first, profile=profile)
        for number, first in firsts.items()
    )
    pairs = sorted((places[a], places[b], score) for (a, b), score in unsure.items() if a in places and b in places)
    of = {fact: places[number] for fact, number in numbers.items()}
    return Identities(every, of, scores, tuple(pairs), bound, apart)


def links(reports: Iterable[Report], found: Identities) -> Iterator[Link]:
    """A link from the first fact of each identity to each of its others, with reasons; then what nobody can tell.

    `reports` are those that the identities were made of, in any order. What a person said comes as a link of theirs.
    """
    for pair in sorted(found.bound | found.apart):
        if pair[0] in found.of and pair[1] in found.of:
            yield _said(pair, pair not in found.apart, found.every[found.of[pair[0]]].kind)
    for report in reports:
        for named, profile in zip(report.names, profiles_of(report), strict=True):
            if profile is not None and (identity := found.every[found.of[named.fact]]).first != named.fact:
                yield _link(identity, named.fact, profile)
    for a, b, score in found.unsure:
        one, other = found.every[a], found.every[b]
        reasons = identity_reasons(one.profile, other.profile)
        yield Link(left=one.first, right=other.first, score=score, reasons=reasons, judgement="unsure", about=one.kind)


def _said(pair: tuple[str, str], same: bool, kind: NameKind) -> Link:
    verdict: Verdict = "same" if same else "different"
    return Link(left=pair[0], right=pair[1], score=float(same), judgement=verdict, decided_by="person", about=kind)


def _link(identity: Identity, fact: str, profile: Profile) -> Link:
    """Why a fact is of an identity: how it goes with all that its other facts tell."""
    others = parted(identity.profile, profile)
    score = identity_tie(profile, others).score
    reasons = identity_reasons(profile, others)
    return Link(left=identity.first, right=fact, score=score, reasons=reasons, judgement="same", about=identity.kind)
