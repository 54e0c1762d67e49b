"""The tables behind the codes, read once from `data/`."""

from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec
from msgspec import Struct

_Table = TypeVar("_Table", bound=Struct)
_Rename = {"plover_chapters": "plover-chapters", "plover_summary": "plover-summary"}


class Scales(Struct, frozen=True, forbid_unknown_fields=True, rename=_Rename):
    """CAMEO roots of PLOVER types, quad classes by each cut, Goldstein's values."""

    roots: dict[str, str]
    gdelt: dict[str, int]
    phoenix: dict[str, int]
    plover_chapters: dict[str, int]
    plover_summary: dict[str, int]
    goldstein: dict[str, float]


class Sectors(Struct, frozen=True, forbid_unknown_fields=True):
    """PLOVER sectors, as a list."""

    sectors: tuple[str, ...]


class Supranational(Struct, frozen=True, forbid_unknown_fields=True):
    """Codes that stand where a country would: bodies of many states, militants of none."""

    external: tuple[str, ...]
    militant: tuple[str, ...]


class Acled(Struct, frozen=True, forbid_unknown_fields=True):
    """Kinds of actor by sector, sub-event types by mode, the list of types, disorder types."""

    inter: dict[str, str]
    sectors: dict[str, int]
    ordering: Sectors
    partisan: dict[str, int]
    supranational: Supranational
    remote: dict[str, str]
    types: dict[str, tuple[str, ...]]
    disorder: dict[str, str]


class Ucdp(Struct, frozen=True, forbid_unknown_fields=True):
    """PLOVER sectors that are a government, an organised group, a gang."""

    government: tuple[str, ...]
    organised: tuple[str, ...]
    gangs: tuple[str, ...]


@cache
def scales() -> Scales:
    """`data/scales.toml`."""
    return _load("scales", Scales)


@cache
def acled_table() -> Acled:
    """`data/acled.toml`."""
    return _load("acled", Acled)


@cache
def ucdp_table() -> Ucdp:
    """`data/ucdp.toml`."""
    return _load("ucdp", Ucdp)


def _load(name: str, shape: type[_Table]) -> _Table:
    source = files("dateline") / "codings" / "data" / f"{name}.toml"
    return msgspec.toml.decode(source.read_text(encoding="utf-8"), type=shape)
