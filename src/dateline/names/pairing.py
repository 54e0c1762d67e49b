"""Which word of one name is which word of the other."""

from collections.abc import Sequence

from msgspec import Struct

from dateline.names.folding import distance, fold, sounds_alike
from dateline.names.words import ENOUGH, Tie, Word, tie


class Pairing(Struct):
    """The words of two names side by side."""

    ties: list[tuple[int, int, Tie]]
    """Places in the first, in the second, and what ties them."""

    left: list[int]
    """Places of the first that found none."""

    right: list[int]
    """Places of the second that found none."""

    joined: list[Tie]
    """What ties several words to one: "Jan Daniel", "JanDaniel"."""


def paired(a: Sequence[Word], b: Sequence[Word]) -> Pairing:
    """The likeliest pairs first; of equal ones those that stand at like places."""
    candidates = []
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            found = tie(one, other)
            if found.likeness >= ENOUGH:
                candidates.append((-found.likeness, abs(i - j), i, j, found))
    candidates.sort(key=lambda row: row[:4])
    ties: list[tuple[int, int, Tie]] = []
    left, right = set(range(len(a))), set(range(len(b)))
    for _, _, i, j, found in candidates:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            ties.append((i, j, found))
    return Pairing(sorted(ties, key=lambda row: row[:2]), sorted(left), sorted(right), [])


def join(found: Pairing, a: Sequence[Word], b: Sequence[Word]) -> None:
    """Ties what is left of both where words that follow each other make up one of the other name."""
    _join(found.left, found.right, a, b, found.joined)
    _join(found.right, found.left, b, a, found.joined)


def _join(many: list[int], one: list[int], a: Sequence[Word], b: Sequence[Word], joined: list[Tie]) -> None:
    runs = _runs(many) if one and len(many) > 1 else []
    for single in list(one) if runs else ():
        run = next((run for run in runs if _are_one([a[at] for at in run], b[single])), None)
        if run:
            told = " ".join(a[at].shown for at in run)
            joined.append(Tie(0.95, "same", f"“{told}” and “{b[single].shown}” are the same letters"))
            one.remove(single)
            many[:] = [at for at in many if at not in run]
            runs = _runs(many)


def _runs(places: list[int]) -> list[list[int]]:
    """Two or three places that follow each other."""
    found = [places[start : start + size] for size in (2, 3) for start in range(len(places) - size + 1)]
    return [run for run in found if run[-1] - run[0] == len(run) - 1]


def _are_one(words: list[Word], single: Word) -> bool:
    if words[0].plain[0] != single.plain[0] or words[-1].plain[-1] != single.plain[-1]:
        return False
    together = "".join(word.plain for word in words)
    if single.vowelless or any(word.vowelless for word in words) or abs(len(together) - len(single.plain)) > 3:
        return False
    if together == single.plain or sounds_alike(fold(together), fold(single.plain)):
        return True
    return len(together) > 7 and distance(fold(together), fold(single.plain)) <= 0.5


def whole(a: str, b: str) -> bool:
    """Whether two names are one when nobody looks at the spaces: the same letters, or one slip in many."""
    if a == b:
        return bool(a)
    if min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 3:
        return False
    return sounds_alike(fold(a), fold(b)) or (len(a) > 9 and distance(fold(a), fold(b)) <= 0.5)
