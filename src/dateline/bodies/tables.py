"""Names of armed groups, parties, state organs, media and so on with their codes: our own tables, read when asked for.

A row of a table holds the names of one body, or of several that are coded alike, set apart by "|"; its PLOVER sector;
and its country, ISO 3166-1 alpha-3 or a supranational code of PLOVER's, empty where it has none.
"""

import re
import unicodedata
from collections import defaultdict
from functools import cache
from importlib.resources import files

from msgspec import Struct

SUPRANATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
"""PLOVER's codes for those who belong to no one country; they stand where a country stands."""
TABLES = ("armed", "parties", "international", "state", "media", "ngos", "companies")
SHORT = 6
"""Letters that an acronym may have."""
MIXED = 4
"""Letters up to which some of an acronym's may be small."""
WORD_LIKE = 4
"""Letters from which on an acronym may be written like a word ("Unesco")."""
_DROPPED = frozenset({"the", "al", "el", "ul", "ash", "de", "del", "d", "la", "le", "of", "and", "&"})
"""Words that spellings of one name differ in."""
_PUNCTUATION = str.maketrans({"-": " ", "–": " ", "/": " ", "'": "", "’": "", "‘": "", "`": "", ".": "", ",": ""})


class KnownName(Struct, frozen=True, gc=False):
    """A row that a name stands in. `table` tells what kind of body it is.

    Of leaders `years` are the terms, (first, last); `whole` tells that the name is a full one, `alone` that it is of
    somebody who is known by a surname alone, for whom no country needs to be named.
    """

    sector: str
    country: str
    table: str
    years: tuple[tuple[int, int], ...] = ()
    whole: bool = True
    alone: bool = False


def folded(name: str) -> str:
    """A name without what spellings differ in: case, accents, hyphens, apostrophes, articles, "al-", spaces."""
    text = name.casefold()
    if text.isascii() and text.isalpha():
        return text
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    words = text.translate(_PUNCTUATION).split()
    if len(words) == 2 and words[0] == "the" and name.startswith("The"):
        return "".join(words)  # "The Hindu" is a newspaper, a Hindu is none
    return "".join([word for word in words if word not in _DROPPED]) or "".join(words)


def is_acronym(name: str) -> bool:
    """Whether a name is a few capitals: "PKK", "U.N.", "M-19"; "AfD" is one too."""
    if " " in name or len(name) > 2 * SHORT:
        return False
    letters = name.replace(".", "").replace("-", "")
    return len(letters) <= SHORT and (
        letters.isupper() or (len(letters) <= MIXED and sum(map(str.isupper, letters)) > 1)
    )


def known(name: str) -> tuple[KnownName, ...]:
    """The rows that this name of a body stands in; several where it is the name of several."""
    names = _names()
    key = folded(name)
    found = names.get(key) or names.get(folded(name.removeprefix("The ")), ())
    capitals = is_acronym(name) or (name[:1].isupper() and name.isalpha() and WORD_LIKE <= len(name) <= SHORT)
    return (*found, *(row for row in names.get(f"={key}", ()) if row not in found)) if capitals else found


def leaders(name: str) -> tuple[KnownName, ...]:
    """The heads of state or government of this name, or of this surname, with the years in which they ruled."""
    return _leaders().get(folded(name), ())


@cache
def _names() -> dict[str, tuple[KnownName, ...]]:
    """Folded names; those of acronyms begin with "=" and match capitals only."""
    found: dict[str, tuple[KnownName, ...]] = {}
    for table in TABLES:
        for names, sector, country in _rows(table):
            row = KnownName(sector, country, table)
            for name in names.split("|"):
                key = f"={folded(name)}" if is_acronym(name) else folded(name)
                rows = found.get(key)
                found[key] = (row,) if rows is None else rows if row in rows else (*rows, row)
    return found


@cache
def _leaders() -> dict[str, tuple[KnownName, ...]]:
    found: defaultdict[str, tuple[KnownName, ...]] = defaultdict(tuple)
    for names, sector, country, years in _rows("leaders"):
        spelt = names.split("|")
        terms = tuple((int(a), int(b or 9999)) for a, _, b in (term.partition("-") for term in years.split()))
        alone = any(" " not in name for name in spelt)
        whole = {folded(name) for name in spelt}
        for key in whole | {folded(_surname(name)) for name in spelt}:
            found[key] += (KnownName(sector, country, "leaders", terms, key in whole, alone and key in whole),)
    return dict(found)


def _surname(name: str) -> str:
    """The last word, with what belongs to it: "al-Assad", "de Klerk"; the first of a Chinese or Korean name."""
    if re.fullmatch(r"\w+ \w+-\w+|(Hu|Xi|Wen|Li|Jiang|Deng|Zhao|Zhu|Hun|Kim|Lee) .*", name):
        return name.split()[0]
    return name.split()[-1]


def _rows(table: str) -> list[list[str]]:
    text = files(__name__.rpartition(".")[0]).joinpath("data", f"{table}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]
