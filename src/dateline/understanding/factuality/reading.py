"""What the words around a deed make of it, and the lists of such words."""

from functools import cache
from typing import Any, NamedTuple

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.model import Status


class Reading(NamedTuple):
    """A status, and the word that makes it; `alleged` where it is an accusation, asserted only if somebody says it."""

    status: Status = "asserted"
    word: Token | None = None
    alleged: bool = False


FACT = Reading()
"""What nothing speaks against."""
_ORDER: tuple[Status, ...] = ("denied", "requested", "planned", "possible", "asserted")


def strongest(*readings: Reading) -> Reading:
    """The reading that outweighs the others: what is denied is so whatever else it is."""
    told = [reading for reading in readings if reading.word is not None]
    return min(told, key=lambda reading: _ORDER.index(reading.status), default=FACT)


@cache
def _listed(language: str, path: str) -> frozenset[str]:
    words: Any = load(language).factuality
    for part in path.split("."):
        words = getattr(words, part)
    return frozenset(words)


def listed(annotation: Annotation, path: str) -> frozenset[str]:
    """A list of the section `factuality`, as a set: "wills", "governors.plan"."""
    return _listed(annotation.words.language.code, path)


def is_one(annotation: Annotation, word: Token, path: str) -> bool:
    """Whether a word's lemma is of a list, alone or with the particle behind it ("call off")."""
    entries, lemma = listed(annotation, path), word.lemma.lower()
    if lemma in entries or word.lower in entries:
        return True
    return any(
        f"{lemma} {kid.lower}" in entries for kid in annotation.children(word, "prt", "advmod") if kid.i > word.i
    )


def is_infinitive(annotation: Annotation, verb: Token) -> bool:
    """ "To leave"."""
    return any(kid.tag == "TO" for kid in annotation.children(verb, "aux"))


def is_finite(annotation: Annotation, verb: Token) -> bool:
    """ "Told them that rebels attacked" tells; "demanded that rebels leave" asks."""
    found = annotation.children(verb, "aux", "auxpass")
    auxiliaries = [
        kid for kid in found if kid.tag not in ("VB", "TO") and kid.lower != "be"
    ]  # "recommends he be tried"
    return bool(auxiliaries) or verb.tag in ("VBD", "VBZ")


def is_definite(annotation: Annotation, noun: Token) -> bool:
    """Whether a noun speaks of what is known already: "the raid", "their raid", "Monday's raid", a name."""
    known = listed(annotation, "definite")
    if noun.pos == "PROPN":
        return True
    return any(kid.dep == "poss" or kid.lower in known for kid in annotation.children(noun, "det", "poss"))


def is_case(annotation: Annotation, noun: Token) -> bool:
    """ "In case of", "in the event that": a noun that makes a condition of what follows it; "in the case" does not."""
    if noun.dep != "pobj":
        return False
    phrase = annotation.tokens[noun.head : noun.i + 1]
    behind = annotation.tokens[noun.i + 1 : noun.i + 2]
    return " ".join(token.lower for token in phrase) in listed(annotation, "cases") and not any(
        token.pos == "PUNCT" for token in behind
    )


def is_plea(annotation: Annotation, verb: Token) -> bool:
    """ "Pleaded guilty to": who pleads asks for nothing."""
    kids = annotation.children(verb, "acomp", "oprd", "advmod", "amod", "dobj")
    return is_one(annotation, verb, "governors.request") and any(is_one(annotation, kid, "guilty") for kid in kids)
