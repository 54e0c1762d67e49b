"""The forms of names: how much of a name is there, how many may bear it, and the codes under which it is found."""

from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

import msgspec
from msgspec import Struct

from dateline.bodies.tables import is_acronym, known
from dateline.languages.given import plain as spelt
from dateline.languages.weights import word_weights
from dateline.merging.keys import key
from dateline.merging.reports.report import NameKind
from dateline.names.bodies import body
from dateline.names.data import same_given
from dateline.names.folding import fold
from dateline.names.persons import Person, person

__all__ = ["FULL", "INITIALS", "PART", "NameForm", "form_of", "little_words"]

PART, INITIALS, FULL = 1, 2, 3
"""Of a person: a bare surname or given name, a surname with initials, a full name. Of a body: an acronym, one word,
several."""
_MOST_WORDS = 3
_PLACE_WORDS = {"mt": "mount", "st": "saint", "ft": "fort", "pt": "point"}
_ONE_OF_A_KIND = frozenset({"international", "media", "companies", "ngos", "armed"})
"""Tables of bodies of which each name has one bearer, or few."""


class NameForm(Struct, frozen=True, gc=False):
    """What one written name tells."""

    plain: str
    """In small plain letters, without titles and legal forms."""
    grade: int
    common: float
    """0.0 where few bear it, to 1.0 where very many do."""
    stored: tuple[int, ...]
    """Keys under which it is kept."""
    asked: tuple[int, ...]
    """Keys under which names are kept that it may be."""
    rows: frozenset[tuple[str, str, str]] = frozenset()
    """What the tables of bodies say of it: table, sector, country."""


class _Common(Struct, frozen=True):
    surnames: frozenset[str]
    bodies: frozenset[str]
    organs: frozenset[str]
    directions: frozenset[str]
    directed: frozenset[str]
    posts: frozenset[str]


@cache
def little_words() -> _Common:
    """Words that many names share: surnames, words of bodies, titles of posts."""
    path = files("dateline.merging.identities") / "data" / "common.toml"
    return msgspec.toml.decode(path.read_text(encoding="utf-8"), type=_Common)


@lru_cache(65536)
def form_of(name: str, kind: NameKind) -> NameForm:
    """The form of a name; of a place only how it is spelt counts."""
    if kind == "person":
        return _of_person(person(name), name)
    if kind == "organisation":
        return _of_body(name)
    plain = " ".join(_PLACE_WORDS.get(word, word) for word in spelt(name).replace(".", " ").split())
    found = (key("place", plain),)
    return NameForm(plain, FULL, 0.5, found, found)


def _of_person(parts: Person, name: str) -> NameForm:
    words = [word.plain for word in parts.names] or [name.casefold()]
    plain = " ".join(word.plain for word in parts.words if not word.particle) or name.casefold()
    family_first = bool(parts.names) and bool(parts.names[0].syllable) and not parts.given_last
    if family_first:
        words = [*words[1:], words[0]]
    codes, surname = [_code(word) for word in words], _code(words[-1])
    if len(words) > 1:
        forms = [key("a form of", surname, line) for line in sorted(same_given().get(words[0], ()))[:_MOST_WORDS]]
        pairs = (*_pairs("person", codes), *forms)
        full = (key("full", surname, words[0][:1]), key("whole", surname))
        alone = (key("letters", surname, words[0][:1]), key("alone", surname))
        return NameForm(plain, FULL, _commonness(words), (*pairs, *full), (*pairs, *alone))
    common = 1.0 if _is_common(words[0]) else 0.5 if parts.names and parts.names[0].given else 0.0
    if parts.initials:
        letter = parts.initials[0].plain
        own = key("letters", surname, letter)
        return NameForm(plain, INITIALS, common, (own,), (own, key("full", surname, letter), key("alone", surname)))
    own = key("alone", surname)
    return NameForm(plain, PART, common, (own,), (own, key("whole", surname)))


def _commonness(words: list[str]) -> float:
    """Of a full name, given names first."""
    common = 1.0 if _is_common(words[-1]) else 0.0
    return common / 2 if len(words) > 2 else common


def _is_common(word: str) -> bool:
    return word in little_words().surnames


def _of_body(name: str) -> NameForm:
    parts = body(name)
    words = [word.plain for word in parts.words if word.plain not in ("the", "of", "and", "for")] or [name.casefold()]
    plain = " ".join([*words, *sorted(parts.numbers)])
    codes = [_code(word) for word in words]
    acronym = is_acronym(name)
    initials = name.replace(".", "").casefold() if acronym else "".join(w[0] for w in parts.all_words if w != "of")
    letters = [key("letters of a body", initials)] if len(initials) > 2 else []
    rows = frozenset((row.table, row.sector, row.country) for row in known(name))
    whole, single = key("body", *sorted(codes)), any(table in _ONE_OF_A_KIND for table, _, _ in rows)
    if len(words) == 1:
        common = 0.0 if single else 1.0 if _is_little(words[0]) else 0.3 if acronym and len(initials) < 4 else 0.0
        asked = (whole, key("body with", codes[0]), *(letters if acronym else ()))
        return NameForm(
            plain, PART if acronym else INITIALS, common, (whole, key("one", codes[0]), *letters), asked, rows
        )
    common = 0.0 if single else sum(map(_littleness, words)) / len(words)
    telling = [code for word, code in zip(words, codes, strict=True) if not _is_little(word)][:_MOST_WORDS]
    shared = (whole, *_pairs("body", codes), *letters)
    kept, looked = [key("body with", code) for code in telling], [key("one", code) for code in telling]
    common = common if common == 1.0 else common / 2
    return NameForm(plain, FULL, common, (*shared, *kept), (*shared, *looked), rows)


def _is_little(word: str) -> bool:
    """Whether a word tells little of which body it is: many have it, or it is a common word of the news."""
    return _littleness(word) > 0


def _littleness(word: str) -> float:
    return 1.0 if word in little_words().bodies else 0.5 if word in word_weights("en") else 0.0


def _pairs(kind: str, codes: list[str]) -> tuple[int, ...]:
    """Keys of the outer words and of those at either end, whatever their order."""
    pairs = [(codes[0], codes[-1]), *pairwise(codes)][: _MOST_WORDS + 1]
    return tuple(dict.fromkeys(key(f"two of a {kind}", *sorted(pair)) for pair in pairs))


def _code(word: str) -> str:
    """A word as romanisations share it; of a short word the vowels count too."""
    folded = fold(word)
    return folded.coarse if len(folded.coarse) > 1 else folded.key or word
