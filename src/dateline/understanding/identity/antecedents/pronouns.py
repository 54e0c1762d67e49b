"""The pronouns of a text: whom each may mean by its form, and those that mean nobody."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from dateline.annotated import Token
from dateline.languages import load
from dateline.understanding.identity.antecedents.grammar import SUBJECTS, VERBAL, Grammar

Sort = Literal["person", "thing", "group", "noun"]
"""He and she; it; they; and "the company"."""

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "csubj", "relcl", "acl"})
LINKS = frozenset({"that", "whether", "if", "to", "who", "which", "for", "how", "why", "when", "where", "because"})


class Pronoun(Struct, frozen=True):
    """A pronoun of the third person, or a noun that may be used like one."""

    token: Token
    sort: Sort
    gender: str | None
    owns: bool
    reflexive: bool
    box: int


class _Words(Struct, frozen=True):
    sorts: dict[str, Sort]
    genders: dict[str, str]
    reflexives: frozenset[str]


@cache
def _words(code: str) -> _Words:
    pack = load(code)
    genders: dict[str, str] = {w: gender for gender, listed in pack.roles.pronouns.items() for w in listed}
    sorts: dict[str, Sort] = dict.fromkeys(genders, "person")
    sorts |= dict.fromkeys(pack.groups.singular_pronouns, "thing")
    sorts |= dict.fromkeys(pack.groups.plural_pronouns, "group")
    return _Words(sorts, genders, frozenset((*pack.roles.reflexives, "itself", "themselves")))


def pronouns(grammar: Grammar) -> Iterator[Pronoun]:
    """The pronouns of the third person, in order."""
    words = _words(grammar.annotation.words.language.code)
    for token in grammar.tokens:
        if (sort := words.sorts.get(token.lower)) is None or token.pos not in ("PRON", "DET", "ADJ"):
            continue
        owns = token.dep == "poss" or token.tag == "PRP$"
        reflexive = token.lower in words.reflexives
        yield Pronoun(token, sort, words.genders.get(token.lower), owns, reflexive, grammar.box[token.i])


def is_empty(grammar: Grammar, token: Token) -> bool:
    """Whether "it" means nobody: weather, time, or a clause that follows ("it is clear that ...")."""
    if token.lower != "it":
        return False
    if grammar.begins_box(token):
        return True  # what was asked, or all of what was told
    if token.dep == "expl":
        return True
    verb = grammar.tokens[token.head]
    if token.dep not in SUBJECTS:
        return token.dep in ("dobj", "nsubj") and _finds(grammar, token, verb)
    words = grammar.annotation.words.anaphors
    lemma = verb.lemma.lower()
    if lemma in words.weather:
        return True
    clause = _has_clause(grammar, verb, token)
    if lemma == "be":
        return _is_announced(grammar, verb, clause)
    if token.dep == "nsubjpass" or lemma in words.seeming or lemma in words.taking:
        return clause
    return verb.dep in ("ccomp", "xcomp") and verb.pos not in VERBAL and clause


def _has_clause(grammar: Grammar, verb: Token, it: Token) -> bool:
    kids = grammar.annotation.children(verb)
    return any(kid.dep in CLAUSES and kid.i > verb.i and _is_linked(grammar, kid) for kid in kids if kid.i > it.i)


def _is_linked(grammar: Grammar, clause: Token) -> bool:
    """A clause with "that" or "to" in front, or one with a subject of its own."""
    kids = grammar.annotation.children(clause)
    return any(kid.lower in LINKS or kid.dep in SUBJECTS or kid.dep == "mark" for kid in kids if kid.i < clause.i)


def _is_announced(grammar: Grammar, verb: Token, clause: bool) -> bool:
    """ "It is clear that", "it is a pity that", "it was Lund who", "it was Monday"."""
    kids = [kid for kid in grammar.annotation.children(verb) if kid.i > verb.i]
    words = grammar.annotation.words.anaphors
    for kid in kids:
        below = [each for each in grammar.annotation.children(kid) if each.i > kid.i]
        if kid.dep == "acomp" and (clause or any(_is_linked(grammar, each) for each in below if each.dep in CLAUSES)):
            return True
        if kid.dep == "acomp" and kid.lower in words.clause_adjectives:
            return True
        if kid.dep == "attr" and kid.lemma.lower() in words.clause_nouns:
            return True
        if kid.dep == "attr" and (clause or any(each.dep == "relcl" for each in below)) and kid.pos == "PROPN":
            return True
    return clause and not any(kid.dep == "attr" and kid.pos == "NOUN" for kid in kids)


def _finds(grammar: Grammar, it: Token, verb: Token) -> bool:
    """ "They made it clear that", "he found it hard to"."""
    behind = grammar.tokens[it.i + 1 : it.i + 4]
    word = next((each for each in behind if each.pos == "ADJ"), None)
    if word is None:
        return False
    after = grammar.tokens[word.i + 1 : word.i + 2]
    return any(each.lower in ("that", "to", "for") for each in after)
