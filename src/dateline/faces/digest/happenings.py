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
    standing,
    status,
)
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Casualties, Charge, Event, Quantity


def events(record: Record) -> Iterator[Line]:
    """Who did what to whom, where and when, how sure that is, who says so, and how often the story tells it."""
    for fact in sorted(record.of("event"), key=position):
        event = fact.value
        assert isinstance(event, Event)
        settings = join(
            [
                listed(names(record, tuple(place for place in event.where if place not in event.recipients))),
                named(record, event.when),
                _instruments(record, event),
                standing(fact),
                according_to(record, fact),
                Part(f"told {len(fact.spans)} times", "dim") if len(fact.spans) > 1 else None,
            ]
        )
        details = (Line(facts=(fact.id,), parts=settings),) if settings else ()
        yield line(fact, _action(record, event), _words(record, fact, event), label=event.type, details=details)


def _instruments(record: Record, event: Event) -> Part | None:
    """What it was done with, where the words for the event do not say so already: "fired tear gas"."""
    told = event.trigger
    others = [span for span in event.instruments if not (told.start <= span.start and span.end <= told.end)]
    words = dict.fromkeys(flat(record.words(span)) for span in others)
    return Part(f"with {', '.join(words)}") if words else None


def _words(record: Record, fact: Fact, event: Event) -> Parts:
    modes = ", ".join(mode.replace("-", " ") for mode in event.modes)
    words = Part(quoted(record, (event.trigger,), 60), "event", fact.id)
    return (words, Part(f" ({modes})", "dim")) if modes else (words,)


def _action(record: Record, event: Event) -> Parts:
    actors, recipients = names(record, event.actors), names(record, event.recipients)
    arrow = (Part("→ " if not actors else " → ", "dim"),) if recipients else ()
    return (*listed(actors), *arrow, *listed(recipients))


def casualties(record: Record) -> Iterator[Line]:
    """How many were harmed, whoever says so; parts stand below their whole. Of several events it is told in which."""
    every = sorted(record.of("casualties"), key=position)
    for fact in every:
        if not (isinstance(fact.value, Casualties) and record.get(fact.value.part_of)):
            yield _harmed(record, fact, every, ())


def _harmed(record: Record, fact: Fact, every: list[Fact], above: tuple[Fact, ...]) -> Line:
    harm = fact.value
    assert isinstance(harm, Casualties)
    seen = (*above, fact)
    parts = [part for part in every if isinstance(part.value, Casualties) and part.value.part_of == fact.id]
    details = tuple(_harmed(record, part, every, seen) for part in parts if part not in seen)
    same = any(isinstance(whole.value, Casualties) and whole.value.effect == harm.effect for whole in above[-1:])
    return line(
        fact,
        Part(f"{bounds(harm.low, harm.high)} {_group(record, harm, is_part=bool(above))}".strip(), "number", fact.id),
        listed([name for name in names(record, harm.victims) if _is_news(name, harm.group)]),
        Part(harm.effect) if above and harm.group and not same else None,
        named(record, harm.when),
        None if above else _scene(record, fact, every),
        status(fact),
        according_to(record, fact),
        label="of them" if above else harm.effect,
        details=details,
    )


def _group(record: Record, harm: Casualties, *, is_part: bool) -> str:
    """Whom a count counts, without the name of the victim, which stands beside it: "police chief Ana Lind"."""
    group = harm.group or ""
    for name in names(record, harm.victims):
        if _is_proper(name) and group.casefold().endswith(" " + name.text.casefold()):
            group = group[: -len(name.text)].rstrip(" ,")
    if group or not is_part:
        return group or ("" if harm.victims else "people")
    return harm.effect


def _scene(record: Record, fact: Fact, every: list[Fact]) -> Parts:
    """The words for the event, where the story counts such victims of several."""
    harms = [one.value for one in every if isinstance(one.value, Casualties)]
    effect = fact.value.effect if isinstance(fact.value, Casualties) else None
    events = {harm.event for harm in harms if harm.effect == effect} - {None}
    event = record.get(fact.value.event) if isinstance(fact.value, Casualties) else None
    if event is None or not isinstance(event.value, Event) or len(events) < 2 or event.value.trigger in fact.spans:
        return ()
    return (Part("in ", "dim"), Part(quoted(record, (event.value.trigger,), 40), "event", event.id))


def _is_news(name: Part, group: str | None) -> bool:
    """Whether a victim's name says more than the group does: not "soldiers" beside "two Norwegian soldiers"."""
    known, told = name.text.casefold(), (group or "").casefold()
    return known != told and (_is_proper(name) or not told.endswith(" " + known))


def _is_proper(name: Part) -> bool:
    """Whether somebody's own name, not the noun for a group."""
    return name.text[:1].isupper()


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
            Part(quantity.of) if quantity.of and quantity.of != quantity.unit else None,
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
