"""What stands in the margin: a note for each fact and finding, in the words of the digest."""

from collections.abc import Collection, Iterator

from msgspec import Struct
from msgspec.structs import replace

from dateline.faces.desk.answers.type_words import WORDS
from dateline.faces.digest import Line, Part, Parts, digest, join
from dateline.faces.digest.wording import first_words, named
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Casualties, Dateline, Moment, Place, Role, Statement

KINDS: tuple[tuple[str, str], ...] = (
    ("person", "people"),
    ("organisation", "organisations"),
    ("place", "places"),
    ("moment", "times"),
    ("post", "posts"),
    ("event", "events"),
    ("number", "numbers"),
    ("statement", "statements"),
    ("finding", "what does not add up"),
)
"""What the margin may be narrowed to: a name for programs, and one for people."""
NAMES = ("person", "organisation", "place", "moment", "post")
"""Kinds of notes that tell who and where: they stand at the left where there is room."""
_TOGETHER = ("people", "organisations", "places", "moments")
"""Sections of the digest whose lines may be about several facts that say the same."""
_KIND_OF = {"role": "post", "charge": "event", "casualties": "number", "quantity": "number", "dateline": "report",
            "publication": "report", "credit": "report"}  # fmt: skip


class Note(Struct, frozen=True, kw_only=True):
    """What is said of one fact or finding, or of several that say the same."""

    facts: tuple[str, ...]
    """Their ids; a finding's is `finding_id`."""
    kind: str
    """One of KINDS, or gist, report."""
    label: str
    parts: Parts
    below: tuple[Line, ...] = ()
    """Lines that say more of the same."""
    doubt: str | None = None
    struck: bool = False
    severity: str | None = None
    """Of a finding: error, warning, note."""


def notes(record: Record, wrong: Collection[str]) -> list[Note]:
    """Every fact and finding of the record in one note, in the order of the digest. `wrong` ones are struck."""
    found = [
        note
        for section in digest(record, wrong)
        for line in section.lines
        for one in _apart(section.name, line)
        for note in _noted(record, section.name, one)
    ]
    told = {fact for note in found for fact in note.facts}
    return [*_gathered(found), *(_plain(record, fact, wrong) for fact in record.facts if fact.id not in told)]


def _apart(section: str, line: Line) -> Iterator[Line]:
    """What happened stands beside its own words, also where something else reads the same."""
    if section in _TOGETHER or line.details:
        yield line
        return
    for fact in line.facts:
        yield replace(line, facts=(fact,))


def _noted(record: Record, section: str, line: Line) -> Iterator[Note]:
    own = tuple(detail for detail in line.details if detail.facts == line.facts)
    fact = record.get(line.facts[0])
    label, parts, more = _told(record, fact, line)
    yield Note(
        facts=line.facts,
        kind=_kind(section, fact),
        label=label,
        parts=parts,
        below=(*more, *own),
        doubt=line.doubt,
        struck=line.struck,
        severity=line.label if section == "findings" else None,
    )
    for detail in line.details:
        if detail.facts != line.facts:
            yield from _noted(record, section, detail)


def _kind(section: str, fact: Fact | None) -> str:
    if section in ("gist", "findings", "publication"):
        return {"findings": "finding", "publication": "report"}.get(section, section)
    return _KIND_OF.get(fact.kind, fact.kind) if fact else "report"


def _told(record: Record, fact: Fact | None, line: Line) -> tuple[str, Parts, tuple[Line, ...]]:
    """What stands in front, what stands beside the words, and what is told below them.

    A post stands by itself in the margin: it says whose it is. Of a place the coordinates are for those who ask; the
    words of a time that has a date are lit beside it.
    """
    match fact.value if fact else None:
        case Casualties(effect=effect) if line.label == "of them":
            return f"{effect}, of them", line.parts, ()
        case Role(person=person):
            return "", join([named(record, person), line.parts], ": "), ()
        case Statement() if line.label != "so-called":
            speaker = line.parts[0]._replace(tone="strong") if line.parts[0].tone == "plain" else line.parts[0]
            return "", (speaker, Part(f" {line.label}", "dim"), *line.parts[1:]), ()
        case Place():
            return "", *_without_coordinates(line)
        case Moment(earliest=earliest, latest=latest) if earliest or latest:
            return "", line.parts[:1], ()
        case Dateline():
            return "dateline", (_without_dash(line.parts[0]), *line.parts[1:]), ()
    return WORDS.get(line.label) or line.label.lower().replace("_", " "), line.parts, ()


def _without_coordinates(line: Line) -> tuple[Parts, tuple[Line, ...]]:
    points = [part for part in line.parts if part.tone == "dim" and "°" in part.text]
    kept: list[Part] = []
    for part in line.parts:
        if part not in points:
            kept.append(part)
        elif kept and kept[-1].text == " · ":
            kept.pop()
    return tuple(kept), tuple(replace(line, parts=(part,), details=(), label="", doubt=None) for part in points)


def _without_dash(part: Part) -> Part:
    """The words of a dateline without the stroke that ends them."""
    return part._replace(text=part.text.rstrip(" -–—"))


def _plain(record: Record, fact: Fact, wrong: Collection[str]) -> Note:
    """A fact that the digest has no line for: what it is called, or the words that it rests on."""
    part = named(record, fact.id) or Part(first_words(record, fact) or fact.kind)
    label = "time" if isinstance(fact.value, Moment) else fact.kind
    source = Part(f" from {fact.field}", "dim") if fact.field else Part("")
    return Note(
        facts=(fact.id,), kind="report", label=label, parts=(part, source), struck=fact.id in wrong
    )  # fmt: skip


def _gathered(found: list[Note]) -> Iterator[Note]:
    """Several lines on one fact, such as those of a publication, as one note."""
    first: dict[tuple[str, ...], Note] = {}
    for note in found:
        if (known := first.get(note.facts)) is not None:
            line = Line(facts=note.facts, parts=note.parts, label=note.label, details=note.below, doubt=note.doubt)
            note = replace(known, below=(*known.below, line))
        first[note.facts] = note
    yield from first.values()
