"""Whom and what a record names, as merging compares it."""

from collections import defaultdict
from collections.abc import Mapping

from dateline.merging.reports.report import Named
from dateline.model import Fact
from dateline.names.folding import fold
from dateline.names.tokens import tokens
from dateline.record import Record
from dateline.values import Organisation, Person, Place, Role

__all__ = ["name_of", "name_words", "named_in"]


def named_in(record: Record) -> tuple[Named, ...]:
    """The people, bodies, groups and places of a record, in its order."""
    posts = _posts(record)
    return tuple(_named(fact, posts) for kind in ("person", "organisation", "place") for fact in record.of(kind))


def name_words(*names: str) -> tuple[str, ...]:
    """The words of names by their consonants, as romanisations share them: one spelling for many; each once."""
    folded = (fold(token.plain) for name in names for token in tokens(name) if token.plain)
    return tuple(dict.fromkeys(word.coarse or word.key for word in folded if word.key))


def name_of(record: Record, fact: str | None) -> str | None:
    """The name of a person, a body or a place of a record."""
    found = record.get(fact)
    return found.value.name if found and isinstance(found.value, Person | Organisation | Place) else None


def _named(fact: Fact, posts: Mapping[str, list[str]]) -> Named:
    value = fact.value
    assert isinstance(value, Person | Organisation | Place)
    proper = any(mention.form == "name" for mention in value.mentions) or not value.mentions
    aliases = () if isinstance(value, Place) else value.aliases
    first = min((mention.start for mention in value.mentions), default=0)
    words = name_words(value.name, *aliases) if proper else ()
    if isinstance(value, Place):
        return Named(
            fact=fact.id, kind="place", name=value.name, words=words, proper=proper, country=value.country,
            mentions=max(1, len(value.mentions)), start=first, geonames=value.geonames, lat=value.lat, lon=value.lon,
            admin1=value.admin1, feature=value.feature, precision=value.precision,
        )  # fmt: skip
    return Named(
        fact=fact.id, kind="person" if isinstance(value, Person) else "organisation", name=value.name,
        aliases=aliases, words=words, proper=proper, country=value.country, sector=value.sector,
        posts=tuple(dict.fromkeys(posts.get(fact.id, ()))), mentions=max(1, len(value.mentions)), start=first,
    )  # fmt: skip


def _posts(record: Record) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for fact in record.of("role"):
        role = fact.value
        if isinstance(role, Role) and role.relative is None and fact.status == "asserted":
            body = name_of(record, role.organisation)
            found[role.person].append(f"{role.title}, {body}" if body else role.title)
    return found
