"""The words and spellings that comparing names needs, loaded once from the room's data files."""

from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec
from msgspec import Struct

from dateline.names.letters import plain


class Romanisation(Struct, frozen=True):
    """Each line: the code of a sound, then its spellings; see romanisation.toml."""

    sounds: tuple[str, ...]
    openings: tuple[str, ...]
    endings: tuple[str, ...]


class Endings(Struct, frozen=True):
    """Endings of surnames and patronymics; see endings.toml."""

    shared: tuple[str, ...]
    movable: tuple[str, ...]
    patronymic: tuple[str, ...]
    feminine: tuple[str, ...]


class Titles(Struct, frozen=True):
    """What stands around a person's name, and between its parts; see titles.toml."""

    male: frozenset[str]
    female: frozenset[str]
    front: frozenset[str]
    before: frozenset[str]
    back: frozenset[str]
    generations: tuple[str, ...]
    particles: frozenset[str]
    descent: frozenset[str]
    articles: frozenset[str]
    kunya: frozenset[str]
    servant: frozenset[str]


class Given(Struct, frozen=True):
    """Given names that are one name, in lines; see given.toml."""

    same: tuple[str, ...]
    kin: tuple[str, ...]


class Bodies(Struct, frozen=True):
    """Words of companies and other bodies; see bodies.toml."""

    generic: tuple[str, ...]
    trades: tuple[str, ...]
    lands: frozenset[str]
    public: frozenset[str]
    alike: tuple[str, ...]
    numbers: tuple[str, ...]
    marks: frozenset[str]


class _Forms(Struct, frozen=True):
    forms: dict[str, tuple[str, ...]]


class LegalForms(Struct, frozen=True):
    """Legal forms of bodies, as words in plain letters: "l l c" and "llc" are both there."""

    classes: dict[tuple[str, ...], str]
    longest: int


_File = TypeVar("_File", bound=Struct)


def _load(name: str, shape: type[_File]) -> _File:
    source = files("dateline") / "names" / "data" / f"{name}.toml"
    return msgspec.toml.decode(source.read_text(encoding="utf-8"), type=shape)


@cache
def romanisation() -> Romanisation:
    """How sounds are spelt."""
    return _load("romanisation", Romanisation)


@cache
def endings() -> Endings:
    """How surnames end."""
    return _load("endings", Endings)


@cache
def titles() -> Titles:
    """Titles and little words."""
    return _load("titles", Titles)


@cache
def generations() -> dict[str, str]:
    """Each mark of a generation with the one that stands for it: {"junior": "jr"}."""
    return heads(titles().generations)


@cache
def same_given() -> dict[str, frozenset[int]]:
    """Each given name with the numbers of the lines it stands in; two that share one are one name."""
    return _lines(_load("given", Given).same)


@cache
def kin_given() -> dict[str, frozenset[int]]:
    """The same for names that are one in several languages."""
    return _lines(_load("given", Given).kin)


def _lines(lines: tuple[str, ...]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def bodies() -> Bodies:
    """Words of companies and other bodies."""
    return _load("bodies", Bodies)


@cache
def generic() -> frozenset[str]:
    """The words of bodies that tell little, in plain letters."""
    lines = (word for line in bodies().generic for word in line.split())
    return frozenset(alike().get(word, word) for word in map(_bare, lines))


@cache
def trades() -> frozenset[str]:
    """The words that say what a body does, in plain letters."""
    lines = (word for line in bodies().trades for word in line.split())
    return frozenset(alike().get(word, word) for word in map(_bare, lines))


@cache
def number_words() -> dict[str, int]:
    """Numbers in words, with what they count."""
    return {line.split()[0]: int(line.split()[1]) for line in bodies().numbers}


@cache
def alike() -> dict[str, str]:
    """Each spelling or abbreviation of a word of bodies, with the one that stands for it."""
    return heads(bodies().alike)


def heads(lines: tuple[str, ...]) -> dict[str, str]:
    """Each word of a line with the line's first."""
    return {_bare(word): _bare(line.split()[0]) for line in lines for word in line.split()}


def _bare(word: str) -> str:
    return plain(word).replace("'", "") or word


@cache
def legal_forms() -> LegalForms:
    """Legal forms by their words."""
    classes: dict[tuple[str, ...], str] = {}
    for name, forms in _load("legal", _Forms).forms.items():
        for form in forms:
            words = plain(form).replace("/", " ").replace('"', " ").replace(".", " ").replace("'", "").split()
            letters = len(words) > 1 and all(len(word) == 1 for word in words)
            classes.setdefault(("".join(words),) if letters else tuple(words), name)
    classes.pop((), None)
    return LegalForms(classes, max(map(len, classes)))


class _Syllables(Struct, frozen=True):
    surnames: frozenset[str]
    korean: frozenset[str]


@cache
def syllable_surnames() -> frozenset[str]:
    """Surnames of China, Korea and Vietnam."""
    return _load("syllables", _Syllables).surnames


@cache
def syllable_korean() -> frozenset[str]:
    """Those among them that are only Korean, with syllables of Korean given names."""
    return _load("syllables", _Syllables).korean
