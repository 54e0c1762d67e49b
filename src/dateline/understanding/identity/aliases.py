"""Second names of people: "Ana Lund, dubbed the Fox", "Ivo Brek, also known as Silver"."""

from functools import cache

from dateline.annotated import Annotation, NameMention
from dateline.languages import load

REACH = 8
"""Tokens behind a name within which its alias begins."""


def aliases(annotation: Annotation) -> dict[int, NameMention]:
    """The alias of each person who has one: index of the name's first token to the alias's name."""
    found = {}
    for name in annotation.names:
        alias = _alias(annotation, name)
        if alias and alias.first != name.first:
            found[name.first] = alias
    return found


@cache
def _phrases(code: str) -> tuple[tuple[str, ...], ...]:
    names = load(code).names
    longest_first = sorted((*names.alias_phrases, *names.alias_words), key=len, reverse=True)
    return tuple(tuple(phrase.split()) for phrase in longest_first)


def _alias(annotation: Annotation, name: NameMention) -> NameMention | None:
    tokens = annotation.tokens
    i = name.last
    while i < len(tokens) and i < name.last + 2 and tokens[i].text in (",", "(", "-"):
        i += 1
    for phrase in _phrases(annotation.words.language.code):
        if tuple(token.lower for token in tokens[i : i + len(phrase)]) == phrase:
            return _next_name(annotation, i + len(phrase), name)
    return None


def _next_name(annotation: Annotation, i: int, name: NameMention) -> NameMention | None:
    tokens = annotation.tokens
    while i < len(tokens) and i < name.last + REACH and (tokens[i].pos in ("DET", "PUNCT", "ADP")):
        i += 1
    if i >= len(tokens) or tokens[i].sentence != tokens[name.first].sentence:
        return None
    return annotation.name_at(tokens[i]) or _capitals(annotation, i)


def _capitals(annotation: Annotation, first: int) -> NameMention | None:
    """An alias of common words is written with capitals ("the Admiral")."""
    tokens = annotation.tokens
    last = first
    while last < len(tokens) and tokens[last].text[0].isupper() and tokens[last].sentence == tokens[first].sentence:
        last += 1
    if last == first:
        return None
    text = "".join(token.text + (" " if token.space else "") for token in tokens[first:last]).strip()
    start, end = tokens[first].start, tokens[last - 1].end
    return NameMention(first=first, last=last, start=start, end=end, text=text, label="person")
