"""Which articles fit, filter by filter, so that each can be left out to see what else there would be."""

import sqlite3
from collections.abc import Callable

import numpy as np
from msgspec.structs import replace

from dateline.desk.asking.articles.conditions import Branch, conditions
from dateline.desk.asking.news.catalogue import Catalogue
from dateline.desk.asking.news.columns import Mask, Packed, numbers
from dateline.desk.asking.question.event_types import TYPES, TypeAsked
from dateline.desk.asking.question.filters import ANY, Filters

ALL_TYPES = tuple(TypeAsked(kind) for kind in TYPES)
KEPT = 4096
"""Answers to single filters that a catalogue remembers: pages of one day ask for the same names again and again."""
ASSERTED = "asserted"
ALONE = ("words", "person", "organisation", "said_by", "outlet", "has_finding")
"""Filters of which each holds of an article whatever the others say."""
OF_EVENTS = ("type", "status", "country", "place", "geonames", "within", "min_killed")
"""Filters that hold together of one event, or of one place where none asks for an event."""


class Fitting:
    """The articles of which filters hold, as masks of a catalogue's rows.

    Days are those of the articles here, also where a type of event is asked for: a page of news is read by its days.
    """

    def __init__(self, connection: sqlite3.Connection, catalogue: Catalogue, filters: Filters) -> None:
        self.connection, self.catalogue, self.filters = connection, catalogue, filters
        self._masks: dict[str | None, Mask] = {}

    def mask(self, without: str | None = None) -> Mask:
        """Of which all filters hold but the one of this name; "happened" leaves out all of `OF_EVENTS`, "time" days."""
        if without not in self._masks:
            self._masks[without] = self._mask(without)
        return self._masks[without]

    def _mask(self, without: str | None) -> Mask:
        found = self.catalogue.present
        if without != "time":
            found = found & self.catalogue.between(self.filters.since, self.filters.until)
        for name in ALONE:
            if name != without and getattr(self.filters, name) is not None:
                found = found & self.alone(name, getattr(self.filters, name))
        if without != "happened" and (self.filters.of_events or self.filters.of_places):
            found = found & self.happened(self.group())
        return found

    def alone(self, name: str, value: object) -> Mask:
        """Of which one filter holds."""
        asked = Filters(**{name: value})  # type: ignore[arg-type]
        return self._kept(asked, self._worded if name == "words" else self._told)

    def group(self, **other: object) -> Filters:
        """The filters of `OF_EVENTS` alone, some of them replaced."""
        return replace(Filters(**{name: getattr(self.filters, name) for name in OF_EVENTS}), **other)

    def happened(self, group: Filters) -> Mask:
        """The articles that tell an event, or name a place, as these filters ask for."""
        if not group.of_events and not group.of_places:
            return self.catalogue.present
        if not is_plain(group):
            return self._kept(group, self._told)
        if not group.of_events:
            return self._naming(group.country)
        found = self.catalogue.mask(self.catalogue.events.rows[self.events(group)])
        return found | self.counted_alone(group) if counts_alone(group) else found

    def events(self, group: Filters) -> Mask:
        """The lines of the catalogue's events that are as these filters ask for; told as facts, unless they say."""
        if not is_plain(group):
            return self._kept(group if group.of_events else replace(group, type=ALL_TYPES), self._looked_up, "events")
        catalogue, events = self.catalogue, self.catalogue.events
        found = np.ones(len(events.facts), np.bool_)
        if group.type:
            asked = np.zeros(len(catalogue.types.values) + 1, np.bool_)
            asked[[catalogue.types.get(each.type) for each in group.type]] = True  # what was never met is the last one
            found &= asked[:-1][events.types]
        if group.status != ANY:
            found &= events.statuses == catalogue.statuses.get(group.status or ASSERTED)
        if group.country is not None:
            found &= (events.countries >= 0) & (events.countries == catalogue.countries.of.get(group.country))
        if group.min_killed is not None:
            found &= np.isin(events.facts, catalogue.killed.facts[self._deadly(group)])
        return found

    def counted_alone(self, group: Filters) -> Mask:
        """The articles that tell of enough people killed without an event, and name the country."""
        killed = self.catalogue.killed
        found = self.catalogue.mask(killed.rows[self._deadly(group) & (killed.facts == 0)])
        return found if group.country is None else found & self._naming(group.country)

    def _naming(self, country: str | None) -> Mask:
        countries = self.catalogue.countries
        code = -1 if country is None else countries.of.get(country)
        return self.catalogue.mask(countries.rows[countries.codes == code])

    def _deadly(self, group: Filters) -> Mask:
        """Counts of enough people killed, told as facts or as the events that are asked for."""
        killed, statuses = self.catalogue.killed, self.catalogue.statuses
        found: Mask = killed.lows >= (group.min_killed or 0)
        if group.status != ANY:
            told = (killed.statuses == statuses.get(each) for each in (ASSERTED, group.status or ASSERTED))
            found &= np.logical_or(*told)
        return found

    def branches(self, group: Filters) -> list[Branch]:
        """By which facts filters hold."""
        return [branch for each in conditions(self.connection, group) for branch in each.branches]

    def _looked_up(self, group: Filters) -> Mask:
        query = "SELECT events.fact FROM events WHERE {}"
        found = [
            fact
            for branch in self.branches(group)
            if branch.table == "events"
            for (fact,) in self.connection.execute(query.format(branch.where), branch.cells)
        ]
        return np.isin(self.catalogue.events.facts, numbers(found))

    def _told(self, asked: Filters) -> Mask:
        found = self.catalogue.present
        for condition in conditions(self.connection, asked):
            keys = (key for (key,) in self.connection.execute(condition.articles, condition.cells))
            found = found & self.catalogue.mask(self.catalogue.rows_of(numbers(keys)))
        return found

    def _worded(self, asked: Filters) -> Mask:
        words = asked.words
        if words is None:
            return self.catalogue.present
        query = "SELECT rowid FROM search WHERE search MATCH ?"
        keys = (key for (key,) in self.connection.execute(query, (words.query or words.unwanted,)))
        having = self.catalogue.mask(self.catalogue.rows_of(numbers(keys)))
        return having if words.query else self.catalogue.present & ~having

    def _kept(self, asked: Filters, make: Callable[[Filters], Mask], of: str = "articles") -> Mask:
        """Of this moment's catalogue the same filter is asked once; which of several is forgotten does not matter."""
        kept = self.catalogue.masks
        packed = kept.get((of, asked))
        if packed is not None:
            return packed.mask()
        found = make(asked)
        if len(kept) >= KEPT:
            kept.clear()
        kept[of, asked] = Packed.of(found)
        return found


def is_plain(group: Filters) -> bool:
    """Whether the catalogue itself knows what is meant: types, a status, a country and how many were killed."""
    return not (group.place or group.geonames or group.within or any(asked.mode for asked in group.type))


def counts_alone(group: Filters) -> bool:
    """Whether counts of people killed count that belong to no event: as in a search, where no type is asked for."""
    return group.min_killed is not None and not group.type and group.status in (None, ANY)
