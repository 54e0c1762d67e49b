"""A language pack: lists of words, each file of a language's folder decoded into its own frozen section."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
from msgspec import Struct

from dateline.errors import UnknownLanguage
from dateline.languages.sections import (
    Casualties,
    Charges,
    Events,
    Furniture,
    GivenNames,
    Groups,
    Language,
    Moments,
    Names,
    Publications,
    Quantities,
    Roles,
    Statements,
)


class LanguagePack(Struct, frozen=True):
    """All the words of one language."""

    language: Language
    furniture: Furniture
    names: Names
    given_names: GivenNames
    groups: Groups
    roles: Roles
    moments: Moments
    statements: Statements
    events: Events
    casualties: Casualties
    quantities: Quantities
    charges: Charges
    publications: Publications


def _folder() -> Traversable:
    return files("dateline") / "languages"


def available() -> list[str]:
    """The codes (ISO 639-1) of the languages that have a pack."""
    return sorted(entry.name for entry in _folder().iterdir() if (entry / "language.toml").is_file())


@cache
def load(code: str) -> LanguagePack:
    """The pack of a language. Raises UnknownLanguage when there is none."""
    folder = _folder() / code
    if code not in available():
        raise UnknownLanguage(f"no pack for {code!r}; add languages/{code}/ (there are: {', '.join(available())})")
    sections = {}
    for name in LanguagePack.__struct_fields__:
        path = folder / f"{name}.toml"
        if not path.is_file():
            raise UnknownLanguage(f"languages/{code}/{name}.toml is missing; see languages/sections/ for what it holds")
        raw = path.read_bytes()
        kind = LanguagePack.__annotations__[name]
        try:
            sections[name] = msgspec.toml.decode(raw, type=kind)
        except msgspec.MsgspecError as error:
            raise UnknownLanguage(f"languages/{code}/{name}.toml: {error}") from error
    return LanguagePack(**sections)
