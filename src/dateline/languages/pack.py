"""A language pack: lists of words, each file of a language's folder decoded into its own frozen section."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
from msgspec import Struct

from dateline.errors import UnknownLanguage


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a pack. A word that the struct does not know is an error, so a typing slip cannot hide."""


class Language(Section, frozen=True):
    """`language.toml`: what the language is called, and the parser that reads it."""

    code: str
    name: str
    pipeline: str


class Furniture(Section, frozen=True):
    """`furniture.toml`: the words by which a page's furniture is told from its story."""


class Names(Section, frozen=True):
    """`names.toml`: titles, honorifics and the nouns that make a name an organisation's or a place's."""


class Groups(Section, frozen=True):
    """`groups.toml`: groups without a name ("the rebels"), institutions, and their PLOVER sectors."""


class Moments(Section, frozen=True):
    """`moments.toml`: months, weekdays, units, parts of day, relative words."""


class Statements(Section, frozen=True):
    """`statements.toml`: verbs and nouns of saying, by stance."""


class Events(Section, frozen=True):
    """`events.toml`: triggers of PLOVER events, instruments, words of doubt and denial."""


class Casualties(Section, frozen=True):
    """`casualties.toml`: harm words by effect, number words, vague numbers."""


class Quantities(Section, frozen=True):
    """`quantities.toml`: units, currencies, verbs of rise and fall."""


class Charges(Section, frozen=True):
    """`charges.toml`: offences, stages of a case, courts."""


class LanguagePack(Struct, frozen=True):
    """All the words of one language."""

    language: Language
    furniture: Furniture
    names: Names
    groups: Groups
    moments: Moments
    statements: Statements
    events: Events
    casualties: Casualties
    quantities: Quantities
    charges: Charges


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
        raw = (folder / f"{name}.toml").read_bytes()
        kind = LanguagePack.__annotations__[name]
        try:
            sections[name] = msgspec.toml.decode(raw, type=kind)
        except msgspec.MsgspecError as error:
            raise UnknownLanguage(f"languages/{code}/{name}.toml: {error}") from error
    return LanguagePack(**sections)
