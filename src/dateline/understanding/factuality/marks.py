"""The marks at a verb itself: negation, modals, adverbs, conjunctions, and subjects that are nobody."""

from dateline.annotated import Annotation, Token
from dateline.understanding.acts.wording import clauses
from dateline.understanding.factuality.reading import FACT, Reading, is_case, is_infinitive, is_one, listed, strongest

_MARKS = ("neg", "aux", "advmod", "mark", "preconj")


def marks(annotation: Annotation, verb: Token) -> Reading:
    """What a verb's own words say of it."""
    condition = supposed(annotation, verb)
    if condition.word is not None:
        return condition
    found = [_mark(annotation, verb, kid) for kid in annotation.children(verb, *_MARKS)]
    return strongest(nobody(annotation, verb), _command(annotation, verb), *found)


def supposed(annotation: Annotation, verb: Token) -> Reading:
    """ "If rebels attack", "whether they attacked", "in case they attack"; "if compared to" supposes nothing."""
    if is_one(annotation, verb, "weighing") and not annotation.children(verb, *clauses.SUBJECTS, "aux", "auxpass"):
        return FACT
    conditions = listed(annotation, "conditions")
    found = [kid for kid in annotation.children(verb, "mark", "advmod") if kid.lower in conditions]
    found += _cases(annotation, verb)
    return Reading("possible", found[0]) if found else FACT


def _cases(annotation: Annotation, verb: Token) -> list[Token]:
    """ "In the event that rebels attack", "in case rebels attack": the noun stands above or before it."""
    above = annotation.head(verb)
    own = [kid for kid in annotation.children(verb, *clauses.SUBJECTS) if kid.lower not in listed(annotation, "that")]
    opens = annotation.subtree(verb)[0].i
    found = [above] if own and verb.dep in ("relcl", "acl") else []
    found += annotation.tokens[opens - 1 : opens] if own and verb.dep == "advcl" and opens else []
    for link in annotation.children(verb, "prep"):
        bare = [
            noun for noun in annotation.children(link, "pobj") if not annotation.children(noun, "prep", "relcl", "acl")
        ]
        found += bare if link.i < verb.i else []
    return [noun for noun in found if is_case(annotation, noun)]


def nobody(annotation: Annotation, verb: Token) -> Reading:
    """ "Nobody attacked", "no soldiers were attacked", "attacked no soldiers"; a deed that is a topic is none yet."""
    if verb.dep == "csubj" and verb.tag == "VBG":
        return Reading("possible", verb)
    own = annotation.children(verb, *clauses.SUBJECTS, "dobj")
    for noun in own if verb.dep in ("relcl", "acl") else [*own, *clauses.surface(annotation, verb)]:
        if noun.lower in listed(annotation, "nobodies"):
            return Reading("denied", noun)
        for kid in annotation.children(noun, "det", "preconj", "cc"):
            behind = annotation.tokens[kid.i + 1 : kid.i + 2]  # "no fewer than nine"
            if kid.lower in listed(annotation, "without") and not any(t.tag in ("JJR", "RBR", "CD") for t in behind):
                return Reading("denied", kid)
    return FACT


def _mark(annotation: Annotation, verb: Token, kid: Token) -> Reading:
    word = kid.lower
    if kid.dep == "neg" and kid.i > verb.i + 1 and verb.pos == "VERB":
        return FACT  # "left, not what they wanted", "attacked soldiers, not farmers"
    if kid.dep == "neg" or (kid.dep != "aux" and word in listed(annotation, "without")):
        return FACT if is_more(annotation, kid) else Reading("denied", kid)
    if kid.dep == "aux":
        return _modal(annotation, verb, kid)
    if word in listed(annotation, "hows") and kid.i < verb.i and is_infinitive(annotation, verb):
        return Reading("possible", kid)
    if word in listed(annotation, "untils") and kid.dep in ("mark", "advmod") and _is_present(annotation, verb):
        return Reading("planned", kid)
    after = _after(annotation, kid)
    nearly = word in listed(annotation, "nearly") and after.i == verb.i
    if kid.dep == "advmod" and (nearly or (word in listed(annotation, "instead") and after.dep == "mark")):
        return Reading("denied", kid)  # "rather than attack"
    if kid.dep == "advmod" and word in listed(annotation, "accuse_adverbs"):
        return Reading("possible", kid, alleged=True)
    if word in listed(annotation, "doubt_adverbs"):
        return Reading("possible", kid)
    if word in listed(annotation, "generic") and verb.tag in ("VBZ", "VBP"):  # "often attacked" happened
        return Reading("possible", kid)
    return FACT


def _is_present(annotation: Annotation, verb: Token) -> bool:
    """ "They leave", "they are freed", "have left"; not "they left", "they were freed"."""
    helpers = annotation.children(verb, "aux", "auxpass")
    first = helpers[0] if helpers else verb
    return first.tag in ("VBZ", "VBP")


def _after(annotation: Annotation, word: Token) -> Token:
    """The next word, over quotation marks: `"very nearly" killed`."""
    behind = annotation.tokens[word.i + 1 : word.i + 3]
    return next((token for token in behind if token.tag not in ("``", "''")), word)


def is_more(annotation: Annotation, word: Token) -> bool:
    """ "Not only attacked"."""
    after = annotation.tokens[word.i + 1 : word.i + 2]
    return any(token.lower in listed(annotation, "merely") for token in after)


def _modal(annotation: Annotation, verb: Token, kid: Token) -> Reading:
    word = kid.lower
    over = any(other.lemma == "have" and other.i > kid.i for other in annotation.children(verb, "aux"))
    if word in listed(annotation, "wills"):
        return Reading("planned", kid)
    if word in listed(annotation, "shoulds"):
        return Reading("possible" if over else "requested", kid)
    if word in listed(annotation, "would"):
        if verb.lemma.lower() in listed(annotation, "liking"):
            return FACT  # the wish is there
        if verb.tag == "VBN" and not over and not annotation.children(verb, "auxpass"):
            return FACT  # "he'd attacked"
        return Reading("planned" if not over and _is_told_in_past(annotation, verb) else "possible", kid)
    return Reading("possible", kid) if word in listed(annotation, "mays") else FACT


def _is_told_in_past(annotation: Annotation, verb: Token) -> bool:
    """ "Said that rebels would attack": the future of a past, unless something is supposed."""
    supposed = listed(annotation, "suppositions")
    for kid in annotation.children(verb, "advcl", "advmod"):
        if any(mark.lower in supposed for mark in (kid, *annotation.children(kid, "mark"))):
            return False
    for token in (verb, *annotation.ancestors(verb)):
        head = annotation.head(token)
        if token.dep in ("ccomp", "acl") and head.i != token.i:
            return head.tag in ("VBD", "VBN") or head.pos == "NOUN" or token.i < head.i
        if token.dep not in ("conj", "relcl", "xcomp", "acomp", "attr", "advcl"):
            return False
    return False


def _command(annotation: Annotation, verb: Token) -> Reading:
    """ "Leave the town!": a bare verb that opens a sentence or a quotation."""
    if verb.tag != "VB" or verb.pos != "VERB" or annotation.sentence(verb).role == "headline":
        return FACT
    if annotation.children(verb, *clauses.SUBJECTS, "aux", "mark") or verb.dep not in ("ROOT", "ccomp", "parataxis"):
        return FACT
    before = annotation.tokens[verb.i - 1] if verb.i else verb
    opens = before.sentence != verb.sentence or before.text in ('"', "``", "'")
    return Reading("requested", verb) if opens and not is_infinitive(annotation, verb) else FACT
