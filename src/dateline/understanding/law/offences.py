"""Lists of offences and the words of a sentence, read behind the word that opens them."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.values import Span

REACH = 18
"""How many words behind a verb of the law its offences may begin."""
FINITE = ("VBD", "VBZ", "VBP", "MD")


class Offences(Struct, frozen=True):
    """Each offence in its words, and the span of the whole list."""

    names: tuple[str, ...]
    span: Span


class _Words(Struct, frozen=True):
    leads: frozenset[str]
    ends: frozenset[str]
    doubtful: frozenset[str]
    carriers: frozenset[str]
    separators: frozenset[str]
    offences: frozenset[str]
    procedures: frozenset[str]
    terms: frozenset[str]
    term_continues: frozenset[str]
    term_ends: frozenset[str]


@cache
def _words(code: str) -> _Words:
    words = load(code).charges
    reading, sentences = words.reading, words.sentences
    return _Words(
        leads=frozenset(reading.leads),
        ends=frozenset(reading.ends),
        doubtful=frozenset(reading.doubtful),
        carriers=frozenset(reading.carriers),
        separators=frozenset(reading.separators),
        offences=frozenset(reading.offences),
        procedures=frozenset(reading.procedures),
        terms=frozenset(sentences.words),
        term_continues=frozenset(sentences.continues),
        term_ends=frozenset(sentences.ends),
    )


def is_offence(annotation: Annotation, tokens: Sequence[Token]) -> bool:
    """Whether the words name an offence: one of the list, or a deed in the -ing form ("running ...")."""
    words = _words(annotation.words.language.code)
    if not tokens or tokens[0].lower in words.procedures:
        return False
    name = annotation.name_at(tokens[0])
    if name is not None and name.label == "person":
        return False
    return tokens[0].tag == "VBG" or any(
        token.lemma.lower() in words.offences or token.lower in words.offences for token in tokens
    )


def offences_behind(
    annotation: Annotation, token: Token, openers: Sequence[str], term: Span | None = None
) -> Offences | None:
    """The first list of offences that one of the openers begins, in the token's sentence and its clause.

    An opener right before the `term` of a sentence opens no list: "jailed for six years for arson".
    """
    last = annotation.sentence(token).last
    phrases = sorted((phrase.split() for phrase in openers), key=len, reverse=True)
    for i in range(token.i + 1, min(token.i + REACH, last)):
        if _opens_clause(annotation.tokens[i]):
            return None
        for phrase in phrases:
            behind = annotation.tokens[i : min(i + len(phrase), last)]
            following = annotation.tokens[i + len(phrase)] if i + len(phrase) < last else None
            if term is not None and following is not None and term.start <= following.start < term.end:
                continue
            if [t.lower for t in behind] == phrase and (len(phrase) > 1 or _hangs_on(annotation, behind[0], token)):
                found = _list(annotation, i + len(phrase), last)
                if found is not None:
                    return found
                break
    return None


def _hangs_on(annotation: Annotation, preposition: Token, word: Token) -> bool:
    """Whether a bare preposition belongs to the word, at once or through nouns, and to no verb between."""
    roof = {word.i}
    for above in annotation.ancestors(word) if word.pos != "VERB" else ():
        roof.add(above.i)
        if above.pos == "VERB":
            break
    for above in annotation.ancestors(preposition):
        if above.i in roof:
            return True
        if above.pos == "VERB":
            return False
    return False


def _opens_clause(token: Token) -> bool:
    return token.tag in FINITE and token.pos == "VERB" and token.dep not in ("relcl", "amod")


def _list(annotation: Annotation, first: int, last: int) -> Offences | None:
    words = _words(annotation.words.language.code)
    pieces: list[list[Token]] = []
    for piece in _pieces(annotation, first, last, words):
        stripped = _without_leads(piece, words)
        if is_offence(annotation, stripped):
            pieces.append(stripped)
        elif pieces and stripped and _belongs(stripped, pieces[-1]):
            pieces[-1] = list(annotation.tokens[pieces[-1][0].i : stripped[-1].i + 1])
        else:
            break
    if not pieces:
        return None
    names = tuple(dict.fromkeys(_text(piece) for piece in pieces))
    return Offences(names, annotation.span(pieces[0][0], pieces[-1][-1]))


def _pieces(annotation: Annotation, first: int, last: int, words: _Words) -> list[list[Token]]:
    """The words up to the end of the list, cut at commas and "and". A piece that is a new clause's subject is none."""
    pieces: list[list[Token]] = [[]]
    for token in annotation.tokens[first:last]:
        before = pieces[-1][-1].lower if pieces[-1] else ""
        if token.tag in FINITE and token.pos in ("VERB", "AUX"):
            pieces.pop()
            break
        if token.lower in words.separators:
            pieces.append([])
            continue
        stops = token.lower in words.ends and before not in ("crimes", "crime", "offences", "violence")
        if stops or (token.lower in words.doubtful and before not in words.carriers):
            break
        if token.pos == "PUNCT" and token.text not in ('"', "'", "-", "``", "''"):
            break
        pieces[-1].append(token)
    return [piece for piece in pieces if piece]


def _without_leads(piece: list[Token], words: _Words) -> list[Token]:
    while piece and (piece[0].lower in words.leads or piece[0].pos == "PUNCT"):
        piece = piece[1:]
    while piece and piece[-1].pos in ("PUNCT", "ADP", "DET", "PART"):
        piece = piece[:-1]
    return piece


def _belongs(piece: list[Token], before: list[Token]) -> bool:
    """ "murder of two nuns and a priest": joined to a noun inside the offence before, not to its head."""
    inside = range(before[0].i + 1, before[-1].i + 1)
    return any(token.dep == "conj" and token.head in inside for token in piece)


def _text(piece: list[Token]) -> str:
    return "".join(t.text + (" " if t.space else "") for t in piece).strip()


def term_behind(annotation: Annotation, token: Token, openers: Sequence[str]) -> Span | None:
    """The words of a sentence: "five years in prison" behind "sentenced to"."""
    words = _words(annotation.words.language.code)
    last = annotation.sentence(token).last
    for i in range(token.i + 1, min(token.i + 6, last)):
        if annotation.tokens[i].lower in openers:
            piece = _term(annotation, i + 1, last, words)
            if any(t.lemma.lower() in words.terms for t in piece):
                return annotation.span(piece[0], piece[-1])
    return None


def _term(annotation: Annotation, first: int, last: int, words: _Words) -> list[Token]:
    piece: list[Token] = []
    for token in annotation.tokens[first:last]:
        following = annotation.tokens[token.i + 1].lower if token.i + 1 < last else ""
        if token.lower in words.term_ends or (token.pos == "PUNCT" and token.text != "-"):
            break
        if token.pos in ("VERB", "AUX") or (token.lower in words.doubtful and following not in words.term_continues):
            break
        piece.append(token)
    while piece and piece[-1].pos in ("CCONJ", "ADP", "PUNCT", "DET"):
        piece.pop()
    return piece
