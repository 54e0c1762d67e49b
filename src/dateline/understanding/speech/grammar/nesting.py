"""What is said within what somebody else says: which of it a reader would call a statement of its own."""

from collections.abc import Sequence

from dateline.understanding.speech.cues import Attribution, Discourse

OWN = frozenset({"says", "denies", "confirms", "accuses", "warns", "demands", "promises"})
"""Stances of what is worth telling inside another's words: what others think or ask there is part of those words."""
SURE = 0.8
"""Confidence from which a pattern inside another's words is told."""


def told_within(
    discourse: Discourse, found: Sequence[Attribution], others: Sequence[Attribution] = ()
) -> list[Attribution]:
    """All attributions but those inside another's words that only go on with them: "she said she thinks S"."""
    outer = (*found, *others)
    return [one for one in found if not any(_holds(other, one) for other in outer) or _is_own(discourse, one)]


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether the cue of one stands in what the other says."""
    return any(span.start <= inner.cue.start and inner.cue.end <= span.end for span in outer.content)


def _is_own(discourse: Discourse, one: Attribution) -> bool:
    """Whether somebody is told to have said something: with a name or a description, or in quoted words."""
    if one.source is None or one.status != "asserted" or one.stance not in OWN:
        return False
    if any(mark.start <= one.content[0].start < mark.end for mark in discourse.quoted):
        return True
    if one.verb.tag in ("VB", "VBG") or one.confidence < SURE:
        return False
    return any(token.pos in ("NOUN", "PROPN") for token in discourse.annotation.tokens_in(one.source))
