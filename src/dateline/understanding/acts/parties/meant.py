"""To whom a deed happens, where he is no object of its verb: asked, told, warned, or behind the topic."""

from dateline.annotated import Annotation, Token
from dateline.understanding.acts.wording import clauses
from dateline.understanding.acts.wording.triggers import Match
from dateline.understanding.harm.people_words import people_words
from dateline.understanding.identity.groups.words import group_words

_ASKING = ("WP", "WDT", "WRB")
"""Tags of words that begin a free relative clause."""


def beyond(annotation: Annotation, match: Match) -> list[Token]:
    """Who stands behind the topic: "discussed the crisis with Y", "talks on it with Y"; people only."""
    if match.row.type != "CONSULT":
        return []
    near = clauses.objects(annotation, match.token) if not match.noun else []
    near += [noun for kid in annotation.children(match.token, "prep") for noun in annotation.children(kid, "pobj")]
    found = [t for noun in near for t in clauses.after(annotation, noun, *annotation.words.events.with_whom[:1])]
    people = people_words(annotation.words.language.code)
    return [one for one in found if people.is_person(annotation, one)]


def asked_from(annotation: Annotation, verb: Token) -> list[Token]:
    """ "Demanded an explanation from X": the parser ties "from" to what is demanded."""
    asked = clauses.objects(annotation, verb)
    return [t for noun in asked for t in clauses.after(annotation, noun, *annotation.words.events.asked_from)]


def told_what(annotation: Annotation, verb: Token) -> list[Token]:
    """Whoever is to do what is demanded: "demanded that X resign", "its demand that X go"."""
    for clause in annotation.children(verb, "ccomp", "xcomp", "acl"):
        free = annotation.subtree(clause)[0].tag in _ASKING  # "denounced what X called a crime"
        if not free and (own := annotation.children(clause, "nsubj", "nsubjpass")):
            return clauses.together(annotation, own[0])
    return []


def intended_for(annotation: Annotation, verb: Token) -> list[Token]:
    """Whom the deed refused, offered or threatened is meant for: "refused to meet X", "threatened to break with X"."""
    for deed in annotation.children(verb, "xcomp"):
        done = clauses.objects(annotation, deed)
        found = clauses.after(annotation, deed, *annotation.words.events.toward)
        found += [t for noun in done for t in clauses.after(annotation, noun, *annotation.words.events.toward)]
        return [*done, *(t for t in found if t not in done)]
    return []


def warned(annotation: Annotation, verb: Token) -> list[Token]:
    """Who is to give in to a threat: "threatened to close the border if X attacks"."""
    deeds = [verb, *annotation.children(verb, "xcomp", "ccomp")]
    for clause in (kid for deed in deeds for kid in annotation.children(deed, "advcl")):
        marks = {mark.lower for mark in annotation.children(clause, "mark")}
        if not marks.isdisjoint(annotation.words.events.conditions):
            return [t for s in annotation.children(clause, "nsubj") for t in clauses.together(annotation, s)]
    return []


def may_act(annotation: Annotation, word: Token) -> bool:
    """Whether what stands behind "of" may do something: "an offensive of the army", not "a suspension of aid"."""
    if word.pos != "NOUN":
        return True
    code, lemma = annotation.words.language.code, word.lemma.lower()
    known = group_words(code)
    return lemma in known.heads or lemma in known.bodies or people_words(code).is_person(annotation, word)
