"""Common nouns that take up somebody named: "the company", "the city", "the woman", "the singer"."""

from functools import cache
from typing import Literal

from msgspec import Struct

from dateline.annotated import Token
from dateline.languages import LanguagePack, load
from dateline.understanding.identity.antecedents.candidates import Candidate, Entity
from dateline.understanding.identity.antecedents.grammar import Grammar

RESTRICTIVE = frozenset({"relcl", "acl", "prep", "appos", "nummod", "poss"})
"""What hangs on a noun that is told apart by its own phrase."""

LONG = 5
"""Letters that a noun needs to be no short form ("corp")."""

Breadth = Literal["any", "of the kind", "of the word"]


class _Nouns(Struct, frozen=True):
    places: dict[str, frozenset[str]]
    bodies: frozenset[str]
    any_body: frozenset[str]
    own_names: frozenset[str]
    alike: dict[str, frozenset[str]]
    """Noun to those that may be said of the same body."""
    types: frozenset[str]
    """What a body says in its name that it is."""
    people: frozenset[str]
    set_apart: frozenset[str]


@cache
def _nouns(code: str) -> _Nouns:
    words = load(code)
    places: dict[str, set[str]] = {}
    for table in (words.anaphors.place_kinds, words.groups.place_nouns):
        for kind, listed in table.items():
            for noun in listed:
                places.setdefault(noun, set()).add(kind)
    return _Nouns(
        {noun: frozenset(kinds) for noun, kinds in places.items()},
        frozenset((*words.anaphors.body_nouns, *words.anaphors.any_body)),
        frozenset(words.anaphors.any_body),
        frozenset(words.anaphors.own_names),
        _alike(words),
        _types(words),
        frozenset(words.anaphors.person_nouns),
        frozenset(words.anaphors.set_apart),
    )


def _alike(words: LanguagePack) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for nouns in words.anaphors.same_bodies:
        for noun in nouns:
            found[noun] = found.get(noun, frozenset()) | set(nouns)
    return found


def _types(words: LanguagePack) -> frozenset[str]:
    """Nouns that tell one sort of body from another; forms of firms ("Ltd", "Holdings") tell none."""
    known = (noun for noun in words.names.organisation_nouns if len(noun) >= LONG and not noun.endswith(("s", ".")))
    return frozenset((*words.anaphors.body_nouns, *known)) - {*words.anaphors.any_body}


def is_anaphoric(grammar: Grammar, token: Token) -> bool:
    """Whether a noun may take up somebody: "the bank", "this small town"; not "the bank of", "the other bank"."""
    if token.tag != "NN" or token.text[0].isupper():
        return False
    words = grammar.annotation.words.anaphors
    kids = grammar.annotation.children(token)
    if not any(kid.lower in words.definite and kid.i < token.i for kid in kids):
        return False
    apart = _nouns(grammar.annotation.words.language.code).set_apart
    return not any(kid.dep in RESTRICTIVE or kid.lower in apart or kid.tag == "JJS" for kid in kids)


def told_apart(grammar: Grammar, token: Token) -> set[str]:
    """The words before a noun that say which one it is: "the *oil* company", "the *Norwegian* leader" (as "NOR")."""
    kids = [kid for kid in grammar.annotation.children(token) if kid.i < token.i]
    telling = [kid for kid in kids if kid.dep in ("compound", "nmod") or (kid.pos == "ADJ" and kid.text[0].isupper())]
    return {grammar.country(kid) or kid.lower for kid in telling}


def breadth(code: str, candidate: Candidate) -> Breadth:
    """Whom a noun may mean: anybody of its kind ("the woman"), or only who is told to be one ("the singer")."""
    known = _nouns(code)
    if candidate.word in known.people or candidate.word in known.bodies:
        return "any"
    return "of the kind" if candidate.word in known.places else "of the word"


def may_mean(code: str, noun: Candidate, entity: Entity) -> bool:
    """Whether a noun's kind is the kind of an entity: a city no country, a company no man, a ministry no company."""
    known = _nouns(code)
    kinds = known.places.get(noun.word)
    if entity.kind == "place" and kinds is not None:
        return bool(kinds & entity.places)
    if noun.kind != entity.kind or (kinds is not None and entity.kind == "place"):
        return False
    if entity.kind != "body" or noun.word in known.any_body:
        return True
    alike = known.alike.get(noun.word, frozenset()) | {noun.word}
    if noun.word in known.own_names and not entity.acronym and not entity.words & alike:
        return False
    return entity.words & known.types <= alike
