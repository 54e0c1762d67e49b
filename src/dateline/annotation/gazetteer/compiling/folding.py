"""How names are folded, so that a name is found as it was filed: "N'Djaména" under "ndjamena"."""

import unicodedata
from collections.abc import Iterable

_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
    | dict.fromkeys("-‐‑‒–—", " ")
    | dict.fromkeys(".'’‘`´ʻʼʿʾ‛′", "")
)
_LONGEST_CODE = 3
_MOST_WORDS = 6
_NEVER_IN_NAMES = frozenset(",;:/()")


def fold(name: str) -> str:
    """Small letters without marks, dots and apostrophes; hyphens are spaces: "N'Djaména" is "ndjamena"."""
    if name.isascii():
        if name.isalpha():  # most names; there is nothing to take away
            return name.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", name)
        name = unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
    return " ".join(name.casefold().translate(_PLAIN).split())


def keys(name: str) -> tuple[str, ...]:
    """The keys a name may be found under, strictest first: "U.S." as `US`, so that "us" is no country.

    Abbreviations that end with a dot keep it ("Wash."), so that the word without one is no state.
    """
    folded = fold(name)
    letters = name.replace(".", "")
    if 2 <= len(letters) <= 5 and letters.isupper() and letters.isalpha():
        return (letters, folded)
    if name.endswith(".") and " " not in name:
        return (folded + ".", folded)
    return (folded,)


def first_keys(names: Iterable[str]) -> frozenset[str]:
    """The strictest key of each name."""
    return frozenset(keys(name)[0] for name in names)


def place_keys(names: Iterable[str]) -> frozenset[str]:
    """Folded names, "Saint" spelt both ways; none so short that it is an English word ("Of", in Turkey)."""
    folded = {fold(name) for name in names}
    folded |= {"st " + key[6:] for key in folded if key.startswith("saint ")}
    return frozenset(key for key in folded if len(key) > 2 or (key and not key.isascii()))


def worth_keeping(name: str) -> bool:
    """GeoNames' alternate names hold airport codes, addresses and small-letter transliterations; no text has these."""
    code = len(name) == _LONGEST_CODE and name.isascii() and name.isupper()
    return not (code or name.islower() or name.count(" ") >= _MOST_WORDS or not _NEVER_IN_NAMES.isdisjoint(name))
