"""Identities as they come together, fact after fact: those that are known, and where they are found."""

from collections.abc import Iterable, Iterator

from dateline.merging.identities.forms import FULL, form_of
from dateline.merging.identities.keys import asked_of, keys_of
from dateline.merging.identities.likeness import LINE, identity_tie
from dateline.merging.identities.namesakes import gives_a_part
from dateline.merging.identities.profiles import Profile, joined
from dateline.merging.identities.resolving import Choice, is_whole, resolve

__all__ = ["Gathering"]

_MOST = 48
"""Identities that are looked at for one name, the earliest; a surname of more people tells nothing."""
_UNSURE = 0.2
_SURE, _RARE = 0.9, 0.3
"""From which likelihood on, and up to how common a name, the same name and codes are met again without comparing."""
_ROUNDS = 3


class Gathering:
    """Identities by number. A number stands for an identity until it has joined another one: see `root`."""

    def __init__(self) -> None:
        self._profiles: list[Profile | None] = []
        self._parents: list[int] = []
        self._index: dict[int, list[int]] = {}
        self._sure: dict[tuple[str, ...], tuple[int, float]] = {}

    def add(self, profile: Profile) -> tuple[int, float]:
        """The number of the identity that a profile means, known or new, and how likely it is."""
        sign = _sign(profile)
        if sign in self._sure:
            number, score = self._sure[sign]
            self._grow(self.root(number), profile)
            return number, score
        chosen = resolve(profile, self._candidates(profile), parts=False)
        if chosen.identity is None:
            return self._new(profile), 1.0
        if sign and chosen.score >= _SURE:
            self._sure[sign] = chosen.identity, chosen.score
        self._grow(chosen.identity, profile)
        return chosen.identity, chosen.score

    def profile(self, number: int) -> Profile:
        """What is known of an identity."""
        known = self._profiles[self.root(number)]
        assert known is not None
        return known

    def root(self, number: int) -> int:
        """The number that an identity has now."""
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def numbers(self) -> list[int]:
        """The identities that there are, in order."""
        return [number for number, profile in enumerate(self._profiles) if profile is not None]

    def choice(self, number: int) -> Choice[int]:
        """Which other identity one would be, were it new."""
        profile = self.profile(number)
        return resolve(profile, self._candidates(profile, number))

    def likely(self, number: int) -> Iterator[tuple[int, float]]:
        """Others of which nobody can tell whether they are the same."""
        profile = self.profile(number)
        for other, known in self._candidates(profile, number):
            tie = identity_tie(profile, known)
            if tie.verdict != "different" and tie.score >= _UNSURE:
                yield other, tie.score

    def settle(self) -> None:
        """Joins identities that have become alike, whole names first, so that the order of arrival matters little."""
        numbers = self.numbers()
        for _ in range(_ROUNDS):
            changed = self._join_whole(numbers) | self._join_parts(numbers)
            numbers = sorted({self.root(number) for number in changed})

    def join(self, one: int, other: int) -> int:
        """Makes one identity of two, and gives its number: the smaller."""
        into, gone = sorted((self.root(one), self.root(other)))
        if into != gone:
            profile = self.profile(gone)
            self._parents[gone], self._profiles[gone] = into, None
            self._grow(into, profile)
        return into

    def _new(self, profile: Profile) -> int:
        number = len(self._profiles)
        self._profiles.append(profile)
        self._parents.append(number)
        self._keep(number, keys_of(profile))
        return number

    def _grow(self, number: int, profile: Profile) -> None:
        before = self.profile(number)
        after = self._profiles[number] = joined(before, profile)
        if after.names.keys() != before.names.keys() or after.geonames != before.geonames:
            self._keep(number, keys_of(after))

    def _keep(self, number: int, keys: Iterable[int]) -> None:
        for key in keys:
            known = self._index.setdefault(key, [])
            if number not in known[-_MOST:]:
                known.append(number)

    def _candidates(self, profile: Profile, own: int | None = None) -> list[tuple[int, Profile]]:
        found: dict[int, None] = {}
        whole = is_whole(profile)
        for key in asked_of(profile):
            known = self._index.get(key, ())
            if whole or len(known) <= _MOST:
                found.update(dict.fromkeys(map(self.root, known[:_MOST])))
        return [(number, self.profile(number)) for number in found if number != own][:_MOST]

    def _join_whole(self, numbers: Iterable[int]) -> set[int]:
        """Joins these to others of like names, the likeliest first, and gives what they became."""
        return self._join_likely(
            (-tie.score, min(number, other), max(number, other))
            for number in numbers
            if (profile := self.profile(number)).geonames is None
            for other, known in self._candidates(profile, number)
            if (tie := identity_tie(profile, known)).score >= LINE and not gives_a_part(profile, known)
        )

    def _join_parts(self, numbers: Iterable[int]) -> set[int]:
        """Joins what is called by a part of a name to the one that it may mean, and gives what they became."""
        roots = sorted({self.root(number) for number in numbers})
        chosen = [(self.choice(number), number) for number in roots if _may_be_in_part(self.profile(number))]
        return self._join_likely((-to.score, number, to.identity) for to, number in chosen if to.identity is not None)

    def _join_likely(self, pairs: Iterable[tuple[float, int, int]]) -> set[int]:
        """Joins pairs that are likely still when their turn comes."""
        done = set()
        for _, one, other in sorted(set(pairs)):
            one, other = self.root(one), self.root(other)
            if one != other and identity_tie(self.profile(one), self.profile(other)).score >= LINE:
                done.add(self.join(one, other))
        return done


def _may_be_in_part(profile: Profile) -> bool:
    return profile.kind == "organisation" or not is_whole(profile)


def _sign(profile: Profile) -> tuple[str, ...]:
    """What is enough to find an identity again of which one was sure; nothing where others bear the name as well."""
    if profile.geonames is not None:
        return (str(profile.geonames),)
    name = next(iter(profile.names))
    form = form_of(name, profile.kind)
    if form.grade != FULL or form.common > _RARE or not profile.countries:
        return ()
    return (profile.kind, name, *profile.countries, *profile.sectors)
