"""What a pronoun or a noun takes up, for whoever asks: worked out once for each text, one meaning for all steps."""

from collections.abc import Iterator, Mapping
from weakref import WeakKeyDictionary

from dateline.annotated import Annotation
from dateline.understanding.identity.antecedents.links import Link
from dateline.understanding.identity.antecedents.resolver import Resolver
from dateline.understanding.identity.countries import phrase_first
from dateline.values import Mention

_known: WeakKeyDictionary[Annotation, Mapping[int, Link]] = WeakKeyDictionary()


def antecedents(annotation: Annotation) -> Mapping[int, Link]:
    """For each pronoun and noun that takes up a name or noun, by its index: that word's index, the rule, how sure."""
    if annotation not in _known:
        _known[annotation] = Resolver(annotation).run()
    return _known[annotation]


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
