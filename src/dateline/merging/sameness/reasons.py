"""What speaks for and against one event, in sentences."""

from collections.abc import Iterator, Sequence

from dateline.merging.reports.report import Happening, Named, Report
from dateline.merging.sameness import places
from dateline.merging.sameness.evidence import gap
from dateline.merging.sameness.prepared import Prepared, Telling, prepared
from dateline.merging.sameness.strangers import strangers

__all__ = ["event_reasons"]

_WORDS = 6
"""Words that are quoted as shared."""


def event_reasons(one: Report, a: Happening, other: Report, b: Happening) -> tuple[str, ...]:
    """What speaks for and against one event, in sentences: "same place: Brekholm", "1 day apart"."""
    first, second = prepared(one), prepared(other)
    left, right = _telling(first, a), _telling(second, b)
    against = strangers(first, left, second, right)
    found = [*([against] if against else []), *_type(left, right), *_time(left, right), *_place(left, right)]
    found += [*_parties(one, a, other, b), *_tolls(left, right), *_words(left, right)]
    return tuple(dict.fromkeys(found))


def _telling(ready: Prepared, happening: Happening) -> Telling:
    return next(telling for telling in ready.tellings if telling.happening.fact == happening.fact)


def _type(a: Telling, b: Telling) -> Iterator[str]:
    if a.type == b.type:
        modes = sorted(a.modes & b.modes)
        yield f"both tell of {a.type}{f' ({modes[0]})' if modes else ''}"
    else:
        yield f"one tells of {' and the other of '.join(sorted((a.type, b.type)))}"
    if a.denied != b.denied:
        yield "only one says that it did not happen"


def _time(a: Telling, b: Telling) -> Iterator[str]:
    if a.first and b.first:
        days = gap(a, b)
        exact = a.first == a.last and b.first == b.last
        yield f"{days} day{'s' if days > 1 else ''} apart" if days else "same day" if exact else "times that meet"
    elif a.weekday and a.weekday == b.weekday:
        yield "same day of the week"


def _place(a: Telling, b: Telling) -> Iterator[str]:
    where = places.lie(a.sites, b.sites)
    names, its = [site.name for site in a.sites], [site.name for site in b.sites]
    if where >= places.NEAR:
        shared = [name for name in names if name in its]
        yield f"same place: {shared[0]}" if shared else f"places near each other: {_both(names[0], its[0])}"
    elif where == places.INSIDE:
        shared = [name for name in names if name in its]
        yield f"same place: {shared[0]}" if shared else f"one place lies in the other: {_both(names[0], its[0])}"


def _both(*names: str) -> str:
    return " and ".join(sorted(names))


def _parties(one: Report, a: Happening, other: Report, b: Happening) -> Iterator[str]:
    for part, mine, its in (("actor", a.actors, b.actors), ("recipient", a.recipients, b.recipients)):
        left, right = [one.names[at] for at in mine], [other.names[at] for at in its]
        shared = _shared(left, right)
        if shared:
            yield f"both name {shared.name} as {part}"
        elif any(named.words for named in left) and any(named.words for named in right):
            yield f"another {part}: {_both(_first(left), _first(right))}"


def _shared(left: Sequence[Named], right: Sequence[Named]) -> Named | None:
    """The longer of two names that share a word; the same whichever report comes first."""
    pairs = [pair for a in left for b in right if set(a.words) & set(b.words) for pair in (a, b)]
    return max(pairs, key=lambda named: (len(named.name), named.name), default=None)


def _first(names: Sequence[Named]) -> str:
    return next(named.name for named in names if named.words)


def _tolls(a: Telling, b: Telling) -> Iterator[str]:
    for effect in sorted(a.tolls.keys() & b.tolls.keys()):
        (low, high), (its_low, its_high) = a.tolls[effect], b.tolls[effect]
        if low > its_high or its_low > high:
            few, many = sorted((_figure(low, high), _figure(its_low, its_high)), key=len)
            yield f"another figure of {effect}: {few} and {many}"
        elif low == its_low and high == its_high:
            yield f"both tell of {_figure(low, high)} {effect}"


def _figure(low: int, high: int) -> str:
    if low == high:
        return str(low)
    return f"{low} or more" if high >= 10**9 else f"{low} to {high}"


def _words(a: Telling, b: Telling) -> Iterator[str]:
    shared = [word for word in (*a.happening.words,) if word in b.happening.words]
    if shared:
        yield f"same words: {', '.join(sorted(shared)[:_WORDS])}"
