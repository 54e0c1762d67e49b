"""Organisations with names, and groups without one, each as one fact with all its mentions."""

from collections.abc import Iterator, Sequence

from dateline.annotated import Annotation
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.identity.bodies.by_name import BodyChain, bodies_by_name
from dateline.understanding.identity.bodies.nouns import add_heads
from dateline.understanding.identity.codes import Body, Story, coded_body
from dateline.understanding.identity.coreference import taken_up
from dateline.understanding.identity.groups.chains import add_groups
from dateline.understanding.identity.settled import head_of, settled
from dateline.values import Organisation, Span

DOUBTFUL = 0.6
"""How sure a group is that may be people in general, or one person without a name."""


def organisations(record: Record) -> Iterator[Fact]:
    """Bodies with a name and groups without one ("the rebels"), with country and PLOVER sector."""
    annotation = record.annotation
    chains = bodies_by_name(record)
    add_heads(annotation, chains)
    add_groups(annotation, chains)
    chains = settled(annotation, chains)
    _add_pronouns(annotation, chains)
    story = Story(record)
    for chain in chains:
        yield _organisation(record, chain, story)


def _add_pronouns(annotation: Annotation, chains: Sequence[BodyChain]) -> None:
    """ "They" and "its", where a body or group is their antecedent."""
    heads: dict[int, int] = {}
    for number, chain in enumerate(chains):
        for mention in chain.mentions:
            if (head := head_of(annotation, mention)) is not None:
                heads[head.i] = number
    for number, mention in taken_up(annotation, heads):
        chains[number].mentions.append(mention)


def _organisation(record: Record, chain: BodyChain, story: Story) -> Fact:
    body = Body(chain.name, chain.aliases, chain.sector, chain.mentions, chain.named, chain.owned)
    coded = coded_body(story, body)
    value = Organisation(
        name=chain.name,
        aliases=tuple(dict.fromkeys(chain.aliases)),
        country=coded.country,
        sector=coded.sector,
        codes=coded.codes,
        mentions=tuple(sorted(chain.mentions, key=lambda mention: mention.start)),
    )
    spans = [Span(mention.start, mention.end) for mention in chain.mentions]
    confidence = min(coded.confidence, DOUBTFUL) if chain.doubt else coded.confidence
    return record.fact(value, *spans, confidence=confidence, reason=chain.doubt or coded.reason)
