"""Who does what in a clause: subjects, agents and objects, through passives, relative clauses and control."""

from functools import cache

from dateline.annotated import Annotation, Token
from dateline.languages import load

SUBJECTS = ("nsubj", "nsubjpass")
_STEPS_UP = 6
"""How many verbs a missing subject is looked for above its own."""


@cache
def object_control(language: str) -> frozenset[str]:
    """Verbs whose object, not whose subject, does what an infinitive or gerund below them says."""
    return frozenset(load(language).events.object_control)


@cache
def _relatives(language: str) -> frozenset[str]:
    return frozenset(load(language).events.relatives)


def clause(annotation: Annotation, token: Token) -> Token:
    """The verb whose clause the token stands in (itself, for such a verb), or the root of its sentence."""
    while token.head != token.i and not is_clause(token):
        token = annotation.head(token)
    return token


def is_clause(token: Token) -> bool:
    """Whether a token heads a clause."""
    return token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass", "amod", "compound", "nmod", "prep")


def is_passive(annotation: Annotation, verb: Token) -> bool:
    """Whether the verb's subject is the one to whom it happens."""
    if verb.tag != "VBN":
        return False
    if verb.dep in ("acl", "amod") or annotation.children(verb, "auxpass", "nsubjpass", "agent"):
        return True
    if verb.dep == "advcl" and not annotation.children(verb, *SUBJECTS, "aux"):
        return True
    return verb.dep == "conj" and not annotation.children(verb, "nsubj", "aux") and _follows_passive(annotation, verb)


def _follows_passive(annotation: Annotation, verb: Token) -> bool:
    head = annotation.head(verb)
    return head.pos == "VERB" and head.i != verb.i and is_passive(annotation, head)


def together(annotation: Annotation, token: Token) -> list[Token]:
    """A noun and those joined to it by "and"."""
    found = [token]
    for kid in annotation.children(token, "conj"):
        if kid.pos not in ("VERB", "AUX"):
            found += together(annotation, kid)
    return found


def surface(annotation: Annotation, verb: Token, steps: int = _STEPS_UP) -> list[Token]:
    """The verb's grammatical subject: its own, its antecedent, or the one it takes over from the verb above it."""
    own = [s for s in annotation.children(verb, *SUBJECTS) if s.i < verb.i] or annotation.children(verb, *SUBJECTS)
    if own:
        subject = own[-1]
        if subject.lower in _relatives(annotation.words.language.code):
            return _antecedent(annotation, verb)
        return together(annotation, subject)
    if steps <= 0 or verb.head == verb.i:
        return []
    return _taken_over(annotation, verb, steps - 1)


def _antecedent(annotation: Annotation, verb: Token) -> list[Token]:
    while verb.dep == "conj":
        verb = annotation.head(verb)
    head = annotation.head(verb)
    return [head] if verb.dep in ("relcl", "acl") and head.pos in ("NOUN", "PROPN", "PRON", "NUM") else []


def _taken_over(annotation: Annotation, verb: Token, steps: int) -> list[Token]:
    head = annotation.head(verb)
    if verb.dep == "amod":
        return [head]
    if verb.dep in ("acl", "relcl"):
        infinitive = any(aux.tag == "TO" for aux in annotation.children(verb, "aux"))
        return controller_of_noun(annotation, head, steps) if infinitive else [head]
    if verb.dep == "pcomp":
        return _through_preposition(annotation, head, steps)
    if head.pos == "ADJ" and verb.dep in ("xcomp", "ccomp"):
        return surface(annotation, annotation.head(head), steps) if annotation.head(head).pos in ("VERB", "AUX") else []
    if head.pos in ("VERB", "AUX") and verb.dep in ("conj", "advcl", "dep"):
        return surface(annotation, head, steps)
    if head.pos in ("VERB", "AUX") and verb.dep in ("xcomp", "ccomp") and verb.tag in ("VB", "VBG", "VBN"):
        return controller(annotation, head, steps)
    return []


def controller(annotation: Annotation, verb: Token, steps: int = _STEPS_UP) -> list[Token]:
    """Who is to do what stands below this verb: "accused X of", "urged X to", else its subject."""
    if verb.lemma in object_control(annotation.words.language.code) and not is_passive(annotation, verb):
        objects = annotation.children(verb, "dobj", "dative")
        if objects:
            return together(annotation, objects[0])
    return surface(annotation, verb, steps)


def controller_of_noun(annotation: Annotation, noun: Token, steps: int = _STEPS_UP) -> list[Token]:
    """Who is to do what stands below this noun: "their mission to", "took part in", "on charges of"."""
    owners = annotation.children(noun, "poss")
    if owners:
        return together(annotation, owners[0])
    head = annotation.head(noun)
    if noun.lemma.lower() in annotation.words.factuality.nouns.accuse:
        return _accused(annotation, annotation.head(head)) if noun.dep == "pobj" else []
    if steps <= 0 or head.i == noun.i:
        return []
    if noun.dep == "dobj" and head.pos == "VERB":
        return controller(annotation, head, steps - 1) if not is_passive(annotation, head) else []
    if noun.dep == "nsubjpass":
        return agents(annotation, head)
    if noun.dep == "pobj":
        return _through_preposition(annotation, head, steps - 1)
    return []


def _accused(annotation: Annotation, verb: Token) -> list[Token]:
    """ "opened a case against X on charges of", "held X on charges of": X, never who opened or held."""
    objects = annotation.children(verb, "dobj", "nsubjpass")
    against = [
        noun for holder in (verb, *objects) for noun in after(annotation, holder, *annotation.words.events.against)
    ]
    return against or [noun for held in objects for noun in together(annotation, held)]


def _through_preposition(annotation: Annotation, preposition: Token, steps: int) -> list[Token]:
    above = annotation.head(preposition)
    if above.pos in ("VERB", "AUX") and above.i != preposition.i:
        return controller(annotation, above, steps)
    if above.pos == "NOUN" and above.i != preposition.i:
        return controller_of_noun(annotation, above, steps)
    return []


def agents(annotation: Annotation, verb: Token) -> list[Token]:
    """The "by" of a passive, also where the parser hung it on a noun after the verb."""
    for by in annotation.children(verb, "agent"):
        for noun in annotation.children(by, "pobj"):
            return together(annotation, noun)
    return []


def stray_agents(annotation: Annotation, verb: Token) -> list[Token]:
    """A "by" after a passive verb that hangs on a noun of its clause: "removed from the job by the president"."""
    for preposition in annotation.children(verb, "prep"):
        for noun in annotation.children(preposition, "pobj"):
            for by in annotation.children(noun, "prep", "agent"):
                if by.lower in annotation.words.events.by and by.i > verb.i:
                    return [t for p in annotation.children(by, "pobj") for t in together(annotation, p)]
    return []


def objects(annotation: Annotation, verb: Token) -> list[Token]:
    """The direct objects; in a relative clause without one, the noun before it ("the man police arrested")."""
    found: list[Token] = []
    relatives = _relatives(annotation.words.language.code)
    for kid in annotation.children(verb, "dobj", "dative"):
        if kid.pos != "ADP":
            found += _antecedent(annotation, verb) if kid.lower in relatives else together(annotation, kid)
    if not found and verb.dep == "relcl" and not annotation.children(verb, "xcomp", "ccomp"):
        subjects = annotation.children(verb, "nsubj")
        if subjects and subjects[0].lower not in relatives:
            return _antecedent(annotation, verb)
    return found


def after(annotation: Annotation, token: Token, *prepositions: str) -> list[Token]:
    """What stands behind one of these prepositions that hang on the token."""
    found: list[Token] = []
    for kid in annotation.children(token, "prep", "agent", "dative", "prt"):
        if kid.lower in prepositions:
            for noun in annotation.children(kid, "pobj"):
                found += together(annotation, noun)
    return found
