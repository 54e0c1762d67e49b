"""How likely two profiles are one person, body or place, and why."""

from math import exp
from typing import NamedTuple

from dateline.merging.identities.grounds import Ground, grounds
from dateline.merging.identities.namesakes import NEVER
from dateline.merging.identities.profiles import Profile
from dateline.merging.outcomes import Verdict

__all__ = ["LINE", "IdentityTie", "identity_reasons", "identity_tie"]

LINE = 0.5
_CERTAIN = -3.0
"""Log odds below which two are strangers for certain."""
_SENTENCES = {
    "kind": "{what} and {other} are of two kinds",
    "names differ": "“{what}” and “{other}” are two names",
    "same name": "same name: {what}",
    "like names": "“{what}” and “{other}” may be one name",
    "same country": "same country: {what}",
    "countries differ": "countries differ: {what}, {other}",
    "same sector": "same sector: {what}",
    "sectors differ": "sectors differ: {what}, {other}",
    "like posts": "posts go together: {what}; {other}",
    "posts differ": "posts differ: {what}; {other}",
    "same company": "named beside the same: {what}",
    "other company": "nobody and nothing is named beside both",
    "side by side": "“{what}” and “{other}” are told apart in one article",
    "same lands": "stories of the same country: {what}",
    "other lands": "stories of other countries",
    "years apart": "{what} years apart",
    "days apart": "{what} days apart",
    "same point": "same place on the map: {what}",
    "points differ": "two places on the map: {what}, {other}",
    "kilometres apart": "{what} km apart",
    "divisions differ": "divisions differ: {what}, {other}",
}


class IdentityTie(NamedTuple):
    """How likely two profiles are one. `different` means for certain, `unsure` that nobody knows."""

    score: float
    """0.0 to 1.0."""
    verdict: Verdict


def identity_tie(one: Profile, other: Profile) -> IdentityTie:
    """How likely two profiles are one; the same whichever comes first."""
    odds = 0.0
    for ground in grounds(one, other):
        if ground.weight == NEVER:
            return IdentityTie(0.0, "different")
        odds += ground.weight
    score = round(1 / (1 + exp(-max(-20.0, min(20.0, odds)))), 3)
    return IdentityTie(score, "same" if score >= LINE else "different" if odds < _CERTAIN else "unsure")


def identity_reasons(one: Profile, other: Profile) -> tuple[str, ...]:
    """What speaks for and against, in sentences, the strongest first."""
    found = sorted(grounds(one, other), key=lambda ground: (-abs(ground.weight), ground.about))
    return tuple(_sentence(ground) for ground in found)


def _sentence(ground: Ground) -> str:
    if ground.about == "like posts" and ground.what == ground.other:
        return f"same post: {ground.what}"
    return _SENTENCES[ground.about].format(what=ground.what, other=ground.other)
