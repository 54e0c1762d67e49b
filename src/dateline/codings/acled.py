"""What ACLED calls an event: event type, sub-event type, disorder type, kinds of actor.

Names and numbers: ACLED codebook (six event types, 25 sub-event types, `inter` 1 to 8). The way from PLOVER's types and
modes to them is ours and is said in `docs/codes.md`. ACLED has political violence and demonstrations and a few other
developments; talks, demands, sanctions and private crime are not in it.
"""

from msgspec import Struct

from dateline.codings.parties import (
    ARMED,
    CIVILIANS,
    COMMUNAL,
    EXTERNAL,
    HAPPENED,
    MILITIA,
    PROTESTERS,
    REBEL,
    RIOTERS,
    STATE,
    Side,
    killed,
    sides,
)
from dateline.codings.tables import acled_table
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Event, Organisation

_VIOLENT_CROWD = ("riot", "vandalize")
_NO_CROWD = ("strike", "hunger", "boycott")
_OCCUPATION = "192"
"""CAMEO: land is occupied."""
_ABUSE = ("abduct", "sexual")
_PEACE = ("037", "087")
"""CAMEO: an offer to settle a dispute, a step back from fighting."""


class AcledCodes(Struct, frozen=True, kw_only=True):
    """ACLED's columns for one event. `actor1` and `actor2` are ids of facts and carry no direction, as in ACLED."""

    event_type: str
    sub_event_type: str
    disorder_type: str
    inter1: int
    """1 state forces, 2 rebels, 3 political militias, 4 identity militias, 5 rioters, 6 protesters, 7 civilians,
    8 external or other forces; 0 where the story names nobody."""
    inter2: int
    interaction: int
    """Both digits, the smaller first; a sole actor has 0 behind it: 10, 12, 60."""
    civilian_targeting: bool
    actor1: tuple[str, ...] = ()
    actor2: tuple[str, ...] = ()


def acled(record: Record, fact: Fact) -> AcledCodes | None:
    """ACLED's codes of an event that took place; None where ACLED would not have it."""
    event = fact.value
    if not isinstance(event, Event) or event.scheme != "plover" or fact.status not in HAPPENED:
        return None
    one, other = sides(record, fact)
    if event.type == "PROTEST":
        return _protest(event, one, other)
    if event.type == "ASSAULT":
        return _assault(record, fact, event, one, other)
    if event.type == "COERCE" and "arrest" in event.modes:
        return _arrest(record, event, one, other)
    sub = _development(event, one)
    told = (one, other) if one.kind else (other, one)
    return _codes("Strategic developments", sub, *told) if sub and told[0].kind else None


def _protest(event: Event, one: Side, other: Side) -> AcledCodes | None:
    """A crowd: peaceful where no mode says otherwise. Strikes, boycotts and fasts are none, unless people march too."""
    modes = set(event.modes)
    if modes and not modes - set(_NO_CROWD):
        return None
    if modes & set(_VIOLENT_CROWD):
        return _codes("Riots", "Violent demonstration", Side(one.facts, RIOTERS), Side(()))
    return _codes("Protests", "Peaceful protest", Side(one.facts, PROTESTERS), Side(()))


def _assault(record: Record, fact: Fact, event: Event, one: Side, other: Side) -> AcledCodes | None:
    if "crowd-control" in event.modes or (other.kind == PROTESTERS and one.kind in (*ARMED, 0)):
        return _against_crowd(record, fact, event, one, other)
    if one.kind in (PROTESTERS, RIOTERS):
        return _by_crowd(one, other)
    if one.kind == CIVILIANS:
        return None  # private people: crime, not political violence, unless a crowd
    suffering = Side(other.facts, other.kind or CIVILIANS)
    if set(event.modes) & set(_ABUSE):
        return _abuse(event, Side(one.facts, one.kind or MILITIA), suffering)
    remote = next((acled_table().remote[mode] for mode in event.modes if mode in acled_table().remote), None)
    if one.kind in ARMED and other.kind in ARMED:
        taken = _taken(event, one)
        if taken or remote is None or not event.recipients:
            return _codes("Battles", taken or "Armed clash", one, other)
    if remote is not None:
        return _codes("Explosions/Remote violence", remote, Side(one.facts, one.kind or MILITIA), other)
    if not other.facts and "destroy" in event.modes:
        return _codes(
            "Strategic developments", "Looting/property destruction", Side(one.facts, one.kind or MILITIA), other
        )
    if other.kind in (CIVILIANS, PROTESTERS, RIOTERS):
        return _codes("Violence against civilians", "Attack", Side(one.facts, one.kind or MILITIA), other)
    if other.kind in ARMED and not one.facts:
        return _codes("Battles", "Armed clash", other, one)  # forces attacked by nobody who is told
    return None


def _arrest(record: Record, event: Event, one: Side, other: Side) -> AcledCodes | None:
    """Arrests; of a group of protesters an intervention in their protest. Who is sentenced to prison is in neither."""
    told = [each.value for each in record.of("event")]
    if any(isinstance(each, Event) and each.type == "SANCTION" and each.trigger == event.trigger for each in told):
        return None
    crowd = other.kind == PROTESTERS and any(isinstance(each.value, Organisation) for each in other.facts)
    if crowd and one.kind in (STATE, 0):
        return _codes("Protests", "Protest with intervention", other, one)
    first, second = (one, other) if one.kind else (other, one)
    return _codes("Strategic developments", "Arrests", first, second) if first.kind else None


def _against_crowd(record: Record, fact: Fact, event: Event, one: Side, other: Side) -> AcledCodes:
    """Force against a crowd: with shots, bombs or dead it is excessive, else a protest with intervention.

    Crowd control is the state's; who else it was, where nobody is told, stays open.
    """
    lethal = not {"firearms", *acled_table().remote}.isdisjoint(event.modes) or killed(record, fact)
    sub = "Excessive force against protesters" if lethal else "Protest with intervention"
    force = one.kind or (STATE if "crowd-control" in event.modes else 0)
    return _codes("Protests", sub, Side(other.facts, PROTESTERS), Side(one.facts, force))


def _by_crowd(one: Side, other: Side) -> AcledCodes:
    """A crowd that does violence: protesters at their protest, a mob anywhere."""
    sub = "Violent demonstration" if one.kind == PROTESTERS else "Mob violence"
    return _codes("Riots", sub, Side(one.facts, RIOTERS), other)


def _abuse(event: Event, one: Side, other: Side) -> AcledCodes:
    """Abduction and sexual violence, of civilians; soldiers who are taken are no civilians."""
    if "sexual" in event.modes:
        return _codes("Violence against civilians", "Sexual violence", one, other)
    if other.kind != CIVILIANS:
        return _codes("Strategic developments", "Other", one, other)
    return _codes("Violence against civilians", "Abduction/forced disappearance", one, other)


def _taken(event: Event, one: Side) -> str | None:
    """Who took land in a fight."""
    if not (event.cameo or "").startswith(_OCCUPATION):
        return None
    regained = one.kind in (STATE, EXTERNAL)
    return "Government regains territory" if regained else "Non-state actor overtakes territory"


def _development(event: Event, one: Side) -> str | None:
    """The sub-event type of what is no violence and no demonstration; None for what ACLED does not have."""
    cameo, modes = event.cameo or "", event.modes
    armed = one.kind in ARMED
    if event.type == "COERCE":
        return "Non-violent transfer of territory" if armed and cameo.startswith(_OCCUPATION) else None
    if event.type == "RETREAT":
        if "ceasefire" in modes:
            return "Agreement"
        moved = ("withdraw" in modes or "disarm" in modes) and one.kind in (STATE, REBEL, MILITIA, COMMUNAL, EXTERNAL)
        return "Change to group/activity" if moved else None
    if event.type == "AGREE":
        return "Agreement" if cameo.startswith(_PEACE) and armed else None
    return "Change to group/activity" if event.type == "MOBILIZE" and armed else None


def _codes(event_type: str, sub: str, one: Side, other: Side) -> AcledCodes:
    table = acled_table()
    disorder = table.disorder.get(sub) or table.disorder.get(event_type) or table.disorder[""]
    first, second = sorted((one.kind, other.kind), key=lambda kind: kind or 9)
    violent = event_type in ("Violence against civilians", "Explosions/Remote violence", "Riots")
    targeted = (violent and other.kind in (CIVILIANS, PROTESTERS)) or sub == "Excessive force against protesters"
    return AcledCodes(
        event_type=event_type,
        sub_event_type=sub,
        disorder_type=disorder,
        inter1=one.kind,
        inter2=other.kind,
        interaction=first * 10 + second,
        civilian_targeting=targeted,
        actor1=tuple(fact.id for fact in one.facts),
        actor2=tuple(fact.id for fact in other.facts),
    )
