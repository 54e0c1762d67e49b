"""Places without their name: "the city" is the one town that was named nearby, "the country" the one country."""

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.annotated import Annotation, NameMention, Token
from dateline.languages import load
from dateline.values import Mention

REACH = 3
"""Sentences back within which a noun finds its place."""


@cache
def _nouns(code: str) -> dict[str, str]:
    return {noun: kind for kind, nouns in load(code).groups.place_nouns.items() for noun in nouns}


def place_nouns(annotation: Annotation, named: Sequence[tuple[int, str, NameMention]]) -> Iterator[tuple[int, Mention]]:
    """Each noun that takes up a place: the place's number and the mention.

    `named` holds the number and the kind (city, admin1, country) of each place, with a name of it, in any order.
    """
    nouns = _nouns(annotation.words.language.code)
    for token in annotation.tokens[1:]:
        kind = nouns.get(token.lower)
        if kind is None or not _stands_alone(annotation, token):
            continue
        place = _only_one(annotation, token, [(number, name) for number, its, name in named if its == kind])
        if place is not None:
            start = annotation.tokens[token.i - 1].start
            yield place, Mention(start=start, end=token.end, form="nominal", rule="only one nearby", role="literal")


def _stands_alone(annotation: Annotation, token: Token) -> bool:
    """ "The city", not "the city of Bergen", "the city council" or "the old city"."""
    if token.tag != "NN" or annotation.tokens[token.i - 1].lower != "the" or token.dep in ("compound", "nmod"):
        return False
    behind = annotation.tokens[token.i + 1] if token.i + 1 < len(annotation.tokens) else None
    described = annotation.children(token, "relcl", "acl", "appos", "prep")
    return annotation.name_at(token) is None and not described and (behind is None or behind.pos != "PROPN")


def _only_one(annotation: Annotation, token: Token, named: Sequence[tuple[int, NameMention]]) -> int | None:
    """The place of the nearest sentence that names any, when it names no second one."""
    for back in range(REACH + 1):
        sentence = token.sentence - back
        found = {
            number
            for number, name in named
            if name.first < token.i and annotation.tokens[name.first].sentence == sentence
        }
        if found:
            return found.pop() if len(found) == 1 else None
    return None
