"""Which of the identities that are known a name means, where any."""

from collections.abc import Iterable, Mapping
from math import log
from typing import Generic, NamedTuple, TypeVar

from dateline.merging.identities.forms import FULL, form_of
from dateline.merging.identities.likeness import LINE, identity_tie
from dateline.merging.identities.namesakes import gives_a_part
from dateline.merging.identities.profiles import Profile, name_of_profile
from dateline.merging.outcomes import Verdict

__all__ = ["Choice", "is_whole", "resolve"]

_CLEARLY_PERSON, _CLEARLY_BODY = 1.0, 0.5
"""By how much, in log odds, the best must be likelier than the second where a name is not whole."""
_FAME, _MOST_FAME = 0.4, 2.0

Id = TypeVar("Id", str, int)


class Choice(NamedTuple, Generic[Id]):
    """Which identity was chosen, and how likely it is."""

    identity: Id | None
    """None: it is somebody new, or nobody can tell."""
    score: float
    """Of the chosen one, else of the likeliest that was not."""
    likeliest: Id | None = None
    """The likeliest of all, chosen or not."""
    open: str | None = None
    """Why nobody can tell, in a sentence; None where it is chosen or new."""


class _Scored(NamedTuple, Generic[Id]):
    score: float
    identity: Id
    known: Profile


def is_whole(profile: Profile) -> bool:
    """Whether its name says enough to be looked for alone: a full name, any name of a body, any place."""
    return profile.kind != "person" or form_of(name_of_profile(profile), profile.kind).grade == FULL


def resolve(
    profile: Profile,
    candidates: Iterable[tuple[Id, Profile]],
    judgements: Mapping[Id, Verdict] | None = None,
    *,
    parts: bool = True,
) -> Choice[Id]:
    """The identity that a profile means: the likeliest at or above the line, for names in part the only likely one.

    `judgements` are a person's, of the profile and an identity: they win over every score. The order of the candidates
    does not matter. A whole name never means an identity of which only a surname is known: it is for the surname to
    be resolved again. Without `parts` no name in part means a whole one either, which is best left until all names
    are known.
    """
    said = judgements or {}
    scored = []
    for identity, known in candidates:
        if said.get(identity) == "same":
            return Choice(identity, 1.0, identity)
        if said.get(identity) != "different":
            scored.append(_Scored(identity_tie(profile, known).score, identity, known))
    if not scored:
        return Choice(None, 0.0)
    scored.sort(key=lambda each: (-each.score, -each.known.facts, each.identity))
    likely = [each for each in scored if each.score >= LINE and _may_mean(profile, each.known, parts)]
    if not likely:
        return Choice(None, scored[0].score, scored[0].identity)
    best = likely[0]
    rival = _rival(profile, best, likely[1:])
    if rival:
        names = sorted((name_of_profile(best.known), name_of_profile(rival)))
        reason = f"“{name_of_profile(profile)}” may be {names[0]} or {names[1]}"
        return Choice(None, best.score, best.identity, reason)
    return Choice(best.identity, best.score, best.identity)


def _may_mean(profile: Profile, known: Profile, parts: bool) -> bool:
    if not gives_a_part(profile, known):
        return True
    return parts and (profile.kind != "person" or is_whole(known) or not is_whole(profile))


def _rival(profile: Profile, best: _Scored[Id], others: Iterable[_Scored[Id]]) -> Profile | None:
    """Another that a name in part may mean as well."""
    if not gives_a_part(profile, best.known):
        return None
    clearly = _CLEARLY_PERSON if profile.kind == "person" else _CLEARLY_BODY
    near = [each.known for each in others if _odds(best) - _odds(each) < clearly]
    return next((known for known in near if identity_tie(best.known, known).score < LINE), None)


def _odds(scored: _Scored[Id]) -> float:
    """Log odds of a name in part: whoever is named more often is meant more often."""
    score = scored.score
    return log(max(score, 0.001) / max(1.0 - score, 0.001)) + min(_FAME * log(scored.known.facts), _MOST_FAME)
