"""Groups that a story tells of by a noun which means somebody named: "the airline" is Brek Airways, and no group."""

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.annotated import Annotation, Token
from dateline.understanding.identity.bodies.by_name import BodyChain
from dateline.understanding.identity.coreference import antecedents
from dateline.values import Mention, Span


def head_of(annotation: Annotation, mention: Mention) -> Token | None:
    """The word of a mention that hangs on a word outside it."""
    tokens = annotation.tokens_in(Span(mention.start, mention.end))
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head not in inside or token.head == token.i), None)


def settled(annotation: Annotation, chains: Sequence[BodyChain]) -> list[BodyChain]:
    """The chains without groups that are somebody named: a body takes their mentions, of a person they are left."""
    owners = {
        head.i: chain
        for chain in chains
        if chain.named
        for mention in chain.mentions
        if (head := head_of(annotation, mention)) is not None
    }
    return [chain for chain in chains if chain.named or not _is_somebody(annotation, chain, owners)]


def _is_somebody(annotation: Annotation, chain: BodyChain, owners: dict[int, BodyChain]) -> bool:
    """Whether all that a group is told by takes up one name; a body of that name then has its mentions."""
    links = antecedents(annotation)
    heads = [head_of(annotation, mention) for mention in chain.mentions]
    found = [links.get(head.i) if head is not None else None for head in heads]
    names = {annotation.name_at(annotation.tokens[link.antecedent]) for link in found if link is not None}
    if None in found or None in names:
        return False
    bodies = {id(owner): owner for link in found if link and (owner := owners.get(link.antecedent)) is not None}
    if len(bodies) == 1:
        (owner,) = bodies.values()
        owner.mentions += [replace(m, rule=link.rule) for m, link in zip(chain.mentions, found, strict=True) if link]
        return True
    return not bodies and all(name is not None and name.label == "person" for name in names)
