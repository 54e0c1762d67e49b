"""What nouns make of their content by themselves: plans, demands, accusations, fears."""

from dateline.annotated import Annotation, Token
from dateline.understanding.factuality.reading import FACT, Reading, is_one, listed


def noun_class(annotation: Annotation, noun: Token) -> Reading:
    """What a noun makes of its content by itself."""
    if is_one(annotation, noun, "nouns.request"):
        return Reading("requested", noun)
    if is_one(annotation, noun, "nouns.plan"):
        return Reading("planned", noun)
    if is_one(annotation, noun, "nouns.accuse"):
        return Reading("possible", noun, alleged=True)
    if is_one(annotation, noun, "nouns.deny"):
        return Reading("denied", noun)
    return Reading("possible", noun) if is_one(annotation, noun, "nouns.doubt") else FACT


def is_in_charge(annotation: Annotation, noun: Token) -> bool:
    """ "In charge of fighting smugglers" accuses nobody."""
    link = annotation.head(noun)
    bare = noun.dep == "pobj" and not annotation.children(noun, "det", "amod", "compound")
    return bare and noun.tag == "NN" and link.lower in listed(annotation, "in_charge")


def is_ranked(annotation: Annotation, noun: Token) -> bool:
    """ "The first to leave", "the only man to leave"."""
    return any(t.lower in listed(annotation, "ranks") for t in (noun, *annotation.children(noun, "amod", "advmod")))


def is_undone(annotation: Annotation, noun: Token) -> Reading:
    """ "Abandoned plans to", "no plans to", "the cancelled deal to"."""
    for kid in annotation.children(noun, "det", "amod"):
        if kid.lower in listed(annotation, "without") or kid.lower in listed(annotation, "modifiers.undone"):
            return Reading("denied", kid)
    verb = annotation.head(noun)
    undone = noun.dep in ("dobj", "nsubjpass") and is_one(annotation, verb, "governors.prevent")
    return Reading("denied", verb) if undone else FACT
