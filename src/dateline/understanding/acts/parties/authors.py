"""Who is behind a deed that a noun tells of: blamed, accused, involved, responsible, or named before the noun."""

from dateline.annotated import Annotation, Token
from dateline.understanding.acts.wording import clauses
from dateline.understanding.identity.groups.words import group_words

MEASURES = frozenset(("AID", "CONCEDE", "MOBILIZE", "SANCTION"))
"""Types whose noun behind "announced" is the speaker's own measure."""


def doing(annotation: Annotation, noun: Token) -> list[Token]:
    """A group before the noun that does what it says: "the police shooting of X", "a guerrilla attack"."""
    standing = group_words(annotation.words.language.code).standing
    return [kid for kid in annotation.children(noun, "compound") if kid.lemma.lower() in standing]


def behind(annotation: Annotation, noun: Token) -> list[Token]:
    """Whom its clause makes answer for it: "blamed on X", "staged by X", "accused X of", "X was involved in"."""
    words = annotation.words.events
    head = annotation.head(noun)
    blamed = [kid for kid in annotation.children(noun, "acl") if kid.lemma.lower() in words.blaming]
    if noun.dep in ("nsubjpass", "dobj") and head.lemma.lower() in words.blaming:
        blamed.append(head)
    if found := [t for verb in blamed for t in clauses.after(annotation, verb, *words.blamed_on)]:
        return found
    carried = [kid for kid in annotation.children(noun, "acl") if kid.lemma.lower() in words.light]
    if found := [t for verb in carried for t in clauses.agents(annotation, verb)]:
        return found
    if noun.dep != "pobj":
        return []
    above = annotation.head(head)
    if above.dep == "dobj" and annotation.head(above).lemma.lower() in words.accusing:
        above = annotation.head(above)  # "accused X of it": the parser ties "of" to X
    if head.lower in words.behind:
        return _subject(annotation, above)
    if head.lower not in words.accused_of:
        return []
    lemma = above.lemma.lower()
    if above.pos == "VERB" and lemma in words.accusing:
        return _accused(annotation, above)
    if above.pos == "VERB" and lemma in words.involving:
        return clauses.surface(annotation, above)
    if lemma in words.responsible:
        return [annotation.head(above)] if above.dep == "amod" else _subject(annotation, annotation.head(above))
    return []


def ordering(annotation: Annotation, noun: Token, kind: str) -> list[Token]:
    """Whose order a deed was ("ordered the arrest of X"), or who tells of a measure of his own ("announced a cut")."""
    words, verb = annotation.words.events, annotation.head(noun)
    lemma = verb.lemma.lower()
    if lemma not in words.ordering and not (lemma in words.announcing and kind in MEASURES):
        return []
    if noun.dep == "dobj" and not clauses.is_passive(annotation, verb):
        return clauses.surface(annotation, verb)
    return clauses.agents(annotation, verb) if noun.dep == "nsubjpass" else []


def placing(annotation: Annotation, things: list[Token]) -> list[Token]:
    """What went off, and those who placed it: "a bomb planted by X exploded"."""
    verbs = [verb for thing in things for verb in annotation.children(thing, "acl")]
    found = [agent for verb in verbs for agent in clauses.agents(annotation, verb)]
    return [*things, *(agent for agent in found if agent not in things)]


def is_for(annotation: Annotation, name: Token) -> bool | None:
    """Whether a deed is for whom a name means ("a pro-X rally") or against ("an anti-X protest"); None: neither."""
    words, tokens = annotation.words.events, annotation.tokens
    if name.i < 2 or tokens[name.i - 1].text != "-":
        return None
    if tokens[name.i - 2].lower in words.anti:
        return False
    return True if tokens[name.i - 2].lower in words.pro else None


def _accused(annotation: Annotation, verb: Token) -> list[Token]:
    passive = clauses.is_passive(annotation, verb)
    return clauses.surface(annotation, verb) if passive else clauses.objects(annotation, verb)


def _subject(annotation: Annotation, word: Token) -> list[Token]:
    """Of whom a word is said: the subject of its verb, or the noun that it stands behind."""
    if word.pos in ("NOUN", "PROPN"):
        return [word]
    return clauses.surface(annotation, word) if word.pos in ("VERB", "AUX") else []
