"""Which facts came and went from one version of an article to the next, by what they say.

A fact's id follows from where its words stand, so that a word put in front of them gives it another one. What says the
same is the same here, and what says something else of the same is one fact that turned into another.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from typing import Any

from msgspec import Struct

from dateline.model import Fact
from dateline.record import Record
from dateline.references import references_of
from dateline.values import Span, Value

__all__ = ["Changed", "Said", "fact_changes"]

LONGEST = 300
"""Characters of words that are shown."""
_HIDDEN = {"mentions", "codes", "geonames", "feature", "images", "insertions", "tags", "block", "anchor", "cue"}
"""Fields of a value that tell nothing by themselves to somebody who reads."""
_ALONE: dict[str, tuple[str, ...]] = {
    "person": ("name",), "organisation": ("name",), "place": ("name",), "role": ("person", "title"),
    "statement": ("content",), "event": ("type", "trigger"), "casualties": ("effect", "group"), "quantity": ("of",),
    "charge": ("accused", "offences"), "dateline": (), "publication": (), "gist": (),
}  # fmt: skip
"""By kind the fields that tell which fact it is; what says the same in them is one fact, changed."""


class Said(Struct, frozen=True):
    """What a fact says."""

    fact: str
    """Its id in the record of its version."""
    kind: str
    words: str
    """The words that it rests on, in one line; where it rests on a field outside the text, the field's name."""
    says: tuple[tuple[str, str], ...]
    """Its fields and what is in them, in plain words, in the order of the contract: ("effect", "killed")."""
    status: str


class Changed(Struct, frozen=True):
    """Facts of two versions that do not say the same."""

    came: tuple[Said, ...]
    went: tuple[Said, ...]
    turned: tuple[tuple[Said, Said], ...]
    """What says something else than before of the same: as it was, and as it is."""
    stayed: int
    """How many say the same in both."""


def fact_changes(old: Record, new: Record) -> Changed:
    """What changed, in the order of the records."""
    before, after = _by(list(_said(old)), _saying), _by(list(_said(new)), _saying)
    went = _without(before, after)
    came = _without(after, before)
    turned = list(_turned(went, came))
    past, present = {one.fact for one, _ in turned}, {other.fact for _, other in turned}
    return Changed(
        came=tuple(each for each in came if each.fact not in present),
        went=tuple(each for each in went if each.fact not in past),
        turned=tuple(turned),
        stayed=len(new.facts) - len(came),
    )


def _by(said: list[Said], key: Callable[[Said], Any]) -> dict[Any, list[Said]]:
    found: dict[Any, list[Said]] = defaultdict(list)
    for each in said:
        found[key(each)].append(each)
    return found


def _saying(said: Said) -> Any:
    return said.kind, said.says or said.words, said.status


def _without(said: dict[Any, list[Said]], others: dict[Any, list[Said]]) -> list[Said]:
    """Those of which the others have fewer; where some say the same, the last ones."""
    return [each for key, same in said.items() for each in same[len(others.get(key, ())) :]]


def _turned(went: list[Said], came: list[Said]) -> Iterator[tuple[Said, Said]]:
    homes = _by([each for each in went if each.kind in _ALONE], _about)
    for each in came:
        if each.kind in _ALONE and homes.get(_about(each)):
            yield homes[_about(each)].pop(0), each


def _about(said: Said) -> Any:
    says = dict(said.says)
    return said.kind, tuple(says.get(name) for name in _ALONE[said.kind])


def _said(record: Record) -> Iterator[Said]:
    for fact in record.facts:
        says = tuple(_cells(record, fact.value))
        source = record.get(fact.said_by)
        if source is not None:
            says = (*says, ("said by", _called(record, source)))
        yield Said(fact.id, fact.kind, _words(record, fact), says, fact.status)


def _cells(record: Record, value: Value) -> Iterator[tuple[str, str]]:
    references = set(references_of(value))
    for name in value.__struct_fields__:
        part = getattr(value, name)
        if name in _HIDDEN or part is None or part is False or part == ():
            continue
        parts = part if isinstance(part, tuple) and not isinstance(part, Span) else (part,)
        yield name.replace("_", " "), "; ".join(_shown(record, each, references) for each in parts)


def _shown(record: Record, part: Any, references: Collection[str]) -> str:
    if isinstance(part, Span):
        return _line(record.words(part))
    if part in references and (fact := record.get(part)):
        return _called(record, fact)
    return "yes" if part is True else _line(str(part))


def _called(record: Record, fact: Fact) -> str:
    """What a fact is called where another one refers to it."""
    name = getattr(fact.value, "name", None)
    if name:
        return str(name)
    speaker = record.get(getattr(fact.value, "speaker", None))
    return _called(record, speaker) if speaker is not None and speaker is not fact else _words(record, fact)


def _words(record: Record, fact: Fact) -> str:
    return _line(" ... ".join(record.words(span) for span in fact.spans)) or fact.field or ""


def _line(words: str) -> str:
    line = " ".join(words[: 2 * LONGEST].split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rpartition(' ')[0] or line[:LONGEST]} …"
