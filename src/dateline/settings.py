"""One frozen Settings: dateline.toml, overruled by the environment, overruled by arguments."""

import os
import re
from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from dateline.errors import BadSettings

PREFIX = "DATELINE_"


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that a user may set. In the environment each name stands in capitals behind `DATELINE_`."""

    published: str | None = None
    """ISO 8601 moment of publication, for sources that do not say."""
    outlet: str | None = None
    """Name of the outlet, for sources that do not say."""
    language: str | None = None
    """ISO 639-1 code, for sources that do not say; else it is detected."""
    limit: int | None = None
    """Read at most this many articles."""
    max_chars: int = 1_000_000
    """Longest article, in characters; a longer one is refused."""
    max_bytes: int = 20_000_000
    """Largest document, in bytes, after decompression; rows of a JSONL file count one by one."""
    max_unpacked: int = 10_000_000_000
    """Most bytes that an archive, with the archives in it, may unpack to."""
    max_members: int = 100_000
    """Most files in an archive."""
    max_pages: int = 500
    """Most pages of a PDF."""
    timeout: float = 20.0
    """Seconds that an address may take to answer."""
    patience: float = 120.0
    """Seconds that a worker process may take for a document, and one more for every 1,000 characters of it."""
    batch: int = 32
    """Articles that the parser reads at once."""
    model: Literal["on", "off"] = "on"
    """Whether our encoder reads along; without it the rules decide alone, from the parser's own labels."""
    gazetteer: str | None = None
    """File of a gazetteer that `dateline gazetteer build` wrote; without it, the one that came with the package."""
    lexicon: str | None = None
    """Folder with rows of your own for the event lexicon, beside those that came with the package."""
    desk: str | None = None
    """File of the desk that commands use when none is named."""
    user_agent: str = "dateline/0.1 (+https://pypi.org/project/dateline)"
    """How we introduce ourselves to web servers."""

    def __post_init__(self) -> None:
        """Raises BadSettings where a value makes no sense."""
        for name in ("limit", "max_chars", "max_bytes", "max_unpacked", "max_members", "max_pages", "batch"):
            value = getattr(self, name)
            _demand(value is None or value >= 1, name, value, "give a whole number from 1 up")
        for name in ("timeout", "patience"):
            value = getattr(self, name)
            _demand(value > 0 and isfinite(value), name, value, "give seconds above 0")
        language = self.language
        _demand(language is None or re.fullmatch("[a-z]{2}", language), "language", language, "give two letters: 'en'")
        _demand(
            self.published is None or is_moment(self.published),
            "published",
            self.published,
            "give a date in ISO 8601: '2024-03-05'",
        )
        _demand(self.outlet is None or self.outlet.strip(), "outlet", self.outlet, "give a name")
        gazetteer = self.gazetteer
        _demand(gazetteer is None or gazetteer.strip(), "gazetteer", gazetteer, "give the path of a file")
        lexicon = self.lexicon
        _demand(lexicon is None or lexicon.strip(), "lexicon", lexicon, "give the path of a folder")
        desk = self.desk
        _demand(desk is None or desk.strip(), "desk", desk, "give the path of a file")
        agent = self.user_agent
        _demand(re.fullmatch("[!-~][ -~]*", agent), "user_agent", agent, "give plain letters, no line breaks")


def load(arguments: Mapping[str, Any] | None = None, folder: Path | None = None) -> Settings:
    """Settings from `dateline.toml` in `folder` (default: the working directory), environment and arguments.

    Arguments that are None, and variables that are empty, do not count as given. Raises BadSettings.
    """
    path = (folder or Path.cwd()) / "dateline.toml"
    given = _checked(_from_file(path), str(path)) | _checked(_from_environment(), "environment")
    given |= _checked({name: value for name, value in (arguments or {}).items() if value is not None}, "arguments")
    return Settings(**given)


def is_moment(words: str) -> bool:
    """Whether this is an ISO 8601 date or moment."""
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True


def _demand(holds: object, name: str, value: object, advice: str) -> None:
    if not holds:
        raise BadSettings(f"{name} cannot be {value!r}; {advice}")


def _checked(given: Mapping[str, Any], origin: str) -> dict[str, Any]:
    """The values in the types that Settings has. Raises BadSettings, which says where the value stood."""
    return {name: _converted(name, value, origin) for name, value in given.items()}


def _converted(name: str, value: Any, origin: str) -> Any:
    kinds = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    if name not in kinds:
        meant = get_close_matches(name, kinds, n=1)
        advice = f"did you mean {meant[0]!r}?" if meant else f"the settings are: {', '.join(kinds)}"
        raise BadSettings(f"{origin}: no setting is called {name!r}; {advice}")
    # TOML and Python have dates of their own.
    plain = value.isoformat() if isinstance(value, date) else value
    try:
        return msgspec.convert(plain, kinds[name], strict=False)
    except msgspec.ValidationError as error:
        raise BadSettings(f"{origin}: {name} cannot be {value!r}; {error}") from error


def _from_file(path: Path) -> dict[str, Any]:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=dict[str, Any])
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise BadSettings(f"{path}: {error}") from error


def _from_environment() -> dict[str, str]:
    names = {PREFIX + name.upper(): name for name in Settings.__struct_fields__}
    return {names[key]: value for key, value in os.environ.items() if key in names and value}
