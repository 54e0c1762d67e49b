"""Phrases cut to what answers a question: whole words of one sentence, nothing left hanging at the end."""

from dateline.annotated import Annotation, Token
from dateline.values import Span

_BEFORE = ("det", "predet", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "nounmod")
_LONGEST = 12
"""Tokens of an argument behind a noun that still belong to its phrase."""
_DEEPEST = 3
"""How deep arguments of arguments may stand."""
_QUOTED = 120
"""Characters of a quotation that is taken whole where an answer would end inside it."""
_ENDING = ("prt", "neg", "case", "pobj", "dobj", "attr", "nsubj", "conj")
"""How words of the hanging kinds stand in the sentence where they may end an answer: "went in", "is that"."""
_CLOSING = (")", "]", "%", "$")
_HANGING = frozenset(("ADP", "CCONJ", "SCONJ", "PART", "DET", "PUNCT"))


def noun_phrase(annotation: Annotation, noun: Token, own: tuple[str, ...] | None = None) -> Span:
    """A noun with what stands before it, those joined to it, and its arguments behind it, without clauses.

    `own` are the prepositions of the arguments, those of `gists.toml` where none are given.
    """
    first, last = _edges(annotation, noun, annotation.words.gists.own if own is None else own, 0)
    return annotation.span(first, last)


def _edges(annotation: Annotation, noun: Token, own: tuple[str, ...], depth: int) -> tuple[Token, Token]:
    first, last = noun, noun
    for kid in annotation.children(noun, *_BEFORE):
        if kid.i < noun.i:
            first = min(first, annotation.subtree(kid)[0], key=lambda t: t.i)
    for kid in annotation.children(noun, "prep", "conj", "appos", "nummod"):
        if kid.i < noun.i or depth > _DEEPEST:
            continue
        if kid.dep == "appos" and annotation.subtree(kid)[0].i == last.i + 1 and kid.pos == "PROPN":
            last = kid  # "team principal Ana Lund"
        elif kid.dep == "conj" and kid.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            last = max(last, _edges(annotation, kid, own, depth + 1)[1], key=lambda t: t.i)
        elif kid.dep == "nummod" and kid.i == noun.i + 1:
            last = max(last, kid, key=lambda t: t.i)
        elif kid.dep == "prep" and kid.lower in own and kid.i - last.i <= 1:
            last = max(last, _argument(annotation, kid, own, depth) or last, key=lambda t: t.i)
    return first, last


def _argument(annotation: Annotation, preposition: Token, own: tuple[str, ...], depth: int) -> Token | None:
    """The last token of what a noun's preposition governs, without arguments of its own where that grows too long."""
    for kid in annotation.children(preposition, "pobj", "pcomp"):
        if kid.dep == "pcomp":
            last = annotation.token_at(gerund_end(annotation, kid) - 1) or kid
        else:
            last = _edges(annotation, kid, own, depth + 1)[1]
        if last.i - preposition.i > _LONGEST:
            last = _edges(annotation, kid, (), _DEEPEST)[1]
        return last if last.i - preposition.i <= _LONGEST else None
    return None


def prepositional(annotation: Annotation, preposition: Token, own: tuple[str, ...] | None = None) -> Span | None:
    """A preposition with the noun phrase that it governs, or the gerund; None where nothing stands behind it.

    `own` as in `noun_phrase`.
    """
    for kid in annotation.children(preposition, "pobj", "pcomp", "prep"):
        if kid.i < preposition.i:
            continue
        if kid.dep == "prep":
            behind = prepositional(annotation, kid, own)
            return Span(preposition.start, behind.end) if behind else None
        if kid.dep == "pcomp" and kid.pos in ("VERB", "AUX"):
            return Span(preposition.start, gerund_end(annotation, kid))
        return Span(preposition.start, max(noun_phrase(annotation, kid, own).end, kid.end))
    return None


def gerund_end(annotation: Annotation, verb: Token) -> int:
    """The end of a clause without a subject; of a long one, of its objects: "accused of leaving the ship"."""
    whole = annotation.phrase(verb)
    if len(annotation.tokens_in(whole)) <= _LONGEST:
        return whole.end
    after = [kid for kid in annotation.children(verb, "dobj", "attr", "acomp", "prt") if kid.i > verb.i]
    return max([verb.end, *(noun_phrase(annotation, kid).end for kid in after)])


def without_article(annotation: Annotation, span: Span) -> Span:
    """A name without its article, as a mention of it would be."""
    tokens = annotation.tokens_in(span)
    if len(tokens) > 1 and tokens[0].tag == "DT" and (name := annotation.name_at(tokens[1])) is not None:
        whole = name.last - 1 == tokens[-1].i or name.end >= span.end
        return Span(tokens[1].start, span.end) if whole and name.label != "demonym" else span
    return span


def tidy(annotation: Annotation, span: Span) -> Span | None:
    """The span without what hangs at its end, and with both marks of a quotation or none."""
    tokens = list(annotation.tokens_in(span))
    while tokens and _hangs(annotation, tokens[-1]):
        tokens.pop()
    while tokens and tokens[0].pos in ("PUNCT", "CCONJ") and tokens[0].tag != "``":
        tokens.pop(0)
    if not tokens:
        return None
    end = min(tokens[-1].end, max(span.end, tokens[-1].start + 1))
    return _quoted_whole(annotation, Span(tokens[0].start, _joined_end(annotation, tokens[-1], end)))


def _joined_end(annotation: Annotation, last: Token, end: int) -> int:
    """The end of a word that hyphens join: "a re-run"."""
    rest = annotation.tokens[last.i + 1 : last.i + 6]
    for hyphen, part in zip(rest[::2], rest[1::2], strict=False):
        if hyphen.text not in ("-", "–") or hyphen.start != end or part.start != hyphen.end:
            break
        end = part.end
    return end


def _hangs(annotation: Annotation, token: Token) -> bool:
    """Whether nothing may end with this word: a preposition, a conjunction, an article, most marks."""
    if token.pos not in _HANGING or token.dep in _ENDING or token.text in _CLOSING or token.tag == "''":
        return False
    shortens = token.text == "." and token.i > 0 and annotation.tokens[token.i - 1].end == token.start
    return not (shortens and token.i + 1 < annotation.sentence(token).last)  # "Va."


def _quoted_whole(annotation: Annotation, span: Span) -> Span:
    """A quotation that the span cuts at a mark is taken whole, or left without its mark."""
    start, end = span
    for quotation in annotation.quotations:
        if quotation.end <= start or end <= quotation.start:
            continue
        if start <= quotation.start and quotation.inner.start < end < quotation.end:
            end = quotation.end if quotation.end - quotation.start <= _QUOTED or quotation.end <= end + 3 else end
        elif quotation.start <= start < quotation.end <= end:
            start = quotation.start if start - quotation.start <= 1 or quotation.end < end else start
            if quotation.end == end and start > quotation.start:
                end = quotation.inner.end
    return Span(start, end)
