"""What the digest is made of: parts of words with a tone, lines, sections."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from msgspec import Struct

Tone = Literal[
    "plain",
    "strong",
    "dim",
    "person",
    "organisation",
    "place",
    "moment",
    "number",
    "quote",
    "event",
    "finding",
    "warning",
]


class Part(NamedTuple):
    """Words in one tone. `fact` is the id of the fact that they name."""

    text: str
    tone: Tone = "plain"
    fact: str | None = None


Parts = tuple[Part, ...]


class Line(Struct, frozen=True, kw_only=True):
    """What is said of one fact, or of several that say the same.

    `facts` are their ids (a finding's is `finding_id`), `label` stands in front, `details` below, `doubt` tells why
    a reader should not trust it too far. `struck`: somebody judged it wrong.
    """

    facts: tuple[str, ...]
    parts: Parts
    label: str = ""
    tone: Tone = "dim"
    details: tuple["Line", ...] = ()
    doubt: str | None = None
    struck: bool = False

    @property
    def text(self) -> str:
        """The words without their tones."""
        return "".join(part.text for part in self.parts)


class Section(Struct, frozen=True, kw_only=True):
    """Lines under a title. `name` is for programs."""

    name: str
    title: str
    lines: tuple[Line, ...]


def join(pieces: Iterable[Parts | Part | None], separator: str = " · ") -> Parts:
    """Pieces with a dim separator between; empty ones are left out."""
    joined: list[Part] = []
    for piece in pieces:
        if not piece:
            continue
        if joined:
            joined.append(Part(separator, "dim"))
        joined.extend([piece] if isinstance(piece, Part) else piece)
    return tuple(joined)


def listed(parts: list[Part]) -> Parts:
    """One, two and three."""
    if len(parts) < 2:
        return tuple(parts)
    return (*join(parts[:-1], ", "), Part(" and ", "dim"), parts[-1])
