"""People: one fact for each, with all the names, titles and pronouns that mean them."""

from collections.abc import Iterator

from dateline.annotated import Annotation, Token
from dateline.languages.given import given_names
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.identity.bystanders import bystanders
from dateline.understanding.identity.codes import coded_person
from dateline.understanding.identity.coreference import in_order
from dateline.understanding.identity.countries import main_country
from dateline.understanding.identity.holders import add_posts
from dateline.understanding.identity.named_people import PersonChain, add_aliases, people_by_name
from dateline.understanding.identity.titles import gender_of
from dateline.values import Person, Span


def people(record: Record) -> Iterator[Fact]:
    """People by name, with every mention by name, title or pronoun, their country and PLOVER sector."""
    annotation = record.annotation
    chains = people_by_name(annotation)
    add_aliases(annotation, chains)
    add_posts(annotation, chains)
    _add_genders(annotation, chains)
    named = [(i, token) for i, chain in enumerate(chains) for token in chain.tokens]
    genders = {i: chain.gender for i, chain in enumerate(chains) if chain.gender}
    others = _others(annotation, len(chains), {token.i for _, token in named}, genders)
    for i, mentions in in_order(annotation, [*named, *others], genders).items():
        if i < len(chains):
            chains[i].mentions += mentions
    home = main_country(record)
    for chain in chains:
        yield _person(record, chain, home)


def _others(annotation: Annotation, first: int, taken: set[int], genders: dict[int, str]) -> list[tuple[int, Token]]:
    """People without a name, numbered from `first` on: a pronoun that means one of them means nobody else."""
    numbers: dict[str, int] = {}
    found = []
    for noun, token in bystanders(annotation, taken):
        number = numbers.setdefault(noun, first + len(numbers))
        if gender := gender_of(annotation, (token,)):
            genders[number] = gender
        found.append((number, token))
    return found


def _add_genders(annotation: Annotation, chains: list[PersonChain]) -> None:
    """Where no title tells a person's gender, the given name may."""
    known = given_names(annotation.words.language.code)
    for chain in chains:
        if chain.gender is None and " " in chain.name:
            chain.gender = known.gender(chain.name.split()[0])


def _person(record: Record, chain: PersonChain, home: str | None) -> Fact:
    coded = coded_person(chain.titles, named=not chain.unnamed, home=home)
    value = Person(
        name=chain.name,
        aliases=tuple(dict.fromkeys(chain.aliases)),
        country=coded.country,
        sector=coded.sector,
        mentions=tuple(sorted(chain.mentions, key=lambda mention: mention.start)),
    )
    return record.fact(
        value, *(Span(m.start, m.end) for m in value.mentions), confidence=coded.confidence, reason=coded.reason
    )
