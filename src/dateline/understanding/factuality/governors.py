"""What the words above a clause say of it: verbs, adjectives, nouns and conjunctions that govern its content."""

from dateline.annotated import Annotation, Token
from dateline.understanding.factuality.clause_shapes import (
    is_excess,
    is_expletive,
    is_perfect,
    is_question,
    is_that_clause,
    leaves_open,
    partner_of,
    planned,
    predicate,
    stands_apart,
)
from dateline.understanding.factuality.marks import is_more, marks, supposed
from dateline.understanding.factuality.noun_words import is_false, is_in_charge, is_ranked, is_undone, noun_class
from dateline.understanding.factuality.reading import (
    FACT,
    Reading,
    is_finite,
    is_infinitive,
    is_one,
    is_plea,
    listed,
    strongest,
)

_DEPTH = 8
"""So many governing words above a clause are asked."""
_LOOSE = ("planned", "requested", "possible")
"""What spreads from a main clause to the clauses of time and manner beside it; what is denied does not."""
_ACTS = ("VERB", "AUX")


def clause(annotation: Annotation, verb: Token, depth: int = _DEPTH) -> Reading:
    """How a verb's clause stands: by its own marks, and by what is above it."""
    own, above = marks(annotation, verb), _above(annotation, verb, depth) if depth else FACT
    if above.word is not None and above.word.text == "?":
        return above  # "did they not?"
    return outweighed(annotation, own, above)


def outweighed(annotation: Annotation, own: Reading, above: Reading) -> Reading:
    """The stronger of the two; but what is only feared or rumoured to be to come is so: "fears that they will"."""
    if above.word is None or (above.status, own.status) != ("possible", "planned"):
        return strongest(own, above)
    doubted = is_one(annotation, above.word, "governors.doubt") or is_one(annotation, above.word, "nouns.doubt")
    return above if doubted else strongest(own, above)


def said_of(annotation: Annotation, word: Token) -> Reading:
    """How what an adjective tells stands: "are dead", "are feared dead"."""
    above = annotation.head(word)
    if above.pos == "AUX":
        return clause(annotation, above)
    return content(annotation, above, word, None, _DEPTH) if above.pos == "VERB" else FACT


def _above(annotation: Annotation, verb: Token, depth: int) -> Reading:
    head = annotation.head(verb)
    if is_question(annotation, verb):
        return Reading("possible", annotation.tokens[annotation.sentence(verb).last - 1])
    if head.i == verb.i:
        return planned(annotation, verb) if is_infinitive(annotation, verb) else FACT
    match verb.dep:
        case "conj":
            return _joined(annotation, verb, head, depth)
        case "prep" if head.pos != "ADP":
            return FACT  # "fled following the raid"
        case "pcomp" | "prep":
            return _behind_preposition(annotation, verb, head, depth)
        case "acl":
            return content_of_noun(annotation, head, verb, depth)
        case "relcl" if is_infinitive(annotation, verb) or is_that_clause(annotation, verb):
            return content_of_noun(annotation, head, verb, depth)
        case "acomp" | "attr" | "oprd" if head.pos in _ACTS:
            return clause(annotation, head, depth - 1)
        case "xcomp" | "ccomp" if not stands_apart(annotation, verb, head):
            return content(annotation, head, verb, None, depth)
        case "advcl":
            return _beside(annotation, verb, head, depth)
    return FACT


def _joined(annotation: Annotation, verb: Token, head: Token, depth: int) -> Reading:
    """ "Will come and attack"; of one with a subject or tense of its own only what governs both counts."""
    if head.pos not in _ACTS:
        return FACT
    if (partner := partner_of(annotation, verb, head)).i != head.i:
        return (
            clause(annotation, partner, depth - 1)
            if partner.dep == "xcomp"
            else _joined(annotation, verb, partner, depth)
        )
    alone = bool(annotation.children(verb, "nsubj", "nsubjpass", "aux"))
    if not alone and head.tag == "VBN" and any(kid.tag == "MD" for kid in annotation.children(head, "aux")):
        return clause(annotation, head, depth - 1)  # "would have come and attacked"
    links = [kid.lower for kid in annotation.children(head, "cc") if head.i < kid.i < verb.i]
    either = any(link in listed(annotation, "either") for link in links)  # "never attacked or robbed"
    if alone or (verb.tag in ("VBD", "VBZ") and not either):
        return strongest(supposed(annotation, head), _above(annotation, head, depth - 1) if depth > 1 else FACT)
    return clause(annotation, head, depth - 1)


def _behind_preposition(annotation: Annotation, verb: Token, preposition: Token, depth: int) -> Reading:
    above = annotation.head(preposition)
    if (reading := unlinked(annotation, preposition)).word is not None:
        return reading
    before = annotation.tokens[preposition.i - 1] if preposition.i else preposition
    if before.lower in listed(annotation, "instead"):
        return Reading("denied", before)
    if above.i == preposition.i:
        return FACT
    return content(annotation, above, verb, preposition, depth)


def unlinked(annotation: Annotation, preposition: Token) -> Reading:
    """ "Without attacking", "not by attacking"; "not only by attacking" denies nothing."""
    if preposition.lower in listed(annotation, "without"):
        return Reading("denied", preposition)
    nots = [kid for kid in annotation.children(preposition, "neg") if not is_more(annotation, kid)]
    return Reading("denied", nots[0]) if nots else FACT


def _beside(annotation: Annotation, verb: Token, head: Token, depth: int) -> Reading:
    """Purposes are still to come; clauses of time and manner come to pass with their main clause."""
    found = [kid.lower for kid in annotation.children(verb, "mark", "advmod")]
    helpers = [kid.lower for kid in annotation.children(verb, "aux")]
    if any(mark in listed(annotation, "before") for mark in found) and listed(annotation, "mays") & set(helpers):
        return Reading("denied", annotation.children(verb, "aux")[0])  # "before it could explode"
    if is_infinitive(annotation, verb):
        return _purpose(annotation, verb, head, depth)
    timed = any(mark in listed(annotation, "times") for mark in found) and not helpers
    manner = not found and (verb.tag == "VBG" or (verb.tag == "VBN" and is_one(annotation, head, "becoming")))
    if not (timed or manner) or head.pos not in _ACTS:
        return FACT
    main = clause(annotation, head, depth - 1)
    if manner and main.status == "denied" and depth > 1 and _above(annotation, head, depth - 1).status == "denied":
        return main  # "denied that soldiers opened fire, killing four"
    past = timed and any(word.tag == "VBD" for word in (verb, *annotation.children(verb, "auxpass")))
    ahead = not past or (main.word is not None and main.word.lower in listed(annotation, "would"))
    return main if main.status in _LOOSE and ahead else FACT


def _purpose(annotation: Annotation, verb: Token, head: Token, depth: int) -> Reading:
    if head.pos in _ACTS and is_one(annotation, verb, "enacted"):
        return clause(annotation, head, depth - 1)
    return FACT if is_one(annotation, head, "governors.result") else planned(annotation, verb)


def content(annotation: Annotation, head: Token, verb: Token, preposition: Token | None, depth: int) -> Reading:
    """What a word says of the clause below it, behind a preposition or not."""
    if head.pos == "NOUN" or (head.pos == "PROPN" and preposition is not None):
        return content_of_noun(annotation, head, verb, depth)
    word = predicate(annotation, head, verb) if head.pos == "AUX" else head
    if word.i == head.i and head.pos == "AUX":
        return _to_be(annotation, head, verb, depth)
    if word.pos == "NOUN":
        return content_of_noun(annotation, word, verb, depth)
    infinitive = is_infinitive(annotation, verb)
    quoted = verb.tag == "VBP" and verb.i < word.i  # "'We condemn it,' he told them"
    told = not infinitive and (quoted or is_finite(annotation, verb))
    standing = clause(annotation, head, depth - 1)
    return _says(annotation, word, verb, preposition, infinitive, told, standing)


def _says(
    annotation: Annotation,
    word: Token,
    verb: Token,
    preposition: Token | None,
    infinitive: bool,
    told: bool,
    standing: Reading,
) -> Reading:
    undone = standing.status == "denied"
    if is_plea(annotation, word) or is_one(annotation, word, "guilty"):
        return standing  # "pleaded guilty to killing", "not guilty of killing"
    if is_one(annotation, word, "governors.acquit") and preposition is not None:
        return FACT if undone else Reading("denied", word)
    if _denies(annotation, word, verb, told):
        if undone and told and leaves_open(annotation, word):
            return Reading("possible", word)
        there = undone or (standing.word is not None and _ends(annotation, word, preposition, infinitive))
        return FACT if there else averted(word, standing)
    if is_one(annotation, word, "governors.unable") or (infinitive and is_excess(annotation, word)):
        return Reading("denied", word)
    if is_one(annotation, word, "governors.accuse") and _is_charged(annotation, word, preposition, told):
        return Reading("possible", word, alleged=True)
    if is_one(annotation, word, "governors.warn"):
        return FACT if verb.tag == "VBD" or (told and is_perfect(annotation, verb)) else _warns(infinitive, word)
    if is_one(annotation, word, "governors.doubt"):
        denied = undone and is_one(annotation, word, "governors.believe")
        return Reading("denied", standing.word) if denied else Reading("possible", word)
    if not told and is_one(annotation, word, "governors.request"):
        return strongest(Reading("requested", word), standing)
    if infinitive and is_one(annotation, word, "liking") and is_one(annotation, verb, "enacted"):
        return standing  # "would like to thank"
    vain = [kid for kid in annotation.children(word, "advmod") if kid.lower in listed(annotation, "vainly")]
    if vain and infinitive:
        return Reading("denied", vain[0])
    plans = is_one(annotation, word, "governors.plan") or is_one(annotation, word, "governors.announce")
    if (plans and not told) or (infinitive and is_one(annotation, word, "governors.plan_to")):
        if undone and is_one(annotation, word, "governors.merit"):
            return FACT  # "did not deserve to die"
        apart = undone and annotation.children(verb, "nsubj", "nsubjpass")  # "did not want anyone to leave"
        return Reading("possible", word) if apart else strongest(Reading("planned", word), standing)
    if infinitive and is_one(annotation, word, "obliged"):
        return _obliged(annotation, word, standing)
    if told or (preposition is not None and preposition.lower not in listed(annotation, "through")):
        return standing if standing.word is not None and standing.word.text == "?" else FACT
    if infinitive and word.pos == "ADJ" and is_expletive(annotation, annotation.head(word)):
        return strongest(Reading("planned", word), standing)  # "it is necessary to leave"
    return standing


def _denies(annotation: Annotation, word: Token, verb: Token, told: bool) -> bool:
    if is_one(annotation, word, "governors.deny"):
        return True
    if is_one(annotation, word, "governors.prevent"):
        return not told or verb.i > word.i  # "we asked for talks, but they refuse"
    return told and is_one(annotation, word, "governors.disclaim")


def _ends(annotation: Annotation, word: Token, preposition: Token | None, infinitive: bool) -> bool:
    """ "Urged them to stop shelling the town", which is shelled; "to stop them from shelling it" is another thing."""
    alone = preposition is None and not infinitive and not annotation.children(word, "dobj", "nsubjpass")
    return alone and is_one(annotation, word, "governors.end")


def averted(word: Token, standing: Reading) -> Reading:
    """What a word makes undone, or may make so: "may have prevented a raid"."""
    return Reading("possible" if standing.status == "possible" else "denied", word)


def _is_charged(annotation: Annotation, word: Token, preposition: Token | None, told: bool) -> bool:
    if preposition is not None:
        return preposition.lower in listed(annotation, "governors.accuse_by")
    return told and word.lemma.lower() not in listed(annotation, "governors.doubt")


def _warns(infinitive: bool, word: Token) -> Reading:
    return Reading("requested" if infinitive else "possible", word)


def _obliged(annotation: Annotation, word: Token, standing: Reading) -> Reading:
    """ "Had to leave" happened, and so did "has had to"; "has to" is asked for, "has yet to" is not so."""
    yet = [kid for kid in annotation.children(word, "advmod") if kid.lower in listed(annotation, "yet")]
    if yet:
        return Reading("denied", yet[0])
    return standing if word.tag in ("VBD", "VBN") or standing.word is not None else Reading("requested", word)


def _to_be(annotation: Annotation, be: Token, verb: Token, depth: int) -> Reading:
    """ "Is to leave", "has yet to leave"."""
    standing = clause(annotation, be, depth - 1)
    if not is_infinitive(annotation, verb):
        return standing if verb.dep == "xcomp" else FACT
    if any(kid.lower in listed(annotation, "yet") for kid in annotation.children(be, "advmod")):
        return Reading("denied", be)
    return strongest(Reading("planned", be), standing)


def content_of_noun(annotation: Annotation, noun: Token, verb: Token | None, depth: int) -> Reading:
    """What a noun says of the clause below it, or of the noun behind its preposition: "a plan to", "fears of"."""
    if is_one(annotation, noun, "nouns.claim") and _is_disclaimed(annotation, noun, depth):
        return Reading("denied", annotation.head(noun))
    if is_one(annotation, noun, "nouns.claim") and (false := is_false(annotation, noun)):
        return Reading("denied", false)
    if verb is not None and verb.dep == "acl" and verb.tag in ("VBN", "VBG") and not annotation.children(verb, "aux"):
        return FACT  # "the plan announced", "demand enjoyed by"
    own = noun_class(annotation, noun)
    if is_in_charge(annotation, noun) or (verb is None and is_one(annotation, noun, "nouns.unwilling")):
        return FACT  # "the failure of the talks"
    if own.status == "planned" and (undone := is_undone(annotation, noun)).word:
        return undone
    if own.word is None and is_one(annotation, noun, "nouns.proof") and is_lacking(annotation, noun, depth):
        return Reading("possible", noun)
    if own.word is not None or verb is None or not is_infinitive(annotation, verb):
        return own
    if any(kid.lower in listed(annotation, "without") for kid in annotation.children(noun, "det")):
        return Reading("denied", noun)  # "has no reason to"
    if is_ranked(annotation, noun):
        above = annotation.head(noun)
        return clause(annotation, above, depth - 1) if above.pos in _ACTS and above.i != noun.i else FACT
    return planned(annotation, verb)


def _is_disclaimed(annotation: Annotation, noun: Token, depth: int) -> bool:
    """ "Rejected claims that", "dismissed reports of"."""
    verb = annotation.head(noun)
    if noun.dep not in ("dobj", "nsubjpass") or verb.pos != "VERB":
        return False
    denies = is_one(annotation, verb, "governors.deny") or is_one(annotation, verb, "governors.disclaim")
    return denies and clause(annotation, verb, depth - 1).status != "denied"


def is_lacking(annotation: Annotation, noun: Token, depth: int = _DEPTH) -> bool:
    """ "No evidence", "did not find evidence"."""
    if any(kid.lower in listed(annotation, "without") for kid in annotation.children(noun, "det")):
        return True
    verb = annotation.head(noun)
    return (
        verb.pos in _ACTS and verb.i != noun.i and depth > 0 and clause(annotation, verb, depth - 1).status == "denied"
    )
