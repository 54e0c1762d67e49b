"""A language's titles, prepared for looking up: heads, sectors, ranks, former and acting."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from dateline.languages.pack import load

State = Literal["current", "former", "future"]


NO_SECTOR = "NONE"


class TitleWords:
    """The titles of a language. A title is known by its last word, its head."""

    def __init__(self, code: str) -> None:
        pack = load(code).titles
        self.sectors = {tuple(title.split()): sector for sector, titles in pack.by_sector.items() for title in titles}
        self.longest = max(map(len, self.sectors))
        self.heads = frozenset(words[-1] for words in self.sectors)
        """Last words of titles; `ends` tells whether a title really ends there."""
        self.honorifics = frozenset(pack.honorifics)
        self.inner = frozenset(pack.title_modifiers) | {words[-1] for words in self.sectors if len(words) == 1}
        """Words that a title may hold before its head."""
        self.ranks = frozenset(pack.ranks)
        self.acting = frozenset(pack.acting)
        self.states: dict[str, State] = {}
        self.states.update(dict.fromkeys(pack.former, "former"))
        self.states.update(dict.fromkeys(pack.future, "future"))
        self.genders = dict.fromkeys(pack.male, "male") | dict.fromkeys(pack.female, "female")

    def ends(self, words: Sequence[str], i: int) -> int:
        """How many words the longest title has that ends with word `i` (small letters); 0 when none does."""
        if words[i] not in self.heads:
            return 0
        sizes = range(min(self.longest, i + 1), 0, -1)
        return next((size for size in sizes if tuple(words[i - size + 1 : i + 1]) in self.sectors), 0)

    def sector(self, words: tuple[str, ...]) -> str | None:
        """The PLOVER sector of a title, by its longest known ending: "police chief" before "chief"."""
        for first in range(max(0, len(words) - self.longest), len(words)):
            if sector := self.sectors.get(words[first:]):
                return None if sector == NO_SECTOR else sector
        return None


@cache
def title_words(code: str) -> TitleWords:
    """The titles of a language, prepared once."""
    return TitleWords(code)
