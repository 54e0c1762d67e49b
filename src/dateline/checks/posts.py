"""Posts that do not fit together: deputy minister here, minister there."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from dateline.languages.titles import title_words
from dateline.model import Fact, Finding
from dateline.record import Record
from dateline.values import Person, Role


def posts(record: Record) -> Iterator[Finding]:
    """A person who has a lesser post in one place and the full post in another."""
    held: dict[str, list[tuple[Fact, Role]]] = defaultdict(list)
    for fact in record.of("role"):
        if isinstance(fact.value, Role) and not fact.value.rank and fact.value.relative is None:
            held[fact.value.person].append((fact, fact.value))
    for roles in held.values():
        for (one, a), (other, b) in combinations(roles, 2):
            yield from _contradiction(record, one, a, other, b)


def _contradiction(record: Record, one: Fact, a: Role, other: Fact, b: Role) -> Iterator[Finding]:
    lesser, full = (a, b) if len(_words(record, a)) > len(_words(record, b)) else (b, a)
    grades = record.annotation.words.roles.lower_grades
    stripped = _words(record, lesser)
    if stripped[0] not in grades or stripped[1:] != _words(record, full) or a.state != b.state or _apart(a, b):
        return
    person = record.get(a.person)
    name = person.value.name if person and isinstance(person.value, Person) else "somebody"
    state = "" if a.state == "current" else f"{a.state} "
    message = f"{name} is “{state}{lesser.title}” in one place and “{state}{full.title}” in another"
    yield record.report("posts", "warning", message, *one.spans, *other.spans, facts=(one.id, other.id))


def _words(record: Record, role: Role) -> tuple[str, ...]:
    """The words of a title in full, hyphens apart ("vice-president")."""
    known = title_words(record.annotation.words.language.code)
    return known.in_full(role.title.casefold().replace("-", " ").split())


def _apart(a: Role, b: Role) -> bool:
    """Whether the two are posts of two bodies, or began or ended at different times: then both may be true."""
    bodies = {a.organisation, b.organisation} - {None}
    begun, ended = {a.since, b.since} - {None}, {a.until, b.until} - {None}
    return len(bodies) > 1 or len(begun) > 1 or len(ended) > 1
