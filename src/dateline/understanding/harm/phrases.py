"""How far the words reach by which those who suffered are called."""

from dateline.annotated import Annotation, Token
from dateline.understanding.harm.people_words import people_words

WINDOW = 6
"""How many words may stand between a number, or a group's first word, and the noun."""

CLAUSES = ("ROOT", "ccomp", "relcl", "advcl", "acl", "pcomp", "xcomp")
"""A participle that is one of these is a clause's verb, no word of a noun's group."""


def modifies(annotation: Annotation, token: Token, head: Token) -> bool:
    """Whether a word before a noun may be part of what its people are called: "12 women passengers"."""
    if token.pos in ("ADJ", "PROPN", "ADV") or token.text == "-":
        return True
    if token.pos == "AUX":
        return False
    if token.pos == "NUM":  # "three 16-year-old girls"
        return annotation.tokens[token.i + 1].text == "-" and token.head != head.i
    person = people_words(annotation.words.language.code).is_person(annotation, token)
    inside = token.dep == "compound" and token.head == head.i  # "three special forces soldiers"
    plain = token.pos == "NOUN" and (token.tag != "NNS" or person or inside)
    participle = token.tag in ("VBN", "VBG", "VBD") and token.dep not in CLAUSES
    return (plain or participle) and token.head <= head.i


def edge(annotation: Annotation, head: Token, least: int) -> Token:
    """The first word of the head's group, behind number and article and not before token `least`."""
    tokens = annotation.tokens
    loose = people_words(annotation.words.language.code).loose
    at = head
    while at.i > max(least, annotation.sentence(head).first):
        before = tokens[at.i - 1]
        if not modifies(annotation, before, head) or before.lower in loose or head.i - before.i > WINDOW:
            break
        if before.pos == "NUM":
            break
        at = before
    if at.text == "-" and at.i < head.i:  # "23-year-old man": the age is no part of what he is called
        hyphens = [t.i for t in tokens[at.i : head.i] if t.text == "-"]
        at = tokens[min(hyphens[-1] + 2, head.i)]
    while at.i < head.i and ((at.pos in ("ADV", "VERB") and at.dep != "amod") or at.text == "-"):
        at = tokens[at.i + 1]
    return at
