"""The words that articles are compared by: stems with a weight, the rarer in the news the more."""

import re
from collections import Counter
from functools import lru_cache

from dateline.languages.given import plain
from dateline.languages.weights import RAREST, word_weights

__all__ = ["TELLING", "stem", "stems", "telling", "weight"]

TELLING = 2.2
"""The least weight of a word that tells anything: it stands in fewer than 11 of 100 articles."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*\d|\d")
_POSSESSIVE = re.compile(r"['’]s?$")
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its English endings: "bombing", "bombed" and "bombs" are one. Names are left alone by most."""
    word = _POSSESSIVE.sub("", plain(word))
    if not word.isalpha() or len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and _VOWELS & set(word[: -len(ending)]):
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@lru_cache(maxsize=65536)
def weight(word: str, language: str) -> float:
    """How much a word tells of what a text is about: 0.0 for "the" to about 8 for a word that no list knows."""
    return word_weights(language).get(_POSSESSIVE.sub("", word.lower()), RAREST)


def stems(text: str) -> list[str]:
    """The stems of all words and numbers of a text, in order."""
    return [stem(word) for word in _WORD.findall(text)]


def telling(text: str, language: str = "en") -> Counter[str]:
    """The stems of the words of a text that tell anything, with how often each stands there."""
    return Counter(stem(word) for word in _WORD.findall(text) if weight(word, language) >= TELLING)


def terms(text: str, language: str, most: int) -> dict[str, float]:
    """The `most` stems that tell most of a text, with weights: rare words that are said often."""
    counts: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for word in _WORD.findall(text):
        rarity = weight(word, language)
        if rarity >= TELLING:
            counts[form := stem(word)] += 1
            weights[form] = min(rarity, weights.get(form, rarity))
    heavy = sorted(((n**0.5 * weights[form], form) for form, n in counts.items()), key=lambda w: (-w[0], w[1]))
    return {form: round(much, 3) for much, form in heavy[:most]}
