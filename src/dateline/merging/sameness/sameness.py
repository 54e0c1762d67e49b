"""How likely an event of one report is an event of another."""

from dateline.merging.keys import key
from dateline.merging.reports.report import Happening, Report
from dateline.merging.ties import Tie

__all__ = ["LINE", "event_reasons", "event_ties", "keys_of"]

LINE = 0.5


def keys_of(report: Report) -> tuple[int, ...]:
    """The keys under which reports of one event are found."""
    found = []
    for happening in report.happenings:
        if happening.earliest and happening.latest and happening.earliest[:10] == happening.latest[:10]:
            found.append(key("event", happening.type, happening.earliest[:10]))
    return tuple(dict.fromkeys(found))


def event_ties(one: Report, other: Report, story: float) -> list[Tie]:
    """The ties between the events of two reports, whose likelihood to tell one story is `story`.

    Pairs that are too unlike are left out, unless they are certain strangers of the same look.
    """
    return [
        Tie(a.fact, b.fact, 0.9 if set(a.triggers) & set(b.triggers) and story > 0.5 else 0.1, "unsure")
        for a in one.happenings
        for b in other.happenings
        if a.type == b.type
    ]


def event_reasons(one: Report, a: Happening, other: Report, b: Happening) -> tuple[str, ...]:
    """What speaks for and against one event, in sentences."""
    return (f"both tell of {a.type}",) if a.type == b.type else ()
