"""Lines about what happened: events, casualties, charges, quantities."""

from collections.abc import Iterator

from dateline.faces.digest.parts import Line, Part, Parts, join, listed
from dateline.faces.digest.wording import (
    according_to,
    bounds,
    flat,
    line,
    named,
    names,
    position,
    quoted,
    status,
)
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Casualties, Charge, Event, Quantity


def events(record: Record) -> Iterator[Line]:
    """Who did what to whom, where and when."""
    for fact in sorted(record.of("event"), key=position):
        event = fact.value
        assert isinstance(event, Event)
        settings = join(
            [
                listed(names(record, event.where)),
                named(record, event.when),
                Part("with " + flat(", ".join(record.words(span) for span in event.instruments)))
                if event.instruments
                else None,
                status(fact),
                according_to(record, fact),
            ]
        )
        details = (Line(facts=(fact.id,), parts=settings),) if settings else ()
        yield line(fact, _action(record, event), _words(record, fact, event), label=event.type, details=details)


def _words(record: Record, fact: Fact, event: Event) -> Parts:
    modes = ", ".join(mode.replace("-", " ") for mode in event.modes)
    words = Part(quoted(record, (event.trigger,), 60), "event", fact.id)
    return (words, Part(f" ({modes})", "dim")) if modes else (words,)


def _action(record: Record, event: Event) -> Parts:
    actors, recipients = names(record, event.actors), names(record, event.recipients)
    arrow = (Part("→ " if not actors else " → ", "dim"),) if recipients else ()
    return (*listed(actors), *arrow, *listed(recipients))


def casualties(record: Record) -> Iterator[Line]:
    """How many were harmed, whoever says so; parts stand below their whole."""
    every = sorted(record.of("casualties"), key=position)
    for fact in every:
        if not (isinstance(fact.value, Casualties) and record.get(fact.value.part_of)):
            yield _harmed(record, fact, every, ())


def _harmed(record: Record, fact: Fact, every: list[Fact], above: tuple[str, ...]) -> Line:
    harm = fact.value
    assert isinstance(harm, Casualties)
    seen = (*above, fact.id)
    parts = [part for part in every if isinstance(part.value, Casualties) and part.value.part_of == fact.id]
    details = tuple(_harmed(record, part, every, seen) for part in parts if part.id not in seen)
    named_victims = [name for name in names(record, harm.victims) if _is_news(name, harm.group)]
    who = listed(named_victims)
    group = harm.effect if above else harm.group or ("" if who else "people")
    count = Part(f"{bounds(harm.low, harm.high)} {group}".strip(), "number", fact.id)
    return line(
        fact,
        count,
        who,
        Part(harm.group) if above and harm.group else None,
        named(record, harm.when),
        status(fact),
        according_to(record, fact),
        label="of them" if above else harm.effect,
        details=details,
    )


def _is_news(name: Part, group: str | None) -> bool:
    """Whether a victim's name says more than the group does."""
    return name.text.casefold() != (group or "").casefold()


def charges(record: Record) -> Iterator[Line]:
    """Who is accused of what before the law."""
    for fact in sorted(record.of("charge"), key=position):
        charge = fact.value
        assert isinstance(charge, Charge)
        by, court = named(record, charge.by), named(record, charge.court)
        yield line(
            fact,
            named(record, charge.accused) or Part("somebody unnamed", "dim"),
            Part(", ".join(charge.offences), "strong") if charge.offences else None,
            Part("on similar charges", "dim") if charge.same_as and not charge.offences else None,
            (Part("by ", "dim"), by) if by else None,
            (Part("at ", "dim"), court) if court else None,
            Part(charge.sentence) if charge.sentence else None,
            status(fact),
            according_to(record, fact),
            label=charge.stage,
        )


def quantities(record: Record) -> Iterator[Line]:
    """Numbers that count no casualties."""
    for fact in sorted(record.of("quantity"), key=position):
        quantity = fact.value
        assert isinstance(quantity, Quantity)
        change = {"rise": "more than before", "fall": "less than before"}.get(quantity.change or "")
        yield line(
            fact,
            Part(_measured(quantity), "number", fact.id),
            Part(quantity.of) if quantity.of else None,
            Part(change) if change else None,
            Part(quoted(record, fact.spans, 60), "dim") if fact.spans else None,
            status(fact),
            according_to(record, fact),
        )


def _measured(quantity: Quantity) -> str:
    number, unit = bounds(quantity.low, quantity.high), quantity.unit or ""
    if unit == "%":
        return f"{number}%"
    return f"{unit} {number}" if len(unit) == 3 and unit.isupper() else f"{number} {unit}".strip()
