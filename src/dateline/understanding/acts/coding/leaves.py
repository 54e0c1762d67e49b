"""Which leaf of CAMEO: by the theme of what a deed is about, and by the deed that words promise, ask or refuse."""

from collections.abc import Iterator

from dateline.annotated import Annotation, Token
from dateline.understanding.acts.parties.participants import hurts
from dateline.understanding.acts.setting import contexts
from dateline.understanding.acts.wording import clauses
from dateline.understanding.acts.wording.triggers import Match, matches
from dateline.understanding.harm.people_words import people_words

_CLAUSES = ("xcomp", "ccomp", "acl")
"""What is to be done, as a clause: "agreed to release them", "a threat to attack"."""
_THINGS = ("dobj", "prt", "pcomp", "pobj", "nsubjpass")
"""What is to be done, as a noun: "demanded the release of", "called for talks"."""
_OF_PEOPLE = "human"
"""The need of rows that speak of people only."""
_STEPS = 2
"""A noun for a deed stands at most so many nouns below its word: "demanded | an end | to the talks"."""


def leaf(annotation: Annotation, match: Match) -> str | None:
    """The row's code, or where it is a root with leaves that of the first theme that its object speaks of."""
    code = match.row.cameo
    by_theme = annotation.words.events.leaves.get(code or "")
    if not by_theme or code is None:
        return code
    spoken = _spoken(annotation, match)
    return next((narrow for theme, narrow in by_theme.items() if theme in spoken), code)


def _spoken(annotation: Annotation, match: Match) -> set[str]:
    """The themes of the words below the trigger, its subject's left out."""
    kids = [kid for kid in annotation.children(match.token) if kid.dep not in clauses.SUBJECTS or match.noun]
    if clauses.is_passive(annotation, match.token):
        kids += annotation.children(match.token, "nsubjpass")
    return {theme for kid in kids for theme in contexts.spoken(annotation, annotation.subtree(kid))}


def about(annotation: Annotation, kind: str, cameo: str | None) -> tuple[str, str] | None:
    """CAMEO code and mode of words of a type about a deed with this code: the longest beginning that the table has."""
    table = annotation.words.events.about.get(kind, {})
    code = cameo or ""
    return next((table[code[:n]] for n in range(len(code), 1, -1) if code[:n] in table), None)


def of_deed(annotation: Annotation, match: Match, kind: str | None = None) -> tuple[str, str] | None:
    """What the deed below a match makes of it: "agreed to release them" is 0353, "threatened to kill" violence.

    Read as words of the match's type, or of another `kind`.
    """
    codes = _deeds(annotation, match.object or match.token)
    return next((found for code in codes if (found := about(annotation, kind or match.row.type, code))), None)


def _deeds(annotation: Annotation, word: Token) -> Iterator[str]:
    """The codes of the deeds that a word is about, the nearest first; a deed that is denied is none."""
    for clause in annotation.children(word, *_CLAUSES):
        yield from _of_clause(annotation, clause)
    for kid in _aims(annotation, word):
        for clause in annotation.children(kid, "pcomp"):
            yield from _of_clause(annotation, clause)
    yield from _of_nouns(annotation, word, _STEPS)


def _of_clause(annotation: Annotation, verb: Token) -> Iterator[str]:
    if annotation.children(verb, "neg"):
        return
    yield from _codes(annotation, verb)
    yield from _of_nouns(annotation, verb, 1)


def _of_nouns(annotation: Annotation, word: Token, steps: int) -> Iterator[str]:
    for kid in (*annotation.children(word, *_THINGS), *_aims(annotation, word)):
        noun = kid.pos in ("NOUN", "PROPN")
        if noun:
            yield from _codes(annotation, kid)
        if kid.pos == "ADP" or (noun and steps > 1):
            yield from _of_nouns(annotation, kid, steps - noun)


def _aims(annotation: Annotation, word: Token) -> list[Token]:
    """The prepositions that bring what words are about: "called for talks", not "demanded it during talks"."""
    aims = annotation.words.events.aims
    return [kid for kid in annotation.children(word, "prep") if kid.lower in aims]


def _codes(annotation: Annotation, token: Token) -> Iterator[str]:
    if hurts(annotation, token):
        yield annotation.words.lexicon.first("ASSAULT").cameo or ""
    for match in matches(annotation, token):
        code = leaf(annotation, match)
        if code and (_OF_PEOPLE not in match.row.needs or _is_of_people(annotation, match)):
            yield code


def _is_of_people(annotation: Annotation, match: Match) -> bool:
    """ "Refused to release the prisoners", not "the papers"."""
    word, nouns = match.token, people_words(annotation.words.language.code)
    if match.noun:
        done = clauses.after(annotation, word, *annotation.words.events.of) + annotation.children(word, "poss")
    elif clauses.is_passive(annotation, word):
        done = clauses.surface(annotation, word)
    else:
        done = clauses.objects(annotation, word)
    pronouns = nouns.plural_pronouns | nouns.singular_pronouns
    return any(one.lower in pronouns or nouns.is_person(annotation, one) for one in done)
