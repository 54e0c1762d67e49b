"""Organisations with names, and groups without one, each as one fact with all its mentions."""

from collections.abc import Iterator, Sequence

from dateline.annotated import Annotation
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.identity.bodies import body_pronouns
from dateline.understanding.identity.codes import coded_body
from dateline.understanding.identity.countries import main_country
from dateline.understanding.identity.group_chains import join_group
from dateline.understanding.identity.groups import groups
from dateline.understanding.identity.named_bodies import BodyChain, add_heads, bodies_by_name
from dateline.values import Organisation, Span


def organisations(record: Record) -> Iterator[Fact]:
    """Bodies with a name and groups without one ("the rebels"), with country and PLOVER sector."""
    annotation = record.annotation
    chains = bodies_by_name(record)
    add_heads(annotation, chains)
    for group in groups(annotation):
        join_group(annotation, chains, group)
    _add_pronouns(annotation, chains)
    home = main_country(record)
    for chain in chains:
        yield _organisation(record, chain, home)


def _add_pronouns(annotation: Annotation, chains: Sequence[BodyChain]) -> None:
    """ "They" and "its", where a body or group is the subject above or before."""
    heads: dict[int, int] = {}
    for number, chain in enumerate(chains):
        for mention in chain.mentions:
            tokens = annotation.tokens_in(Span(mention.start, mention.end))
            inside = {token.i for token in tokens}
            heads |= {token.i: number for token in tokens if token.head not in inside or token.head == token.i}
    for number, mention in body_pronouns(annotation, heads):
        chains[number].mentions.append(mention)


def _organisation(record: Record, chain: BodyChain, home: str | None) -> Fact:
    coded = coded_body(chain.sector, chain.country, named=chain.named, home=home)
    value = Organisation(
        name=chain.name,
        aliases=tuple(dict.fromkeys(chain.aliases)),
        country=coded.country,
        sector=coded.sector,
        mentions=tuple(sorted(chain.mentions, key=lambda mention: mention.start)),
    )
    spans = [Span(mention.start, mention.end) for mention in chain.mentions]
    return record.fact(value, *spans, confidence=coded.confidence, reason=coded.reason)
