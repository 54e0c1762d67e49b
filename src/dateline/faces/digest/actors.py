"""Lines about who takes part: people with their posts, organisations and groups."""

from collections.abc import Iterator

from dateline.faces.digest.parts import Line, Part, Parts, join
from dateline.faces.digest.wording import country, doubt, line, named, position, sectors
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Moment, Organisation, Person, Role


def people(record: Record) -> Iterator[Line]:
    """People, those most spoken of first, with their posts over time."""
    for fact in _by_weight(record, "person"):
        roles = [role for role in record.of("role") if isinstance(role.value, Role) and role.value.person == fact.id]
        details = tuple(_role(record, role) for role in sorted(roles, key=lambda role: _since(record, role)))
        yield _actor(record, fact, details)


def organisations(record: Record) -> Iterator[Line]:
    """Organisations and groups, those most spoken of first."""
    for fact in _by_weight(record, "organisation"):
        yield _actor(record, fact, ())


def _by_weight(record: Record, kind: str) -> list[Fact]:
    def weight(fact: Fact) -> tuple[int, int]:
        value = fact.value
        mentions = value.mentions if isinstance(value, Person | Organisation) else ()
        return -len(mentions), position(fact)

    return sorted(record.of(kind), key=weight)


def _actor(record: Record, fact: Fact, details: tuple[Line, ...]) -> Line:
    actor = fact.value
    assert isinstance(actor, Person | Organisation)
    about = ", ".join(filter(None, (country(record, actor.country), sectors(actor.sector))))
    aliases = ", ".join(f"“{alias}”" for alias in actor.aliases)
    return line(
        fact,
        Part(actor.name, "person" if isinstance(actor, Person) else "organisation", fact.id),
        Part(about, "dim") if about else None,
        Part(f"also {aliases}", "dim") if aliases else None,
        details=details,
    )


def _role(record: Record, fact: Fact) -> Line:
    role = fact.value
    assert isinstance(role, Role)
    organisation, relative = named(record, role.organisation), named(record, role.relative)
    since, until = named(record, role.since), named(record, role.until)
    title = ("acting " if role.acting else "") + role.title
    pieces = [
        (Part(title), *((Part(" of ", "dim"), relative) if relative else ())),
        organisation,
        Part(country(record, role.country), "dim") if role.country and not organisation else None,
        _held(since, until),
        Part(role.state, "dim") if role.state != "current" else None,
        Part("rank", "dim") if role.rank else None,
    ]
    return Line(facts=(fact.id,), parts=join(pieces), doubt=doubt(fact))


def _held(since: Part | None, until: Part | None) -> Parts:
    if since and until:
        word = ", until " if " to " in f"{since.text}{until.text}" else " to "
        return (since,) if since == until else (since, Part(word, "dim"), until)
    if since:
        return (Part("since ", "dim"), since)
    return (Part("until ", "dim"), until) if until else ()


def _since(record: Record, fact: Fact) -> tuple[str, int]:
    """Sorts posts by the time they began or ended; those without a time come last."""
    role = fact.value
    assert isinstance(role, Role)
    for moment in (record.get(role.since), record.get(role.until)):
        if moment and isinstance(moment.value, Moment) and (at := moment.value.earliest or moment.value.latest):
            return at, position(fact)
    return "~", position(fact)
