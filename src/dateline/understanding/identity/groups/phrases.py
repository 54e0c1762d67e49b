"""The words of a group's phrase: where it begins, who owns it, how many it tells of, and what tells it from others."""

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.understanding.harm.numbers import numbers

DETERMINERS = frozenset({"DT", "PRP$", "WP$"})
BEFORE = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "CD", "VBN", "VBG", "VBD", "HYPH", "POS", "FW", "AFX", "RBS"}
)
"""Tags of words that may stand between a determiner and its noun."""
NO_WORDS = DETERMINERS | {"CD", "POS", "HYPH"}
PLURALS = frozenset({"NNS", "NNPS"})
NO_PLAIN_WORD = frozenset(":/@")
ARTICLES = frozenset({"a", "an"})
REACH = 14
"""Tokens that a phrase has at most before its head."""


class Phrase(Struct, frozen=True, kw_only=True):
    """Tokens `first` to `head`, inclusive, and what the words before the head tell.

    `determiner` is in small letters, "'s" for an owner's name, "" for none. `number` is the numeral itself ("over
    900": 900); `counted` where any number or measure tells how many. `modifiers` are the words
    that tell it from others, without names of countries and numbers; `words` are all before the head. `owned`: a name
    or an owner tells whose it is.
    """

    first: int
    head: int
    determiner: str = ""
    number: int | None = None
    counted: bool = False
    modifiers: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    owned: bool = False


def is_plural(head: Token) -> bool:
    """Whether a noun means several; at a sentence's beginning and in capitals the parser takes them for names."""
    if head.tag in PLURALS:
        return True
    word = head.lower
    return head.tag == "NNP" and (word.endswith("men") or (word.endswith("s") and not word.endswith("ss")))


def phrase_of(annotation: Annotation, head: Token) -> Phrase:
    """The phrase that ends with this noun, from its determiner or measure on."""
    tokens = annotation.tokens
    first, determiner = _walk(annotation, head)
    if determiner in ARTICLES and is_plural(head) and not any(t.tag == "CD" for t in tokens[first : head.i]):
        first, determiner = _adjectives(annotation, head), ""  # "luggage from a bus tripped pilgrims"
    number, counted = _number(annotation, first, head.i)
    if not determiner:
        first, counted = _with_measure(annotation, first, counted)
    inside = [t for t in tokens[first : head.i] if t.tag not in NO_WORDS and t.pos != "PUNCT"]
    skipped = {*annotation.words.groups.hedges, *annotation.words.groups.measures, "of", "and", "or", "all", "both"}
    names = [annotation.name_at(t) for t in inside]
    told = {t.lower for t, name in zip(inside, names, strict=True) if not (name and name.country)}
    owned = determiner == "'s" or any(
        name is not None or (t.text[0].isupper() and t.i > annotation.sentence(t).first)
        for t, name in zip(inside, names, strict=True)
        if not (name and name.country)
    )
    return Phrase(
        first=first,
        head=head.i,
        determiner=determiner,
        number=number,
        counted=counted,
        modifiers=frozenset(told - skipped),
        words=frozenset(t.lower for t in inside),
        owned=owned,
    )


def _adjectives(annotation: Annotation, head: Token) -> int:
    at = head.i
    while at > annotation.sentence(head).first and annotation.tokens[at - 1].tag == "JJ":
        at -= 1
    return at


def _walk(annotation: Annotation, head: Token) -> tuple[int, str]:
    """Where the phrase begins, and its determiner."""
    tokens, least = annotation.tokens, max(annotation.sentence(head).first, head.i - REACH)
    at = head.i
    while at > least:
        token, right = tokens[at - 1], tokens[at]
        if token.tag in DETERMINERS:
            return _predeterminer(annotation, token, least), token.lower
        if token.tag == "POS":
            return _owner(annotation, at - 1, least), "'s"
        if not _joins(annotation, token, right, head):
            break
        at -= 1
    while at < head.i and (tokens[at].tag in ("HYPH", "CC") or tokens[at].pos == "PUNCT"):
        at += 1
    return _hedged(annotation, at, least), ""


def _joins(annotation: Annotation, token: Token, right: Token, head: Token) -> bool:
    """Whether a word belongs to the phrase that goes on with `right`."""
    if not token.space and token.text[-1].isalnum() and right.text[0].isalnum():
        return False  # two words that only a broken line brought together
    if not token.text.isalpha() and not NO_PLAIN_WORD.isdisjoint(token.text):
        return False  # hours and addresses of the web
    if token.tag == "CC" or token.text == ",":
        return token.head <= head.i and annotation.tokens[token.i - 1].pos == "ADJ" and right.pos == "ADJ"
    if token.tag in ("RB", "RBS"):
        return right.pos == "ADJ" or right.tag in ("VBN", "VBG", "HYPH")
    if token.tag in PLURALS:
        return token.lower in annotation.words.groups.own_modifiers or right.tag == "HYPH"
    if token.tag in ("VBD", "VBN", "VBG") and token.dep not in ("amod", "compound", "nmod"):
        return right.tag == "HYPH"
    if right.tag == "HYPH" or token.tag == "HYPH":
        return True
    if token.tag in ("NN", "NNP") and token.dep in ("nsubj", "pobj", "dobj", "ROOT"):
        return False
    over = token
    while over.dep == "conj" and over.pos == "ADJ" and over.head < over.i:
        over = annotation.head(over)  # "old and hungry miners"
    return token.tag in BEFORE and (token.i < over.head <= head.i or annotation.name_at(token) is not None)


def _predeterminer(annotation: Annotation, token: Token, least: int) -> int:
    """ "All the soldiers", "both the teams"."""
    before = annotation.tokens[token.i - 1] if token.i > least else None
    return before.i if before and (before.tag == "PDT" or before.lower in ("all", "both", "half")) else token.i


def _owner(annotation: Annotation, mark: int, least: int) -> int:
    """Where the owner's own phrase begins: the name before the "'s", or the noun with its determiner."""
    tokens = annotation.tokens
    if mark == least:
        return mark
    name = annotation.name_at(tokens[mark - 1])
    at = name.first if name else mark - 1
    while at > least and tokens[at - 1].tag in BEFORE - {"CD"} and tokens[at - 1].head >= at:
        at -= 1
    return at - 1 if at > least and tokens[at - 1].tag in DETERMINERS else at


def _hedged(annotation: Annotation, at: int, least: int) -> int:
    """ "Up to 400 soldiers", "at least two": the words before a number that belong to it."""
    tokens, hedges = annotation.tokens, annotation.words.groups.hedges
    if tokens[at].tag != "CD":
        return at
    while at > least and tokens[at - 1].lower in hedges and tokens[at - 1].tag != "CC":
        at -= 1
    if tokens[at].dep == "prt" and tokens[at + 1].tag in ("TO", "IN"):
        return at + 2  # "kidnapped up to 16": the parser takes it for the verb's
    lone = tokens[at].lower == "to" and tokens[at].tag in ("TO", "IN")  # "up to 16", but "asylum to 16"
    return at + 1 if lone else at


def _number(annotation: Annotation, first: int, head: int) -> tuple[int | None, bool]:
    """How many the phrase tells of, and whether it counts them at all."""
    tokens = annotation.tokens[first:head]
    if not any(token.tag == "CD" for token in tokens):
        return None, False
    code = annotation.words.language.code
    found = [n for n in numbers(tokens, code) if not n.glued]
    plain = numbers(annotation.tokens[found[-1].figure : found[-1].last], code) if found else []
    best = plain[0].best if plain else None  # without its hedge: "over 900" is 900
    return None if best is None else int(best), True


def _with_measure(annotation: Annotation, first: int, counted: bool) -> tuple[int, bool]:
    """ "Dozens of students", "a crowd of farmers": the measure and its article belong to the phrase."""
    tokens = annotation.tokens
    words = annotation.words.groups
    at = first
    while at >= 2 and tokens[at - 1].lower == "of" and tokens[at - 2].lower in words.measures:
        if tokens[at - 2].sentence != tokens[first].sentence:
            break
        at, counted = at - 2, True
    least = annotation.sentence(tokens[first]).first
    if at == first or at <= least:
        return at, counted
    if tokens[at - 1].lower == "the" and tokens[at].lower in ("number", "total"):
        return first, False  # "the number of troops" is a number
    if tokens[at - 1].tag in ("JJ", "CD") and tokens[at - 1].head == at and at - 1 > least:
        at -= 1
    return (at - 1 if tokens[at - 1].tag == "DT" and at > least else at), counted
