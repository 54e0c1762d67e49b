"""Deeds told by nouns: the words before them, the verbs whose objects they are, the nouns they hang on."""

from dateline.annotated import Annotation, Token
from dateline.understanding.factuality.clause_shapes import predicate
from dateline.understanding.factuality.governors import (
    averted,
    clause,
    content_of_noun,
    outweighed,
    unlinked,
)
from dateline.understanding.factuality.noun_words import noun_class
from dateline.understanding.factuality.reading import (
    FACT,
    Reading,
    is_case,
    is_definite,
    is_one,
    is_plea,
    listed,
    strongest,
)

_OBJECTS = ("dobj", "nsubjpass")
_ADVERBIAL = ("on", "for")
"""Behind these stands when and what for something is planned."""


def noun(annotation: Annotation, token: Token, carrier: Token | None = None) -> Reading:
    """How a deed stands that a noun tells, with the verb that carries it ("carried out an attack")."""
    before = _modifiers(annotation, token)
    if carrier is not None and _hurts(annotation, carrier) and token.dep == "pobj":
        return strongest(before, _scene(annotation, carrier, token))
    if carrier is not None:
        standing = clause(annotation, carrier)
        if token.dep in _OBJECTS and _governs(annotation, carrier, token, standing) is _HANDLED:
            return before
        return strongest(before, standing, _as_object(annotation, carrier, token))
    return outweighed(annotation, before, _above(annotation, token))


def _hurts(annotation: Annotation, verb: Token) -> bool:
    words = annotation.words.events
    return verb.lemma.lower() in words.harm or verb.lemma.lower() in words.dying


def _scene(annotation: Annotation, verb: Token, token: Token) -> Reading:
    """ "No one died in the raid": there was a raid; "may be hurt in raids" tells of none."""
    standing = clause(annotation, verb)
    return FACT if standing.status == "denied" or is_definite(annotation, token) else standing


def _modifiers(annotation: Annotation, token: Token) -> Reading:
    found = [_modifier(annotation, kid) for kid in annotation.children(token, "det", "neg", "amod", "compound")]
    head = annotation.head(token)
    if token.dep == "pobj" and not is_definite(annotation, token):
        found.append(unlinked(annotation, head))
    found += [_behind(annotation, kid) for kid in annotation.children(token, "acl")]
    return strongest(*found)


def _modifier(annotation: Annotation, kid: Token) -> Reading:
    if kid.dep in ("det", "neg"):
        return Reading("denied", kid) if kid.lower in listed(annotation, "without") else FACT
    return _adjective(annotation, kid)


def _adjective(annotation: Annotation, word: Token) -> Reading:
    """ "Planned", "possible", "alleged", "foiled", before a noun or said of it."""
    if word.lower in listed(annotation, "modifiers.undone"):
        return Reading("denied", word)
    if word.lower in listed(annotation, "modifiers.plan"):
        return Reading("planned", word)
    if word.lower in listed(annotation, "modifiers.accuse"):
        return Reading("possible", word, alleged=True)
    return Reading("possible", word) if word.lower in listed(annotation, "modifiers.doubt") else FACT


def _behind(annotation: Annotation, participle: Token) -> Reading:
    """ "The talks planned for Friday", "talks postponed"."""
    if participle.tag != "VBN":
        return FACT
    if is_one(annotation, participle, "governors.prevent") or is_one(annotation, participle, "governors.postpone"):
        return Reading("denied", participle)
    if not is_one(annotation, participle, "governors.plan"):
        return FACT
    dated = any(kid.lower in _ADVERBIAL for kid in annotation.children(participle, "prep"))
    return Reading("planned", participle) if dated else FACT


def _above(annotation: Annotation, token: Token) -> Reading:
    """A noun that is the content of a verb or of another noun: "called for talks", "plans for an attack"."""
    head = annotation.head(token)
    if head.i == token.i:
        return FACT
    if token.dep == "conj" and head.pos in ("NOUN", "PROPN"):
        return _above(annotation, head) if annotation.children(token, "det", "poss") else noun(annotation, head)
    if token.dep == "compound" and is_one(annotation, head, "nouns.compounds"):
        return noun_class(annotation, head)
    if token.dep in ("nsubj", "nsubjpass") and head.pos == "VERB" and (coming := _coming(annotation, head)):
        return clause(annotation, coming)
    if token.dep in _OBJECTS and head.pos == "VERB":
        return _as_object(annotation, head, token)
    if token.dep in ("attr", "nsubj") and head.pos == "AUX":
        return _of_being(annotation, token, head)
    return _behind_preposition(annotation, token, head) if token.dep == "pobj" else FACT


def _coming(annotation: Annotation, verb: Token) -> Token | None:
    """ "The trial is set to begin": the infinitive that tells of the noun's own coming to pass."""
    words = annotation.words.events
    for kid in annotation.children(verb, "xcomp"):
        passive = bool(annotation.children(kid, "auxpass")) and kid.lemma.lower() in words.light
        if passive or kid.lemma.lower() in words.happening:
            return kid
    return None


def _as_object(annotation: Annotation, verb: Token, token: Token) -> Reading:
    """What a verb says of its object; what it leaves alone shares its standing unless it was there before."""
    standing = clause(annotation, verb)
    own = _governs(annotation, verb, token, standing)
    if own.word is not None:
        return own if own.status == "denied" else strongest(own, standing)
    if own is not FACT or is_definite(annotation, token) or is_one(annotation, verb, "governors.react"):
        return FACT
    return standing


_HANDLED = Reading("asserted", None, True)


def _governs(annotation: Annotation, verb: Token, token: Token, standing: Reading) -> Reading:
    undone = standing.status == "denied"
    if is_one(annotation, verb, "governors.deny") or is_one(annotation, verb, "governors.prevent"):
        there = undone or is_one(annotation, token, "nouns.request") or _ends(annotation, verb, token, standing)
        return _HANDLED if there else averted(verb, standing)
    if is_one(annotation, verb, "governors.postpone"):
        return Reading("denied", verb)
    if is_one(annotation, verb, "governors.request"):
        named = is_one(annotation, verb, "governors.name") and is_definite(annotation, token)
        return _HANDLED if named else Reading("requested", verb)
    if is_one(annotation, verb, "governors.announce"):
        return _HANDLED if is_definite(annotation, token) else Reading("planned", verb)
    if is_one(annotation, verb, "governors.plan"):
        by = token.dep == "nsubjpass" and annotation.children(verb, "agent")  # "the raid was planned by X"
        return _HANDLED if by and is_definite(annotation, token) else Reading("planned", verb)
    if is_one(annotation, verb, "governors.believe") and is_definite(annotation, token):
        return _HANDLED  # "did not believe the threats"
    return Reading("possible", verb) if is_one(annotation, verb, "governors.doubt") else FACT


def _ends(annotation: Annotation, verb: Token, token: Token, standing: Reading) -> bool:
    """ "To stop the bloodshed", "may have halted the wave of raids": what is under way; "halted a raid" made none."""
    known = is_definite(annotation, token) or is_one(annotation, token, "nouns.portions")
    return known and standing.word is not None and is_one(annotation, verb, "governors.end")


def _of_being(annotation: Annotation, token: Token, be: Token) -> Reading:
    """ "There will be talks", "an attack is likely", "the talks are due on Friday"."""
    if token.dep == "attr":
        return FACT if is_definite(annotation, token) else clause(annotation, be)
    word = predicate(annotation, be)
    said = _adjective(annotation, word) if word.i != be.i else FACT
    return strongest(said, clause(annotation, be)) if said.word is not None else FACT


def _behind_preposition(annotation: Annotation, token: Token, preposition: Token) -> Reading:
    above = annotation.head(preposition)
    if above.i == preposition.i:
        return FACT
    if preposition.lower == "of" and is_case(annotation, above):
        return Reading("possible", above)
    if above.pos == "NOUN":
        if preposition.lower == "of" and is_one(annotation, above, "nouns.portions"):
            return _above(annotation, above)
        if preposition.lower not in listed(annotation, "nouns.contents"):
            return FACT
        return content_of_noun(annotation, above, None, 8)
    if is_one(annotation, above, "governors.refrain") and preposition.lower in listed(
        annotation, "governors.refrain_from"
    ):
        return averted(above, clause(annotation, above))
    if above.pos == "VERB" and preposition.lower in listed(annotation, "nouns.contents"):
        return _through_verb(annotation, token, above, preposition)
    return FACT


def _through_verb(annotation: Annotation, token: Token, verb: Token, preposition: Token) -> Reading:
    """ "Called for talks", "accused of the raid", "warned of attacks"."""
    link = preposition.lower
    if is_one(annotation, verb, "governors.accuse") and link in listed(annotation, "governors.accuse_by"):
        return Reading("possible", verb, alleged=True)
    if is_one(annotation, verb, "governors.acquit") and link in listed(annotation, "governors.accuse_by"):
        return FACT if is_definite(annotation, token) else Reading("denied", verb)
    if is_plea(annotation, verb):
        return FACT
    if is_one(annotation, verb, "guilty"):  # "if convicted of murder"
        return FACT if is_definite(annotation, token) else clause(annotation, verb)
    if is_one(annotation, verb, "governors.request"):
        return Reading("requested", verb)
    if is_one(annotation, verb, "governors.plan") and link not in listed(annotation, "through"):
        return strongest(Reading("planned", verb), clause(annotation, verb))
    if is_one(annotation, verb, "governors.warn") or is_one(annotation, verb, "governors.doubt"):
        return Reading("possible", verb)
    return FACT
