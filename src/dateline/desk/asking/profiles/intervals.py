"""Stretches of time, each as exact as it is told."""

from collections.abc import Iterable

from msgspec import Struct

__all__ = ["Interval", "common"]


class Interval(Struct, frozen=True, gc=False):
    """When something was: at some moment from `earliest` to `latest`, both included, ISO 8601."""

    earliest: str
    latest: str
    precision: str | None = None
    """How exactly it is told: "in 2012" is a year, and not its first day."""


def common(told: Iterable[Interval]) -> Interval | None:
    """What all of these have in common, as exact as the narrowest; None where there is none, or nothing at all.

    An end that is told only to the day is that whole day.
    """
    found: Interval | None = None
    for each in told:
        if found is None:
            found = each
            continue
        starts, ends = max(found.earliest, each.earliest), _first_end(found.latest, each.latest)
        if starts[: len(ends)] > ends[: len(starts)]:
            return None
        narrow = each if (each.earliest, each.latest) == (starts, ends) else found
        found = Interval(starts, ends, narrow.precision)
    return found


def _first_end(one: str, other: str) -> str:
    """The earlier of two ends; of "2031-05" and a day in it the day."""
    short, long = sorted((one, other), key=len)
    return long if long.startswith(short) else min(one, other)
