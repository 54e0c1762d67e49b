"""Lists of offences, found behind the word that opens them and cut into clean phrases."""

from collections.abc import Sequence
from functools import cache, partial

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.understanding.harm.people_words import people_words
from dateline.understanding.law.pieces import Cut, has_word, is_deed, is_offence, may_be_offence, pieces
from dateline.values import Span

REACH = 24
"""How many words behind a verb of the law its offences may begin."""
NEAR = 5
"""How many words may stand between a preposition and its "charges": "on two federal weapons charges"."""
FINITE = ("VBD", "VBZ", "VBP", "MD")
CHARGES, DOUBTS = "charges", "doubts"
"""What words before offences may be: charges, or suspicions and allegations."""
_BEFORE_CHARGES = ("DET", "NUM", "ADJ", "NOUN", "PROPN", "CCONJ", "PRON", "PUNCT", "ADV", "PART")
_PREPOSITIONS = ("IN", "TO", "VBG")


class Offences(Struct, frozen=True):
    """Each offence in its words, and the span of the whole list."""

    names: tuple[str, ...]
    span: Span
    known: bool = True
    """Whether a word of the list of offences names one of them."""


class _Openers(Struct, frozen=True):
    counts: frozenset[str]
    introducing: frozenset[str]
    grades: frozenset[str]
    legal: frozenset[str]
    related: frozenset[str]
    charged: frozenset[str]


@cache
def _openers(code: str) -> _Openers:
    words = load(code).charges
    return _Openers(
        counts=frozenset(words.reading.counts),
        introducing=frozenset(words.reading.introducing),
        grades=frozenset(words.reading.grades),
        legal=frozenset(words.cases.legal[:2]),
        related=frozenset(words.reading.related),
        charged=frozenset(words.cases.charged),
    )


class Behind(Struct, frozen=True):
    """What stands behind a word of the law: its offences, and whether charges are named at all ("on 11 counts")."""

    offences: Offences | None = None
    counts: bool = False


def offences_behind(
    annotation: Annotation, token: Token, openers: Sequence[str], term: Span | None = None, *, sure: bool = False
) -> Behind:
    """The first list of offences that one of the openers begins, in the token's sentence and its clause.

    An opener right before the `term` of a sentence opens no list: "jailed for six years for arson". `sure`: whatever
    stands behind an opener is an offence, even where none of its words says so.
    """
    last = annotation.sentence(token).last
    people = people_words(annotation.words.language.code)
    phrases = sorted((phrase.split() for phrase in openers), key=len, reverse=True)
    counts = free = False
    for i in range(token.i + 1, min(token.i + REACH, last)):
        word = annotation.tokens[i]
        if _opens_clause(word):
            break
        free = free or word.pos == "VERB"
        if term is not None and word.start < term.end and annotation.tokens[min(i + 1, last - 1)].start >= term.start:
            continue
        if word.tag in _PREPOSITIONS:
            named, found = _charges_behind(annotation, i, last)
            counts = counts or named == CHARGES
            if found is not None:
                return Behind(found, named == CHARGES)
            if named:
                continue
        holder = annotation.head(word)
        if holder.pos in ("NUM", "PRON", "DET") and holder.dep in ("dobj", "nsubj", "nsubjpass") and not free:
            continue  # "convicted one of the men"
        inner = annotation.children(word, "pobj") if holder.pos == "NOUN" and holder.i != token.i else []
        if any(people.is_person(annotation, kid) for kid in inner):
            continue  # "convicted a friend of the bombing suspect"
        if free and not _hangs_on(annotation, word, token) and not _is_phrase(annotation, i, last, phrases):
            continue
        for phrase in phrases:
            if [t.lower for t in annotation.tokens[i : min(i + len(phrase), last)]] == phrase:
                found = offence_list(annotation, i + len(phrase), last, sure=sure)
                if found is not None:
                    return Behind(found, counts)
                break
    return Behind(None, counts)


def _is_phrase(annotation: Annotation, i: int, last: int, phrases: Sequence[Sequence[str]]) -> bool:
    """An opener of several words belongs to the law wherever the parser hung it."""
    return any(
        len(phrase) > 1 and [t.lower for t in annotation.tokens[i : min(i + len(phrase), last)]] == list(phrase)
        for phrase in phrases
    )


def _charges_behind(annotation: Annotation, i: int, last: int) -> tuple[str, Offences | None]:
    """ "On two charges of fraud", "on suspicion of arson", "on drug charges": what is named, and which offences."""
    words = _openers(annotation.words.language.code)
    for k in range(i + 1, min(i + 2 + NEAR, last)):
        noun = annotation.tokens[k]
        behind = annotation.tokens[k + 1] if k + 1 < last else noun
        if behind is not noun and behind.lemma.lower() in words.counts and behind.dep != "conj":
            continue  # "the felony charge"
        if noun.lemma.lower() in words.counts and noun.pos == "NOUN" and noun.dep != "compound":
            between = annotation.tokens[i + 1 : k]
            if any(t.text == "," for t in between) and not any(t.pos == "CCONJ" for t in between):
                return "", None  # "with murder, charges may follow"
            kind = CHARGES if noun.lemma.lower() in words.charged else DOUBTS
            return kind, _of_charges(annotation, i, k, last)
        if noun.pos not in _BEFORE_CHARGES or noun.tag == "WP":
            return "", None
    return "", None


def _of_charges(annotation: Annotation, i: int, k: int, last: int) -> Offences | None:
    words = _openers(annotation.words.language.code)
    behind = annotation.tokens[k + 1] if k + 1 < last else None
    if behind is not None and behind.lower in words.introducing:
        numbered = any(t.pos == "NUM" for t in annotation.tokens[i + 1 : k]) and behind.lower != "including"
        return offence_list(annotation, i + 1 if numbered else k + 2, last, sure=True)
    related = behind is not None and behind.lower in words.related and k + 2 < last
    if related and annotation.tokens[k + 2].lower == "to":
        return offence_list(annotation, k + 3, last, sure=True)
    return before_charges(annotation, i + 1, k)


def before_charges(annotation: Annotation, first: int, noun: int) -> Offences | None:
    """ "Drug and child endangerment charges": the words before the noun, cut at "and"."""
    words = _openers(annotation.words.language.code)
    cut = Cut(annotation)
    groups: list[list[Token]] = [[]]
    for token in annotation.tokens[first:noun]:
        if token.pos in ("CCONJ", "PUNCT") and token.text != "-":
            groups.append([])
        elif token.pos in ("NOUN", "PROPN", "ADJ") or token.text == "-":
            if token.lower not in words.legal and token.lemma.lower() not in words.grades:
                groups[-1].append(token)
        elif token.pos in ("VERB", "AUX") and annotation.tokens[token.i - 1].text != "-":
            groups = [[]]
        elif token.pos == "VERB" and token.lower not in words.related:
            groups[-1].append(token)  # "drug-trafficking"
    found = [group for group in groups if is_offence(annotation, group)]
    if annotation.tokens[noun].lemma.lower() not in words.counts:
        found = [group for group in found if is_deed(annotation, group)]
    if not found:
        return None
    suffix = annotation.tokens[noun].text
    names = (cut.text(group) + ("" if is_deed(annotation, group) else f" {suffix}") for group in found)
    return Offences(tuple(names), annotation.span(found[0][0], found[-1][-1]))


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


def offence_list(annotation: Annotation, first: int, last: int, *, sure: bool) -> Offences | None:
    """The offences that begin at a token, up to the end of the list. None where none is named."""
    cut, fits = Cut(annotation), partial(may_be_offence, annotation)
    found: list[list[Token]] = []
    for piece in pieces(annotation, first, last):
        stripped = cut.without_leads(piece.tokens)
        if not stripped:
            continue
        if piece.gap and not cut.is_joined(stripped, found):
            break
        if found and cut.belongs(stripped, found[-1]):
            found[-1] = list(annotation.tokens[found[-1][0].i : stripped[-1].i + 1])
        elif found and cut.is_somebody(stripped):
            break
        elif is_offence(annotation, stripped) or (
            fits(stripped) and cut.is_one_more(piece.tokens, stripped, found, sure)
        ):
            found.append(stripped)
        elif not cut.is_vague(stripped):
            break
    if not found or not (sure or any(is_deed(annotation, piece) for piece in found)):
        return None
    names = tuple(dict.fromkeys(cut.text(piece) for piece in found))
    known = any(has_word(annotation, piece) for piece in found)
    return Offences(names, annotation.span(found[0][0], found[-1][-1]), known)
