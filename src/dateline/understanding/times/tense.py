"""Which way a time expression looks, told from the verb it hangs on: back, ahead, or unknown."""

from collections.abc import Sequence

from dateline.annotated import Annotation, Token
from dateline.values import Span

BACK, OPEN, AHEAD = -1, 0, 1

_FINITE_PAST = ("VBD", "VBN")
_FINITE_PRESENT = ("VBZ", "VBP")
_APPOINTED = ("VBN", "JJ", *_FINITE_PRESENT)
_TOLD_IN_PRESENT = ("headline", "caption")


def direction(annotation: Annotation, span: Span) -> int:
    """BACK, AHEAD or OPEN for the words of the span."""
    tokens = annotation.tokens_in(span)
    if not tokens or _is_possessive(annotation, tokens[-1]):
        return OPEN
    before = annotation.tokens[max(0, tokens[0].i - 1)]
    limit = before.lower in annotation.words.moments.ahead_leads
    past = limit or before.lower in annotation.words.moments.tenses["since"]
    way = _looking(annotation, top_of(tokens), perfect=BACK if past else OPEN)
    return min(way + 1, AHEAD) if limit else way  # "by Friday" lies further ahead than its verb says


def top_of(tokens: Sequence[Token]) -> Token:
    """The token by which these hang on the rest of the sentence."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head not in inside or token.head == token.i), tokens[0])


def _looking(annotation: Annotation, top: Token, perfect: int) -> int:
    """Climbs from the time to the first verb that has a tense; a plan on the way looks ahead.

    `perfect` is the way of a present perfect, which goes with no day of the past: "has called talks for 3 May".
    """
    tenses = annotation.words.moments.tenses
    below, infinitive = top, False
    for token in annotation.ancestors(top):
        if _plans(annotation, token, below, infinitive) or _moves(annotation, token, below):
            return AHEAD
        if token.pos in ("VERB", "AUX"):
            if _stands_before(annotation, top, token):
                below = token
                continue  # "decided in May to leave": the time stands with the verb that governs
            if _named_as(annotation, token, below):
                return OPEN
            if _is_appointed(annotation, token):
                return AHEAD
            way = _tense(annotation, token, tenses["future_helpers"], perfect)
            if infinitive and way == OPEN and token.lemma == "be":
                return AHEAD  # "is to meet on Friday"
            if way is not None:
                return OPEN if infinitive and way == BACK else way
            infinitive = True
        below = token
    return OPEN


def _plans(annotation: Annotation, plan: Token, below: Token, through_verb: bool) -> bool:
    """ "Is due Friday", "set for Friday", "plans to go on Friday" look ahead; "agreed on Friday" does not."""
    tenses = annotation.words.moments.tenses
    words = {plan.lemma.lower(), plan.lower}
    if not words & set(tenses["planning"]):
        return False
    carrier = annotation.head(plan) if plan.dep in ("acomp", "xcomp") else plan
    helpers = (*annotation.children(plan, "aux"), *annotation.children(carrier, "aux"))
    if any(helper.lower in tenses["past_helpers"] for helper in helpers):
        return False
    if through_verb or (below.dep == "prep" and below.lower in tenses["appointed_for"] and plan.tag != "VBD"):
        return True
    return plan.tag in _APPOINTED and bool(words & set(tenses["appointing"]))


def _stands_before(annotation: Annotation, top: Token, verb: Token) -> bool:
    """Whether the time stands between a verb and the "to" of its infinitive, but the parser hangs it on the latter."""
    governor = annotation.head(verb)
    close = 0 < top.i - governor.i <= 3
    return close and any(helper.tag == "TO" and top.i < helper.i for helper in annotation.children(verb, "aux"))


def _moves(annotation: Annotation, verb: Token, below: Token) -> bool:
    """ "Extended to 3 May", "set 3 May as the day": the new day lies ahead of the verb."""
    tenses = annotation.words.moments.tenses
    if verb.lemma in tenses["postponing"]:
        return below.dep in ("prep", "dative") and below.lower in tenses["postponed_to"]
    return verb.lemma in tenses["fixing"] and below.dep == "dobj"


def _named_as(annotation: Annotation, verb: Token, below: Token) -> bool:
    """ "Set Oct. 3 as the deadline", where the parser takes the day for the one of the setting."""
    if verb.lemma not in annotation.words.moments.tenses["fixing"] or below.dep != "npadvmod":
        return False
    return any(child.lower in annotation.words.moments.naming for child in annotation.children(verb, "prep"))


def _tense(annotation: Annotation, verb: Token, future_helpers: tuple[str, ...], perfect: int) -> int | None:
    """None where the verb has no tense of its own, so that its governor decides."""
    helpers = annotation.children(verb, "aux", "auxpass")
    if any(helper.lower in future_helpers for helper in helpers):
        return AHEAD
    tags = {helper.tag for helper in helpers}
    if tags & {"VBD"} or (verb.tag in _FINITE_PAST and verb.dep != "amod" and not tags & {"MD", "TO"}):
        if not tags & set(_FINITE_PRESENT) or "VBD" in tags:
            return BACK
        return OPEN if any(helper.dep == "auxpass" and helper.tag in _FINITE_PRESENT for helper in helpers) else perfect
    if verb.tag in _FINITE_PRESENT:
        return BACK if annotation.sentence(verb).role in _TOLD_IN_PRESENT else OPEN
    if "TO" in tags and verb.dep == "ROOT":
        return AHEAD
    return None


def _is_appointed(annotation: Annotation, verb: Token) -> bool:
    """ "Meets on Friday", "is meeting on Friday", "may meet on Friday": no past and no report of what is so already."""
    tenses = annotation.words.moments.tenses
    if annotation.sentence(verb).role in _TOLD_IN_PRESENT:
        return False
    helpers = annotation.children(verb, "aux")
    if verb.tag in _FINITE_PRESENT and not helpers:
        return verb.lemma.lower() in tenses["timetabled"]
    if verb.tag == "VBG" and any(helper.lemma == "be" and helper.tag in _FINITE_PRESENT for helper in helpers):
        return not annotation.children(verb, "auxpass")
    over = any(helper.lemma == "have" for helper in helpers)
    return not over and any(helper.lower in tenses["may_helpers"] for helper in helpers)


def _is_possessive(annotation: Annotation, last: Token) -> bool:
    """ "Friday's vote": the verb tells when something else is done."""
    after = annotation.tokens[last.i + 1 : last.i + 2]
    return bool(after) and after[0].tag == "POS"
