"""One frozen Settings: dateline.toml, overruled by the environment, overruled by arguments."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

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
    timeout: float = 20.0
    """Seconds that an address may take to answer."""
    batch: int = 32
    """Articles that the parser reads at once."""
    user_agent: str = "dateline/0.1 (+https://pypi.org/project/dateline)"
    """How we introduce ourselves to web servers."""


def load(arguments: Mapping[str, Any] | None = None, folder: Path | None = None) -> Settings:
    """Settings from `dateline.toml` in `folder` (default: the working directory), environment and arguments.

    Arguments that are None do not count as given. Raises BadSettings.
    """
    given = {**_from_file(folder or Path.cwd()), **_from_environment()}
    given |= {name: value for name, value in (arguments or {}).items() if value is not None}
    try:
        return msgspec.convert(given, Settings, strict=False)
    except msgspec.ValidationError as error:
        names = ", ".join(Settings.__struct_fields__)
        raise BadSettings(f"{error}; the settings are: {names}") from error


def _from_file(folder: Path) -> dict[str, Any]:
    path = folder / "dateline.toml"
    if not path.is_file():
        return {}
    try:
        return msgspec.toml.decode(path.read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.MsgspecError) as error:
        raise BadSettings(f"{path}: {error}") from error


def _from_environment() -> dict[str, str]:
    names = {PREFIX + name.upper(): name for name in Settings.__struct_fields__}
    return {names[key]: value for key, value in os.environ.items() if key in names}
