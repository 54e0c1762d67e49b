"""Headlines in title case ("Police Kill Robber in Lund") in a sentence's letters; no character is added or lost."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from dateline.annotation.acronyms import WORD, CaseWords
from dateline.bodies import known
from dateline.model import BlockRole

HEADINGS: tuple[BlockRole, ...] = ("headline", "deck")
"""Roles whose lines are headlines wherever they stand."""
LEADING: tuple[BlockRole, ...] = ("paragraph", "note")
"""Roles whose lines may be headlines before the first sentence of the story."""
LONGEST_LINE = 30
"""Words of the longest headline."""
LONG_WORD = 4
"""Letters from which on words have a capital in title case, whatever they are."""
MOSTLY = 0.8
ENOUGH = 2
_MOST_LETTERS = 300
_LONGEST_NAME = 3
_ABBREVIATED = 3
_MIDDLE = re.compile(r"[a-z,;0-9] \(?\Z")
_LARGE = re.compile(r"(?<![^\W_])(?=[^\W\d_])[^\Wa-z][^\W\d_]*(?:'[^\W\d_]+)?")
_ADDRESS_SIGN = re.compile(r"://|www\.|\.com\b|@")
_ADDRESS = re.compile(rf"\S*(?:{_ADDRESS_SIGN.pattern})\S*")
_FULL_STOP = re.compile(r"(?<![A-Z])\.['\") ]*\Z")
_STORY_END = re.compile(r"[.!?]['\") ]*\Z")
_NEW_SENTENCE = re.compile(r"([.!?])['\")\]]*\s+['\"(\[]*|(:)\s+['\"]")
_QUOTED = re.compile(r"(?<!\w)(['\"])[^'\"]{2,40}\1(?!\w)")


class Printed:
    """How the sentences of an article write words: small, large within a sentence, large beside each other.

    The texts are looked at when they are first asked about. All words are asked for in small letters.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    def is_small(self, word: str) -> bool:
        """Whether it stands oftener in small letters than not."""
        return self._seen[0][word] > 0

    def small_words(self) -> Iterator[str]:
        """All words that stand in small letters, oftener than not."""
        return (word for word, count in self._seen[0].items() if count > 0 and word.islower())

    def is_large(self, word: str) -> bool:
        """Whether it stands capitalised within a sentence, behind no other capital, and seldom in small letters."""
        return word in self._seen[1] and not self.is_small(word)

    def is_behind(self, word: str) -> bool:
        """Whether it stands capitalised behind another capital, as surnames do, and seldom in small letters."""
        return word in self._behind and not self.is_small(word)

    def is_pair(self, first: str, second: str) -> bool:
        """Whether two words stand capitalised beside each other."""
        return (first, second) in self._seen[2]

    @cached_property
    def _seen(self) -> tuple[Counter[str], set[str], set[tuple[str, str]]]:
        """How often each word stands as it is written, less for words that are large; these; and large pairs."""
        counts: Counter[str] = Counter()
        large: set[str] = set()
        pairs: set[tuple[str, str]] = set()
        for text in map(_without_addresses, self._texts):
            counts.update(WORD.findall(text))
            last, end = "", 0
            for match in _LARGE.finditer(text):
                if not text[match.start()].isupper():
                    continue
                small = base(match.group()).lower()
                if last and _joins(last, text[end : match.start()]):
                    pairs.add((last, small))
                elif _MIDDLE.search(text, max(0, match.start() - 3), match.start()):
                    large.add(small)
                    counts[small] -= 1
                last, end = small, match.end()
        return counts, large, pairs

    @cached_property
    def _behind(self) -> set[str]:
        return {second for _, second in self._seen[2]}


def _joins(word: str, gap: str) -> bool:
    """Whether a gap behind a word sets nothing apart: blanks, or the full stop of an abbreviation."""
    return gap.isspace() or (gap[:1] == "." and gap[1:].isspace() and len(word) <= _ABBREVIATED)


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(" ", text) if _ADDRESS_SIGN.search(text) else text


def base(word: str) -> str:
    """The word without "'s"."""
    return word[:-2] if word.endswith(("'s", "'S")) and len(word) > len("'s") else word


def headings(texts: Sequence[str], roles: Sequence[BlockRole]) -> list[int]:
    """Which blocks of an article look like headlines in title case, by their letters alone."""
    found, told = [], False
    for i, (text, role) in enumerate(zip(texts, roles, strict=True)):
        leading = role in LEADING and not told and not _FULL_STOP.search(text)
        titled = (role in HEADINGS or leading) and _looks_titled(text)
        told = told or (role in LEADING and not titled and bool(_STORY_END.search(text)))
        if titled:
            found.append(i)
    return found


def _looks_titled(text: str) -> bool:
    """Nearly all words of four letters or more are capitalised."""
    if len(text) > _MOST_LETTERS or _ADDRESS_SIGN.search(text):
        return False
    words = [match.group() for match in WORD.finditer(text)]
    long = [word for word in words[1:] if len(word) >= LONG_WORD]
    large = sum(word[0].isupper() for word in long)
    return len(words) <= LONGEST_LINE and large > 0 and large >= MOSTLY * len(long)


def sentence_cased(text: str, role: BlockRole, words: CaseWords, printed: Printed) -> str:
    """The headline with small letters where a sentence has them, names as they are.

    The text itself comes back where too little speaks for title case: it may be a name.
    """
    found = list(WORD.finditer(text))
    plain = [base(match.group()).lower() for match in found]
    lowered = _lowered(text, found, plain, words, printed) if found else []
    if not _enough([plain[i] for i in lowered], role, words, printed):
        return text
    letters = list(text)
    for i in lowered:
        letters[found[i].start()] = letters[found[i].start()].lower()
    return "".join(letters)


def _enough(lowered: Sequence[str], role: BlockRole, words: CaseWords, printed: Printed) -> bool:
    """Whether the words that lose their capital prove a headline in title case, rather than a name alone."""
    small = sum(map(printed.is_small, lowered))
    if role in HEADINGS and (small or len(lowered) >= ENOUGH):
        return True
    if any(words.verbs(word) or word in words.stops for word in lowered):
        return True
    told = {verb for word in printed.small_words() for verb in words.verbs(word)} if lowered else set()
    return not told.isdisjoint(lowered) or small >= ENOUGH or (small > 0 and len(lowered) > ENOUGH)


def _lowered(
    text: str, found: Sequence[re.Match[str]], plain: Sequence[str], words: CaseWords, printed: Printed
) -> list[int]:
    """The words that lose their capital."""
    gaps = [text[a.end() : b.start()] for a, b in itertools.pairwise(found)]
    joined = [gap.isspace() for gap in gaps]
    kept = {i for i in range(1, len(found)) if _begins(plain[i - 1], gaps[i - 1])}
    kept |= set() if any(map(str.isdigit, text[: found[0].start()])) else {0}
    kept |= set(_named(found, plain, joined, words, printed)) | set(_quoted(text, found, plain, words, printed))
    low = [i for i in range(len(found)) if i not in kept and _is_plain(text, found[i], plain[i], words, printed)]
    names = {i for i, match in enumerate(found) if match.group()[0].isupper()} - set(low)
    names -= {0} if words.is_common(plain[0]) else set()
    kept |= set(_titles(plain, joined, names, words)) | set(_geographic(plain, joined, names, words, printed))
    kept |= set(_bodies(plain, joined, names, words, printed))
    return [i for i in low if i not in kept]


def _begins(before: str, gap: str) -> bool:
    """Whether a sentence, one that is quoted too, begins between two words; not behind an abbreviation."""
    mark = _NEW_SENTENCE.fullmatch(gap)
    return mark is not None and (mark.group(1) != "." or len(before) > _ABBREVIATED)


def _is_plain(text: str, match: re.Match[str], plain: str, words: CaseWords, printed: Printed) -> bool:
    """A capitalised word that newspapers, and this article, write in small letters."""
    word = match.group()
    if not word[0].isupper() or len(word[0].lower()) != 1 or any(map(str.isupper, base(word)[1:])):
        return False
    if len(word) == 1 and (plain not in words.determiners or text[match.end() :].lstrip().startswith(".")):
        return False
    if plain in words.times and not (words.is_usual(plain) and _goes_on(text, match)):
        return False
    if printed.is_large(plain):
        return False
    if words.is_usual(plain):
        return True
    named = printed.is_behind(plain) or (words.is_listed_noun(plain) and not printed.is_small(plain))
    return words.is_common(plain) and not named


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """A word follows at once, and no number stands before: "Lund May Win", not "Lund Wins in May"."""
    before = text[: match.start()].rstrip()
    return text[match.end() : match.end() + 2].strip().isalpha() and not before[-1:].isdigit()


def _named(
    found: Sequence[re.Match[str]], plain: Sequence[str], joined: Sequence[bool], words: CaseWords, printed: Printed
) -> Iterator[int]:
    """Words of names: two that the story writes large, given names with what follows, places and bodies known."""
    given = {i for i, match in enumerate(found) if plain[i] in words.given and not match.group().isupper()}
    for i in range(len(plain) - 1):
        if not joined[i]:
            continue
        pair = printed.is_pair(plain[i], plain[i + 1]) and not (plain[i] in words.stops or plain[i + 1] in words.stops)
        first = i in given and not (i - 1 in given and joined[i - 1])
        if pair or (first and not words.is_usual(plain[i + 1])):
            yield from (i, i + 1)
    for size in range(2, _LONGEST_NAME + 1):
        for i in range(len(plain) - size + 1):
            if all(joined[i : i + size - 1]) and _is_known(" ".join(plain[i : i + size]), words):
                yield from range(i, i + size)


def _is_known(name: str, words: CaseWords) -> bool:
    return words.is_place(name) or bool(known(name.title()))


def _quoted(
    text: str, found: Sequence[re.Match[str]], plain: Sequence[str], words: CaseWords, printed: Printed
) -> Iterator[int]:
    """What is quoted may be the name of a work, unless the story has a word of it in small letters."""
    for quoted in _QUOTED.finditer(text):
        within = [i for i, match in enumerate(found) if quoted.start() < match.start() < quoted.end()]
        if not any(printed.is_small(plain[i]) for i in within if plain[i] not in words.stops):
            yield from within


def _titles(plain: Sequence[str], joined: Sequence[bool], names: set[int], words: CaseWords) -> Iterator[int]:
    """Titles before names: "Mayor Brem", "Prime Minister Brem"."""
    for last in range(len(plain) - 1):
        if not joined[last] or last + 1 not in names:
            continue
        if last and joined[last - 1] and " ".join(plain[last - 1 : last + 1]) in words.titles:
            yield from (last - 1, last)
        elif plain[last] in words.titles:
            yield last


def _geographic(
    plain: Sequence[str], joined: Sequence[bool], names: set[int], words: CaseWords, printed: Printed
) -> Iterator[int]:
    """Nouns that are part of a place's name beside the rest of it: "Lake Brem", "Brem Street"."""
    for i, word in enumerate(plain):
        if word in words.geographic and not printed.is_small(word):
            before, after = i > 0 and joined[i - 1], i < len(joined) and joined[i]
            if (before and i - 1 in names) or (after and i + 1 in names):
                yield i


def _bodies(
    plain: Sequence[str], joined: Sequence[bool], names: set[int], words: CaseWords, printed: Printed
) -> Iterator[int]:
    """Nouns that end the name of a body, with what goes before: "Lund Youth Council", "Supreme Court"."""
    for last in range(1, len(plain)):
        if plain[last] not in words.bodies or not joined[last - 1] or printed.is_small(plain[last]):
            continue
        first = last
        while first and joined[first - 1] and plain[first - 1] in words.body_adjectives:
            first -= 1
        if first and joined[first - 1] and first - 1 in names:
            first -= 1
        if first < last:
            yield from range(first, last + 1)
