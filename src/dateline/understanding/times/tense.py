"""Which way a time expression looks, told from the verb it hangs on: back, ahead, or unknown."""

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
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.head not in inside or token.head == token.i), tokens[0])
    way = _looking(annotation, top)
    before = annotation.tokens[max(0, tokens[0].i - 1)]
    limit = before.lower in annotation.words.moments.ahead_leads
    return min(way + 1, AHEAD) if limit else way  # "by Friday" lies further ahead than its verb says


def _looking(annotation: Annotation, top: Token) -> int:
    """Climbs from the time to the first verb that has a tense; a plan on the way looks ahead."""
    tenses = annotation.words.moments.tenses
    below, infinitive = top, False
    for token in annotation.ancestors(top):
        if _plans(annotation, token, below, infinitive):
            return AHEAD
        if token.pos in ("VERB", "AUX"):
            way = _tense(annotation, token, tenses["future_helpers"])
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
    if any(helper.lower in tenses["past_helpers"] for helper in annotation.children(plan, "aux")):
        return False
    if through_verb or (below.dep == "prep" and below.lower in tenses["appointed_for"] and plan.tag != "VBD"):
        return True
    return plan.tag in _APPOINTED and bool(words & set(tenses["appointing"]))


def _tense(annotation: Annotation, verb: Token, future_helpers: tuple[str, ...]) -> int | None:
    """None where the verb has no tense of its own, so that its governor decides."""
    helpers = annotation.children(verb, "aux", "auxpass")
    if any(helper.lower in future_helpers for helper in helpers):
        return AHEAD
    tags = {helper.tag for helper in helpers}
    if tags & {"VBD"} or (verb.tag in _FINITE_PAST and verb.dep != "amod" and not tags & {"MD", "TO"}):
        return OPEN if tags & set(_FINITE_PRESENT) and "VBD" not in tags and _is_passive(helpers) else BACK
    if verb.tag in _FINITE_PRESENT:
        return BACK if annotation.sentence(verb).role in _TOLD_IN_PRESENT else OPEN
    if "TO" in tags and verb.dep == "ROOT":
        return AHEAD
    return None


def _is_passive(helpers: list[Token]) -> bool:
    """ "Is held": a present passive; "has held" is none."""
    return any(helper.dep == "auxpass" and helper.tag in _FINITE_PRESENT for helper in helpers)


def _is_possessive(annotation: Annotation, last: Token) -> bool:
    """ "Friday's vote": the verb tells when something else is done."""
    after = annotation.tokens[last.i + 1 : last.i + 2]
    return bool(after) and after[0].tag == "POS"
