"""A word in sounds: spellings that romanisations use for one sound become one code.

Two words with equal codes may still be two names, but nobody who writes them in Latin letters keeps them apart.
"""

import re
from functools import cache, lru_cache

from msgspec import Struct
from rapidfuzz.distance import OSA

from dateline.names.data import endings, romanisation

_VOWELS = str.maketrans("", "", "aeiouy.")
_OWN_H = re.compile(r"(?<=[rlmnbpwy])h")
"""No part of a digraph, where each letter stands for one."""
_COARSE = str.maketrans("PKHZCQTJ", "BGGSXSDX")
_BONES = str.maketrans("pfvkjzcqdx", "bbbggsssts")
_TWICE = re.compile(r"(.)\1+")


class Folded(Struct, frozen=True):
    """A word's spellings with their codes, in order."""

    pieces: tuple[tuple[str, str], ...]
    key: str
    """The codes alone: capitals for consonants, small letters for vowels."""

    german: str
    """The key again as it is read in German, Polish and the Nordic languages."""

    bones: str
    """The consonants of the key."""

    coarse: str
    """The same without the difference of voiced and voiceless."""


class _Spellings(Struct, frozen=True):
    middle: dict[str, str]
    first: dict[str, str]
    last: dict[str, str]
    pattern: re.Pattern[str]


def _codes(lines: tuple[str, ...]) -> dict[str, str]:
    rows = [line.split() for line in lines]
    return {spelling: row[0] for row in rows for spelling in row[1:]}


@cache
def _spellings() -> _Spellings:
    tables = romanisation()
    middle = _codes(tables.sounds)
    first, last = _codes(tables.openings), _codes(tables.endings)
    longest = sorted(middle, key=len, reverse=True)
    return _Spellings(middle, first, last, re.compile("|".join(map(re.escape, longest)) + "|."))


@lru_cache(8192)
def fold(word: str) -> Folded:
    """A word of small plain letters, in sounds."""
    pieces = _pieces(word)
    key = _key(pieces)
    german = _key(_pieces(_as_german(word))) if "j" in word or "ch" in word else key
    bones = key.translate(_VOWELS)
    return Folded(tuple(pieces), key, german, bones, bones.translate(_COARSE))


def _as_german(word: str) -> str:
    """How a German or a Pole would read it: "j" as in Johann, and in long words "ch" as in Bach."""
    if len(word) > 5 and "ch" in word:
        for spelling, sound in (
            ("schtsch", "\1"),
            ("tsch", "\2"),
            ("sch", "\1"),
            ("ch", "kh"),
            ("\1", "sh"),
            ("\2", "ch"),
        ):
            word = word.replace(spelling, sound)
    return word.replace("j", "y")


def _pieces(word: str) -> list[tuple[str, str]]:
    tables = _spellings()
    start = next((word[:n] for n in (4, 3, 2) if len(word) > n + 1 and word[:n] in tables.first), "")
    rest = word[len(start) :]
    final = next((rest[-n:] for n in range(7, 0, -1) if len(rest) > n and rest[-n:] in tables.last), "")
    middle = rest[: len(rest) - len(final)]
    pieces = [(start, tables.first[start])] if start else []
    pieces += [(found, tables.middle.get(found, found)) for found in tables.pattern.findall(middle)]
    return [*pieces, (final, tables.last[final])] if final else pieces


def _key(pieces: list[tuple[str, str]]) -> str:
    return undoubled("".join(code for _, code in pieces))


@lru_cache(4096)
def skeleton(word: str, vowelless: bool) -> str:
    """The coarse consonants of a word: what scripts without vowels keep of it.

    Of a word from such a script, waw and ya count as vowels unless they stand first.
    """
    letters = word[:1] + word[1:].replace("w", "").replace("y", "") if vowelless else word
    letters = _OWN_H.sub(".h", letters) if vowelless else letters
    bones = fold(letters[:-1] if word.endswith("h") else letters).key
    return undoubled(bones.lower().translate(_VOWELS).translate(_BONES))


def undoubled(key: str) -> str:
    """The word with each letter once where it stands twice running."""
    return _TWICE.sub(r"\1", key)


def stem(word: str, other: str) -> tuple[str, str]:
    """Two words without the ending that they share with half a land: "ovich", "uddin", "son"."""
    if word[-1:] == other[-1:]:
        known = _shared()
        for size in range(min(8, len(word), len(other)), 1, -1):
            if word[-size:] in known and word[-size:] == other[-size:]:
                return word[:-size], other[:-size]
    return word, other


@cache
def _shared() -> frozenset[str]:
    return frozenset(endings().shared)


def far(a: Folded, b: Folded) -> bool:
    """Whether two words have so little in common that nothing need be looked at closely."""
    most = min(4, 1 + max(len(a.key), len(b.key)) // 2)
    return OSA.distance(a.key, b.key, score_cutoff=most) > most


def distance(a: Folded, b: Folded) -> float:
    """In how many sounds they differ; a vowel counts half, a voiced for a voiceless consonant three quarters."""
    by_key = min(OSA.distance(a.key, b.key), OSA.distance(a.german, b.german))
    return by_key / 2 + OSA.distance(a.bones, b.bones) / 4 + OSA.distance(a.coarse, b.coarse) / 4


def sounds_alike(a: Folded, b: Folded) -> bool:
    """Whether the words are one in all their sounds."""
    return a.key == b.key or a.german in (b.german, b.key) or a.key == b.german


def differing_spellings(a: Folded, b: Folded) -> list[tuple[str, str]]:
    """The spellings in which two words of equal key differ; empty where their pieces do not lie side by side."""
    if [code for _, code in a.pieces] != [code for _, code in b.pieces]:
        return []
    return [(x, y) for (x, _), (y, _) in zip(a.pieces, b.pieces, strict=True) if x != y]
