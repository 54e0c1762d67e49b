"""Sectors by the words of a name: its last words, its first, or its head before "of" and "for"."""

from functools import cache, lru_cache

from dateline.languages import load
from dateline.understanding.identity.groups.words import group_words

NO_SECTOR = "NONE"


class BodyWords:
    """A language's words of bodies, prepared for looking up."""

    def __init__(self, code: str) -> None:
        words = load(code).bodies
        self.endings = {tuple(e.split()): sector for sector, endings in words.endings.items() for e in endings}
        self.endings |= {lemmas: s for lemmas, s in group_words(code).sectors.items() if len(lemmas) > 1}
        self.beginnings = {tuple(b.split()): sector for sector, starts in words.beginnings.items() for b in starts}
        self.longest = max(map(len, (*self.endings, *self.beginnings)))
        self.home_links = frozenset(words.home_links)
        self.body_links = frozenset(words.body_links)
        self.name_links = frozenset(words.name_links)
        self.borrowing = frozenset(words.borrowing)
        self.idle = frozenset(words.idle)
        self.seated = frozenset(words.seated)
        self.added = frozenset(words.added)
        told = load(code)
        others = (*told.groups.plural_pronouns, *told.groups.singular_pronouns)
        self.others = frozenset((*others, *(word for each in told.roles.pronouns.values() for word in each)))
        self.ethnic = frozenset(words.ethnic)
        self.elite = frozenset(words.elite)
        furniture = load(code).furniture
        self.crediting = frozenset((*load(code).publications.writing, *words.crediting))
        self.agencies = frozenset(agency.casefold() for agency in furniture.agencies)


@cache
def body_words(code: str) -> BodyWords:
    """A language's words of bodies, prepared once."""
    return BodyWords(code)


@lru_cache(4096)
def _by_name(code: str, name: str) -> str | None:
    known = body_words(code)
    if name.casefold() in known.agencies:
        return "JRN"
    words = tuple(name.lower().replace("’", "'").split())
    head = next((words[:i] for i in range(1, len(words)) if words[i] in known.name_links), words)
    sector = (_ending(known, head) or _beginning(known, words) or _ending(known, words)) if words else None
    return None if sector == NO_SECTOR else sector


def sector_of_body(code: str, name: str) -> str | None:
    """The PLOVER sector of a named body, by its words: "Oslo Court" JUD, "Institute for Ice Research" EDU."""
    return _by_name(code, name)


def _ending(known: BodyWords, words: tuple[str, ...]) -> str | None:
    """The sector of the longest known ending, also in the singular ("Lund Newspapers")."""
    for first in range(max(0, len(words) - known.longest), len(words)):
        part = words[first:]
        singular = (*part[:-1], part[-1].removesuffix("s"))
        if sector := known.endings.get(part) or known.endings.get(singular):
            return sector
    return None


def _beginning(known: BodyWords, words: tuple[str, ...]) -> str | None:
    sizes = range(min(known.longest, len(words)), 0, -1)
    return next((known.beginnings[words[:size]] for size in sizes if words[:size] in known.beginnings), None)
