"""How far the words reach by which those who suffered are called."""

from dateline.annotated import Annotation, Token
from dateline.understanding.harm.people_words import people_words

WINDOW = 6
"""How many words may stand between a number, or a group's first word, and the noun."""


def modifies(annotation: Annotation, token: Token, head: Token) -> bool:
    """Whether a word before a noun may be part of what its people are called: "12 women passengers"."""
    if token.pos in ("ADJ", "PROPN", "ADV") or token.text == "-":
        return True
    person = people_words(annotation.words.language.code).is_person(annotation, token)
    plain = token.pos == "NOUN" and (token.tag != "NNS" or person)
    return (plain or token.tag in ("VBN", "VBG", "VBD")) and token.head <= head.i


def edge(annotation: Annotation, head: Token, least: int) -> Token:
    """The first word of the head's group, behind number and article and not before token `least`."""
    tokens = annotation.tokens
    loose = people_words(annotation.words.language.code).loose
    at = head
    while at.i > max(least, annotation.sentence(head).first):
        before = tokens[at.i - 1]
        if not modifies(annotation, before, head) or before.lower in loose or head.i - before.i > WINDOW:
            break
        at = before
    if at.text == "-" and at.i < head.i:  # "23-year-old man": the age is no part of what he is called
        hyphens = [t.i for t in tokens[at.i : head.i] if t.text == "-"]
        at = tokens[min(hyphens[-1] + 2, head.i)]
    while at.i < head.i and ((at.pos in ("ADV", "VERB") and at.dep != "amod") or at.text == "-"):
        at = tokens[at.i + 1]
    return at
