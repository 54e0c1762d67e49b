"""What an article is about, in a few weighted words: made once, so that comparing with many others costs little."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from math import sqrt
from typing import TypeVar

from dateline.merging.reports.report import Happening, Named, Outline
from dateline.merging.words import telling_words
from dateline.names.data import number_words

__all__ = ["outline_of"]

Kept = TypeVar("Kept", str, int)

_OPENING = 320
"""Code points of the body that count as its opening."""
_LEAD, _CALLED, _PEOPLE, _RARE, _SITES, _FIGURES = 30, 30, 12, 16, 16, 40
"""How many words, words of names, of people and of rare names, places and numbers are kept at most."""
_NAMING, _RARELY = 3.0, 5.9
"""The least weight of a word that names somebody (agencies and legal forms weigh less), and of one that few share."""
_OFTEN = 9
"""Mentions beyond which a name does not count for more."""
_WEEK = 7
"""Days."""
_FIGURE = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+")
_LARGE = ("PCL", "CONT", "RGN")
"""GeoNames feature codes of countries and what is larger begin so."""


def outline_of(
    headline: str | None,
    body: str,
    language: str | None,
    names: Sequence[Named],
    terms: Mapping[str, float],
    dated: str | None,
    happenings: Sequence[Happening] = (),
) -> Outline:
    """The outline of an article; `body` are its own words without headline, `terms` those of its report."""
    proper = [named for named in names if named.proper]
    places = [named for named in proper if named.kind == "place"]
    lead = _heaviest(telling_words(f"{headline or ''}\n{body.strip()[:_OPENING]}", language or "en").items(), _LEAD)
    called, rare = _called(proper, language or "en")
    return Outline(
        size=round(sqrt(sum(much * much for much in terms.values())), 4),
        lead=lead,
        called=_unit(_heaviest(called.items(), _CALLED)),
        people=_people(proper),
        rare=tuple(_heaviest(((form, much) for form, much in called.items() if form in rare), _RARE)),
        leading=tuple(form for form in lead if form in rare),
        sites=_first(_SITES, (place.geonames for place in places if place.geonames and _small(place))),
        countries=_first(_SITES, (place.country for place in places if place.country)),
        figures=_first(_FIGURES, _figures(body)),
        day=_day(dated),
        happened=_first(_SITES, sorted(_days(happenings))),
    )


def _called(names: Iterable[Named], language: str) -> tuple[dict[str, float], set[str]]:
    """The stems of the words of names with their weights, the more often named the heavier; and the rare ones."""
    heavy: dict[str, float] = {}
    rare: set[str] = set()
    for named in names:
        often = sqrt(min(named.mentions, _OFTEN))
        for form, much in _name_words(named.name, language):
            if much >= _NAMING:
                heavy[form] = max(heavy.get(form, 0.0), much * often)
            if much >= _RARELY and form.isalpha():
                rare.add(form)
    return heavy, rare


@lru_cache(maxsize=65536)
def _name_words(name: str, language: str) -> tuple[tuple[str, float], ...]:
    return tuple(telling_words(name, language).items())


def _people(names: Iterable[Named]) -> tuple[str, ...]:
    people = sorted((named for named in names if named.kind == "person"), key=lambda named: -named.mentions)
    return _first(_PEOPLE, (word for named in people for word in named.words))


def _small(place: Named) -> bool:
    return place.precision not in ("country", "region") and not (place.feature or "").startswith(_LARGE)


def _figures(body: str) -> Iterator[str]:
    """The numbers of a text, in digits and without commas; "one" is more often no number."""
    counted = number_words()
    for found in _FIGURE.findall(body.lower()):
        if found[0].isdigit():
            yield found.replace(",", "")
        elif counted.get(found, 1) > 1:
            yield str(counted[found])


def _heaviest(words: Iterable[tuple[str, float]], most: int) -> dict[str, float]:
    ordered = sorted(words, key=lambda word: (-word[1], word[0]))
    return {word: round(much, 3) for word, much in ordered[:most]}


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    size = sqrt(sum(much * much for much in vector.values()))
    return {word: round(much / size, 4) for word, much in vector.items()}


def _first(most: int, values: Iterable[Kept]) -> tuple[Kept, ...]:
    return tuple(dict.fromkeys(values))[:most]


def _days(happenings: Iterable[Happening]) -> Iterator[int]:
    for told in happenings:
        if told.lead and told.status in ("asserted", "historical"):
            first, last = _day(told.earliest), _day(told.latest)
            if first is not None and last is not None and last - first < _WEEK:
                yield first


def _day(dated: str | None) -> int | None:
    try:
        return date.fromisoformat(dated[:10]).toordinal() if dated else None
    except ValueError:  # a year or a month alone
        return None
