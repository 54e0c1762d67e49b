"""Who the victims were: fighters or civilians, and by which name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dateline.merging.disagreements.heard import Telling, words_of
from dateline.merging.disagreements.sides import Position, disagreement, heard_on_each, order
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from dateline.merging.reports.report import Named, Toll
from dateline.names import same_name, spelling_variant

__all__ = ["kinds", "names"]

_HARMED = frozenset(("killed", "wounded", "missing", "abducted", "detained"))
_HARMFUL = frozenset(("ASSAULT", "DEATH", "ACCIDENT", "CRIME", "COERCE"))
_KINDS = ("combatants", "civilians")
_NAMES = 12


def kinds(tellings: Sequence[Telling]) -> Iterator[Disagreement]:
    """The same dead that are fighters for one and civilians for another."""
    found: dict[str, list[tuple[Part, Toll]]] = {}
    for part, _ in tellings:
        for toll in part.happening.tolls:
            if toll.group and (kind := _kind(toll.group, part.report.language)):
                found.setdefault(kind, []).append((part, toll))
    if len(found) < len(_KINDS):
        return
    told: dict[tuple[str, int], dict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
    for kind, tolls in found.items():
        for part, toll in tolls:
            if toll.best is not None and toll.best > 1 and not toll.part and _counted(toll):
                position = Position(part, f"{toll.best} {toll.group}", (toll.fact,), toll.said_by, toll.words)
                told[toll.effect, toll.best][kind].append(position)
    for effect in sorted({effect for effect, _ in told}):
        both = [sides for (of, _), sides in sorted(told.items()) if of == effect and len(sides) == len(_KINDS)]
        for sides in sorted(both, key=lambda sides: -sum(map(len, sides.values())))[:1]:
            yield from _other_kind(effect, *(sides[kind] for kind in _KINDS))


def _counted(toll: Toll) -> bool:
    return toll.effect in _HARMED and toll.status == "asserted"


@lru_cache(4096)
def _kind(group: str, language: str | None) -> str | None:
    """Whether those who are called so fight or do not; None where their name tells neither."""
    words = words_of(language)
    last = group.casefold().rsplit(maxsplit=1)[-1]
    if last in words.combatants:
        return "combatants"
    return "civilians" if last in words.civilians else None


def _other_kind(effect: str, one: list[Position], other: list[Position]) -> Iterator[Disagreement]:
    """Two kinds in one report's own words are two groups, unless two speakers say so."""
    both = {position.part.report.article for position in one} & {position.part.report.article for position in other}
    said = all(position.said_by for position in (*one, *other) if position.part.report.article in both)
    if heard_on_each(one, other) and said:
        yield disagreement("recipient", "disagreement", [one, other], f"Who was {effect}")


def names(tellings: Sequence[Telling]) -> Iterator[Disagreement]:
    """Names of one victim that are not one name, and spellings of one in which a letter differs."""
    parts = [telling.part for telling in tellings]
    if len({part.report.names[victim].name for part in parts for victim in part.happening.recipients}) < 2:
        victims = {toll.group for part in parts for toll in part.happening.tolls if toll.victims}
        if len(victims) < 2:
            return
    told = _named(parts)
    if len(told) < 2:
        return
    spelt = sorted(told, key=lambda name: (-len({p.part.source for p in told[name]}), min(map(order, told[name]))))
    held = spelt[0]
    slips = [name for name in spelt[1:_NAMES] if _slip(held, name) and heard_on_each(told[held], told[name])]
    if slips:
        yield disagreement(
            "name", "disagreement", [told[name] for name in (held, *slips)], "Spelling of a name", minor=True
        )
    if _alone(parts):
        others = [name for name in spelt[1:_NAMES] if _another(held, name) and heard_on_each(told[held], told[name])]
        others = [name for name in others if not _known(told[held], name) and not _known(told[name], held)]
        if others:
            yield disagreement("name", "disagreement", [told[name] for name in (held, *others)], "Name of the victim")


def _named(parts: Iterable[Part]) -> dict[str, list[Position]]:
    """The one victim of each telling that names one in full."""
    found: dict[str, list[Position]] = defaultdict(list)
    for part in parts:
        people = _people(part)
        if len(people) == 1:
            named = part.report.names[people.pop()]
            event = part.happening
            found[named.name].append(
                Position(part, named.name, (named.fact, event.fact), event.said_by, event.sentence)
            )
    return found


def _people(part: Part) -> set[int]:
    """Those by name whom a telling says it befell."""
    names, event = part.report.names, part.happening
    victims = {victim for toll in event.tolls if toll.effect in _HARMED for victim in toll.victims}
    if event.type in _HARMFUL:
        victims.update(event.recipients)
    return {victim for victim in victims if _full(names[victim])}


def _full(named: Named) -> bool:
    return named.kind == "person" and named.proper and len(named.name.split()) > 1


def _slip(one: str, other: str) -> bool:
    """Whether they are one name in which a letter differs that no romanisation accounts for."""
    variant = spelling_variant(one, other)
    return variant is not None and variant.rule == "slip"


def _another(one: str, other: str) -> bool:
    """Whether they are two names of one victim: they share a name, and differ in another."""
    if same_name(one, other, "person").same or spelling_variant(one, other):
        return False
    return bool(set(one.casefold().split()) & set(other.casefold().split()))


def _alone(parts: Iterable[Part]) -> bool:
    """Whether no report counts more than one victim."""
    counts = (toll for part in parts for toll in part.happening.tolls if toll.effect in _HARMED)
    return all((toll.low or 0) <= 1 and (toll.best or 0) <= 1 for toll in counts)


def _known(side: Iterable[Position], name: str) -> bool:
    """Whether a report of this side knows somebody by the other name."""
    words = set(name.casefold().split())
    return any(
        words <= set(" ".join((named.name, *named.aliases)).casefold().split())
        for position in side
        for named in position.part.report.names
    )
