"""Whether two names of two reports may be one party, and whether they cannot be."""

from functools import lru_cache

from dateline.merging.reports.report import Named
from dateline.merging.words import stem
from dateline.names import same_name

__all__ = ["alike", "opposed", "same_party", "state"]

_STATE = frozenset(("GOV", "MIL", "COP", "SPY"))
_FOES = frozenset(("REB", "UAF", "PRM", "CRM", "RAD", "INS"))
_CODE = 3


def state(named: Named) -> bool:
    """Whether it is a government, or its army, police or secret service, or a country."""
    return bool(_codes(named) & _STATE) or (named.kind == "place" and named.precision in ("country", None))


def alike(left: Named, right: Named) -> bool:
    """Whether the two may be one: one name, a group without a name that may be it, a country and its army."""
    if not left.proper or not right.proper:
        return not _foes(left, right)
    people = left.kind == right.kind == "person"
    full = people and " " in left.name and " " in right.name
    if (not full and set(left.words) & set(right.words)) or _one_name(left.name, right.name, people):
        return True
    both = state(left) and state(right)
    return both and (left.country == right.country or left.country is None or right.country is None)


def opposed(left: Named, right: Named) -> bool:
    """Whether the two cannot be one: a state's force and its foes, two states, two named bodies, two named people."""
    if alike(left, right):
        return False
    if _foes(left, right):
        return True
    if not (left.proper and right.proper):
        return False
    kinds = {left.kind, right.kind}
    return kinds == {"organisation"} or kinds == {"person"} or (state(left) and state(right))


def same_party(left: Named, right: Named) -> bool:
    """Whether the two are one by their names, or groups called alike."""
    if left.proper and right.proper:
        return alike(left, right)
    if left.proper or right.proper:
        return state(left) and state(right)
    return _head(left.name) == _head(right.name) or bool(_codes(left) & _codes(right) & (_STATE | _FOES))


@lru_cache(4096)
def _head(name: str) -> str:
    return stem(name.rsplit(maxsplit=1)[-1])


def _foes(left: Named, right: Named) -> bool:
    """Whether one is a state's and the other one of those who fight it."""
    ours, theirs = _codes(left), _codes(right)
    if state(left) and theirs & _FOES:
        return not theirs & _STATE
    return bool(state(right) and ours & _FOES and not ours & _STATE)


def _codes(named: Named) -> frozenset[str]:
    return _split(named.sector or "")


@lru_cache(256)
def _split(sector: str) -> frozenset[str]:
    return frozenset(sector[at : at + _CODE] for at in range(0, len(sector), _CODE))


@lru_cache(4096)
def _one_name(left: str, right: str, people: bool) -> bool:
    return same_name(left, right, "person" if people else "organisation").same
