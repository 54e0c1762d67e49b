"""Which types of events may be one event told in two ways."""

from functools import cache

__all__ = ["HARM", "families_of", "family_of"]

_FAMILIES = (
    ("ASSAULT", "DEATH", "ACCIDENT", "DISASTER", "CRIME", "HEALTH"),
    ("CAREER", "RETREAT", "CONCEDE"),
    ("AGREE", "CONSULT", "COOPERATE", "SUPPORT", "AID", "GATHERING"),
    ("PROTEST", "MOBILIZE"),
    ("REQUEST", "REJECT", "THREATEN"),
)
"""No type is in two: else a chain of events would join two that nobody compared. Arrest (COERCE), charge (ACCUSE) and
verdict (SANCTION) follow one another and are never one."""
HARM = 1
"""The bit of the family of deeds and mishaps that harm people: those may be told by many types."""
_OWN = 40
"""Bits for types of other schemes."""


@cache
def families_of(type_: str) -> int:
    """The family of a type as a bit: two types that share it may be one event. An unknown type is its own family."""
    bits = sum(1 << place for place, types in enumerate(_FAMILIES) if type_ in types)
    return bits or 1 << (len(_FAMILIES) + sum(type_.encode()) % _OWN)


@cache
def family_of(type_: str) -> str:
    """The name of the family of a type: what a key is made of."""
    return next((types[0] for types in _FAMILIES if type_ in types), type_)
