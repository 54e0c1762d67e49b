"""Which way a time expression looks, told from the verb it hangs on: back, ahead, or unknown."""

from dateline.annotated import Annotation, Token
from dateline.values import Span

BACK, OPEN, AHEAD = -1, 0, 1

_FINITE_PAST = ("VBD", "VBN")
_FINITE_PRESENT = ("VBZ", "VBP")


def direction(annotation: Annotation, span: Span) -> int:
    """BACK, AHEAD or OPEN for the words of the span."""
    tokens = annotation.tokens_in(span)
    if not tokens:
        return OPEN
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.head not in inside or token.head == token.i), tokens[0])
    return _looking(annotation, top)


def _looking(annotation: Annotation, top: Token) -> int:
    tenses = annotation.words.moments.tenses
    planning = frozenset(tenses["planning"])
    for token in annotation.ancestors(top):
        if token.lemma.lower() in planning or token.lower in planning:
            return AHEAD
        if token.pos in ("VERB", "AUX") and (way := _tense(annotation, token, tenses["future_helpers"])) is not None:
            return way
    return OPEN


def _tense(annotation: Annotation, verb: Token, future_helpers: tuple[str, ...]) -> int | None:
    """None where the verb has no tense of its own, so that its governor decides."""
    helpers = annotation.children(verb, "aux", "auxpass")
    if any(helper.lower in future_helpers for helper in helpers):
        return AHEAD
    tags = {helper.tag for helper in helpers}
    if tags & {"VBD"} or (verb.tag in _FINITE_PAST and verb.dep != "amod" and not tags & {"MD", "TO"}):
        return OPEN if tags & set(_FINITE_PRESENT) and "VBD" not in tags and _is_passive(helpers) else BACK
    if verb.tag in _FINITE_PRESENT:
        return BACK if annotation.sentence(verb).role == "headline" else OPEN
    if "TO" in tags and verb.dep == "ROOT":
        return AHEAD
    return None


def _is_passive(helpers: list[Token]) -> bool:
    """ "Is held": a present passive; "has held" is none."""
    return any(helper.dep == "auxpass" and helper.tag in _FINITE_PRESENT for helper in helpers)
