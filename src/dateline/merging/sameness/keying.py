"""Keys under which reports of one event are found: few, and such that few reports share one by chance."""

from collections.abc import Iterator
from datetime import date

from dateline.merging.keys import key
from dateline.merging.reports.report import Named, Report
from dateline.merging.sameness.families import family_of
from dateline.merging.sameness.prepared import Prepared, Telling, prepared

__all__ = ["keys_between", "keys_of"]

_MOST = 12
"""Keys of a report."""
_EACH = 3
"""Keys of an event."""
_SHORT = 3
"""Letters of a folded name that is too short to be found by."""


def keys_of(report: Report) -> tuple[int, ...]:
    """The keys of a report's events: kind of event with day and province, or with month and a name."""
    return keys_between(prepared(report))


def keys_between(ready: Prepared) -> tuple[int, ...]:
    """The keys of a report that is ready; events that its opening tells of come first."""
    tellings = sorted(ready.tellings, key=lambda telling: not telling.happening.lead)
    found: dict[int, None] = {}
    for telling in tellings:
        own = dict.fromkeys(key("event", family_of(telling.type), *parts) for parts in _parts(ready, telling))
        found.update(dict.fromkeys(list(own)[:_EACH]))
    return tuple(list(found)[:_MOST])


def _parts(ready: Prepared, telling: Telling) -> Iterator[tuple[str | int, ...]]:
    """The name first: it is rarer than a day in a province. A day goes with the next one, so that neighbours meet."""
    names, told = ready.report.names, telling.happening
    first = _first(ready, telling)
    for at in (*told.recipients, *told.actors):
        if word := _family_name(names[at]):
            yield "name", word, date.fromordinal(first).isoformat()[:7] if first else ""
            break
    cell = _cell(ready, telling)
    if cell and first:
        yield "day", first, cell
        yield "day", first + 1, cell


def _first(ready: Prepared, telling: Telling) -> int:
    """The day of an event; where it is not told, the day before its report, which meets that day and the next."""
    if telling.first and telling.last - telling.first <= 1:
        return telling.first
    if telling.first:
        return 0
    return max(0, ready.day - 1)


def _family_name(named: Named) -> str | None:
    if named.kind == "place" or not named.proper or not named.words:
        return None
    words = [word for word in named.words if len(word) >= _SHORT]
    return max(words, key=lambda word: (len(word), word)) if words else None


def _cell(ready: Prepared, telling: Telling) -> str | None:
    """The province of an event, else its country; else that of the report's first place in a province."""
    sites = telling.sites or ready.sites
    best = max(sites, key=lambda site: (bool(site.admin1), site.level), default=None)
    return f"{best.country}.{best.admin1 or ''}" if best and best.country else None
