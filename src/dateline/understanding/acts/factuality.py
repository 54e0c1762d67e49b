"""Whether an event is told as a fact: denied, prevented, planned, requested, alleged, doubtful, or so."""

from functools import cache
from typing import NamedTuple

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.model import Status
from dateline.understanding.acts import clauses


class Reading(NamedTuple):
    """A status, and the word that makes it; `alleged` where it is an accusation, asserted only if somebody says it."""

    status: Status = "asserted"
    word: Token | None = None
    alleged: bool = False


@cache
def _set(language: str, name: str) -> frozenset[str]:
    return frozenset(getattr(load(language).events.unreal, name))


def factuality(annotation: Annotation, token: Token, carrier: Token | None = None) -> Reading:
    """Reads the words at the trigger and above it, as far as its clause is their content."""
    start = carrier or token
    found = [_noun_marks(annotation, token)] if token.pos != "VERB" else []
    if carrier is None and token.pos != "VERB":
        found += _noun_above(annotation, token)
    else:
        found += [_nobody(annotation, start), *_climb(annotation, start)]
        if carrier is not None:
            found.append(_verb_says(annotation, carrier, None))
    if annotation.tokens[annotation.sentence(token).last - 1].text == "?":
        found.append(Reading("possible", annotation.tokens[annotation.sentence(token).last - 1]))
    readings = [reading for reading in found if reading.status != "asserted" or reading.alleged]
    order: tuple[Status, ...] = ("denied", "requested", "planned", "possible", "asserted")
    return min(readings, key=lambda reading: order.index(reading.status), default=Reading())


def is_own_side(annotation: Annotation, subjects: list[Token]) -> bool:
    """Whether a subject counts the speaker in: "we", "our forces"."""
    own = _set(annotation.words.language.code, "own_side")
    kids = [kid for token in subjects for kid in (token, *annotation.children(token, "poss"))]
    return any(kid.lower in own for kid in kids)


def _climb(annotation: Annotation, token: Token) -> list[Reading]:
    found: list[Reading] = []
    for _ in range(8):
        found.append(_own_marks(annotation, token))
        head = annotation.head(token)
        if head.i == token.i:
            break
        reading, goes_on = _from_above(annotation, token, head)
        found.append(reading)
        if not goes_on:
            break
        token = annotation.head(head) if head.pos == "ADP" else head
    return found


def _nobody(annotation: Annotation, verb: Token) -> Reading:
    """ "Nobody attacked", "no soldiers were attacked", "attacked no soldiers"; a deed that is a topic is none yet."""
    code = annotation.words.language.code
    if verb.dep == "csubj" and verb.tag == "VBG":
        return Reading("possible", verb)
    own = annotation.children(verb, *clauses.SUBJECTS, "dobj")
    for noun in own if verb.dep in ("relcl", "acl") else [*own, *clauses.surface(annotation, verb)]:
        if noun.lower in _set(code, "nobodies"):
            return Reading("denied", noun)
        for kid in annotation.children(noun, "det"):
            behind = annotation.tokens[kid.i + 1 : kid.i + 2]  # "no fewer than nine"
            if kid.lower in _set(code, "without") and not any(t.tag in ("JJR", "RBR") for t in behind):
                return Reading("denied", kid)
    return Reading()


def _own_marks(annotation: Annotation, verb: Token) -> Reading:
    code = annotation.words.language.code
    weakest = Reading()
    for kid in annotation.children(verb, "neg", "aux", "advmod", "mark", "preconj"):
        if kid.dep == "neg" or (kid.dep in ("advmod", "preconj") and kid.lower in _set(code, "without")):
            return Reading("denied", kid)
        if kid.dep in ("aux", "advmod", "mark") and (reading := _mark(code, annotation, verb, kid)).word:
            weakest = reading
    return weakest


def _mark(code: str, annotation: Annotation, verb: Token, kid: Token) -> Reading:
    word = kid.lower
    if word in _set(code, "shoulds"):
        return Reading("requested", kid)
    if word in _set(code, "wills"):
        return Reading("planned", kid)
    if word in _set(code, "would"):
        return Reading("planned" if verb.dep == "ccomp" and annotation.head(verb).tag == "VBD" else "possible", kid)
    if word in _set(code, "mays") or word in _set(code, "doubt_adverbs") or word in _set(code, "generic"):
        return Reading("possible", kid)
    if word in _set(code, "conditions"):
        return Reading("possible", kid)
    return Reading()


def _from_above(annotation: Annotation, token: Token, head: Token) -> tuple[Reading, bool]:
    """What the governing word says of the clause below it, and whether that word's own status counts too."""
    if token.dep == "conj":
        return Reading(), head.pos in ("VERB", "AUX") and not _stands_alone(annotation, token)
    if head.lemma.lower() in _set(annotation.words.language.code, "deny") and _is_undone(annotation, head):
        return Reading(), False
    if token.dep == "pcomp":
        return _verb_says(annotation, annotation.head(head), head), annotation.head(head).pos in ("VERB", "NOUN")
    if token.dep in ("acl", "relcl") and _is_infinitive(annotation, token):
        return _noun_says(annotation, head), True
    if token.dep in ("xcomp", "ccomp") and head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
        speaks = token.dep == "ccomp" and not _is_infinitive(annotation, token)
        reading = _verb_says(annotation, head, None, _is_infinitive(annotation, token))
        if speaks and reading.status in ("requested", "planned") and _is_finite(annotation, token):
            reading = Reading()
        return reading, not speaks and bool(token.dep == "xcomp" or not annotation.children(token, "nsubj"))
    if token.dep == "advcl" and _is_infinitive(annotation, token):
        return Reading("planned", annotation.children(token, "aux")[0]), False
    return Reading(), False


def _stands_alone(annotation: Annotation, verb: Token) -> bool:
    return bool(annotation.children(verb, "nsubj", "nsubjpass", "aux"))


def _is_undone(annotation: Annotation, verb: Token) -> bool:
    """ "Did not deny that", "nobody denies that"."""
    return "denied" in (_own_marks(annotation, verb).status, _nobody(annotation, verb).status)


def _is_finite(annotation: Annotation, verb: Token) -> bool:
    """ "Told them that rebels attacked" tells; "demanded that rebels leave" asks."""
    auxiliaries = [kid for kid in annotation.children(verb, "aux", "auxpass") if kid.tag != "VB"]
    return bool(auxiliaries) or verb.tag in ("VBD", "VBZ")


def _is_infinitive(annotation: Annotation, verb: Token) -> bool:
    return any(kid.tag == "TO" for kid in annotation.children(verb, "aux"))


def _verb_says(annotation: Annotation, verb: Token, preposition: Token | None, infinitive: bool = False) -> Reading:
    code, lemma = annotation.words.language.code, verb.lemma.lower()
    particles = {f"{lemma} {kid.lower}" for kid in annotation.children(verb, "prt")}
    if verb.pos == "NOUN":
        return _noun_says(annotation, verb)
    if preposition is not None and preposition.lower in _set(code, "without"):
        return Reading("denied", preposition)
    if lemma in _set(code, "deny") or lemma in _set(code, "prevent") or particles & _set(code, "prevent"):
        return Reading("denied", verb)
    if lemma in _set(code, "request"):
        return Reading("requested", verb)
    if infinitive and lemma in _set(code, "plan"):
        return Reading("planned", verb)  # "tried to", which "tried for" is not
    if lemma in _set(code, "accuse") and (preposition is None or preposition.lower in _set(code, "accuse_by")):
        return Reading("possible", verb, alleged=True)
    if lemma in _set(code, "plan") or (infinitive and verb.pos == "AUX"):
        return Reading("planned", verb)
    return Reading("possible", verb) if lemma in _set(code, "doubt") else Reading()


def _noun_says(annotation: Annotation, noun: Token) -> Reading:
    code, lemma = annotation.words.language.code, noun.lemma.lower()
    if lemma in _set(code, "request_nouns"):
        return Reading("requested", noun)
    if lemma in _set(code, "plan_nouns"):
        return Reading("planned", noun)
    if lemma in _set(code, "accuse_nouns"):
        return Reading("possible", noun, alleged=True)
    return Reading("possible", noun) if lemma in _set(code, "doubt_nouns") else Reading()


def _noun_marks(annotation: Annotation, noun: Token) -> Reading:
    without = _set(annotation.words.language.code, "without")
    for kid in annotation.children(noun, "det", "neg"):
        if kid.lower in without:
            return Reading("denied", kid)
    head = annotation.head(noun)
    return Reading("denied", head) if noun.dep == "pobj" and head.lower in without else Reading()


def _noun_above(annotation: Annotation, noun: Token) -> list[Reading]:
    """A noun that is the content of a verb or of another noun: "called for talks", "plans for an attack"."""
    head = annotation.head(noun)
    if noun.dep == "conj" and head.pos in ("NOUN", "PROPN"):
        return _noun_above(annotation, head)
    if noun.dep in ("dobj", "nsubjpass") and head.pos == "VERB":
        return [reading, *_climb(annotation, head)] if (reading := _verb_says(annotation, head, None)).word else []
    if noun.dep != "pobj" or head.lower not in _set(annotation.words.language.code, "contents"):
        return []
    above = annotation.head(head)
    reading = _noun_says(annotation, above) if above.pos == "NOUN" else Reading()
    if above.pos == "VERB" and above.i != head.i:
        reading = _verb_says(annotation, above, head)
    return [reading] if reading.word else []
