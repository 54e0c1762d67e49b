"""Two words of names: are they one, and by which rule."""

from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct
from rapidfuzz.distance import OSA

from dateline.languages.given import given_names
from dateline.names.data import endings, kin_given, same_given
from dateline.names.folding import differing_spellings, distance, far, fold, skeleton, sounds_alike, stem, undoubled
from dateline.names.letters import FOREIGN, signs

Rule = Literal[
    "same", "romanisation", "no vowels", "short form", "kin", "feminine", "servant", "ending", "slip", "differ"
]
ENOUGH = 0.6
"""From here on two words count as one."""


class Tie(Struct, frozen=True):
    """What two words have in common."""

    likeness: float
    rule: Rule
    reason: str = ""
    letters: int = 0
    """Of a slip: how many letters are wrong."""


SAME = Tie(1.0, "same")


class Word(Struct, frozen=True):
    """A word of a name."""

    plain: str
    """In small plain letters without signs."""

    shown: str
    """As it was written."""

    vowelless: bool = False
    """Its script leaves most vowels out."""

    syllable: Literal["", "korean", "other"] = ""
    """It is a part of a Chinese, Korean or Vietnamese name."""

    initial: bool = False
    """A single letter that stands for a name."""

    particle: bool = False
    """A little word: "de", "bin", "al"."""

    @property
    def signs(self) -> str:
        """Its signs of Han or Hangul, traditional ones as simplified: they tell more than their sound."""
        return signs(self.shown)

    @property
    def given(self) -> bool:
        """Whether it is known as a given name."""
        return is_given(self.plain)


@lru_cache(8192)
def is_given(word: str) -> bool:
    """Whether a plain word is known as a given name."""
    return len(word) > 1 and (word in given_names("en") or word in same_given())


def _marked_apart(a: Word, b: Word) -> bool:
    """Whether they differ just where both writers put a mark: Möller and Müller."""
    if len({len(text) for word in (a, b) for text in (word.shown, word.plain)}) > 1:
        return False
    if a.shown.isascii() or b.shown.isascii():
        return False
    apart = [(x, y) for x, y in zip(a.shown.casefold(), b.shown.casefold(), strict=False) if x != y]
    return all("\x7f" < x < "\u0250" and "\x7f" < y < "\u0250" for x, y in apart)


def _few_vowels(a: Word, b: Word) -> bool:
    """Whether they have the same consonants, and one is of a script that does not write each vowel, as in India."""
    if bool(FOREIGN.search(a.shown)) == bool(FOREIGN.search(b.shown)):
        return False
    one, other = fold(a.plain), fold(b.plain)
    return len(one.coarse) > 1 and one.coarse == other.coarse


def _same_letters(a: Word, b: Word) -> Tie:
    foreign = [word.shown for word in (a, b) if any(letter > "\u024f" and letter.isalpha() for letter in word.shown)]
    told = f"“{a.shown}” and “{b.shown}” have the same letters in two scripts"
    return Tie(1.0, "same", told if len(foreign) == 1 else "")


def tie(a: Word, b: Word) -> Tie:
    """How two words are tied."""
    if a.shown.isascii() and b.shown.isascii():
        return SAME if a.plain == b.plain else _tie(a.plain, b.plain, a.shown, b.shown, a.syllable or b.syllable)
    if a.plain == b.plain and a.shown == b.shown:
        return SAME
    if a.signs and b.signs and a.signs != b.signs:
        return Tie(0.3, "differ", f"the signs of “{a.shown}” and “{b.shown}” differ")
    if a.plain == b.plain:
        return _same_letters(a, b)
    if a.vowelless != b.vowelless:
        return _without_vowels(a, b)
    if _marked_apart(a, b):
        return Tie(0.4, "differ", f"“{a.shown}” and “{b.shown}” differ in their marks")
    if _few_vowels(a, b):
        return Tie(0.8, "no vowels", f"“{a.shown}” and “{b.shown}” have the same consonants")
    return _tie(a.plain, b.plain, a.shown, b.shown, a.syllable or b.syllable)


@lru_cache(8192)
def _tie(a: str, b: str, shown_a: str, shown_b: str, syllable: str) -> Tie:
    if syllable == "korean":
        a, b = _korean(a), _korean(b)
    one, other = fold(a), fold(b)
    if one.key == other.key or (not syllable and sounds_alike(one, other)):
        return Tie(0.97, "romanisation", _romanised(a, b, shown_a, shown_b))
    if _share(same_given(), a, b):
        if one.coarse == other.coarse:
            return Tie(0.95, "romanisation", f"“{shown_a}” and “{shown_b}” are spellings of one given name")
        return Tie(0.9, "short form", f"“{shown_a}” and “{shown_b}” are forms of one given name")
    if is_given(a) and is_given(b):
        return _given(a, b, shown_a, shown_b)
    if far(one, other):
        return Tie(0.0, "differ", f"“{shown_a}” and “{shown_b}” differ")
    return _ending(a, b, shown_a, shown_b) or slip(a, b, shown_a, shown_b, bool(syllable))


def _korean(syllable: str) -> str:
    """What the two romanisations of Korean and the habits of families have in common: Park and Pak, Geun and Kun."""
    for spelling, sound in _KOREAN:
        syllable = syllable.replace(spelling, sound)
    return syllable


_KOREAN: tuple[tuple[str, str], ...] = (
    ("eo", "o"),
    ("eu", "u"),
    ("oo", "u"),
    ("ou", "o"),
    ("ar", "a"),
    ("ch", "j"),
    ("g", "k"),
    ("nk", "ng"),
)
_KOREAN += (("d", "t"), ("b", "p"), ("r", "l"), ("ee", "i"))


def _romanised(a: str, b: str, shown_a: str, shown_b: str) -> str:
    pairs = list(dict.fromkeys(tuple(pair) for pair in differing_spellings(fold(a), fold(b))))
    if not 0 < len(pairs) < 3:
        return f"“{shown_a}” and “{shown_b}” are two spellings of one name"
    told = " and ".join(f"“{x}” and “{y}” are two romanisations of one sound" for x, y in pairs)
    return f"in “{shown_a}” and “{shown_b}”, {told}"


def _share(lines: dict[str, frozenset[int]], a: str, b: str) -> bool:
    own, other = lines.get(a), lines.get(b)
    if own is None:
        own = _by_sound(lines is same_given()).get(fold(a).key)
    if own is None:
        return False
    if other is None:
        other = _by_sound(lines is same_given()).get(fold(b).key)
    return other is not None and not own.isdisjoint(other)


@cache
def _by_sound(same: bool) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for word, numbers in (same_given() if same else kin_given()).items():
        key = fold(word).key
        found[key] = found.get(key, frozenset()) | numbers
    return found


def _given(a: str, b: str, shown_a: str, shown_b: str) -> Tie:
    """Two given names that are not known as one: a letter's difference makes John and Joan two."""
    if _share(kin_given(), a, b):
        return Tie(0.65, "kin", f"“{shown_a}” and “{shown_b}” are one given name in two languages")
    if far(fold(a), fold(b)):
        return Tie(0.2, "differ", f"the given names “{shown_a}” and “{shown_b}” differ")
    sexes = {given_names("en").gender(a), given_names("en").gender(b)} - {None}
    if (
        min(len(a), len(b)) >= 5
        and len(sexes) < 2
        and {a[-1], b[-1]} != {"a", "o"}
        and distance(fold(a), fold(b)) <= 0.5
    ):
        return Tie(0.8, "romanisation", f"“{shown_a}” and “{shown_b}” differ in one vowel")
    return Tie(0.2, "differ", f"the given names “{shown_a}” and “{shown_b}” differ")


def _ending(a: str, b: str, shown_a: str, shown_b: str) -> Tie | None:
    """Beginnings and endings that come and go: of women's surnames, of surnames that shed the foreign "-ov"."""
    short, long = sorted((a, b), key=len)
    if long.startswith("abd") and len(short) > 3 and sounds_alike(fold(long[3:]), fold(short)):
        return Tie(0.8, "servant", f"one of “{shown_a}” and “{shown_b}” leaves out “Abd”, servant of")
    if long[:2] in ("al", "el") and len(short) > 3 and sounds_alike(fold(long[2:]), fold(short)):
        return Tie(0.85, "ending", f"“{shown_a}” and “{shown_b}” differ by the article")
    if _differ_in(a, b, _feminine()) or _differ_in(b, a, _feminine()):
        return Tie(0.85, "feminine", f"“{shown_a}” and “{shown_b}” are a man's and a woman's form of one surname")
    if _differ_in(long, short, _movable(), 6 if is_given(short) else 4):
        return Tie(0.7, "ending", f"“{shown_a}” and “{shown_b}” differ in the ending only")
    return None


def _differ_in(a: str, b: str, pairs: dict[str, tuple[str, ...]], least: int = 3) -> bool:
    """Whether one word has an ending where the other has another of a pair, after roots that sound alike."""
    for size in range(min(6, len(a) - 3), 0, -1):
        for other in pairs.get(a[-size:], ()):
            root = b[: len(b) - len(other)]
            long_enough = len(root) >= (min(least, 4) if other else least)
            if long_enough and b.endswith(other) and sounds_alike(fold(a[:-size]), fold(root)):
                return True
    return False


@cache
def _feminine() -> dict[str, tuple[str, ...]]:
    rows = [pair.split() for pair in endings().feminine]
    return {hers: tuple(row[1] for row in rows if row[0] == hers) for hers, _ in rows}


@cache
def _movable() -> dict[str, tuple[str, ...]]:
    """An ending, and what may stand in its place: another, or nothing."""
    known = endings().movable
    return {one: ("", *(other for other in known if one != other and len(one) >= len(other))) for one in known}


def slip(a: str, b: str, shown_a: str, shown_b: str, syllable: bool = False) -> Tie:
    """One letter that is wrong, left out, doubled or out of place; two in long words."""
    roots = stem(a, b)
    length, least = max(map(len, roots)), min(map(len, roots))
    wrong = distance(fold(roots[0]), fold(roots[1]))
    if wrong > 0.75:
        letters = OSA.distance(*map(undoubled, roots), score_cutoff=4)
        wrong = min((wrong + letters) / 2, 1.0 if OSA.distance(*roots, score_cutoff=1) == 1 else 9.0)
    apart = Tie(_faint(wrong, length), "differ", f"“{shown_a}” and “{shown_b}” differ")
    if syllable or least < (3 if wrong <= 0.5 else 4) or length < 4:
        return apart
    likeness = _slipped(wrong, length) - 0.05 * (roots[0][:1] != roots[1][:1])
    if likeness < ENOUGH:
        return apart
    count = 1 if wrong <= 1 else 2
    told = "one letter" if count == 1 else "two letters"
    return Tie(likeness, "slip", f"“{shown_a}” and “{shown_b}” differ in {told} only", count)


def _slipped(wrong: float, length: int) -> float:
    if wrong <= 0.75:
        return 0.85 if length > 5 else 0.75
    if wrong <= 1:
        return 0.75 if length > 5 else 0.65
    return 0.7 if wrong <= 2 and length > 8 else 0.0


def _faint(wrong: float, length: int) -> float:
    return max(0.0, 0.59 - 0.6 * wrong / length) if length else 0.0


def _without_vowels(a: Word, b: Word) -> Tie:
    """A word of Arabic or Hebrew script beside one with vowels: their consonants tell."""
    bones = skeleton(a.plain, a.vowelless), skeleton(b.plain, b.vowelless)
    short = min(map(len, bones))
    wrong = OSA.distance(*bones, score_cutoff=2)
    if short > 1 and (wrong == 0 or (wrong == 1 and short > 3)):
        likeness = (0.9 if short > 2 else 0.8) - 0.2 * wrong
        return Tie(likeness, "no vowels", f"“{a.shown}” and “{b.shown}” have the same consonants")
    return Tie(0.1, "differ", f"the consonants of “{a.shown}” and “{b.shown}” differ")
