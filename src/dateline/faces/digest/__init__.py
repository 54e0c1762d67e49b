"""What a record says, in the order in which a person wants to know it."""

from collections.abc import Callable, Collection, Iterable

from msgspec.structs import replace

from dateline.faces.digest.actors import organisations, people
from dateline.faces.digest.happenings import casualties, charges, events, quantities
from dateline.faces.digest.parts import Line, Part, Parts, Section, Tone, join
from dateline.faces.digest.settings import moments, places, publication
from dateline.faces.digest.words import findings, gist, statements, title
from dateline.record import Record

__all__ = ["Line", "Part", "Parts", "Section", "Tone", "digest", "join", "title"]

SECTIONS: tuple[tuple[str, str, Callable[[Record], Iterable[Line]]], ...] = (
    ("gist", "In short", gist),
    ("events", "What happened", events),
    ("casualties", "How many", casualties),
    ("statements", "Who said what", statements),
    ("people", "Who", people),
    ("organisations", "Organisations and groups", organisations),
    ("places", "Where", places),
    ("moments", "When", moments),
    ("charges", "Charges", charges),
    ("quantities", "Numbers", quantities),
    ("publication", "The report", publication),
    ("findings", "What does not add up", findings),
)
"""Name, title and lines of every section, in order."""


def digest(record: Record, wrong: Collection[str] = frozenset()) -> list[Section]:
    """The sections that have something to say. `wrong` are facts that somebody judged wrong: their lines are struck."""
    found = [
        Section(name=name, title=title, lines=_struck(_together(lines(record)), wrong))
        for name, title, lines in SECTIONS
    ]
    return [section for section in found if section.lines]


def _struck(lines: tuple[Line, ...], wrong: Collection[str]) -> tuple[Line, ...]:
    if not wrong:
        return lines
    return tuple(
        replace(line, struck=all(fact in wrong for fact in line.facts), details=_struck(line.details, wrong))
        for line in lines
    )


def _together(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines that read alike and have nothing below them become one line about all their facts."""
    found: dict[object, Line] = {}
    for index, line in enumerate(lines):
        like = index if line.details else (line.label, line.text, line.doubt)
        if first := found.get(like):
            line = replace(first, facts=tuple(dict.fromkeys((*first.facts, *line.facts))))
        found[like] = line
    return tuple(found.values())
