"""Capitals copy (old wires, headlines) in the letters that a newspaper would use; no character is added or lost."""

import itertools
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from dateline.annotation.acronyms import WORD, CaseWords, SpeltOut

_AFTER_END = re.compile(r"(?:^|(?:[!?]|(?<![A-Z]\.[A-Z])\.)['\")\]]*\s)[\s'\"(\[]*$")
_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}")
_INITIALS_END = re.compile(r"\b(?:[A-Z]\.)+[A-Z]\Z")
MIN_LETTERS = 12
MOSTLY = 0.85
_WINDOW = 8
_SHORT = 5
_LONGEST_PLACE = 60
_VOWELS = frozenset("aeiouy")


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


def in_capitals(texts: Sequence[str]) -> list[bool]:
    """Which blocks of an article are in capitals; a short one ("[ARMY]") follows the article."""
    whole = is_capitals(" ".join(texts))
    return [is_capitals(text) or (whole and text.isupper()) for text in texts]


def truecased(text: str, words: CaseWords, spelt: SpeltOut) -> str:
    """The text with small letters where newspapers use them, names capitalised, acronyms kept.

    Names of several words that the gazetteer knows are capitalised whole, as is what a noun such as "front" ends, and
    what the article itself gives away as a name (`spelt`).
    """
    found = list(WORD.finditer(text))
    cased = [_cased(text, match, words, spelt) for match in found]
    joined = [_only_spaces(text, a, b) for a, b in itertools.pairwise(found)]
    _raise_places(text, found, cased, joined, words)
    _raise_bodies(found, cased, joined, words)
    _raise_phrases(found, cased, words, spelt)
    return _put_back(text, found, cased)


def _cased(text: str, match: re.Match[str], words: CaseWords, spelt: SpeltOut) -> str:
    word = match.group()
    if len(word.lower()) != len(word) or _is_initial(text, match):
        return word
    base, mark, tail = word.rpartition("'")
    if len(base) < 2 or len(tail) > 2:
        base, mark, tail = word, "", ""
    return _cased_base(text, match.start(), base, words, spelt) + mark + tail.lower()


def _is_initial(text: str, match: re.Match[str]) -> bool:
    """One of several letters with full stops: "U.S.", "J.F.K"."""
    before = max(0, match.start() - _WINDOW)
    return bool(_INITIALS.match(text, match.start()) or _INITIALS_END.search(text, before, match.end()))


def _cased_base(text: str, start: int, word: str, words: CaseWords, spelt: SpeltOut) -> str:
    small = word.lower()
    if word in spelt.acronyms:
        return word
    if word in spelt.surnames:
        return _title(small)
    if words.is_common(small):
        return _title(small) if _begins_sentence(text, start) else small
    vowelless = len(word) <= _SHORT and not set(small) & _VOWELS and small not in words.titles
    return word if vowelless else _title(small)


def _begins_sentence(text: str, start: int) -> bool:
    if start <= _WINDOW:
        return bool(_AFTER_END.search(text[:start]))
    before = _AFTER_END.search("x" + text[start - _WINDOW : start])
    return before is not None and before.start() > 0


def _title(word: str) -> str:
    """ "Marta", "D'Aubert"; but "Marta's"."""
    elided = len(word) > 3 and word[1] == "'"
    return word[0].upper() + (f"'{word[2].upper()}{word[3:]}" if elided else word[1:])


def _only_spaces(text: str, a: re.Match[str], b: re.Match[str]) -> bool:
    return text[a.end() : b.start()].isspace()


def _raise_places(
    text: str, found: list[re.Match[str]], cased: list[str], joined: list[bool], words: CaseWords
) -> None:
    for size in (3, 2):
        for i in range(len(found) - size + 1):
            if all(word[0].islower() for word in cased[i : i + size]) or not all(joined[i : i + size - 1]):
                continue
            start, end = found[i].start(), found[i + size - 1].end()
            if end - start < _LONGEST_PLACE and words.is_place(text[start:end].lower()):
                cased[i : i + size] = [_title(word) for word in cased[i : i + size]]


def _raise_bodies(found: list[re.Match[str]], cased: list[str], joined: list[bool], words: CaseWords) -> None:
    """ "Orla youth front", "national liberation army": such a noun ends a name, though not in "a popular front"."""
    small = [match.group().lower() for match in found]
    for last in (i for i in range(1, len(found)) if small[i] in words.bodies):
        first = last
        while first and joined[first - 1] and small[first - 1] in words.body_adjectives:
            first -= 1
        adjectives = first < last
        first = _name_before(first, small, cased, joined, words)
        before = small[first - 1] if first and joined[first - 1] else ""
        if first < last and not (adjectives and before in words.indefinite):
            cased[first : last + 1] = [_title(word) for word in cased[first : last + 1]]


def _name_before(first: int, small: list[str], cased: list[str], joined: list[bool], words: CaseWords) -> int:
    """Where the name begins whose words stand right before word `first`: "ORLA MARTI" is one, "marti" rare or not."""
    i = begin = first
    while i and joined[i - 1] and (cased[i - 1][0].isupper() or words.is_rare(small[i - 1])):
        i -= 1
        begin = begin if words.is_common(small[i]) else i
    return begin


def _raise_phrases(found: list[re.Match[str]], cased: list[str], words: CaseWords, spelt: SpeltOut) -> None:
    """What stands before an acronym in brackets, there and wherever else the article says it."""
    if not spelt.phrases:
        return
    capitals = tuple(match.group() for match in found)
    firsts: dict[str, list[tuple[str, ...]]] = {}
    for phrase in spelt.phrases:
        firsts.setdefault(phrase[0], []).append(phrase)
    for i, word in enumerate(capitals):
        for phrase in firsts.get(word, ()):
            if capitals[i : i + len(phrase)] == phrase:
                for j in range(i, i + len(phrase)):
                    link = capitals[j].lower() in words.links
                    cased[j] = cased[j] if link or not cased[j].islower() else _title(cased[j])


def _put_back(text: str, found: list[re.Match[str]], cased: list[str]) -> str:
    pieces, done = [], 0
    for match, word in zip(found, cased, strict=True):
        pieces += [text[done : match.start()], word]
        done = match.end()
    return "".join(pieces) + text[done:]
