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
    """ "Abandoned plans to", "no plans to", "the cancelled deal to", "a failed attempt to"."""
    undone = (
        listed(annotation, "without") | listed(annotation, "modifiers.undone") | listed(annotation, "modifiers.failed")
    )
    for kid in annotation.children(noun, "det", "amod"):
        if kid.lower in undone:
            return Reading("denied", kid)
    verb = annotation.head(noun)
    stopped = noun.dep in ("dobj", "nsubjpass") and is_one(annotation, verb, "governors.prevent")
    return Reading("denied", verb) if stopped else FACT


def is_false(annotation: Annotation, noun: Token) -> Token | None:
    """The word that makes a claim untrue: "the report is unfounded", "false rumours", "no truth to reports"."""
    false, head = listed(annotation, "modifiers.false"), annotation.head(noun)
    near = annotation.children(noun, "amod")
    says = [*annotation.children(noun, "acl", "relcl"), *([head] if noun.dep in ("nsubj", "nsubjpass") else [])]
    near += [
        kid
        for verb in says
        if not annotation.children(verb, "neg")
        for kid in annotation.children(verb, "acomp", "attr", "oprd", "advmod")
        if not annotation.children(kid, "neg")
    ]
    if found := next((kid for kid in near if kid.lower in false), None):
        return found
    above = annotation.head(head)
    without = listed(annotation, "without")
    lacks = noun.dep == "pobj" and is_one(annotation, above, "nouns.truth")
    return next((kid for kid in annotation.children(above, "det") if lacks and kid.lower in without), None)
