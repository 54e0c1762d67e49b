"""A language's titles, prepared for looking up: heads, sectors, ranks, former and acting."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import Literal

from dateline.languages.pack import load

State = Literal["current", "former", "future"]


NO_SECTOR = "NONE"


class TitleWords:
    """The titles of a language, as tokens in small letters. A title is found by its last word."""

    def __init__(self, code: str) -> None:
        pack = load(code).titles
        self.sectors = {
            words: sector
            for sector, titles in pack.by_sector.items()
            for title in titles
            for words in spellings(title, pack.behind)
        }
        self.apart = frozenset(words for title in pack.apart for words in spellings(title, pack.behind))
        """Titles only where they stand apart from a name ("fellow")."""
        self.longest = max(map(len, self.sectors))
        self._lasts = frozenset(words[-1] for words in (*self.sectors, *self.apart))
        links = self.links = frozenset(pack.head_links)
        self.heads = frozenset(_head(words, links) for words in self.sectors if words[-1] not in pack.behind) - {"."}
        """Head words of titles; `ends` tells whether a title really ends somewhere."""
        self.apart_heads = self.heads | {_head(words, links) for words in self.apart}
        self.honorifics = frozenset(pack.honorifics)
        single = {words[0] for words in self.sectors if len(words) == 1}
        self.inner = frozenset(pack.title_modifiers) | single
        """Words that a title may hold before its head."""
        self.ranks = frozenset(words for title in pack.ranks for words in spellings(title, ()))
        self.doubtful = frozenset(pack.doubtful)
        self.doubtful_ranks = frozenset(pack.doubtful_ranks)
        self.kin = frozenset(words for title in pack.kin for words in spellings(title, ()))
        self.spouses = frozenset(pack.spouses)
        self.behind, self.thens = frozenset(pack.behind), frozenset(pack.thens)
        self.acting = frozenset(pack.acting)
        self.states: dict[str, State] = {}
        self.states.update(dict.fromkeys(pack.former, "former"))
        self.states.update(dict.fromkeys(pack.future, "future"))
        self.genders = dict.fromkeys(pack.male, "male") | dict.fromkeys(pack.female, "female")
        self.short_forms = {short.removesuffix("."): full for short, full in pack.short_forms.items()}

    def ends(self, words: Sequence[str], i: int) -> int:
        """How many words the longest title has that ends with word `i` (small letters); 0 when none does."""
        if words[i] not in self._lasts:
            return 0
        sizes = range(min(self.longest, i + 1), 0, -1)
        return next((size for size in sizes if tuple(words[i - size + 1 : i + 1]) in self.sectors), 0)

    def ends_apart(self, words: Sequence[str], i: int) -> int:
        """As `ends`, with the titles that stand apart from a name."""
        found = self.ends(words, i)
        return found or (1 if (words[i],) in self.apart else 0)

    def size_of(self, words: Sequence[str]) -> int:
        """How many words the longest known ending of a title has."""
        return self.ends_apart(words, len(words) - 1)

    def sector(self, words: tuple[str, ...]) -> str | None:
        """The PLOVER sector of a title, by its longest known ending: "police chief" before "chief"."""
        for first in range(max(0, len(words) - self.longest), len(words)):
            if sector := self.sectors.get(words[first:]):
                return None if sector == NO_SECTOR else sector
        return None

    def is_rank(self, words: tuple[str, ...]) -> bool:
        """Whether the longest known ending of this title is a rank: "army major", and not "attorney general"."""
        for first in range(max(0, len(words) - self.longest), len(words)):
            if words[first:] in self.sectors:
                return words[first:] in self.ranks
        return words in self.ranks

    def is_post(self, word: str) -> bool:
        """Whether a word is a title by itself, and no rank."""
        return (word,) in self.sectors and (word,) not in self.ranks

    def in_full(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words of a title without stops and hyphens, short forms written out: "Lt. Gen." is lieutenant general."""
        kept = [word.removesuffix(".") for word in words if word not in (".", "-")]
        return tuple(part for word in kept if word for part in self.short_forms.get(word, word).split())


def spellings(title: str, behind: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The ways in which a title comes as tokens: "lt. gov." with its stops, without, and with stops of their own.

    A hyphen is a token, unless the parser leaves the word whole; one of `behind` may be joined to the title's end.
    """
    for words in product(*(_ways(word) for word in title.split())):
        flat = tuple(token for word in words for token in word)
        yield flat
        yield from ((*flat, "-", end) for end in behind)


def _ways(word: str) -> list[tuple[str, ...]]:
    if word.endswith(".") and "." not in word[:-1]:
        return [(word,), (word[:-1], "."), (word[:-1],)]
    if "-" in word:
        parts = word.split("-")
        split = tuple(token for part in parts for token in (part, "-"))[:-1]
        return [split, (word,)]
    return [(word,)]


def _head(words: tuple[str, ...], links: frozenset[str]) -> str:
    """The word before "of" and its like, or the last one; "editor" of "editor-in-chief"."""
    for i, word in enumerate(words[1:], 1):
        if word in links:
            return words[i - 2] if words[i - 1] == "-" and i > 1 else words[i - 1]
    return words[-2] if words[-1] == "." and len(words) > 1 else words[-1]


@cache
def title_words(code: str) -> TitleWords:
    """The titles of a language, prepared once."""
    return TitleWords(code)
