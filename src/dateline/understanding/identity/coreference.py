"""What a pronoun or a noun takes up, for whoever asks: worked out once for each text, one meaning for all steps."""

from collections.abc import Iterator, Mapping
from weakref import WeakKeyDictionary

from msgspec import Struct

from dateline.annotated import Annotation
from dateline.understanding.identity.antecedents.links import Link
from dateline.understanding.identity.antecedents.resolver import Resolver
from dateline.understanding.identity.countries import phrase_first
from dateline.values import Mention


class _Resolved(Struct, frozen=True):
    links: Mapping[int, Link]
    rivals: Mapping[int, tuple[int, ...]]


_known: WeakKeyDictionary[Annotation, _Resolved] = WeakKeyDictionary()


def _resolved(annotation: Annotation) -> _Resolved:
    if annotation not in _known:
        resolver = Resolver(annotation)
        _known[annotation] = _Resolved(resolver.run(), resolver.rivals)
    return _known[annotation]


def antecedents(annotation: Annotation) -> Mapping[int, Link]:
    """For each pronoun and noun that takes up a name or noun, by its index: that word's index, the rule, how sure."""
    return _resolved(annotation).links


def rivals(annotation: Annotation, pronoun: int) -> tuple[int, ...]:
    """The words for whom else a pronoun may mean, by its index, likeliest first; for whom at all if it has no link."""
    return _resolved(annotation).rivals.get(pronoun, ())


def taken_up(annotation: Annotation, heads: Mapping[int, int]) -> Iterator[tuple[int, Mention]]:
    """The pronouns and nouns that take up somebody's words: the number of whom they mean, and the mention.

    `heads` leads from the index of a head word to the number of whomever it names; what it holds is not given again.
    """
    for i, link in antecedents(annotation).items():
        number = heads.get(link.antecedent)
        if number is None or i in heads:
            continue
        token = annotation.tokens[i]
        if token.pos == "NOUN":
            start = phrase_first(annotation, token).start
            yield number, Mention(start=start, end=token.end, form="nominal", rule=link.rule)
        else:
            yield number, Mention(start=token.start, end=token.end, form="pronoun", rule=link.rule)
