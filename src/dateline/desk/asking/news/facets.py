"""What a page of news may be narrowed to: the values of each filter, with how many articles there would be."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

import numpy as np
from msgspec import Struct

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.countries import country_name
from dateline.desk.asking.news.columns import Column, Mask, Numbers, counts_once, numbers
from dateline.desk.asking.news.fitting import ALL_TYPES, Fitting, counts_alone, is_plain
from dateline.desk.asking.question.filters import ANY, Filters
from dateline.desk.asking.who.names import is_title

FacetName = Literal["type", "country", "person", "organisation", "outlet", "status", "has_finding"]
TOP = 8
"""Values of a facet, unless more are asked for."""
_SPARE = 2
"""So many times more names are looked at than shown, as spellings of one name fall together."""


class FacetValue(Struct, frozen=True):
    """A value that a filter may have."""

    value: str
    """For the filter."""
    label: str
    """For people: a country's name for its code."""
    count: int
    """How many articles fit all other filters and this one."""
    chosen: bool = False
    """Whether it is asked for."""


class Facet(Struct, frozen=True):
    """A filter, and what it may be."""

    name: FacetName
    values: tuple[FacetValue, ...]
    """Those of most articles first; what is asked for is always among them."""
    more: bool = False
    """Whether there are others."""


def facets(fitting: Fitting, every: str | None = None, many: int = 100) -> tuple[Facet, ...]:
    """All facets with their first values; of the facet named `every` up to `many`. Empty facets too."""
    made = (_types, _countries, _people, _organisations, _outlets, _statuses, _findings)
    return tuple(make(fitting, name, many if name == every else TOP) for name, make in zip(NAMES, made, strict=True))


NAMES: tuple[FacetName, ...] = ("type", "country", "person", "organisation", "outlet", "status", "has_finding")
"""The filters that have facets, in the order of their answer."""


def _types(fitting: Fitting, name: FacetName, most: int) -> Facet:
    types = fitting.catalogue.types.values
    chosen = {f"{asked.type}/{asked.mode}" if asked.mode else asked.type: asked for asked in fitting.filters.type}
    lines = fitting.events(_of_any_type(fitting, fitting.group(type=())))
    counts = _of_events(fitting, lines, fitting.catalogue.events.types, len(types))
    counted = {kind: int(many) for kind, many in zip(types, counts, strict=True)}
    for kind, asked in chosen.items():
        if asked.mode:
            counted[kind] = _both(fitting, fitting.happened(fitting.group(type=(asked,))))
    return _facet(name, counted.items(), list(chosen), most)


def _countries(fitting: Fitting, name: FacetName, most: int) -> Facet:
    values, chosen = fitting.catalogue.countries.of.values, [fitting.filters.country] if fitting.filters.country else []
    rows, codes = (np.concatenate(each) for each in zip(*_at(fitting, fitting.group(country=None)), strict=True))
    fits = fitting.mask("happened")[rows]
    counts = counts_once(rows[fits], codes[fits], len(fitting.catalogue.keys), len(values))
    return _facet(name, zip(values, counts.tolist(), strict=True), chosen, most, country_name)


def _at(fitting: Fitting, group: Filters) -> Iterator[tuple[Numbers, Numbers]]:
    """Rows and countries: where it happened, where that is asked for; else what is named."""
    if not group.of_events:
        yield _of_places(fitting, group)
        return
    events = fitting.catalogue.events
    lines = fitting.events(group) & (events.countries >= 0)
    yield events.rows[lines], events.countries[lines]
    if counts_alone(group):
        rows, codes = _of_places(fitting, fitting.group(country=None, type=(), status=None, min_killed=None))
        alone = _alone(fitting, group)[rows]
        yield rows[alone], codes[alone]


def _alone(fitting: Fitting, group: Filters) -> Mask:
    """The articles by whose counts without an event these filters hold."""
    if is_plain(group):
        return fitting.counted_alone(group)
    tables = [branch for branch in fitting.branches(group) if branch.table == "casualties"]
    query = "SELECT casualties.article FROM casualties WHERE {}"
    keys = [key for each in tables for (key,) in fitting.connection.execute(query.format(each.where), each.cells)]
    return fitting.catalogue.mask(fitting.catalogue.rows_of(numbers(keys)))


def _statuses(fitting: Fitting, name: FacetName, most: int) -> Facet:
    asked, statuses = fitting.filters.status, fitting.catalogue.statuses.values
    if fitting.filters.min_killed is None:
        lines = fitting.events(_of_any_type(fitting, fitting.group(status=ANY)))
        counts = _of_events(fitting, lines, fitting.catalogue.events.statuses, len(statuses)).tolist()
    else:  # a count must be told as its event is
        counts = [_both(fitting, fitting.happened(fitting.group(status=status))) for status in statuses]
    return _facet(name, zip(statuses, counts, strict=True), [asked] if asked not in (None, ANY) else [], most)


def _of_any_type(fitting: Fitting, group: Filters) -> Filters:
    """The same question, and certainly one about events."""
    return group if group.type or is_plain(group) else fitting.group(status=group.status, type=ALL_TYPES)


def _people(fitting: Fitting, name: FacetName, most: int) -> Facet:
    return _named(fitting, name, fitting.catalogue.people, most)


def _organisations(fitting: Fitting, name: FacetName, most: int) -> Facet:
    return _named(fitting, name, fitting.catalogue.organisations, most)


def _named(fitting: Fitting, name: FacetName, column: Column, most: int) -> Facet:
    """Likely names by whom merging took for one; then each is counted as the filter of this name finds it."""
    base, asked = fitting.mask(name), getattr(fitting.filters, name)
    counts = column.counts(base)
    likely = _greatest(counts, most * _SPARE)
    keys = [column.of.values[code] for code in likely.tolist()]
    names = dict(fitting.connection.execute(f"SELECT key, name FROM identities WHERE key IN {KEYS}", (keys_of(keys),)))
    shown = dict.fromkeys(names[key] for key in keys if key in names and not is_title(names[key]))
    found: dict[bytes, tuple[str, Mask]] = {}
    for each in dict.fromkeys([*([asked] if asked else []), *list(shown)[: most + 1]]):
        mask = fitting.alone(name, each)
        found.setdefault(mask.tobytes(), (each, mask))  # what finds the same is another spelling
    counted = ((each, int(np.count_nonzero(base & mask))) for each, mask in found.values())
    return _facet(name, counted, [asked] if asked else [], most)


def _outlets(fitting: Fitting, name: FacetName, most: int) -> Facet:
    """Capitals make no other outlet, as in the filter; it is shown as most of its articles have it."""
    column, asked = fitting.catalogue.outlets, fitting.filters.outlet
    together: dict[str, int] = {}
    shown: dict[str, str] = {}
    counts = column.counts(fitting.mask(name))
    for code in np.argsort(-counts, kind="stable").tolist():
        outlet = column.of.values[code]
        together[_lower(outlet)] = together.get(_lower(outlet), 0) + int(counts[code])
        shown.setdefault(_lower(outlet), outlet)
    chosen = [shown.get(_lower(asked), asked)] if asked else []
    return _facet(name, ((shown[each], many) for each, many in together.items()), chosen, most)


def _findings(fitting: Fitting, name: FacetName, most: int) -> Facet:
    column, asked = fitting.catalogue.findings, fitting.filters.has_finding
    counts = column.counts(fitting.mask(name)).tolist()
    chosen = [asked] if asked not in (None, ANY) else []
    return _facet(name, zip(column.of.values, counts, strict=True), chosen, most)


def _of_events(fitting: Fitting, lines: Mask, codes: Numbers, many: int) -> Numbers:
    """Of each code, how many of the fitting articles have such an event."""
    rows = fitting.catalogue.events.rows
    lines = lines & fitting.mask("happened")[rows]
    return counts_once(rows[lines], codes[lines], len(fitting.catalogue.keys), many)


def _of_places(fitting: Fitting, group: Filters) -> tuple[Numbers, Numbers]:
    """Rows and countries of the places that these filters ask for, which ask for no event."""
    catalogue = fitting.catalogue
    if not group.of_places:
        return catalogue.countries.rows, catalogue.countries.codes
    found: list[tuple[int, str]] = []
    for branch in fitting.branches(group):
        query = f"SELECT places.article, places.country FROM places WHERE {branch.where} AND places.country IS NOT NULL"
        found += fitting.connection.execute(query, branch.cells)
    known = [(key, code) for key, name in found if (code := catalogue.countries.of.get(name)) >= 0]
    keys, codes = numbers(key for key, _ in known), numbers(code for _, code in known)
    return catalogue.rows_of(keys), codes[np.isin(keys, catalogue.keys)]


def _both(fitting: Fitting, happened: Mask) -> int:
    return int(np.count_nonzero(happened & fitting.mask("happened")))


def _facet(
    name: FacetName,
    counted: Iterable[tuple[str, int]],
    chosen: Sequence[str | None],
    most: int,
    label: Callable[[str], str] = str,
) -> Facet:
    many = dict(counted)
    some = sorted(
        (value for value in many if many[value] and value not in chosen), key=lambda each: (-many[each], each)
    )
    asked = [each for each in chosen if each is not None]
    shown = [*asked, *some[: max(0, most - len(asked))]]
    values = (FacetValue(each, label(each), many.get(each, 0), each in asked) for each in shown)
    return Facet(name, tuple(sorted(values, key=lambda each: -each.count)), len(some) + len(asked) > len(shown))


def _greatest(counts: Numbers, most: int) -> Numbers:
    """The codes of the greatest counts, the greatest first; none that counts nothing."""
    some = np.argpartition(-counts, most)[:most] if most < len(counts) else np.arange(len(counts))
    some = some[counts[some] > 0]
    return some[np.lexsort((some, -counts[some]))]


@lru_cache(10_000)
def _lower(outlet: str) -> str:
    """As SQLite's NOCASE compares: only the letters of ASCII."""
    return outlet.lower() if outlet.isascii() else "".join(each.lower() if each.isascii() else each for each in outlet)
