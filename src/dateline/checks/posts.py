"""Posts that do not fit together: deputy minister here, minister there."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from dateline.model import Fact, Finding
from dateline.record import Record
from dateline.values import Person, Role


def posts(record: Record) -> Iterator[Finding]:
    """A person who has a lesser post in one place and the full post in another."""
    held: dict[str, list[tuple[Fact, Role]]] = defaultdict(list)
    for fact in record.of("role"):
        if isinstance(fact.value, Role) and not fact.value.rank:
            held[fact.value.person].append((fact, fact.value))
    for roles in held.values():
        for (one, a), (other, b) in combinations(roles, 2):
            yield from _contradiction(record, one, a, other, b)


def _contradiction(record: Record, one: Fact, a: Role, other: Fact, b: Role) -> Iterator[Finding]:
    lesser, full = (a, b) if len(a.title) > len(b.title) else (b, a)
    grades = record.annotation.words.roles.lower_grades
    stripped = lesser.title.casefold().split()
    if stripped[0] not in grades or stripped[1:] != full.title.casefold().split() or a.state != b.state:
        return
    person = record.get(a.person)
    name = person.value.name if person and isinstance(person.value, Person) else "somebody"
    state = "" if a.state == "current" else f"{a.state} "
    message = f"{name} is “{state}{lesser.title}” in one place and “{state}{full.title}” in another"
    yield record.report("posts", "warning", message, *one.spans, *other.spans, facts=(one.id, other.id))
