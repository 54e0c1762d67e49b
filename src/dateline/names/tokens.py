"""The pieces of a name as it is written."""

import re

from msgspec import Struct

from dateline.names.letters import HANGUL, VOWELLESS, korean, plain

LONGEST = 300
"""Characters of a name that are looked at; no name is longer, and work must be bounded."""
MOST = 24
"""Pieces of a name that are looked at."""

_PIECE = re.compile(r"[^\s,;|\-‐‑–—·・_/]+?(?=[\s,;|\-‐‑–—·・_/]|$|(?<=[ァ-ヶー])[一-鿿])")
_HYPHENS = ("-", "‐", "‑")
_INNER = re.compile(r"[\s&]+|(?<=[a-z]{3})\.(?=[a-z])")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]?\.?")
_LOOK_ALIKES = str.maketrans("013456789", "oieasgtbg")
_ONE_AS_L = re.compile(r"1(?=[aeiou1])|(?<=[aeiou1])1")
_MIXED = re.compile(r"[a-z]{2}|[a-z]\d[a-z]")


class Token(Struct, frozen=True):
    """A piece of a name."""

    plain: str
    """In small plain letters and digits; with its dots and apostrophes only in `shown`."""

    shown: str
    tied: bool = False
    """A hyphen ties it to the next piece."""

    dotted: bool = False
    """It ends in a dot, as abbreviations do."""

    comma: bool = False
    """A comma comes after it."""

    vowelless: bool = False


def tokens(text: str) -> tuple[Token, ...]:
    """The pieces of a name; an initialism with dots comes as its letters, each a piece of its own."""
    text = text[:LONGEST]
    found: list[Token] = []
    for piece in _PIECE.finditer(text):
        found += _tokens(piece[0], text[piece.end() : piece.end() + 2])
        if len(found) >= MOST:
            break
    return tuple(found[:MOST])


def _tokens(shown: str, after: str) -> list[Token]:
    tied, comma = after[:1] in _HYPHENS, after.lstrip()[:1] == ","
    if shown.isascii() and shown.isalnum():
        return [Token(shown.lower(), shown, tied, False, comma)]
    if HANGUL.fullmatch(shown) and 1 < len(shown) < 5:
        return [Token(latin, sign, True, False, comma) for latin, sign in zip(korean(shown), shown, strict=True)]
    if shown.startswith("ال") and len(shown) > 4:
        return [Token("al", "ال", True, vowelless=True), *_tokens(shown[2:], after)]
    folded = plain(shown)
    if _INITIALS.fullmatch(folded):
        return _initials(folded.replace(".", ""), comma)
    parts = [bare for part in _INNER.split(folded) if (bare := _bare(part))]
    if "&" in folded:
        return [Token(part, part.upper(), False, False, comma) for part in parts] or [Token("and", "&")]
    vowelless = not shown.isascii() and bool(VOWELLESS.search(shown))
    clean = shown.strip(".'\"“”()[]«»") or shown
    return [Token(part, clean, tied, folded.endswith("."), comma, vowelless) for part in parts[:4]]


def _initials(letters: str, comma: bool) -> list[Token]:
    last = len(letters) - 1
    return [Token(letter, f"{letter.upper()}.", False, True, comma and at == last) for at, letter in enumerate(letters)]


def _bare(part: str) -> str:
    return "".join(filter(str.isalnum, part))


def letters_for_digits(word: str) -> str:
    """The word with the letters that its digits were written for: "Sm1th"."""
    if word.isalpha() or word.isdigit() or not _MIXED.search(word):
        return word
    return _ONE_AS_L.sub("l", word).translate(_LOOK_ALIKES)
