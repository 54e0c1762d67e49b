"""What UCDP calls an event of organised violence: state-based, non-state, one-sided, and who is on which side.

Source of names and numbers: UCDP Georeferenced Event Dataset, codebook, `type_of_violence`, `side_a`, `side_b`. The way
from PLOVER's sectors is ours (`docs/codes.md`). UCDP has an event only with at least one death: `fatal` says whether
the story counts dead of it.
"""

from typing import Literal

from msgspec import Struct

from dateline.codings.parties import CIVILIANS, HAPPENED, Side, country, is_state, killed, sectors, sides
from dateline.codings.tables import ucdp_table
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Event, Place

_Kind = Literal["government", "organised", "gang", "civilians", "nobody"]


class UcdpCodes(Struct, frozen=True, kw_only=True):
    """UCDP's columns for one event; the sides are ids of facts."""

    type_of_violence: Literal[1, 2, 3]
    """1 state-based, 2 non-state, 3 one-sided."""
    side_a: tuple[str, ...]
    """The government where one fights, else who acts."""
    side_b: tuple[str, ...]
    """The other armed side; of one-sided violence those who suffered it, which UCDP calls "Civilians"."""
    fatal: bool
    """Whether the story counts at least one death, without which UCDP has no event."""


def ucdp(record: Record, fact: Fact) -> UcdpCodes | None:
    """UCDP's codes of an ASSAULT that took place between organised sides, or by one against civilians; else None."""
    event = fact.value
    if not isinstance(event, Event) or event.type != "ASSAULT" or fact.status not in HAPPENED:
        return None
    one, other = sides(record, fact)
    first, second = _kind(one), _kind(other)
    if second == "nobody" and other.kind == CIVILIANS:
        second = "civilians"  # the story counts them and names none
    violence = _violence(first, second)
    if violence is None:
        return None
    a, b = one, other
    if violence == 1 and first != "government":
        a, b = other, one
    return UcdpCodes(
        type_of_violence=violence,
        side_a=tuple(member.id for member in a.facts),
        side_b=tuple(member.id for member in b.facts),
        fatal=killed(record, fact),
    )


def _violence(first: _Kind, second: _Kind) -> Literal[1, 2, 3] | None:
    pair = {first, second}
    if "nobody" in pair or first == "civilians":
        return None
    if second == "civilians":
        return None if first == "gang" else 3  # what gangs do to others is crime, until they fight each other
    if "government" in pair:
        return None if "gang" in pair else 1
    return 2


def _kind(side: Side) -> _Kind:
    """The kind of the first on a side who is told: a place that is no country is nobody."""
    table = ucdp_table()
    told = [fact for fact in side.facts if not isinstance(fact.value, Place) or is_state(fact)]
    kinds: list[_Kind] = [_one(fact, table.government, table.organised, table.gangs) for fact in told]
    armed = next((kind for kind in kinds if kind != "civilians"), None)
    return armed or (kinds[0] if kinds else "nobody")


def _one(fact: Fact, government: tuple[str, ...], organised: tuple[str, ...], gangs: tuple[str, ...]) -> _Kind:
    codes = sectors(fact)
    if any(code in organised for code in codes) or country(fact) == "IMG":
        return "organised"
    if any(code in gangs for code in codes):
        return "gang"
    return "government" if is_state(fact) or any(code in government for code in codes) else "civilians"
