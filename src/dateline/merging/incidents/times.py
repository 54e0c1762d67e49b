"""When an incident was: what the tellings that agree leave of it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.merging.incidents.voting import votes
from dateline.merging.outcomes import When
from dateline.merging.parts import Part

__all__ = ["bounded_by", "when_of"]

_FINEST = (
    "second", "minute", "hour", "part", "day", "week", "month", "season", "quarter", "year", "decade", "century",
)  # fmt: skip
_RANK = {precision: rank for rank, precision in enumerate(_FINEST)}
_EQUALS = 20
"""Groups of one weight that are looked at."""
_FORETOLD = 0.3
"""What is left of the weight of a time after the day of the report that tells of it as past."""


class _Interval(NamedTuple):
    """First and last instant, without zones: who reports from a place tells its time."""

    earliest: str
    latest: str
    told: tuple[str, str, str]
    """As the report gives them, and the precision ("" for none)."""


def when_of(parts: Iterable[Part]) -> When | None:
    """The time that most independent sources leave room for; None where nobody tells any.

    Wider times agree with those within them; of two groups that exclude each other the heavier one counts, of equals
    the more exact one, then the earlier.
    """
    told = [(_interval(part), part) for part in parts if part.happening.earliest and part.happening.latest]
    if not told:
        return None
    weights = votes((interval, part.source, _weight(part)) for interval, part in told)
    group = weights.keys() if len(weights) == 1 else _agreeing(weights)
    first = max(group, key=lambda interval: (interval.earliest, interval.told))
    last = min(group, key=lambda interval: (interval.latest, interval.told))
    finest = min(group, key=lambda interval: (_rank(interval), interval.earliest, interval.latest))
    facts = tuple(dict.fromkeys(part.happening.fact for interval, part in told if interval in group))
    return When(earliest=first.told[0], latest=last.told[1], precision=finest.told[2] or None, facts=facts)


def bounded_by(parts: Sequence[Part]) -> When | None:
    """The last resort for what has happened: it was not after its first report."""
    days = [part.report.dated for part in parts if part.report.dated]
    return When(latest=min(days)[:10]) if days else None


def _interval(part: Part) -> _Interval:
    happening = part.happening
    earliest, latest = happening.earliest or "", happening.latest or ""
    return _Interval(
        earliest[:19] if len(earliest) > 10 else f"{earliest}T00:00:00",
        f"{latest[:16]}:59" if len(latest) > 10 else f"{latest}T23:59:59",
        (earliest, latest, happening.time_precision or ""),
    )


def _weight(part: Part) -> float:
    happening, dated = part.happening, part.report.dated
    foretold = bool(dated and happening.status == "asserted" and (happening.earliest or "")[:10] > dated[:10])
    return happening.confidence * (_FORETOLD if foretold else 1.0)


def _agreeing(weights: dict[_Interval, float]) -> set[_Interval]:
    """The intervals that share the span of time which most weight stands behind."""
    spans = _spans(weights)
    most = max(weight for weight, _, _ in spans)
    heaviest = [span[1:] for span in spans if span[0] == most][:_EQUALS]
    groups = [[each for each in weights if each.earliest <= start and end <= each.latest] for start, end in heaviest]
    return set(min(groups, key=lambda group: (min(map(_rank, group)), min(group))))


def _spans(weights: dict[_Interval, float]) -> list[tuple[float, str, str]]:
    """The spans of time that are within as many intervals as anything near them, with the weight behind each."""
    ends = sorted([(each.earliest, 0, each) for each in weights] + [(each.latest, 1, each) for each in weights])
    spans: list[tuple[float, str, str]] = []
    weight, opened, closed = 0.0, "", True
    for instant, closes, interval in ends:
        if closes and not closed:
            spans.append((round(weight, 6), opened, instant))
        elif not closes:
            opened = instant
        closed = bool(closes)
        weight += -weights[interval] if closes else weights[interval]
    return spans


def _rank(interval: _Interval) -> int:
    return _RANK.get(interval.told[2], len(_RANK))
