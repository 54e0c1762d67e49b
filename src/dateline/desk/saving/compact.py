"""Values as JSON without what has its default: a third of the size, and the same when it is read back."""

from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Struct

from dateline.values import Value


def compact(value: Value) -> bytes:
    """The value's JSON; `msgspec.json.decode(..., type=type(value))` gives an equal value."""
    return msgspec.json.encode(msgspec.convert(value, _mirror(type(value)), from_attributes=True))


@cache
def _mirror(kind: type[Struct]) -> type[Struct]:
    """The same struct, but one that leaves out defaults; the contract's own always writes every field."""
    fields = []
    for field in msgspec.structs.fields(kind):
        name, held = field.name, _mirrored(field.type)
        fields.append((name, held) if field.default is NODEFAULT else (name, held, field.default))
    return msgspec.defstruct(kind.__name__, fields, omit_defaults=True, frozen=True, kw_only=True)


def _mirrored(held: Any) -> Any:
    if isinstance(held, type) and issubclass(held, Struct):
        return _mirror(held)
    arguments = get_args(held)
    if get_origin(held) is tuple and arguments and isinstance(arguments[0], type) and issubclass(arguments[0], Struct):
        return tuple[(_mirror(arguments[0]), ...)]  # type: ignore[misc]
    assert not any(isinstance(each, type) and issubclass(each, Struct) for each in arguments if each is not NoneType)
    return held
