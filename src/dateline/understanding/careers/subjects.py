"""Who a clause of a career is about: subjects that the clause names, shares with another, or leaves out."""

from dateline.annotated import Annotation, Token
from dateline.model import Fact
from dateline.understanding.careers.posts import Desk
from dateline.understanding.careers.words import career_words

SUBJECTS = ("nsubj", "nsubjpass")
DEPTH = 4
MOST = 20
"""People whom one verb may join."""


def is_passive(annotation: Annotation, verb: Token) -> bool:
    """ "Was appointed"; a participle alone ("Lund, appointed in 1994") and one joined to such a verb count."""
    if annotation.children(verb, "auxpass", "nsubjpass"):
        return True
    if _names_somebody(annotation, verb):
        return False
    if verb.tag == "VBN" and not annotation.children(verb, "aux") and verb.dep != "conj":
        return True  # "Lund, appointed judge in 1994, left", of which the parser makes a sentence
    if verb.tag not in ("VBN", "VBD") or annotation.children(verb, "nsubj", "csubj", "aux"):
        return False
    if verb.dep == "conj":
        return _is_done_to(annotation, verb) and verb.head != verb.i and is_passive(annotation, annotation.head(verb))
    if verb.dep in ("acl", "advcl") or verb.head == verb.i:
        named = annotation.name_at(annotation.tokens[min(verb.i + 1, len(annotation.tokens) - 1)]) is not None
        return verb.tag == "VBN" or not (named or annotation.children(verb, "dobj"))
    return False


def _names_somebody(annotation: Annotation, verb: Token) -> bool:
    """ "The king named Ana Lund judge", of which the parser makes a king who is named judge."""
    name = annotation.name_at(annotation.tokens[min(verb.i + 1, len(annotation.tokens) - 1)])
    if name is None or name.label != "person" or name.first != verb.i + 1:
        return False
    return any(kid.i == name.last for kid in annotation.children(verb, "oprd"))


def _is_done_to(annotation: Annotation, verb: Token) -> bool:
    """Whether a verb joined to a passive one can be passive too: "was promoted and appointed", not "and served"."""
    manners = career_words(annotation.words.language.code).verbs.get(verb.lemma.lower(), frozenset())
    return (verb.tag == "VBN" and "be" not in manners) or bool(manners & {"appoint", "nominate", "dismiss"})


def subject_of(desk: Desk, verb: Token) -> Fact | None:
    """The person who is the subject of this verb; None where it is nobody known."""
    token = _subject(desk.annotation, verb, DEPTH)
    if token is not None:
        return desk.person(token)
    return _name_before(desk, verb) or _subject_before(desk, verb)


def subjects_of(desk: Desk, verb: Token) -> list[Fact]:
    """All the people who are the subject of this verb: "Ana Lund and Karl Hall joined"."""
    first = subject_of(desk, verb)
    found = [first] if first else []
    heads = [*desk.annotation.children(verb, *SUBJECTS)]
    while heads and len(found) < MOST:
        heads = [kid for head in heads for kid in desk.annotation.children(head, "conj")]
        found += [person for head in heads if (person := desk.person(head)) and person not in found]
    return found


def _name_before(desk: Desk, verb: Token) -> Fact | None:
    """ "In 2015 Ana Lund was appointed": without a comma the parser gives the name to the preposition."""
    while verb.dep == "conj" and verb.head != verb.i:
        verb = desk.annotation.head(verb)
    first = min([verb, *desk.annotation.children(verb, "aux", "auxpass")], key=lambda token: token.i)
    name = desk.annotation.name_at(desk.tokens[first.i - 1]) if first.i else None
    if name is None or name.last != first.i or verb.dep in ("acl", "relcl"):
        return None
    taken = desk.tokens[name.last - 1].dep == "pobj" and desk.annotation.head(desk.tokens[name.last - 1]).head == verb.i
    return desk.named(name) if taken else None


def _subject(annotation: Annotation, verb: Token, depth: int) -> Token | None:
    own = annotation.children(verb, *SUBJECTS)
    if own:
        return own[0]
    # A participle between subject and verb ("Lund, nicknamed ..., was") is at times parsed as a subject clause.
    inside = [s for clause in annotation.children(verb, "csubj") for s in annotation.children(clause, "nsubj")]
    if inside:
        return inside[0]
    if not depth or verb.head == verb.i:
        return None
    return _subject_above(annotation, verb, depth)


def _subject_above(annotation: Annotation, verb: Token, depth: int) -> Token | None:
    head = annotation.head(verb)
    if verb.dep in ("acl", "relcl"):
        return None if verb.dep == "relcl" or head.pos not in ("NOUN", "PROPN", "PRON") else _acl_holder(head, verb)
    if verb.dep == "pcomp":
        head = annotation.head(head)
    if head.dep == "acomp" and verb.dep == "xcomp":
        head = annotation.head(head)  # "is likely to become"
    if head.pos not in ("VERB", "AUX") or head.i == verb.i:
        return None
    if verb.dep == "xcomp" and (objects := annotation.children(head, "dobj")):
        return objects[0]  # "helped her become mayor"
    if verb.dep in ("conj", "xcomp", "advcl", "pcomp", "dep"):
        return _subject(annotation, head, depth - 1)
    return None


def _acl_holder(head: Token, verb: Token) -> Token | None:
    """ "Lund, appointed mayor"; an infinitive says what the noun is for ("a plan to become mayor")."""
    return head if verb.tag in ("VBN", "VBG", "VBD") else None


def _subject_before(desk: Desk, verb: Token) -> Fact | None:
    """ "Appointed mayor in 1994.": a sentence without a subject goes on about that of the one before, in its block."""
    sentence = desk.annotation.sentence(verb)
    if verb.head != verb.i or verb.tag not in ("VBN", "VBD") or sentence.i == 0:
        return None
    opens = all(desk.tokens[i].pos in ("ADP", "NUM", "ADV", "PUNCT") for i in range(sentence.first, verb.i))
    before = desk.annotation.sentences[sentence.i - 1]
    if not opens or before.block != sentence.block:
        return None
    roots = [token for token in desk.annotation.tokens_of(before) if token.head == token.i]
    subjects = [s for root in roots for s in desk.annotation.children(root, *SUBJECTS)]
    return desk.person(subjects[0]) if subjects else None


def object_of(desk: Desk, verb: Token) -> Fact | None:
    """The person whom "appointed Ana Lund mayor" and "made her a colonel" are about."""
    objects = desk.annotation.children(verb, "dobj")
    small = desk.annotation.children(verb, "ccomp", "oprd", "xcomp")
    objects = objects or [s for kid in small for s in desk.annotation.children(kid, "nsubj")]
    for noun in objects:
        before = desk.tokens[noun.i - 1]
        apart = noun.dep == "dobj" and before.head == noun.i and desk.annotation.name_at(noun) is None
        # In "elected Ana Lund mayor" the parser takes the name for a part of the post.
        if apart and desk.annotation.name_at(before) and (found := desk.person(before)):
            return found
        if found := desk.person(noun):
            return found
    return _name_behind(desk, verb)


def _name_behind(desk: Desk, verb: Token) -> Fact | None:
    """ "Named Ana Lund prime minister", where the parser gives the name to the post."""
    behind = desk.tokens[verb.i + 1] if verb.i + 1 < len(desk.tokens) else verb
    name = desk.annotation.name_at(behind) if behind.sentence == verb.sentence else None
    return desk.named(name) if name is not None and desk.annotation.children(verb, "oprd") else None
