"""A language pack: lists of words, each file of a language's folder decoded into its own frozen section."""

from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dateline.errors import UnknownLanguage
from dateline.languages.lexicon import Lexicon, joined, lexicon, own_rows, print_of, read_rows
from dateline.languages.sections import (
    Anaphors,
    Bodies,
    Casualties,
    Charges,
    Disagreements,
    Events,
    Factuality,
    Furniture,
    Geography,
    Gists,
    GivenNames,
    Groups,
    Language,
    Moments,
    Names,
    Publications,
    Quantities,
    Roles,
    Sameness,
    Speakers,
    Statements,
    Titles,
)

AS_WRITTEN = frozenset(
    {
        "agencies",
        "picture_agencies",
        "months",
        "weekdays",
        "undated",
        "credit_labels",
        "credit_openers",
        "dateline_regions",
    }
)
"""Lists of furniture that are looked for in the text as it stands, not in its folded form."""


class LanguagePack(Struct, frozen=True, eq=False):
    """All the words of one language."""

    language: Language
    furniture: Furniture
    names: Names
    titles: Titles
    geography: Geography
    given_names: GivenNames
    groups: Groups
    bodies: Bodies
    anaphors: Anaphors
    roles: Roles
    moments: Moments
    speakers: Speakers
    statements: Statements
    factuality: Factuality
    events: Events
    sameness: Sameness
    disagreements: Disagreements
    casualties: Casualties
    quantities: Quantities
    charges: Charges
    gists: Gists
    publications: Publications
    lexicon: Lexicon


def _folder() -> Traversable:
    return files("dateline") / "languages"


def available() -> list[str]:
    """The codes (ISO 639-1) of the languages that have a pack."""
    return list(_codes(str(_folder())))


@cache
def _codes(place: str) -> tuple[str, ...]:
    """Looked for once in each place: checks ask for each article."""
    return tuple(sorted(entry.name for entry in _folder().iterdir() if (entry / "language.toml").is_file()))


@cache
def load(code: str) -> LanguagePack:
    """The pack of a language. Raises UnknownLanguage when there is none."""
    folder = _folder() / code
    if code not in available():
        raise UnknownLanguage(f"no pack for {code!r}; add languages/{code}/ (there are: {', '.join(available())})")
    sections: dict[str, Any] = {}
    for name in (field for field in LanguagePack.__struct_fields__ if field != "lexicon"):
        path = folder / f"{name}.toml"
        if not path.is_file():
            raise UnknownLanguage(f"languages/{code}/{name}.toml is missing; see languages/sections/ for what it holds")
        raw = path.read_bytes()
        kind = LanguagePack.__annotations__[name]
        try:
            sections[name] = msgspec.toml.decode(raw, type=kind)
        except msgspec.MsgspecError as error:
            raise UnknownLanguage(f"languages/{code}/{name}.toml: {error}") from error
    rows = read_rows(folder / "lexicon", sections["events"].types)
    return LanguagePack(**sections, lexicon=lexicon(rows))


def load_with(code: str, own: str | None) -> LanguagePack:
    """The pack of a language with the rows of a user's lexicon. Raises UnknownLanguage and BadLexicon."""
    return load(code) if own is None else _with_own(code, own, print_of(own))


@lru_cache(4)
def _with_own(code: str, own: str, _print: str) -> LanguagePack:
    """Kept until a file of the lexicon changes, and its print with it."""
    pack = load(code)
    rows = joined(pack.lexicon.rows, own_rows(own, pack.events.types))
    return replace(pack, lexicon=lexicon(rows))


@cache
def furniture_words(code: str) -> Furniture:
    """The words of furniture in a language, with those of English beside them: pages of all languages mix the two.

    `languages/de/furniture.toml` adds to the lists it names; a language without such a file gets the English words
    alone. A language needs no other section for that. Raises UnknownLanguage where the file holds anything else.
    """
    english = load("en").furniture
    path = _folder() / code / "furniture.toml"
    if code == "en" or not path.is_file():
        return english
    try:
        added = msgspec.toml.decode(path.read_bytes(), type=dict[str, tuple[str, ...]])
    except msgspec.MsgspecError as error:
        raise UnknownLanguage(f"languages/{code}/furniture.toml: {error}") from error
    if unknown := sorted(added.keys() - set(Furniture.__struct_fields__)):
        raise UnknownLanguage(f"languages/{code}/furniture.toml: no list is called {unknown[0]!r}")
    return replace(english, **{name: getattr(english, name) + _folded(name, words) for name, words in added.items()})


def _folded(name: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """As they are compared: without capitals, "ß" as "ss", a last sigma as any other; names stay as written."""
    return words if name in AS_WRITTEN else tuple(word.casefold() for word in words)


def has_furniture_words(code: str | None) -> bool:
    """Whether a language has words of furniture of its own."""
    return bool(code) and (_folder() / str(code) / "furniture.toml").is_file()
