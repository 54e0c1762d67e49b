"""The words of a sentence: "five years in prison", "29 years to life", "a fine of 5,000 euros"."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.values import Span

NEAR = 8
"""How many words may stand between a verb and the word that opens its sentence, unless it hangs on the verb."""


class _Words(Struct, frozen=True):
    words: frozenset[str]
    units: frozenset[str]
    prisons: frozenset[str]
    continues: frozenset[str]
    ranges: frozenset[str]
    within: frozenset[str]
    pointing: frozenset[str]
    ends: frozenset[str]


@cache
def _words(code: str) -> _Words:
    sentences = load(code).charges.sentences
    return _Words(
        words=frozenset(sentences.words),
        units=frozenset(sentences.units),
        prisons=frozenset(sentences.prisons),
        continues=frozenset(sentences.continues),
        ranges=frozenset(sentences.ranges),
        within=frozenset(sentences.within),
        pointing=frozenset(sentences.pointing),
        ends=frozenset(sentences.ends),
    )


def term_behind(annotation: Annotation, token: Token, openers: Sequence[str]) -> Span | None:
    """The words of a sentence behind one of the openers; the opener "" is the verb itself: "jailed six years"."""
    last = annotation.sentence(token).last
    hanging = [kid.i for kid in annotation.children(token, "prep") if kid.i > token.i]
    for i in (*range(token.i, min(token.i + NEAR, last)), *(i for i in hanging if i >= token.i + NEAR)):
        word = annotation.tokens[i]
        if (word.lower in openers and i > token.i) or ("" in openers and i == token.i):
            term = term_at(annotation, i + 1)
            if term is not None:
                return term
    return None


def term_at(annotation: Annotation, first: int) -> Span | None:
    """The sentence that begins at a token, or None where no word of it tells one."""
    words = _words(annotation.words.language.code)
    last = annotation.sentence(annotation.tokens[first - 1]).last
    piece: list[Token] = []
    for token in annotation.tokens[first:last]:
        if _ends(annotation, token, piece, last, words):
            break
        piece.append(token)
    while piece and (piece[-1].pos in ("CCONJ", "ADP", "PUNCT", "DET", "ADV") and not _is_sign(piece[-1])):
        piece.pop()
    if not any(t.lemma.lower() in words.words or t.text in words.words for t in piece):
        return None
    return annotation.span(piece[0], piece[-1])


def _is_sign(token: Token) -> bool:
    return token.tag == "$"


def _ends(annotation: Annotation, token: Token, piece: Sequence[Token], last: int, words: _Words) -> bool:
    behind = annotation.tokens[token.i + 1 : min(token.i + 4, last)]
    if token.dep == "quantmod":
        return False  # "over four years"
    if token.text == "," and piece:
        return not (len(behind) > 1 and behind[0].pos == "NUM" and behind[1].lemma.lower() in words.units)
    if token.lower in words.ends or (token.pos == "PUNCT" and token.text != "-"):
        return True
    if token.lower in words.within:
        return not _to_prison(behind, words)
    if token.lower in words.ranges and piece:
        return not (behind and (behind[0].pos == "NUM" or behind[0].lemma.lower() in words.words))
    if token.tag == "NNP" and token.dep == "npadvmod":
        return True
    name = annotation.name_at(token)
    if token.lower in words.pointing or (name is not None and name.label == "person"):
        return True
    return token.pos == "AUX" or (
        token.pos == "VERB" and token.dep != "amod" and token.lemma.lower() not in words.words
    )


def _to_prison(behind: Sequence[Token], words: _Words) -> bool:
    for token in behind:
        if token.lemma.lower() in words.prisons or token.lower in words.continues:
            return True
        if token.pos not in ("ADJ", "DET", "NOUN"):
            return False
    return False
