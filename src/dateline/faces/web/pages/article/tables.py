"""An article's facts as rows, and its places and events on a map, for programs."""

from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.desk.asking.maps.glance import POINTS
from dateline.faces.digest.wording import flat
from dateline.faces.web.formats import feature
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Event, Moment, Place

COLUMNS = (
    "fact", "kind", "words", "start", "end", "status", "confidence", "method", "said_by", "reason", "field", "because",
    "value",
)  # fmt: skip
"""`start` and `end` are the first span, in code points; `words` those of all spans; `value` is the contract's JSON."""
_MIDDLES = (*POINTS, "admin2", "admin1")
"""Precisions of a place that is written at a point of its own, which may be its middle; no event was there for that."""
_BETWEEN = " … "


def rows(record: Record) -> Iterator[dict[str, Any]]:
    """A row for each fact, in the order of the record."""
    for fact in record.facts:
        first = fact.spans[0] if fact.spans else (None, None)
        yield {
            "fact": fact.id,
            "kind": fact.kind,
            "words": _BETWEEN.join(flat(record.words(span)) for span in fact.spans),
            "start": first[0],
            "end": first[1],
            "status": fact.status,
            "confidence": fact.confidence,
            "method": fact.method,
            "said_by": fact.said_by,
            "reason": fact.reason,
            "field": fact.field,
            "because": fact.because,
            "value": msgspec.json.encode(fact.value).decode(),
        }


def features(record: Record) -> Iterator[dict[str, Any]]:
    """The places, then the events, each at its place that is known best. What has no point has no geometry."""
    for fact in record.of("place"):
        if isinstance(fact.value, Place):
            place = fact.value
            at = (place.lat, place.lon) if place.precision in _MIDDLES else (None, None)
            yield feature(*at, {"what": "place", "fact": fact.id, "confidence": fact.confidence, **_place(place)})
    for fact in record.of("event"):
        if isinstance(fact.value, Event):
            yield _event(record, fact, fact.value)


def _event(record: Record, fact: Fact, event: Event) -> dict[str, Any]:
    found = [known.value for known in map(record.get, event.where) if known]
    places = [place for place in found if isinstance(place, Place)]
    where = min(places, key=_exactness, default=None)
    moment = record.get(event.when)
    when = moment.value if moment and isinstance(moment.value, Moment) else None
    told = {
        "type": event.type,
        "words": flat(record.words(event.trigger)),
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "status": fact.status,
        "confidence": fact.confidence,
    }
    at = (where.lat, where.lon) if where and where.precision in POINTS else (None, None)
    return feature(*at, {"what": "event", "fact": fact.id, **told, **(_place(where) if where else {})})


def _place(place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "geonames": place.geonames,
        "precision": place.precision,
    }


def _exactness(place: Place) -> int:
    return _MIDDLES.index(place.precision) if place.precision in _MIDDLES and place.lat is not None else len(_MIDDLES)
