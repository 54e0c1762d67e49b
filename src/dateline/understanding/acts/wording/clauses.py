"""Who does what in a clause: subjects, agents and objects, through passives, relative clauses and control."""

from functools import cache

from dateline.annotated import Annotation, Token
from dateline.languages import load

SUBJECTS = ("nsubj", "nsubjpass")
_STEPS_UP = 6
"""How many verbs a missing subject is looked for above its own."""
_NEAR = 2
"""Tokens between two participles that are joined: "shot and killed"."""


@cache
def object_control(language: str) -> frozenset[str]:
    """Verbs whose object, not whose subject, does what an infinitive or gerund below them says."""
    return frozenset(load(language).events.object_control)


@cache
def _needing_object(language: str) -> frozenset[str]:
    return frozenset(load(language).events.needing_object)


@cache
def counting(language: str) -> frozenset[str]:
    """Nouns that only count others: "thousands of tourists"."""
    return frozenset(load(language).events.counting)


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
    if _lacks_object(annotation, verb) or _shares_agent(annotation, verb):
        return True
    if verb.tag != "VBN":
        return False
    if verb.dep in ("acl", "amod") or annotation.children(verb, "auxpass", "nsubjpass", "agent"):
        return True
    if verb.dep == "advcl" and not annotation.children(verb, *SUBJECTS, "aux"):
        return True
    return verb.dep == "conj" and not annotation.children(verb, "nsubj", "aux") and _follows_passive(annotation, verb)


def _shares_agent(annotation: Annotation, verb: Token) -> bool:
    """ "Nine people shot and killed by police": the parser takes the first of two participles for the past tense."""
    if verb.tag not in ("VBD", "VBN") or annotation.children(verb, "dobj", "aux"):
        return False
    joined = [kid for kid in annotation.children(verb, "conj") if kid.tag == "VBN" and kid.i - verb.i <= _NEAR]
    return any(annotation.children(kid, "agent") and not annotation.children(kid, *SUBJECTS) for kid in joined)


def _lacks_object(annotation: Annotation, verb: Token) -> bool:
    """Whether a verb that always has an object stands without one: "two people killed in Oslo"."""
    if verb.tag not in ("VBN", "VBD") or not (_needs_object(annotation, verb) or _is_unaimed(annotation, verb)):
        return False
    if verb.dep == "relcl" and annotation.children(verb, "nsubj"):
        return False  # "the man police arrested"
    if _up_to(annotation, verb) or any(
        aux.lemma.lower() in annotation.words.events.perfect for aux in annotation.children(verb, "aux")
    ):
        return False
    joined = [verb, *(kid for kid in annotation.children(verb, "conj") if kid.pos == "VERB")]
    return not any(annotation.children(each, "dobj", "ccomp", "xcomp") for each in joined)


def _needs_object(annotation: Annotation, verb: Token) -> bool:
    return verb.lemma.lower() in _needing_object(annotation.words.language.code)


def _is_unaimed(annotation: Annotation, verb: Token) -> bool:
    """ "Two men shot in Oslo": of several, and nothing says at what they shot."""
    words = annotation.words.events
    subjects = annotation.children(verb, "nsubj")
    if verb.lemma.lower() not in words.needing_aim or not subjects:
        return False
    return not any(kid.lower in words.shot_at for kid in annotation.children(verb, "prep", "prt", "advmod"))


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
        heading = head.head == head.i and head.pos == "PROPN"  # "Norway to send troops", as headlines have it
        return controller_of_noun(annotation, head, steps) if infinitive and not heading else [head]
    if verb.dep == "pcomp":
        return _through_preposition(annotation, head, steps)
    if head.pos == "ADJ" and verb.dep in ("xcomp", "ccomp"):
        return surface(annotation, annotation.head(head), steps) if annotation.head(head).pos in ("VERB", "AUX") else []
    if head.pos in ("VERB", "AUX") and verb.dep in ("conj", "advcl", "dep"):
        return (
            _came_of(annotation, verb, head, steps)
            if _is_result(annotation, verb)
            else surface(annotation, head, steps)
        )
    if head.pos in ("VERB", "AUX") and verb.dep in ("xcomp", "ccomp") and verb.tag in ("VB", "VBG", "VBN"):
        return controller(annotation, head, steps)
    return []


def _is_result(annotation: Annotation, verb: Token) -> bool:
    """ "..., killing two": a participle that tells what came of a deed."""
    harm = annotation.words.events.harm
    return verb.dep == "advcl" and verb.tag == "VBG" and verb.lemma.lower() in harm and verb.head < verb.i


def _came_of(annotation: Annotation, verb: Token, head: Token, steps: int) -> list[Token]:
    """Who did what harm came of: the agent of a passive; of "hunt a man who fired at a bus, killing two" the man."""
    inside = [t for t in annotation.tokens[head.i + 1 : verb.i] if t.pos == "VERB" and t.dep in ("relcl", "ccomp")]
    if inside:
        head = inside[-1]
    return agents(annotation, head) if is_passive(annotation, head) else surface(annotation, head, steps)


def controller(annotation: Annotation, verb: Token, steps: int = _STEPS_UP) -> list[Token]:
    """Who is to do what stands below this verb: "accused X of", "urged X to", else its subject."""
    if verb.lemma in object_control(annotation.words.language.code) and not is_passive(annotation, verb):
        asked = after(annotation, verb, *annotation.words.events.toward)  # "called on X to"
        objects = annotation.children(verb, "dobj", "dative") or [t for t in asked if t.entity not in ("DATE", "TIME")]
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
        if above.lemma.lower() in annotation.words.events.harm and is_passive(annotation, above):
            return agents(annotation, above)  # "two people were killed in shelling": they did not shell
        own = preposition.lower in annotation.words.events.own_deeds
        return surface(annotation, above, steps) if own else controller(annotation, above, steps)
    if above.pos == "NOUN" and above.i != preposition.i:
        return controller_of_noun(annotation, above, steps)
    return []


def agents(annotation: Annotation, verb: Token) -> list[Token]:
    """The "by" of a passive, also where the parser hung it on a noun after the verb."""
    for by in annotation.children(verb, "agent"):
        for noun in annotation.children(by, "pobj"):
            return together(annotation, noun)
    return []


def is_brought_about(annotation: Annotation, preposition: Token, verb: Token) -> bool:
    """Whether a preposition brings what a passive's subject suffered from: "destroyed by fire", "hurt in an attack"."""
    events = annotation.words.events
    tied = preposition.lower in (*events.by, *events.engaged) and verb.lemma.lower() in events.happening
    return tied and is_passive(annotation, verb)


def shared_agents(annotation: Annotation, verb: Token) -> list[Token]:
    """The "by" of a passive, or of one that is joined to it: "was struck and killed by a lorry"."""
    if own := agents(annotation, verb):
        return own
    joined = (kid for kid in annotation.children(verb, "conj") if kid.pos == "VERB" and is_passive(annotation, kid))
    return [doer for kid in joined for doer in agents(annotation, kid)]


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
    if not found:
        found = _up_to(annotation, verb) or _named_object(annotation, verb)
    there = any(kid.lower in annotation.words.events.relative_adverbs for kid in annotation.children(verb, "advmod"))
    if not found and verb.dep == "relcl" and not there and not annotation.children(verb, "xcomp", "ccomp"):
        subjects = annotation.children(verb, "nsubj")
        if subjects and subjects[0].lower not in relatives:
            return _antecedent(annotation, verb)
    return found


def _named_object(annotation: Annotation, verb: Token) -> list[Token]:
    """ "Called Prime Minister Jones": the parser takes a name with a title for what somebody is called."""
    if annotation.children(verb, "nsubjpass", "auxpass"):
        return []
    names = [kid for kid in annotation.children(verb, "oprd") if kid.pos == "PROPN" and kid.i > verb.i]
    return [noun for name in names for noun in together(annotation, name)]


def _up_to(annotation: Annotation, verb: Token) -> list[Token]:
    """ "Kidnapped up to 16 tourists": the parser takes "up to" for a particle and a preposition."""
    for up in annotation.children(verb, "prt"):
        for to in [*annotation.children(up, "prep"), *annotation.children(verb, "prep")]:
            for noun in annotation.children(to, "pobj"):
                if to.i == up.i + 1 and annotation.children(noun, "nummod"):
                    return together(annotation, noun)
    return []


def after(annotation: Annotation, token: Token, *prepositions: str) -> list[Token]:
    """What stands behind one of these prepositions that hang on the token."""
    found: list[Token] = []
    for kid in annotation.children(token, "prep", "agent", "dative", "prt"):
        if kid.lower in prepositions:
            for noun in annotation.children(kid, "pobj"):
                found += together(annotation, noun)
    return found
