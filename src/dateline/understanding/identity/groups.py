"""Groups and institutions without a capital letter: "the rebels", "nine police officers", "the prosecutor's office"."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.languages.titles import title_words
from dateline.understanding.identity.countries import country_before, phrase_first

MIN_PLURAL = 4
"""Shorter words in capitals that end with s are left alone ("GAS")."""
CLITICS = 2
"""Tokens that a phrase may have more than words: "prosecutor's" is two."""


class Group(Struct, frozen=True, kw_only=True):
    """A phrase that names a group: tokens `first` to `head`; `core` is where its own name begins."""

    first: int
    core: int
    head: int
    sector: str
    lemma: str
    country: str | None = None
    definite: bool = False
    bare: bool = False
    """Nothing but the head: "the rebels"."""


class GroupWords:
    """The groups of a language, by the lemmas that they end with."""

    def __init__(self, code: str) -> None:
        words = load(code).groups
        self.sectors = {tuple(g.split()): sector for sector, groups in words.groups.items() for g in groups}
        self.heads = {lemmas[-1] for lemmas in self.sectors}
        self.modifiers = frozenset(words.own_modifiers)
        self.wide = frozenset(words.wide)
        self.mass = frozenset(words.mass)
        self.longest = max(map(len, self.sectors))


@cache
def group_words(code: str) -> GroupWords:
    """The group words of a language, prepared once."""
    return GroupWords(code)


def groups(annotation: Annotation) -> Iterator[Group]:
    """The groups of a text, in order; words inside names are left to the names."""
    known = group_words(annotation.words.language.code)
    for token in annotation.tokens:
        if token.pos not in ("NOUN", "PROPN") or _lemma(token, known) not in known.heads or token.dep == "compound":
            continue
        if annotation.name_at(token) is None and (group := _group(annotation, token, known)):
            yield group


def _lemma(token: Token, known: GroupWords) -> str:
    """The lemma in small letters; capitals at a sentence's beginning hide plurals from the parser."""
    word = token.lower
    if word in known.mass:
        return word
    if token.tag not in ("NNP", "NNPS"):
        return token.lemma.lower()
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return word.removesuffix("s") if len(word) > MIN_PLURAL else word


def _group(annotation: Annotation, head: Token, known: GroupWords) -> Group | None:
    sector, core = _longest(annotation, head, known)
    if sector is None:
        return None
    first = phrase_first(annotation, head)
    while core > first.i and annotation.tokens[core - 1].lower in known.modifiers:
        core -= 1
    country = country_before(annotation, core)
    if head.lower in known.wide | {_lemma(head, known)} & known.wide and core == head.i and not country:
        return None
    if _is_title(annotation, head) or _is_one_known_person(annotation, head):
        return None
    if head.tag == "NN" and first.i == head.i and _lemma(head, known) not in known.mass:
        return None
    definite = annotation.tokens[first.i].lower == "the" or annotation.tokens[first.i].tag in ("PRP$", "POS")
    lemma = " ".join([*(t.lower for t in annotation.tokens[core : head.i]), _lemma(head, known)])
    return Group(
        first=first.i,
        core=core,
        head=head.i,
        sector=sector,
        lemma=lemma,
        country=country,
        definite=definite,
        bare=core == head.i and not country,
    )


def _longest(annotation: Annotation, head: Token, known: GroupWords) -> tuple[str | None, int]:
    """The sector of the longest known phrase that ends with `head`, and where that phrase begins."""
    begin = annotation.sentence(head).first
    for size in range(min(known.longest + CLITICS, head.i - begin + 1), 0, -1):
        words = annotation.tokens[head.i - size + 1 : head.i + 1]
        joined = "".join(t.lower + (" " if t.space else "") for t in words[:-1])
        if sector := known.sectors.get(tuple(f"{joined}{_lemma(head, known)}".split())):
            return sector, words[0].i
    return None, head.i


def _is_title(annotation: Annotation, head: Token) -> bool:
    """Whether the noun is a title of the name behind it ("police officer Ana Lund")."""
    if head.i + 1 >= len(annotation.tokens):
        return False
    behind = annotation.name_at(annotation.tokens[head.i + 1])
    return behind is not None and behind.label == "person" and behind.titles is not None


def _is_one_known_person(annotation: Annotation, head: Token) -> bool:
    """A noun in the singular that is a post ("the minister") or says who a named person is ("X, a farmer")."""
    if head.tag not in ("NN", "NNP"):
        return False
    post = title_words(annotation.words.language.code).ends((head.lower,), 0) > 0
    return post or (head.dep in ("appos", "attr", "oprd", "compound", "nmod") and not _is_body(annotation, head))


def _is_body(annotation: Annotation, head: Token) -> bool:
    """Whether the noun names a body, which may stand in apposition itself ("the rival, an armed group")."""
    return head.lower in annotation.words.groups.wide or head.lower in annotation.words.names.organisation_nouns
