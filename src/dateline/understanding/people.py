"""People: one fact for each, with all the names, titles and pronouns that mean them."""

from collections.abc import Iterator

from dateline.annotated import Annotation
from dateline.languages.given import given_names
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.identity.codes import Story, coded_person
from dateline.understanding.identity.coreference import taken_up
from dateline.understanding.identity.people.appositions import add_appositions
from dateline.understanding.identity.people.by_name import add_aliases, people_by_name
from dateline.understanding.identity.people.by_post import add_posts, may_be
from dateline.understanding.identity.people.certainty import certainty
from dateline.understanding.identity.people.chains import PersonChain
from dateline.values import Person, Span


def people(record: Record) -> Iterator[Fact]:
    """People by name, with every mention by name, title or pronoun, their country and PLOVER sector."""
    annotation = record.annotation
    chains = people_by_name(annotation)
    add_aliases(annotation, chains)
    add_appositions(annotation, chains)
    story = Story(record)
    add_posts(annotation, chains, story.home.code if story.home else None)
    _add_genders(annotation, chains)
    heads = {token.i: number for number, chain in enumerate(chains) for token in chain.tokens}
    for number, mention in taken_up(annotation, heads):
        phrase = Span(mention.start, mention.end)
        if mention.form != "nominal" or may_be(annotation, chains, chains[number], phrase):
            chains[number].mentions.append(mention)
    for chain in chains:
        yield _person(record, chain, story)


def _add_genders(annotation: Annotation, chains: list[PersonChain]) -> None:
    """Where no title tells a person's gender, the given name may."""
    known = given_names(annotation.words.language.code)
    for chain in chains:
        if chain.gender is None and " " in chain.name:
            chain.gender = known.gender(chain.name.split()[0])


def _person(record: Record, chain: PersonChain, story: Story) -> Fact:
    coded = coded_person(story, chain.name, chain.titles, chain.mentions, chain.tokens, named=not chain.unnamed)
    most, doubt = certainty(record.annotation, chain)
    value = Person(
        name=chain.name,
        aliases=tuple(dict.fromkeys(chain.aliases)),
        country=coded.country,
        sector=coded.sector,
        codes=coded.codes,
        mentions=tuple(sorted(chain.mentions, key=lambda mention: mention.start)),
    )
    return record.fact(
        value,
        *(Span(m.start, m.end) for m in value.mentions),
        confidence=min(coded.confidence, most),
        reason="; ".join(filter(None, (doubt, coded.reason))) or None,
    )
