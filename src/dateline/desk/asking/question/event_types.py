"""The types and modes of events that a search asks for."""

from difflib import get_close_matches
from typing import NamedTuple

from dateline.errors import BadQuestion
from dateline.ontology import OTHER, PLOVER

TYPES = (*PLOVER, *OTHER)
"""All types of events: PLOVER's, and ours for what PLOVER has no name for."""


class TypeAsked(NamedTuple):
    """A type of event, and the mode that it must have."""

    type: str
    mode: str | None = None


def read_types(given: str) -> list[TypeAsked]:
    """The types in "ASSAULT", "ASSAULT/beat" or "ASSAULT,PROTEST"; capitals do not matter. Raises BadQuestion."""
    found = [_read(piece.strip()) for piece in given.split(",") if piece.strip()]
    if not found:
        raise BadQuestion(f"there is no event type in {given!r}; the types are {', '.join(TYPES)}")
    return found


def _read(piece: str) -> TypeAsked:
    name, slash, mode = (part.strip() for part in piece.partition("/"))
    name = name.upper()
    if name not in TYPES:
        raise BadQuestion(_no_type(piece, name))
    return TypeAsked(name, _mode(name, mode)) if slash else TypeAsked(name)


def _no_type(piece: str, name: str) -> str:
    if of := [kind for kind, modes in PLOVER.items() if name.casefold() in modes]:
        return (
            f"no event type is called {piece!r}; it is a mode: {' or '.join(f'{kind}/{name.lower()}' for kind in of)}"
        )
    if near := get_close_matches(name, TYPES, n=1):
        return f"no event type is called {piece!r}; did you mean {near[0]}?"
    return f"no event type is called {piece!r}; the types are {', '.join(TYPES)}"


def _mode(name: str, mode: str) -> str:
    modes = PLOVER.get(name, ())
    if not modes:
        raise BadQuestion(f"{name} has no modes; give the type alone")
    if mode.casefold() not in modes:
        near = get_close_matches(mode.casefold(), modes, n=1)
        advice = f"did you mean {name}/{near[0]}?" if near else f"its modes are {', '.join(modes)}"
        raise BadQuestion(f"{name} has no mode {mode!r}; {advice}")
    return mode.casefold()
