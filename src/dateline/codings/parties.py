"""Who takes part in an event, as the codebooks sort them."""

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from dateline.codings.tables import acled_table
from dateline.languages import available, load
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Casualties, Event, Organisation, Person, Place

HAPPENED = ("asserted", "historical")
"""Codebooks have what took place; what is planned, called for, possible or denied is in none of them."""
STATE, REBEL, MILITIA, COMMUNAL, RIOTERS, PROTESTERS, CIVILIANS, EXTERNAL = range(1, 9)
"""ACLED's kinds of actor."""
ARMED = (STATE, REBEL, MILITIA, COMMUNAL, EXTERNAL)

_MUTUAL = ("firearms", "primitive")
"""Modes of fights that go both ways; who is told of a bombing or a murder did it together."""


class Side(Struct, frozen=True):
    """Those on one side, and ACLED's kind of the first of them; 0 where nobody is told."""

    facts: tuple[Fact, ...] = ()
    kind: int = 0


def facts_of(record: Record, ids: Iterable[str]) -> tuple[Fact, ...]:
    """The facts that these ids refer to."""
    return tuple(fact for one in ids if (fact := record.get(one)) is not None)


def sectors(fact: Fact) -> tuple[str, ...]:
    """The PLOVER sectors of a person or body: "GOVJUD" has two."""
    value = fact.value
    told = value.sector if isinstance(value, Person | Organisation) else None
    return tuple(told[i : i + 3] for i in range(0, len(told), 3)) if told else ()


def country(fact: Fact) -> str | None:
    """ISO 3166-1 alpha-3, or PLOVER's code for a body of many states."""
    value = fact.value
    return value.country if isinstance(value, Person | Organisation | Place) else None


def is_state(fact: Fact) -> bool:
    """Whether a country as a whole takes part ("Norway")."""
    value = fact.value
    return isinstance(value, Place) and ((value.feature or "").startswith("PCL") or value.precision == "country")


def kind_of(record: Record, event: Event, fact: Fact, *, acts: bool) -> int:
    """ACLED's kind of actor: by sector; forces outside their own country are external.

    Officials and party members are civilians where they suffer. 0 for a place that is no country.
    """
    table = acled_table()
    codes, home = sectors(fact), country(fact)
    if isinstance(fact.value, Place):
        return _abroad(record, event, home, STATE) if is_state(fact) else 0
    if home in table.supranational.militant:
        return REBEL
    if crowd := _crowd(record, fact):
        return crowd
    armed = next((table.sectors[code] for code in codes if code in table.sectors), None)
    if armed is None and acts:
        ordering = any(code in table.ordering.sectors for code in codes)
        armed = STATE if ordering else next((table.partisan[code] for code in codes if code in table.partisan), None)
    if armed == STATE:
        return EXTERNAL if home in table.supranational.external else _abroad(record, event, home, STATE)
    return armed or CIVILIANS


def _crowd(record: Record, fact: Fact) -> int:
    """Rioters or protesters by what the group is called, or by a protest of the same story that it takes part in."""
    if called := _called(record, fact.value.name if isinstance(fact.value, Person | Organisation) else ""):
        return called
    protests = [one.value for one in record.of("event") if isinstance(one.value, Event) and one.value.type == "PROTEST"]
    private = not any(code in acled_table().sectors for code in sectors(fact))
    return PROTESTERS if private and any(fact.id in protest.actors for protest in protests) else 0


def _called(record: Record, name: str) -> int:
    """Rioters or protesters by the last word of a name, in the plural or not; 0 for others."""
    marchers, rioters = _crowd_words(record.article.language or "")
    last = name.lower().split()[-1:]
    words = {*last, *(f"{word}s" for word in last)}
    return RIOTERS if words & rioters else PROTESTERS if words & marchers else 0


@cache
def _crowd_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """What protesters and rioters are called; nothing in a language without a pack."""
    if language not in available():
        return frozenset(), frozenset()
    words = load(language).events
    return frozenset(words.marchers), frozenset(words.rioters)


def _abroad(record: Record, event: Event, home: str | None, kind: int) -> int:
    """Forces are external where the event lies in other countries alone."""
    where = {code for place in facts_of(record, event.where) if (code := country(place)) is not None}
    return EXTERNAL if home is not None and where and home not in where else kind


def sides(record: Record, fact: Fact) -> tuple[Side, Side]:
    """Both sides of a deed. Where only actors are told and they may be opponents, they are the two sides.

    Whom the story counts as harmed stand in where only things were struck, or nobody is named as struck.
    """
    event = fact.value
    assert isinstance(event, Event)
    actors, recipients = facts_of(record, event.actors), facts_of(record, event.recipients)
    kinds = [kind_of(record, event, one, acts=True) for one in actors]
    if not recipients and set(event.modes) <= set(_MUTUAL):
        others = [i for i, one in enumerate(actors) if _opposed(kinds[0], actors[0], kinds[i], one)]
        if others:
            first = tuple(one for i, one in enumerate(actors) if i not in others)
            return Side(first, kinds[0]), Side(tuple(actors[i] for i in others), kinds[others[0]])
    suffering = _first_armed([kind_of(record, event, one, acts=False) for one in recipients])
    return Side(actors, next(filter(None, kinds), 0)), _with_counted(record, fact, Side(recipients, suffering))


def _with_counted(record: Record, fact: Fact, told: Side) -> Side:
    """The side that suffered with those whom the story counts: "killed 20 civilians", "one protester was shot"."""
    event = fact.value
    assert isinstance(event, Event)
    counted = [harm for harm in harms(record, fact) if not harm.victims or set(harm.victims) - set(event.actors)]
    kinds = [kind for harm in counted for kind in _kinds(record, event, harm)]
    if told.kind == 0 and kinds:
        ids = dict.fromkeys(one for harm in counted for one in harm.victims if one not in event.recipients)
        return Side((*told.facts, *facts_of(record, ids)), _first_armed(kinds))
    crowd = next((kind for kind in kinds if kind in (PROTESTERS, RIOTERS)), None)
    return Side(told.facts, crowd) if crowd and told.kind == CIVILIANS else told


def _kinds(record: Record, event: Event, harm: Casualties) -> list[int]:
    """The kinds of those whom a count counts: a crowd by its noun, else each victim's; else, of a noun, civilians."""
    if crowd := _called(record, harm.group or ""):
        return [crowd]
    victims = [kind_of(record, event, fact, acts=False) for fact in facts_of(record, harm.victims)]
    return victims or ([CIVILIANS] if harm.group else [])


def _opposed(kind: int, fact: Fact, other_kind: int, other: Fact) -> bool:
    """Whether two who are told of one fight may have fought each other: all but the forces of one state."""
    if fact is other or kind not in ARMED or other_kind not in ARMED:
        return False
    one_state = kind == other_kind and kind in (STATE, EXTERNAL) and country(fact) == country(other)
    return not one_state


def _first_armed(kinds: list[int]) -> int:
    """The first kind that is told, armed ones first: "police and bystanders" were attacked as police."""
    told = [kind for kind in kinds if kind]
    return next((kind for kind in told if kind in ARMED), told[0] if told else 0)


def harms(record: Record, event: Fact) -> list[Casualties]:
    """The dead and wounded whom the story counts of this event, and those who are not only feared or denied."""
    return [
        fact.value
        for fact in record.of("casualties")
        if isinstance(fact.value, Casualties)
        and fact.value.event == event.id
        and fact.value.effect in ("killed", "wounded")
        and fact.status in HAPPENED
        and fact.value.high != 0
    ]


def killed(record: Record, event: Fact) -> bool:
    """Whether the story counts dead of this event."""
    return any(harm.effect == "killed" for harm in harms(record, event))
