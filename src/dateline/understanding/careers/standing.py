"""Whether a clause tells of a post as a fact, and of one held, given up or to come: modality and tense."""

from msgspec import Struct

from dateline.annotated import Token
from dateline.languages.titles import State
from dateline.understanding.careers.posts import Desk
from dateline.understanding.careers.terms import Term, is_stretch
from dateline.understanding.factuality.deciding import factuality

TO_COME = "told as something to come"
UNSURE = "told as hearsay"
PAST = "told in the past tense, without a time"
PERFECT = "told in the perfect tense: it may be over"


class Standing(Struct, frozen=True, kw_only=True):
    """How a clause tells of a post: its state, what it takes off the confidence, and why."""

    state: State = "current"
    less: float = 0.0
    reason: str | None = None


REAL = Standing()
FUTURE = Standing(state="future", less=0.2, reason=TO_COME)
HEARSAY = Standing(less=0.3, reason=UNSURE)


def standing(desk: Desk, verb: Token) -> Standing | None:
    """How the clause of this verb is told; None for what is denied, doubted, wished for or asked."""
    if any(mark.lower in desk.words.like for mark in _marks(desk, verb)):
        return None
    if any(kid.lower in desk.words.nearly for kid in desk.annotation.children(verb, "advmod")):
        return None
    if is_infinitive(desk, verb):
        return _infinitive(desk, verb)
    if _is_over(desk, verb):
        return Standing(state="former")
    if _is_unreal(desk, verb) or _is_either(desk, verb):
        return None
    reading = factuality(desk.annotation, verb)
    if reading.alleged and reading.word is not None and reading.word.pos == "ADV":
        return HEARSAY
    status = reading.status
    if status == "planned":
        return FUTURE
    if status != "asserted":
        return None
    return HEARSAY if _is_hearsay(desk, verb) else REAL


def _is_hearsay(desk: Desk, verb: Token) -> bool:
    """ "Allegedly was appointed", "rumour had it that she was judge", "is alleged to be"."""
    above = [desk.annotation.head(verb)] if verb.dep in ("ccomp", "xcomp", "acl") else []
    kids = desk.annotation.children(verb, "advmod", "auxpass")
    kids += [kid for head in above for kid in desk.annotation.children(head, "nsubj", "advmod")]
    return any(word.lower in desk.words.hearsay or word.lemma.lower() in desk.words.hearsay for word in above + kids)


def doubted(seen: Standing, told: Standing) -> Standing:
    """What tense and time tell, as doubtful as the clause that tells it."""
    return Standing(state=seen.state, less=seen.less + told.less, reason=told.reason or seen.reason)


def is_denied(desk: Desk, noun: Token) -> bool:
    """ "No judge", "never judge", "neither mayor nor judge": the first of joined nouns tells for all."""
    while True:
        for kid in desk.annotation.children(noun, "det", "neg", "preconj"):
            before = kid.i < noun.i and desk.tokens[kid.i + 1].pos != "ADV"  # "not only a judge" is one
            if kid.lower in desk.words.nothings and before:
                return True
        if noun.dep != "conj" or noun.head == noun.i:
            return False
        noun = desk.annotation.head(noun)


def _marks(desk: Desk, verb: Token) -> list[Token]:
    """The words that subordinate a clause, and the one that it is joined to."""
    found = desk.annotation.children(verb, "mark")
    while verb.dep == "conj" and verb.head != verb.i:
        verb = desk.annotation.head(verb)
        found += desk.annotation.children(verb, "mark")
    return found


def is_infinitive(desk: Desk, verb: Token) -> bool:
    """ "To become", of which somebody else says whether it came to pass."""
    return any(kid.tag == "TO" for kid in desk.annotation.children(verb, "aux"))


def _infinitive(desk: Desk, verb: Token) -> Standing | None:
    head = desk.annotation.head(verb)
    if verb.dep not in ("xcomp", "advcl", "ccomp") or head.i == verb.i:
        return None
    if any(kid.dep == "neg" for kid in desk.annotation.children(verb, "neg")):
        return None
    lemma = head.lemma.lower()
    clause = desk.annotation.head(head) if head.dep == "acomp" else head  # "is not likely to"
    above = _infinitive(desk, clause) if is_infinitive(desk, clause) else standing(desk, clause)
    if above is None:
        return None
    if lemma in desk.words.achieved or "appoint" in desk.words.verbs.get(lemma, ()):
        return above
    between = desk.tokens[head.i + 1 : verb.i]  # "is to be mayor", though not "is fit to be mayor"
    told = head.pos != "AUX" or all(token.pos in ("PART", "AUX", "ADV") for token in between)
    return FUTURE if lemma in desk.words.expected and told else None


def _is_unreal(desk: Desk, verb: Token) -> bool:
    """ "Dreamt of becoming mayor", "considers naming her mayor"."""
    above = desk.annotation.head(verb)
    if verb.dep == "pcomp":
        above = desk.annotation.head(above)
    if verb.tag != "VBG" or verb.dep not in ("pcomp", "xcomp"):
        return False
    topic = verb.dep == "pcomp" and bool(_own_subject(desk, verb))  # "talk of Lund being mayor"
    return topic or above.lemma.lower() in desk.words.unreal


def _own_subject(desk: Desk, verb: Token) -> list[Token]:
    return desk.annotation.children(verb, "nsubj") or desk.annotation.children(desk.annotation.head(verb), "pobj")


def _is_either(desk: Desk, verb: Token) -> bool:
    """ "Lund or Hall will be mayor": nobody knows which."""
    subjects = desk.annotation.children(verb, "nsubj", "nsubjpass")
    return any(
        kid.lower in desk.words.choices for s in subjects for kid in desk.annotation.children(s, "cc", "preconj")
    )


def _is_over(desk: Desk, verb: Token) -> bool:
    """ "Is no longer mayor", "was not mayor any more"."""
    return any(
        kid.lower in desk.words.no_longer and _negated(desk, verb, kid)
        for kid in desk.annotation.children(verb, "advmod", "npadvmod")
    )


def _negated(desk: Desk, verb: Token, word: Token) -> bool:
    before = desk.tokens[word.i - 1].lower if word.i else ""
    return before == "no" or (before == "any" and bool(desk.annotation.children(verb, "neg")))


def holding(desk: Desk, verb: Token, term: Term) -> Standing:
    """The state of a post that a verb of being tells of ("was mayor", "has served as mayor"), by tense and time."""
    if term.until is not None or is_stretch(term.at):
        return Standing(state="former") if _tense(desk, verb) != "present" else REAL
    adverbs = {kid.lower for kid in desk.annotation.children(verb, "advmod")}
    tense = _tense(desk, verb)
    if adverbs & desk.words.still:
        return REAL
    if adverbs & desk.words.once or tense == "pluperfect":
        return Standing(state="former")
    if tense == "perfect":
        sure = term.since is not None or verb.lemma.lower() in ("be", "remain")
        return REAL if sure else Standing(less=0.15, reason=PERFECT)
    if tense == "present" or _is_shifted(desk, verb):
        return REAL
    return Standing(state="former") if term.at or term.since else Standing(state="former", less=0.1, reason=PAST)


def _tense(desk: Desk, verb: Token) -> str:
    """Of the finite verb of a clause, or of the clause above a participle."""
    auxiliaries = [kid.lower for kid in desk.annotation.children(verb, "aux")]
    if "had" in auxiliaries:
        return "pluperfect"
    if verb.tag == "VBN" and any(word in ("has", "have", "'ve", "'s") for word in auxiliaries):
        return "perfect"
    if verb.tag in ("VBG", "VBN") and verb.dep in ("advcl", "acl", "conj", "pcomp", "xcomp"):
        above = next((a for a in desk.annotation.ancestors(verb) if a.pos in ("VERB", "AUX")), None)
        return _tense(desk, above) if above is not None and verb.dep != "acl" else "present"
    return "past" if verb.tag in ("VBD", "VBN") and "is" not in auxiliaries else "present"


def _is_shifted(desk: Desk, verb: Token) -> bool:
    """ "She said she was the mayor": past for the sake of "said"."""
    above = desk.annotation.head(verb)
    return verb.dep == "ccomp" and above.tag == "VBD" and above.i < verb.i and above.lemma.lower() != "be"
