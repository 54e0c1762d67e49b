"""Shapes of a clause and of the word above it that say something by themselves, whatever stands higher."""

from dateline.annotated import Annotation, Token
from dateline.understanding.acts.wording import clauses
from dateline.understanding.factuality.reading import Reading, is_infinitive, listed

_ACTS = ("VERB", "AUX")


def partner_of(annotation: Annotation, verb: Token, head: Token) -> Token:
    """The verb that one is joined to by its form: "plotted to kill and attack", "plotted to kill and attacked"."""
    if is_infinitive(annotation, head) and head.dep == "xcomp" and verb.tag in ("VBD", "VBZ"):
        return annotation.head(head)
    own = annotation.children(verb, "nsubj", "nsubjpass", "aux")
    if own or verb.tag not in ("VB", "VBP") or head.tag in ("VB", "VBP"):
        return head
    below = [kid for kid in annotation.children(head, "xcomp") if kid.i < verb.i and is_infinitive(annotation, kid)]
    return below[-1] if below else head


def stands_apart(annotation: Annotation, verb: Token, head: Token) -> bool:
    """`The court finds S; he denies it`: what a semicolon closes is no content of what follows."""
    return verb.i < head.i and any(token.text == ";" for token in annotation.tokens[verb.i : head.i])


def planned(annotation: Annotation, verb: Token) -> Reading:
    """What an infinitive by itself tells: it is still to come."""
    return Reading("planned", next(kid for kid in annotation.children(verb, "aux") if kid.tag == "TO"))


def is_question(annotation: Annotation, verb: Token) -> bool:
    """A question that does not take the deed for granted, as "why did they" does."""
    if verb.dep not in ("ROOT", "ccomp", "parataxis"):
        return False
    last = annotation.tokens[annotation.sentence(verb).last - 1]
    asked = any(kid.text == "?" for kid in annotation.children(verb, "punct"))
    if not asked and not (verb.dep == "ROOT" and last.text == "?"):
        return False
    return not any(kid.lower in listed(annotation, "asking") for kid in annotation.children(verb) if kid.i < verb.i)


def is_that_clause(annotation: Annotation, verb: Token) -> bool:
    """ "The report that rebels attacked", also where the parser takes it for a relative clause."""
    that = [kid for kid in annotation.children(verb, "mark", "advmod") if kid.lower in listed(annotation, "that")]
    return bool(that) and bool(annotation.children(verb, *clauses.SUBJECTS))


def leaves_open(annotation: Annotation, word: Token) -> bool:
    """`Neither confirmed nor denied that S`: the denial is one of two things that were not done."""
    joined = word.dep == "conj" and annotation.head(word).pos in _ACTS
    links = annotation.children(annotation.head(word), "cc") if joined else []
    return any(kid.lower in listed(annotation, "either") for kid in links)


def is_expletive(annotation: Annotation, be: Token) -> bool:
    """Whether "it" stands for the clause behind: "it is necessary to leave"."""
    return any(kid.lemma.lower() == "it" for kid in annotation.children(be, "nsubj", "expl"))


def is_excess(annotation: Annotation, word: Token) -> bool:
    """ "Too weak to attack"."""
    return any(kid.lower in listed(annotation, "excess") for kid in annotation.children(word, "advmod"))


def is_perfect(annotation: Annotation, verb: Token) -> bool:
    """Whether a verb tells what has been: "have attacked"."""
    helpers = annotation.children(verb, "aux")
    return any(kid.lemma == "have" for kid in helpers) and not any(kid.tag == "MD" for kid in helpers)


def is_present_perfect(annotation: Annotation, verb: Token) -> bool:
    """Whether it reaches up to now: "has attacked", not "had attacked"."""
    had = any(kid.tag == "VBD" for kid in annotation.children(verb, "aux"))
    return is_perfect(annotation, verb) and not had


def predicate(annotation: Annotation, be: Token, verb: Token | None = None) -> Token:
    """What "is" says: the adjective, participle or noun behind it, else itself."""
    found = annotation.children(be, "acomp", "attr", "oprd")
    if verb is not None:
        found = [word for word in found if word.i < verb.i]
    return found[0] if found and found[0].pos in ("ADJ", "VERB", "NOUN") else be
