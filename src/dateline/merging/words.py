"""The words that articles are compared by: stems with a weight, the rarer in the news the more."""

import re
from collections import Counter
from functools import cache, lru_cache

from dateline.languages.given import plain
from dateline.languages.weights import RAREST, UNLISTED, word_weights

__all__ = ["TELLING", "stem", "stems", "telling", "telling_words", "terms", "weight"]

TELLING = 2.2
"""The least weight of a word that tells anything: it stands in fewer than 11 of 100 articles."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*\d|\d")
_POSSESSIVE = re.compile(r"['’]s?$")
_JOINED = re.compile(r"(?:n['’]t|['’](?:s|m|d|re|ve|ll))$")
"""What is written to the end of a word: "isn't", "they've"."""
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_FEW, _SEVERAL, _FIGURE = 1.0, 3.0, 4.5
"""What numbers tell: of one digit and years, of two digits, and the others. An address has longer ones: nothing."""
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
    if word[0].isdigit():
        return _number_weight(word)
    bare = _JOINED.sub("", word.lower())
    if len(bare) < 2:
        return 0.0
    listed = word_weights(language).get(bare)
    if listed is None:
        listed = _stem_weights(language).get(stem(bare))
    return listed if listed is not None else UNLISTED if word.islower() else RAREST


@cache
def _stem_weights(language: str) -> dict[str, float]:
    """The least weight of the listed words of each stem: "dividends" is listed, then so is "dividend"."""
    weights: dict[str, float] = {}
    for word, much in word_weights(language).items():
        form = stem(word)
        weights[form] = min(much, weights.get(form, much))
    return weights


def _number_weight(number: str) -> float:
    digits = number.replace(",", "").replace(".", "")
    if len(digits) < 2 or len(digits) > 7 or _YEAR.match(number):
        return _FEW
    return _SEVERAL if len(digits) == 2 else _FIGURE


def stems(text: str) -> list[str]:
    """The stems of all words and numbers of a text, in order."""
    return [stem(word) for word in _WORD.findall(text)]


def telling(text: str, language: str = "en") -> Counter[str]:
    """The stems of the words of a text that tell anything, with how often each stands there."""
    return Counter(stem(word) for word in _WORD.findall(text) if weight(word, language) >= TELLING)


def telling_words(text: str, language: str) -> dict[str, float]:
    """The stems of the words of a text that tell anything, each with its weight: the least of its words' weights."""
    weights: dict[str, float] = {}
    for word in _WORD.findall(text):
        rarity = weight(word, language)
        if rarity >= TELLING:
            form = stem(word)
            weights[form] = min(rarity, weights.get(form, rarity))
    return weights


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
