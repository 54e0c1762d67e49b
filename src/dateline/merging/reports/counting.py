"""The casualty counts of a record, with the event that each belongs to."""

from collections import defaultdict
from collections.abc import Callable, Mapping

from dateline.merging.reports.report import Toll
from dateline.merging.reports.spoken import Spoken
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Casualties, Moment

__all__ = ["tolls_of"]

_LARGEST = 2**63 - 1
"""The largest whole number that a packed report, and a column of a desk, holds."""


def tolls_of(
    record: Record, places: Mapping[str, int], spoken: Callable[[Fact], Spoken]
) -> dict[str | None, list[Toll]]:
    """The counts under the id of their event; those of no event under None."""
    found: dict[str | None, list[Toll]] = defaultdict(list)
    for fact in record.of("casualties"):
        if isinstance(fact.value, Casualties):
            found[fact.value.event].append(_toll(record, fact, fact.value, places, spoken(fact)))
    return found


def _held(number: int | None) -> int | None:
    return None if number is None else min(number, _LARGEST)


def _toll(record: Record, fact: Fact, value: Casualties, places: Mapping[str, int], spoken: Spoken) -> Toll:
    when = record.get(value.when)
    moment = when.value if when and isinstance(when.value, Moment) else None
    return Toll(
        fact=fact.id,
        effect=value.effect,
        low=_held(value.low),
        high=_held(value.high),
        best=_held(value.best),
        group=value.group,
        victims=tuple(places[victim] for victim in value.victims if victim in places),
        part=value.part_of is not None,
        earliest=moment.earliest if moment else None,
        latest=moment.latest if moment else None,
        status=fact.status,
        said_by=spoken.by,
        words=record.words(fact.spans[0]) if fact.spans else "",
        confidence=fact.confidence,
    )
