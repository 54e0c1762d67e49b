"""How the names of two profiles go together, and how likely that alone makes the two one."""

from functools import lru_cache
from typing import NamedTuple

from dateline.merging.identities.forms import FULL, INITIALS, PART, NameForm, form_of, little_words
from dateline.merging.identities.profiles import Profile, name_of_profile
from dateline.merging.reports.report import NameKind
from dateline.names import same_name

__all__ = ["NEVER", "Namesakes", "gives_a_part", "namesakes"]

NEVER = -99.0
"""Weight of what two that are one cannot have."""
_SAME_NAME = 0.5
_PART_OF_NAME = 0.72
"""Likeness of two names of bodies below which one only gives a part of the other."""
_SLIP = 0.85
"""Likeness of two names of bodies up to which a letter makes another name."""
_SHARED = 0.9
"""Likeness of two that were both called by one whole name."""
_SHORT = 5
"""Letters up to which a letter always makes another name."""
_OFTEN = 0.25
"""Part of the most frequent name's count from which a name is no slip."""
_SLOPE = 6.0
"""What is lost where names are as unlike as can be."""


class Namesakes(NamedTuple):
    """The names by which two profiles of one kind are called."""

    kind: NameKind
    mine: str
    its: str
    a: NameForm
    b: NameForm
    likeness: float

    @property
    def common(self) -> float:
        """How many may bear the more common of the two."""
        return max(self.a.common, self.b.common)

    @property
    def part(self) -> bool:
        """Whether one gives only a part of a name, which may mean others as well."""
        if self.kind == "person":
            return min(self.a.grade, self.b.grade) < FULL
        return self.kind == "organisation" and self.likeness < _PART_OF_NAME

    @property
    def whole(self) -> bool:
        """Whether both give all of a name."""
        return self.a.grade == self.b.grade == FULL or (self.kind != "person" and self.a.plain == self.b.plain)

    @property
    def weight(self) -> float:
        """How likely the two are one before anything else is known: log odds."""
        if self.likeness < _SAME_NAME:
            return NEVER
        return self._of_people() if self.kind == "person" else self._of_bodies()

    def _of_people(self) -> float:
        grade = min(self.a.grade, self.b.grade)
        if grade == FULL:
            return 2.2 - 2.2 * self.common - _SLOPE * (1.0 - self.likeness)
        return -0.3 - 1.5 * self.common if grade == INITIALS else -0.6 - 1.2 * self.common

    def _of_bodies(self) -> float:
        """One may be called by letters or by a part of its name."""
        a, b, common = self.a, self.b, self.common
        if a.plain == b.plain:
            return 1.4 - 1.5 * common if a.grade == b.grade == PART else 2.2 - 3.0 * common
        loss = _SLOPE * (1.0 - self.likeness) / 2
        if (a.grade == PART) != (b.grade == PART):
            return _letters(*((a, b) if a.grade == PART else (b, a))) - loss
        if _are_two(a, b, self.likeness):
            return NEVER
        return -0.8 - 1.5 * min(a.common, b.common) if self.part else 2.2 - 3.0 * common - loss


def namesakes(one: Profile, other: Profile) -> Namesakes:
    """The names of two profiles of one kind, compared; of places only whether they are spelt alike."""
    mine, its = name_of_profile(one), name_of_profile(other)
    a, b = form_of(mine, one.kind), form_of(its, one.kind)
    if one.kind == "place":
        return Namesakes(one.kind, mine, its, a, b, float(a.plain == b.plain))
    likeness = 1.0 if a.plain == b.plain else _likeness(one, other, mine, its)
    if likeness >= _SAME_NAME and len(one.names) + len(other.names) > 2 and _contradicted(one, other):
        likeness = 0.0
    return Namesakes(one.kind, mine, its, a, b, likeness)


def gives_a_part(one: Profile, other: Profile) -> bool:
    """Whether the name of one is only a part of the other's, so that it may mean others as well."""
    return one.kind == other.kind and namesakes(one, other).part


def _likeness(one: Profile, other: Profile, mine: str, its: str) -> float:
    """Where the names by which they are called differ, another whole one that both were called by will do."""
    best = _alike(*sorted((mine, its)), one.kind == "person")
    if best < _SHARED:
        shared = (one.names.keys() | one.aliases.keys()) & (other.names.keys() | other.aliases.keys())
        if any(_is_whole(name, one.kind) for name in shared):
            return _SHARED
    return best


def _contradicted(one: Profile, other: Profile) -> bool:
    """Whether each is often called by a whole name that the other cannot have, though both have a shorter one."""
    known = one.names.keys() | one.aliases.keys(), other.names.keys() | other.aliases.keys()
    return any(
        mine not in known[1] and its not in known[0] and _clash(*sorted((mine, its)), one.kind)
        for mine in _often(one)
        for its in _often(other)
    )


def _often(profile: Profile) -> list[str]:
    """The names that stand for themselves: full ones of people, no letters of bodies; and none that is rare."""
    least = _OFTEN * max(profile.names.values())
    grade = FULL if profile.kind == "person" else INITIALS
    return [name for name, n in profile.names.items() if n >= least and form_of(name, profile.kind).grade >= grade]


@lru_cache(65536)
def _clash(one: str, other: str, kind: NameKind) -> bool:
    mine, its = (set(form_of(name, kind).plain.split()) for name in (one, other))
    return not (mine <= its or its <= mine) and _alike(one, other, kind == "person") < _SAME_NAME


def _is_whole(name: str, kind: NameKind) -> bool:
    grade = form_of(name, kind).grade
    return grade == FULL or (kind == "organisation" and grade == PART and len(name) > 2)


@lru_cache(131072)
def _alike(one: str, other: str, person: bool) -> float:
    return same_name(one, other, "person" if person else "organisation").score


def _letters(acronym: NameForm, name: NameForm) -> float:
    """How likely letters stand for a name of which no article says so."""
    if acronym.rows:
        return 1.8 if acronym.rows & name.rows else -1.5
    return 0.4 - acronym.common


def _are_two(a: NameForm, b: NameForm, likeness: float) -> bool:
    """Whether two like names are those of two bodies: North and South, a body and its organ, a letter of difference."""
    little, mine, its = little_words(), set(a.plain.split()), set(b.plain.split())
    more = mine ^ its
    if more & little.directions and not more & little.directed:
        return True
    if mine < its or its < mine:
        return bool(more & little.organs or (a.rows and b.rows and not a.rows & b.rows))
    return likeness <= _SLIP or (len(mine) == len(its) == 1 and min(len(a.plain), len(b.plain)) <= _SHORT)
