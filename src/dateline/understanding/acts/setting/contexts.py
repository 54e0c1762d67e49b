"""PLOVER's contexts: what an event is about, by the words of its sentence."""

from collections.abc import Sequence
from functools import cache

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.understanding.acts.wording import clauses

_THEMATIC = ("NOUN", "PROPN", "ADJ")


@cache
def _wordings(language: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """By the first word of each wording: its other words, and the context that it speaks of."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for context, wordings in load(language).events.contexts.items():
        for wording in wordings:
            first, *rest = wording.split()
            table.setdefault(first, []).append((tuple(rest), context))
    return {first: tuple(found) for first, found in table.items()}


def themes(annotation: Annotation, sentence: int) -> list[str]:
    """The contexts that the words of a sentence speak of."""
    return spoken(annotation, annotation.tokens_of(annotation.sentences[sentence]))


def spoken(annotation: Annotation, tokens: Sequence[Token]) -> list[str]:
    """The contexts that words speak of, first come first: single lemmas, and lemmas side by side.

    Nouns and adjectives only ("the judge", not "judged"), and none that is somebody's name or that only counts ("an
    epidemic of lies"). The longest wording counts: a computer virus speaks of no disease.
    """
    table = _wordings(annotation.words.language.code)
    found: dict[str, None] = {}
    read = -1
    for place, token in enumerate(tokens):
        if token.pos not in _THEMATIC or _is_somebody(annotation, token) or _counts(annotation, token):
            continue
        fitting = [
            (len(rest), context)
            for word in dict.fromkeys((token.lower, token.lemma.lower()))
            for rest, context in table.get(word, ())
            if place + len(rest) > read and _goes_on(tokens[place + 1 : place + 1 + len(rest)], rest)
        ]
        longest = max((size for size, _ in fitting), default=0)
        found |= dict.fromkeys(context for size, context in fitting if size == longest)
        read = max(read, place + longest if fitting else read)
    return list(found)


def _counts(annotation: Annotation, token: Token) -> bool:
    """ "A flood of complaints"; a flood in 1953 is one."""
    if token.lemma.lower() not in clauses.counting(annotation.words.language.code):
        return False
    of = clauses.after(annotation, token, *annotation.words.events.of)
    return any(noun.pos != "NUM" for noun in of)


def _is_somebody(annotation: Annotation, token: Token) -> bool:
    name = annotation.name_at(token) if token.pos == "PROPN" else None
    return name is not None and name.label == "person"


def _goes_on(behind: Sequence[Token], rest: tuple[str, ...]) -> bool:
    if len(behind) < len(rest):
        return False
    return all(word in (token.lower, token.lemma.lower()) for token, word in zip(behind, rest, strict=True))
