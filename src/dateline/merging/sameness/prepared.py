"""A report made ready for comparing its events: sets, days and weights, computed once and used in every pair."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, reduce
from math import log, sqrt
from operator import or_
from typing import NamedTuple

from dateline.languages.weights import RAREST, word_weights
from dateline.merging.reports.report import Happening, Named, Report, Toll
from dateline.merging.sameness.families import families_of
from dateline.merging.words import stem, telling

__all__ = ["Prepared", "Site", "Telling", "prepared"]

_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_YEARLY = re.compile(r"XXXX-(\d\d-\d\d)")


class Site(NamedTuple):
    """Where a place lies and how much of the map it takes."""

    name: str
    geonames: int | None
    level: int
    """3: a town or a point; 2: a first-level division; 1: a country; 0: anything else or unknown."""
    country: str | None
    admin1: str | None
    lat: float
    lon: float


class Telling(NamedTuple):
    """One event of a report as it is compared."""

    happening: Happening
    families: int
    type: str
    modes: frozenset[str]
    triggers: frozenset[str]
    common: dict[str, float]
    """Squared weights of the words of its sentences that many articles hold."""
    size: float
    rare: frozenset[str]
    """The words that few hold: names and numbers."""
    numbers: frozenset[str]
    """Those of them that are numbers."""
    actors: frozenset[str]
    """Folded words of the names of those who did it."""
    recipients: frozenset[str]
    person: Named | None
    """The one person with a name whom it befell; None where there are none or several."""
    groups: frozenset[str]
    """Stems of the words for those who have no name: "climber", "employee"."""
    sites: tuple[Site, ...]
    first: int
    """Days as `date.toordinal` counts them; 0: not known."""
    last: int
    weekday: int
    """1 Monday to 7 Sunday; 0: not known."""
    yearly: str | None
    """Month and day: "05-03"."""
    days: frozenset[str]
    """Days of the week and of the year that stand near it, as TIMEX3 values."""
    tolls: dict[str, tuple[int, int]]
    """The greatest count of each effect, from low to high."""
    planned: bool
    denied: bool
    rivals: float
    """Log of how many tellings of the same families its report has."""


class Prepared(NamedTuple):
    """A report with its tellings."""

    report: Report
    tellings: tuple[Telling, ...]
    families: int
    """Those of all tellings."""
    sites: tuple[Site, ...]
    """Its places, the most named first."""
    towns: frozenset[int]
    countries: frozenset[str]
    known: frozenset[str]
    """Folded words of the names of all its people and bodies."""
    befallen: frozenset[str]
    """Those of the people whom something befell."""
    day: int
    """When it was published, else 0."""


def prepared(report: Report) -> Prepared:
    """A report ready to be compared; a driver makes it once and compares it often."""
    crowd = Counter(families_of(happening.type) for happening in report.happenings)
    tellings = tuple(_telling(report, told, crowd[families_of(told.type)]) for told in report.happenings)
    places = sorted((named for named in report.names if named.kind == "place"), key=lambda named: -named.mentions)
    sites = tuple(_site(named) for named in places)
    return Prepared(
        report=report,
        tellings=tellings,
        families=reduce(or_, crowd, 0),
        sites=sites,
        towns=frozenset(site.geonames for site in sites if site.level == 3 and site.geonames),
        countries=frozenset(site.country for site in sites if site.country),
        known=frozenset(word for named in report.names if named.kind != "place" for word in named.words),
        befallen=frozenset(word for telling in tellings for word in telling.recipients),
        day=_day(report.dated),
    )


def _telling(report: Report, told: Happening, crowd: int) -> Telling:
    names, language = report.names, report.language or "en"
    weights = _stem_weights(language)
    common = {word: weights[word] for word in told.words if word in weights}
    first, last = _day(told.earliest), _day(told.latest)
    weekly, yearly = (pattern.match(told.timex or "") for pattern in (_WEEKDAY, _YEARLY))
    exact = bool(first) and last == first
    people = [at for at in told.recipients if names[at].kind == "person" and names[at].proper]
    rare = frozenset(word for word in told.words if word not in weights)
    return Telling(
        happening=told,
        families=families_of(told.type),
        type=told.type,
        modes=frozenset(told.modes),
        triggers=frozenset(told.triggers),
        common=common,
        size=sqrt(sum(common.values())),
        rare=rare,
        numbers=frozenset(word for word in rare if word[0].isdigit()),
        actors=_words(names, told.actors),
        recipients=_words(names, told.recipients),
        person=names[people[0]] if len(people) == 1 == len(told.recipients) else None,
        groups=frozenset(
            word
            for at in (*told.actors, *told.recipients)
            if not names[at].proper
            for word in telling(names[at].name, language)
        ),
        sites=tuple(_site(names[at]) for at in told.places),
        first=first if last else 0,
        last=last if first else 0,
        weekday=date.fromordinal(first).isoweekday() if exact else int(weekly[1]) if weekly else 0,
        yearly=date.fromordinal(first).isoformat()[5:] if exact else yearly[1] if yearly else None,
        days=frozenset(told.days),
        tolls=_tolls(told.tolls),
        planned=told.status not in ("asserted", "denied"),
        denied=told.status == "denied",
        rivals=log(crowd),
    )


@cache
def _stem_weights(language: str) -> Mapping[str, float]:
    """The squared weights of the stems of common words."""
    found: dict[str, float] = {}
    for word, much in word_weights(language).items():
        form = stem(word)
        found[form] = min(much * much, found.get(form, RAREST * RAREST))
    return found


def _words(names: Sequence[Named], places: Sequence[int]) -> frozenset[str]:
    return frozenset(word for at in places for word in names[at].words)


_LEVELS = {"exact": 3, "near": 3, "admin2": 3, "admin1": 2, "country": 1}


def _site(named: Named) -> Site:
    level = _LEVELS.get(named.precision or "", 0) if named.lat is not None else 0
    return Site(
        named.name, named.geonames, level, named.country, named.admin1, named.lat or 0.0, named.lon or 0.0
    )  # fmt: skip


def _day(moment: str | None) -> int:
    try:
        return date.fromisoformat(moment[:10]).toordinal() if moment else 0
    except ValueError:  # years before 1 or after 9999
        return 0


def _tolls(tolls: Sequence[Toll]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for toll in tolls:
        low = toll.low if toll.low is not None else toll.best
        high = toll.high if toll.high is not None else toll.best
        if low is None and high is None:
            continue
        both = (low if low is not None else 0, high if high is not None else 10**9)
        found[toll.effect] = max(both, found.get(toll.effect, (0, 0)))
    return found
