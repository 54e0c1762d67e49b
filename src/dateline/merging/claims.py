"""What each report says of how many: for every effect the most complete count that each voice gives."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from msgspec.structs import replace

from dateline.languages.pack import load
from dateline.merging.instants import instant
from dateline.merging.parts import Part
from dateline.merging.reports.report import Happening, Report, Toll

__all__ = ["Aside", "Claim", "Heard", "claims_of", "order_of"]

Aside = Literal["part", "other time", "not asserted", "less complete", "copy"]
"""Why a count does not tell how many there were: it is part of another one; it belongs to another time ("so far this
year"); it is denied or only thought possible; the same voice gives a more complete one; another article says the same
and this one copies it.
"""
Heard = tuple["Claim", "Aside"]

_OFFICIAL = frozenset({"GOV", "COP", "JUD", "LEG", "IGO"})
"""Sectors whose word on a count is an official one; armed forces are a party to what they count."""
_CLINIC = "MED"
"""The sector of those who count their own patients alone."""
_LONG = 31
"""Days: a count over a longer time than this is a running one, of many events."""
_SEVERAL = 2
_LANGUAGE, _THAN = "en", "than"
_EXACT, _OPEN, _VAGUE = 1.0, 0.9, 0.25
_OFFICE = 1.25


class Claim(NamedTuple):
    """One voice's count in one report."""

    point: int
    """The figure that is given, else the least that is meant."""
    low: int
    high: int | None
    moment: str
    """When the report was published: a day, or a second in UTC; "" where it is not known."""
    source: str
    """Part.source: copies share it."""
    outlet: str
    voice: str
    """Who says so, in small letters; "" for the report itself."""
    known: bool
    """Whether the voice is one by name, which is the same in other reports."""
    sector: str
    """Of the voice: PLOVER's first code; "" where it is not known."""
    weight: float
    """How much it counts among others: official, exact, open or vague."""
    toll: Toll
    part: Part

    @property
    def vague(self) -> bool:
        """Whether no figure is given ("several")."""
        return self.toll.best is None

    def meets(self, other: "Claim") -> bool:
        """Whether both can be true."""
        return (self.high is None or other.low <= self.high) and (other.high is None or self.low <= other.high)

    def holds(self, value: int) -> bool:
        """Whether it leaves room for this figure."""
        return self.low <= value and (self.high is None or value <= self.high)


def claims_of(parts: Iterable[Part]) -> dict[str, tuple[list[Claim], list[Heard]]]:
    """For each effect the claims, and the counts that tell no total; each in order of publication."""
    told: dict[str, list[Claim]] = defaultdict(list)
    aside: dict[str, list[Heard]] = defaultdict(list)
    for part in parts:
        for toll in part.happening.tolls:
            claim = _claim(part, toll)
            if claim is None:
                continue
            if why := _aside(toll, part.happening):
                aside[toll.effect].append((claim, why))
            else:
                told[toll.effect].append(claim)
    return {
        effect: _totals(told.get(effect, []), sorted(aside.get(effect, []), key=lambda heard: order_of(heard[0])))
        for effect in sorted({*told, *aside})
    }


def order_of(claim: Claim) -> tuple[str, str, str]:
    """Sorts by publication, whatever the order of the parts; counts without a date come last."""
    return (claim.moment or "9", claim.part.report.article, claim.toll.fact)


def _claim(part: Part, toll: Toll) -> Claim | None:
    """None where the count gives neither figure nor end."""
    best, low, high = toll.best, toll.low, toll.high
    point = best if best is not None else low if low is not None else high
    if point is None:
        return None
    weight = _VAGUE if best is None else _EXACT if low == high else _OPEN
    report, voice, known, sector = part.report, "", False, ""
    if toll.said_by:
        voice = toll.said_by.lower().removeprefix("the ")
        known, sector = _standing(report, voice, toll.said_by)
        weight *= _OFFICE if sector in _OFFICIAL else 1.0
    if low is None and high is None:
        low = high = point
    least = 0 if low is None else min(point, low)
    most = None if high is None else max(point, high)
    return Claim(
        point, least, most, instant(report.dated), part.source, report.outlet or part.source, voice, known,
        sector, weight, toll, part,
    )  # fmt: skip


def _standing(report: Report, voice: str, words: str) -> tuple[bool, str]:
    """Whether who says it is somebody by name, and of which sector."""
    for named in report.names:
        if named.name == words or named.name.lower() == voice:
            return named.proper, (named.sector or "")[:3]
    return False, ""


def _aside(toll: Toll, happening: Happening) -> Aside | None:
    if toll.status == "asserted" and not (toll.part or toll.earliest or toll.latest):
        return None
    if toll.part:
        return "part"
    if toll.status != "asserted" and not (toll.status == "historical" == happening.status):
        return "not asserted" if toll.status != "historical" else "other time"
    if (toll.earliest or toll.latest) and not _own(toll, happening):
        return "other time"
    return None


def _own(toll: Toll, happening: Happening) -> bool:
    """Whether a count's own time is that of the event."""
    if not toll.earliest or not toll.latest:
        return False
    if happening.earliest and happening.latest:
        if toll.earliest[:10] > happening.latest[:10] or toll.latest[:10] < happening.earliest[:10]:
            return False
        if toll.earliest[:10] >= happening.earliest[:10] and toll.latest[:10] <= happening.latest[:10]:
            return True
    return (date.fromisoformat(toll.latest[:10]) - date.fromisoformat(toll.earliest[:10])).days < _LONG


def _totals(claims: list[Claim], aside: list[Heard]) -> tuple[list[Claim], list[Heard]]:
    """The claims without those of some of the people whom others count, and with one of each voice of a report."""
    claims.sort(key=order_of)
    if len({(claim.point, claim.low, claim.high) for claim in claims}) < 2 and _is_one_each(claims):
        return claims, aside
    claims, named = _named_together(claims)
    aside = [*aside, *named]
    kept: dict[tuple[str, str], Claim] = {}
    most: dict[str, int] = {}
    own: dict[str, int] = {}
    for claim in claims:
        article = claim.part.report.article
        if not claim.voice:
            own[article] = max(claim.point, own.get(article, 0))
        most[article] = max(claim.point, most.get(article, 0))
        place = (article, claim.voice)
        if place not in kept or _fuller(claim) > _fuller(kept[place]):
            kept[place] = claim
    whole = _whole(kept.values())
    highest = max(most.values())
    counted = any(not claim.vague for claim in kept.values())
    found: list[Claim] = []
    for claim in claims:
        article = claim.part.report.article
        told = own.get(article, 0) if _is_anybody(claim) else 0
        some = claim.point == 1 < most[article] or (claim.point < most[article] and _is_rest(claim.toll.words))
        if some or claim.point < told or _is_part(claim, whole, highest):
            aside.append((claim, "part"))
        elif kept[article, claim.voice] is not claim or (counted and _is_plural(claim)):
            aside.append((claim, "less complete"))
        else:
            found.append(claim)
    return found, sorted(aside, key=lambda heard: order_of(heard[0]))


def _named_together(claims: list[Claim]) -> tuple[list[Claim], list[Heard]]:
    """Where a report names those whom it befell one by one and gives no number, as many as it names: one claim."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.part.report.article].append(claim)
    found: list[Claim] = []
    aside: list[Heard] = []
    for told in by_article.values():
        one_by_one = _persons(told) if len(told) > 1 else []
        if len(one_by_one) < 2 or max(claim.point for claim in told) >= len(one_by_one):
            found += told
            continue
        found += [claim for claim in told if claim not in one_by_one]
        found.append(_sum(one_by_one))
        aside += [(claim, "part") for claim in one_by_one[1:]]
    return sorted(found, key=order_of) if aside else claims, aside


def _persons(claims: Iterable[Claim]) -> list[Claim]:
    """Those claims that are of one person by name, each person once."""
    names: list[frozenset[str]] = []
    found: list[Claim] = []
    for claim in claims:
        if claim.point != 1 or len(claim.toll.victims) != 1:
            continue
        named = claim.part.report.names[claim.toll.victims[0]]
        words = frozenset(named.words)
        if named.proper and named.kind == "person" and not any(words <= name or name <= words for name in names):
            names.append(words)
            found.append(claim)
    return found


def _sum(claims: list[Claim]) -> Claim:
    many, first = len(claims), claims[0]
    words = "; ".join(claim.toll.words for claim in claims)
    victims = tuple(claim.toll.victims[0] for claim in claims)
    toll = replace(first.toll, low=many, high=many, best=many, group=None, victims=victims, words=words)
    return first._replace(point=many, low=many, high=many, toll=toll)


def _is_plural(claim: Claim) -> bool:
    """Whether no more is told than that they were several ("girls were freed")."""
    return claim.vague and claim.low <= _SEVERAL and claim.high is None


def _fuller(claim: Claim) -> tuple[int, float]:
    return claim.point, claim.weight


def _whole(claims: Iterable[Claim]) -> int:
    """The highest count of people who are called nothing but people; 0 where there is none."""
    return max((claim.point for claim in claims if _anybody(claim.toll.group)), default=0)


def _is_one_each(claims: list[Claim]) -> bool:
    return len({claim.part.report.article for claim in claims}) == len(claims)


def _is_anybody(claim: Claim) -> bool:
    """Whether somebody says it who is neither named nor an office: a witness, a relative."""
    return bool(claim.voice) and not claim.known and claim.sector not in _OFFICIAL


def _is_part(claim: Claim, whole: int, highest: int) -> bool:
    """Whether those counted are some of whom others count: people of a kind, one by name, a hospital's patients."""
    if claim.sector == _CLINIC and claim.point < highest:
        return True
    return (claim.point < whole or claim.point == 1 < highest) and not _anybody(claim.toll.group)


@lru_cache(4096)
def _anybody(group: str | None) -> bool:
    """Whether a group is called nothing but people: "people", "others", "nine victims"."""
    if not group:
        return True
    head = group.rsplit(maxsplit=1)[-1].lower()
    return head in _nobodies() or head.removesuffix("s") in _nobodies()


@lru_cache(4096)
def _is_rest(words: str) -> bool:
    """Whether a count adds to another one: "two others", "two more persons"; not "more than two"."""
    found = words.lower().split()
    return any(word in _rest() and after != _THAN for word, after in pairwise([*found, ""]))


@lru_cache(1)
def _nobodies() -> frozenset[str]:
    return frozenset(load(_LANGUAGE).sameness.anybody)


@lru_cache(1)
def _rest() -> frozenset[str]:
    return frozenset(load(_LANGUAGE).casualties.people.rest)
