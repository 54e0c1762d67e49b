"""Those whom something befell, as the words tell of them."""

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, Token
from dateline.understanding.harm.numbers import Number
from dateline.understanding.harm.people_words import people_words
from dateline.values import Span


class Sufferer(Struct, frozen=True, kw_only=True):
    """How many (`low..high`), what they are called (None: the words do not say), who they are in the record."""

    low: int | None
    high: int | None
    best: int | None
    group: str | None
    head: str
    span: Span
    victims: tuple[str, ...] = ()
    number: Number | None = None
    named: bool = False
    definite: bool = False
    """ "the guard", "his wife": perhaps one told of before."""
    bare: bool = False
    """ "guards", neither counted nor known: "the murder of guards"."""
    rest: bool = False
    """ "12 others", "five more", "30 wounded": the words do not say who they are."""
    pronoun: bool = False
    """ "He": somebody whom another sentence names."""
    more: bool = False
    """ "12 others": besides those counted before."""


def restated(found: Sufferer, span: Span) -> Sufferer:
    """The same sufferer, told by more words."""
    return replace(found, span=Span(min(found.span.start, span.start), max(found.span.end, span.end)))


def noun_of(name: str | None) -> str:
    """The noun of a group's name, as heads are written: "villager" of "the villagers"."""
    words = (name or "").lower().split()
    return words[-1].removesuffix("s") if words else ""


def whole(end: float | None) -> int | None:
    """An end of an interval as a count."""
    return None if end is None else int(end)


def ends(number: Number) -> dict[str, int | None]:
    """The interval of a number as a count, for the fields of a Sufferer."""
    return {"low": whole(number.low), "high": whole(number.high), "best": whole(number.best)}


def stands_for_things(annotation: Annotation, pronoun: Token) -> bool:
    """ "Caught 27 salmon and ate three of them": the counted noun just before the pronoun is none for people."""
    words = people_words(annotation.words.language.code)
    for token in reversed(annotation.tokens[annotation.sentence(pronoun).first : pronoun.i]):
        if token.pos == "NOUN" and token.entity not in ("DATE", "TIME") and annotation.children(token, "nummod"):
            person = words.is_person(annotation, token) or token.lemma.lower() in words.shares
            return token.dep in ("dobj", "nsubjpass") and not person
        if words.is_person(annotation, token):
            return False
    return False
