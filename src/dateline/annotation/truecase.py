"""Capitals copy (old wires, headlines) in the letters that a newspaper would use; no character is added or lost."""

import itertools
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_AFTER_END = re.compile(r"(?:^|(?:[!?]|(?<![A-Z]\.[A-Z])\.)['\")\]]*\s)[\s'\"(\[]*$")
_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}")
MIN_LETTERS = 12
MOSTLY = 0.85
_WINDOW = 8


@cache
def common_words(language: str) -> frozenset[str]:
    """The words that newspapers of this language write in small letters (learnt: see training/truecase.py)."""
    path = files("dateline") / "languages" / language / "common_words.txt"
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()


def is_capitals(text: str) -> bool:
    """Whether a block is written in capitals: nearly all of its letters, and enough of them to tell."""
    upper = sum(map(str.isupper, text))
    letters = upper + sum(map(str.islower, text))
    return letters >= MIN_LETTERS and upper >= MOSTLY * letters


def truecased(text: str, is_common: Callable[[str], bool], is_place: Callable[[str], bool]) -> str:
    """The text with small letters where `is_common` says so, names capitalised, acronyms kept.

    Names of several words that `is_place` knows are capitalised whole, as is what stands before its own acronym in
    brackets: "NATIONAL WATER COUNCIL (NWC)".
    """
    words = list(_WORD.finditer(text))
    cased = [_cased(text, match, is_common) for match in words]
    _raise_places(text, words, cased, is_place)
    _raise_spelt_out(text, words, cased)
    return _put_back(text, words, cased)


def _cased(text: str, match: re.Match[str], is_common: Callable[[str], bool]) -> str:
    word = match.group()
    small = word.lower()
    if len(small) != len(word) or _INITIALS.match(text, match.start()):
        return word
    if is_common(small):
        return _title(small) if _begins_sentence(text, match.start()) else small
    bracketed = text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
    vowelless = len(word) <= 5 and not set(small) & set("aeiouy")
    return word if bracketed or vowelless else _title(small)


def _begins_sentence(text: str, start: int) -> bool:
    if start <= _WINDOW:
        return bool(_AFTER_END.search(text[:start]))
    before = _AFTER_END.search("x" + text[start - _WINDOW : start])
    return before is not None and before.start() > 0


def _title(word: str) -> str:
    return word[0].upper() + word[1:]


def _raise_places(text: str, words: list[re.Match[str]], cased: list[str], is_place: Callable[[str], bool]) -> None:
    for size in (3, 2):
        for i in range(len(words) - size + 1):
            group = words[i : i + size]
            between = text[group[0].end() : group[-1].start()]
            if all(word[0].islower() for word in cased[i : i + size]) or not _only_spaces(text, group):
                continue
            if len(between) < 60 and is_place(text[group[0].start() : group[-1].end()]):
                cased[i : i + size] = [_title(word) for word in cased[i : i + size]]


def _only_spaces(text: str, group: list[re.Match[str]]) -> bool:
    return all(text[a.end() : b.start()].isspace() for a, b in itertools.pairwise(group))


def _raise_spelt_out(text: str, words: list[re.Match[str]], cased: list[str]) -> None:
    for i, match in enumerate(words):
        acronym = match.group()
        if text[match.start() - 1 : match.start()] != "(" or not 2 <= len(acronym) <= 7 or i < len(acronym):
            continue
        for first in range(max(0, i - len(acronym) - 3), i - 1):
            initials = [word.group()[0] for word in words[first:i]]
            if initials[0] == acronym[0] and _in_order(acronym, initials):
                cased[first:i] = [w if len(w) <= 3 and w.islower() else _title(w) for w in cased[first:i]]
                break


def _in_order(acronym: str, initials: list[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in acronym)


def _put_back(text: str, words: list[re.Match[str]], cased: list[str]) -> str:
    pieces, done = [], 0
    for match, word in zip(words, cased, strict=True):
        pieces += [text[done : match.start()], word]
        done = match.end()
    return "".join(pieces) + text[done:]
