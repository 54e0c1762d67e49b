"""How likely it is that a reader would call an attribution one, by who sees it.

What the grammar and the encoder both see is right in nine of ten cases, in news of agencies too. What only the encoder
sees is right in seven (of words without a clause that hang on no word of saying, in three of news of agencies), what
only the grammar sees in five, behind a plain word of saying in eight. Within these the encoder's scores tell, and how
like the two contents are. Nothing else that was tried (the cue's form, its source, length, quotation marks, the block)
tells more. The weights are learnt by `training/speech/fit.py` on what the encoder did not learn from.
"""

from math import exp, log

from msgspec import Struct

from dateline.annotated import Claim

TOLD = 0.5
"""What is less likely is not told."""
RULED = 0.55
"""The share of what only the grammar sees that is right, where nothing is quoted."""
PLAIN = 0.75
"""The same where the cue hardly ever means anything else: "said", "according to"."""
QUOTED = 0.9
"""What a pattern's own confidence is worth where it introduces words in quotation marks that have a source."""
LEAST = 0.02
"""A score nearer to 0 or 1 counts as this near."""


class Weights(Struct, frozen=True):
    """A logistic regression over the encoder's log odds of content, cue and source, and the likeness of contents."""

    none: float
    content: float
    cue: float
    source: float
    like: float = 0.0


BOTH = Weights(none=-1.27, content=0.43, cue=0.30, source=0.24, like=1.95)
CLAIMED = Weights(none=-0.20, content=0.64, cue=0.18, source=0.08)


def of_both(claim: Claim | None, like: float) -> float:
    """The likelihood of what grammar and encoder both see, their contents being so like (0 to 1)."""
    return _likelihood(BOTH, evidence(claim, like))


def of_claim(claim: Claim) -> float:
    """The likelihood of what the encoder sees alone."""
    return _likelihood(CLAIMED, evidence(claim))


def evidence(claim: Claim | None, like: float = 0.0) -> tuple[float, float, float, float, float]:
    """What each of the weights counts; an absent source counts as nothing."""
    if claim is None:
        return 1.0, 0.0, 0.0, 0.0, like
    source = _log_odds(claim.source_score) if claim.source is not None else 0.0
    return 1.0, _log_odds(claim.score), _log_odds(claim.cue_score), source, like


def _log_odds(score: float) -> float:
    bounded = min(max(score, LEAST), 1 - LEAST)
    return log(bounded / (1 - bounded))


def _likelihood(weights: Weights, given: tuple[float, ...]) -> float:
    values = (weights.none, weights.content, weights.cue, weights.source, weights.like)
    return round(1 / (1 + exp(-sum(a * b for a, b in zip(values, given, strict=True)))), 3)
